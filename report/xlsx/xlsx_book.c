/* Formats, tables, lists and print set-up of the workbook. What the sheets hold is decided in report/sections, their rows are
   made by xlsx_rows.c. */
#include "report/xlsx/xlsx_book.h"
#include "report/chart/canvas.h"
#include "report/document/document.h"
#include "include/message.h"
#include "include/text.h"
#include "report/xlsx_cell.h"
#include <string.h>

void book_check(const struct book *book, lxw_error error) {
  if (error != LXW_NO_ERROR) stop_system(book->path, "the workbook cannot be written: %s", lxw_strerror(error));
}

/* ------------------------------------------------------------------------------------------------------------ formats */

enum place { BY_KIND, TO_LEFT, TO_MIDDLE, TO_RIGHT };

static const struct style {
  const char *number;
  guint32 color, fill, line; /* 0: as it is */
  double size;
  bool bold, wrap, link, low, inset; /* LOW: at the bottom of its cell; INSET: not at its very edge */
  enum place place;
} styles[FORMATS] = {
    [LOOK_PLAIN] = {0},
    [LOOK_WRAP] = {.wrap = true},
    [LOOK_COUNT] = {.number = "#,##0", .place = TO_RIGHT, .inset = true},
    [LOOK_MOMENT] = {.number = "yyyy-mm-dd hh:mm:ss", .place = TO_LEFT},
    [LOOK_DAY] = {.number = "yyyy-mm-dd", .place = TO_LEFT},
    [LOOK_LINK] = {.color = COLOR_DEEP, .link = true},
    [LOOK_ENTRY] = {.wrap = true, .fill = 0xFFF9E5, .line = 0xE3D9B5},
    [LOOK_NOTE] = {.color = COLOR_ALERT, .bold = true},
    [FORMAT_HEAD] = {.color = COLOR_PAPER, .fill = COLOR_DEEP, .bold = true, .wrap = true},
    [FORMAT_TITLE] = {.color = COLOR_DEEP, .size = 22, .bold = true, .low = true},
    [FORMAT_SUBTITLE] = {.color = COLOR_MUTED, .size = 11, .low = true},
    [FORMAT_SECTION] = {.color = COLOR_DEEP, .size = 13, .bold = true, .low = true},
    [FORMAT_LABEL] = {.place = TO_LEFT, .inset = true, .color = COLOR_MUTED, .fill = COLOR_BAND, .size = 10, .low = true},
    [FORMAT_FIGURE] =
        {.number = "#,##0", .color = COLOR_DEEP, .fill = COLOR_BAND, .size = 24, .bold = true, .place = TO_LEFT, .inset = true},
    [FORMAT_SHARE] =
        {.number = "0 %", .color = COLOR_DEEP, .fill = COLOR_BAND, .size = 24, .bold = true, .place = TO_LEFT, .inset = true},
    [FORMAT_NOTE] = {.place = TO_LEFT, .inset = true, .color = COLOR_INK, .fill = COLOR_BAND, .size = 9, .wrap = true},
    [FORMAT_LINE] = {.line = COLOR_LINE, .wrap = true},
    [FORMAT_LINE_COUNT] = {.inset = true, .number = "#,##0", .line = COLOR_LINE, .place = TO_RIGHT},
    [FORMAT_LINE_SIGN] = {.line = COLOR_LINE, .place = TO_MIDDLE},
    [FORMAT_LINE_LINK] = {.line = COLOR_LINE, .color = COLOR_DEEP, .link = true, .place = TO_LEFT},
    [FORMAT_LINE_HEAD] = {.line = COLOR_DEEP, .color = COLOR_MUTED, .size = 9, .low = true},
    [FORMAT_BAD] = {.color = 0xFFFFFF, .fill = COLOR_ALERT, .bold = true},
    [FORMAT_POOR] = {.color = 0x7A2E06, .fill = 0xF7D9C8, .bold = true},
    [FORMAT_FAIR] = {.color = 0x6B4E00, .fill = 0xFBEFC9},
    [FORMAT_MILD] = {.color = COLOR_MUTED, .fill = COLOR_BAND},
    [FORMAT_GOOD] = {.color = COLOR_DEEP, .fill = 0xE3EDF5},
};

