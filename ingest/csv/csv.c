/* libcsv, one physical line at a time and without the bytes that decide nothing, into records with their lines and faults. What a
   file's dialect is, is dialect.c's to tell; what rows look like, shape.c's. */
#include "ingest/csv/csv.h"
#include "ingest/csv/row.h"
#include "include/message.h"
#include <csv.h>
#include <string.h>

#define RECORD_LINES 2000
#define RECORD_BYTES (4 * 1024 * 1024)
#define TRY_LINES 200 /* how far behind a damaged record the next good one is looked for */

struct csv {
  struct source *source;
  struct dialect dialect;
  struct found found;
  struct csv_parser parser;
  struct row row, probe;
  GString *raw;
  GPtrArray *faults;
  guint taken;  /* lines of the record given last */
  guint barren; /* up to this line no good record begins: it was tried */
};

/* What damage there is: its words, and where. */
struct damage {
  enum row_state state;
  guint line;
};

static int space_none(unsigned char c) {
  (void)c;
  return 0;
}

static int space_blank(unsigned char c) { return c == ' ' || c == '\t'; }

static void parser_begin(struct csv *csv) {
  if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI)) stop_system(NULL, "no memory to read CSV");
  csv_set_delim(&csv->parser, (unsigned char)csv->dialect.delimiter);
  csv_set_space_func(&csv->parser, csv->dialect.blanks ? space_blank : space_none);
  csv_set_blk_size(&csv->parser, 4096);
}

void csv_adopt(struct csv *csv) {
  csv_free(&csv->parser);
  parser_begin(csv);
}

static void cells_reserve(struct row *row, guint count) {
  if (row->room >= count) return;
  row->room = MAX(count, row->room ? row->room * 2 : 32);
  row->cells = g_renew(char *, row->cells, row->room);
  row->starts = g_renew(gsize, row->starts, row->room);
  row->lengths = g_renew(gsize, row->lengths, row->room);
}

static void row_cell(void *text, gsize length, void *data) {
  struct row *row = data;
  cells_reserve(row, row->count + 1);
  pattern_cell(row->patterns, text, length);
  length = skeleton_fill(&row->skeleton, text, length, row->text + row->used);
  row->starts[row->count] = row->used;
  row->lengths[row->count++] = length;
  row->used += length + 1;
}

static void row_end(int last, void *data) {
  (void)last;
  ((struct row *)data)->ended = true;
}

/* Cells with their ends never take more than the lines they came from: a delimiter or line end stands behind each. */
static void row_reserve(struct row *row, gsize size) {
  if (row->size >= size) return;
  row->size = MAX(size, row->size * 2);
  row->text = g_realloc(row->text, row->size);
}

void row_clear(struct row *row) {
  g_free(row->cells);
  g_free(row->starts);
  g_free(row->lengths);
  g_free(row->text);
  g_free(row->patterns);
  skeleton_clear(&row->skeleton);
}

/* A line whose like was parsed before. */
static enum row_state row_repeat(struct row *row, const struct pattern *pattern) {
  const char *cell = pattern->cells;
  cells_reserve(row, pattern->count);
  for (guint i = 0; i < pattern->count; cell += pattern->at[i++].length) {
    char *to = row->text + row->used;
    row->cells[i] = to;
    row->used += (row->lengths[i] = pattern_fill(&pattern->at[i], cell, &row->skeleton, to)) + 1;
  }
  row->count = pattern->count;
  return ROW_WHOLE;
}

static enum row_state row_close(struct row *row) {
  for (guint i = 0; i < row->count; i++) row->cells[i] = row->text + row->starts[i];
  if (row->lines == 1) pattern_end(row->patterns, &row->skeleton);
  return ROW_WHOLE;
}

/* Taken from its skeleton, by what the parser made of one like it or by the parser. Where the row ends with it, its cells are
 * there. */
static enum row_state line_parse(struct csv *csv, struct row *row, const struct source_line *line) {
  struct skeleton *skeleton = &row->skeleton;
  if (line->cut) return ROW_LONG;
  skeleton_take(skeleton, line->text, line->length, *line->end ? line->end : "\n");
  const struct pattern *pattern = row->lines == 1 ? pattern_find(row->patterns, skeleton) : NULL;
  if (pattern) return row_repeat(row, pattern);
  if (csv_parse(&csv->parser, skeleton->text, skeleton->length, row_cell, row_end, row) == skeleton->length)
    return row->ended ? row_close(row) : ROW_OPEN;
  if (csv_error(&csv->parser) != CSV_EPARSE)
    stop_system(NULL, "CSV cannot be read on: %s", csv_strerror(csv_error(&csv->parser)));
  return ROW_BROKEN;
}

