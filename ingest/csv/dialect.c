/* Finds out how a file is written by trying: delimiter, blanks around quotes, header, width, spare cells. parse.c parses the
   rows. */
#include "ingest/csv/dialect.h"
#include "ingest/csv/grid.h"
#include <math.h>
#include <string.h>

#define SAMPLE_LINES 600
#define SAMPLE_BYTES (256 * 1024)
#define HEADER_ROWS 40 /* the header is one of the first rows */
#define SURE_FIT 0.9
#define FIT 0.5 /* a row that scores this well for a known kind of file is its header, whatever it looks like */

/* A row of the sample, read in one dialect. */
struct tried {
  guint ahead, lines, count; /* COUNT 0: not well-formed */
  guint stated, tail;        /* non-empty cells; cells up to the last of them */
  bool like_header;
  double fit;
};

struct trial {
  struct parser *parser;
  struct source *source;
  struct dialect *dialect;
  header_score
      score; /* called only after the delimiter is chosen, and no longer once a header is found, because it can be slow */
  void *data;
  bool asking;
  bool broken;  /* some row is, in this dialect */
  bool padded;  /* a cell that may be a header's begins or ends with a blank */
  guint lines;  /* of the sample */
  GArray *rows; /* of struct tried */
  guint width;  /* that most rows have */
  guint votes;  /* how many have it */
  int header;   /* index of a row; -1 */
  double value;
};

static guint sample_lines(struct source *source) {
  struct source_line line;
  gsize bytes = 0;
  guint lines = 0;
  while (lines < SAMPLE_LINES && bytes < SAMPLE_BYTES && source_peek(source, lines, &line)) bytes += line.length, lines++;
  return lines;
}

static guint trial_votes(const struct trial *trial, guint width) {
  guint votes = 0;
  for (guint i = 0; i < trial->rows->len; i++) votes += g_array_index(trial->rows, struct tried, i).count == width;
  return votes;
}

static guint row_tail(const struct row *row) {
  guint tail = row->count;
  while (tail && text_blank(row->cells[tail - 1], row->lengths[tail - 1])) tail--;
  return tail;
}

static bool row_padded(const struct row *row) {
  for (guint i = 0; i < row->count; i++) {
    const char *cell = row->cells[i];
    gsize length = row->lengths[i];
    if (length && (text_blank(cell, 1) || text_blank(cell + length - 1, 1))) return true;
  }
  return false;
}

/* So many cells are blank that the names may be in the row below. */
static bool row_of_groups(const struct tried *row) { return row->stated * 4 <= row->count * 3; }

/* A row may end below the sample: a long cell in the first record must not hide the header. */
static struct tried trial_row(struct trial *trial, struct row *row, guint ahead) {
  struct tried tried = {.ahead = ahead, .lines = 1};
  enum row_state state = parser_row(trial->parser, row, ahead, ROW_LINES);
  trial->broken |= state == ROW_BROKEN;
  if (state != ROW_WHOLE) return tried;
  tried.lines = row->lines, tried.count = row->count;
  tried.stated = row_stated(row, NULL), tried.tail = row_tail(row);
  if (trial->rows->len >= HEADER_ROWS) return tried;
  trial->padded |= row_padded(row);
  tried.like_header = row_like_header(row, 0);
  if (trial->asking && tried.stated > 1) tried.fit = trial->score(row->cells, tried.tail, trial->data);
  trial->asking &= tried.fit < FIT || row_of_groups(&tried);
  return tried;
}

/* Reads the sample; returns the number of lines that are not blank. */
static guint trial_rows_read(struct trial *trial) {
  struct row row;
  struct source_line line;
  guint stated = 0;
  row_init(&row);
  g_array_set_size(trial->rows, 0);
  for (guint ahead = 0; ahead < trial->lines && source_peek(trial->source, ahead, &line);) {
    if (text_blank(line.text, line.length)) {
      ahead++;
      continue;
    }
    struct tried tried = trial_row(trial, &row, ahead);
    g_array_append_val(trial->rows, tried);
    stated += tried.lines, ahead += tried.lines;
  }
  row_clear(&row);
  return stated;
}

static void trial_width(struct trial *trial) {
  guint most = 0;
  for (guint i = 0; i < trial->rows->len; i++) most = MAX(most, g_array_index(trial->rows, struct tried, i).count);
  guint *votes = g_new0(guint, most + 1);
  trial->width = 1, trial->votes = 0;
  for (guint i = 0; i < trial->rows->len; i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if (row->count) votes[row->count]++;
  }
  for (guint i = 0; i < trial->rows->len; i++) {
    guint count = g_array_index(trial->rows, struct tried, i).count;
    if (count && votes[count] > trial->votes) trial->votes = votes[count], trial->width = count;
  }
  g_free(votes);
}

/* If a full row of names is above, a later row must score much better to be the header ("ID" is also Idaho). */
static bool header_above(const struct trial *trial, guint at) {
  for (guint i = 0; i < at; i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if (row->like_header && row->count == trial->width && row->stated == row->count) return true;
  }
  return false;
}

