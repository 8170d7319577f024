/* The sheet Summary: the first page of the workbook, laid out on a grid of twelve columns. Its figures come from
   report/sections/xlsx/70-*; charts stand on ranges of this sheet. */
#include "include/audit.h"
#include "report/chart/canvas.h"
#include "report/document/document.h"
#include "include/text.h"
#include "report/xlsx/xlsx_book.h"
#include <string.h>

#define GRID 12 /* columns of the page */
#define GRID_WIDTH 9.6

/* The page being written. */
struct page {
  struct book *book;
  lxw_worksheet *sheet;
  lxw_row_t row;
};

static sqlite3_stmt *page_open(struct page *page, const char *name) {
  g_autofree char *path = g_strdup_printf("report/sections/xlsx/70-%s.sql", name);
  struct section *section = section_read(path);
  sqlite3_stmt *statement = section_open(page->book->db, section);
  section_free(section);
  return statement;
}

/* TEXT over columns FROM to TO of ROW. */
static void text_across(struct page *page, lxw_row_t row, lxw_col_t from, lxw_col_t to, const char *text, enum format format) {
  lxw_format *look = page->book->formats[format];
  book_check(page->book, worksheet_write_blank(page->sheet, row, from, look));
  if (from < to) book_check(page->book, worksheet_merge_range(page->sheet, row, from, row, to, "", look));
  book_string(page->book, page->sheet, row, from, text, format);
}

/* A number, or a text where there is none to show, over columns. */
static void value_across(struct page *page, lxw_row_t row, lxw_col_t from, lxw_col_t to, sqlite3_stmt *statement, int column,
                         enum format format) {
  int type = sqlite3_column_type(statement, column);
  text_across(page, row, from, to, type == SQLITE_TEXT ? db_text(statement, column) : NULL, format);
  if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return;
  book_check(page->book, worksheet_write_number(page->sheet, row, from, sqlite3_column_double(statement, column),
                                                page->book->formats[format]));
}

static void row_height(struct page *page, lxw_row_t row, double height) {
  book_check(page->book, worksheet_set_row(page->sheet, row, height, NULL));
}

static void link_put(struct page *page, lxw_row_t row, lxw_col_t column, const char *target, const char *text,
                     enum format format) {
  book_check(page->book, worksheet_write_url_opt(page->sheet, row, column, target, page->book->formats[format], text, NULL));
}

static void head_put(struct page *page, const char *text) {
  row_height(page, page->row, 28);
  text_across(page, page->row++, 0, GRID - 1, text, FORMAT_SECTION);
}

/* ----------------------------------------------------------------------------------------------------- title, figures */

static void title_put(struct page *page) {
  g_autofree char *from = db_setting(page->book->db, "period", "from", ""), *to = db_setting(page->book->db, "period", "to", "");
  g_autofree char *directive = db_setting(page->book->db, "agency", "directive", "");
  g_autofree char *zone = db_setting(page->book->db, "agency", "timezone", "");
  g_autofree char *line =
      g_strdup_printf("%s to %s, both days included  ·  %s%s%sTimes are local: %s", *from ? from : "the first row",
                      *to ? to : "the last row", *directive ? "Directive " : "", directive, *directive ? "  ·  " : "", zone);
  g_autofree char *shown = text_show(line, true);
  row_height(page, 0, 34);
  text_across(page, 0, 0, GRID - 1, "Audit of facial recognition searches", FORMAT_TITLE);
  row_height(page, 1, 20);
  text_across(page, 1, 0, GRID - 1, page->book->agency, FORMAT_SECTION);
  text_across(page, 2, 0, GRID - 1, shown, FORMAT_SUBTITLE);
  row_height(page, 3, 10);
  page->row = 4;
}

/* Four tiles of three columns: label, figure, note. */
static void tiles_put(struct page *page) {
  sqlite3_stmt *statement = page_open(page, "summary-tiles");
  for (lxw_col_t from = 0; db_step(page->book->db, statement) && from < GRID; from += 3) {
    bool share = sqlite3_column_type(statement, 1) == SQLITE_FLOAT;
    lxw_col_t to = (lxw_col_t)(from + 2);
    text_across(page, page->row, from, to, db_text(statement, 0), FORMAT_LABEL);
    value_across(page, page->row + 1, from, to, statement, 1, share ? FORMAT_SHARE : FORMAT_FIGURE);
    text_across(page, page->row + 2, from, to, db_text(statement, 2), FORMAT_NOTE);
  }
  sqlite3_finalize(statement);
  row_height(page, page->row, 20);
  row_height(page, page->row + 1, 36);
  row_height(page, page->row + 2, 42);
  row_height(page, page->row + 3, 10);
  page->row += 4;
}

