/* The sheet Summary: the first page of the workbook, laid out on a grid of twelve columns, row by row. Its figures come from
   report/sections/xlsx/70-*; charts stand on ranges of this sheet. */
#include "report/document/document.h"
#include "report/xlsx/summary.h"
#include "report/xlsx/charts.h"
#include "include/text.h"
#include <string.h>

#define GRID 12 /* columns of the page */
#define GRID_WIDTH 9.6

/* The page being written. */
struct page {
  struct sheet *sheet;
  struct db *db;
  lxw_row_t row;
};

static sqlite3_stmt *page_open(struct page *page, const char *name) {
  g_autofree char *path = g_strdup_printf("report/sections/xlsx/70-%s.sql", name);
  struct section *section = section_read(path);
  sqlite3_stmt *statement = section_open(page->db, section);
  section_free(section);
  return statement;
}

/* Columns FROM to TO of the page's row become one cell, which is written afterwards. */
static void cells_join(struct page *page, lxw_col_t from, lxw_col_t to, enum format format) {
  struct book *book = page->sheet->book;
  lxw_format *look = book->formats[format];
  book_check(book, worksheet_write_blank(page->sheet->made, page->row, from, look));
  if (from < to) book_check(book, worksheet_merge_range(page->sheet->made, page->row, from, page->row, to, "", look));
}

static void text_across(struct page *page, lxw_col_t from, lxw_col_t to, const char *text, enum format format) {
  cells_join(page, from, to, format);
  cell_string(page->sheet, page->row, from, text, format);
}

static void number_across(struct page *page, lxw_col_t from, lxw_col_t to, double number, enum format format) {
  cells_join(page, from, to, format);
  cell_number(page->sheet, page->row, from, number, format);
}

static void link_across(struct page *page, lxw_col_t from, lxw_col_t to, const char *target, const char *text) {
  cells_join(page, from, to, FORMAT_LINE_LINK);
  cell_link(page->sheet, page->row, from, target, text, FORMAT_LINE_LINK);
}

/* A number, or a text where there is none to show. */
static void value_across(struct page *page, lxw_col_t from, lxw_col_t to, sqlite3_stmt *statement, int column,
                         enum format format) {
  int type = sqlite3_column_type(statement, column);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
    number_across(page, from, to, sqlite3_column_double(statement, column), format);
  else text_across(page, from, to, db_text(statement, column), format);
}

static void row_end(struct page *page, double height) { row_height(page->sheet, page->row++, height); }

static void head_put(struct page *page, const char *text) {
  text_across(page, 0, GRID - 1, text, FORMAT_SECTION);
  row_end(page, 28);
}

/* ----------------------------------------------------------------------------------------------------- title, figures */

static char *title_line(struct db *db) {
  g_autofree char *from = db_setting(db, "period", "from", ""), *to = db_setting(db, "period", "to", "");
  g_autofree char *directive = db_setting(db, "agency", "directive", ""), *zone = db_setting(db, "agency", "timezone", "");
  g_autofree char *line =
      g_strdup_printf("%s to %s, both days included  ·  %s%s%sTimes are local: %s", *from ? from : "the first row",
                      *to ? to : "the last row", *directive ? "Directive " : "", directive, *directive ? "  ·  " : "", zone);
  return text_show(line, true);
}

static void title_put(struct page *page) {
  g_autofree char *line = title_line(page->db);
  text_across(page, 0, GRID - 1, "Audit of facial recognition searches", FORMAT_TITLE);
  row_end(page, 34);
  text_across(page, 0, GRID - 1, page->sheet->book->agency, FORMAT_SECTION);
  row_end(page, 20);
  text_across(page, 0, GRID - 1, line, FORMAT_SUBTITLE);
  page->row++;
  row_end(page, 10);
}

/* What the inputs cover, and doubts about them: a paragraph a row. */
static void coverage_put(struct page *page) {
  sqlite3_stmt *statement = page_open(page, "summary-coverage");
  lxw_row_t first = page->row;
  while (db_step(page->db, statement)) {
    text_across(page, 0, GRID - 1, db_text(statement, 0), FORMAT_NOTE);
    row_end(page, 15.0 * (double)(1 + g_utf8_strlen(db_text(statement, 0), -1) / 125));
  }
  sqlite3_finalize(statement);
  if (page->row > first) row_end(page, 10);
}

#define TILES 3 /* beside each other, of TILE_COLUMNS columns */
#define TILE_COLUMNS (GRID / TILES)

/* One line of the tiles from number FIRST on: what COLUMN of the SELECT says of each. Returns false where none is left. Rows
   are written in their order, so the SELECT is read again for each line. */
static bool tiles_line(struct page *page, sqlite3_stmt *statement, int first, int column, enum format format) {
  int at = 0;
  for (; at < first + TILES && db_step(page->db, statement); at++) {
    if (at < first) continue;
    lxw_col_t from = (lxw_col_t)((at - first) * TILE_COLUMNS);
    bool share = sqlite3_column_type(statement, column) == SQLITE_FLOAT;
    value_across(page, from, (lxw_col_t)(from + TILE_COLUMNS - 1), statement, column, share ? FORMAT_SHARE : format);
  }
  db_reset(statement);
  return at > first;
}

