/* Turns the values of a SELECT into the cells of a sheet. Rows and sheets are made by xlsx_rows.c. */
#include "report/xlsx_writer.h"
#include <math.h>
#include <string.h>

#define WRAP_FROM 40 /* columns of at least this many characters wrap */
#define LINES_MOST 6 /* a row is at most so many lines high: the rest of a long text shows when its cell is entered */

/* -------------------------------------------------------------------------------------------------------------- links */

static void link_put(struct writer *writer, const struct source *source, const struct part *target, struct row_place place) {
  const struct sheet *sheet = target->sheets->pdata[place.sheet];
  char digits[48];
  struct ink ink = {digits, digits, sizeof digits};
  ink_number(&ink, writer->row);
  ink_literal(&ink, "\" location=\"'");
  GString *links = writer->sheet->links;
  g_string_append(links, "<hyperlink ref=\"");
  g_string_append(links, source->letters);
  g_string_append_len(links, digits, ink.at - digits);
  g_string_append(links, sheet->name);
  ink.at = digits;
  ink_literal(&ink, "'!A");
  ink_number(&ink, place.row);
  ink_literal(&ink, "\"/>");
  g_string_append_len(links, digits, ink.at - digits);
  writer->sheet->link_count++;
}

static const char *link_text(const struct writer *writer, int column) {
  const struct lookup *lookup = writer->sources[column].lookup;
  sqlite3_value *value = sqlite3_column_value(writer->statement, column);
  if (!lookup || sqlite3_value_type(value) != SQLITE_INTEGER) return (const char *)sqlite3_value_text(value);
  const struct word *word = lookup_word(lookup, sqlite3_value_int64(value));
  return word ? word->text : NULL;
}

/* Whether the cell leads anywhere: where the first of its link columns does that leads to a row. Nobody asks any more once the
   sheet has all the links it can. */
static bool cell_link(struct writer *writer, const struct source *source) {
  if (writer->sheet->unlinked) return false;
  for (int i = source->follow; i < source->follow_end; i++) {
    const struct part *target = writer->sources[i].target;
    const char *text = target ? link_text(writer, i) : NULL;
    struct row_place place;
    if (!text || !links_find(target->keys, text, &place)) continue;
    if (writer->sheet->link_count < writer->kit->links) {
      link_put(writer, source, target, place);
      return true;
    }
    writer->sheet->unlinked = writer->row;
    return false;
  }
  return false;
}

/* -------------------------------------------------------------------------------------------------------------- cells */