/* ------------------------------------------------------------------------------------------------------------ clauses */

/* The first row of a rule's findings, to lead to. */
static void clause_row(struct page *page, sqlite3_stmt *statement, guint number) {
  const char *status = db_text(statement, 0);
  g_autofree char *clause = g_strdup_printf("internal:'Clauses'!A%u", number + 2);
  text_across(page, page->row, 0, 0, status_sign(status), FORMAT_LINE_SIGN);
  text_across(page, page->row, 1, 2, db_text(statement, 1), FORMAT_LINE_LINK);
  link_put(page, page->row, 1, clause, db_text(statement, 1), FORMAT_LINE_LINK);
  text_across(page, page->row, 3, 7, db_text(statement, 2), FORMAT_LINE);
  text_across(page, page->row, 8, 9, db_text(statement, 3), FORMAT_LINE);
  value_across(page, page->row, 10, 10, statement, 4, FORMAT_LINE_COUNT);
  value_across(page, page->row, 11, 11, statement, 5, FORMAT_LINE_COUNT);
  row_height(page, page->row, strlen(db_text(statement, 2)) > 52 ? 30 : 16);
  page->row++;
}

static void clauses_put(struct page *page) {
  static const struct {
    lxw_col_t from, to;
    const char *text;
  } heads[] = {{0, 0, " "},      {1, 2, "Clause"},       {3, 7, "What must hold"},
               {8, 9, "Result"}, {10, 10, "Exceptions"}, {11, 11, "Tested"}};
  sqlite3_stmt *statement = page_open(page, "summary-clauses");
  head_put(page, "Every clause and its result");
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    text_across(page, page->row, heads[i].from, heads[i].to, heads[i].text, FORMAT_LINE_HEAD);
  page->row++;
  for (guint i = 0; db_step(page->book->db, statement); i++) clause_row(page, statement, i);
  sqlite3_finalize(statement);
  text_across(
      page, page->row++, 0, GRID - 1,
      "✓ no exceptions in what was tested   ▲ exceptions to review   ○ not tested, never counted as passed   — for a person",
      FORMAT_SUBTITLE);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

static void sheet_row(struct page *page, const struct part *part, const struct sheet *sheet) {
  g_autofree char *target = g_strdup_printf("internal:'%s'!A1", sheet->name);
  bool last = sheet == part->sheets->pdata[part->sheets->len - 1];
  text_across(page, page->row, 0, 2, sheet->name, FORMAT_LINE_LINK);
  link_put(page, page->row, 0, target, sheet->name, FORMAT_LINE_LINK);
  text_across(page, page->row, 3, 3, NULL, FORMAT_LINE);
  book_check(page->book, worksheet_write_number(page->sheet, page->row, 3, sheet->rows, page->book->formats[FORMAT_LINE_COUNT]));
  g_autofree char *more = last && part->left
                              ? g_strdup_printf("%" G_GUINT64_FORMAT " more rows are not in this workbook: they are in %s.",
                                                part->left, part->section->rest ? part->section->rest : "audit.db")
                              : g_strdup(part->section->says ? part->section->says : "");
  text_across(page, page->row, 4, GRID - 1, more, FORMAT_LINE);
  row_height(page, page->row++, g_utf8_strlen(more, -1) > 84 ? 30 : 16);
}

static void sheets_put(struct page *page) {
  head_put(page, "In this workbook");
  text_across(page, page->row, 0, 2, "Sheet", FORMAT_LINE_HEAD);
  text_across(page, page->row, 3, 3, "Rows", FORMAT_LINE_HEAD);
  text_across(page, page->row++, 4, GRID - 1, "What it holds", FORMAT_LINE_HEAD);
  for (guint i = 0; i < page->book->kit.parts->len; i++) {
    const struct part *part = page->book->kit.parts->pdata[i];
    for (guint k = 0; k < part->sheets->len; k++) sheet_row(page, part, part->sheets->pdata[k]);
  }
  text_across(page, page->row, 0, 2, "Dictionary", FORMAT_LINE_LINK);
  link_put(page, page->row, 0, "internal:'Dictionary'!A1", "Dictionary", FORMAT_LINE_LINK);
  text_across(page, page->row, 3, 3, NULL, FORMAT_LINE);
  text_across(page, page->row++, 4, GRID - 1, "Every sheet and column: what it means and where it comes from.", FORMAT_LINE);
}

static void counts_put(struct page *page) {
  sqlite3_stmt *statement = page_open(page, "summary-counts");
  head_put(page, "Counts");
  while (db_step(page->book->db, statement)) {
    const char *note = db_text(statement, 2);
    text_across(page, page->row, 0, 3, db_text(statement, 0), FORMAT_LINE);
    value_across(page, page->row, 4, 4, statement, 1, FORMAT_LINE_COUNT);
    text_across(page, page->row, 5, GRID - 1, note, FORMAT_LINE);
    row_height(page, page->row++, note && strlen(note) > 72 ? 30 : 16);
  }
  sqlite3_finalize(statement);
  if (!page->book->kit.cut) return;
  text_across(page, page->row, 0, 3, "Cells cut to the length that Excel takes", FORMAT_LINE);
  book_check(page->book, worksheet_write_number(page->sheet, page->row, 4, (double)page->book->kit.cut,
                                                page->book->formats[FORMAT_LINE_COUNT]));
  text_across(page, page->row++, 5, GRID - 1, "Their whole text is in audit.db.", FORMAT_LINE);
}

/* ------------------------------------------------------------------------------------------------------------- charts */

/* Writes the figures of a chart from COLUMN on: a text and numbers, each column one grid column wide. */
static struct range figures_put(struct page *page, const char *name, lxw_row_t row, lxw_col_t column) {
  sqlite3_stmt *statement = page_open(page, name);
  lxw_col_t columns = (lxw_col_t)sqlite3_column_count(statement);
  for (lxw_col_t i = 0; i < columns; i++)
    text_across(page, row, (lxw_col_t)(column + i), (lxw_col_t)(column + i), sqlite3_column_name(statement, i), FORMAT_LINE_HEAD);
  struct range range = {row + 1, row, column, columns, 0};
  while (db_step(page->book->db, statement)) {
    double all = 0;
    for (int i = 1; i < columns; i++) all += sqlite3_column_double(statement, i);
    range.most = MAX(range.most, all);
    range.last++;
    for (lxw_col_t i = 0; i < columns; i++)
      value_across(page, range.last, (lxw_col_t)(column + i), (lxw_col_t)(column + i), statement, i,
                   i ? FORMAT_LINE_COUNT : FORMAT_LINE);
  }
  sqlite3_finalize(statement);
  return range;
}

#define CHART_ROWS 12 /* of 20 pixels */

/* At the end what the charts stand on, side by side; the charts themselves at row AT. */
static void charts_put(struct page *page, lxw_row_t at) {
  head_put(page, "The figures behind the charts");
  lxw_row_t row = page->row;
  bool held = db_value_int(page->book->db, "SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')");
  struct range months = figures_put(page, held ? "summary-months" : "summary-months-alone", row, 0);
  struct range severities = figures_put(page, "summary-severities", row, 4);
  struct range clauses = figures_put(page, "summary-by-clause", row, 8);
  page->row = MAX(MAX(months.last, severities.last), clauses.last) + 1;
  if (months.last >= months.first)
    native_chart(page->book, page->sheet,
                 &(struct native){LXW_CHART_COLUMN_STACKED, "Searches by month",
                                  "Columns: searches in each month; the figures stand further down on this sheet.", at, 0, 6,
                                  CHART_ROWS * 20},
                 &months);
  if (severities.last >= severities.first)
    native_chart(page->book, page->sheet,
                 &(struct native){LXW_CHART_BAR, "Findings by severity",
                                  "Bars: findings of each severity; the figures stand further down on this sheet.", at, 6, 3,
                                  CHART_ROWS * 20},
                 &severities);
  if (clauses.last >= clauses.first)
    native_chart(page->book, page->sheet,
                 &(struct native){LXW_CHART_BAR, "Findings by clause",
                                  "Bars: findings of each clause; the figures stand further down on this sheet.", at, 9, 3,
                                  CHART_ROWS * 20},
                 &clauses);
}

void summary_write(struct book *book, lxw_worksheet *sheet) {
  struct page page = {.book = book, .sheet = sheet};
  book_check(book, worksheet_set_column(sheet, 0, GRID - 1, GRID_WIDTH, NULL));
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  title_put(&page);
  tiles_put(&page);
  lxw_row_t charts = page.row;
  page.row += CHART_ROWS;
  clauses_put(&page);
  lxw_row_t breaks[] = {page.row, 0};
  sheets_put(&page);
  counts_put(&page);
  charts_put(&page, charts);
  worksheet_set_h_pagebreaks(sheet, breaks);
  book_print(book, sheet, false);
  book_check(book, worksheet_print_area(sheet, 0, 0, page.row - 1, GRID - 1));
  worksheet_activate(sheet);
}
