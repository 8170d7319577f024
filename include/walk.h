/* The rows of a table one after the other, read from the pages of the database file (sqlite.org/fileformat2.html): a few times
   cheaper than a SELECT that hands them out column by column. What the file cannot give in order comes by such a SELECT. */
#pragma once
#include "include/db.h"

struct walk;

/* The rows of TABLE, which has a rowid, in the order of it, or in ORDER, a list as after ORDER BY. COLUMNS is a list as after
   SELECT, of names alone, the rowid's among them. All must be committed, and nobody writes to the table until walk_close. */
struct walk *walk_open(struct db *db, const char *table, const char *columns, const char *order);
bool walk_next(struct walk *walk); /* true: a row is there */
void walk_close(struct walk *walk);

/* Of the row, by position in COLUMNS from 0. A text lives until walk_next; no NUL follows it. */
gint64 walk_int(struct walk *walk, guint at); /* 0 where NULL */
bool walk_null(struct walk *walk, guint at);
const char *walk_text(struct walk *walk, guint at, gsize *length); /* NULL, of length 0, where NULL */