/* The row that scores best for a known kind of file, else the first that holds names and has nothing like data above it. */
static void trial_header(struct trial *trial) {
  double best = FIT;
  trial->header = -1;
  for (guint i = 0; i < MIN(trial->rows->len, HEADER_ROWS); i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if (row->fit < SURE_FIT && header_above(trial, i)) continue;
    if (row->fit > best || (row->fit == best && trial->header < 0 && row->fit > 0)) best = row->fit, trial->header = (int)i;
  }
  for (guint i = 0; trial->header < 0 && i < MIN(trial->rows->len, HEADER_ROWS); i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if (row->stated * 2 <= trial->width) continue;
    if (row->like_header) trial->header = (int)i;
    else if (row->count >= trial->width) return;
  }
}

/* A row of groups ("Incident;;;Reporting Officer;;Review;") leaves cells blank that the row below it, the header, fills. */
static void trial_groups(struct trial *trial) {
  if (trial->header < 0 || (guint)trial->header + 1 >= trial->rows->len) return;
  const struct tried *groups = &g_array_index(trial->rows, struct tried, trial->header), *below = groups + 1;
  if (row_of_groups(groups) && below->count >= groups->count && below->stated > groups->stated && below->like_header &&
      below->fit > 0)
    trial->header++;
}

/* A header that fits the rows right below it outweighs whatever fills the rest of the sample. */
static void trial_agree(struct trial *trial) {
  if (trial->header < 0 || (guint)trial->header + 2 >= trial->rows->len) return;
  const struct tried *header = &g_array_index(trial->rows, struct tried, trial->header);
  if (header->count < 2) return;
  if (header[1].count != header->count || header[2].count != header->count) return;
  trial->width = header->count;
  trial->votes = trial_votes(trial, trial->width);
}

static void trial_run(struct trial *trial, char delimiter, bool blanks) {
  trial->dialect->delimiter = delimiter, trial->dialect->blanks = blanks;
  trial->broken = trial->padded = false;
  parser_dialect(trial->parser, delimiter, blanks);
  guint stated = trial_rows_read(trial), good = 0;
  trial_width(trial);
  trial_header(trial);
  trial_groups(trial);
  trial_agree(trial);
  for (guint i = 0; i < trial->rows->len; i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if (row->count == trial->width) good += row->lines;
  }
  const struct tried *header = trial->header < 0 ? NULL : &g_array_index(trial->rows, struct tried, trial->header);
  trial->value = stated ? (double)good / stated * log2(trial->width) : 0;
  if (header) trial->value *= (header->tail == trial->width ? 1.5 : 1);
}

/* Excel's own first line, "sep=;". */
static char delimiter_stated(struct source *source) {
  struct source_line line;
  if (!source_peek(source, 0, &line) || line.length != 5 || g_ascii_strncasecmp(line.text, "sep=", 4)) return '\0';
  return g_ascii_isalnum(line.text[4]) || line.text[4] == '"' ? '\0' : line.text[4];
}

/* Whether a quoted cell can begin here, after a delimiter or at the beginning of a line. */
static bool quote_begins(const char *at) { return at[strspn(at, " \t")] == '"'; }

/* The most cells a row can have; 1 if the delimiter does not occur. There is no such limit if a line may hold line ends or a cell
   begins with a quote: its row can take several lines. */
static guint delimiter_cells(const struct trial *trial, char delimiter) {
  struct source_line line;
  guint most = 0;
  bool quoted = false, ends = false;
  for (guint ahead = 0; ahead < trial->lines && source_peek(trial->source, ahead, &line); ahead++) {
    guint count = 0;
    const char *end = line.text + line.length;
    quoted = quoted || quote_begins(line.text);
    ends = ends || memchr(line.text, '\r', line.length) || memchr(line.text, '\n', line.length);
    for (const char *at = line.text; (at = memchr(at, delimiter, (gsize)(end - at))); count++) {
      at++;
      quoted = quoted || quote_begins(at);
    }
    most = MAX(most, count);
  }
  return ends || (most && quoted) ? G_MAXUINT : most + 1;
}

/* No dialect with this many cells per row scores higher. */
static double value_most(guint cells) { return log2(cells) * 1.5 * 1.0001; }

static void trial_grid(struct trial *trial) {
  trial->asking = trial->score != NULL;
  trial_run(trial, DELIMITER_NONE, false);
}