enum row_state row_parse(struct csv *csv, struct row *row, guint ahead, guint most) {
  struct source_line line;
  gsize bytes = 0;
  enum row_state state = ROW_OPEN;
  row->count = row->lines = 0, row->used = 0, row->ended = false;
  skeleton_begin(&row->skeleton, csv->dialect.delimiter, csv->dialect.blanks);
  if (!row->patterns) row->patterns = g_new0(struct patterns, 1);
  pattern_begin(row->patterns);
  while (row->lines < most && bytes <= RECORD_BYTES && source_peek(csv->source, ahead + row->lines, &line)) {
    row->lines++;
    bytes += line.length + (*line.end ? strlen(line.end) : 1);
    row_reserve(row, bytes + 1);
    state = line_parse(csv, row, &line);
    if (state == ROW_WHOLE) return state;
    if (state != ROW_OPEN) break;
  }
  row->count = 0;
  csv_adopt(csv);
  return state;
}

struct csv *csv_open(struct source *source, header_score score, void *data) {
  struct csv *csv = g_new0(struct csv, 1);
  csv->source = source;
  csv->dialect.delimiter = ',';
  csv->raw = g_string_new(NULL);
  csv->faults = g_ptr_array_new_with_free_func(g_free);
  parser_begin(csv);
  dialect_recognise(csv, source, &csv->dialect, score, data, &csv->found);
  csv_rewind(csv);
  return csv;
}

void csv_close(struct csv *csv) {
  csv_free(&csv->parser);
  row_clear(&csv->row);
  row_clear(&csv->probe);
  g_string_free(csv->raw, TRUE);
  g_ptr_array_free(csv->faults, TRUE);
  g_strfreev(csv->found.header);
  g_free(csv->found.shape.seen);
  g_free(csv);
}

const struct dialect *csv_dialect(const struct csv *csv) { return &csv->dialect; }

void csv_rewind(struct csv *csv) {
  source_rewind(csv->source);
  csv_adopt(csv);
  csv->taken = csv->barren = 0;
}

static bool row_wide(const struct csv *csv, const struct row *row) {
  if (row->count != csv->dialect.width + csv->dialect.spare) return false;
  for (guint i = csv->dialect.width; i < row->count; i++)
    if (!text_blank(row->cells[i], row->lengths[i])) return false;
  return true;
}

static bool row_header(const struct csv *csv, const struct row *row) {
  if (!csv->found.header || row->count < csv->dialect.width) return false;
  for (guint i = 0; i < row->count; i++) {
    const char *name = i < csv->dialect.width ? csv->found.header[i] : "";
    if (strlen(name) != row->lengths[i] || g_ascii_strcasecmp(name, row->cells[i]) != 0) return false;
  }
  return true;
}

/* A stray quote can be closed by a quote of a later record so that all between parses as one. It shows where a line inside is,
   by itself, a row like its neighbours. Gives how many lines behind the first that one is; 0 where nothing is swallowed. */
static guint row_swallowed(struct csv *csv, const struct row *row, guint ahead) {
  struct source_line line;
  guint width = csv->dialect.width + csv->dialect.spare;
  if (width < 3 && !csv->found.shape.firm) return 0;
  for (guint k = 1; k < row->lines && source_peek(csv->source, ahead + k, &line); k++) {
    guint delimiters = 0;
    for (const char *at = line.text; (at = strchr(at, csv->dialect.delimiter)); at++) delimiters++;
    if (delimiters + 1 < width || row_parse(csv, &csv->probe, ahead + k, 1) != ROW_WHOLE) continue;
    if (row_wide(csv, &csv->probe) && row_stated(&csv->probe, NULL) && shape_fits(&csv->found.shape, &csv->probe)) return k;
  }
  return 0;
}

static bool record_starts(struct csv *csv, guint ahead) {
  struct row *row = &csv->probe;
  if (row_parse(csv, row, ahead, RECORD_LINES) != ROW_WHOLE) return false;
  if (row->lines == 1 && (row_header(csv, row) || row_like_total(row, csv->dialect.width))) return true;
  if (!row_wide(csv, row) || !row_stated(row, NULL) || !shape_fits(&csv->found.shape, row)) return false;
  struct row copy = *row; /* the search for swallowed rows parses into the probe: only the number of lines is needed */
  return copy.lines == 1 || !row_swallowed(csv, &copy, ahead);
}

/* How many lines a damaged record takes: up to the first line where a good one begins, else its first line alone. */
static guint damage_lines(struct csv *csv, guint number) {
  struct source_line line;
  guint k = 1;
  if (number <= csv->barren) return 1;
  for (; k <= TRY_LINES && source_peek(csv->source, k, &line); k++) {
    if (text_blank(line.text, line.length) || !record_starts(csv, k)) continue;
    while (k > 1 && source_peek(csv->source, k - 1, &line) && text_blank(line.text, line.length)) k--;
    return k;
  }
  csv->barren = number + k - 1;
  return 1;
}

static void fault_add(struct record *record, char *fault) { g_ptr_array_add(record->faults, fault); }

