/* Narratives read: words by threads beside, the database by this one. What a narrative says is decided in narrative.c; what
   follows, by rules. */
#include "analyze/narrative/narratives.h"
#include "include/cell/moment.h"
#include "include/audit.h"
#include "include/workers.h"
#include "include/text.h"
#include "include/timing.h"
#include "analyze/narrative/narratives_batch.h"
#include <string.h>

#define AUTHOR "the author" /* the value of a searcher who speaks of himself */

enum { BATCH_ROWS = 256, SHARE = 16, /* of a small audit's rows */ FEW_ROWS = 16 /* are read on one thread */ };

/* A denial in a row of several: it counts where none of them documents a use. */
struct denial {
  guint place;
  struct said said;
};

struct reader {
  struct db *db;
  struct reports *reports;
  struct relay *relay;
  struct insert *to;   /* where statements go */
  struct batch *spare; /* NULL: there is none */
  GArray *gave_up;     /* of guint32: rows that were not evaluated */
  GArray *denials;     /* of struct denial */
  bool month_first;
  gint32 from_day, to_day; /* of the audit */
  guint64 done, all;
  guint batch_rows;
};

static struct report_row_facts *row_facts(const struct reports *reports, guint place) {
  return &g_array_index(reports->rows, struct report_row_facts, place);
}

static guint row_place(const struct reports *reports, guint i) { return reports->places ? reports->places[i] : i; }

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
static bool search_day(const struct reader *reader, struct slice words, gint32 *day) {
  struct cell_time time;
  if (!words.text) return false;
  g_autofree char *text = text_trim(g_strndup(words.text, words.length));
  if (!cell_time(text, reader->month_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST, &time) || !time.has_date) return false;
  *day = day_number(time.civil.year, time.civil.month, time.civil.day);
  return true;
}

static void facts_candidate(struct report_facts *facts, struct slice name) {
  facts->candidate = true;
  if (!name.length) return;
  facts->named = true;
  if (!facts_said(facts)->candidates) facts->said->candidates = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(facts->said->candidates, g_strndup(name.text, name.length));
}

/* Who searched is named, or is the author of a row that names its officer. */
static void facts_searcher(struct report_facts *facts, const struct report_row_facts *row, const struct said *said) {
  struct slice who = said->statement.value;
  bool author = said->statement.first_person || (who.length == strlen(AUTHOR) && !memcmp(who.text, AUTHOR, who.length));
  facts->searcher |= author ? row->authored : who.length > 0;
  facts_person(facts, said->person);
}

static void facts_day(const struct reader *reader, struct report_facts *facts, struct slice words) {
  gint32 day;
  if (!search_day(reader, words, &day)) return;
  if (!facts_said(facts)->search_days) facts->said->search_days = g_array_new(FALSE, FALSE, sizeof(gint32));
  g_array_append_val(facts->said->search_days, day);
}

static void facts_note(const struct reader *reader, struct report_facts *facts, const struct report_row_facts *row,
                       const struct said *said) {
  switch (said->statement.meaning) {
  case SAYS_SEARCHER: facts_searcher(facts, row, said); break;
  case SAYS_REASON: facts->reason = true; break;
  case SAYS_NO_CANDIDATE: facts->no_candidate = true; break;
  case SAYS_CANDIDATE: facts_candidate(facts, said->statement.value); break;
  case SAYS_CORROBORATED: facts->corroborated = true; break;
  case SAYS_SEARCH_DATE: facts_day(reader, facts, said->statement.value); break;
  default: break;
  }
}

static guint32 row_first(guint32 one, guint32 other) { return one && one < other ? one : other; }

/* A row that documents a use. */
static void facts_use(const struct reader *reader, struct report_facts *facts, struct report_row_facts *row) {
  bool dated = row->day >= reader->from_day && row->day <= reader->to_day;
  row->use = facts->use = true;
  facts->used |= dated || row->day == G_MININT32;
  facts->use_row = row_first(facts->use_row, row->row);
  if (dated) facts->dated_row = row_first(facts->dated_row, row->row);
}

