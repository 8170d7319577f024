/* Writes findings.csv, for other programs and for spreadsheets that must not run what an officer typed. */
#include "include/audit.h"
#include "include/output.h"
#include "report/csv/findings.h"
#include "report/document/section.h"
#include "include/text.h"
#include <string.h>

static const char heads[] = "finding_id,rule,clause,severity,subject_kind,subject,user_id,report_number,occurred_at,detail,"
                            "explanation,source_file,source_line,disposition,title,innocent\n";

/* Of finding_row; those from ID to DISPOSITION are texts. */
static const char rows_sql[] = "SELECT place, finding_id, subject, user_id, report_number, occurred_at, detail, explanation,"
                               " disposition, source, line FROM finding_row ORDER BY finding";
enum { PLACE, ID, SUBJECT, USER, REPORT, OCCURRED, DETAIL, EXPLANATION, DISPOSITION, SOURCE, LINE, ROW_COLUMNS };

/* The columns of 90-findings-of-rules.sql. */
enum { RULE_PLACE, RULE, CLAUSE, SEVERITY, SUBJECT_KIND, TITLE, INNOCENT };

/* -------------------------------------------------------------------------------------------------------------- cells */

/* A spreadsheet takes these for the beginning of a formula; the full-width forms count in some. */
static bool cell_risky(const char *text) {
  static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
    if (g_str_has_prefix(text, starts[i])) return true;
  return false;
}

/* The cell of a text that is not plain. */
static char *cell_careful(const char *text) {
  g_autofree char *shown = text_show(text, false);
  GString *cell = g_string_new(cell_risky(text) || cell_risky(shown) ? "'" : "");
  g_string_append(cell, shown);
  if (strpbrk(cell->str, ",\"\n")) {
    g_string_replace(cell, "\"", "\"\"", 0);
    g_string_prepend_c(cell, '"');
    g_string_append_c(cell, '"');
  }
  return g_string_free(cell, FALSE);
}

/* Bytes side by side: each is 255 or 0 where a question was asked of all. */
typedef guint8 bytes16 __attribute__((vector_size(16)));
typedef guint64 words2 __attribute__((vector_size(16)));

static bool any(bytes16 bytes) {
  words2 words = (words2)bytes;
  return (words[0] | words[1]) != 0;
}

struct seen {
  bytes16 other, quote, comma;
};

static void bytes_see(struct seen *seen, const char *at) {
  bytes16 bytes;
  memcpy(&bytes, at, sizeof bytes);
  seen->other |= (bytes16)(bytes - ' ' > (guint8)('~' - ' '));
  seen->quote |= (bytes16)(bytes == '"');
  seen->comma |= (bytes16)(bytes == ',');
}

/* How a text becomes a cell: printable ASCII that begins no formula stands as it is, in quotes where it has a comma, with
   its own quotes doubled; the rest is looked at closely. */
enum need { AS_IS, QUOTES, DOUBLED, CARE };

