/* Puts the files of a stage in place, all or none. */
#pragma once
#include "include/folder/stage.h"

/* Moves every file of STAGE into its folder, after all are safe on disk, and removes what an earlier run wrote there and this one
   did not, which is said. Only what the folder's manifest lists, with the sum that it lists, is replaced or removed; TAKEN, ended
   by NULL or itself NULL, names files that may be replaced whatever they hold, because this run has read them. Anything else of
   these names, a link, a folder is stop_system before anything is changed. Where the folder holds nothing else it is exchanged as
   a whole: at no moment is there a mixture. Else files are put in place one by one; a failure takes them back, and so does the
   next run where this one is killed. */
void stage_publish(struct stage *stage, const char *const *taken);

/* The same for files that have a manifest of their own in a folder that may hold others, an audit or case files: MANIFEST, which
   manifest_write made, is its name. An audit and they leave each other's files alone. */
void stage_publish_as(struct stage *stage, const char *manifest, const char *const *taken);