/* ---------------------------------------------------------------------------------------------------------- storing */

static void statement_store(struct reader *reader, guint32 row, guint number, const struct said *said) {
  const struct statement *statement = &said->statement;
  struct insert *to = reader->to;
  gint32 day;
  insert_text(to, 1, meaning_name(statement->meaning));
  insert_int(to, 2, (gint64)statement->start);
  insert_int(to, 3, (gint64)statement->length);
  if (statement->first_person) insert_text(to, 4, AUTHOR);
  else if (statement->value.text) insert_bytes(to, 4, statement->value.text, statement->value.length);
  if (said->person) insert_int(to, 5, said->person);
  if (statement->meaning == SAYS_SEARCH_DATE && search_day(reader, statement->value, &day)) insert_int(to, 6, day);
  insert_row_as(to, (gint64)row << 16 | number);
}

static bool row_uses(const struct batch *batch, const struct row_now *row) {
  for (guint i = 0; i < row->said; i++)
    if (g_array_index(batch->said, struct said, row->first_said + i).statement.meaning == SAYS_USE) return true;
  return false;
}

/* A row without a use says nothing but denials until its case is known. */
static void row_store(struct reader *reader, const struct batch *batch, const struct row_now *row) {
  struct report_row_facts *own = row_facts(reader->reports, row->place);
  struct report_facts *facts = &reader->reports->at[own->report - 1];
  bool use = row_uses(batch, row), bears = use || row->in_case;
  facts->mention |= row->mentions && !row->in_case;
  if (!row->whole) facts->unread = true, g_array_append_val(reader->gave_up, own->row);
  for (guint i = 0; i < row->said; i++) {
    struct said *said = &g_array_index(batch->said, struct said, row->first_said + i);
    struct denial denial = {row->place, *said};
    if (bears) facts_note(reader, facts, own, said);
    if (bears || facts->rows == 1) statement_store(reader, own->row, i, said);
    else g_array_append_val(reader->denials, denial);
  }
  for (guint i = 0; i < row->named; i++) facts_person(facts, g_array_index(batch->named, gint64, row->first_named + i));
  if (use) facts_use(reader, facts, own);
}

static void batch_store(struct reader *reader, struct batch *batch) {
  if (!batch) return;
  for (guint i = 0; i < batch->rows->len; i++) row_store(reader, batch, &g_array_index(batch->rows, struct row_now, i));
  progress_show("reading narratives", reader->done += batch->rows->len, reader->all);
  if (reader->spare) batch_free(reader->spare);
  batch_clear(reader->spare = batch);
}

/* ---------------------------------------------------------------------------------------------------------- rows */

static struct batch *batch_take(struct reader *reader) {
  struct batch *spare = g_steal_pointer(&reader->spare);
  return spare ? spare : batch_new();
}

static struct batch *batch_pass(struct reader *reader, struct batch *batch) {
  if (batch->rows->len < reader->batch_rows) return batch;
  batch_store(reader, relay_pass(reader->relay, batch));
  return batch_take(reader);
}

static void batches_end(struct reader *reader, struct batch *batch) {
  batch_store(reader, relay_pass(reader->relay, batch));
  for (struct batch *left; (left = relay_take(reader->relay));) batch_store(reader, left);
}

/* The rows and their narratives in the order of their numbers, side by side. */
static void rows_scan(struct reader *reader) {
  const struct reports *reports = reader->reports;
  sqlite3_stmt *texts = db_prepare(reader->db, "SELECT row, text FROM narrative ORDER BY row");
  struct batch *batch = batch_take(reader);
  guint i = 0;
  while (db_step(reader->db, texts)) {
    gint64 number = db_int(texts, 0);
    while (i < reports->rows->len && row_facts(reports, row_place(reports, i))->row < number) i++;
    if (i == reports->rows->len) break;
    const struct report_row_facts *row = row_facts(reports, row_place(reports, i));
    if (row->row != number || row->hidden) continue;
    const char *text = db_text(texts, 1);
    batch_add(batch, row_place(reports, i), text, (gsize)db_length(texts, 1), false);
    batch = batch_pass(reader, batch);
  }
  batches_end(reader, batch);
  sqlite3_finalize(texts);
}

