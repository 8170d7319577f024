/* The files below a folder. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Sorted paths relative to FOLDER, strings that the array frees; what this program keeps for itself (".faceaudit-...") is left
   out. A folder that cannot be read is stop_system. */
GPtrArray *tree_names(const char *folder);
/* Whether FOLDER has a folder inside that holds no file. */
bool tree_has_empty(const char *folder);
/* Whether NAME stays below a folder: relative, and without "..". */
bool tree_name_safe(const char *name);
/* Whether no part of the way from FOLDER to NAME is a link or a file. Where one is, *MET is its path, the caller's. */
bool tree_way_plain(const char *folder, const char *name, char **met);
/* With all that is inside, as far as the system lets it; links are removed, not followed. True: nothing is left. */
bool tree_remove(const char *path);
