/* What one run has changed in a folder, kept in its place so that it can be taken back: by the run itself where a step fails, by
   the next one where it was killed. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Begins the journal of PLACE: NAMES, files of FILES (below PLACE), are going to be put into FOLDER, and REMOVED (NULL: none) to
   be taken away from it. False: errno says why, and nothing was changed. */
bool journal_begin(const char *place, const char *files, const char *folder, const GPtrArray *names, const GPtrArray *removed);
/* Keeps what FOLDER has under NAME, which stays there (KEEP) or is taken away. True where it has nothing. */
bool journal_keep(const char *place, const char *folder, const char *name, bool keep);
/* From here on nothing is taken back. */
bool journal_end(const char *place);
/* Takes everything back that the journal of PLACE says. True: nothing is left to take back; there need not be a journal. */
bool journal_undo(const char *place);