/* Results, corroboration and actions often stand in a supplement, which is read again now that its case is known. */
static void rows_follow(struct reader *reader) {
  const struct reports *reports = reader->reports;
  sqlite3_stmt *text = db_prepare(reader->db, "SELECT text FROM narrative WHERE row = ?");
  struct batch *batch = batch_take(reader);
  for (guint i = 0; reports->places && i < reports->rows->len; i++) {
    const struct report_row_facts *row = row_facts(reports, reports->places[i]);
    if (row->use || row->hidden || !reports->at[row->report - 1].use_row) continue;
    db_bind_int(text, 1, row->row);
    if (db_step(reader->db, text))
      batch_add(batch, reports->places[i], db_text(text, 0), (gsize)sqlite3_column_bytes(text, 0), true);
    db_reset(text);
    batch = batch_pass(reader, batch);
  }
  batches_end(reader, batch);
  sqlite3_finalize(text);
}

static void denials_store(struct reader *reader) {
  guint32 last = 0, number = 0;
  for (guint i = 0; i < reader->denials->len; i++) {
    const struct denial *denial = &g_array_index(reader->denials, struct denial, i);
    const struct report_row_facts *row = row_facts(reader->reports, denial->place);
    number = row->row == last ? number + 1 : 0, last = row->row;
    if (!reader->reports->at[row->report - 1].use_row) statement_store(reader, row->row, number, &denial->said);
  }
}

static void unevaluated_store(struct reader *reader) {
  sqlite3_stmt *to =
      db_prepare(reader->db, "INSERT INTO unevaluated SELECT 'narrative', source, line, 'A pattern reached its limit"
                             " on this narrative: read it by hand.' FROM report_fact WHERE row = ?");
  for (guint i = 0; i < reader->gave_up->len; i++) {
    db_bind_int(to, 1, g_array_index(reader->gave_up, guint32, i));
    db_step(reader->db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

/* Most rows in their order, then those that waited for others of their report. */
static void statements_store(struct reader *reader) {
  reader->to = insert_open(reader->db, "statement", "meaning, start, length, value, person, day");
  rows_scan(reader);
  denials_store(reader);
  rows_follow(reader);
  insert_close(reader->to);
  unevaluated_store(reader);
}

static void reader_run(struct reader *reader) {
  struct db *db = reader->db;
  g_autofree char *order = db_value_text(db, "SELECT date_order FROM source WHERE kind = 'incident_reports' LIMIT 1");
  reader->month_first = !order || !strstr(order, "day first");
  reader->all = reader->reports->rows->len;
  reader->batch_rows = (guint)CLAMP(reader->all / SHARE, 1, BATCH_ROWS);
  reader->from_day = (gint32)db_setting_int(db, "run", "from_day", G_MAXINT32);
  reader->to_day = (gint32)db_setting_int(db, "run", "to_day", G_MININT32);
  reader->gave_up = g_array_new(FALSE, FALSE, sizeof(guint32));
  reader->denials = g_array_new(FALSE, FALSE, sizeof(struct denial));
  statements_store(reader);
  if (reader->spare) batch_free(reader->spare);
  g_array_unref(reader->gave_up);
  g_array_unref(reader->denials);
}

void narratives_read(struct db *db, const struct roster *roster, struct reports *reports) {
  struct reader reader = {.db = db, .reports = reports};
  times_enter("reading narratives");
  GHashTable *known = roster_known_names(db);
  g_autoptr(GPtrArray) readers = g_ptr_array_new_with_free_func((GDestroyNotify)row_reader_free);
  guint width = reports->rows->len < FEW_ROWS ? 1 : relay_width();
  for (guint i = 0; i < width; i++) g_ptr_array_add(readers, row_reader_new(roster, known, reports));
  reader.relay = relay_new(batch_read, readers->pdata, readers->len);
  reader_run(&reader);
  relay_free(reader.relay);
  g_hash_table_unref(known);
}
