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

enum need { AS_IS, QUOTES, DOUBLED, CARE };

/* Printable ASCII that begins no formula stands as it is, in quotes where it has a comma, with its own quotes doubled; the rest
   is looked at closely. */
static enum need cell_need(const char *text, gsize length) {
  guint other = 0, quote = 0, comma = 0;
  if (length && strchr("=+-@", text[0])) return CARE;
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar)text[i];
    other |= (guchar)(c - ' ') > '~' - ' ';
    quote |= c == '"';
    comma |= c == ',';
  }
  return other ? CARE : quote ? DOUBLED : comma ? QUOTES : AS_IS;
}

/* A cell looked at closely, and how it was written: the rows of a rule repeat some. */
struct memo {
  GString *text, *cell;
};

static void cell_careful(GString *cell, const char *text) {
  g_autofree char *shown = text_show(text, false);
  g_string_append(cell, cell_risky(text) || cell_risky(shown) ? "'" : "");
  g_string_append(cell, shown);
  if (!strpbrk(cell->str, ",\"\n")) return;
  g_string_replace(cell, "\"", "\"\"", 0);
  g_string_prepend_c(cell, '"');
  g_string_append_c(cell, '"');
}

static void text_double(GString *cell, const char *text, gsize length) {
  for (const char *end = text + length; text < end;) {
    const char *quote = memchr(text, '"', (gsize)(end - text)), *stop = quote ? quote + 1 : end;
    g_string_append_len(cell, text, stop - text);
    if (quote) g_string_append_c(cell, '"');
    text = stop;
  }
}

static void memo_write(struct memo *memo, const char *text, gsize length) {
  g_string_truncate(memo->text, 0);
  g_string_append_len(memo->text, text, (gssize)length);
  g_string_truncate(memo->cell, 0);
  cell_careful(memo->cell, text);
}

static void cell_write(GString *row, struct memo *memo, const char *text, gsize length) {
  enum need need = cell_need(text, length);
  if (need == CARE) {
    if (memo->text->len != length || memcmp(memo->text->str, text, length) != 0) memo_write(memo, text, length);
    g_string_append_len(row, memo->cell->str, (gssize)memo->cell->len);
    return;
  }
  if (need != AS_IS) g_string_append_c(row, '"');
  if (need == DOUBLED) text_double(row, text, length);
  else g_string_append_len(row, text, (gssize)length);
  if (need != AS_IS) g_string_append_c(row, '"');
}

static void row_write(struct output *file, GString *row, sqlite3_stmt *statement, struct memo *memos) {
  int columns = sqlite3_column_count(statement);
  g_string_truncate(row, 0);
  for (int i = 0; i < columns; i++) {
    if (i) g_string_append_c(row, ',');
    const char *text = db_text(statement, i);
    if (text) cell_write(row, &memos[i], text, (gsize)sqlite3_column_bytes(statement, i));
  }
  g_string_append_c(row, '\n');
  output_put(file, row->str, row->len);
}

static void head_write(struct output *file, sqlite3_stmt *statement) {
  for (int i = 0; i < sqlite3_column_count(statement); i++) {
    if (i) output_print(file, ",");
    output_print(file, sqlite3_column_name(statement, i));
  }
  output_print(file, "\n");
}

void findings_write(struct db *db, const char *path) {
  struct section *section = section_read("report/sections/90-findings.sql");
  sqlite3_stmt *statement = section_open(db, section);
  struct output *file = output_open(path);
  struct memo memos[COLUMNS_MOST];
  int columns = MIN(sqlite3_column_count(statement), COLUMNS_MOST);
  GString *row = g_string_sized_new(1024);
  for (int i = 0; i < columns; i++) memos[i] = (struct memo){g_string_new(NULL), g_string_new(NULL)};
  head_write(file, statement);
  while (db_step(db, statement)) row_write(file, row, statement, memos);
  output_close(file);
  for (int i = 0; i < columns; i++) g_string_free(memos[i].text, TRUE), g_string_free(memos[i].cell, TRUE);
  g_string_free(row, TRUE);
  sqlite3_finalize(statement);
  section_free(section);
}
