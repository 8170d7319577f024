/* Writes cells of CSV files for spreadsheets that must not run what an officer typed. */
#include "report/csv/cell.h"
#include "include/text.h"

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

char *csv_marked(const char *text) {
  g_autofree char *shown = text_plain(text) ? g_strdup(text) : text_show(text, false);
  return cell_risky(text) || cell_risky(shown) ? g_strconcat("'", shown, NULL) : g_steal_pointer(&shown);
}

void csv_put(struct output *file, const char *text) {
  g_autofree char *marked = csv_marked(text), *quoted = text_csv_cell(marked, ',');
  output_print(file, quoted);
}
