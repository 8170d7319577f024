/* Reads all narratives: worker threads read words, this thread reads and writes the database. narrative.c decides what a
   narrative says, the rules what follows. */
#include "analyze/narrative/narratives.h"
#include "analyze/narrative/reading_limit.h"
#include "analyze/narrative/narratives_batch.h"
#include "analyze/people/name.h"
#include "analyze/narrative/system_names.h"
#include "analyze/words/narrative_text.h"
#include "analyze/words/sentence.h"
#include "include/audit.h"
#include "include/cell/moment.h"
#include "include/text.h"
#include "include/timing.h"
#include "include/workers.h"
#include <string.h>

#define AUTHOR "the author" /* the value of a searcher who writes in the first person */

enum { BATCH_ROWS = 256, SHARE = 16, /* rows of a small audit */ FEW_ROWS = 16 /* are read on one thread */ };

struct reader {
  struct db *db;
  struct reports *reports;
  struct workers *workers;
  GArray *sentences; /* of struct span, of the current row */
  GString *line;
  struct insert *to, *second;  /* takes the readings, and those of the second reader */
  sqlite3_stmt *not_evaluated; /* stores that a row could not be read */
  struct reading_limit budget;
  bool month_first;
  guint64 done, all;
};

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

static void facts_candidate(struct report_facts *facts, struct slice name) {
  if (!name.length) return;
  if (!facts_said(facts)->candidates) facts->said->candidates = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(facts->said->candidates, g_strndup(name.text, name.length));
}

/* The day of a date that the narrative gives for the search. */
static bool search_day(const struct reader *reader, struct slice words, gint32 *day) {
  struct cell_time time;
  if (!words.text) return false;
  g_autofree char *text = text_trim(g_strndup(words.text, words.length));
  if (!cell_time(text, reader->month_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST, &time) || !time.has_date) return false;
  *day = day_number(time.civil.year, time.civil.month, time.civil.day);
  return true;
}

static void facts_day(const struct reader *reader, struct report_facts *facts, struct slice words) {
  gint32 day;
  if (!search_day(reader, words, &day)) return;
  if (!facts_said(facts)->search_days) facts->said->search_days = g_array_new(FALSE, FALSE, sizeof(gint32));
  g_array_append_val(facts->said->search_days, day);
}

static void facts_note(const struct reader *reader, struct report_facts *facts, const struct said *said) {
  switch (said->statement.meaning) {
  case SAYS_USE: facts->use = true; break;
  case SAYS_SEARCHER: facts_person(facts, said->person); break;
  case SAYS_NO_CANDIDATE: facts->no_candidate = true; break;
  case SAYS_CANDIDATE: facts_candidate(facts, said->statement.value); break;
  case SAYS_SEARCH_DATE: facts_day(reader, facts, said->statement.value); break;
  default: break;
  }
}

/* -------------------------------------------------------------------------------------------------------- storing */

/* A sentence as one line, however the export wrapped it; it lives until the next call. */
static const char *sentence_line(struct reader *reader, const char *narrative, struct span sentence) {
  g_string_truncate(reader->line, 0);
  for (gsize i = 0; i < sentence.length; i++) {
    char c = narrative[sentence.start + i];
    bool blank = strchr(" \t\r\n", c);
    if (blank && reader->line->len && reader->line->str[reader->line->len - 1] == ' ') continue;
    g_string_append_c(reader->line, blank ? ' ' : c);
  }
  return reader->line->str;
}

/* The whole sentences that contain the words of a statement; SENTENCES are those of the narrative. */
static struct span statement_sentence(const GArray *sentences, const struct statement *statement) {
  gsize from = statement->start, to = statement->start + statement->length;
  for (guint i = 0; i < sentences->len; i++) {
    const struct span *one = &g_array_index(sentences, struct span, i);
    if (one->start + one->length <= statement->start || one->start >= statement->start + statement->length) continue;
    from = MIN(from, one->start), to = MAX(to, one->start + one->length);
  }
  return (struct span){from, to - from};
}

