/* libFuzzer: any bytes as a workbook. Whatever they are, nothing ends the program: each sheet is read or a fault says why not,
   and of an .xlsx a second reading gives as many cells (an .xls has a process of its own, which a clock may end). Seeds:
   tests/data/spreadsheets. */
#include "tests/fuzz.h"
#include "ingest/xlsx/spreadsheet.h"

/* The bytes that the sheets' cells take. */
static gsize book_check(struct spreadsheet *book) {
  gsize bytes = 0;
  for (guint i = 0; !spreadsheet_fault(book) && i < spreadsheet_count(book); i++) {
    MUST(g_utf8_validate(spreadsheet_sheet(book, i), -1, NULL));
    struct cells *cells = spreadsheet_read(book, i);
    MUST(cells || spreadsheet_fault(book));
    if (!cells) break;
    bytes += cells->bytes;
    cells_free(cells);
  }
  return bytes;
}

static gsize bytes_check(GBytes *bytes) {
  struct spreadsheet *book = spreadsheet_open(bytes);
  if (!book) return 0;
  gsize read = book_check(book) * !strcmp(spreadsheet_type(book), "xlsx");
  MUST(!spreadsheet_fault(book) || g_utf8_validate(spreadsheet_fault(book), -1, NULL));
  spreadsheet_close(book);
  return read;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  g_autoptr(GBytes) given = g_bytes_new_static(bytes, count);
  MUST(bytes_check(given) == bytes_check(given));
  return 0;
}