static void record_damage(struct csv *csv, struct record *record, struct damage damage) {
  record->kind = RECORD_DAMAGED;
  switch (damage.state) {
  case ROW_WHOLE: fault_add(record, g_strdup_printf("an open quote swallows the record of line %u", damage.line)); break;
  case ROW_OPEN: fault_add(record, g_strdup_printf("the quote opened in line %u is never closed", damage.line)); break;
  case ROW_LONG: fault_add(record, g_strdup_printf("line %u is longer than 1 MiB", damage.line)); break;
  case ROW_BROKEN: fault_add(record, g_strdup_printf("a quote inside a cell is not doubled (line %u)", damage.line)); break;
  }
  record->lines = damage_lines(csv, record->line);
}

static void record_width(struct csv *csv, struct record *record) {
  const struct dialect *dialect = &csv->dialect;
  record->kind = RECORD_DAMAGED;
  if (record->line == csv->found.mismatch)
    fault_add(record,
              g_strdup_printf("reads as the header, but has %u cells where the rows have %u", csv->row.count, dialect->width));
  else if (csv->row.count == dialect->width + dialect->spare && csv->row.lines == 1)
    fault_add(record, g_strdup("stands inside a damaged record and is not like its neighbours"));
  else fault_add(record, g_strdup_printf("%u cells where %u are expected", csv->row.count, dialect->width + dialect->spare));
  if (csv->row.lines > 1) record->lines = damage_lines(csv, record->line);
}

static bool record_apart(struct csv *csv, struct record *record) {
  const struct row *row = &csv->row;
  if (row->lines > 1) return false;
  guint stated = row_stated(row, NULL);
  if (row_header(csv, row)) {
    record->kind = RECORD_REPEATED;
    fault_add(record, g_strdup("the header again: another page or table begins"));
  } else if (!stated) record->kind = RECORD_BLANK;
  else if (stated <= TOTAL_CELLS && row_like_total(row, csv->dialect.width)) record->kind = RECORD_TOTAL;
  else return false;
  return true;
}

static void record_body(struct csv *csv, struct record *record) {
  struct row *row = &csv->row;
  enum row_state state = row_parse(csv, row, 0, RECORD_LINES);
  record->lines = row->lines;
  if (state != ROW_WHOLE) {
    record_damage(csv, record, (struct damage){state, record->line + (state == ROW_OPEN ? 0 : row->lines - 1)});
    return;
  }
  record->count = row->count, record->cells = row->cells, record->lengths = row->lengths;
  if (record_apart(csv, record)) return;
  bool odd = record->line <= csv->barren && !shape_fits(&csv->found.shape, row);
  if (odd || !row_wide(csv, row)) {
    record_width(csv, record);
    return;
  }
  guint swallowed = row->lines > 1 ? row_swallowed(csv, row, 0) : 0;
  record->kind = RECORD_DATA;
  record->count = csv->dialect.width;
  if (!swallowed) return;
  record->count = 0, record->cells = NULL, record->lengths = NULL;
  record_damage(csv, record, (struct damage){ROW_WHOLE, record->line + swallowed});
}

/* The header, and what stands above it. */
static void record_top(struct csv *csv, struct record *record) {
  bool header = record->line == csv->dialect.header_line;
  record->kind = header ? RECORD_HEADER : RECORD_TITLE;
  if (row_parse(csv, &csv->row, 0, header ? csv->found.header_lines : 1) != ROW_WHOLE) return;
  record->lines = csv->row.lines;
  record->count = header ? MIN(csv->row.count, csv->dialect.width) : csv->row.count;
  record->cells = csv->row.cells, record->lengths = csv->row.lengths;
  if (!header && !row_stated(&csv->row, NULL)) record->kind = RECORD_BLANK;
  guint rows = csv->dialect.width + csv->dialect.spare;
  if (header && csv->row.count != rows)
    fault_add(record, g_strdup_printf("%u cells in the header and %u in the rows: empty cells at the end are left out",
                                      csv->row.count, rows));
}

/* The physical lines as they stand; one line needs no copy. */
static void record_raw(struct csv *csv, struct record *record) {
  struct source_line line;
  bool repaired = false;
  for (guint k = 0; k < record->lines && source_peek(csv->source, k, &line); k++) {
    repaired |= line.repaired;
    record->raw = line.text, record->raw_length = line.length;
    if (record->lines == 1) break;
    if (k) g_string_append_c(csv->raw, '\n');
    else g_string_truncate(csv->raw, 0);
    g_string_append_len(csv->raw, line.text, (gssize)line.length);
    record->raw = csv->raw->str, record->raw_length = csv->raw->len;
  }
  if (repaired) fault_add(record, g_strdup("bytes that are no text were replaced by U+FFFD"));
}

bool csv_next(struct csv *csv, struct record *record) {
  struct source_line line;
  source_drop(csv->source, csv->taken);
  csv->taken = 0;
  if (!source_peek(csv->source, 0, &line)) return false;
  if (csv->faults->len) g_ptr_array_set_size(csv->faults, 0);
  *record = (struct record){.kind = RECORD_BLANK, .line = line.number, .lines = 1, .faults = csv->faults};
  if (!text_blank(line.text, line.length)) {
    if (line.number <= csv->dialect.header_line) record_top(csv, record);
    else record_body(csv, record);
  }
  record_raw(csv, record);
  csv->taken = record->lines;
  return true;
}
