/* The files below a folder. */
#pragma once
#include <glib.h>
#include <limits.h>
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
/* What follows asks for no memory: the process that is left when another had none takes back by it what that one did. */

/* With all that is inside, as far as the system lets it; links are removed, not followed. True: nothing is left. */
bool tree_remove(const char *path);
/* Calls EACH with the folder PATH and the name of each entry in it. False: it cannot be read, or EACH said so of one. */
bool tree_each(const char *path, bool (*each)(const char *path, const char *name, void *data), void *data);
/* Makes PATH that of NAME in FOLDER. False: it is too long, and errno says so. */
bool tree_path(char path[PATH_MAX], const char *folder, const char *name);
