/* Writes the workbook, a sheet a section, and reads it again to see that all is there: libxlsxwriter does not say when the
   disk was full. What the sheets hold is decided in report/sections. */
#define _GNU_SOURCE
#include "audit.h"
#include "document.h"
#include "report.h"
#include "say.h"
#include "section.h"
#include "text.h"
#include "zip.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <xlsxwriter.h>

#define CELL_LIMIT 32767u /* of Excel, in UTF-16 units */
#define WRAP_FROM 40      /* columns of at least this many characters wrap */
#define LINES_MOST 6      /* a row is at most so many lines high: the rest of a long text shows when its cell is entered */
#define LINE_HEIGHT 15.0
#define PRINT_WIDEST 190 /* characters that are still readable across one printed page */

/* What must be found again in a sheet. */
struct sheet_count {
  guint64 rows, cells;
};

struct book {
  const char *path;
  lxw_workbook *workbook;
  lxw_format *head, *plain, *wrap, *count, *moment, *day;
  guint limit;    /* rows a sheet */
  guint64 cut;    /* cells whose text was too long */
  GArray *sheets; /* of struct sheet_count, in order */
};

/* The sheet being written. */
struct page {
  struct book *book;
  const struct section *section;
  lxw_worksheet *sheet;
  guint32 row, number;
};

static void book_check(const struct book *book, lxw_error error) {
  if (error != LXW_NO_ERROR) stop_system(book->path, "the workbook cannot be written: %s", lxw_strerror(error));
}

static struct sheet_count *sheet_now(const struct book *book) {
  return &g_array_index(book->sheets, struct sheet_count, book->sheets->len - 1);
}

/* -------------------------------------------------------------------------------------------------------------- text */

static gsize text_units(const char *text) {
  gsize units = 0;
  for (; *text; text = g_utf8_next_char(text)) units += g_utf8_get_char(text) > 0xFFFF ? 2 : 1;
  return units;
}

/* The first characters of TEXT that make at most UNITS of UTF-16. */
static char *text_head(const char *text, gsize units) {
  const char *at = text;
  for (gsize used = 0; *at; at = g_utf8_next_char(at)) {
    used += g_utf8_get_char(at) > 0xFFFF ? 2 : 1;
    if (used > units) break;
  }
  return g_strndup(text, (gsize)(at - text));
}

static bool escape_at(const char *at) {
  if (at[0] != '_' || at[1] != 'x') return false;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit(at[i])) return false;
  return at[6] == '_';
}

/* Excel would read "_x0041_" as "A". */
static char *text_escape(const char *text) {
  GString *escaped = g_string_sized_new(strlen(text) + 16);
  for (; *text; text++) {
    if (escape_at(text)) g_string_append(escaped, "_x005F");
    g_string_append_c(escaped, *text);
  }
  return g_string_free(escaped, FALSE);
}

/* TEXT as a cell holds it: shown, at most as long as Excel takes, the cut in sight and counted. */
static char *cell_string(struct book *book, const char *text) {
  g_autofree char *shown = text_show(text, false);
  char *escaped = text_escape(shown);
  gsize units = text_units(escaped);
  if (units <= CELL_LIMIT) return escaped;
  book->cut++;
  for (gsize keep = CELL_LIMIT - 200; units > CELL_LIMIT; keep = keep * 3 / 4) {
    g_autofree char *head = text_head(shown, keep);
    g_autofree char *marked = g_strdup_printf("%s … [cut: %ld characters in all, see audit.db]", head, g_utf8_strlen(shown, -1));
    g_free(escaped);
    escaped = text_escape(marked);
    units = text_units(escaped);
  }
  return escaped;
}

/* ------------------------------------------------------------------------------------------------------------- cells */

static void string_write(struct page *page, guint16 column, const char *text, lxw_format *format) {
  if (!text || !*text) return;
  g_autofree char *string = cell_string(page->book, text);
  book_check(page->book, worksheet_write_string(page->sheet, page->row, column, string, format));
  sheet_now(page->book)->cells++;
}