static void trial_choose(struct trial *trial) {
  static const struct {
    char delimiter;
    double weight; /* rare delimiters must win clearly */
  } known[] = {{',', 1}, {';', 1}, {'\t', 1}, {'|', 1}, {'\x1F', 0.9}, {'^', 0.6}, {'~', 0.6}, {':', 0.4}};
  char fixed = delimiter_stated(trial->source), delimiter = fixed ? fixed : ',';
  bool blanks = false;
  double best = 0;
  for (gsize i = 0; i < (fixed ? 1 : G_N_ELEMENTS(known)); i++) {
    char tried = fixed ? fixed : known[i].delimiter;
    if (value_most(delimiter_cells(trial, tried)) * known[i].weight <= best) continue;
    trial_run(trial, tried, false);
    double value = trial->value * known[i].weight;
    if (value > best) best = value, delimiter = tried, blanks = false;
    /* Blanks are part of a cell unless the rows can be read only without them. */
    if (!trial->broken && !trial->padded) continue;
    trial_run(trial, tried, true);
    value = trial->value * known[i].weight;
    if (value > best * (tried == delimiter ? 1.02 : 1)) best = value, delimiter = tried, blanks = true;
  }
  trial->asking = trial->score != NULL;
  trial_run(trial, delimiter, blanks);
}

/* Whether the rows of the usual width are empty from cell TAIL on. A few that are not have shifted cells, which is damage. */
static bool trial_spare(const struct trial *trial, guint tail) {
  guint spare = 0, other = 0;
  for (guint i = 0; i < trial->rows->len; i++) {
    const struct tried *row = &g_array_index(trial->rows, struct tried, i);
    if ((int)i == trial->header || row->count != trial->width) continue;
    if (row->tail > tail) other++;
    else spare++;
  }
  return other * 3 <= spare;
}

/* Whether the header fits its rows. It does if there are few rows, or many of its width; the others are then damaged. */
static bool header_stands(struct trial *trial, const struct tried *header) {
  struct dialect *dialect = trial->dialect;
  guint rows = trial->votes - (header->count == trial->width), own = trial_votes(trial, header->count);
  dialect->width = trial->width, dialect->spare = 0;
  bool same = header->count == trial->width, wider = header->count > trial->width;
  /* The header has more names than any row has cells: whether the other names are above their own cells is for
   * roles/column_shift.c to decide. */
  if (wider && (header->tail == trial->width || (rows >= 3 && header->fit > 0 && own == 1))) return true;
  if (same || (!wider && rows >= 3)) {
    bool spare = header->tail < trial->width && trial_spare(trial, header->tail);
    if (spare) dialect->width = header->tail, dialect->spare = trial->width - header->tail, dialect->nameless = same;
    if (same || spare) return true;
  }
  dialect->width = header->count;
  if (rows < 3 || (own - 1) * 4 >= rows) return true;
  dialect->width = trial->width;
  return false;
}

static char **cells_copy(const struct row *row, guint count) {
  char **cells = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++) cells[i] = g_strdup(i < row->count ? row->cells[i] : "");
  return cells;
}

/* STANDS: the header fits its rows. */
static void header_keep(struct trial *trial, struct found *found, const struct tried *header, bool stands) {
  struct row row;
  struct source_line line;
  row_init(&row);
  if (parser_row(trial->parser, &row, header->ahead, header->lines) == ROW_WHOLE &&
      source_peek(trial->source, header->ahead, &line)) {
    if (stands) trial->dialect->header_line = line.number, found->header_lines = row.lines;
    else found->mismatch = line.number;
    *(stands ? &found->header : &found->unmatched) = cells_copy(&row, stands ? trial->dialect->width : header->tail);
  }
  row_clear(&row);
}

static void row_pattern_learn(struct trial *trial, struct row_pattern *pattern) {
  struct row row;
  guint width = trial->dialect->width + trial->dialect->spare;
  pattern->width = trial->dialect->width;
  row_init(&row);
  for (guint i = (guint)(trial->header + 1); i < trial->rows->len; i++) {
    const struct tried *tried = &g_array_index(trial->rows, struct tried, i);
    if (tried->count != width || !tried->stated || parser_row(trial->parser, &row, tried->ahead, tried->lines) != ROW_WHOLE)
      continue;
    bool beyond = tried->tail > trial->dialect->width; /* a remark, or cells that moved */
    if (!beyond && !row_like_total(&row, width) && !(tried->like_header && row.count)) row_pattern_add(pattern, &row);
  }
  row_pattern_close(pattern);
  row_clear(&row);
}

void dialect_recognise(struct parser *parser, struct source *source, struct dialect *dialect, header_score score, void *data,
                       struct found *found) {
  struct trial trial = {.parser = parser, .source = source, .dialect = dialect, .score = score, .data = data, .header = -1};
  source_rewind(source);
  trial.lines = sample_lines(source);
  trial.rows = g_array_new(FALSE, FALSE, sizeof(struct tried));
  if (source_grid(source)) trial_grid(&trial);
  else trial_choose(&trial);
  dialect->width = trial.width;
  if (trial.header >= 0) {
    const struct tried *header = &g_array_index(trial.rows, struct tried, trial.header);
    found->fit = header->fit;
    header_keep(&trial, found, header, header_stands(&trial, header));
  }
  row_pattern_learn(&trial, &found->pattern);
  g_array_free(trial.rows, TRUE);
  source_rewind(source);
}
