/* Reads every rule with its first exceptions: two results walked in step, each read once. */
#include "report/document/document_rules.h"

#define RULE_TERMS 4 /* from this column on: pairs of a label (the column's name) and its text */

/* The first exceptions of all rules in their order; the last two columns are how many findings are left after this row, and the
   rule's place. */
struct exceptions {
  struct section *section;
  sqlite3_stmt *statement;
  int place_column;
  bool more; /* the statement stands on a row */
};

static struct exceptions exceptions_open(struct db *db) {
  struct exceptions exceptions = {.section = section_read("report/sections/document/42-exceptions.sql")};
  exceptions.statement = section_open(db, exceptions.section);
  exceptions.place_column = sqlite3_column_count(exceptions.statement) - 1;
  exceptions.more = db_step(db, exceptions.statement);
  return exceptions;
}

static void exceptions_add(struct db *db, GPtrArray *blocks, struct exceptions *exceptions, gint64 place) {
  sqlite3_stmt *statement = exceptions->statement;
  if (!exceptions->more || db_int(statement, exceptions->place_column) != place) return;
  struct table *table = table_new(exceptions->section, statement, (guint)exceptions->place_column - 1);
  gint64 left = 0;
  for (; exceptions->more && db_int(statement, exceptions->place_column) == place; exceptions->more = db_step(db, statement)) {
    table_row(table, statement);
    left = db_int(statement, exceptions->place_column - 1);
  }
  columns_hide(table);
  block_add(blocks, BLOCK_TABLE, NULL, NULL)->table = table;
  rest_add(blocks, exceptions->section, left);
}

/* Columns: place, heading, status, result in words, terms. */
static void rule_add(struct db *db, GPtrArray *blocks, struct exceptions *exceptions, sqlite3_stmt *rule) {
  g_autofree char *name = g_strdup_printf("rule-%d", (int)db_int(rule, 0));
  heading_add(blocks, 2, name, db_text(rule, 1));
  block_add(blocks, BLOCK_STATUS, db_text(rule, 2), db_text(rule, 3));
  for (int i = RULE_TERMS; i < sqlite3_column_count(rule); i++) {
    const char *text = db_text(rule, i);
    if (text && *text) block_add(blocks, BLOCK_TERM, sqlite3_column_name(rule, i), text);
  }
  exceptions_add(db, blocks, exceptions, db_int(rule, 0));
}

void section_rules(struct db *db, GPtrArray *blocks, const struct section *section) {
  struct exceptions exceptions = exceptions_open(db);
  sqlite3_stmt *rule = section_open(db, section);
  section_heading(blocks, section);
  while (db_step(db, rule)) rule_add(db, blocks, &exceptions, rule);
  sqlite3_finalize(rule);
  sqlite3_finalize(exceptions.statement);
  section_free(exceptions.section);
}