static void number_write(struct page *page, guint16 column, double value, lxw_format *format) {
  book_check(page->book, worksheet_write_number(page->sheet, page->row, column, value, format));
  sheet_now(page->book)->cells++;
}

/* A time as its local clock shows it, or a date; false where it is none, or one that Excel does not have. */
static bool moment_parse(const char *text, lxw_datetime *moment) {
  double second = 0;
  *moment = (lxw_datetime){0};
  int parts =
      sscanf(text, "%4d-%2d-%2dT%2d:%2d:%6lf", &moment->year, &moment->month, &moment->day, &moment->hour, &moment->min, &second);
  moment->sec = second;
  return (parts == 3 || parts == 6) && moment->year >= 1900 && moment->year <= 9999 && moment->month >= 1 &&
         moment->month <= 12 && moment->day >= 1 && moment->day <= 31 && moment->hour < 24 && moment->min < 60 && second < 61;
}

static void moment_write(struct page *page, guint16 column, const char *text, lxw_format *format) {
  lxw_datetime moment;
  if (!text || !moment_parse(text, &moment)) {
    string_write(page, column, text, page->book->plain);
    return;
  }
  book_check(page->book, worksheet_write_datetime(page->sheet, page->row, column, &moment, format));
  sheet_now(page->book)->cells++;
}

static void cell_write(struct page *page, sqlite3_stmt *statement, guint16 column) {
  const struct book *book = page->book;
  const struct column *kind = &page->section->columns[column];
  int type = sqlite3_column_type(statement, column);
  bool number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
  if (type == SQLITE_NULL) return;
  if (number && kind->kind == COLUMN_COUNT) number_write(page, column, sqlite3_column_double(statement, column), book->count);
  else if (number && kind->kind == COLUMN_ANY) number_write(page, column, sqlite3_column_double(statement, column), book->plain);
  else if (kind->kind == COLUMN_MOMENT) moment_write(page, column, db_text(statement, column), book->moment);
  else if (kind->kind == COLUMN_DAY) moment_write(page, column, db_text(statement, column), book->day);
  else string_write(page, column, db_text(statement, column), kind->width >= WRAP_FROM ? book->wrap : book->plain);
}

/* ------------------------------------------------------------------------------------------------------------ sheets */

static void page_look(struct page *page) {
  lxw_worksheet *sheet = page->sheet;
  double all = 0;
  for (guint i = 0; i < page->section->column_count; i++) {
    worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, page->section->columns[i].width, NULL);
    all += page->section->columns[i].width;
  }
  if (all <= PRINT_WIDEST) worksheet_fit_to_pages(sheet, 1, 0);
  else worksheet_set_print_scale(sheet, 50);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 1); /* letter */
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_set_footer(sheet, "&L&A&RPage &P of &N");
}

static void page_head(struct page *page, sqlite3_stmt *statement) {
  static const struct sheet_count none = {0, 0};
  g_autofree char *name =
      page->number++ ? g_strdup_printf("%s %u", page->section->title, page->number) : g_strdup(page->section->title);
  page->sheet = workbook_add_worksheet(page->book->workbook, name);
  if (!page->sheet) stop_system(page->book->path, "the sheet %s cannot be made", name);
  g_array_append_val(page->book->sheets, none);
  page_look(page);
  page->row = 0;
  for (int i = 0; i < sqlite3_column_count(statement); i++)
    string_write(page, (guint16)i, sqlite3_column_name(statement, i), page->book->head);
  sheet_now(page->book)->rows++;
  page->row = 1;
}

static void page_end(struct page *page) {
  worksheet_autofilter(page->sheet, 0, 0, MAX(1, page->row - 1), (lxw_col_t)(page->section->column_count - 1));
}

