/* Presents the rows of a workbook's sheet as the lines of a file. ingest/xlsx/ reads the workbook; csv.c gives the rows a
   meaning. */
#include "ingest/csv/grid.h"
#include "include/message.h"
#include "include/sha256.h"
#include "ingest/xlsx/spreadsheet.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MOST (256 * 1024 * 1024)
#define LINE_MOST (16 * 1024 * 1024)
#define SAMPLE_ROWS 600 /* as wide as the widest of the first rows: a remark far below and to the side does not make a column */

struct grid {
  char *shown;
  GBytes *bytes;
  struct spreadsheet *workbook;
  bool named; /* by the user */
  guint used;
  int rival; /* another sheet that reads as well; -1: none */
  struct cells *sheet;
  guint width;
  guint next;       /* the row, from 0, of the current line */
  GPtrArray *lines; /* of GString: the current line and those looked at after it */
};

/* ------------------------------------------------------------------------------------------------------------- the file */

/* Reads only a file that begins like a workbook: anything else is text, or refused as text. NULL without WHY: it does not begin
   so. */
static GBytes *bytes_of(int fd, char **why) {
  char mark[4];
  struct stat status;
  if (fstat(fd, &status) || !S_ISREG(status.st_mode) || pread(fd, mark, 4, 0) != 4) return NULL;
  if (memcmp(mark, "PK\3\4", 4) != 0 && memcmp(mark, "\xD0\xCF\x11\xE0", 4) != 0) return NULL;
  *why = status.st_size > FILE_MOST ? g_strdup("this workbook is larger than 256 MiB: export its sheets as CSV") : NULL;
  if (*why) return NULL;
  gsize room = (gsize)status.st_size + 1, got = 0; /* one byte more shows that the file is growing */
  guchar *data = g_malloc(room);
  for (gssize n; got < room && (n = pread(fd, data + got, room - got, (off_t)got)) != 0;) {
    if (n < 0 && errno != EINTR) break;
    if (n > 0) got += (gsize)n;
  }
  if (got == room - 1) return g_bytes_new_take(data, got);
  g_free(data);
  *why = g_strdup("the file changed while it was read, or cannot be read: run again when nothing writes to it");
  return NULL;
}

static GBytes *file_bytes(const char *path, char **why) {
  *why = NULL;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return NULL;
  GBytes *bytes = bytes_of(fd, why);
  close(fd);
  return bytes;
}

static const char own[] = "this is an output of faceaudit, not an export: name the export that it was made from";

/* NULL without WHY: PATH is no workbook. */
static struct spreadsheet *workbook_of(const char *path, GBytes **bytes, char **why) {
  *bytes = file_bytes(path, why);
  struct spreadsheet *workbook = *bytes ? spreadsheet_open(*bytes) : NULL;
  if (!workbook) {
    g_clear_pointer(bytes, g_bytes_unref);
    return NULL;
  }
  *why = g_strdup(spreadsheet_fault(workbook) ? spreadsheet_fault(workbook) : spreadsheet_own(workbook) ? own : NULL);
  return workbook;
}

static void fault_stop(const struct grid *grid) {
  if (spreadsheet_fault(grid->workbook)) stop_input(grid->shown, 0, "%s", spreadsheet_fault(grid->workbook));
}

static char *names_list(const struct grid *grid) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < spreadsheet_count(grid->workbook); i++)
    g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", spreadsheet_sheet(grid->workbook, i));
  return g_string_free(list, FALSE);
}

/* An exact name wins; blanks around it and the case of its letters are ignored only after that, since a line of audit.ini loses
   the blanks. */
static bool name_like(const char *name, const char *wanted) {
  g_autofree char *plain = g_strstrip(g_utf8_casefold(name, -1)), *sought = g_strstrip(g_utf8_casefold(wanted, -1));
  return !strcmp(plain, sought);
}

static guint sheet_named(const struct grid *grid, const char *name) {
  for (guint i = 0; i < spreadsheet_count(grid->workbook); i++)
    if (!strcmp(spreadsheet_sheet(grid->workbook, i), name)) return i;
  for (guint i = 0; i < spreadsheet_count(grid->workbook); i++)
    if (name_like(spreadsheet_sheet(grid->workbook, i), name)) return i;
  g_autofree char *names = names_list(grid);
  stop_input(grid->shown, 0, "the workbook has no sheet \"%s\": its sheets are %s", name, names);
}