static void reading_store(struct reader *reader, guint32 row, const char *narrative, const struct said *said) {
  const struct statement *statement = &said->statement;
  struct insert *to = reader->to;
  gint32 day;
  insert_int(to, 1, row);
  insert_text(to, 2, meaning_name(statement->meaning));
  insert_int(to, 3, (gint64)statement->start);
  insert_bytes(to, 4, narrative + statement->start, statement->length);
  if (statement->first_person) insert_text(to, 5, AUTHOR);
  else if (statement->value.text) insert_bytes(to, 5, statement->value.text, statement->value.length);
  if (said->person) insert_int(to, 6, said->person);
  if (statement->meaning == SAYS_SEARCH_DATE && search_day(reader, statement->value, &day)) insert_int(to, 7, day);
  insert_int(to, 8, said->second);
  struct span sentence = statement_sentence(reader->sentences, statement);
  insert_text(to, 9, sentence_line(reader, narrative, sentence));
  insert_row(to);
}

static void second_store(struct reader *reader, guint32 id, const struct row_now *row) {
  for (guint question = 0; question < SECOND_QUESTIONS; question++) {
    insert_int(reader->second, question + 1, row->second[question]);
    insert_int(reader->second, SECOND_QUESTIONS + question + 2, row->leans[question]);
  }
  insert_int(reader->second, SECOND_QUESTIONS + 1, row->untried);
  insert_row_as(reader->second, id);
}

static void row_store(struct reader *reader, const struct batch *batch, const struct row_now *row) {
  const struct report_row_facts *own = &g_array_index(reader->reports->rows, struct report_row_facts, row->place);
  struct report_facts *facts = &reader->reports->at[own->report - 1];
  facts->mention |= row->mentions, facts->unread |= row->gave_up;
  second_store(reader, own->row, row);
  g_array_set_size(reader->sentences, 0);
  if (row->said) plain_sentences(batch->texts->str + row->text, row->length, reader->sentences);
  for (guint i = 0; i < row->said; i++) {
    const struct said *said = &g_array_index(batch->said, struct said, row->first_said + i);
    facts_note(reader, facts, said);
    reading_store(reader, own->row, batch->texts->str + row->text, said);
  }
  for (guint i = 0; i < row->named; i++) facts_person(facts, g_array_index(batch->named, gint64, row->first_named + i));
  if (!row->gave_up) return;
  db_bind_text(reader->not_evaluated, 1,
               row->refused ? row->refused : "A pattern reached its limit on this narrative: read it by hand.");
  db_bind_int(reader->not_evaluated, 2, own->row);
  db_step(reader->db, reader->not_evaluated);
  db_reset(reader->not_evaluated);
}

static void batch_store(struct reader *reader, struct batch *batch) {
  if (!batch) return;
  for (guint i = 0; i < batch->rows->len; i++) row_store(reader, batch, &g_array_index(batch->rows, struct row_now, i));
  progress_show("reading narratives", reader->done += batch->rows->len, reader->all);
  batch_free(batch);
}

/* ----------------------------------------------------------------------------------------------------------- rows */

static guint row_place(const struct reports *reports, guint from, gint64 row) {
  while (g_array_index(reports->rows, struct report_row_facts, from).row != row) from++;
  return from;
}

/* Narratives report by report, in batches that end where a report does. */
static void narrative_rows_read(struct reader *reader) {
  guint most = (guint)CLAMP(reader->all / SHARE, 1, BATCH_ROWS), place = 0;
  gint64 report = 0;
  struct batch *batch = batch_new();
  sqlite3_stmt *rows =
      db_prepare(reader->db, "SELECT m.report, n.row, n.text FROM row_meaning m JOIN narrative n USING (row)"
                             " JOIN report_fact f USING (row) WHERE NOT f.narrative_withheld ORDER BY m.report, m.row");
  while (db_step(reader->db, rows)) {
    if (batch->rows->len >= most && db_int(rows, 0) != report) {
      batch_store(reader, workers_pass(reader->workers, batch));
      batch = batch_new();
    }
    report = db_int(rows, 0), place = row_place(reader->reports, place, db_int(rows, 1));
    const char *text = db_text(rows, 2);
    gsize length = (gsize)db_length(rows, 2);
    batch_add(batch, place, text, length, reading_limit_refuse(&reader->budget, text, length));
  }
  sqlite3_finalize(rows);
  batch_store(reader, workers_pass(reader->workers, batch));
  for (struct batch *left; (left = workers_take(reader->workers));) batch_store(reader, left);
}

