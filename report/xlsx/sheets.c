/* Writes the rows of the sections' SELECTs on their sheets, cell by cell. What their columns look like is said in columns.c. */
#include "report/xlsx/sheets.h"
#include "include/audit.h"
#include "include/message.h"
#include "report/xlsx/cell_text.h"
#include "report/xlsx/columns.h"
#include <math.h>
#include <string.h>

#define LINE_HEIGHT 15
#define LINES_MOST 8 /* a row is at most so many lines high: the rest of a long text shows when its cell is entered */

/* -------------------------------------------------------------------------------------------------------------- links */

/* Rows being written. */
struct writing {
  struct part *part;
  struct sheet *sheet;
  sqlite3_stmt *statement;
  const struct part *targets[COLUMNS_MOST]; /* where the link columns of the SELECT lead; NULL: nowhere */
  lxw_row_t row;
  double lines;      /* that it is high */
  guint64 done, all; /* rows of all sheets */
};

/* The part of the section whose file begins with NUMBER. */
static const struct part *part_numbered(const GPtrArray *parts, guint number) {
  g_autofree char *start = g_strdup_printf("report/sections/xlsx/%u-", number);
  for (guint i = 0; i < parts->len; i++) {
    const struct part *part = parts->pdata[i];
    if (g_str_has_prefix(part->section->path, start)) return part;
  }
  return NULL;
}

static void targets_find(struct writing *writing, const GPtrArray *parts) {
  for (guint i = 0; i < writing->part->section->column_count; i++) {
    const struct column *kind = &writing->part->section->columns[i];
    bool leads = kind->kind == COLUMN_LINK && kind->width > 0;
    writing->targets[i] = leads ? part_numbered(parts, (guint)kind->width) : NULL;
  }
}

static void place_keep(struct writing *writing, guint64 number) {
  const char *name = writing->part->key < 0 ? NULL : db_text(writing->statement, writing->part->key);
  if (name && !g_hash_table_contains(writing->part->places, name))
    g_hash_table_insert(writing->part->places, g_strdup(name), GSIZE_TO_POINTER(number));
}

/* Where the first of a cell's link columns leads that leads to a row; NULL: nowhere. The string is the caller's. */
static char *cell_target(const struct writing *writing, const struct column_shown *shown) {
  for (guint i = (guint)shown->source + 1; i < writing->part->section->column_count && writing->targets[i]; i++) {
    const struct part *target = writing->targets[i];
    const char *name = db_text(writing->statement, (int)i);
    gsize number = name ? GPOINTER_TO_SIZE(g_hash_table_lookup(target->places, name)) : 0;
    if (!number) continue;
    const struct sheet *sheet = target->sheets->pdata[(number - 1) / part_capacity(target)];
    return g_strdup_printf("internal:'%s'!A%" G_GSIZE_FORMAT, sheet->name, (number - 1) % part_capacity(target) + 2);
  }
  return NULL;
}

/* Stops looking once the sheet has as many links as Excel takes. */
static char *cell_leads(struct writing *writing, const struct column_shown *shown) {
  struct sheet *sheet = writing->sheet;
  char *target = sheet->unlinked ? NULL : cell_target(writing, shown);
  if (!target || sheet->links < writing->part->limits->links) return target;
  sheet->unlinked = writing->row + 1;
  g_free(target);
  return NULL;
}

/* -------------------------------------------------------------------------------------------------------------- cells */

/* Lines that a text takes in a column of WIDTH characters; a little room is lost at the end of each. */
static double lines_count(const char *text, double width) {
  double lines = 0;
  g_auto(GStrv) each = g_strsplit(text, "\n", -1);
  for (char **at = each; *at; at++) lines += ceil(MAX(1, (double)g_utf8_strlen(*at, -1) * 1.12 / width));
  return MIN(lines, LINES_MOST);
}

static void text_write(struct writing *writing, struct column_shown *shown, lxw_col_t column) {
  const char *text = db_text(writing->statement, shown->source);
  if (!*text) return;
  g_autofree char *target = cell_leads(writing, shown);
  if (target) cell_link(writing->sheet, writing->row, column, target, text, FORMAT_LINK);
  else cell_string(writing->sheet, writing->row, column, text, shown->format);
  shown->longest = MAX(shown->longest, text_width(text));
  shown->used = true;
  if (shown->tall) writing->lines = MAX(writing->lines, lines_count(text, shown->kind.width));
}

/* A number that the cell shows in WIDTH characters. */
static void number_write(struct writing *writing, struct column_shown *shown, lxw_col_t column) {
  char digits[24];
  bool whole = sqlite3_column_type(writing->statement, shown->source) == SQLITE_INTEGER;
  guint width =
      whole ? (guint)g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, db_int(writing->statement, shown->source)) : 0;
  cell_number(writing->sheet, writing->row, column, sqlite3_column_double(writing->statement, shown->source), shown->format);
  shown->longest = MAX(shown->longest, whole ? width + width / 3 : 6); /* thousands are set apart; a share is short */
  shown->used = true;
}

