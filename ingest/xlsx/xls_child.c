/* The child process of xls.c: reads the cells of an old .xls with libfreexl and sends them to the parent, together with what
   xls_stream.c found. */
#define _GNU_SOURCE /* memfd_create */
#include "ingest/xlsx/cells.h"
#include "ingest/xlsx/number_format.h"
#include "ingest/xlsx/xls_message.h"
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

static void message_send(FILE *to, struct xls_message message, const char *text) {
  message.length = (guint32)strlen(text);
  fwrite(&message, sizeof message, 1, to);
  if (message.length) fwrite(text, message.length, 1, to);
}

static void fault_send(FILE *to, const char *fault) { message_send(to, (struct xls_message){.what = XLS_FAULT}, fault); }

/* libfreexl opens files by name: it gets exactly the bytes that were hashed. */
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

/* Booleans and errors, which libfreexl returns as plain numbers or not at all. */
static bool apart_send(FILE *to, GHashTable *apart, struct xls_message message) {
  const struct xls_cell *cell = g_hash_table_lookup(apart, GUINT_TO_POINTER(message.row << 8 | message.column));
  if (!cell) return false;
  message.last = cell->error ? CELL_ERROR : CELL_SOUND;
  message_send(to, message, cell->error ? error_name(cell->value) : cell->value ? "TRUE" : "FALSE");
  return true;
}

static void value_send(FILE *to, struct xls_message message, const FreeXL_CellValue *value) {
  static const struct number_format general = {0};
  bool number = value->type == FREEXL_CELL_INT || value->type == FREEXL_CELL_DOUBLE;
  if (number) {
    double figure = value->type == FREEXL_CELL_INT ? value->value.int_value : value->value.double_value;
    g_autofree char *text = number_text(figure, &general, false);
    message_send(to, message, text);
  } else if (value->type != FREEXL_CELL_NULL && value->value.text_value) {
    g_autofree char *text = g_utf8_make_valid(value->value.text_value, -1);
    message_send(to, message, text);
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

static void cells_send(const void *book, const struct xls_sheet *sheet, FILE *to) {
  unsigned rows = 0;
  unsigned short columns = 0;
  GHashTable *apart = apart_index(sheet);
  freexl_worksheet_dimensions(book, &rows, &columns);
  for (unsigned row = 0; row < rows && ftell(to) <= BYTES_MOST; row++)
    for (unsigned short column = 0; column < columns; column++) {
      FreeXL_CellValue value;
      const struct xls_message message = {.what = XLS_CELL, .row = row, .column = column};
      if (apart_send(to, apart, message)) continue;
      if (freexl_get_cell_value(book, row, column, &value) == FREEXL_OK) value_send(to, message, &value);
    }
  if (ftell(to) > BYTES_MOST) fault_send(to, much);
}

/* -------------------------------------------------------------------------------------------------------------- sheets */

static void hidden_and_merged_send(const struct xls_sheet *sheet, FILE *to) {
  for (guint i = 0; i < sheet->merged->len; i++) {
    const struct xls_area *area = &g_array_index(sheet->merged, struct xls_area, i);
    message_send(to, (struct xls_message){.what = XLS_MERGED, .row = area->row, .last = area->last_row, .column = area->column},
                 "");
  }
  for (guint i = 0; i < sheet->hidden_rows; i++) message_send(to, (struct xls_message){.what = XLS_HIDDEN_ROW}, "");
  for (guint i = 0; i < G_N_ELEMENTS(sheet->hidden_columns); i++)
    if (sheet->hidden_columns[i]) message_send(to, (struct xls_message){.what = XLS_HIDDEN_COLUMN, .column = i}, "");
  if (sheet->filtered) message_send(to, (struct xls_message){.what = XLS_FILTER}, "");
}

/* libfreexl leaves cells with formulas empty, so the table would be read with holes. */
static bool formulas_refuse(const struct xls_sheet *sheet, FILE *to) {
  if (!sheet->formulas->len) return false;
  const struct xls_cell *first = &g_array_index(sheet->formulas, struct xls_cell, 0);
  g_autofree char *place = cell_name(first->row, first->column);
  g_autofree char *fault =
      g_strdup_printf("the sheet %s holds formulas (the first in %s), whose results cannot be read from an old .xls: "
                      "open it and save it as .xlsx",
                      sheet->name, place);
  fault_send(to, fault);
  return true;
}

static void sheet_send(GBytes *bytes, const struct xls_stream *stream, guint at, FILE *to) {
  const struct xls_sheet *sheet = stream->sheets->pdata[at];
  const char *name = NULL;
  if (formulas_refuse(sheet, to)) return;
  const void *book = book_open(bytes);
  /* libfreexl and xls_stream.c must agree on which sheet this is. */
  if (!book || freexl_get_worksheet_name(book, (unsigned short)at, &name) != FREEXL_OK || !name ||
      strcmp(name, sheet->name) != 0 || freexl_select_active_worksheet(book, (unsigned short)at) != FREEXL_OK)
    fault_send(to, damaged);
  else {
    cells_send(book, sheet, to);
    hidden_and_merged_send(sheet, to);
  }
}

static bool stream_bounded(const struct xls_stream *stream) {
  guint64 cells = 0;
  for (guint i = 0; i < stream->sheets->len; i++) cells += ((const struct xls_sheet *)stream->sheets->pdata[i])->cells;
  return cells <= CELLS_MOST && stream->texts <= TEXTS_MOST;
}

void xls_child_answer(GBytes *bytes, int at, FILE *to) {
  struct xls_stream *stream = xls_stream_read(bytes);
  if (stream->fault) fault_send(to, stream->fault);
  else if (!stream_bounded(stream)) fault_send(to, much);
  else if (at >= 0 && (guint)at < stream->sheets->len) sheet_send(bytes, stream, (guint)at, to);
  for (guint i = 0; at < 0 && i < stream->sheets->len; i++) {
    const struct xls_sheet *sheet = stream->sheets->pdata[i];
    message_send(to, (struct xls_message){.what = XLS_SHEET, .row = sheet->hidden, .last = sheet->table}, sheet->name);
  }
  message_send(to, (struct xls_message){.what = XLS_END}, "");
  xls_stream_free(stream);
}
