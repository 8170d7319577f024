/* Reports from their rows, authors matched, narratives read. What a narrative says is decided in narrative.c; what follows, by
 * rules. */
#include "readings.h"
#include "audit.h"
#include "../ingest/cell.h"
#include "narrative.h"
#include "text.h"
#include "times.h"
#include <string.h>

struct reader {
  struct db *db;
  struct numbers *numbers;
  const struct roster *roster;
  struct reports *reports;
  struct narrator *narrator;
  GHashTable *known;
  GArray *statements;
  GPtrArray *shown;     /* numbers of reports, in reports->texts */
  GHashTable *officers; /* "words\nid" -> person, each distinct officer matched once */
  sqlite3_stmt *insert, *unevaluated;
  bool month_first;
};

/* ------------------------------------------------------------------------------------------------ rows to reports */

static void formats_learn(struct db *db, struct numbers *numbers) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT number, day FROM report_row");
  while (db_step(db, rows)) numbers_learn(numbers, db_text(rows, 0), db_is_null(rows, 1) ? G_MININT32 : (gint32)db_int(rows, 1));
  sqlite3_finalize(rows);
  numbers_settle(numbers);
}

/* A report is shown by its number without the supplement's suffix: "23-000123A" -> "23-000123". */
static char *number_shown(const char *text, const char *supplement) {
  g_autofree char *trimmed = text_trim(g_strdup(text));
  if (!supplement || !g_str_has_suffix(trimmed, supplement)) return g_steal_pointer(&trimmed);
  gsize length = strlen(trimmed) - strlen(supplement);
  while (length && strchr("-_/. ", trimmed[length - 1])) length--;
  return g_strndup(trimmed, length);
}

static gint64 officer_of(struct reader *reader, const char *words, const char *id) {
  if (!words && !id) return 0;
  g_autofree char *key = g_strdup_printf("%s\n%s", words ? words : "", id ? id : "");
  gpointer held;
  if (g_hash_table_lookup_extended(reader->officers, key, NULL, &held)) return (gint64)GPOINTER_TO_SIZE(held);
  gint64 person = roster_officer(reader->roster, words, id, NULL);
  g_hash_table_insert(reader->officers, g_steal_pointer(&key), GSIZE_TO_POINTER(person));
  return person;
}

struct builder {
  struct reader *reader;
  GHashTable *by_key; /* number key -> report id */
  GArray *row_report; /* of gint64, by order of rows */
  sqlite3_stmt *report, *row;
};

static gint64 report_of(struct builder *builder, const char *text) {
  struct reader *reader = builder->reader;
  g_autofree char *supplement = NULL;
  char *key = numbers_key(reader->numbers, text, &supplement);
  gint64 report = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(builder->by_key, key));
  if (report) {
    g_free(key);
    return report;
  }
  report = ++reader->reports->count;
  g_autofree char *shown = number_shown(text, supplement);
  g_ptr_array_add(reader->shown, g_string_chunk_insert(reader->reports->texts, shown));
  db_bind_int(builder->report, 1, report);
  db_bind_text(builder->report, 2, shown);
  db_bind_text(builder->report, 3, key);
  db_step(reader->db, builder->report);
  db_reset(builder->report);
  numbers_add(reader->numbers, text, report);
  g_hash_table_insert(builder->by_key, key, GSIZE_TO_POINTER(report));
  return report;
}

static void row_store(struct builder *builder, gint64 row, gint64 report, gint64 author) {
  db_bind_int(builder->row, 1, report);
  if (author) db_bind_int(builder->row, 2, author);
  db_bind_int(builder->row, 3, row);
  db_step(builder->reader->db, builder->row);
  db_reset(builder->row);
}

