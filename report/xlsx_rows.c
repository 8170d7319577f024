/* Turns the rows of a SELECT into the sheets of a workbook, as XML that is packed while it is made: not by libxlsxwriter, which
   packs in one thread. What stands around the rows is made by xlsx_book.c. */
#include "xlsx_rows.h"
#include "audit.h"
#include "text.h"
#include "xlsx_cell.h"
#include <math.h>
#include <string.h>

#define WRAP_FROM 40 /* columns of at least this many characters wrap */
#define LINES_MOST 6 /* a row is at most so many lines high: the rest of a long text shows when its cell is entered */
#define LINE_HEIGHT 15
#define SHEET_BYTES (3ULL << 30)   /* of XML: what a zip archive holds of one file, with room to spare */
#define BOOK_BYTES (3584ULL << 20) /* packed: the same of all files */

/* A cell of the SELECT: where it goes. */
struct source {
  int shown;                 /* the column of the sheet, -1: none */
  int links, link_end;       /* columns of the SELECT that say where it leads */
  const struct part *target; /* of a link column; NULL: the key of the row itself */
  char open[16], style[16], link_style[16];
  gsize open_length, style_length, link_style_length;
  struct share share;
  int found; /* the column of 79-found.sql */
};

struct writer {
  struct db *db;
  struct rows_kit *kit;
  struct part *part;
  struct sheet *sheet;
  sqlite3_stmt *statement;
  int columns;
  struct source sources[COLUMNS_MOST];
  struct ink ink;
  struct ink places; /* of a cell in words */
  guint32 row;       /* of the sheet, from 1 */
  char digits[12];   /* of the row */
  gsize digits_length;
  double lines;
  double widths; /* of the columns so far */
};

/* ------------------------------------------------------------------------------------------------------------ columns */

static void column_letters(guint column, char *letters) {
  if (column >= 26) *letters++ = (char)('A' + column / 26 - 1);
  *letters++ = (char)('A' + column % 26);
  *letters = 0;
}

/* What an administrator fills in. */
static bool head_entered(const char *head) { return g_str_equal(head, "Disposition") || g_str_equal(head, "Notes"); }

static enum look column_look(const struct column *column, const char *head) {
  if (head_entered(head)) return LOOK_ENTRY;
  if (column->kind == COLUMN_COUNT || column->kind == COLUMN_FOUND) return LOOK_COUNT;
  if (column->kind == COLUMN_MOMENT) return LOOK_MOMENT;
  if (column->kind == COLUMN_DAY) return LOOK_DAY;
  bool text = column->kind == COLUMN_TEXT || column->kind == COLUMN_PLACES;
  return text && column->width >= WRAP_FROM ? LOOK_WRAP : LOOK_PLAIN;
}

static void source_style(const struct writer *writer, struct source *source, enum look look) {
  source->style_length = (gsize)g_snprintf(source->style, sizeof source->style, "\" s=\"%u\"", writer->kit->looks[look]);
  source->link_style_length =
      (gsize)g_snprintf(source->link_style, sizeof source->link_style, "\" s=\"%u\"", writer->kit->looks[LOOK_LINK]);
}

static void source_show(struct writer *writer, int at, const struct column *kind) {
  struct part *part = writer->part;
  struct source *source = &writer->sources[at];
  struct column_shown *shown = &part->shown[part->columns];
  char letters[4];
  source->shown = (int)part->columns;
  source->links = source->link_end = at + 1;
  column_letters(part->columns++, letters);
  *shown = (struct column_shown){.head = g_strdup(sqlite3_column_name(writer->statement, at)), .kind = *kind};
  shown->look = column_look(kind, shown->head);
  shown->used = shown->look == LOOK_ENTRY;
  writer->widths += kind->width;
  shown->tall = shown->look == LOOK_WRAP && writer->widths <= PRINT_WIDEST;
  source->open_length = (gsize)g_snprintf(source->open, sizeof source->open, "<c r=\"%s", letters);
  source_style(writer, source, shown->look);
  source->found = kind->kind == COLUMN_FOUND ? found_column(writer->kit->found, part->section->title) : -1;
}

/* The part of the section whose file begins with NUMBER; NULL where it was not written before. */
static const struct part *part_numbered(const struct rows_kit *kit, guint number) {
  g_autofree char *start = g_strdup_printf("report/sections/%u-", number);
  for (guint i = 0; i < kit->parts->len; i++) {
    const struct part *part = kit->parts->pdata[i];
    if (g_str_has_prefix(part->section->path, start)) return part;
  }
  return NULL;
}

