/* Reasons that name their case ("sephora female 1") and no purpose: the report that they lead to says what they are for. */
#pragma once
#include "analyze/purpose/purpose.h"
#include "include/db.h"

/* A reason whose words no list knows is of a crime where every search that gives it is surely linked to a report that documents
   the use and whose incident type is a crime, and where the report's narratives tell of what the reason names, in a word that few
   other reports have. Sets purpose, words and by_case of such reasons (table reason); all others stay unclear. After linking. */
void purposes_by_case(struct db *db, struct purposes *purposes);
