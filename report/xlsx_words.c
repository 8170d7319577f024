/* The data dictionary: every sheet and column, in the order of the workbook, with the words of dictionary.txt. */
#include "include/assets.h"
#include "include/message.h"
#include "report/xlsx/xlsx_book.h"
#include <string.h>

/* "[Sheet]" begins a sheet and its own words follow on the next line; "Column: what it means | where it comes from". */
static const char *words_find(const char *sheet, const char *column, char **meaning) {
  g_autofree char *head = g_strdup_printf("\n[%s]\n", sheet);
  g_autofree char *start = g_strdup_printf("\n%s: ", column);
  const char *words = asset_text("report/xlsx/dictionary.txt"), *at = strstr(words, head);
  const char *end = at ? strstr(at + 1, "\n[") : NULL, *line = at ? strstr(at, start) : NULL;
  if (!line || (end && line > end)) stop_system("report/xlsx/dictionary.txt", "says nothing of %s / %s: report this", sheet, column);
  line += strlen(start);
  const char *bar = strstr(line, " | "), *stop = strchr(line, '\n');
  if (!bar || !stop || bar > stop) stop_system("report/xlsx/dictionary.txt", "%s / %s lacks its source: report this", sheet, column);
  *meaning = g_strndup(line, (gsize)(bar - line));
  return bar + 3;
}

static void words_row(struct book *book, lxw_worksheet *made, lxw_row_t row, const char *sheet, const char *column) {
  g_autofree char *meaning = NULL;
  const char *from = words_find(sheet, column, &meaning);
  g_autofree char *where = g_strndup(from, strcspn(from, "\n"));
  double lines = MAX((double)strlen(meaning) / 78, (double)strlen(where) / 34);
  book_string(book, made, row, 0, sheet, LOOK_PLAIN);
  book_string(book, made, row, 1, g_str_equal(column, "*") ? "(the sheet)" : column, LOOK_PLAIN);
  book_string(book, made, row, 2, meaning, LOOK_WRAP);
  book_string(book, made, row, 3, where, LOOK_WRAP);
  book_check(book, worksheet_set_row(made, row, 15 * (1 + (int)lines), NULL));
}

static lxw_row_t part_rows(struct book *book, lxw_worksheet *made, lxw_row_t row, const struct part *part) {
  words_row(book, made, row++, part->section->title, "*");
  for (guint i = 0; i < part->columns; i++) words_row(book, made, row++, part->section->title, part->shown[i].head);
  return row;
}

/* What Excel's limit on links cost, said where links are explained. */
static lxw_row_t links_row(struct book *book, lxw_worksheet *made, lxw_row_t row, const struct part *part) {
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < part->sheets->len; i++) {
    const struct sheet *sheet = part->sheets->pdata[i];
    if (sheet->unlinked) g_string_append_printf(words, "%s%s from row %u", words->len ? ", " : "", sheet->name, sheet->unlinked);
  }
  if (!words->len) return row;
  g_string_prepend(words, " links on a sheet. Cells beyond hold their text without a link: on ");
  g_autofree char *text =
      g_strdup_printf("Excel takes %u%s on. Filter the other sheet by that text instead.", book->kit.links, words->str);
  book_string(book, made, row, 0, part->section->title, LOOK_PLAIN);
  book_string(book, made, row, 1, "(links)", LOOK_PLAIN);
  book_string(book, made, row, 2, text, LOOK_WRAP);
  book_check(book, worksheet_set_row(made, row, 30, NULL));
  return row + 1;
}

void dictionary_write(struct book *book, lxw_worksheet *sheet) {
  static const double widths[] = {18, 24, 80, 36};
  char *heads[] = {"Sheet", "Column", "What it means", "Where it comes from", NULL};
  lxw_row_t row = 1;
  for (guint i = 0; i < G_N_ELEMENTS(widths); i++)
    book_check(book, worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL));
  for (guint i = 0; i < book->kit.parts->len; i++) {
    row = part_rows(book, sheet, row, book->kit.parts->pdata[i]);
    row = links_row(book, sheet, row, book->kit.parts->pdata[i]);
  }
  book_table(book, sheet, "Dictionary", row - 1, heads);
  worksheet_freeze_panes(sheet, 1, 0);
  book_print(book, sheet, true);
  book_check(book, worksheet_repeat_rows(sheet, 0, 0));
}
