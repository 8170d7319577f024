/* Dresses the columns of a sheet, by their kind and by their heads. Their cells are written in sheets.c. */
#include "report/xlsx/columns.h"
#include "include/choices.h"

/* Wide enough for what it holds and for its head on two lines beside the arrow of the filter. */
static double column_width(const struct column_shown *shown) {
  guint head = (guint)g_utf8_strlen(shown->head, -1), word = 0;
  g_auto(GStrv) words = g_strsplit(shown->head, " ", -1);
  for (char **at = words; *at; at++) word = MAX(word, (guint)g_utf8_strlen(*at, -1));
  double least = MAX(word + 4, (head + 1) / 2 + 4);
  if (shown->format == FORMAT_ENTRY) return shown->kind.width;
  return MAX(least, MIN(shown->longest + 2, shown->kind.width));
}

/* Columns at the far right do not print. */
static void widths_set(struct sheet *sheet, const struct part *part, lxw_row_t printed) {
  double all = 0;
  lxw_col_t last = 0;
  for (guint i = 0; i < part->columns; i++) {
    const struct column_shown *shown = &part->shown[i];
    double width = column_width(shown);
    bool hidden = !shown->used && part->rows;
    lxw_row_col_options options = {.hidden = hidden};
    lxw_format *format = shown->format == FORMAT_ENTRY ? sheet->book->formats[FORMAT_ENTRY] : NULL;
    book_check(sheet->book, worksheet_set_column_opt(sheet->made, (lxw_col_t)i, (lxw_col_t)i, width, format, &options));
    if (hidden) continue;
    if (!i || all + width <= PRINT_WIDEST) last = (lxw_col_t)i;
    all += width;
  }
  book_check(sheet->book, worksheet_print_area(sheet->made, 0, 0, printed, last));
}

/* The word is always there: the colour only helps to find it. */
static const struct {
  const char *head, *word;
  enum format format;
} colours[] = {
    {"Severity", "critical", FORMAT_BAD},  {"Severity", "high", FORMAT_POOR},     {"Severity", "medium", FORMAT_FAIR},
    {"Severity", "low", FORMAT_MILD},      {"Result", "exceptions", FORMAT_POOR}, {"Result", "no exceptions", FORMAT_GOOD},
    {"Result", "not tested", FORMAT_MILD}, {"Documented", "no", FORMAT_FAIR},
};

static void column_colour(struct sheet *sheet, lxw_col_t column, const char *head, lxw_row_t last) {
  for (gsize i = 0; i < G_N_ELEMENTS(colours); i++) {
    if (!g_str_equal(colours[i].head, head)) continue;
    g_autofree char *word = g_strdup_printf("\"%s\"", colours[i].word);
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                   .value_string = word,
                                   .format = sheet->book->formats[colours[i].format]};
    book_check(sheet->book, worksheet_conditional_format_range(sheet->made, 1, column, last, column, &rule));
  }
}

/* What people choose from where they answer. */
static const struct {
  const char *head;
  const char *const *lists[2];
  const char *title, *error, *input;
} choices[] = {
    {"Disposition",
     {dispositions},
     "Disposition",
     "Choose one of the words that the cell offers.",
     "What was decided after review; the finding alone decides nothing."},
    {"Answer",
     {report_answers, purposes_known},
     "Answer",
     "Choose stated or not stated; for a reason, its purpose.",
     "What the passage says, read as a whole."},
    {"?",
     {sample_answers},
     "Yes or no",
     "Choose one of the words that the cell offers.",
     "yes where it is in order; a blank counts as no."},
};

/* A question is any head that asks one. */
static bool choice_of(gsize i, const char *head) {
  return g_str_equal(choices[i].head, "?") ? g_str_has_suffix(head, "?") : g_str_equal(choices[i].head, head);
}

static void column_choices(struct sheet *sheet, lxw_col_t column, lxw_row_t last, const char *head) {
  for (gsize i = 0; i < G_N_ELEMENTS(choices); i++) {
    if (!choice_of(i, head)) continue;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (gsize k = 0; k < G_N_ELEMENTS(choices[i].lists); k++)
      for (const char *const *word = choices[i].lists[k]; word && *word; word++) g_ptr_array_add(words, (gpointer)*word);
    g_ptr_array_add(words, NULL);
    lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST,
                                .value_list = (char **)words->pdata,
                                .error_title = (char *)choices[i].title,
                                .error_message = (char *)choices[i].error,
                                .input_title = (char *)choices[i].title,
                                .input_message = (char *)choices[i].input};
    book_check(sheet->book, worksheet_data_validation_range(sheet->made, 1, column, last, column, &list));
  }
}

void columns_dress(struct sheet *sheet, const struct part *part, lxw_row_t last, lxw_row_t printed) {
  for (guint i = 0; i < part->columns; i++) {
    column_colour(sheet, (lxw_col_t)i, part->shown[i].head, last);
    column_choices(sheet, (lxw_col_t)i, last, part->shown[i].head);
  }
  widths_set(sheet, part, printed);
}
