/* Reads the sheets and cells of an old .xls from the messages of a child process, which may crash without harm. What the child
   does is in xls_child.c. */
#define _GNU_SOURCE /* memfd_create */
#include "ingest/xlsx/xls.h"
#include "ingest/xlsx/xls_message.h"
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

G_NORETURN static void child_run(GBytes *bytes, int at, int fd, pid_t parent) {
  const struct rlimit limit = {SECONDS_MOST, SECONDS_MOST}, none = {0, 0};
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  setrlimit(RLIMIT_CPU, &limit);
  setrlimit(RLIMIT_CORE, &none);
  int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (quiet >= 0) dup2(quiet, STDERR_FILENO);
  FILE *to = fdopen(fd, "w");
  if (!to) _exit(1);
  xls_child_answer(bytes, at, to);
  _exit(fflush(to) == EOF || ferror(to));
}

/* All messages of the child; NULL if it crashed. */
static GMappedFile *child_ask(struct xls *book, int at) {
  int fd = memfd_create("sheet", MFD_CLOEXEC), status = 0;
  pid_t parent = getpid(), child = fd < 0 ? -1 : fork();
  if (child == 0) child_run(book->bytes, at, fd, parent);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  GMappedFile *answer =
      child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? g_mapped_file_new_from_fd(fd, FALSE, NULL) : NULL;
  if (fd >= 0) close(fd);
  if (!answer) fault_keep(book, "this workbook is damaged: open it and save it as .xlsx, or ask for the export again");
  return answer;
}

/* Passes each message to TAKE, until TAKE returns false (the workbook is too large) or a message reports a fault. */
static void messages_each(struct xls *book, GMappedFile *file,
                          bool (*take)(const struct xls_message *message, const char *text, void *data), void *data) {
  const char *at = g_mapped_file_get_contents(file), *end = at + g_mapped_file_get_length(file);
  struct xls_message message = {.what = XLS_SHEET};
  for (; (gsize)(end - at) >= sizeof message; at += message.length) {
    memcpy(&message, at, sizeof message);
    at += sizeof message;
    if (message.what == XLS_END || message.length > (gsize)(end - at)) break;
    g_autofree char *text = g_strndup(at, message.length);
    if (message.what == XLS_FAULT) fault_keep(book, text);
    else if (!take(&message, text, data)) fault_keep(book, much);
    if (book->fault) return;
  }
  if (message.what != XLS_END) fault_keep(book, "this workbook could not be read whole: open it and save it as .xlsx");
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

static bool table_take(const struct xls_message *message, const char *text, void *data) {
  struct tables *tables = data;
  guint at = tables->count++;
  if (message->what != XLS_SHEET || !message->last) return true;
  struct xls_table *table = g_new0(struct xls_table, 1);
  *table = (struct xls_table){.name = g_strdup(text), .at = at, .hidden = message->row};
  g_ptr_array_add(tables->book->tables, table);
  return true;
}

struct xls *xls_open(GBytes *bytes) {
  struct xls *book = g_new0(struct xls, 1);
  struct tables tables = {.book = book};
  book->bytes = g_bytes_ref(bytes);
  book->tables = g_ptr_array_new_with_free_func(table_free);
  GMappedFile *answer = child_ask(book, -1);
  if (!answer) return book;
  messages_each(book, answer, table_take, &tables);
  if (!book->tables->len) fault_keep(book, "this workbook has no sheet: export it again");
  g_mapped_file_unref(answer);
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

static bool cell_take(struct taking *in, const struct xls_message *message, const char *text) {
  if (message->row + 1 != in->number && !row_close(in, message->row + 1)) return false;
  struct sheet_cell cell = {.column = (guint16)message->column, .fault = (guint8)message->last};
  cell.text = cells_text(in->sheet, text, message->length);
  if (*text) g_array_append_val(in->row, cell);
  return cell.text;
}

static bool message_take(const struct xls_message *message, const char *text, void *data) {
  struct taking *in = data;
  struct cells *sheet = in->sheet;
  if (message->what == XLS_CELL) return cell_take(in, message, text);
  if (in->row->len && !row_close(in, 0)) return false;
  switch (message->what) {
  case XLS_MERGED: return cells_merge(sheet, message->row, message->last, message->column);
  case XLS_HIDDEN_ROW: sheet->hidden_rows++; break;
  case XLS_HIDDEN_COLUMN: sheet->hidden_columns[message->column % SHEET_COLUMNS] = true; break;
  case XLS_FILTER: sheet->filtered = true; break;
  default: break;
  }
  return true;
}

struct cells *xls_read(struct xls *book, guint at) {
  const struct xls_table *table = book->tables->pdata[at];
  GMappedFile *answer = child_ask(book, (int)table->at);
  if (!answer) return NULL;
  struct taking in = {.sheet = cells_new(), .row = g_array_new(FALSE, FALSE, sizeof(struct sheet_cell))};
  messages_each(book, answer, message_take, &in);
  if (!row_close(&in, 0)) fault_keep(book, much);
  g_mapped_file_unref(answer);
  g_array_unref(in.row);
  if (book->fault) g_clear_pointer(&in.sheet, cells_free);
  return in.sheet;
}