/* How many lines TEXT takes in a column of WIDTH characters; a little is lost at the ends of lines. */
static double lines_of(const char *text, double width) {
  double lines = 0;
  for (const char *line = text; line && lines < LINES_MOST; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
    const char *end = strchr(line, '\n');
    glong length = g_utf8_strlen(line, end ? (gssize)(end - line) : -1);
    lines += ceil(MAX(1, (double)length * 1.12 / width));
  }
  return MIN(lines, LINES_MOST);
}

/* Wrapped rows get their height here: not every program finds it by itself. */
static void row_height(struct page *page, sqlite3_stmt *statement) {
  double lines = 1;
  for (guint i = 0; i < page->section->column_count; i++) {
    const struct column *column = &page->section->columns[i];
    const char *text = column->kind == COLUMN_TEXT && column->width >= WRAP_FROM ? db_text(statement, (int)i) : NULL;
    double here = text ? lines_of(text, column->width) : 1;
    lines = MAX(lines, here);
  }
  if (lines > 1) book_check(page->book, worksheet_set_row(page->sheet, page->row, lines * LINE_HEIGHT, NULL));
}

/* An empty row is not written by libxlsxwriter: it is one row less to find again. */
static void row_write(struct page *page, sqlite3_stmt *statement) {
  guint64 before = sheet_now(page->book)->cells;
  row_height(page, statement);
  for (guint i = 0; i < page->section->column_count; i++) cell_write(page, statement, (guint16)i);
  if (sheet_now(page->book)->cells > before) sheet_now(page->book)->rows++;
  page->row++;
}

static void section_sheet(struct db *db, struct book *book, const struct section *section) {
  struct page page = {.book = book, .section = section};
  sqlite3_stmt *statement = section_open(db, section);
  page_head(&page, statement);
  while (db_step(db, statement)) {
    if (page.row == book->limit) {
      page_end(&page);
      page_head(&page, statement);
    }
    row_write(&page, statement);
  }
  page_end(&page);
  sqlite3_finalize(statement);
}

/* Said last, when it is known, in the first sheet after its rows. */
static void cut_tell(struct book *book) {
  if (!book->cut) return;
  lxw_worksheet *sheet = workbook_get_worksheet_by_name(book->workbook, "Summary");
  struct sheet_count *count = &g_array_index(book->sheets, struct sheet_count, 0);
  lxw_row_t row = (lxw_row_t)count->rows;
  book_check(book, worksheet_write_string(sheet, row, 0, "Cells cut to the length that Excel takes", book->plain));
  book_check(book, worksheet_write_number(sheet, row, 1, (double)book->cut, book->count));
  book_check(book, worksheet_write_string(sheet, row, 2, "their whole text is in audit.db", book->wrap));
  count->rows++;
  count->cells += 3;
}

/* --------------------------------------------------------------------------------------------------------- the file */

static lxw_format *format_new(struct book *book, const char *number) {
  lxw_format *format = workbook_add_format(book->workbook);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (number) format_set_num_format(format, number);
  return format;
}

static void formats_make(struct book *book) {
  book->head = format_new(book, NULL);
  format_set_bold(book->head);
  format_set_text_wrap(book->head);
  format_set_bg_color(book->head, COLOR_DEEP);
  format_set_font_color(book->head, COLOR_PAPER);
  book->plain = format_new(book, NULL);
  book->wrap = format_new(book, NULL);
  format_set_text_wrap(book->wrap);
  format_set_indent(book->plain, 1);
  format_set_indent(book->wrap, 1);
  format_set_indent(book->head, 1);
  book->count = format_new(book, "#,##0");
  book->moment = format_new(book, "yyyy-mm-dd hh:mm:ss");
  book->day = format_new(book, "yyyy-mm-dd");
}

static void properties_set(struct db *db, struct book *book) {
  g_autofree char *agency = db_setting(db, "agency", "name", "Agency not named"), *shown = text_show(agency, true);
  lxw_doc_properties properties = {.title = "Audit of facial recognition searches",
                                   .company = shown,
                                   .author = "faceaudit " FACEAUDIT_VERSION,
                                   .created = (time_t)MAX(1, document_moment(db))};
  book_check(book, workbook_set_properties(book->workbook, &properties));
}

