/* Tells workbooks from other files by their bytes and puts what is wrong with one in words. xlsx.c and xls.c read them. */
#define _GNU_SOURCE /* memmem */
#include "ingest/xlsx/spreadsheet.h"
#include "ingest/xlsx/xls.h"
#include "ingest/xlsx/xlsx.h"
#include <string.h>

struct spreadsheet {
  struct xlsx *xlsx; /* one of the two; neither where a fault says why */
  struct xls *xls;
  char *fault;
};

static const char again[] = "open it and save it anew, or ask for the export again";

static void fault_keep(struct spreadsheet *book, char *fault) {
  if (book->fault) g_free(fault);
  else book->fault = fault;
}

static bool bytes_hold(GBytes *bytes, const char *text, gsize length) {
  gsize count;
  const void *data = g_bytes_get_data(bytes, &count);
  return memmem(data, count, text, length);
}

static bool bytes_begin(GBytes *bytes, const char *mark, gsize length) {
  gsize count;
  const void *data = g_bytes_get_data(bytes, &count);
  return count >= length && !memcmp(data, mark, length);
}

/* ---------------------------------------------------------------------------------------------------------------- xlsx */

static void xlsx_check(struct spreadsheet *book) {
  const char *fault = package_fault(book->xlsx->package);
  if (!fault) return;
  const char *advice = strstr(fault, ".xlsb") ? "save it as .xlsx" : again;
  fault_keep(book, g_strdup_printf("this workbook cannot be read: %s: %s", fault, advice));
}

/* Its directory stands at the end: one that is cut off has none, but its parts still bear their names. */
static bool zip_open(struct spreadsheet *book, GBytes *bytes) {
  struct package *package = package_open(bytes);
  if (!package) {
    fault_keep(book, g_strdup_printf("this workbook is damaged or cut off: %s", again));
    return bytes_hold(bytes, "xl/workbook", 11) || bytes_hold(bytes, "xl/worksheets", 13);
  }
  if (!package_has(package, "xl/")) {
    package_close(package);
    return false;
  }
  book->xlsx = xlsx_open(package);
  xlsx_check(book);
  return true;
}

/* ----------------------------------------------------------------------------------------------------------------- ole */

static void xls_check(struct spreadsheet *book) {
  if (book->xls->fault) fault_keep(book, g_strdup(book->xls->fault));
}

/* A Word document is an OLE file, too. */
static bool ole_open(struct spreadsheet *book, GBytes *bytes) {
  book->xls = xls_open(bytes);
  xls_check(book);
  return !book->fault || *book->fault;
}

struct spreadsheet *spreadsheet_open(GBytes *bytes) {
  struct spreadsheet *book = g_new0(struct spreadsheet, 1);
  bool known = false;
  if (bytes_begin(bytes, "PK\3\4", 4)) known = zip_open(book, bytes);
  else if (bytes_begin(bytes, "\xD0\xCF\x11\xE0", 4)) known = ole_open(book, bytes);
  if (!known) g_clear_pointer(&book, spreadsheet_close);
  return book;
}

void spreadsheet_close(struct spreadsheet *book) {
  if (!book) return;
  xlsx_close(book->xlsx);
  xls_close(book->xls);
  g_free(book->fault);
  g_free(book);
}

const char *spreadsheet_fault(const struct spreadsheet *book) { return book->fault; }
const char *spreadsheet_type(const struct spreadsheet *book) { return book->xlsx ? "xlsx" : "xls"; }

bool spreadsheet_own(struct spreadsheet *book) {
  g_autofree char *author = book->xlsx ? xlsx_author(book->xlsx) : NULL;
  return author && !strcmp(author, "faceaudit");
}

/* -------------------------------------------------------------------------------------------------------------- sheets */

static const struct xlsx_sheet *xlsx_at(const struct spreadsheet *book, guint at) { return book->xlsx->sheets->pdata[at]; }
static const struct xls_table *xls_at(const struct spreadsheet *book, guint at) { return book->xls->tables->pdata[at]; }

guint spreadsheet_count(const struct spreadsheet *book) {
  return book->xlsx ? book->xlsx->sheets->len : book->xls ? book->xls->tables->len : 0;
}

const char *spreadsheet_sheet(const struct spreadsheet *book, guint at) {
  return book->xlsx ? xlsx_at(book, at)->name : xls_at(book, at)->name;
}

bool spreadsheet_hidden(const struct spreadsheet *book, guint at) {
  return book->xlsx ? xlsx_at(book, at)->hidden : xls_at(book, at)->hidden;
}

static struct cells *xlsx_sheet_read(struct spreadsheet *book, guint at) {
  bool ready = xlsx_formats_read(book->xlsx) && xlsx_texts_read(book->xlsx);
  struct cells *sheet = ready ? xlsx_cells_read(book->xlsx, xlsx_at(book, at)) : NULL;
  xlsx_check(book);
  return sheet;
}

struct cells *spreadsheet_read(struct spreadsheet *book, guint at) {
  if (book->xlsx) return xlsx_sheet_read(book, at);
  struct cells *sheet = xls_read(book->xls, at);
  xls_check(book);
  return sheet;
}
