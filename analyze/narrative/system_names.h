/* Finds what the narratives call a facial recognition system by, where it is a name that the word files do not know. */
#pragma once
#include "include/db.h"

/* The names, likeliest first, as audit.ini lists them ("Pinyon; Juniper Gate"); NULL where there is none. EVIDENCE gets a line
   for each. The database holds the rows of an ingest. */
char *systems_called(struct db *db, GString *evidence);

/* Says, on the first page, which of the NAMES that audit.ini gives stand in no narrative. */
void systems_doubt(struct db *db, const char *const *names);
