/* The cells of one sheet of an .xlsx, as text, with what is said of rows and columns beside them. */
#include "ingest/xlsx/xlsx.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A cell that shows a time of day, but holds a date too. */
struct clock_cell {
  guint at; /* in the row */
  double value;
  struct number_format format;
};

struct reading {
  struct xlsx *book;
  const char *name; /* of the sheet */
  struct part *part;
  struct cells *sheet;
  GArray *row;    /* of struct sheet_cell: the row in hand */
  guint number;   /* of the row, from 1 */
  guint column;   /* of the next cell, from 0 */
  GString *text;  /* of the cell in hand */
  GArray *days;   /* of double: the dates that cells of the row show */
  GArray *clocks; /* of struct clock_cell */
};

static bool too_much(struct reading *in) {
  return package_fail(in->book->package, "the sheet %s holds more than an export does", in->name);
}

/* "BC17": both from 0. Moves AT behind it. */
static bool reference_read(const char **at, guint *row, guint *column) {
  guint64 letters = 0;
  for (; g_ascii_isalpha(**at) && letters <= SHEET_COLUMNS; (*at)++)
    letters = letters * 26 + (guint64)(g_ascii_toupper(**at) - 'A' + 1);
  char *end;
  guint64 number = g_ascii_isdigit(**at) ? g_ascii_strtoull(*at, &end, 10) : 0;
  if (!letters || letters > SHEET_COLUMNS || !number || number > SHEET_ROWS) return false;
  *at = end, *row = (guint)number - 1, *column = (guint)letters - 1;
  return true;
}

/* --------------------------------------------------------------------------------------------------------------- cells */

/* What a cell says of itself before its value. */
struct stated {
  char type[16]; /* "n" where it says none */
  guint format;
  bool formula, valued;
};

static void stated_read(struct reading *in, struct stated *stated) {
  char *type = part_attribute(in->part, "t"), *format = part_attribute(in->part, "s");
  g_strlcpy(stated->type, type ? type : "n", sizeof stated->type);
  stated->format = format ? (guint)strtoul(format, NULL, 10) : 0;
  free(type);
  free(format);
}

/* A cell that does not say where it stands follows the one before it. */
static bool column_read(struct reading *in) {
  guint row, column = in->column;
  char *place = part_attribute(in->part, "r");
  const char *at = place;
  bool good = (!place || reference_read(&at, &row, &column)) && column >= in->column && column < SHEET_COLUMNS;
  if (!good) package_fail(in->book->package, "row %u of the sheet %s has a cell out of place", in->number, in->name);
  free(place);
  in->column = column + 1;
  return good;
}

static bool cell_shared(struct reading *in, struct sheet_cell *cell) {
  guint64 index;
  const GPtrArray *shared = in->book->shared;
  if (!g_ascii_string_to_unsigned(in->text->str, 10, 0, G_MAXUINT32, &index, NULL) || index >= shared->len) {
    g_autofree char *place = cell_name(in->number - 1, cell->column);
    return package_fail(in->book->package, "the cell %s of the sheet %s names a text that is not there", place, in->name);
  }
  cell->text = shared->pdata[index];
  return true;
}

static bool cell_keep(struct reading *in, struct sheet_cell *cell, const char *text) {
  cell->text = cells_text(in->sheet, text, strlen(text));
  return cell->text || too_much(in);
}

static void moment_note(struct reading *in, double value, const struct number_format *format) {
  const double day = floor(value);
  const struct clock_cell clock = {in->row->len, value, *format};
  if (format->date) g_array_append_val(in->days, day);
  else if (format->time && !format->elapsed && day > 366) g_array_append_val(in->clocks, clock);
}

/* A moment that stands in two columns, shown as its date in one and as its time in the other, is a date and a time. */
static bool clocks_settle(struct reading *in) {
  for (guint i = 0; i < in->clocks->len; i++) {
    const struct clock_cell *clock = &g_array_index(in->clocks, struct clock_cell, i);
    bool shown = false;
    for (guint k = 0; k < in->days->len; k++) shown |= g_array_index(in->days, double, k) == floor(clock->value);
    g_autofree char *text = number_text(fmod(clock->value, 1), &clock->format, false);
    struct sheet_cell *cell = &g_array_index(in->row, struct sheet_cell, clock->at);
    if (shown && !(cell->text = cells_text(in->sheet, text, strlen(text)))) return too_much(in);
  }
  return true;
}

static bool cell_number(struct reading *in, struct sheet_cell *cell, const struct stated *stated) {
  static const struct number_format general = {0};
  const GArray *formats = in->book->formats;
  char *end;
  double value = g_ascii_strtod(in->text->str, &end);
  bool number = end != in->text->str && !*end && g_ascii_isdigit(end[-1] == '.' ? '0' : end[-1]);
  if (!number) return cell_keep(in, cell, in->text->str);
  const struct number_format *format =
      stated->format < formats->len ? &g_array_index(formats, struct number_format, stated->format) : &general;
  moment_note(in, value, format);
  /* An id of many figures is kept as it is written: as a number it would lose the last of them. */
  bool id = !format->date && !format->time && !*format->mask && in->text->len > 15 &&
            strspn(in->text->str, "0123456789") == in->text->len;
  g_autofree char *text = id ? g_strdup(in->text->str) : number_text(value, format, in->book->start_1904);
  return cell_keep(in, cell, text);
}

static bool cell_value(struct reading *in, struct sheet_cell *cell, const struct stated *stated) {
  if (!strcmp(stated->type, "s")) return cell_shared(in, cell);
  if (!strcmp(stated->type, "n")) return cell_number(in, cell, stated);
  if (!strcmp(stated->type, "b")) return cell_keep(in, cell, strcmp(in->text->str, "0") ? "TRUE" : "FALSE");
  if (!strcmp(stated->type, "e")) cell->fault = CELL_ERROR;
  return cell_keep(in, cell, in->text->str);
}

