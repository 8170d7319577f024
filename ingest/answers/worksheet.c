/* Reads the cells of a worksheet as text. What they mean is decided by whoever wrote it. */
#include "ingest/answers/worksheet.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/csv/csv.h"
#include "ingest/xlsx/spreadsheet.h"
#include <string.h>

/* The first row is as wide as it is; all others are as wide as that. */
static void row_add(GPtrArray *rows, guint width, const char *(*cell)(const void *row, guint column), const void *row) {
  if (rows->len) width = g_strv_length(rows->pdata[0]);
  char **cells = g_new0(char *, width + 1);
  bool any = false;
  for (guint i = 0; i < width; i++) {
    const char *text = cell(row, i);
    cells[i] = text_trim(g_strdup(text ? text : ""));
    any = any || *cells[i];
  }
  if (any) g_ptr_array_add(rows, cells);
  else g_strfreev(cells);
}

static const char *sheet_cell(const void *row, guint column) {
  const struct sheet_row *cells = row;
  for (guint i = 0; i < cells->count; i++)
    if (cells->cells[i].column == column) return cells->cells[i].text;
  return NULL;
}

static const char *record_cell(const void *row, guint column) {
  const struct record *record = row;
  return column < record->count ? record->cells[column] : NULL;
}

static void sheet_rows(GPtrArray *rows, const char *path, struct spreadsheet *book, const char *name) {
  for (guint i = 0; i < spreadsheet_count(book); i++) {
    if (strcmp(spreadsheet_sheet(book, i), name) && spreadsheet_count(book) > 1)
      continue; /* alone it is a CSV file, saved anew */
    struct cells *sheet = spreadsheet_read(book, i);
    for (guint k = 0; sheet && k < sheet->rows->len; k++) {
      const struct sheet_row *row = &g_array_index(sheet->rows, struct sheet_row, k);
      row_add(rows, row->count ? row->cells[row->count - 1].column + 1u : 0, sheet_cell, row);
    }
    if (!sheet) stop_input(path, 0, "%s", spreadsheet_fault(book));
    cells_free(sheet);
    return;
  }
  stop_input(path, 0, "this workbook has no sheet \"%s\": give the worksheet that faceaudit wrote", name);
}

/* Any first line of several cells is the head. */
static double head_score(char **cells, guint count, void *data) {
  (void)cells, (void)data;
  return count > 1 ? 1 : 0;
}

static void csv_rows(GPtrArray *rows, const char *path) {
  struct source *source = source_open(path, path);
  struct csv *csv = csv_open(source, head_score, NULL);
  struct record record;
  while (csv_next(csv, &record)) {
    if (record.kind == RECORD_DAMAGED) stop_input(path, record.line, "%s", (const char *)record.faults->pdata[0]);
    if (record.kind == RECORD_HEADER || record.kind == RECORD_DATA) row_add(rows, record.count, record_cell, &record);
  }
  csv_close(csv);
  source_close(source);
}

GPtrArray *worksheet_rows(const char *path, const char *sheet) {
  GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &bytes, &length, &error)) stop_input(path, 0, "%s", error->message);
  g_autoptr(GBytes) held = g_bytes_new_static(bytes, length);
  struct spreadsheet *book = spreadsheet_open(held);
  if (!book) {
    csv_rows(rows, path);
    return rows;
  }
  if (spreadsheet_fault(book)) stop_input(path, 0, "%s", spreadsheet_fault(book));
  sheet_rows(rows, path, book, sheet);
  spreadsheet_close(book);
  return rows;
}
