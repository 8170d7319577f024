/* One way into a table for those who do not care which of two it is. */
#include "analyze/fill.h"
#include <string.h>

struct fill {
  struct db *db;
  struct load_table *table; /* NULL: rows are inserted */
  sqlite3_stmt *insert;     /* of the rowid and the columns */
};

struct fill *fill_open(struct db *db, struct load *load, const char *table, const char *columns) {
  struct fill *fill = g_new0(struct fill, 1);
  fill->db = db;
  if (load) fill->table = load_into(load, table, columns);
  else {
    GString *sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT INTO %s (rowid%s%s) VALUES (?", table, *columns ? ", " : "", columns);
    for (const char *at = columns; at && *at; at = strchr(at + 1, ',')) g_string_append(sql, ", ?");
    g_string_append_c(sql, ')');
    fill->insert = db_prepare(db, sql->str);
    g_string_free(sql, TRUE);
  }
  return fill;
}

void fill_int(struct fill *fill, guint at, gint64 value) {
  if (fill->table) load_int(fill->table, at, value);
  else db_bind_int(fill->insert, (int)at + 1, value);
}

void fill_text(struct fill *fill, guint at, const char *text) {
  if (fill->table) load_text(fill->table, at, text);
  else db_bind_text(fill->insert, (int)at + 1, text);
}

void fill_bytes(struct fill *fill, guint at, const char *text, gsize length) {
  if (fill->table) load_bytes(fill->table, at, text, length);
  else db_bind_bytes(fill->insert, (int)at + 1, text, length);
}

static void row_insert(struct fill *fill) {
  db_step(fill->db, fill->insert);
  db_reset(fill->insert);
}

void fill_row(struct fill *fill) {
  if (fill->table) load_row(fill->table);
  else row_insert(fill);
}

void fill_row_as(struct fill *fill, gint64 rowid) {
  if (fill->table) {
    load_row_as(fill->table, rowid);
    return;
  }
  db_bind_int(fill->insert, 1, rowid);
  row_insert(fill);
}

void fill_close(struct fill *fill) {
  sqlite3_finalize(fill->insert);
  g_free(fill);
}
