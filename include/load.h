/* Rows appended to tables as whole pages of the database file, in the format that SQLite defines for it
   (sqlite.org/fileformat2.html): many times cheaper than INSERT, for tables that are filled once, in the order of their rows.
   Pages are made by the thread that gives rows and written by another. Between the first row and load_settle SQLite may read the
   file, but nobody may write to it. */
#pragma once
#include "include/db.h"

struct load;
struct load_table;

struct load *load_open(struct db *db);
/* Settles, and ends: tables loaded are the load's no more. */
void load_close(struct load *load);
/* Returns when all rows given are in the database and SQLite may write to it until the next row. No transaction may be open. */
void load_settle(struct load *load);

/* A table of DB that is empty or was filled by this load; the same again where it was. It has a rowid and no index. COLUMNS, a
   list as after INSERT INTO, tells which are given; the others are NULL. Neither constraints nor types are checked. */
struct load_table *load_into(struct load *load, const char *table, const char *columns);

/* The values of a row by position in COLUMNS from 1; what is not given is NULL. Text must live until load_row; NULL gives NULL.
 */
void load_int(struct load_table *table, guint at, gint64 value);
void load_text(struct load_table *table, guint at, const char *text);
void load_bytes(struct load_table *table, guint at, const char *text, gsize length);
/* Appends the row; returns its rowid, one more than the last. */
gint64 load_row(struct load_table *table);
/* The same, with a rowid that is greater than the last. */
void load_row_as(struct load_table *table, gint64 rowid);
/* The last rowid, 0 where there is none. */
gint64 load_last(const struct load_table *table);

/* What was appended to any table since the mark was set is forgotten; there is one mark. */
void load_mark(struct load *load);
void load_forget(struct load *load);
