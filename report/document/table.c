/* Tables of a document: their cells ready to be shown, no more rows than the section allows. */
#include "report/document/table.h"
#include "report/chart/scale.h"
#include "include/text.h"
#include <string.h>

/* Longer cells would bury their row; the whole text is in the workbook and the database. */
#define CELL_MOST 1800

void table_free(struct table *table) {
  if (!table) return;
  g_ptr_array_unref(table->heads);
  g_ptr_array_unref(table->cells);
  g_free(table);
}

guint table_rows(const struct table *table) { return table->columns ? table->cells->len / table->columns : 0; }

const char *table_cell(const struct table *table, guint row, guint column) {
  return table->cells->pdata[row * table->columns + column];
}

bool table_shown(const struct table *table, guint column) { return !table->hidden[column]; }

const char *table_link(const struct table *table, guint row) {
  for (guint i = 0; i < table->columns; i++)
    if (table->kinds[i].kind == COLUMN_LINK && table->kinds[i].width <= 0 && *table_cell(table, row, i))
      return table_cell(table, row, i);
  return NULL;
}

const char *table_cell_link(const struct table *table, guint row, guint column) {
  guint next = column + 1;
  if (next >= table->columns || table->kinds[next].kind != COLUMN_LINK || table->kinds[next].width <= 0) return NULL;
  return *table_cell(table, row, next) ? table_cell(table, row, next) : NULL;
}

void columns_hide(struct table *table) {
  for (guint i = 0; i < table->columns; i++) {
    table->hidden[i] = true;
    for (guint row = 0; row < table_rows(table); row++)
      if (*table_cell(table, row, i)) table->hidden[i] = table->kinds[i].kind == COLUMN_LINK;
  }
}

char *cell_text(const char *text) {
  if (!text) return g_strdup("");
  char *shown = text_show(text, true);
  glong length = g_utf8_strlen(shown, -1);
  if (length <= CELL_MOST) return shown;
  g_autofree char *head = g_utf8_substring(shown, 0, CELL_MOST);
  g_free(shown);
  return g_strdup_printf("%s … (%ld more characters)", head, length - CELL_MOST);
}

/* "2022-06-06T09:50:12-04:00" to the minute; anything else as it stands. */
static char *moment_shown(const char *text) {
  if (text && strlen(text) >= 16 && text[4] == '-' && text[10] == 'T') return g_strdup_printf("%.10s %.5s", text, text + 11);
  return cell_text(text);
}

static char *cell_read(sqlite3_stmt *statement, int at, enum column_kind kind) {
  bool number = sqlite3_column_type(statement, at) == SQLITE_INTEGER;
  if (number && (kind == COLUMN_COUNT || kind == COLUMN_ANY)) return scale_number(db_int(statement, at));
  if (kind == COLUMN_MOMENT) return moment_shown(db_text(statement, at));
  return cell_text(db_text(statement, at));
}

struct table *table_new(const struct section *section, sqlite3_stmt *statement, guint columns) {
  struct table *table = g_new0(struct table, 1);
  table->columns = columns;
  memcpy(table->kinds, section->columns, sizeof table->kinds);
  table->heads = g_ptr_array_new_with_free_func(g_free);
  table->cells = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < table->columns; i++) g_ptr_array_add(table->heads, g_strdup(sqlite3_column_name(statement, (int)i)));
  return table;
}

void table_row(struct table *table, sqlite3_stmt *statement) {
  for (guint i = 0; i < table->columns; i++) g_ptr_array_add(table->cells, cell_read(statement, (int)i, table->kinds[i].kind));
}

/* With a LIMIT, SQLite sorts only as many rows as are wanted. */
static struct table *table_first(struct db *db, const struct section *section, gint64 most) {
  g_autofree char *first = g_strdup_printf("SELECT * FROM (\n%s\n) LIMIT %" G_GINT64_FORMAT, section->sql, most);
  struct section limited = *section;
  limited.sql = first;
  sqlite3_stmt *statement = section_open(db, &limited);
  struct table *table = table_new(section, statement, (guint)sqlite3_column_count(statement));
  while (db_step(db, statement)) table_row(table, statement);
  sqlite3_finalize(statement);
  return table;
}

struct table *table_read(struct db *db, const struct section *section, gint64 *rest) {
  gint64 most = section->most ? g_ascii_strtoll(section->most, NULL, 10) : G_MAXINT64;
  struct table *table = table_first(db, section, most);
  g_autofree char *count = g_strdup_printf("SELECT count(*) FROM (\n%s\n)", section->sql);
  *rest = table_rows(table) < most ? 0 : db_value_int(db, count) - most;
  columns_hide(table);
  return table;
}