static void rows_number(struct reader *reader) {
  struct db *db = reader->db;
  struct builder builder = {.reader = reader,
                            .by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            .report = db_prepare(db, "INSERT INTO report (report, number, key) VALUES (?, ?, ?)"),
                            .row = db_prepare(db, "UPDATE report_row SET report = ?, author = ? WHERE row = ?")};
  sqlite3_stmt *rows = db_prepare(db, "SELECT row, number, cad, officer, officer_id, withheld FROM report_row ORDER BY row");
  while (db_step(db, rows)) {
    gint64 report = report_of(&builder, db_text(rows, 1));
    if (!db_is_null(rows, 2)) numbers_add_cad(reader->numbers, db_text(rows, 2), report);
    bool withheld = db_int(rows, 5) & 2;
    row_store(&builder, db_int(rows, 0), report, withheld ? 0 : officer_of(reader, db_text(rows, 3), db_text(rows, 4)));
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(builder.report);
  sqlite3_finalize(builder.row);
  g_hash_table_unref(builder.by_key);
  db_run(db, "CREATE INDEX report_row_report ON report_row (report)");
}

static void facts_load(struct reader *reader) {
  struct reports *reports = reader->reports;
  reports->at = g_new0(struct report_facts, (gsize)MAX(reports->count, 1));
  for (gint64 i = 0; i < reports->count; i++)
    reports->at[i] = (struct report_facts){
        .report = i + 1, .number = reader->shown->pdata[i], .first_day = G_MAXINT32, .last_day = G_MININT32};
  reports->rows = g_array_new(FALSE, FALSE, sizeof(struct report_row_facts));
  reports->first_day = G_MAXINT32, reports->last_day = G_MININT32;
  sqlite3_stmt *rows = db_prepare(reader->db, "SELECT report, author, day FROM report_row ORDER BY report, row");
  while (db_step(reader->db, rows)) {
    struct report_facts *facts = &reports->at[db_int(rows, 0) - 1];
    struct report_row_facts row = {db_int(rows, 1), db_is_null(rows, 2) ? G_MININT32 : (gint32)db_int(rows, 2), false};
    if (!facts->rows++) facts->first_row = reports->rows->len;
    g_array_append_val(reports->rows, row);
    if (row.day == G_MININT32) continue;
    facts->first_day = MIN(facts->first_day, row.day), facts->last_day = MAX(facts->last_day, row.day);
    reports->first_day = MIN(reports->first_day, row.day), reports->last_day = MAX(reports->last_day, row.day);
  }
  sqlite3_finalize(rows);
}

/* ------------------------------------------------------------------------------------------------------ narratives */

struct row_now { /* the row being read */
  gint64 row, report, author, source, line;
  gint32 day;
  const char *text;
};

static void facts_person(struct report_facts *facts, gint64 person) {
  if (!person) return;
  if (!facts->people) facts->people = g_array_new(FALSE, FALSE, sizeof(gint64));
  for (guint i = 0; i < facts->people->len; i++)
    if (g_array_index(facts->people, gint64, i) == person) return;
  g_array_append_val(facts->people, person);
}

static void person_found(gint64 person, void *data) { facts_person(data, person); }

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
    if (!facts->candidates) facts->candidates = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(facts->candidates, g_strdup(statement->value));
    break;
  case SAYS_SEARCH_DATE:
    if (!statement->value || !search_day(reader, statement->value, &day)) break;
    if (!facts->search_days) facts->search_days = g_array_new(FALSE, FALSE, sizeof(gint32));
    g_array_append_val(facts->search_days, day);
    break;
  default: break;
  }
}

static void statement_store(struct reader *reader, const struct row_now *now, const struct statement *statement, gint64 person) {
  g_autofree char *words = g_strndup(now->text + statement->start, statement->length);
  gint32 day;
  db_bind_int(reader->insert, 1, now->row);
  db_bind_text(reader->insert, 2, meaning_name(statement->meaning));
  db_bind_int(reader->insert, 3, (gint64)statement->start);
  db_bind_int(reader->insert, 4, (gint64)statement->length);
  db_bind_text(reader->insert, 5, words);
  db_bind_text(reader->insert, 6, statement->first_person ? "the author" : statement->value);
  if (person) db_bind_int(reader->insert, 7, person);
  if (statement->meaning == SAYS_SEARCH_DATE && statement->value && search_day(reader, statement->value, &day))
    db_bind_int(reader->insert, 8, day);
  db_step(reader->db, reader->insert);
  db_reset(reader->insert);
}

static void unevaluated_store(struct reader *reader, const struct row_now *now) {
  db_bind_text(reader->unevaluated, 1, "narrative");
  db_bind_int(reader->unevaluated, 2, now->source);
  db_bind_int(reader->unevaluated, 3, now->line);
  db_bind_text(reader->unevaluated, 4, "A pattern reached its limit on this narrative: read it by hand.");
  db_step(reader->db, reader->unevaluated);
  db_reset(reader->unevaluated);
}

static bool row_read(struct reader *reader, const struct row_now *now, bool in_case) {
  struct report_facts *facts = &reader->reports->at[now->report - 1];
  bool mentions = false;
  statements_clear(reader->statements);
  bool whole =
      narrative_read(reader->narrator, now->text, strlen(now->text), reader->known, in_case, reader->statements, &mentions);
  if (mentions && !in_case) facts->mention = true;
  if (!whole) {
    unevaluated_store(reader, now);
    return false;
  }
  bool use = false;
  for (guint i = 0; i < reader->statements->len; i++)
    use |= g_array_index(reader->statements, struct statement, i).meaning == SAYS_USE;
  if (!use && !in_case) {
    /* Only what bears on a use is kept; a denial is kept as the reason why this row is none. */
    for (guint i = 0; i < reader->statements->len; i++) {
      struct statement *statement = &g_array_index(reader->statements, struct statement, i);
      if (statement->meaning == SAYS_NOT_USED) statement_store(reader, now, statement, 0);
    }
    return false;
  }
  for (guint i = 0; i < reader->statements->len; i++) {
    struct statement *statement = &g_array_index(reader->statements, struct statement, i);
    gint64 person = statement->meaning != SAYS_SEARCHER ? 0
                    : statement->first_person           ? now->author
                                                        : roster_officer(reader->roster, statement->value, NULL, NULL);
    facts_note(reader, facts, statement, person);
    statement_store(reader, now, statement, person);
  }
  roster_named(reader->roster, now->text, person_found, facts);
  return use;
}

