/* Narratives read: words by threads beside, the database by this one. What a narrative says is decided in narrative.c; what
   follows, by rules. */
#include "readings.h"
#include "../ingest/cell.h"
#include "audit.h"
#include "narrative.h"
#include "relay.h"
#include "text.h"
#include "times.h"
#include <string.h>

enum { BATCH_ROWS = 256 };

/* A row on its way: its narrative, then what was found in it. */
struct row_now {
  gint64 row, report, author, source, line;
  gint32 day;
  gsize text, length; /* in the texts of its batch */
  bool in_case, whole, mentions;
  guint first_said, said;   /* in the batch's statements */
  guint first_named, named; /* in its people */
};

struct said {
  struct statement statement;
  gint64 person;
};

struct batch {
  GArray *rows; /* of struct row_now */
  GString *texts;
  GArray *said;  /* of struct said */
  GArray *named; /* of gint64 */
};

/* What a thread reads words with. */
struct wit {
  struct narrator *narrator;
  const struct roster *roster;
  GHashTable *known;
  GHashTable *officers; /* words -> person, each matched once */
  GArray *statements;
};

struct reader {
  struct db *db;
  struct reports *reports;
  struct relay *relay;
  sqlite3_stmt *insert, *unevaluated;
  bool month_first;
  guint64 done, all;
};

/* ---------------------------------------------------------------------------------------------------------- words */

static struct batch *batch_new(void) {
  struct batch *batch = g_new(struct batch, 1);
  *batch = (struct batch){g_array_new(FALSE, TRUE, sizeof(struct row_now)), g_string_new(NULL),
                          g_array_new(FALSE, FALSE, sizeof(struct said)), g_array_new(FALSE, FALSE, sizeof(gint64))};
  return batch;
}

static void batch_free(struct batch *batch) {
  g_array_unref(batch->rows);
  g_array_unref(batch->said);
  g_array_unref(batch->named);
  g_string_free(batch->texts, TRUE);
  g_free(batch);
}

static gint64 officer_of(struct wit *wit, const char *words) {
  gpointer held;
  if (!words) return roster_officer(wit->roster, NULL, NULL, NULL);
  if (g_hash_table_lookup_extended(wit->officers, words, NULL, &held)) return (gint64)GPOINTER_TO_SIZE(held);
  gint64 person = roster_officer(wit->roster, words, NULL, NULL);
  g_hash_table_insert(wit->officers, g_strdup(words), GSIZE_TO_POINTER(person));
  return person;
}

static bool says_use(const GArray *statements) {
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index(statements, struct statement, i).meaning == SAYS_USE) return true;
  return false;
}

static void person_found(gint64 person, void *named) { g_array_append_val((GArray *)named, person); }

/* Only what bears on a use is kept; of a row without one a denial is, as the reason why it is none. */
static void row_keep(struct batch *batch, struct row_now *row, struct wit *wit) {
  bool bears = row->in_case || says_use(wit->statements);
  row->first_said = batch->said->len, row->first_named = batch->named->len;
  for (guint i = 0; row->whole && i < wit->statements->len; i++) {
    struct statement *statement = &g_array_index(wit->statements, struct statement, i);
    if (!bears && statement->meaning != SAYS_NOT_USED) continue;
    struct said said = {*statement, 0};
    if (statement->meaning == SAYS_SEARCHER)
      said.person = statement->first_person ? row->author : officer_of(wit, statement->value);
    statement->value = NULL;
    g_array_append_val(batch->said, said);
  }
  row->said = batch->said->len - row->first_said;
  if (row->whole && bears) roster_named(wit->roster, batch->texts->str + row->text, person_found, batch->named);
  row->named = batch->named->len - row->first_named;
  statements_clear(wit->statements);
}

static void batch_read(gpointer data, gpointer own) {
  struct batch *batch = data;
  struct wit *wit = own;
  for (guint i = 0; i < batch->rows->len; i++) {
    struct row_now *row = &g_array_index(batch->rows, struct row_now, i);
    row->whole = narrative_read(wit->narrator, batch->texts->str + row->text, row->length, wit->known, row->in_case,
                                wit->statements, &row->mentions);
    row_keep(batch, row, wit);
  }
}

/* ---------------------------------------------------------------------------------------------------------- facts */

static struct report_said *facts_said(struct report_facts *facts) {
  if (!facts->said) facts->said = g_new0(struct report_said, 1);
  return facts->said;
}

static void facts_person(struct report_facts *facts, gint64 person) {
  if (!person) return;
  struct report_said *said = facts_said(facts);
  if (!said->people) said->people = g_array_new(FALSE, FALSE, sizeof(gint64));
  for (guint i = 0; i < said->people->len; i++)
    if (g_array_index(said->people, gint64, i) == person) return;
  g_array_append_val(said->people, person);
}

