/* Asks another process for the sheets and cells of an old .xls and keeps what it tells. That one is xls_tell.c's. */
#define _GNU_SOURCE /* memfd_create */
#include "ingest/xlsx/xls.h"
#include "ingest/xlsx/told.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 60 };

static const char much[] = "this workbook holds more than an export does: export its sheets as CSV";

static void fault_keep(struct xls *book, const char *fault) {
  if (!book->fault) book->fault = g_strdup(fault);
}

G_NORETURN static void child_tell(GBytes *bytes, int at, int fd, pid_t parent) {
  const struct rlimit limit = {SECONDS_MOST, SECONDS_MOST}, none = {0, 0};
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  setrlimit(RLIMIT_CPU, &limit);
  setrlimit(RLIMIT_CORE, &none);
  int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (quiet >= 0) dup2(quiet, STDERR_FILENO);
  FILE *to = fdopen(fd, "w");
  if (!to) _exit(1);
  xls_tell(bytes, at, to);
  _exit(fflush(to) == EOF || ferror(to));
}

/* What it told, whole; NULL where it died of it. */
static GMappedFile *child_ask(struct xls *book, int at) {
  int fd = memfd_create("told", MFD_CLOEXEC), status = 0;
  pid_t parent = getpid(), child = fd < 0 ? -1 : fork();
  if (child == 0) child_tell(book->bytes, at, fd, parent);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  GMappedFile *told =
      child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? g_mapped_file_new_from_fd(fd, FALSE, NULL) : NULL;
  if (fd >= 0) close(fd);
  if (!told) fault_keep(book, "this workbook is damaged: open it and save it as .xlsx, or ask for the export again");
  return told;
}

/* Gives each thing told to TAKE until that returns false, because it is too much, or a fault is told. */
static void told_each(struct xls *book, GMappedFile *file, bool (*take)(const struct told *told, const char *text, void *data),
                      void *data) {
  const char *at = g_mapped_file_get_contents(file), *end = at + g_mapped_file_get_length(file);
  struct told told = {.what = TOLD_SHEET};
  for (; (gsize)(end - at) >= sizeof told; at += told.length) {
    memcpy(&told, at, sizeof told);
    at += sizeof told;
    if (told.what == TOLD_END || told.length > (gsize)(end - at)) break;
    g_autofree char *text = g_strndup(at, told.length);
    if (told.what == TOLD_FAULT) fault_keep(book, text);
    else if (!take(&told, text, data)) fault_keep(book, much);
    if (book->fault) return;
  }
  if (told.what != TOLD_END) fault_keep(book, "this workbook could not be read whole: open it and save it as .xlsx");
}

/* -------------------------------------------------------------------------------------------------------------- sheets */

struct tables {
  struct xls *book;
  guint count;
};

static void table_free(gpointer data) {
  struct xls_table *table = data;
  g_free(table->name);
  g_free(table);
}

static bool table_take(const struct told *told, const char *text, void *data) {
  struct tables *tables = data;
  guint at = tables->count++;
  if (told->what != TOLD_SHEET || !told->last) return true;
  struct xls_table *table = g_new0(struct xls_table, 1);
  *table = (struct xls_table){.name = g_strdup(text), .at = at, .hidden = told->row};
  g_ptr_array_add(tables->book->tables, table);
  return true;
}

struct xls *xls_open(GBytes *bytes) {
  struct xls *book = g_new0(struct xls, 1);
  struct tables tables = {.book = book};
  book->bytes = g_bytes_ref(bytes);
  book->tables = g_ptr_array_new_with_free_func(table_free);
  GMappedFile *told = child_ask(book, -1);
  if (!told) return book;
  told_each(book, told, table_take, &tables);
  if (!book->tables->len) fault_keep(book, "this workbook has no sheet: export it again");
  g_mapped_file_unref(told);
  return book;
}

void xls_close(struct xls *book) {
  if (!book) return;
  g_bytes_unref(book->bytes);
  g_ptr_array_unref(book->tables);
  g_free(book->fault);
  g_free(book);
}

/* --------------------------------------------------------------------------------------------------------------- cells */

struct taking {
  struct cells *sheet;
  GArray *row; /* of struct sheet_cell: the cells of row NUMBER, from 1 */
  guint number;
};

static bool row_close(struct taking *in, guint next) {
  bool good = cells_row(in->sheet, in->number, in->row);
  g_array_set_size(in->row, 0);
  in->number = next;
  return good;
}

static bool cell_take(struct taking *in, const struct told *told, const char *text) {
  if (told->row + 1 != in->number && !row_close(in, told->row + 1)) return false;
  struct sheet_cell cell = {.column = (guint16)told->column, .fault = (guint8)told->last};
  cell.text = cells_text(in->sheet, text, told->length);
  if (*text) g_array_append_val(in->row, cell);
  return cell.text;
}

static bool told_take(const struct told *told, const char *text, void *data) {
  struct taking *in = data;
  struct cells *sheet = in->sheet;
  if (told->what == TOLD_CELL) return cell_take(in, told, text);
  if (in->row->len && !row_close(in, 0)) return false;
  switch (told->what) {
  case TOLD_MERGED: return cells_merge(sheet, told->row, told->last, told->column);
  case TOLD_HIDDEN_ROW: sheet->hidden_rows++; break;
  case TOLD_HIDDEN_COLUMN: sheet->hidden_columns[told->column % SHEET_COLUMNS] = true; break;
  case TOLD_FILTER: sheet->filtered = true; break;
  default: break;
  }
  return true;
}

struct cells *xls_read(struct xls *book, guint at) {
  const struct xls_table *table = book->tables->pdata[at];
  GMappedFile *told = child_ask(book, (int)table->at);
  if (!told) return NULL;
  struct taking in = {.sheet = cells_new(), .row = g_array_new(FALSE, FALSE, sizeof(struct sheet_cell))};
  told_each(book, told, told_take, &in);
  if (!row_close(&in, 0)) fault_keep(book, much);
  g_mapped_file_unref(told);
  g_array_unref(in.row);
  if (book->fault) g_clear_pointer(&in.sheet, cells_free);
  return in.sheet;
}
