/* The data dictionary: every sheet and column, in the order of the workbook, with the words of dictionary.txt. */
#include "include/assets.h"
#include "include/message.h"
#include "report/xlsx/dictionary.h"
#include <string.h>

/* "[Sheet]" begins a sheet and its own words follow on the next line; "Column: what it means | where it comes from". */
static const char *meaning_find(const char *sheet, const char *column, char **meaning) {
  g_autofree char *head = g_strdup_printf("\n[%s]\n", sheet);
  g_autofree char *start = g_strdup_printf("\n%s: ", column);
  const char *words = asset_text("report/xlsx/dictionary.txt"), *at = strstr(words, head);
  const char *end = at ? strstr(at + 1, "\n[") : NULL, *line = at ? strstr(at, start) : NULL;
  if (!line || (end && line > end))
    stop_system("report/xlsx/dictionary.txt", "has no entry for %s / %s: report this", sheet, column);
  line += strlen(start);
  const char *bar = strstr(line, " | "), *stop = strchr(line, '\n');
  if (!bar || !stop || bar > stop)
    stop_system("report/xlsx/dictionary.txt", "%s / %s lacks its source: report this", sheet, column);
  *meaning = g_strndup(line, (gsize)(bar - line));
  return bar + 3;
}

static void words_row(struct sheet *sheet, lxw_row_t row, const char *title, const char *column) {
  g_autofree char *meaning = NULL;
  const char *from = meaning_find(title, column, &meaning);
  g_autofree char *where = g_strndup(from, strcspn(from, "\n"));
  double lines = MAX((double)strlen(meaning) / 78, (double)strlen(where) / 34);
  cell_string(sheet, row, 0, title, FORMAT_PLAIN);
  cell_string(sheet, row, 1, g_str_equal(column, "*") ? "(the sheet)" : column, FORMAT_PLAIN);
  cell_string(sheet, row, 2, meaning, FORMAT_WRAP);
  cell_string(sheet, row, 3, where, FORMAT_WRAP);
  row_height(sheet, row, 15 * (1 + (int)lines));
}

static lxw_row_t part_rows(struct sheet *sheet, lxw_row_t row, const struct part *part) {
  words_row(sheet, row++, part->section->title, "*");
  for (guint i = 0; i < part->columns; i++) words_row(sheet, row++, part->section->title, part->shown[i].head);
  return row;
}

/* What Excel's limit on links cost; NULL where it cost nothing. The string is the caller's. */
static char *links_lost(const struct part *part) {
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < part->sheets->len; i++) {
    const struct sheet *sheet = part->sheets->pdata[i];
    if (sheet->unlinked) g_string_append_printf(words, "%s%s from row %u", words->len ? ", " : "", sheet->name, sheet->unlinked);
  }
  if (!words->len) return NULL;
  return g_strdup_printf(
      "Excel takes %u links on a sheet. Cells beyond hold their text without a link: on %s on. Filter the other "
      "sheet by that text instead.",
      part->limits->links, words->str);
}

static lxw_row_t links_row(struct sheet *sheet, lxw_row_t row, const struct part *part) {
  g_autofree char *lost = links_lost(part);
  if (!lost) return row;
  cell_string(sheet, row, 0, part->section->title, FORMAT_PLAIN);
  cell_string(sheet, row, 1, "(links)", FORMAT_PLAIN);
  cell_string(sheet, row, 2, lost, FORMAT_WRAP);
  row_height(sheet, row, 30);
  return row + 1;
}

/* How many rows the table has, which must be known before they are written. */
static lxw_row_t rows_count(const GPtrArray *parts) {
  lxw_row_t rows = 0;
  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *lost = links_lost(parts->pdata[i]);
    rows += ((const struct part *)parts->pdata[i])->columns + (lost ? 2 : 1);
  }
  return rows;
}

void dictionary_write(struct sheet *sheet, const GPtrArray *parts) {
  static const double widths[] = {18, 24, 80, 36};
  char *heads[] = {"Sheet", "Column", "What it means", "Where it comes from", NULL};
  lxw_row_t row = 1;
  for (guint i = 0; i < G_N_ELEMENTS(widths); i++)
    book_check(sheet->book, worksheet_set_column(sheet->made, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL));
  sheet_table(sheet, rows_count(parts), heads);
  for (guint i = 0; i < parts->len; i++) {
    row = part_rows(sheet, row, parts->pdata[i]);
    row = links_row(sheet, row, parts->pdata[i]);
  }
  worksheet_freeze_panes(sheet->made, 1, 0);
  sheet_print(sheet, true);
  book_check(sheet->book, worksheet_repeat_rows(sheet->made, 0, 0));
}
