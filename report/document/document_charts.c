/* Reads charts from their sections. How they look is decided by report/chart. */
#include "report/document/document_charts.h"
#include "report/chart/chart.h"
#include <string.h>

bool section_is_chart(const struct section *section) {
  return g_str_has_prefix(section->shows, "chart ") && chart_known(section->shows + strlen("chart "));
}

/* What the fifth column says of a row. */
enum { ROW_VALUE, ROW_MARK, ROW_HATCH, ROW_SPAN };

/* Columns: label, series, value; then, where there are more: the rows it stands for, and what it is; the value of a span is its
   first day, and a sixth column its last. */
static void chart_row(struct chart *chart, sqlite3_stmt *statement) {
  g_autofree char *label = cell_text(db_text(statement, 0)), *series = cell_text(db_text(statement, 1));
  int columns = sqlite3_column_count(statement);
  const char *key = columns > 3 ? db_text(statement, 3) : NULL;
  gint64 what = columns > 4 ? db_int(statement, 4) : ROW_VALUE;
  if (what == ROW_HATCH) {
    chart_hatch(chart, label, series);
    return;
  }
  if (what == ROW_SPAN) {
    chart_span(chart, label, series, sqlite3_column_double(statement, 2), sqlite3_column_double(statement, 5));
    return;
  }
  (what == ROW_MARK ? chart_mark : chart_add)(chart, label, series, sqlite3_column_double(statement, 2));
  if (key && what == ROW_VALUE) chart_key_set(chart, label, series, key);
}

static void chart_fill(struct db *db, struct chart *chart, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  while (db_step(db, statement)) chart_row(chart, statement);
  sqlite3_finalize(statement);
}

/* "Searches by month: 289 of 376 documented". */
static char *title_read(struct db *db, const struct section *section) {
  g_autofree char *finding = section->finding ? db_value_text(db, section->finding) : NULL;
  return finding && *finding ? g_strconcat(section->title, ": ", finding, NULL) : g_strdup(section->title);
}

#define CHART_ROWS_TOP 24.0
#define CHART_ROW 16.0

static struct chart *chart_read(struct db *db, const struct section *section) {
  struct chart *chart = chart_new();
  chart->kind = g_strdup(section->shows + strlen("chart "));
  chart->name = g_strdup(section->file);
  chart->title = title_read(db, section);
  chart->says = g_strdup(section->says);
  chart->width = g_str_has_prefix(section->size, "half ") ? CHART_HALF : CHART_FULL;
  chart->height = g_ascii_strtod(strchr(section->size, ' '), NULL);
  chart_fill(db, chart, section);
  /* Few rows need less room than the section gives. */
  if (!g_str_equal(chart->kind, "columns") && !g_str_equal(chart->kind, "heat") && !g_str_equal(chart->kind, "stack"))
    chart->height = MIN(chart->height, CHART_ROWS_TOP + CHART_ROW * chart->labels->len);
  return chart;
}

void section_chart(struct db *db, GPtrArray *blocks, const struct section *section) {
  struct chart *chart = chart_read(db, section);
  if (!chart->labels->len) {
    chart_free(chart);
    if (section->empty) block_add(blocks, BLOCK_TEXT, NULL, section->empty);
    return;
  }
  if (section->page) block_add(blocks, BLOCK_PAGE, NULL, NULL);
  struct block *block = block_add(blocks, BLOCK_CHART, NULL, NULL);
  block->chart = chart;
  block->half = chart->width == CHART_HALF;
}
