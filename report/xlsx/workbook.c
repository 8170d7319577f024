/* Opens, fills and closes the workbook through libxlsxwriter. What it looks like is said in formats.c. */
#include "report/xlsx/workbook.h"
#include "report/document/document.h"
#include "include/message.h"
#include "include/text.h"
#include "report/xlsx/cell_text.h"
#include "report/xlsx/formats.h"
#include <string.h>
#include <sys/stat.h>

#define LINK_TEXT 255 /* bytes: a link's text is an attribute too, which libxlsxwriter cuts anywhere */

void book_check(const struct book *book, lxw_error error) {
  if (error != LXW_NO_ERROR)
    stop_system(book->path, "the workbook cannot be written: %s: nothing was changed", lxw_strerror(error));
}

static void properties_set(struct book *book) {
  lxw_doc_properties properties = {.title = "Audit of facial recognition searches",
                                   .company = book->agency,
                                   .author = "faceaudit",
                                   .created = (time_t)MAX(1, document_moment(book->db))}; /* else it would be the clock's */
  book_check(book, workbook_set_properties(book->workbook, &properties));
}

static void sheet_free(void *data) {
  struct sheet *sheet = data;
  g_free(sheet->name);
  g_free(sheet);
}

struct book *book_open(struct db *db, const char *path, bool streamed) {
  g_autofree char *folder = g_path_get_dirname(path), *agency = db_setting(db, "agency", "name", "Agency not named");
  lxw_workbook_options options = {.constant_memory = streamed, .tmpdir = folder};
  struct book *book = g_new0(struct book, 1);
  *book = (struct book){.path = path,
                        .db = db,
                        .streamed = streamed,
                        .agency = text_show(agency, true),
                        .workbook = workbook_new_opt(path, &options),
                        .sheets = g_ptr_array_new_with_free_func(sheet_free)};
  if (!book->workbook) stop_system(path, "the workbook cannot be written: nothing was changed");
  for (guint i = 0; i < FORMATS; i++)
    if (!(book->formats[i] = format_new(book->workbook, i))) book_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
  properties_set(book);
  return book;
}

void book_close(struct book *book) {
  mode_t mask = umask(0077);
  book_check(book, workbook_close(book->workbook));
  umask(mask);
  book->workbook = NULL;
}

void book_free(struct book *book) {
  g_ptr_array_unref(book->sheets);
  g_free(book->agency);
  g_free(book);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

struct sheet *sheet_new(struct book *book, const char *name) {
  struct sheet *sheet = g_new0(struct sheet, 1);
  *sheet = (struct sheet){.book = book, .name = g_strdup(name), .made = workbook_add_worksheet(book->workbook, name)};
  if (!sheet->made) stop_system(book->path, "the sheet %s cannot be made: nothing was changed", name);
  g_ptr_array_add(book->sheets, sheet);
  return sheet;
}

/* The agency's name must not be taken for a code of the footer, which "&" begins. */
void sheet_print(struct sheet *sheet, bool landscape) {
  const char *agency = sheet->book->agency;
  g_autofree char *short_name = g_utf8_substring(agency, 0, MIN(80, g_utf8_strlen(agency, -1)));
  g_auto(GStrv) parts = g_strsplit(short_name, "&", -1);
  g_autofree char *safe = g_strjoinv("&&", parts);
  g_autofree char *footer = g_strdup_printf("&L&8 %s&C&8&A&R&8Page &P of &N", safe);
  if (landscape) worksheet_set_landscape(sheet->made);
  worksheet_set_paper(sheet->made, 1); /* letter */
  worksheet_set_margins(sheet->made, 0.5, 0.5, 0.6, 0.7);
  worksheet_fit_to_pages(sheet->made, 1, 0);
  book_check(sheet->book, worksheet_set_footer(sheet->made, footer));
}

void row_height(struct sheet *sheet, lxw_row_t row, double height) {
  book_check(sheet->book, worksheet_set_row(sheet->made, row, height, NULL));
}

/* A native table has the name of its sheet. */
static void table_add(struct sheet *sheet, lxw_row_t last, char *const *heads, guint count) {
  g_autofree lxw_table_column *columns = g_new0(lxw_table_column, count);
  g_autofree lxw_table_column **list = g_new0(lxw_table_column *, count + 1);
  g_autofree char *name = g_strdelimit(g_strdup(sheet->name), " ", '_');
  for (guint i = 0; i < count; i++) {
    columns[i] = (lxw_table_column){.header = heads[i], .header_format = sheet->book->formats[FORMAT_HEAD]};
    list[i] = &columns[i];
  }
  lxw_table_options options = {.name = name, .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1, .columns = list};
  book_check(sheet->book, worksheet_add_table(sheet->made, 0, 0, last, (lxw_col_t)(count - 1), &options));
}

void sheet_table(struct sheet *sheet, lxw_row_t last, char *const *heads) {
  guint count = g_strv_length((char **)heads);
  if (sheet->book->streamed) book_check(sheet->book, worksheet_autofilter(sheet->made, 0, 0, last, (lxw_col_t)(count - 1)));
  else table_add(sheet, MAX(1, last), heads, count);
  for (guint i = 0; i < count; i++) cell_string(sheet, 0, (lxw_col_t)i, heads[i], FORMAT_HEAD);
}

/* -------------------------------------------------------------------------------------------------------------- cells */

static void cell_count(struct sheet *sheet, lxw_row_t row, gsize bytes) {
  if (!sheet->wrote.cells || sheet->row != row) sheet->wrote.rows++;
  sheet->wrote.cells++;
  sheet->wrote.bytes += bytes;
  sheet->row = row;
}

void cell_string(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, enum format format) {
  if (!text || !*text) return;
  struct book *book = sheet->book;
  g_autofree char *changed = text_for_cell(text, &book->cut);
  const char *string = changed ? changed : text;
  book_check(book, worksheet_write_string(sheet->made, row, column, string, book->formats[format]));
  cell_count(sheet, row, strlen(string));
}

void cell_number(struct sheet *sheet, lxw_row_t row, lxw_col_t column, double number, enum format format) {
  book_check(sheet->book, worksheet_write_number(sheet->made, row, column, number, sheet->book->formats[format]));
  cell_count(sheet, row, 0);
}

void cell_moment(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const lxw_datetime *moment, enum format format) {
  lxw_datetime copy = *moment;
  book_check(sheet->book, worksheet_write_datetime(sheet->made, row, column, &copy, sheet->book->formats[format]));
  cell_count(sheet, row, 0);
}

void cell_link(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *target, const char *text, enum format format) {
  struct book *book = sheet->book;
  g_autofree char *changed = text_for_cell(text, &book->cut);
  const char *string = changed ? changed : text, *shown = strlen(string) > LINK_TEXT ? NULL : string;
  book_check(book, worksheet_write_url_opt(sheet->made, row, column, target, book->formats[format], shown, NULL));
  if (!shown) book_check(book, worksheet_write_string(sheet->made, row, column, string, book->formats[format]));
  cell_count(sheet, row, strlen(string));
  sheet->links++;
}