/* A real date where Excel knows it; any other text stays as it is. */
static void moment_write(struct writing *writing, struct column_shown *shown, lxw_col_t column) {
  lxw_datetime moment;
  if (!moment_read(db_text(writing->statement, shown->source), &moment)) {
    text_write(writing, shown, column);
    return;
  }
  cell_moment(writing->sheet, writing->row, column, &moment, shown->format);
  shown->longest = MAX(shown->longest, shown->kind.kind == COLUMN_DAY ? 10 : 19);
  shown->used = true;
}

static void cell_write(struct writing *writing, struct column_shown *shown, lxw_col_t column) {
  int type = sqlite3_column_type(writing->statement, shown->source);
  bool number = shown->kind.kind == COLUMN_COUNT || shown->kind.kind == COLUMN_ANY;
  bool moment = shown->kind.kind == COLUMN_MOMENT || shown->kind.kind == COLUMN_DAY;
  if (type == SQLITE_NULL) return;
  if (number && type != SQLITE_TEXT && isfinite(sqlite3_column_double(writing->statement, shown->source)))
    number_write(writing, shown, column);
  else if (moment) moment_write(writing, shown, column);
  else text_write(writing, shown, column);
}

static void row_write(struct writing *writing) {
  writing->lines = 1;
  for (guint i = 0; i < writing->part->columns; i++) cell_write(writing, &writing->part->shown[i], (lxw_col_t)i);
  if (writing->lines > 1) row_height(writing->sheet, writing->row, writing->lines * LINE_HEIGHT);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

/* What is said below the rows of a sheet where there are more. */
static char *sheet_remark(const struct part *part, guint number) {
  if (number + 1 == part->sheets->len) return part_left(part);
  const struct sheet *next = part->sheets->pdata[number + 1];
  return g_strdup_printf("The next rows are on the sheet %s.", next->name);
}

/* Two lines, or as many as a question takes in its column. */
static void heads_write(struct sheet *sheet, const struct part *part, lxw_row_t last) {
  char *heads[COLUMNS_MOST + 1] = {NULL};
  double lines = 2;
  for (guint i = 0; i < part->columns; i++) {
    heads[i] = part->shown[i].head;
    if (part->shown[i].format == FORMAT_ENTRY) lines = MAX(lines, lines_count(heads[i], part->shown[i].kind.width - 2));
  }
  row_height(sheet, 0, lines * LINE_HEIGHT + 2);
  sheet_table(sheet, last, heads);
  worksheet_freeze_panes(sheet->made, 1, 1);
  sheet_print(sheet, true);
  book_check(sheet->book, worksheet_repeat_rows(sheet->made, 0, 0));
}

static lxw_row_t sheet_last(const struct part *part, guint number) { return (lxw_row_t)MAX(1, part_sheet_rows(part, number)); }

/* There must be as many rows as were counted: sheets and tables have their size before rows are written. */
static void row_step(struct writing *writing, bool expected) {
  if (db_step(writing->sheet->book->db, writing->statement) != expected)
    stop_system(writing->part->section->path, "returned other rows than were counted: report this");
}

static void sheet_write(struct writing *writing, guint number) {
  struct part *part = writing->part;
  guint64 rows = part_sheet_rows(part, number);
  writing->sheet = part->sheets->pdata[number];
  heads_write(writing->sheet, part, sheet_last(part, number));
  for (writing->row = 1; writing->row <= rows; writing->row++) {
    row_step(writing, true);
    row_write(writing);
    place_keep(writing, number * part_capacity(part) + writing->row);
    if (++writing->done % 1024 == 0) progress_show("writing audit.xlsx", writing->done, writing->all);
  }
}

/* After the last row: how wide the columns are depends on all of them. */
static void sheet_finish(const struct part *part, guint number) {
  lxw_row_t last = sheet_last(part, number);
  g_autofree char *remark = sheet_remark(part, number);
  cell_string(part->sheets->pdata[number], last + 1, 0, remark, FORMAT_REMARK);
  columns_dress(part->sheets->pdata[number], part, last, remark ? last + 1 : last);
}

static void part_write(struct book *book, struct writing *writing, struct part *part, const GPtrArray *parts) {
  writing->part = part;
  writing->statement = section_open(book->db, part->section);
  targets_find(writing, parts);
  for (guint i = 0; i < part->sheets->len; i++) sheet_write(writing, i);
  if (!part->left) row_step(writing, false);
  for (guint i = 0; i < part->sheets->len; i++) sheet_finish(part, i);
  sqlite3_finalize(writing->statement);
}

static bool part_leads(const struct part *part) {
  for (guint i = 0; i < part->section->column_count; i++)
    if (part->section->columns[i].kind == COLUMN_LINK && part->section->columns[i].width > 0) return true;
  return false;
}

/* First all that lead nowhere, then the others from the last on. */
void parts_write(struct book *book, const GPtrArray *parts) {
  struct writing writing = {0};
  for (guint i = 0; i < parts->len; i++) writing.all += ((const struct part *)parts->pdata[i])->rows;
  for (guint i = 0; i < parts->len; i++)
    if (!part_leads(parts->pdata[i])) part_write(book, &writing, parts->pdata[i], parts);
  for (guint i = parts->len; i > 0; i--)
    if (part_leads(parts->pdata[i - 1])) part_write(book, &writing, parts->pdata[i - 1], parts);
}