static void sources_read(struct writer *writer) {
  int last = -1;
  for (int i = 0; i < writer->columns; i++) {
    const struct column *kind = &writer->part->section->columns[i];
    if (kind->kind != COLUMN_LINK) {
      source_show(writer, last = i, kind);
      continue;
    }
    writer->sources[i] = (struct source){.shown = -1, .target = part_numbered(writer->kit, (guint)kind->width)};
    if (last >= 0) writer->sources[last].link_end = i + 1;
  }
}

/* -------------------------------------------------------------------------------------------------------------- links */

/* Where the cell leads: the first of its link columns that leads anywhere. False where the sheet has all the links it can. */
static bool cell_link(struct writer *writer, const struct source *source) {
  for (int i = source->links; i < source->link_end; i++) {
    const struct part *target = writer->sources[i].target;
    const char *text = target ? db_text(writer->statement, i) : NULL;
    struct row_place place;
    if (!text || !links_find(target->keys, text, &place)) continue;
    if (writer->sheet->link_count == writer->kit->links) {
      writer->part->unlinked++;
      return false;
    }
    const struct sheet *sheet = target->sheets->pdata[place.sheet];
    writer->sheet->link_count++;
    g_string_append_printf(writer->sheet->links, "<hyperlink ref=\"%s%u\" location=\"'%s'!A%u\"/>",
                           source->open + strlen("<c r=\""), writer->row, sheet->name, place.row);
    return true;
  }
  return false;
}

/* -------------------------------------------------------------------------------------------------------------- cells */

static void cell_open(struct writer *writer, const struct source *source, bool link) {
  struct ink *ink = &writer->ink;
  ink_need(ink, 64);
  ink_text(ink, source->open, source->open_length);
  ink_text(ink, writer->digits, writer->digits_length);
  if (link) ink_text(ink, source->link_style, source->link_style_length);
  else ink_text(ink, source->style, source->style_length);
}

/* How many lines a text takes in a column of WIDTH characters; a little is lost at the ends of lines. */
static void lines_count(struct writer *writer, const char *text, gsize length, double width) {
  double lines = ceil((double)length * 1.12 / width);
  if (memchr(text, '\n', length)) {
    lines = 0;
    g_auto(GStrv) each = g_strsplit(text, "\n", -1);
    for (char **at = each; *at; at++) lines += ceil(MAX(1, (double)g_utf8_strlen(*at, -1) * 1.12 / width));
  }
  writer->lines = MAX(writer->lines, MIN(lines, LINES_MOST));
}

static void text_write(struct writer *writer, struct source *source, const char *text, gsize length) {
  struct column_shown *shown = &writer->part->shown[source->shown];
  struct ink *ink = &writer->ink;
  guint number, width;
  if (!length) return;
  cell_open(writer, source, source->links < source->link_end && cell_link(writer, source));
  if (strings_find(writer->kit->strings, &source->share, text, length, &number, &width, &writer->kit->cut)) {
    ink_literal(ink, " t=\"s\"><v>");
    ink_number(ink, number);
    ink_literal(ink, "</v></c>");
  } else {
    ink_literal(ink, " t=\"inlineStr\"><is>");
    cell_xml(ink, text, length, &width, &writer->kit->cut);
    ink_literal(ink, "</is></c>");
  }
  shown->longest = MAX(shown->longest, width);
  shown->used = true;
  if (shown->tall && length > (gsize)shown->kind.width / 2) lines_count(writer, text, length, shown->kind.width);
  writer->part->cells++;
}

/* A number that the cell shows in WIDTH characters. */
static void number_begin(struct writer *writer, const struct source *source, guint width) {
  struct column_shown *shown = &writer->part->shown[source->shown];
  shown->longest = MAX(shown->longest, width);
  shown->used = true;
  cell_open(writer, source, false);
  ink_literal(&writer->ink, "><v>");
  writer->part->cells++;
}

static void integer_write(struct writer *writer, const struct source *source, gint64 value) {
  guint64 size = value < 0 ? 0 - (guint64)value : (guint64)value;
  guint digits = value < 0 ? 2 : 1;
  for (guint64 left = size; left > 9; left /= 10) digits++;
  number_begin(writer, source, digits + digits / 3);
  if (value < 0) ink_literal(&writer->ink, "-");
  ink_number(&writer->ink, size);
  ink_literal(&writer->ink, "</v></c>");
}

static void real_write(struct writer *writer, const struct source *source, double value) {
  number_begin(writer, source, 6);
  cell_real(&writer->ink, value);
  ink_literal(&writer->ink, "</v></c>");
}