/* Up to the end of <v>. */
static bool value_read(struct reading *in) {
  g_string_truncate(in->text, 0);
  if (part_empty(in->part)) return true;
  while (in->text->len <= CELL_MOST && part_next(in->part)) {
    if (part_ends(in->part) && !strcmp(part_element(in->part), "v")) return true;
    if (part_text(in->part)) g_string_append(in->text, part_text(in->part));
  }
  return part_fail(in->part, "a value is longer than any cell's");
}

static bool cell_parts(struct reading *in, struct stated *stated) {
  while (part_next(in->part)) {
    const char *name = part_element(in->part);
    if (part_ends(in->part)) {
      if (!strcmp(name, "c")) return true;
    } else if (!strcmp(name, "f")) stated->formula = true;
    else if (!strcmp(name, "v")) {
      stated->valued = true;
      if (!value_read(in)) return false;
    } else if (!strcmp(name, "is")) {
      stated->valued = true;
      if (!xlsx_text_read(in->part, "is", in->text)) return false;
    }
  }
  return part_fail(in->part, "the sheet is cut off");
}

static bool cell_read(struct reading *in) {
  struct stated stated = {0};
  if (!column_read(in)) return false;
  if (part_empty(in->part)) return true;
  struct sheet_cell cell = {.text = "", .column = (guint16)(in->column - 1)};
  stated_read(in, &stated);
  g_string_truncate(in->text, 0);
  if (!cell_parts(in, &stated)) return false;
  if (stated.valued && in->text->len && !cell_value(in, &cell, &stated)) return false;
  if (!stated.valued && stated.formula) cell.fault = CELL_VALUELESS;
  if (*cell.text || cell.fault) g_array_append_val(in->row, cell);
  return true;
}

/* ---------------------------------------------------------------------------------------------------------------- rows */

static bool row_number(struct reading *in) {
  char *text = part_attribute(in->part, "r");
  guint64 number = in->number + 1;
  bool good = !text || g_ascii_string_to_unsigned(text, 10, in->number + 1, SHEET_ROWS, &number, NULL);
  if (!good || number > SHEET_ROWS) {
    package_fail(in->book->package, "the sheet %s has a row %s behind row %u", in->name, text ? text : "too many", in->number);
    good = false;
  }
  free(text);
  in->number = (guint)number;
  return good;
}

static bool row_cells(struct reading *in) {
  while (part_next(in->part)) {
    const char *name = part_element(in->part);
    if (part_ends(in->part) && !strcmp(name, "row")) return true;
    if (!part_ends(in->part) && !strcmp(name, "c") && !cell_read(in)) return false;
  }
  return part_fail(in->part, "the sheet is cut off");
}

static bool row_read(struct reading *in) {
  if (!row_number(in)) return false;
  in->column = 0;
  GArray *const lists[] = {in->row, in->days, in->clocks};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) g_array_set_size(lists[i], 0);
  bool hidden = part_attribute_true(in->part, "hidden");
  if (!part_empty(in->part) && !(row_cells(in) && clocks_settle(in))) return false;
  in->sheet->hidden_rows += hidden && in->row->len;
  return cells_row(in->sheet, in->number, in->row) || too_much(in);
}

/* ------------------------------------------------------------------------------------------------------ beside the rows */

static bool merge_read(struct reading *in) {
  guint row, column, last_row, last_column;
  char *area = part_attribute(in->part, "ref");
  const char *at = area ? area : "";
  bool good = reference_read(&at, &row, &column) && *at++ == ':' && reference_read(&at, &last_row, &last_column);
  free(area);
  return !good || cells_merge(in->sheet, row, last_row, column) || too_much(in);
}

static bool column_note(struct reading *in) {
  if (!part_attribute_true(in->part, "hidden")) return true;
  guint first = part_attribute_number(in->part, "min"), last = part_attribute_number(in->part, "max");
  for (guint i = first; i && i <= MIN(last, SHEET_COLUMNS); i++) in->sheet->hidden_columns[i - 1] = true;
  return true;
}

static bool filter_note(struct reading *in) {
  in->sheet->filtered = true;
  return true;
}

static bool sheet_node(struct reading *in) {
  static const struct {
    const char *element;
    bool (*read)(struct reading *in);
  } known[] = {{"row", row_read}, {"mergeCell", merge_read}, {"col", column_note}, {"autoFilter", filter_note}};
  for (gsize i = 0; i < G_N_ELEMENTS(known) && !part_ends(in->part); i++)
    if (!strcmp(part_element(in->part), known[i].element)) return known[i].read(in);
  return true;
}

struct cells *xlsx_cells_read(struct xlsx *book, const struct xlsx_sheet *from) {
  struct part *part = from->part ? part_open(book->package, from->part) : NULL;
  if (!part) {
    package_fail(book->package, "the sheet %s is missing from it", from->name);
    return NULL;
  }
  struct reading in = {.book = book, .name = from->name, .part = part, .sheet = cells_new()};
  in.row = g_array_new(FALSE, FALSE, sizeof(struct sheet_cell)), in.text = g_string_new(NULL);
  in.days = g_array_new(FALSE, FALSE, sizeof(double)), in.clocks = g_array_new(FALSE, FALSE, sizeof(struct clock_cell));
  while (part_next(part) && sheet_node(&in))
    ;
  part_close(part);
  GArray *const lists[] = {in.row, in.days, in.clocks};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) g_array_unref(lists[i]);
  g_string_free(in.text, TRUE);
  if (package_fault(book->package)) g_clear_pointer(&in.sheet, cells_free);
  return in.sheet;
}