/* The day of a date that the narrative gives for the search; a date without a year is of the row's year. */
static bool search_day(const struct reader *reader, const char *words, gint32 *day) {
  struct cell_time time;
  g_autofree char *text = text_trim(g_strdup(words));
  if (!cell_time(text, reader->month_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST, &time) || !time.has_date) return false;
  *day = day_number(time.civil.year, time.civil.month, time.civil.day);
  return true;
}

static void facts_note(const struct reader *reader, struct report_facts *facts, const struct statement *statement,
                       gint64 person) {
  gint32 day;
  switch (statement->meaning) {
  case SAYS_USE: facts->use = true; break;
  case SAYS_SEARCHER: facts_person(facts, person); break;
  case SAYS_NO_CANDIDATE: facts->no_candidate = true; break;
  case SAYS_CANDIDATE:
    if (!statement->value || !*statement->value) break;
    if (!facts_said(facts)->candidates) facts->said->candidates = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(facts->said->candidates, g_strdup(statement->value));
    break;
  case SAYS_SEARCH_DATE:
    if (!statement->value || !search_day(reader, statement->value, &day)) break;
    if (!facts_said(facts)->search_days) facts->said->search_days = g_array_new(FALSE, FALSE, sizeof(gint32));
    g_array_append_val(facts->said->search_days, day);
    break;
  default: break;
  }
}

/* ---------------------------------------------------------------------------------------------------------- storing */

static void statement_store(struct reader *reader, const struct row_now *row, const char *text, const struct said *said) {
  const struct statement *statement = &said->statement;
  sqlite3_stmt *to = reader->insert;
  gint32 day;
  db_bind_int(to, 1, row->row);
  db_bind_text(to, 2, meaning_name(statement->meaning));
  db_bind_int(to, 3, (gint64)statement->start);
  db_bind_int(to, 4, (gint64)statement->length);
  db_bind_bytes(to, 5, text + statement->start, statement->length);
  db_bind_text(to, 6, statement->first_person ? "the author" : statement->value);
  if (said->person) db_bind_int(to, 7, said->person);
  if (statement->meaning == SAYS_SEARCH_DATE && statement->value && search_day(reader, statement->value, &day))
    db_bind_int(to, 8, day);
  db_step(reader->db, to);
  db_reset(to);
}

static void unevaluated_store(struct reader *reader, const struct row_now *row) {
  db_bind_text(reader->unevaluated, 1, "narrative");
  db_bind_int(reader->unevaluated, 2, row->source);
  db_bind_int(reader->unevaluated, 3, row->line);
  db_bind_text(reader->unevaluated, 4, "A pattern reached its limit on this narrative: read it by hand.");
  db_step(reader->db, reader->unevaluated);
  db_reset(reader->unevaluated);
}

static void use_note(struct reports *reports, struct report_facts *facts, const struct row_now *row) {
  if (!facts->use_row || row->row < facts->use_row) facts->use_row = (guint)row->row;
  for (guint i = 0; i < facts->rows; i++) {
    struct report_row_facts *one = &g_array_index(reports->rows, struct report_row_facts, facts->first_row + i);
    if (one->row == row->row) one->use = true;
  }
}

static void row_store(struct reader *reader, const struct batch *batch, const struct row_now *row) {
  struct report_facts *facts = &reader->reports->at[row->report - 1];
  bool use = false;
  if (row->mentions && !row->in_case) facts->mention = true;
  if (!row->whole) unevaluated_store(reader, row);
  for (guint i = 0; i < row->said; i++)
    use |= g_array_index(batch->said, struct said, row->first_said + i).statement.meaning == SAYS_USE;
  for (guint i = 0; i < row->said; i++) {
    struct said *said = &g_array_index(batch->said, struct said, row->first_said + i);
    if (use || row->in_case) facts_note(reader, facts, &said->statement, said->person);
    statement_store(reader, row, batch->texts->str + row->text, said);
    g_free(said->statement.value);
  }
  for (guint i = 0; i < row->named; i++) facts_person(facts, g_array_index(batch->named, gint64, row->first_named + i));
  if (use) use_note(reader->reports, facts, row);
}

static void batch_store(struct reader *reader, struct batch *batch) {
  if (!batch) return;
  for (guint i = 0; i < batch->rows->len; i++) row_store(reader, batch, &g_array_index(batch->rows, struct row_now, i));
  progress_show("reading narratives", reader->done += batch->rows->len, reader->all);
  batch_free(batch);
}

/* ---------------------------------------------------------------------------------------------------------- rows */

#define SELECT_ROWS                                                                                                              \
  "SELECT w.row, w.report, coalesce(w.author, 0), coalesce(w.day, 0), w.source, w.line, n.text"                                  \
  " FROM narrative n JOIN report_row w USING (row) WHERE NOT w.withheld & 16"