static enum need text_need(const char *text, gsize length) {
  struct seen seen = {{0}, {0}, {0}};
  char tail[16] = "                ";
  if (length && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@')) return CARE;
  gsize at = 0;
  for (; at + 16 <= length; at += 16) bytes_see(&seen, text + at);
  if (at && at < length) bytes_see(&seen, text + length - 16);
  else if (at < length) memcpy(tail, text, length), bytes_see(&seen, tail);
  return any(seen.other) ? CARE : any(seen.quote) ? DOUBLED : any(seen.comma) ? QUOTES : AS_IS;
}

/* A cell looked at closely, and how it was written: the rows of a rule repeat some. */
struct memo {
  char *text, *cell;
  gsize length, cell_length;
};

static void memo_make(struct memo *memo, const char *text, gsize length) {
  if (memo->text && memo->length == length && memcmp(memo->text, text, length) == 0) return;
  g_free(memo->text);
  g_free(memo->cell);
  *memo = (struct memo){.text = g_strndup(text, length), .length = length};
  memo->cell = cell_careful(memo->text);
  memo->cell_length = strlen(memo->cell);
}

struct cell {
  const char *text;
  gsize length;
  enum need need;
};

static void cell_make(struct cell *cell, struct memo *memo, const char *text, gsize length) {
  *cell = (struct cell){text ? text : "", length, AS_IS};
  if (!cell->length) return;
  cell->need = text_need(cell->text, cell->length);
  if (cell->need != CARE) return;
  memo_make(memo, cell->text, cell->length);
  cell->text = memo->cell, cell->length = memo->cell_length;
}

static gsize cell_room(const struct cell *cell) { return cell->length * (cell->need == DOUBLED ? 2 : 1) + 2; }

static char *bytes_put(char *to, const char *bytes, gsize length) {
  memcpy(to, bytes, length);
  return to + length;
}

static char *text_double(char *to, const char *text, gsize length) {
  for (const char *end = text + length; text < end;) {
    const char *quote = memchr(text, '"', (gsize)(end - text)), *stop = quote ? quote + 1 : end;
    to = bytes_put(to, text, (gsize)(stop - text));
    if (quote) *to++ = '"';
    text = stop;
  }
  return to;
}

static char *cell_put(char *to, const struct cell *cell) {
  bool quoted = cell->need == QUOTES || cell->need == DOUBLED;
  if (quoted) *to++ = '"';
  to = cell->need == DOUBLED ? text_double(to, cell->text, cell->length) : bytes_put(to, cell->text, cell->length);
  if (quoted) *to++ = '"';
  return to;
}

/* ------------------------------------------------------------------------------------------- what many rows share */

/* Cells ready to be copied. */
struct shared {
  char *text;
  gsize length;
};

struct listing {
  struct output *file;
  GArray *before, *after; /* of struct shared, by the place of the rule: its cells in the middle of a row, and at its end */
  GArray *sources;        /* by source */
  gsize room;             /* that the longest of them take together */
  struct memo memos[ROW_COLUMNS];
};

static void shared_free(void *data) { g_free(((struct shared *)data)->text); }

static GArray *shared_new(void) {
  GArray *all = g_array_new(FALSE, TRUE, sizeof(struct shared));
  g_array_set_clear_func(all, shared_free);
  return all;
}

/* Cells of ROW from FIRST to LAST, each with the comma before it. */
static void shared_keep(struct listing *listing, GArray *all, sqlite3_stmt *row, int first, int last) {
  gint64 at = db_int(row, 0);
  GString *cells = g_string_new(NULL);
  for (int i = first; i <= last; i++) {
    struct memo memo = {0};
    struct cell cell;
    cell_make(&cell, &memo, db_text(row, i), (gsize)db_length(row, i));
    char *put = g_malloc(cell_room(&cell));
    g_string_append_c(cells, ',');
    g_string_append_len(cells, put, cell_put(put, &cell) - put);
    g_free(put);
    g_free(memo.text);
    g_free(memo.cell);
  }
  if ((gint64)all->len <= at) g_array_set_size(all, (guint)at + 1);
  listing->room += cells->len;
  gsize length = cells->len;
  g_array_index(all, struct shared, at) = (struct shared){g_string_free(cells, FALSE), length};
}

static void rules_keep(struct db *db, struct listing *listing) {
  struct section *section = section_read("report/sections/csv/90-findings-of-rules.sql");
  sqlite3_stmt *rules = section_open(db, section), *sources = db_prepare(db, "SELECT source, path FROM source");
  while (db_step(db, rules)) {
    shared_keep(listing, listing->before, rules, RULE, SUBJECT_KIND);
    shared_keep(listing, listing->after, rules, TITLE, INNOCENT);
  }
  while (db_step(db, sources)) shared_keep(listing, listing->sources, sources, 1, 1);
  sqlite3_finalize(rules);
  sqlite3_finalize(sources);
  section_free(section);
}

static char *shared_put(char *to, const GArray *all, gint64 at) {
  const struct shared *shared = (guint64)at < all->len ? &g_array_index(all, struct shared, at) : NULL;
  return shared && shared->text ? bytes_put(to, shared->text, shared->length) : to;
}

/* --------------------------------------------------------------------------------------------------------------- rows */

static char *number_put(char *to, gint64 number) {
  char digits[24], *at = digits + sizeof digits;
  guint64 left = (guint64)ABS(number);
  do *--at = (char)('0' + left % 10);
  while (left /= 10);
  if (number < 0) *--at = '-', *--at = '\''; /* a formula otherwise */
  return bytes_put(to, at, (gsize)(digits + sizeof digits - at));
}

static char *place_put(char *to, const struct listing *listing, sqlite3_stmt *rows) {
  if (db_is_null(rows, SOURCE)) *to++ = ',';
  else to = shared_put(to, listing->sources, db_int(rows, SOURCE));
  *to++ = ',';
  return db_is_null(rows, LINE) ? to : number_put(to, db_int(rows, LINE));
}

static void row_write(struct listing *listing, sqlite3_stmt *rows) {
  struct cell cells[DISPOSITION + 1];
  gsize room = listing->room + 64;
  gint64 place = db_int(rows, PLACE);
  for (int i = ID; i <= DISPOSITION; i++) {
    const char *text = db_text(rows, i);
    cell_make(&cells[i], &listing->memos[i], text, (gsize)db_length(rows, i));
    room += cell_room(&cells[i]) + 1;
  }
  char *to = cell_put(output_room(listing->file, room), &cells[ID]);
  to = shared_put(to, listing->before, place);
  for (int i = SUBJECT; i <= EXPLANATION; i++) {
    *to++ = ',';
    to = cell_put(to, &cells[i]);
  }
  to = place_put(to, listing, rows);
  *to++ = ',';
  to = cell_put(to, &cells[DISPOSITION]);
  to = shared_put(to, listing->after, place);
  *to++ = '\n';
  output_filled(listing->file, to);
}

static void rows_write(struct db *db, struct listing *listing) {
  guint64 all = (guint64)db_value_int(db, "SELECT coalesce(sum(exceptions), 0) FROM rule");
  sqlite3_stmt *rows = db_prepare(db, rows_sql);
  for (guint64 done = 0; db_step(db, rows); done++) {
    row_write(listing, rows);
    if (done % 8192 == 0) progress_show("writing findings.csv", done, all);
  }
  sqlite3_finalize(rows);
}

char *findings_write(struct db *db, const char *path) {
  struct listing listing = {
      .file = output_open_summed(path), .before = shared_new(), .after = shared_new(), .sources = shared_new()};
  output_print(listing.file, heads);
  rules_keep(db, &listing);
  rows_write(db, &listing);
  for (int i = 0; i < ROW_COLUMNS; i++) g_free(listing.memos[i].text), g_free(listing.memos[i].cell);
  g_array_unref(listing.before);
  g_array_unref(listing.after);
  g_array_unref(listing.sources);
  return output_close(listing.file);
}
