/* Reasons that name their case ("sephora female 1") but no purpose: the linked report says what they are for. */
#pragma once
#include "analyze/purpose/purpose.h"
#include "include/db.h"

/* A reason whose words no list knows is about a crime if every search with this reason is surely linked to a report that
   documents the use and whose incident type is a crime, and if the report's narratives share a word with the reason that few
   other reports have. Sets purpose, words and by_case of such reasons (table reason); all others stay unclear. Call this after
   linking. */
void purposes_by_case(struct db *db, struct purposes *purposes);