static void row_add(struct batch *batch, sqlite3_stmt *rows, bool in_case) {
  struct row_now row = {.row = db_int(rows, 0),
                        .report = db_int(rows, 1),
                        .author = db_int(rows, 2),
                        .day = (gint32)db_int(rows, 3),
                        .source = db_int(rows, 4),
                        .line = db_int(rows, 5),
                        .text = batch->texts->len,
                        .in_case = in_case};
  const char *text = db_text(rows, 6);
  row.length = strlen(text);
  g_string_append_len(batch->texts, text, (gssize)row.length + 1);
  g_array_append_val(batch->rows, row);
}

static struct batch *batch_pass(struct reader *reader, struct batch *batch) {
  if (batch->rows->len < BATCH_ROWS) return batch;
  batch_store(reader, relay_pass(reader->relay, batch));
  return batch_new();
}

static void batches_end(struct reader *reader, struct batch *batch) {
  batch_store(reader, relay_pass(reader->relay, batch));
  for (struct batch *left; (left = relay_take(reader->relay));) batch_store(reader, left);
}

static void rows_scan(struct reader *reader) {
  sqlite3_stmt *rows = db_prepare(reader->db, SELECT_ROWS);
  struct batch *batch = batch_new();
  while (db_step(reader->db, rows)) {
    row_add(batch, rows, false);
    batch = batch_pass(reader, batch);
  }
  batches_end(reader, batch);
  sqlite3_finalize(rows);
}

static int row_compare(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

/* The other rows of the reports that document a use, in their order. */
static GArray *rows_beside(const struct reports *reports) {
  GArray *beside = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (gint64 i = 0; i < reports->count; i++) {
    const struct report_facts *facts = &reports->at[i];
    for (guint k = 0; facts->use_row && k < facts->rows; k++) {
      const struct report_row_facts *row = &g_array_index(reports->rows, struct report_row_facts, facts->first_row + k);
      if (!row->use) g_array_append_val(beside, row->row);
    }
  }
  g_array_sort(beside, row_compare);
  return beside;
}

/* Results, corroboration and actions often stand in a supplement, which is read again now that its case is known. */
static void rows_follow(struct reader *reader) {
  g_autoptr(GArray) beside = rows_beside(reader->reports);
  sqlite3_stmt *rows = db_prepare(reader->db, SELECT_ROWS " AND n.row = ?");
  sqlite3_stmt *forget = db_prepare(reader->db, "DELETE FROM reading WHERE row = ?");
  struct batch *batch = batch_new();
  for (guint i = 0; i < beside->len; i++) {
    db_bind_int(forget, 1, g_array_index(beside, guint32, i));
    db_step(reader->db, forget);
    db_reset(forget);
    db_bind_int(rows, 1, g_array_index(beside, guint32, i));
    if (db_step(reader->db, rows)) row_add(batch, rows, true);
    db_reset(rows);
    batch = batch_pass(reader, batch);
  }
  batches_end(reader, batch);
  sqlite3_finalize(rows);
  sqlite3_finalize(forget);
}

static struct wit *wit_new(const struct roster *roster, GHashTable *known) {
  struct wit *wit = g_new(struct wit, 1);
  *wit = (struct wit){narrator_new(), roster, known, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                      g_array_new(FALSE, FALSE, sizeof(struct statement))};
  return wit;
}

static void wit_free(gpointer data) {
  struct wit *wit = data;
  narrator_free(wit->narrator);
  g_hash_table_unref(wit->officers);
  g_array_unref(wit->statements);
  g_free(wit);
}

static void reader_run(struct reader *reader) {
  struct db *db = reader->db;
  g_autofree char *order = db_value_text(db, "SELECT date_order FROM source WHERE kind = 'incident_reports' LIMIT 1");
  reader->month_first = !order || !strstr(order, "day first");
  reader->all = (guint64)db_value_int(db, "SELECT count(*) FROM narrative");
  reader->insert = db_prepare(
      db, "INSERT INTO reading (row, meaning, start, length, words, value, person, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  reader->unevaluated = db_prepare(db, "INSERT INTO unevaluated VALUES (?, ?, ?, ?)");
  rows_scan(reader);
  db_run(db, "CREATE INDEX reading_row ON reading (row, meaning)");
  rows_follow(reader);
  sqlite3_finalize(reader->insert);
  sqlite3_finalize(reader->unevaluated);
}

void narratives_read(struct db *db, const struct roster *roster, struct reports *reports) {
  struct reader reader = {.db = db, .reports = reports};
  times_enter("reading narratives");
  GHashTable *known = roster_known_names(db);
  g_autoptr(GPtrArray) wits = g_ptr_array_new_with_free_func(wit_free);
  /* A few narratives are not worth a second set of patterns. */
  guint width = db_value_int(db, "SELECT count(*) FROM narrative") < 5000 ? 1 : relay_width();
  for (guint i = 0; i < width; i++) g_ptr_array_add(wits, wit_new(roster, known));
  reader.relay = relay_new(batch_read, wits->pdata, wits->len);
  reader_run(&reader);
  relay_free(reader.relay);
  g_hash_table_unref(known);
}
