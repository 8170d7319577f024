/* Turns rows into records with their lines and faults. parse.c parses the rows; row_kind.c knows what they look like. */
#include "ingest/csv/csv.h"
#include "ingest/csv/grid.h"
#include "ingest/csv/grid_choice.h"
#include <string.h>

#define TRY_LINES 200 /* how many lines after a damaged record are searched for the next good one */

struct csv {
  struct source *source;
  struct dialect dialect;
  struct found found;
  struct parser *parser;
  struct row row, probe;
  GString *raw;
  GPtrArray *faults;
  guint taken;  /* lines of the last record returned */
  guint barren; /* no good record begins up to this line, as far as was tried */
};

/* The kinds of damage: their words and places. */
struct damage {
  enum row_state state;
  guint line;
};

struct csv *csv_open(struct source *source, header_score score, void *data) {
  struct csv *csv = g_new0(struct csv, 1);
  csv->source = source;
  csv->raw = g_string_new(NULL);
  csv->faults = g_ptr_array_new_with_free_func(g_free);
  csv->parser = parser_new(source);
  row_init(&csv->row);
  row_init(&csv->probe);
  if (source_grid(source)) grid_choose(csv->parser, source, score, data);
  dialect_recognise(csv->parser, source, &csv->dialect, score, data, &csv->found);
  if (source_grid(source)) grid_settle(source_grid(source), &csv->dialect);
  csv_rewind(csv);
  return csv;
}

void csv_close(struct csv *csv) {
  parser_free(csv->parser);
  row_clear(&csv->row);
  row_clear(&csv->probe);
  g_string_free(csv->raw, TRUE);
  g_ptr_array_free(csv->faults, TRUE);
  g_strfreev(csv->found.header);
  g_strfreev(csv->found.unmatched);
  g_free(csv->found.pattern.classes);
  g_free(csv);
}

const struct dialect *csv_dialect(const struct csv *csv) { return &csv->dialect; }

char *const *csv_unmatched(const struct csv *csv, guint *line) {
  *line = csv->found.mismatch;
  return csv->found.unmatched;
}

void csv_rewind(struct csv *csv) {
  source_rewind(csv->source);
  parser_dialect(csv->parser, csv->dialect.delimiter, csv->dialect.blanks);
  csv->taken = csv->barren = 0;
}

/* The first non-empty cell without a name; NULL: there is none. */
static const char *row_remark(const struct csv *csv, const struct row *row) {
  for (guint i = csv->dialect.width; i < row->count; i++)
    if (!text_blank(row->cells[i], row->lengths[i])) return row->cells[i];
  return NULL;
}

/* A cell in an extra column is a remark if the header has that column, too; if the other cells differ from their neighbours', the
   cells were shifted. */
static bool row_wide(const struct csv *csv, const struct row *row) {
  const struct dialect *dialect = &csv->dialect;
  if (row->count != dialect->width + dialect->spare) return false;
  return !row_remark(csv, row) || (dialect->nameless && csv->found.pattern.firm && row_pattern_fits(&csv->found.pattern, row));
}

static bool row_header(const struct csv *csv, const struct row *row) {
  if (!csv->found.header || row->count < csv->dialect.width) return false;
  for (guint i = 0; i < row->count; i++) {
    const char *name = i < csv->dialect.width ? csv->found.header[i] : "";
    if (strlen(name) != row->lengths[i] || g_ascii_strcasecmp(name, row->cells[i]) != 0) return false;
  }
  return true;
}

/* A stray quote can be closed by a quote of a later record, so that everything between parses as one cell. It is recognised by a
   line inside that, by itself, is a row like its neighbours. Returns how many lines after the first that line is; 0 if nothing
   was swallowed. */
static guint row_swallowed(struct csv *csv, const struct row *row, guint ahead) {
  struct source_line line;
  guint width = csv->dialect.width + csv->dialect.spare;
  if (width < 3 && !csv->found.pattern.firm) return 0;
  for (guint k = 1; k < row->lines && source_peek(csv->source, ahead + k, &line); k++) {
    guint delimiters = 0;
    for (const char *at = line.text; (at = strchr(at, csv->dialect.delimiter)); at++) delimiters++;
    if (delimiters + 1 < width || parser_row(csv->parser, &csv->probe, ahead + k, 1) != ROW_WHOLE) continue;
    if (row_wide(csv, &csv->probe) && row_stated(&csv->probe, NULL) && row_pattern_fits(&csv->found.pattern, &csv->probe))
      return k;
  }
  return 0;
}

static bool record_starts(struct csv *csv, guint ahead) {
  struct row *row = &csv->probe;
  if (parser_row(csv->parser, row, ahead, ROW_LINES) != ROW_WHOLE) return false;
  if (row->lines == 1 && (row_header(csv, row) || row_like_total(row, csv->dialect.width))) return true;
  if (!row_wide(csv, row) || !row_stated(row, NULL) || !row_pattern_fits(&csv->found.pattern, row)) return false;
  struct row copy = *row; /* the search for swallowed rows parses into the probe: only the number of lines is needed */
  return copy.lines == 1 || !row_swallowed(csv, &copy, ahead);
}

