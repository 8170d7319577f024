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

enum need { AS_IS, QUOTES, CARE };

/* Printable ASCII that begins no formula stands as it is, in quotes where it has a comma; the rest is looked at closely. */
static enum need cell_need(const char *text, gsize length) {
  enum need need = AS_IS;
  if (length && strchr("=+-@", text[0])) return CARE;
  for (gsize i = 0; i < length; i++) {
    if (text[i] < ' ' || text[i] > '~' || text[i] == '"') return CARE;
    if (text[i] == ',') need = QUOTES;
  }
  return need;
}

static void cell_careful(struct output *file, const char *text) {
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

static void cell_write(struct output *file, const char *text, gsize length) {
  enum need need = text ? cell_need(text, length) : AS_IS;
  if (!text) return;
  if (need == CARE) {
    cell_careful(file, text);
    return;
  }
  if (need == QUOTES) output_put(file, "\"", 1);
  output_put(file, text, length);
  if (need == QUOTES) output_put(file, "\"", 1);
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
      const char *text = db_text(statement, i);
      cell_write(file, text, (gsize)sqlite3_column_bytes(statement, i));
    }
    output_print(file, "\n");
  }
  output_close(file);
  sqlite3_finalize(statement);
  section_free(section);
}
