/* Writes findings.csv, for other programs and for spreadsheets that must not run what an officer typed. */
#include "include/audit.h"
#include "include/output.h"
#include "include/text.h"
#include "report/csv/findings.h"
#include "report/document/section.h"
#include <string.h>

/* A spreadsheet takes these for the beginning of a formula; the full-width forms count in some. */
static bool cell_risky(const char *text) {
  static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
    if (g_str_has_prefix(text, starts[i])) return true;
  return false;
}

static bool text_plain(const char *text) {
  while (*text >= ' ' && *text <= '~') text++;
  return !*text;
}

static void cell_put(struct output *file, const char *text) {
  g_autofree char *shown = text_plain(text) ? NULL : text_show(text, false);
  bool risky = cell_risky(text) || (shown && cell_risky(shown));
  g_autofree char *marked = risky ? g_strconcat("'", shown ? shown : text, NULL) : NULL;
  const char *cell = marked ? marked : shown ? shown : text;
  g_autofree char *quoted = text_csv_cell(cell, ',');
  output_print(file, quoted);
}

static void heads_write(struct output *file, sqlite3_stmt *rows) {
  for (int i = 0; i < sqlite3_column_count(rows); i++) {
    if (i) output_print(file, ",");
    output_print(file, sqlite3_column_name(rows, i));
  }
  output_print(file, "\n");
}

static void row_write(struct output *file, sqlite3_stmt *row) {
  for (int i = 0; i < sqlite3_column_count(row); i++) {
    const char *text = db_text(row, i);
    if (i) output_print(file, ",");
    if (text) cell_put(file, text);
  }
  output_print(file, "\n");
}

char *findings_write(struct db *db, const char *path) {
  struct output *file = output_open_summed(path);
  struct section *section = section_read("report/sections/csv/90-findings.sql");
  sqlite3_stmt *rows = section_open(db, section);
  guint64 all = (guint64)db_value_int(db, "SELECT coalesce(sum(exceptions), 0) FROM rule");
  heads_write(file, rows);
  for (guint64 done = 0; db_step(db, rows); done++) {
    row_write(file, rows);
    if (done % 8192 == 0) progress_show("writing findings.csv", done, all);
  }
  sqlite3_finalize(rows);
  section_free(section);
  return output_close(file);
}
