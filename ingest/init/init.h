/* faceaudit init: what is in a folder of unknown exports, and an audit.ini to begin with. */
#pragma once
#include "include/db.h"

/* What the narratives of a trial's rows call the search system by, as audit.ini lists names; NULL: nothing. EVIDENCE gets a line
 * for each. */
typedef char *init_systems(struct db *db, GString *evidence);

/* Looks at every file of FOLDER, prints what it recognised and the command that comes next (PROGRAM as it was called), and writes
   FOLDER/audit.ini, never over one that is there. Stops with exit 3 where there is an audit.ini already or where no file reads as
   a user log. SYSTEMS reads what this folder's code cannot: words. */
void init_folder(const char *folder, const char *program, init_systems *systems);
