/* Finds names of facial recognition systems in the narratives that the word files do not know. */
#pragma once
#include "include/db.h"

/* The names, likeliest first, as audit.ini lists them ("Pinyon; Juniper Gate"); NULL if there are none. EVIDENCE gets a line for
   each. The database holds the rows of an ingest. */
char *systems_called(struct db *db, GString *evidence);

/* Notes, for the first page, which of the NAMES in audit.ini occur in no narrative. */
void systems_doubt(struct db *db, const char *const *names);