/* Label, figure and note of each. */
static void tiles_put(struct page *page) {
  sqlite3_stmt *statement = page_open(page, "summary-tiles");
  for (int first = 0; tiles_line(page, statement, first, 0, FORMAT_LABEL); first += TILES) {
    row_end(page, 20);
    tiles_line(page, statement, first, 1, FORMAT_FIGURE);
    row_end(page, 36);
    tiles_line(page, statement, first, 2, FORMAT_NOTE);
    row_end(page, 30);
    row_end(page, 10);
  }
  sqlite3_finalize(statement);
}

/* ------------------------------------------------------------------------------------------------------------ clauses */

/* NUMBER is that of the clause's row on the sheet Clauses, from 0. */
static void clause_row(struct page *page, sqlite3_stmt *statement, guint number) {
  g_autofree char *clause = g_strdup_printf("internal:'Clauses'!A%u", number + 2);
  text_across(page, 0, 0, status_sign(db_text(statement, 0)), FORMAT_LINE_SIGN);
  link_across(page, 1, 2, clause, db_text(statement, 1));
  text_across(page, 3, 6, db_text(statement, 2), FORMAT_LINE);
  text_across(page, 7, 8, db_text(statement, 3), FORMAT_LINE);
  for (int i = 0; i < 3; i++) value_across(page, (lxw_col_t)(9 + i), (lxw_col_t)(9 + i), statement, 4 + i, FORMAT_LINE_COUNT);
  row_end(page, strlen(db_text(statement, 2)) > 46 ? 30 : 16);
}

static void clauses_put(struct page *page) {
  static const struct {
    lxw_col_t from, to;
    const char *text;
  } heads[] = {{0, 0, " "},          {1, 2, "Clause"},    {3, 6, "What must hold"}, {7, 8, "Result"},
               {9, 9, "Exceptions"}, {10, 10, "To read"}, {11, 11, "Tested"}};
  sqlite3_stmt *statement = page_open(page, "summary-clauses");
  head_put(page, "Every clause and its result");
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) text_across(page, heads[i].from, heads[i].to, heads[i].text, FORMAT_LINE_HEAD);
  page->row++;
  for (guint i = 0; db_step(page->db, statement); i++) clause_row(page, statement, i);
  sqlite3_finalize(statement);
  text_across(
      page, 0, GRID - 1,
      "✓ no exceptions in what was tested   ▲ exceptions to review   ◇ to be read by a person   ○ not tested, never passed   "
      "— for a person",
      FORMAT_SUBTITLE);
  page->row++;
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

static void sheet_row(struct page *page, const struct part *part, guint number) {
  const struct sheet *sheet = part->sheets->pdata[number];
  g_autofree char *target = g_strdup_printf("internal:'%s'!A1", sheet->name);
  g_autofree char *left = number + 1 == part->sheets->len ? part_left(part) : NULL;
  const char *says = left ? left : part->section->says ? part->section->says : "";
  link_across(page, 0, 2, target, sheet->name);
  number_across(page, 3, 3, (double)part_sheet_rows(part, number), FORMAT_LINE_COUNT);
  text_across(page, 4, GRID - 1, says, FORMAT_LINE);
  row_end(page, g_utf8_strlen(says, -1) > 84 ? 30 : 16);
}

static void sheets_put(struct page *page, const GPtrArray *parts) {
  head_put(page, "In this workbook");
  text_across(page, 0, 2, "Sheet", FORMAT_LINE_HEAD);
  text_across(page, 3, 3, "Rows", FORMAT_LINE_HEAD);
  text_across(page, 4, GRID - 1, "What it holds", FORMAT_LINE_HEAD);
  page->row++;
  for (guint i = 0; i < parts->len; i++) {
    const struct part *part = parts->pdata[i];
    for (guint k = 0; k < part->sheets->len; k++) sheet_row(page, part, k);
  }
  link_across(page, 0, 2, "internal:'Dictionary'!A1", "Dictionary");
  cells_join(page, 3, 3, FORMAT_LINE);
  text_across(page, 4, GRID - 1, "Every sheet and column: what it means and where it comes from.", FORMAT_LINE);
  page->row++;
}

static void counts_put(struct page *page) {
  sqlite3_stmt *statement = page_open(page, "summary-counts");
  head_put(page, "Counts");
  while (db_step(page->db, statement)) {
    const char *note = db_text(statement, 2);
    text_across(page, 0, 3, db_text(statement, 0), FORMAT_LINE);
    value_across(page, 4, 4, statement, 1, FORMAT_LINE_COUNT);
    text_across(page, 5, GRID - 1, note, FORMAT_LINE);
    row_end(page, note && strlen(note) > 72 ? 30 : 16);
  }
  sqlite3_finalize(statement);
  if (!page->sheet->book->cut) return;
  text_across(page, 0, 3, "Cells cut to the length that Excel takes", FORMAT_LINE);
  number_across(page, 4, 4, (double)page->sheet->book->cut, FORMAT_LINE_COUNT);
  text_across(page, 5, GRID - 1, "Their whole text is in audit.db.", FORMAT_LINE);
  page->row++;
}