struct grid *grid_open(const char *path, const char *shown_as, const char *sheet) {
  GBytes *bytes;
  char *why;
  struct spreadsheet *workbook = workbook_of(path, &bytes, &why);
  if (why) stop_input(shown_as, 0, "%s", why);
  if (!workbook) return NULL;
  struct grid *grid = g_new0(struct grid, 1);
  *grid = (struct grid){.shown = g_strdup(shown_as), .bytes = bytes, .workbook = workbook, .named = sheet, .rival = -1};
  grid->lines = g_ptr_array_new();
  grid_use(grid, sheet ? sheet_named(grid, sheet) : 0);
  return grid;
}

GPtrArray *grid_sheets(const char *path, char **why) {
  GBytes *bytes;
  struct spreadsheet *workbook = workbook_of(path, &bytes, why);
  if (!workbook) return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; !*why && i < spreadsheet_count(workbook); i++) {
    struct cells *sheet = spreadsheet_read(workbook, i);
    if (!sheet) *why = g_strdup(spreadsheet_fault(workbook));
    else if (sheet->rows->len) g_ptr_array_add(names, g_strstrip(g_strdup(spreadsheet_sheet(workbook, i))));
    cells_free(sheet);
  }
  if (!*why && !names->len) *why = g_strdup("this workbook is empty: export it again");
  spreadsheet_close(workbook);
  g_bytes_unref(bytes);
  return names;
}

static void lines_forget(struct grid *grid) {
  for (guint i = 0; i < grid->lines->len; i++) g_string_free(grid->lines->pdata[i], TRUE);
  g_ptr_array_set_size(grid->lines, 0);
}

void grid_close(struct grid *grid) {
  lines_forget(grid);
  g_ptr_array_unref(grid->lines);
  cells_free(grid->sheet);
  spreadsheet_close(grid->workbook);
  g_bytes_unref(grid->bytes);
  g_free(grid->shown);
  g_free(grid);
}

/* -------------------------------------------------------------------------------------------------------------- sheets */

guint grid_count(const struct grid *grid) { return grid->named ? 1 : spreadsheet_count(grid->workbook); }
const char *grid_name(const struct grid *grid, guint at) { return spreadsheet_sheet(grid->workbook, at); }
guint grid_used(const struct grid *grid) { return grid->used; }
bool grid_hidden(const struct grid *grid) { return spreadsheet_hidden(grid->workbook, grid->used); }
void grid_rival(struct grid *grid, int at) { grid->rival = at; }
const char *grid_rival_name(const struct grid *grid) { return grid->rival < 0 ? NULL : grid_name(grid, (guint)grid->rival); }
bool grid_empty(const struct grid *grid) { return !grid->sheet->rows->len; }

static const struct sheet_row *row_at(const struct grid *grid, guint row) {
  return &g_array_index(grid->sheet->rows, struct sheet_row, row);
}

void grid_use(struct grid *grid, guint at) {
  cells_free(grid->sheet);
  grid->sheet = spreadsheet_read(grid->workbook, at);
  fault_stop(grid);
  grid->used = at;
  grid->width = 1;
  guint seen = 0;
  for (guint i = 0; i < grid->sheet->rows->len && seen < SAMPLE_ROWS; i++) {
    const struct sheet_row *row = row_at(grid, i);
    if (!row->count) continue;
    grid->width = MAX(grid->width, row->cells[row->count - 1].column + 1u);
    seen++;
  }
  grid_rewind(grid);
}

void grid_narrow(struct grid *grid, guint width) { grid->width = width; }

/* --------------------------------------------------------------------------------------------------------------- lines */

/* For a person: the cells separated by tabs, each in its place. */
static GString *line_join(const struct sheet_row *row) {
  GString *text = g_string_new(NULL);
  guint column = 0;
  for (guint i = 0; i < row->count && text->len <= LINE_MOST; i++) {
    for (; column < row->cells[i].column; column++) g_string_append_c(text, '\t');
    g_string_append(text, row->cells[i].text);
  }
  return text;
}