static struct row_now row_now(sqlite3_stmt *rows) {
  return (struct row_now){db_int(rows, 0), db_int(rows, 1),         db_int(rows, 2), db_int(rows, 4),
                          db_int(rows, 5), (gint32)db_int(rows, 3), db_text(rows, 6)};
}

static const char select_rows[] = "SELECT w.row, w.report, coalesce(w.author, 0), coalesce(w.day, 0), w.source, w.line, n.text"
                                  " FROM narrative n JOIN report_row w USING (row) WHERE NOT w.withheld & 16";

static void rows_scan(struct reader *reader) {
  sqlite3_stmt *rows = db_prepare(reader->db, select_rows);
  sqlite3_stmt *use = db_prepare(reader->db, "UPDATE report SET use_row = coalesce(use_row, ?) WHERE report = ?");
  gint64 all = db_value_int(reader->db, "SELECT count(*) FROM report_row"), done = 0;
  while (db_step(reader->db, rows)) {
    progress_show("reading narratives", (guint64)done++, (guint64)all);
    struct row_now now = row_now(rows);
    if (!row_read(reader, &now, false)) continue;
    db_bind_int(use, 1, now.row);
    db_bind_int(use, 2, now.report);
    db_step(reader->db, use);
    db_reset(use);
  }
  sqlite3_finalize(use);
  sqlite3_finalize(rows);
}

/* The other rows of a report that documents a use: results, corroboration and actions often stand in a supplement. */
static void rows_follow(struct reader *reader) {
  db_run(reader->db, "CREATE INDEX reading_row ON reading (row, meaning)");
  g_autofree char *sql = g_strconcat(select_rows,
                                     " AND w.report IN (SELECT report FROM report WHERE use_row NOT NULL)"
                                     " AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.row = w.row AND g.meaning = 'use')"
                                     " ORDER BY w.row",
                                     NULL);
  sqlite3_stmt *rows = db_prepare(reader->db, sql);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func(g_free);
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct row_now));
  while (db_step(reader->db, rows)) {
    struct row_now now = row_now(rows);
    now.text = g_strdup(now.text);
    g_ptr_array_add(held, (gpointer)now.text);
    g_array_append_val(all, now);
  }
  sqlite3_finalize(rows);
  db_run(reader->db, "DELETE FROM reading WHERE meaning = 'not used' AND row IN (SELECT w.row FROM report_row w JOIN report p "
                     "USING (report) WHERE p.use_row NOT NULL)"
                     " AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.row = reading.row AND g.meaning = 'use')");
  for (guint i = 0; i < all->len; i++) row_read(reader, &g_array_index(all, struct row_now, i), true);
  g_array_unref(all);
}

struct reports *reports_read(struct db *db, struct numbers *numbers, const struct roster *roster) {
  struct reports *reports = g_new0(struct reports, 1);
  struct reader reader = {.db = db, .numbers = numbers, .roster = roster, .reports = reports};
  reports->supplied = db_value_int(db, "SELECT count(*) FROM source WHERE kind = 'incident_reports'") > 0;
  reports->texts = g_string_chunk_new(64 * 1024);
  reader.shown = g_ptr_array_new();
  reader.officers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  times_enter("report numbers");
  formats_learn(db, numbers);
  rows_number(&reader);
  facts_load(&reader);
  g_ptr_array_unref(reader.shown);
  times_enter("compiling patterns");
  reader.narrator = narrator_new();
  reader.known = roster_known_names(db);
  reader.statements = g_array_new(FALSE, FALSE, sizeof(struct statement));
  g_autofree char *order = db_value_text(db, "SELECT date_order FROM source WHERE kind = 'incident_reports' LIMIT 1");
  reader.month_first = !order || !strstr(order, "day first");
  reader.insert = db_prepare(
      db, "INSERT INTO reading (row, meaning, start, length, words, value, person, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  reader.unevaluated = db_prepare(db, "INSERT INTO unevaluated VALUES (?, ?, ?, ?)");
  times_enter("reading narratives");
  rows_scan(&reader);
  rows_follow(&reader);
  db_run(
      db,
      "UPDATE report SET (first_day, last_day) = (SELECT min(day), max(day) FROM report_row w WHERE w.report = report.report)");
  sqlite3_finalize(reader.insert);
  sqlite3_finalize(reader.unevaluated);
  statements_clear(reader.statements);
  g_array_unref(reader.statements);
  g_hash_table_unref(reader.known);
  g_hash_table_unref(reader.officers);
  narrator_free(reader.narrator);
  return reports;
}

void reports_free(struct reports *reports) {
  for (gint64 i = 0; i < reports->count; i++) {
    struct report_facts *facts = &reports->at[i];
    if (facts->people) g_array_unref(facts->people);
    if (facts->search_days) g_array_unref(facts->search_days);
    if (facts->candidates) g_ptr_array_unref(facts->candidates);
  }
  g_array_unref(reports->rows);
  g_string_chunk_free(reports->texts);
  g_free(reports->at);
  g_free(reports);
}
