/* Prints tables as plain text: as wide as their words need, narrower where the terminal is. */
#include "report/terminal/page_table.h"
#include "include/wrap.h"
#include "report/document/block.h"
#include <stdio.h>

#define GAP 2
#define SHORT 12 /* "17 in 104", "by a person" */

struct widths {
  guint of[COLUMNS_MOST];    /* as wide as the widest cell, then as they are printed; 0 for what is not shown */
  guint least[COLUMNS_MOST]; /* as wide as the longest word, or as a short cell */
};

static const char *cell_shown(const struct table *table, guint row, guint column) {
  const char *text = table_cell(table, row, column);
  return table->kinds[column].kind == COLUMN_SIGN ? status_sign(text) : text;
}

/* The widest cell of a column; a short one keeps to one line. */
static void width_of_cells(const struct table *table, guint column, struct widths *widths) {
  guint *width = &widths->of[column], *least = &widths->least[column];
  for (guint row = 0; row < table_rows(table); row++) {
    const char *cell = cell_shown(table, row, column);
    *width = MAX(*width, wrap_width(cell));
    *least = MAX(*least, wrap_word_most(cell));
  }
  if (*width <= SHORT) *least = *width;
}

static struct widths widths_wish(const struct table *table, bool heads) {
  struct widths widths = {0};
  for (guint i = 0; i < table->columns; i++) {
    if (!table_shown(table, i)) continue;
    width_of_cells(table, i, &widths);
    if (!heads) continue;
    widths.of[i] = MAX(widths.of[i], wrap_width(table->heads->pdata[i]));
    widths.least[i] = MAX(widths.least[i], wrap_word_most(table->heads->pdata[i]));
  }
  return widths;
}

static guint widths_sum(const struct table *table, const guint *widths) {
  guint sum = 0;
  for (guint i = 0; i < table->columns; i++)
    if (table_shown(table, i)) sum += widths[i] + GAP;
  return sum;
}

/* How many lines the rows take. */
static guint rows_height(const struct table *table, const guint *widths) {
  guint height = 0;
  for (guint row = 0; row < table_rows(table); row++) {
    guint most = 1;
    for (guint i = 0; i < table->columns; i++)
      if (table_shown(table, i)) most = MAX(most, wrap_count(cell_shown(table, row, i), widths[i]));
    height += most;
  }
  return height;
}

/* The column that is best narrowed without breaking words: the one that costs the fewest lines, of several the widest.
   COLUMNS_MOST where none can be. */
static guint width_spare(const struct table *table, struct widths *widths) {
  guint best = COLUMNS_MOST, least = G_MAXUINT;
  for (guint i = 0; i < table->columns; i++) {
    if (widths->of[i] <= widths->least[i]) continue;
    widths->of[i]--;
    guint height = rows_height(table, widths->of);
    widths->of[i]++;
    if (height > least || (height == least && widths->of[i] <= widths->of[best])) continue;
    best = i;
    least = height;
  }
  return best;
}

/* Narrows them until they fit in COLUMNS; false where that would break words. */
static bool widths_fit(const struct table *table, struct widths *widths, guint columns) {
  if (widths_sum(table, widths->least) > columns) return false;
  for (guint all = widths_sum(table, widths->of); all > columns; all--) widths->of[width_spare(table, widths)]--;
  return true;
}

/* ------------------------------------------------------------------------------------------------------- side by side */

static void cell_append(GString *line, const struct table *table, guint column, const char *text, guint width) {
  int pad = (int)(width - MIN(width, wrap_width(text)));
  bool right = table->kinds[column].kind == COLUMN_COUNT;
  g_string_append_printf(line, "%*s%s%*s", GAP + (right ? pad : 0), "", text, right ? 0 : pad, "");
}

static void row_print(const struct table *table, const guint *widths, const char *const *cells) {
  GPtrArray *lines[COLUMNS_MOST];
  guint height = 1;
  for (guint i = 0; i < table->columns; i++) {
    lines[i] = wrap_lines(table_shown(table, i) ? cells[i] : "", MAX(1, widths[i]));
    height = MAX(height, lines[i]->len);
  }
  for (guint line = 0; line < height; line++) {
    g_autoptr(GString) row = g_string_new(NULL);
    for (guint i = 0; i < table->columns; i++)
      if (table_shown(table, i)) cell_append(row, table, i, line < lines[i]->len ? lines[i]->pdata[line] : "", widths[i]);
    puts(g_strchomp(row->str));
  }
  for (guint i = 0; i < table->columns; i++) g_ptr_array_unref(lines[i]);
}

static void rows_print(const struct table *table, const guint *widths) {
  for (guint row = 0; row < table_rows(table); row++) {
    const char *cells[COLUMNS_MOST];
    for (guint i = 0; i < table->columns; i++) cells[i] = cell_shown(table, row, i);
    row_print(table, widths, cells);
  }
}

/* --------------------------------------------------------------------------------------------------------- row by row */

/* The cells up to the first that has a head in words stand on their own line; the others follow, each after its head. */
static void record_print(const struct table *table, guint row) {
  g_autoptr(GString) title = g_string_new(NULL), rest = g_string_new(NULL);
  bool named = false;
  for (guint i = 0; i < table->columns; i++) {
    const char *head = table->heads->pdata[i], *cell = cell_shown(table, row, i);
    if (!table_shown(table, i) || !*cell) continue;
    if (named) g_string_append_printf(rest, "%s%s: %s", rest->len ? " · " : "", head, cell);
    else g_string_append_printf(title, "%s%s", title->len ? " " : "", cell);
    named = named || *head;
  }
  wrap_text(title->str, GAP);
  if (rest->len) wrap_text(rest->str, 2 * GAP);
}

static void records_print(const struct table *table) {
  for (guint row = 0; row < table_rows(table); row++) record_print(table, row);
}

/* -------------------------------------------------------------------------------------------------------------- both */

void page_table(const struct table *table, guint columns) {
  struct widths widths = widths_wish(table, true);
  if (!widths_fit(table, &widths, columns)) {
    records_print(table);
    return;
  }
  row_print(table, widths.of, (const char *const *)table->heads->pdata);
  rows_print(table, widths.of);
}

void page_figures(const struct table *table, guint columns) {
  struct widths widths = widths_wish(table, false);
  if (widths_fit(table, &widths, columns)) rows_print(table, widths.of);
  else records_print(table);
}
