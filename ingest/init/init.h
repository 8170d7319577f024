/* faceaudit init: recognises the exports in a folder and writes a first audit.ini. */
#pragma once
#include "include/db.h"

/* What the narratives of the trial's rows call the search system, as a list for audit.ini; NULL: nothing. EVIDENCE gets a line
   for each name. */
typedef char *init_systems(struct db *db, GString *evidence);

/* Looks at every file of FOLDER, prints what it recognised and the command that comes next (PROGRAM as it was called), and writes
   FOLDER/audit.ini, never over an existing one. Stops with exit 3 if there is an audit.ini already or no file reads as a user
   log. SYSTEMS reads the narratives, which ingest/ cannot. EARLIER: the folder of last year's audit, whose agency,
   zone, units, columns and other settings are taken over; NULL: none. */
void init_folder(const char *folder, const char *program, const char *earlier, init_systems *systems);
