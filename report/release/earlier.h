/* The release that stands where a new one is to be written: what differs since, and a place in which it is kept. */
#pragma once
#include "include/db.h"

/* Holds the ROWS of the searches.csv of an earlier release, the heads first, of char **, against table release_cell, and sets
   "since" among what is asked (document/asked.h) to words on what differs; to NULL where nothing does, or ROWS is NULL. PATH is
   the file, for messages. */
void earlier_compare(struct db *db, const GPtrArray *rows, const char *path);

/* Copies the release in OUT to OUT-1, OUT-2, ... unless the one made in FILES has the same manifest: nothing that was released is
   overwritten. The path, the caller's; NULL: there was nothing to keep. */
char *earlier_keep(const char *out, const char *files);