bool grid_peek(struct grid *grid, guint ahead, struct source_line *line) {
  if (ahead >= grid->sheet->rows->len - grid->next) return false;
  while (grid->lines->len <= ahead) g_ptr_array_add(grid->lines, line_join(row_at(grid, grid->next + grid->lines->len)));
  const GString *text = grid->lines->pdata[ahead];
  *line = (struct source_line){
      .text = text->str, .length = text->len, .number = grid->next + ahead + 1, .cut = text->len > LINE_MOST, .end = "\n"};
  return true;
}

void grid_drop(struct grid *grid, guint count) {
  count = MIN(count, grid->sheet->rows->len - grid->next);
  grid->next += count;
  for (; count && grid->lines->len; count--) g_string_free(g_ptr_array_remove_index(grid->lines, 0), TRUE);
}

void grid_rewind(struct grid *grid) {
  lines_forget(grid);
  grid->next = 0;
}

void grid_cells(struct grid *grid, guint ahead, void (*take)(void *text, size_t length, void *data), void *data) {
  const struct sheet_row *row = row_at(grid, grid->next + ahead);
  guint at = 0;
  for (guint column = 0; column < grid->width; column++) {
    const char *text = at < row->count && row->cells[at].column == column ? row->cells[at++].text : "";
    take((void *)text, strlen(text), data);
  }
}

/* --------------------------------------------------------------------------------------------------------------- words */

static char *fault_words(const struct grid *grid, const struct sheet_cell *cell) {
  g_autofree char *place = cell_name(grid->next, cell->column);
  if (cell->column >= grid->width)
    return g_strdup_printf("the cell %s is beside the table and is not read: \"%.80s\"", place, cell->text);
  if (cell->fault == CELL_ERROR) return g_strdup_printf("the formula of cell %s failed: %s", place, cell->text);
  return g_strdup_printf("the formula of cell %s has no stored result: open the workbook in Excel and save it", place);
}

void grid_faults(struct grid *grid, GPtrArray *faults) {
  const struct sheet_row *row = row_at(grid, grid->next);
  for (guint i = 0; i < row->count; i++)
    if (row->cells[i].fault || row->cells[i].column >= grid->width) g_ptr_array_add(faults, fault_words(grid, &row->cells[i]));
}

static guint hidden_columns(const struct grid *grid) {
  guint hidden = 0;
  for (guint i = 0; i < grid->width; i++) hidden += grid->sheet->hidden_columns[i];
  return hidden;
}

static void note_add(GPtrArray *notes, guint count, const char *what, const char *one) {
  if (!count) return;
  g_ptr_array_add(notes, g_strdup_printf("%u of its %s hidden in the workbook; %s like the others.", count,
                                         count == 1 ? one : what, count == 1 ? "it is read" : "they are read"));
}

GPtrArray *grid_notes(const struct grid *grid) {
  GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
  if (!grid->named && spreadsheet_count(grid->workbook) > 1) {
    g_autofree char *names = names_list(grid);
    g_ptr_array_add(
        notes, g_strdup_printf("Its sheet \"%s\" is read; the workbook has the sheets %s.", grid_name(grid, grid->used), names));
  }
  if (spreadsheet_hidden(grid->workbook, grid->used)) g_ptr_array_add(notes, g_strdup("The sheet is hidden in the workbook."));
  note_add(notes, grid->sheet->hidden_rows, "rows are", "rows is");
  note_add(notes, hidden_columns(grid), "columns are", "columns is");
  if (grid->sheet->filtered)
    g_ptr_array_add(notes, g_strdup("A filter is set on the sheet: the rows that it hides are read, too."));
  return notes;
}

const char *grid_encoding(const struct grid *grid) { return spreadsheet_type(grid->workbook); }
guint64 grid_bytes(const struct grid *grid) { return g_bytes_get_size(grid->bytes); }

guint64 grid_position(const struct grid *grid) {
  guint rows = grid->sheet->rows->len;
  return rows ? grid_bytes(grid) * grid->next / rows : 0;
}

char *grid_sha256(const struct grid *grid) {
  gsize length;
  const void *data = g_bytes_get_data(grid->bytes, &length);
  struct hash *hash = hash_begin();
  hash_add(hash, data, length);
  return hash_end(hash);
}
