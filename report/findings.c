/* Writes findings.csv, for other programs and for spreadsheets that must not run what an officer typed. */
#include "output.h"
#include "report.h"
#include "section.h"
#include "text.h"
#include <string.h>

/* A spreadsheet takes these for the beginning of a formula; the full-width forms count in some. */
static bool cell_risky(const char *text) {
  static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
    if (g_str_has_prefix(text, starts[i])) return true;
  return false;
}

static void cell_write(struct output *file, const char *text) {
  if (!text) return;
  g_autofree char *shown = text_show(text, false);
  GString *cell = g_string_new(cell_risky(text) || cell_risky(shown) ? "'" : "");
  g_string_append(cell, shown);
  if (strpbrk(cell->str, ",\"\n")) {
    g_string_replace(cell, "\"", "\"\"", 0);
    g_string_prepend_c(cell, '"');
    g_string_append_c(cell, '"');
  }
  output_put(file, cell->str, cell->len);
  g_string_free(cell, TRUE);
}

void findings_write(struct db *db, const char *path) {
  struct section *section = section_read("report/sections/90-findings.sql");
  sqlite3_stmt *statement = section_open(db, section);
  struct output *file = output_open(path);
  int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; i++) {
    if (i) output_print(file, ",");
    output_print(file, sqlite3_column_name(statement, i));
  }
  output_print(file, "\n");
  while (db_step(db, statement)) {
    for (int i = 0; i < columns; i++) {
      if (i) output_print(file, ",");
      cell_write(file, db_text(statement, i));
    }
    output_print(file, "\n");
  }
  output_close(file);
  sqlite3_finalize(statement);
  section_free(section);
}
