/* Reads the cells of an old .xls by libfreexl and tells them, with what xls_stream.c found, to another process. */
#define _GNU_SOURCE /* memfd_create */
#include "ingest/xlsx/cells.h"
#include "ingest/xlsx/number_format.h"
#include "ingest/xlsx/told.h"
#include "ingest/xlsx/xls_stream.h"
#include <freexl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CELLS_MOST 10000000u
#define TEXTS_MOST 5000000u
#define BYTES_MOST (512u * 1024 * 1024)

static const char damaged[] = "this workbook is damaged: open it and save it as .xlsx, or ask for the export again",
                  much[] = "this workbook holds more than an export does: export its sheets as CSV";

static void tell(FILE *to, struct told told, const char *text) {
  told.length = (guint32)strlen(text);
  fwrite(&told, sizeof told, 1, to);
  if (told.length) fwrite(text, told.length, 1, to);
}

static void tell_fault(FILE *to, const char *fault) { tell(to, (struct told){.what = TOLD_FAULT}, fault); }

/* The file that libfreexl opens by name has the very bytes that are hashed. */
static const void *book_open(GBytes *bytes) {
  gsize size;
  const void *data = g_bytes_get_data(bytes, &size), *book = NULL;
  int fd = memfd_create("xls", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
  if (fd < 0 || write(fd, data, size) != (gssize)size) return NULL;
  return freexl_open(path, &book) == FREEXL_OK ? book : NULL;
}

/* --------------------------------------------------------------------------------------------------------------- cells */

static const char *error_name(guint8 number) {
  static const struct {
    guint8 number;
    const char *name;
  } names[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"},
               {0x1D, "#NAME?"}, {0x24, "#NUM!"},   {0x2A, "#N/A"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].number == number) return names[i].name;
  return "#ERROR";
}

/* What libfreexl gives as a number that is none, or not at all. */
static bool tell_apart(FILE *to, GHashTable *apart, struct told told) {
  const struct xls_cell *cell = g_hash_table_lookup(apart, GUINT_TO_POINTER(told.row << 8 | told.column));
  if (!cell) return false;
  told.last = cell->error ? CELL_ERROR : CELL_SOUND;
  tell(to, told, cell->error ? error_name(cell->value) : cell->value ? "TRUE" : "FALSE");
  return true;
}

static void tell_value(FILE *to, struct told told, const FreeXL_CellValue *value) {
  static const struct number_format general = {0};
  bool number = value->type == FREEXL_CELL_INT || value->type == FREEXL_CELL_DOUBLE;
  if (number) {
    double figure = value->type == FREEXL_CELL_INT ? value->value.int_value : value->value.double_value;
    g_autofree char *text = number_text(figure, &general, false);
    tell(to, told, text);
  } else if (value->type != FREEXL_CELL_NULL && value->value.text_value) {
    g_autofree char *text = g_utf8_make_valid(value->value.text_value, -1);
    tell(to, told, text);
  }
}

static GHashTable *apart_index(const struct xls_sheet *sheet) {
  GHashTable *index = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < sheet->apart->len; i++) {
    struct xls_cell *cell = &g_array_index(sheet->apart, struct xls_cell, i);
    if (cell->column < 256) g_hash_table_insert(index, GUINT_TO_POINTER(cell->row << 8 | cell->column), cell);
  }
  return index;
}

static void tell_cells(const void *book, const struct xls_sheet *sheet, FILE *to) {
  unsigned rows = 0;
  unsigned short columns = 0;
  GHashTable *apart = apart_index(sheet);
  freexl_worksheet_dimensions(book, &rows, &columns);
  for (unsigned row = 0; row < rows && ftell(to) <= BYTES_MOST; row++)
    for (unsigned short column = 0; column < columns; column++) {
      FreeXL_CellValue value;
      const struct told told = {.what = TOLD_CELL, .row = row, .column = column};
      if (tell_apart(to, apart, told)) continue;
      if (freexl_get_cell_value(book, row, column, &value) == FREEXL_OK) tell_value(to, told, &value);
    }
  if (ftell(to) > BYTES_MOST) tell_fault(to, much);
}

/* -------------------------------------------------------------------------------------------------------------- sheets */

static void tell_beside(const struct xls_sheet *sheet, FILE *to) {
  for (guint i = 0; i < sheet->merged->len; i++) {
    const struct xls_area *area = &g_array_index(sheet->merged, struct xls_area, i);
    tell(to, (struct told){.what = TOLD_MERGED, .row = area->row, .last = area->last_row, .column = area->column}, "");
  }
  for (guint i = 0; i < sheet->hidden_rows; i++) tell(to, (struct told){.what = TOLD_HIDDEN_ROW}, "");
  for (guint i = 0; i < G_N_ELEMENTS(sheet->hidden_columns); i++)
    if (sheet->hidden_columns[i]) tell(to, (struct told){.what = TOLD_HIDDEN_COLUMN, .column = i}, "");
  if (sheet->filtered) tell(to, (struct told){.what = TOLD_FILTER}, "");
}

/* libfreexl leaves the cells of formulas empty: a table with them would be read with holes. */
static bool formulas_refuse(const struct xls_sheet *sheet, FILE *to) {
  if (!sheet->formulas->len) return false;
  const struct xls_cell *first = &g_array_index(sheet->formulas, struct xls_cell, 0);
  g_autofree char *place = cell_name(first->row, first->column);
  g_autofree char *fault =
      g_strdup_printf("the sheet %s holds formulas (the first in %s), whose results cannot be read from an old .xls: "
                      "open it and save it as .xlsx",
                      sheet->name, place);
  tell_fault(to, fault);
  return true;
}

static void tell_sheet(GBytes *bytes, const struct xls_stream *stream, guint at, FILE *to) {
  const struct xls_sheet *sheet = stream->sheets->pdata[at];
  const char *name = NULL;
  if (formulas_refuse(sheet, to)) return;
  const void *book = book_open(bytes);
  /* Both must mean the same sheet. */
  if (!book || freexl_get_worksheet_name(book, (unsigned short)at, &name) != FREEXL_OK || !name ||
      strcmp(name, sheet->name) != 0 || freexl_select_active_worksheet(book, (unsigned short)at) != FREEXL_OK)
    tell_fault(to, damaged);
  else {
    tell_cells(book, sheet, to);
    tell_beside(sheet, to);
  }
}

static bool stream_bounded(const struct xls_stream *stream) {
  guint64 cells = 0;
  for (guint i = 0; i < stream->sheets->len; i++) cells += ((const struct xls_sheet *)stream->sheets->pdata[i])->cells;
  return cells <= CELLS_MOST && stream->texts <= TEXTS_MOST;
}

void xls_tell(GBytes *bytes, int at, FILE *to) {
  struct xls_stream *stream = xls_stream_read(bytes);
  if (stream->fault) tell_fault(to, stream->fault);
  else if (!stream_bounded(stream)) tell_fault(to, much);
  else if (at >= 0 && (guint)at < stream->sheets->len) tell_sheet(bytes, stream, (guint)at, to);
  for (guint i = 0; at < 0 && i < stream->sheets->len; i++) {
    const struct xls_sheet *sheet = stream->sheets->pdata[i];
    tell(to, (struct told){.what = TOLD_SHEET, .row = sheet->hidden, .last = sheet->table}, sheet->name);
  }
  tell(to, (struct told){.what = TOLD_END}, "");
  xls_stream_free(stream);
}