/* ------------------------------------------------------------------------------------------------------------- charts */

#define CHART_ROWS 12 /* of 20 pixels */

/* What a chart stands on, being written; each column of the SELECT, a text and numbers, is one column of the grid wide. */
struct figures {
  struct native chart;
  sqlite3_stmt *statement; /* NULL when all is written */
  struct range range;
};

static struct figures figures_open(struct page *page, const char *section, lxw_col_t column, struct native chart) {
  struct figures figures = {.chart = chart, .statement = page_open(page, section)};
  figures.range = (struct range){page->row + 1, page->row, column, (lxw_col_t)sqlite3_column_count(figures.statement), 0};
  for (lxw_col_t i = 0; i < figures.range.columns; i++)
    text_across(page, column + i, column + i, sqlite3_column_name(figures.statement, i), FORMAT_LINE_HEAD);
  return figures;
}

static void figures_row(struct page *page, struct figures *figures) {
  double all = 0;
  for (lxw_col_t i = 0; i < figures->range.columns; i++) {
    lxw_col_t column = figures->range.column + i;
    if (i) all += sqlite3_column_double(figures->statement, i);
    value_across(page, column, column, figures->statement, i, i ? FORMAT_LINE_COUNT : FORMAT_LINE);
  }
  figures->range.most = MAX(figures->range.most, all);
  figures->range.last = page->row;
}

/* The next row of each that has one, side by side; false where none has. */
static bool figures_next(struct page *page, struct figures *figures, guint count) {
  bool any = false;
  for (guint i = 0; i < count; i++) {
    bool more = figures[i].statement && db_step(page->db, figures[i].statement);
    if (more) figures_row(page, &figures[i]);
    else g_clear_pointer(&figures[i].statement, sqlite3_finalize);
    any |= more;
  }
  return any;
}

/* At the end what the charts stand on, side by side; the charts themselves at row AT. */
static void charts_put(struct page *page, lxw_row_t at) {
  g_autofree char *months =
      db_value_text(page->db, "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') "
                              "THEN 'summary-months-alone' WHEN EXISTS (SELECT 1 FROM search_unlinked_outside) "
                              "THEN 'summary-months-part' ELSE 'summary-months' END");
  bool part = db_value_int(page->db, "SELECT EXISTS (SELECT 1 FROM uncovered_month)");
  head_put(page, part ? "The figures behind the charts (* a month that the log supplied does not cover)"
                      : "The figures behind the charts");
  struct figures figures[] = {
      figures_open(page, months, 0,
                   (struct native){LXW_CHART_COLUMN_STACKED, "Searches by month",
                                   "Columns: searches in each month; the figures stand further down on this sheet.", at, 0, 6,
                                   CHART_ROWS * 20}),
      figures_open(page, "summary-severities", 4,
                   (struct native){LXW_CHART_BAR, "Findings by severity",
                                   "Bars: findings of each severity; the figures stand further down on this sheet.", at, 6, 3,
                                   CHART_ROWS * 20}),
      figures_open(page, "summary-by-clause", 8,
                   (struct native){LXW_CHART_BAR, "Findings by clause",
                                   "Bars: findings of each clause; the figures stand further down on this sheet.", at, 9, 3,
                                   CHART_ROWS * 20})};
  do page->row++;
  while (figures_next(page, figures, G_N_ELEMENTS(figures)));
  for (guint i = 0; i < G_N_ELEMENTS(figures); i++) native_chart(page->sheet, &figures[i].chart, &figures[i].range);
}

void summary_write(struct sheet *sheet, const GPtrArray *parts) {
  struct page page = {.sheet = sheet, .db = sheet->book->db};
  book_check(sheet->book, worksheet_set_column(sheet->made, 0, GRID - 1, GRID_WIDTH, NULL));
  worksheet_gridlines(sheet->made, LXW_HIDE_ALL_GRIDLINES);
  title_put(&page);
  coverage_put(&page);
  tiles_put(&page);
  lxw_row_t charts = page.row;
  page.row += CHART_ROWS;
  clauses_put(&page);
  lxw_row_t breaks[] = {page.row, 0};
  sheets_put(&page, parts);
  counts_put(&page);
  charts_put(&page, charts);
  book_check(sheet->book, worksheet_set_h_pagebreaks(sheet->made, breaks));
  sheet_print(sheet, false);
  book_check(sheet->book, worksheet_print_area(sheet->made, 0, 0, page.row - 1, GRID - 1));
  worksheet_activate(sheet->made);
}