/* A real date where the text is one, or the number is one in milliseconds; what is none stays as it is. */
static bool date_write(struct writer *writer, const struct source *source, int column, bool integer) {
  struct ink *ink = &writer->ink;
  gsize before = (gsize)(ink->at - ink->bytes);
  guint64 cells = writer->part->cells;
  gint64 moment = 0;
  const char *text = integer ? NULL : db_text(writer->statement, column);
  if (integer) moment = db_int(writer->statement, column);
  else if (!moment_parse(text, &moment)) return false;
  number_begin(writer, source, writer->part->shown[source->shown].look == LOOK_DAY ? 10 : 19);
  if (!cell_serial(ink, moment)) {
    ink->at = ink->bytes + before;
    writer->part->cells = cells;
    return false;
  }
  ink_literal(ink, "</v></c>");
  return true;
}

static void place_put(struct writer *writer, gint64 source, gint64 line) {
  const GPtrArray *paths = writer->kit->paths;
  const char *path = source >= 0 && source < (gint64)paths->len ? paths->pdata[source] : NULL;
  struct ink *ink = &writer->places;
  if (!path) return;
  if (ink->at != ink->bytes) ink_literal(ink, "; ");
  ink_text(ink, path, strlen(path));
  ink_literal(ink, ":");
  ink_number(ink, (guint64)line);
}

/* Rows of files, by their paths. */
static void places_write(struct writer *writer, struct source *source, int column, bool integer) {
  struct ink *ink = &writer->places;
  ink->at = ink->bytes;
  if (integer) place_put(writer, db_int(writer->statement, column) >> 32, db_int(writer->statement, column) & G_MAXUINT32);
  for (const char *at = integer ? "" : db_text(writer->statement, column); *at;) {
    char *end;
    gint64 from = g_ascii_strtoll(at, &end, 10);
    if (*end == ':') place_put(writer, from, g_ascii_strtoll(end + 1, &end, 10));
    at = *end ? end + 1 : end;
  }
  gsize length = (gsize)(ink->at - ink->bytes);
  ink_literal(ink, "\0");
  text_write(writer, source, ink->bytes, length);
}

static void cell_write(struct writer *writer, int column) {
  struct source *source = &writer->sources[column];
  const struct column *kind = &writer->part->shown[source->shown].kind;
  int type = sqlite3_column_type(writer->statement, column);
  bool number = kind->kind == COLUMN_COUNT || kind->kind == COLUMN_ANY;
  if (type == SQLITE_NULL) return;
  if (source->found >= 0) {
    integer_write(writer, source, found_count(writer->kit->found, source->found, db_text(writer->statement, column)));
    return;
  }
  if (kind->kind == COLUMN_PLACES) {
    places_write(writer, source, column, type == SQLITE_INTEGER);
    return;
  }
  if ((kind->kind == COLUMN_MOMENT || kind->kind == COLUMN_DAY) && date_write(writer, source, column, type == SQLITE_INTEGER))
    return;
  if (number && type == SQLITE_INTEGER) integer_write(writer, source, db_int(writer->statement, column));
  else if (number && type == SQLITE_FLOAT && isfinite(sqlite3_column_double(writer->statement, column)))
    real_write(writer, source, sqlite3_column_double(writer->statement, column));
  else {
    const char *text = db_text(writer->statement, column);
    text_write(writer, source, text, (gsize)sqlite3_column_bytes(writer->statement, column));
  }
}

/* --------------------------------------------------------------------------------------------------------------- rows */

static void row_begin(struct writer *writer) {
  struct ink digits = {writer->digits, writer->digits, sizeof writer->digits};
  ink_number(&digits, writer->row);
  writer->digits_length = (gsize)(digits.at - digits.bytes);
  writer->lines = 1;
}

static void row_put(struct writer *writer) {
  char held[64];
  struct ink open = {held, held, sizeof held};
  ink_literal(&open, "<row r=\"");
  ink_text(&open, writer->digits, writer->digits_length);
  if (writer->lines > 1) {
    ink_literal(&open, "\" ht=\"");
    ink_number(&open, (guint64)writer->lines * LINE_HEIGHT);
    ink_literal(&open, "\" customHeight=\"1");
  }
  ink_literal(&open, "\">");
  ink_literal(&writer->ink, "</row>\n");
  packer_put(writer->kit->packer, open.bytes, (gsize)(open.at - open.bytes));
  packer_put(writer->kit->packer, writer->ink.bytes, (gsize)(writer->ink.at - writer->ink.bytes));
  writer->ink.at = writer->ink.bytes;
}

