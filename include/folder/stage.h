/* A private folder in which files are made until they are whole, and what earlier runs left of theirs. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct stage;

/* Lets the process that waits (include/guard.h) see the places that its child makes. Call this before the fork. */
void stages_share(void);
/* Takes back and removes the places that the child has left. True: nothing is left. It asks for no memory. */
bool stages_take_back(void);

/* For the files of FOLDER, which need not be there. Its place (0700, named STAGING_NAME) lies beside FOLDER or, where nothing can
   be written there, inside it. Places of runs that were killed are removed first, and what they had half put in place is taken
   back. Everything is removed again at any end of the program. A failure is stop_system. */
struct stage *stage_new(const char *folder);
const char *stage_files(const struct stage *stage);  /* where the new files are made */
const char *stage_folder(const struct stage *stage); /* where they belong */
const char *stage_place(const struct stage *stage);

/* A private folder inside FOLDER for files that nobody keeps, removed like a stage. The path is the caller's. */
char *scratch_new(const char *folder);
