/* Workbooks from their first sheet to the proof that they are whole. */
#include "report/xlsx/xlsx.h"
#include "report/xlsx/dictionary.h"
#include "report/xlsx/recount.h"
#include "report/xlsx/sheets.h"
#include "report/xlsx/summary.h"

static guint64 parts_cells(const GPtrArray *parts) {
  guint64 cells = 0;
  for (guint i = 0; i < parts->len; i++) cells += part_cells(parts->pdata[i]);
  return cells;
}

static const struct xlsx_limits of_excel = {.rows = 1048576, .links = 65530, .cells = 1000000};

void xlsx_write_sections(struct db *db, const char *path, const char *on) {
  g_autoptr(GPtrArray) sections = sections_read(on), parts = parts_plan(db, sections, &of_excel);
  struct book *book = book_open(db, path, parts_cells(parts) > of_excel.cells);
  parts_begin(book, parts, 0, parts->len);
  parts_write(book, parts);
  book_close(book);
  book_recount(book);
  book_free(book);
}

/* Summary stands behind the sheet that people work with, and is filled last, when all is counted. */
void xlsx_write_limited(struct db *db, const char *path, const struct xlsx_limits *limits) {
  g_autoptr(GPtrArray) sections = sections_read("xlsx"), parts = parts_plan(db, sections, limits);
  struct book *book = book_open(db, path, parts_cells(parts) > limits->cells);
  parts_begin(book, parts, 0, 1);
  struct sheet *summary = sheet_new(book, "Summary");
  parts_begin(book, parts, 1, parts->len);
  struct sheet *dictionary = sheet_new(book, "Dictionary");
  parts_write(book, parts);
  dictionary_write(dictionary, parts);
  summary_write(summary, parts);
  book_close(book);
  book_recount(book);
  book_free(book);
}

void xlsx_write(struct db *db, const char *path) { xlsx_write_limited(db, path, &of_excel); }