static void row_write(struct writer *writer) {
  row_begin(writer);
  for (int i = 0; i < writer->columns; i++) {
    const struct source *source = &writer->sources[i];
    if (source->shown >= 0) cell_write(writer, i);
    else if (!source->target && writer->part->section->columns[i].width <= 0)
      links_keep(writer->part->keys, db_text(writer->statement, i),
                 (struct row_place){writer->part->sheets->len - 1, writer->row});
  }
  row_put(writer);
  writer->row++;
  writer->sheet->rows++;
  writer->part->rows++;
}

/* A line of text below the table. */
static void note_write(struct writer *writer, const char *text) {
  static const char open[] = "<c r=\"A";
  struct ink *ink = &writer->ink;
  guint width;
  row_begin(writer);
  ink_literal(ink, open);
  ink_text(ink, writer->digits, writer->digits_length);
  ink_literal(ink, "\" s=\"");
  ink_number(ink, writer->kit->looks[LOOK_NOTE]);
  ink_literal(ink, "\" t=\"inlineStr\"><is>");
  cell_xml(ink, text, strlen(text), &width, &writer->kit->cut);
  ink_literal(ink, "</is></c>");
  row_put(writer);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

static void sheet_begin(struct writer *writer) {
  const char *title = writer->part->section->title;
  struct sheet *sheet = g_new0(struct sheet, 1);
  guint number = writer->part->sheets->len + 1;
  sheet->name = number > 1 ? g_strdup_printf("%s %u", title, number) : g_strdup(title);
  sheet->links = g_string_new(NULL);
  g_ptr_array_add(writer->part->sheets, sheet);
  writer->sheet = sheet;
  writer->row = 2;
}

static void sheet_end(struct writer *writer) { writer->sheet->run = packer_cut(writer->kit->packer); }

static bool sheet_full(const struct writer *writer) {
  return writer->row >= writer->kit->limit || packer_length(writer->kit->packer) > SHEET_BYTES;
}

/* Begins the next sheet, and says so below this one; false where there may be no further sheet. */
static bool sheet_next(struct writer *writer) {
  if (writer->part->sheets->len == SHEETS_MOST || packer_size(writer->kit->packer) > BOOK_BYTES) return false;
  g_autofree char *note =
      g_strdup_printf("The next rows are on the sheet %s %u.", writer->part->section->title, writer->part->sheets->len + 1);
  note_write(writer, note);
  sheet_end(writer);
  sheet_begin(writer);
  return true;
}

static void left_tell(struct writer *writer) {
  if (!writer->part->left) return;
  g_autofree char *note =
      g_strdup_printf("%" G_GUINT64_FORMAT " more rows are not in this workbook: they are in %s.", writer->part->left,
                      writer->part->section->rest ? writer->part->section->rest : "audit.db");
  note_write(writer, note);
}

static void rows_write(struct writer *writer) {
  sheet_begin(writer);
  while (db_step(writer->db, writer->statement)) {
    if (writer->part->left || (sheet_full(writer) && !sheet_next(writer))) writer->part->left++;
    else row_write(writer);
    if (++writer->kit->told % 8192 == 0) progress_show("writing audit.xlsx", writer->kit->told, writer->kit->all);
  }
  left_tell(writer);
  sheet_end(writer);
}

static void sheet_free(void *data) {
  struct sheet *sheet = data;
  g_free(sheet->name);
  g_string_free(sheet->links, TRUE);
  g_free(sheet);
}

void part_free(struct part *part) {
  for (guint i = 0; i < part->columns; i++) g_free(part->shown[i].head);
  g_ptr_array_unref(part->sheets);
  links_free(part->keys);
  g_free(part);
}

struct part *part_write(struct db *db, struct rows_kit *kit, const struct section *section) {
  struct part *part = g_new0(struct part, 1);
  part->section = section;
  part->sheets = g_ptr_array_new_with_free_func(sheet_free);
  part->keys = links_new();
  struct writer writer = {.db = db, .kit = kit, .part = part, .statement = section_open(db, section)};
  writer.columns = sqlite3_column_count(writer.statement);
  sources_read(&writer);
  rows_write(&writer);
  links_ready(part->keys);
  sqlite3_finalize(writer.statement);
  ink_free(&writer.ink);
  ink_free(&writer.places);
  g_ptr_array_add(kit->parts, part);
  return part;
}

struct part *part_named(const struct rows_kit *kit, const char *title) {
  for (guint i = 0; i < kit->parts->len; i++) {
    struct part *part = kit->parts->pdata[i];
    if (g_str_equal(part->section->title, title)) return part;
  }
  return NULL;
}
