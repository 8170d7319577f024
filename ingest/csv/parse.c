/* Passes a file's physical lines to libcsv until they make a row; the rows of a workbook are already whole. */
#include "ingest/csv/parse.h"
#include "ingest/csv/grid.h"
#include "include/message.h"
#include <csv.h>
#include <string.h>

#define RECORD_BYTES (17 * 1024 * 1024) /* a cell of 16 MiB, and those beside it */

struct parser {
  struct source *source;
  struct csv_parser csv;
  char delimiter;
  bool blanks;
  bool escapes;   /* the row in hand is read so */
  GString *plain; /* its line, without them */
};

/* ---------------------------------------------------------------------------------------------------------------- rows */

void row_init(struct row *row) {
  *row = (struct row){.text = g_string_new(NULL), .starts = g_ptr_array_new(), .sizes = g_array_new(FALSE, FALSE, sizeof(gsize))};
}

void row_clear(struct row *row) {
  g_string_free(row->text, TRUE);
  g_ptr_array_unref(row->starts);
  g_array_unref(row->sizes);
}

static void row_begin(struct row *row) {
  g_string_truncate(row->text, 0);
  g_ptr_array_set_size(row->starts, 0);
  g_array_set_size(row->sizes, 0);
  row->count = row->lines = 0, row->ended = false;
}

static void row_cell(void *text, size_t length, void *data) {
  struct row *row = data;
  g_ptr_array_add(row->starts, GSIZE_TO_POINTER(row->text->len));
  g_array_append_val(row->sizes, length);
  g_string_append_len(row->text, text, (gssize)length);
  g_string_append_c(row->text, '\0');
}

static void row_end(int last, void *data) {
  (void)last;
  ((struct row *)data)->ended = true;
}

static void row_settle(struct row *row) {
  row->count = row->starts->len;
  row->cells = (char **)row->starts->pdata;
  row->lengths = (gsize *)(void *)row->sizes->data;
  for (guint i = 0; i < row->count; i++) row->cells[i] = row->text->str + GPOINTER_TO_SIZE(row->starts->pdata[i]);
}

/* ------------------------------------------------------------------------------------------------------------- parser */

static int space_none(unsigned char c) {
  (void)c;
  return 0;
}

static int space_blank(unsigned char c) { return c == ' ' || c == '\t'; }

static void parser_begin(struct parser *parser) {
  if (csv_init(&parser->csv, CSV_STRICT | CSV_STRICT_FINI)) stop_system(NULL, "no memory to read CSV");
  csv_set_delim(&parser->csv, (unsigned char)parser->delimiter);
  csv_set_space_func(&parser->csv, parser->blanks ? space_blank : space_none);
  csv_set_blk_size(&parser->csv, 4096);
}

struct parser *parser_new(struct source *source) {
  struct parser *parser = g_new0(struct parser, 1);
  parser->source = source;
  parser->delimiter = ',';
  parser->plain = g_string_new(NULL);
  parser_begin(parser);
  return parser;
}

void parser_free(struct parser *parser) {
  csv_free(&parser->csv);
  g_string_free(parser->plain, TRUE);
  g_free(parser);
}

void parser_dialect(struct parser *parser, char delimiter, bool blanks) {
  parser->delimiter = delimiter, parser->blanks = blanks;
  csv_free(&parser->csv);
  parser_begin(parser);
}

static bool text_parse(struct parser *parser, struct row *row, const char *text, gsize length) {
  if (csv_parse(&parser->csv, text, length, row_cell, row_end, row) == length) return true;
  if (csv_error(&parser->csv) == CSV_EPARSE) return false;
  stop_system(NULL, "reading the CSV failed: %s", csv_strerror(csv_error(&parser->csv)));
}

/* A backslash before a quote or another backslash is how MySQL and its like write these. */
static void line_unescape(struct parser *parser, const struct source_line *line) {
  g_string_truncate(parser->plain, 0);
  for (gsize i = 0; i < line->length; i++) {
    bool escape = line->text[i] == '\\' && i + 1 < line->length && strchr("\"\\", line->text[i + 1]);
    if (escape) i++;
    if (escape && line->text[i] == '"') g_string_append_c(parser->plain, '"');
    g_string_append_c(parser->plain, line->text[i]);
  }
}