static void format_edges(lxw_format *format, const struct style *style) {
  static const guint8 places[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
  format_set_align(format, style->low ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
  if (style->place) format_set_align(format, places[style->place]);
  if (style->inset) format_set_indent(format, 1);
  if (style->line) {
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, style->line);
  }
}

static lxw_format *format_new(struct book *book, const struct style *style, bool over) {
  lxw_format *format = workbook_add_format(book->workbook);
  if (style->number) format_set_num_format(format, style->number);
  if (style->color) format_set_font_color(format, style->color);
  if (style->fill) format_set_bg_color(format, style->fill);
  if (style->size > 0) format_set_font_size(format, style->size);
  if (style->bold) format_set_bold(format);
  if (style->link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (over) return format; /* laid over a cell: no more than colours and weight */
  if (style->wrap) format_set_text_wrap(format);
  format_edges(format, style);
  return format;
}

static void properties_set(struct book *book) {
  lxw_doc_properties properties = {.title = "Audit of facial recognition searches",
                                   .company = book->agency,
                                   .author = "faceaudit",
                                   .created = (time_t)MAX(1, document_moment(book->db))};
  book_check(book, workbook_set_properties(book->workbook, &properties));
}

void book_begin(struct book *book) {
  g_autofree char *folder = g_path_get_dirname(book->path);
  g_autofree char *agency = db_setting(book->db, "agency", "name", "Agency not named");
  lxw_workbook_options options = {.tmpdir = folder};
  book->agency = text_show(agency, true);
  book->workbook = workbook_new_opt(book->path, &options);
  if (!book->workbook) stop_system(book->path, "the workbook cannot be written: nothing was changed");
  for (guint i = 0; i < FORMATS; i++) book->formats[i] = format_new(book, &styles[i], i >= FORMAT_BAD);
  for (guint i = 0; i < LOOKS; i++) book->kit.looks[i] = (guint)lxw_format_get_xf_index(book->formats[i]);
  properties_set(book);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

lxw_worksheet *book_sheet(struct book *book, const char *name) {
  lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
  if (!sheet) stop_system(book->path, "the sheet %s cannot be made", name);
  return sheet;
}

void book_string(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, guint format) {
  if (!text || !*text) return;
  g_autofree char *string = cell_string(text, &book->kit.cut);
  book_check(book, worksheet_write_string(sheet, row, column, string, book->formats[format]));
}

/* The agency's name must not be taken for a code of the footer, which "&" begins. */
void book_print(struct book *book, lxw_worksheet *sheet, bool landscape) {
  g_autofree char *short_name = g_utf8_substring(book->agency, 0, MIN(80, g_utf8_strlen(book->agency, -1)));
  g_auto(GStrv) parts = g_strsplit(short_name, "&", -1);
  g_autofree char *safe = g_strjoinv("&&", parts);
  g_autofree char *footer = g_strdup_printf("&L&8 %s&C&8&A&R&8Page &P of &N", safe);
  if (landscape) worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 1); /* letter */
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
  worksheet_fit_to_pages(sheet, 1, 0);
  book_check(book, worksheet_set_footer(sheet, footer));
}

/* A native table from the first cell on, with HEADS in its first row; NULL ends them. */
void book_table(struct book *book, lxw_worksheet *sheet, const char *name, lxw_row_t last, char *const *heads) {
  guint count = g_strv_length((char **)heads);
  g_autofree lxw_table_column *columns = g_new0(lxw_table_column, count);
  g_autofree lxw_table_column **list = g_new0(lxw_table_column *, count + 1);
  g_autofree char *plain = g_strdelimit(g_strdup(name), " ", '_');
  for (guint i = 0; i < count; i++) {
    columns[i] = (lxw_table_column){.header = heads[i], .header_format = book->formats[FORMAT_HEAD]};
    list[i] = &columns[i];
  }
  lxw_table_options options = {.name = plain, .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1, .columns = list};
  book_check(book, worksheet_add_table(sheet, 0, 0, MAX(1, last), (lxw_col_t)(count - 1), &options));
}

/* Wide enough for what stands in it and for its head on two lines beside the arrow of the filter. */
static double column_width(const struct column_shown *shown) {
  guint head = (guint)g_utf8_strlen(shown->head, -1), word = 0;
  g_auto(GStrv) words = g_strsplit(shown->head, " ", -1);
  for (char **at = words; *at; at++) word = MAX(word, (guint)g_utf8_strlen(*at, -1));
  double least = MAX(word + 4, (head + 1) / 2 + 4);
  if (shown->look == LOOK_ENTRY) return shown->kind.width;
  return MAX(least, MIN(shown->longest + 2, shown->kind.width));
}

/* Columns that no row uses are hidden; those at the far right do not print. */
static void columns_set(struct book *book, lxw_worksheet *sheet, const struct part *part, lxw_row_t last) {
  double all = 0;
  lxw_col_t printed = 0;
  for (guint i = 0; i < part->columns; i++) {
    const struct column_shown *shown = &part->shown[i];
    double width = column_width(shown);
    lxw_row_col_options hidden = {.hidden = !shown->used && part->rows};
    lxw_format *format = shown->look == LOOK_ENTRY ? book->formats[LOOK_ENTRY] : NULL;
    book_check(book, worksheet_set_column_opt(sheet, (lxw_col_t)i, (lxw_col_t)i, width, format, &hidden));
    if (!hidden.hidden && (!i || all + width <= PRINT_WIDEST)) printed = (lxw_col_t)i;
    if (!hidden.hidden) all += width;
  }
  book_check(book, worksheet_print_area(sheet, 0, 0, last, printed));
}

/* ---------------------------------------------------------------------------------- what a column gets by its name */

struct dressing {
  const char *head, *word;
  enum format format;
};

/* The word is always there: the colour only helps to find it. */
static const struct dressing dressings[] = {
    {"Severity", "critical", FORMAT_BAD},  {"Severity", "high", FORMAT_POOR},     {"Severity", "medium", FORMAT_FAIR},
    {"Severity", "low", FORMAT_MILD},      {"Result", "exceptions", FORMAT_POOR}, {"Result", "no exceptions", FORMAT_GOOD},
    {"Result", "not tested", FORMAT_MILD}, {"Documented", "no", FORMAT_FAIR},
};

static void column_dress(struct book *book, lxw_worksheet *sheet, lxw_col_t column, const char *head, lxw_row_t last) {
  for (gsize i = 0; i < G_N_ELEMENTS(dressings); i++) {
    if (!g_str_equal(dressings[i].head, head)) continue;
    g_autofree char *word = g_strdup_printf("\"%s\"", dressings[i].word);
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                   .value_string = word,
                                   .format = book->formats[dressings[i].format]};
    book_check(book, worksheet_conditional_format_range(sheet, 1, column, last, column, &rule));
  }
}

static void column_choices(struct book *book, lxw_worksheet *sheet, lxw_col_t column, lxw_row_t last) {
  static const char *const choices[] = {"explained", "unfounded", "sustained", "referred", "pending", NULL};
  lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST,
                              .value_list = (char **)choices,
                              .error_title = "Disposition",
                              .error_message = "Choose explained, unfounded, sustained, referred or pending.",
                              .input_title = "Disposition",
                              .input_message = "What was decided after review; the finding alone decides nothing."};
  book_check(book, worksheet_data_validation_range(sheet, 1, column, last, column, &list));
}

void book_part_sheet(struct book *book, const struct part *part, const struct sheet *sheet) {
  lxw_worksheet *made = book_sheet(book, sheet->name);
  lxw_row_t last = MAX(1, sheet->rows);
  char *heads[COLUMNS_MOST + 1] = {NULL};
  for (guint i = 0; i < part->columns; i++) {
    heads[i] = part->shown[i].head;
    column_dress(book, made, (lxw_col_t)i, heads[i], last);
    if (g_str_equal(heads[i], "Disposition")) column_choices(book, made, (lxw_col_t)i, last);
  }
  columns_set(book, made, part, last + (sheet == part->sheets->pdata[part->sheets->len - 1] && !part->left ? 0 : 1));
  book_table(book, made, sheet->name, last, heads);
  book_check(book, worksheet_set_row(made, 0, 32, NULL));
  worksheet_freeze_panes(made, 1, 1);
  book_print(book, made, true);
  book_check(book, worksheet_repeat_rows(made, 0, 0));
}
