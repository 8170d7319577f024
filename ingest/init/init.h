/* faceaudit init: what stands in a folder of unknown exports, and an audit.ini to begin with. */
#pragma once

/* Looks at every file of FOLDER, prints what it recognised and the command that comes next (PROGRAM as it was called), and writes
   FOLDER/audit.ini, never over one that is there. Stops with exit 3 where there is an audit.ini already or where no file reads as
   a user log. */
void init_folder(const char *folder, const char *program);