/* The cells up to this one bear no name, so those that are left out have to be there. */
static void cell_open(struct writer *writer, const struct source *source, bool link) {
  struct ink *ink = &writer->ink;
  for (; writer->next < (guint)source->shown; writer->next++) {
    const struct source *empty = &writer->sources[writer->order[writer->next]];
    ink_text(ink, empty->empty, empty->empty_length);
  }
  writer->next++;
  ink_need(ink, 64);
  memcpy(ink->at, link ? source->open_link : source->open, sizeof source->open);
  ink->at += link ? source->open_link_length : source->open_length;
  writer->part->cells++;
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

/* A text in its cell: by its number where it is kept. */
static void text_put(struct writer *writer, const struct source *source, const char *text, gsize length,
                     const struct shared *shared) {
  struct column_shown *shown = &writer->part->shown[source->shown];
  struct ink *ink = &writer->ink;
  guint width;
  cell_open(writer, source, source->links && cell_link(writer, source));
  if (shared) {
    memcpy(ink->at, shared->tail, sizeof shared->tail);
    ink->at += shared->tail_length;
    width = shared->width;
  } else {
    ink_literal(ink, " t=\"inlineStr\"><is>");
    cell_xml(ink, text, length, &width, &writer->kit->cut);
    ink_literal(ink, "</is></c>");
  }
  shown->longest = MAX(shown->longest, width);
  shown->used = true;
  if (shown->tall && length > (gsize)shown->kind.width / 2) lines_count(writer, text, length, shown->kind.width);
}

static void text_write(struct writer *writer, struct source *source, const char *text, gsize length) {
  if (!length) return;
  text_put(writer, source, text, length, strings_find(writer->kit->strings, &source->share, text, length, &writer->kit->cut));
}

static void value_text(struct writer *writer, struct source *source, sqlite3_value *value) {
  const char *text = (const char *)sqlite3_value_text(value);
  if (text) text_write(writer, source, text, (gsize)sqlite3_value_bytes(value));
}

/* A number that the cell shows in WIDTH characters. */
static void number_begin(struct writer *writer, const struct source *source, guint width) {
  struct column_shown *shown = &writer->part->shown[source->shown];
  shown->longest = MAX(shown->longest, width);
  shown->used = true;
  cell_open(writer, source, false);
  ink_literal(&writer->ink, "><v>");
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

static void value_number(struct writer *writer, struct source *source, sqlite3_value *value) {
  int type = sqlite3_value_type(value);
  double real = type == SQLITE_FLOAT ? sqlite3_value_double(value) : NAN;
  if (type == SQLITE_INTEGER) integer_write(writer, source, sqlite3_value_int64(value));
  else if (!isfinite(real)) value_text(writer, source, value);
  else {
    number_begin(writer, source, 6);
    cell_real(&writer->ink, real);
    ink_literal(&writer->ink, "</v></c>");
  }
}

static void value_found(struct writer *writer, struct source *source, sqlite3_value *value) {
  const char *key = (const char *)sqlite3_value_text(value);
  integer_write(writer, source, found_count(writer->kit->found, source->found, key));
}

/* -------------------------------------------------------------------------------------------------------------- dates */

/* Rows that follow one another are often of one day. */
static bool moment_read(struct source *source, const char *text, gint64 *moment) {
  if (memcmp(source->day, text, 10) == 0) {
    *moment = source->day_moment;
    return moment_parse_clock(text, moment);
  }
  char day[12];
  g_strlcpy(day, text, 11);
  if (!moment_parse(day, &source->day_moment)) return false;
  memcpy(source->day, day, sizeof day);
  *moment = source->day_moment;
  return moment_parse_clock(text, moment);
}

/* A real date where the text is one, or the number is one in milliseconds; what is none stays as it is. */
static void value_date(struct writer *writer, struct source *source, sqlite3_value *value) {
  struct ink *ink = &writer->ink;
  bool integer = sqlite3_value_type(value) == SQLITE_INTEGER;
  const char *text = integer ? NULL : (const char *)sqlite3_value_text(value);
  gint64 moment = 0;
  if (integer) moment = sqlite3_value_int64(value);
  else if (strlen(text) < 10 || !moment_read(source, text, &moment)) {
    value_text(writer, source, value);
    return;
  }
  if (!moment_shown(moment)) {
    value_text(writer, source, value);
    return;
  }
  number_begin(writer, source, writer->part->shown[source->shown].look == LOOK_DAY ? 10 : 19);
  cell_serial(ink, moment);
  ink_literal(ink, "</v></c>");
}

/* "-04:00", of minutes or of the end of a moment. */
static void value_offset(struct writer *writer, struct source *source, sqlite3_value *value) {
  if (sqlite3_value_type(value) == SQLITE_INTEGER) {
    guint minutes = (guint)ABS(sqlite3_value_int(value)), hours = minutes / 60 % 100;
    minutes %= 60;
    const char written[] = {sqlite3_value_int(value) < 0 ? '-' : '+',
                            (char)('0' + hours / 10),
                            (char)('0' + hours % 10),
                            ':',
                            (char)('0' + minutes / 10),
                            (char)('0' + minutes % 10),
                            0};
    text_write(writer, source, written, sizeof written - 1);
    return;
  }
  const char *text = (const char *)sqlite3_value_text(value);
  gsize length = (gsize)sqlite3_value_bytes(value);
  if (length >= 17 && text[10] == 'T' && (text[length - 6] == '+' || text[length - 6] == '-'))
    text_write(writer, source, text + length - 6, 6);
}

/* ------------------------------------------------------------------------------------------------- texts put together */

static struct ink *joined_begin(struct writer *writer) {
  writer->joined.at = writer->joined.bytes;
  return &writer->joined;
}

static void joined_write(struct writer *writer, struct source *source) {
  struct ink *ink = &writer->joined;
  gsize length = (gsize)(ink->at - ink->bytes);
  ink_literal(ink, "\0");
  text_write(writer, source, ink->bytes, length);
}

static void place_put(struct writer *writer, guint64 source, guint64 line) {
  const GPtrArray *paths = writer->kit->paths;
  const char *path = source < paths->len ? paths->pdata[source] : NULL;
  struct ink *ink = &writer->joined;
  if (!path) return;
  if (ink->at != ink->bytes) ink_literal(ink, "; ");
  ink_text(ink, path, strlen(path));
  ink_literal(ink, ":");
  ink_number(ink, line);
}

static const char *digits_skip(const char *at, guint64 *number) {
  for (*number = 0; g_ascii_isdigit(*at); at++) *number = *number * 10 + (guint64)(*at - '0');
  return at;
}

/* Rows of files, by their paths. */
static void value_places(struct writer *writer, struct source *source, sqlite3_value *value) {
  joined_begin(writer);
  if (sqlite3_value_type(value) == SQLITE_INTEGER) {
    gint64 place = sqlite3_value_int64(value);
    place_put(writer, (guint64)place >> 32, (guint64)place & G_MAXUINT32);
  } else
    for (const char *at = (const char *)sqlite3_value_text(value); *at;) {
      guint64 from, line;
      at = digits_skip(at, &from);
      if (*at == ':') {
        at = digits_skip(at + 1, &line);
        place_put(writer, from, line);
      }
      if (*at) at++;
    }
  joined_write(writer, source);
}

/* What a slot column has to say; NULL is nothing. */
static void slot_put(struct writer *writer, int column) {
  struct ink *ink = &writer->joined;
  const struct lookup *lookup = writer->sources[column].lookup;
  sqlite3_value *value = sqlite3_column_value(writer->statement, column);
  if (lookup && sqlite3_value_type(value) == SQLITE_INTEGER) {
    const struct word *word = lookup_word(lookup, sqlite3_value_int64(value));
    if (word) ink_text(ink, word->text, word->length);
    return;
  }
  const char *text = (const char *)sqlite3_value_text(value);
  if (text) ink_text(ink, text, (gsize)sqlite3_value_bytes(value));
}

/* The word with its slots filled: char(30) is the first column that follows, char(31) the second. */
static void slots_fill(struct writer *writer, const struct source *source, const struct word *word) {
  struct ink *ink = joined_begin(writer);
  const char *at = word->text, *end = word->text + word->length;
  while (at < end) {
    const char *slot = at;
    while (slot < end && *slot != SLOT_FIRST && *slot != SLOT_FIRST + 1) slot++;
    ink_text(ink, at, (gsize)(slot - at));
    if (slot < end && source->follow + *slot - SLOT_FIRST < source->follow_end)
      slot_put(writer, source->follow + *slot - SLOT_FIRST);
    at = slot + 1;
  }
}

static void word_put(struct writer *writer, struct source *source, struct word *word) {
  if (word->number) {
    number_begin(writer, source, word->length);
    ink_text(&writer->ink, word->text, word->length);
    ink_literal(&writer->ink, "</v></c>");
    return;
  }
  if (!source->lookup->shares) {
    text_write(writer, source, word->text, word->length);
    return;
  }
  if (!word->asked) word->shared = strings_find(writer->kit->strings, NULL, word->text, word->length, &writer->kit->cut);
  word->asked = true;
  if (word->length) text_put(writer, source, word->text, word->length, word->shared);
}

static void value_word(struct writer *writer, struct source *source, sqlite3_value *value) {
  if (sqlite3_value_type(value) != SQLITE_INTEGER) {
    value_text(writer, source, value);
    return;
  }
  struct word *word = lookup_word(source->lookup, sqlite3_value_int64(value));
  if (!word) return;
  if (source->slots) {
    slots_fill(writer, source, word);
    joined_write(writer, source);
  } else word_put(writer, source, word);
}

void values_write(struct writer *writer) {
  writer->next = 0;
  for (guint i = 0; i < writer->part->columns; i++) {
    struct source *source = &writer->sources[writer->order[i]];
    sqlite3_value *value = sqlite3_column_value(writer->statement, writer->order[i]);
    if (sqlite3_value_type(value) != SQLITE_NULL) source->write(writer, source, value);
  }
}

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
  guint plain = writer->kit->looks[look], link = writer->kit->looks[LOOK_LINK];
  source->open_length = (guint)g_snprintf(source->open, sizeof source->open, "<c s=\"%u\"", plain);
  source->open_link_length = (guint)g_snprintf(source->open_link, sizeof source->open_link, "<c s=\"%u\"", link);
  source->empty_length = (guint)g_snprintf(source->empty, sizeof source->empty, "<c s=\"%u\"/>", plain);
}

static void source_writes(const struct writer *writer, struct source *source, const struct column *kind) {
  static void (*const writes[])(struct writer * writer, struct source * source, sqlite3_value * value) = {
      [COLUMN_COUNT] = value_number, [COLUMN_ANY] = value_number,    [COLUMN_MOMENT] = value_date,  [COLUMN_DAY] = value_date,
      [COLUMN_FOUND] = value_found,  [COLUMN_PLACES] = value_places, [COLUMN_OFFSET] = value_offset};
  source->write = kind->kind < G_N_ELEMENTS(writes) && writes[kind->kind] ? writes[kind->kind] : value_text;
  source->found = kind->kind == COLUMN_FOUND ? found_column(writer->kit->found, writer->part->section->title) : -1;
  if (kind->kind == COLUMN_FOUND && source->found < 0) source->write = value_text;
  if (source->lookup) source->write = value_word;
}

static void source_show(struct writer *writer, int at, const struct column *kind) {
  struct part *part = writer->part;
  struct source *source = &writer->sources[at];
  struct column_shown *shown = &part->shown[part->columns];
  source->shown = (int)part->columns;
  source->follow = source->follow_end = at + 1;
  writer->order[part->columns] = at;
  column_letters(part->columns++, source->letters);
  *shown = (struct column_shown){.head = g_strdup(sqlite3_column_name(writer->statement, at)), .kind = *kind};
  shown->look = column_look(kind, shown->head);
  shown->used = shown->look == LOOK_ENTRY;
  writer->widths += kind->width;
  shown->tall = shown->look == LOOK_WRAP && writer->widths <= PRINT_WIDEST;
  source_style(writer, source, shown->look);
  source_writes(writer, source, kind);
}

/* The part of the section whose file begins with NUMBER; NULL where it was not written before. */
static const struct part *part_numbered(const struct rows_kit *kit, guint number) {
  g_autofree char *start = g_strdup_printf("report/sections/xlsx/%u-", number);
  for (guint i = 0; i < kit->parts->len; i++) {
    const struct part *part = kit->parts->pdata[i];
    if (g_str_has_prefix(part->section->path, start)) return part;
  }
  return NULL;
}

void sources_read(struct writer *writer) {
  struct source *last = NULL;
  for (int i = 0; i < writer->columns; i++) {
    const struct column *kind = &writer->part->section->columns[i];
    struct source *source = &writer->sources[i];
    *source = (struct source){.shown = -1};
    if (*kind->words) source->lookup = lookups_column(writer->kit->lookups, kind->words);
    bool link = kind->kind == COLUMN_LINK, slot = kind->kind == COLUMN_SLOT;
    if (link) source->target = part_numbered(writer->kit, (guint)kind->width);
    if (!link && !slot) source_show(writer, i, kind);
    else if (last) {
      last->follow_end = i + 1;
      last->links |= link;
      last->slots |= slot;
    }
    if (!link && !slot) last = source;
  }
}
