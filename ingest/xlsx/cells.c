/* Keeps one sheet's rows and cells and bounds what they take; xlsx.c and xls.c fill it. */
#include "ingest/xlsx/cells.h"
#include <string.h>

#define CELLS_MOST 10000000u
#define TEXT_MOST (512u * 1024 * 1024)

struct cells *cells_new(void) {
  struct cells *sheet = g_new0(struct cells, 1);
  sheet->rows = g_array_new(FALSE, TRUE, sizeof(struct sheet_row));
  sheet->texts = g_string_chunk_new(1 << 16);
  return sheet;
}

void cells_free(struct cells *sheet) {
  if (!sheet) return;
  for (guint i = 0; i < sheet->rows->len; i++) g_free(g_array_index(sheet->rows, struct sheet_row, i).cells);
  g_array_unref(sheet->rows);
  g_string_chunk_free(sheet->texts);
  g_free(sheet);
}

const char *cells_text(struct cells *sheet, const char *text, gsize length) {
  sheet->bytes += length + 1;
  return sheet->bytes > TEXT_MOST ? NULL : g_string_chunk_insert_len(sheet->texts, text, (gssize)length);
}

bool cells_row(struct cells *sheet, guint number, const GArray *cells) {
  if (!cells->len) return true;
  sheet->cells += cells->len;
  if (sheet->cells > CELLS_MOST || number > SHEET_ROWS) return false;
  g_array_set_size(sheet->rows, number);
  struct sheet_row *row = &g_array_index(sheet->rows, struct sheet_row, number - 1);
  row->cells = g_memdup2(cells->data, cells->len * sizeof *row->cells);
  row->count = cells->len;
  return true;
}

static const struct sheet_cell *row_cell(const struct sheet_row *row, guint column) {
  for (guint i = 0; i < row->count && row->cells[i].column <= column; i++)
    if (row->cells[i].column == column) return &row->cells[i];
  return NULL;
}

static void row_put(struct sheet_row *row, struct sheet_cell cell) {
  guint at = 0;
  while (at < row->count && row->cells[at].column < cell.column) at++;
  row->cells = g_renew(struct sheet_cell, row->cells, row->count + 1);
  memmove(row->cells + at + 1, row->cells + at, (row->count - at) * sizeof cell);
  row->cells[at] = cell;
  row->count++;
}

bool cells_merge(struct cells *sheet, guint row, guint last_row, guint column) {
  const struct sheet_cell *top =
      row < sheet->rows->len ? row_cell(&g_array_index(sheet->rows, struct sheet_row, row), column) : NULL;
  if (!top) return true;
  const struct sheet_cell cell = *top;
  for (guint i = row + 1; i <= last_row && i < sheet->rows->len; i++) {
    struct sheet_row *below = &g_array_index(sheet->rows, struct sheet_row, i);
    if (row_cell(below, column)) continue;
    if (++sheet->cells > CELLS_MOST) return false;
    row_put(below, cell);
  }
  return true;
}

char *cell_name(guint row, guint column) {
  char letters[8], *at = letters + sizeof letters;
  *--at = '\0';
  for (guint left = column + 1; left; left = (left - 1) / 26) *--at = (char)('A' + (left - 1) % 26);
  return g_strdup_printf("%s%u", at, row + 1);
}