static enum row_state line_parse(struct parser *parser, struct row *row, const struct source_line *line) {
  const char *end = *line->end ? line->end : "\n"; /* the last line of a file may lack one */
  if (line->cut) return ROW_LONG;
  if (parser->escapes) line_unescape(parser, line);
  const char *text = parser->escapes ? parser->plain->str : line->text;
  if (!text_parse(parser, row, text, parser->escapes ? parser->plain->len : line->length) ||
      !text_parse(parser, row, end, strlen(end)))
    return ROW_BROKEN;
  return row->ended ? ROW_WHOLE : ROW_OPEN;
}

/* The row of a workbook is already split into cells. */
static enum row_state grid_row(struct grid *grid, struct row *row, guint ahead) {
  struct source_line line;
  if (!grid_peek(grid, ahead, &line)) return ROW_OPEN;
  row->lines = 1;
  if (line.cut) return ROW_LONG;
  grid_cells(grid, ahead, row_cell, row);
  row_settle(row);
  return ROW_WHOLE;
}

static enum row_state lines_parse(struct parser *parser, struct row *row, guint ahead, guint most) {
  struct source_line line;
  gsize bytes = 0;
  enum row_state state = ROW_OPEN;
  row_begin(row);
  while (state == ROW_OPEN && row->lines < most && bytes <= RECORD_BYTES &&
         source_peek(parser->source, ahead + row->lines, &line)) {
    row->lines++;
    bytes += line.length + 1;
    state = line_parse(parser, row, &line);
  }
  if (state == ROW_WHOLE) row_settle(row);
  else parser_dialect(parser, parser->delimiter, parser->blanks); /* the parser is in the middle of a row */
  return state;
}

static bool lines_escape(const struct parser *parser, guint ahead, guint lines) {
  struct source_line line;
  for (guint i = 0; i < lines && source_peek(parser->source, ahead + i, &line); i++)
    if (strstr(line.text, "\\\"")) return true;
  return false;
}

/* Only a row that makes no sense otherwise is read with backslashes as escapes: elsewhere they are what they are. */
enum row_state parser_row(struct parser *parser, struct row *row, guint ahead, guint most) {
  if (source_grid(parser->source)) {
    row_begin(row);
    return grid_row(source_grid(parser->source), row, ahead);
  }
  enum row_state state = lines_parse(parser, row, ahead, most);
  guint lines = row->lines;
  if (state == ROW_WHOLE || !lines_escape(parser, ahead, lines)) return state;
  parser->escapes = true;
  bool whole = lines_parse(parser, row, ahead, most) == ROW_WHOLE;
  parser->escapes = false;
  if (!whole) row->lines = lines;
  return whole ? ROW_WHOLE : state;
}

/* The length of a cell that begins at AT: up to the delimiter, of a quoted one up to a quote before it. */
static gsize cell_length(const char *at, const char *end, char delimiter) {
  const char *stop = at;
  bool quoted = *at == '"';
  for (stop += quoted; stop < end && (*stop != delimiter || (quoted && stop[-1] != '"')); stop++) {
  }
  bool open = quoted && stop == end && (stop == at + 1 || stop[-1] != '"');
  const char *next = open ? memchr(at, delimiter, (gsize)(end - at)) : NULL; /* its quote is never closed */
  return (gsize)((next ? next : stop) - at);
}

void row_split(struct row *row, const char *text, gsize length, char delimiter) {
  const char *end = text + length;
  row_begin(row);
  for (const char *at = text; at <= end;) {
    gsize size = cell_length(at, end, delimiter);
    bool quoted = size > 1 && at[0] == '"' && at[size - 1] == '"';
    row_cell((void *)(quoted ? at + 1 : at), quoted ? size - 2 : size, row);
    at += size + 1;
  }
  row_settle(row);
}