/* Reading again: rows and cells of each sheet, and that its end is there. */
struct proof {
  GArray *found; /* of struct sheet_count */
  GString *tail; /* the last bytes of the piece before, where a tag may be broken */
  guint whole;   /* sheets with their end */
};

static guint64 words_count(const char *text, gsize length, const char *word) {
  guint64 count = 0;
  gsize size = strlen(word);
  for (const char *at = text; (at = memmem(at, length - (gsize)(at - text), word, size)); at += size) count++;
  return count;
}

/* The seam is shorter than the word, so that nothing is counted twice. */
static guint64 proof_count(const struct proof *proof, const guint8 *bytes, gsize length, const char *word) {
  gsize keep = MIN(proof->tail->len, strlen(word) - 1);
  GString *seam = g_string_new_len(proof->tail->str + proof->tail->len - keep, (gssize)keep);
  g_string_append_len(seam, (const char *)bytes, (gssize)length);
  guint64 count = words_count(seam->str, seam->len, word);
  g_string_free(seam, TRUE);
  return count;
}

static void proof_piece(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data) {
  static const char end[] = "</worksheet>";
  struct proof *proof = data;
  guint number;
  if (sscanf(name, "xl/worksheets/sheet%u.xml", &number) != 1 || number < 1 || number > proof->found->len) return;
  struct sheet_count *count = &g_array_index(proof->found, struct sheet_count, number - 1);
  if (last) {
    if (proof->tail->len >= strlen(end) && g_str_has_suffix(g_strchomp(proof->tail->str), end)) proof->whole++;
    g_string_truncate(proof->tail, 0);
    return;
  }
  count->rows += proof_count(proof, bytes, length, "<row ");
  count->cells += proof_count(proof, bytes, length, "<c ");
  g_string_append_len(proof->tail, (const char *)bytes, (gssize)length);
  if (proof->tail->len > 64) g_string_erase(proof->tail, 0, (gssize)(proof->tail->len - 64));
}

static void book_prove(const struct book *book) {
  struct proof proof = {.found = g_array_new(FALSE, TRUE, sizeof(struct sheet_count)), .tail = g_string_new(NULL)};
  g_array_set_size(proof.found, book->sheets->len);
  zip_read(book->path, proof_piece, &proof);
  for (guint i = 0; i < book->sheets->len; i++) {
    const struct sheet_count *asked = &g_array_index(book->sheets, struct sheet_count, i);
    const struct sheet_count *found = &g_array_index(proof.found, struct sheet_count, i);
    if (asked->rows != found->rows || asked->cells != found->cells)
      stop_system(book->path,
                  "sheet %u has %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " rows: is the disk full? nothing was changed",
                  i + 1, found->rows, asked->rows);
  }
  if (proof.whole != book->sheets->len) stop_system(book->path, "a sheet has no end: is the disk full? nothing was changed");
  g_array_unref(proof.found);
  g_string_free(proof.tail, TRUE);
}

void xlsx_write_limited(struct db *db, const char *path, guint rows) {
  g_autofree char *folder = g_path_get_dirname(path);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
  struct book book = {.path = path, .limit = rows, .sheets = g_array_new(FALSE, TRUE, sizeof(struct sheet_count))};
  mode_t mask = umask(0077);
  book.workbook = workbook_new_opt(path, &options);
  if (!book.workbook) stop_system(path, "the workbook cannot be written: nothing was changed");
  formats_make(&book);
  properties_set(db, &book);
  g_autoptr(GPtrArray) sections = sections_read("xlsx");
  for (guint i = 0; i < sections->len; i++) section_sheet(db, &book, sections->pdata[i]);
  cut_tell(&book);
  book_check(&book, workbook_close(book.workbook));
  umask(mask);
  book_prove(&book);
  g_array_unref(book.sheets);
}

void xlsx_write(struct db *db, const char *path) { xlsx_write_limited(db, path, LXW_ROW_MAX); }