/* Does a line begin as the rows do, whatever comes behind? Then it is a damaged record of its own. Its first two firm columns
 * tell. */
static bool damage_starts(struct csv *csv, const struct source_line *line) {
  const struct row_pattern *pattern = &csv->found.pattern;
  struct row *row = &csv->probe;
  guint alike = 0;
  if (pattern->firm < 2) return false;
  row_split(row, line->text, line->length, csv->dialect.delimiter);
  for (guint i = 0; alike < 2 && i < MIN(row->count, pattern->width); i++) {
    if (!class_firm(pattern->classes[i])) continue;
    if (!(pattern->classes[i] & 1u << cell_class(row->cells[i], row->lengths[i]))) return false;
    alike++;
  }
  return alike == 2;
}

/* How many lines a damaged record takes: up to the first line where another begins, else only its first line. */
static guint damage_lines(struct csv *csv, guint number) {
  struct source_line line;
  guint k = 1;
  if (number <= csv->barren) return 1;
  for (; k <= TRY_LINES && source_peek(csv->source, k, &line); k++) {
    if (text_blank(line.text, line.length) || (!damage_starts(csv, &line) && !record_starts(csv, k))) continue;
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
  case ROW_WHOLE: fault_add(record, g_strdup_printf("an open quote swallows the record on line %u", damage.line)); break;
  case ROW_OPEN: fault_add(record, g_strdup_printf("the quote opened on line %u is never closed", damage.line)); break;
  case ROW_LONG: fault_add(record, g_strdup_printf("line %u is longer than 16 MiB", damage.line)); break;
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
  else if (csv->row.count == dialect->width + dialect->spare && row_remark(csv, &csv->row))
    fault_add(record,
              g_strdup_printf("\"%.60s\" is beyond the last named column: the cells may have moved", row_remark(csv, &csv->row)));
  else if (csv->row.count == dialect->width + dialect->spare && csv->row.lines == 1)
    fault_add(record, g_strdup("it is inside a damaged record and unlike its neighbours"));
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
  enum row_state state = parser_row(csv->parser, row, 0, ROW_LINES);
  record->lines = row->lines;
  if (state != ROW_WHOLE) {
    record_damage(csv, record, (struct damage){state, record->line + (state == ROW_OPEN ? 0 : row->lines - 1)});
    return;
  }
  record->count = row->count, record->cells = row->cells, record->lengths = row->lengths;
  if (record_apart(csv, record)) return;
  bool odd = record->line <= csv->barren && !row_pattern_fits(&csv->found.pattern, row);
  if (odd || !row_wide(csv, row)) {
    record_width(csv, record);
    return;
  }
  guint swallowed = row->lines > 1 ? row_swallowed(csv, row, 0) : 0;
  const char *remark = row_remark(csv, row);
  if (remark) fault_add(record, g_strdup_printf("a column without a name holds \"%.60s\"", remark));
  record->kind = RECORD_DATA;
  record->count = csv->dialect.width;
  if (!swallowed) return;
  record->count = 0, record->cells = NULL, record->lengths = NULL;
  record_damage(csv, record, (struct damage){ROW_WHOLE, record->line + swallowed});
}

/* Up to the last name, if there are more names than the rows have cells. */
static guint header_count(const struct csv *csv) {
  guint count = csv->row.count;
  while (count > csv->dialect.width && text_blank(csv->row.cells[count - 1], csv->row.lengths[count - 1])) count--;
  return count;
}

/* The header, and the rows above it. */
static void record_top(struct csv *csv, struct record *record) {
  bool header = record->line == csv->dialect.header_line;
  record->kind = header ? RECORD_HEADER : RECORD_TITLE;
  if (parser_row(csv->parser, &csv->row, 0, header ? csv->found.header_lines : 1) != ROW_WHOLE) return;
  record->lines = csv->row.lines;
  record->count = header ? header_count(csv) : csv->row.count;
  record->cells = csv->row.cells, record->lengths = csv->row.lengths;
  if (!header && !row_stated(&csv->row, NULL)) record->kind = RECORD_BLANK;
  guint rows = csv->dialect.width + csv->dialect.spare;
  if (header && csv->row.count != rows)
    fault_add(record, g_strdup_printf("%u cells in the header and %u in the rows: %s are left out", csv->row.count, rows,
                                      csv->row.count > rows ? "headers without cells" : "empty cells at the end"));
}

/* What can be told of a damaged record's cells. */
static void record_salvage(struct csv *csv, struct record *record) {
  if (record->kind != RECORD_DAMAGED || record->cells || source_grid(csv->source)) return;
  row_split(&csv->row, record->raw, record->raw_length, csv->dialect.delimiter);
  record->count = csv->row.count, record->cells = csv->row.cells, record->lengths = csv->row.lengths;
}

/* The physical lines unchanged; a single line needs no copy. */
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
  record->repaired = repaired;
  if (repaired) fault_add(record, g_strdup("bytes that are not text were replaced by U+FFFD"));
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
  record_salvage(csv, record);
  if (source_grid(csv->source)) grid_faults(source_grid(csv->source), csv->faults);
  csv->taken = record->lines;
  return true;
}