static void reader_run(struct reader *reader) {
  struct db *db = reader->db;
  g_autofree char *order = db_value_text(db, "SELECT date_order FROM source WHERE kind = 'incident_reports' LIMIT 1");
  reader->month_first = !order || !strstr(order, "day first");
  reader->all = reader->reports->rows->len;
  reader->sentences = g_array_new(FALSE, FALSE, sizeof(struct span));
  reader->line = g_string_new(NULL);
  reader->to = insert_open(db, "reading", "row, meaning, start, words, value, owner, day, by_second, sentence");
  reader->not_evaluated =
      db_prepare(db, "INSERT INTO unevaluated SELECT 'narrative', source, line, ? FROM report_fact WHERE row = ?");
  reader->second = insert_open(db, "second_reading",
                               "use, reason, officer, candidate, none, notice, name, corroborated, action, untried,"
                               " leans_use, leans_reason, leans_officer, leans_candidate, leans_none, leans_notice, leans_name, "
                               "leans_corroborated, leans_action");
  narrative_rows_read(reader);
  insert_close(reader->to);
  g_array_unref(reader->sentences);
  g_string_free(reader->line, TRUE);
  insert_close(reader->second);
  sqlite3_finalize(reader->not_evaluated);
}

/* "CAGLE, BILLY R (DOB 06/14/1972)" as "cagle, billy". NULL: nothing that could be recognised in a narrative. */
static char *candidate_plain(const char *cell) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(cell, &comma);
  if (words->len < 2 || comma >= words->len) return NULL;
  guint last = comma ? comma - 1 : words->len - 1, first = comma;
  return g_strdup_printf("%s, %s", (char *)words->pdata[last], (char *)words->pdata[first]);
}

/* The candidates that the log's searches selected, for the second reader. */
static void candidates_know(struct db *db, GPtrArray *readers) {
  sqlite3_stmt *names =
      db_prepare(db, "SELECT DISTINCT candidate FROM event WHERE candidate <> '' AND NOT withheld LIKE '%candidate%'");
  while (db_step(db, names)) {
    g_autofree char *name = candidate_plain(db_text(names, 0));
    for (guint i = 0; name && i < readers->len; i++) row_reader_know(readers->pdata[i], name);
  }
  sqlite3_finalize(names);
}

void narratives_read(struct db *db, const struct roster *roster, struct reports *reports) {
  struct reader reader = {.db = db, .reports = reports};
  times_enter("reading narratives");
  GHashTable *known = roster_known_names(db);
  struct mask *mask = mask_load(db);
  g_autofree char *called = db_setting(db, "agency", "systems", "");
  g_auto(GStrv) systems = text_list(called);
  systems_doubt(db, (const char *const *)systems);
  g_autoptr(GPtrArray) readers = g_ptr_array_new_with_free_func((GDestroyNotify)row_reader_free);
  guint width = reports->rows->len < FEW_ROWS ? 1 : workers_width();
  for (guint i = 0; i < width; i++)
    g_ptr_array_add(readers, row_reader_new(roster, mask, known, reports, (const char *const *)systems));
  candidates_know(db, readers);
  reader.workers = workers_new(batch_read, readers->pdata, readers->len);
  reader_run(&reader);
  workers_free(reader.workers);
  g_hash_table_unref(known);
  mask_free(mask);
}
