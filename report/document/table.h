/* Tables of a document: text that is ready to be shown, row by row. */
#pragma once
#include "include/db.h"
#include "report/document/section.h"

struct table {
  guint columns;
  struct column kinds[COLUMNS_MOST];
  bool hidden[COLUMNS_MOST]; /* a link, or empty in every row */
  GPtrArray *heads;          /* of char * */
  GPtrArray *cells;          /* of char *, row by row */
};

guint table_rows(const struct table *table);
const char *table_cell(const struct table *table, guint row, guint column);
bool table_shown(const struct table *table, guint column);

/* Where the row leads to: a heading of the document or a part of the page; NULL where nowhere. */
const char *table_link(const struct table *table, guint row);

/* Where this one cell leads to, by the link of a width above 0 that follows it; NULL where nowhere. */
const char *table_cell_link(const struct table *table, guint row, guint column);

/* The rows of a section that a document shows; REST is how many there are beside them. */
struct table *table_read(struct db *db, const struct section *section, gint64 *rest);

/* A table without rows, with the first COLUMNS of STATEMENT; table_row adds the row that STATEMENT stands on; columns_hide comes
   last. */
struct table *table_new(const struct section *section, sqlite3_stmt *statement, guint columns);
void table_row(struct table *table, sqlite3_stmt *statement);
void columns_hide(struct table *table);
void table_free(struct table *table);

/* TEXT (NULL: nothing) safe to show, its end cut off in sight where it is very long; the caller's. */
char *cell_text(const char *text);
