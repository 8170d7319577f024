/* Reports put together from their rows. What their narratives say is read in readings.c. */
#include "analyze/link/reports.h"
#include "include/audit.h"
#include "include/text.h"
#include "include/timing.h"
#include <string.h>

struct collector {
  struct db *db;
  struct numbers *numbers;
  const struct roster *roster;
  struct reports *reports;
  GHashTable *officers; /* "words\nid" -> person, each distinct officer matched once */
  GString *officer;     /* such a key, while it is looked up */
  GPtrArray *written;   /* the number of each row, in reports->texts */
  bool cads;            /* a row has a CAD event number */
};

enum { ROW, NUMBER, CAD, DAY, OFFICER, OFFICER_ID, TYPE, NARRATED, WITHHELD };

static gint32 officer_of(struct collector *collector, sqlite3_stmt *row) {
  const char *words = db_text(row, OFFICER), *id = db_text(row, OFFICER_ID);
  if (!words && !id) return 0;
  GString *key = collector->officer;
  gpointer held;
  g_string_printf(key, "%s\n%s", words ? words : "", id ? id : "");
  if (g_hash_table_lookup_extended(collector->officers, key->str, NULL, &held)) return GPOINTER_TO_INT(held);
  gint32 person = (gint32)roster_officer(collector->roster, words, id, NULL);
  g_hash_table_insert(collector->officers, g_strdup(key->str), GINT_TO_POINTER(person));
  return person;
}

/* A cell that says something, blanks apart. */
static bool text_stated(sqlite3_stmt *row, int column) {
  const char *text = db_text(row, column);
  return text && text[strspn(text, " ")];
}

static struct report_row_facts row_facts(struct collector *collector, sqlite3_stmt *row) {
  gint64 withheld = db_int(row, WITHHELD);
  return (struct report_row_facts){.row = (guint32)db_int(row, ROW),
                                   .author = withheld & 2 ? 0 : officer_of(collector, row),
                                   .day = db_is_null(row, DAY) ? G_MININT32 : (gint32)db_int(row, DAY),
                                   .authored = db_is_null(row, OFFICER) || withheld & 2 || text_stated(row, OFFICER) ||
                                               text_stated(row, OFFICER_ID),
                                   .typed = db_is_null(row, TYPE) || text_stated(row, TYPE),
                                   .unread = db_is_null(row, NARRATED) || withheld & 16,
                                   .hidden = (withheld & 16) != 0};
}

static void rows_take(struct collector *collector) {
  sqlite3_stmt *row = db_prepare(collector->db, "SELECT row, number, cad, day, officer, officer_id, type, narrated, withheld"
                                                " FROM report_fact ORDER BY row");
  while (db_step(collector->db, row)) {
    struct report_row_facts facts = row_facts(collector, row);
    char *number = g_string_chunk_insert(collector->reports->texts, db_text(row, NUMBER));
    g_array_append_val(collector->reports->rows, facts);
    g_ptr_array_add(collector->written, number);
    numbers_learn(collector->numbers, number, facts.day);
    collector->cads |= !db_is_null(row, CAD);
  }
  sqlite3_finalize(row);
  numbers_settle(collector->numbers);
}

/* A report is shown by its number without the supplement's suffix: "23-000123A" -> "23-000123". */
static void number_trim(char *text, struct span supplement) {
  gsize length = supplement.start;
  g_autofree char *rest = supplement.length ? text_trim(g_strdup(text + length + supplement.length)) : NULL;
  while (rest && !*rest && length && strchr("-_/. ", text[length - 1])) length--;
  if (rest && !*rest) text[length] = 0;
  text_trim(text);
}

static void report_begin(struct collector *collector, char *number, struct span supplement) {
  struct reports *reports = collector->reports;
  number_trim(number, supplement);
  reports->at[reports->count++] = (struct report_facts){.number = number, .first_day = G_MAXINT32, .last_day = G_MININT32};
}

static void row_join(struct reports *reports, const struct report_row_facts *row) {
  struct report_facts *facts = &reports->at[row->report - 1];
  if (!facts->rows++) facts->author = row->author;
  facts->typed |= row->typed, facts->unread |= row->unread;
  if (row->day == G_MININT32) return;
  facts->first_day = MIN(facts->first_day, row->day), facts->last_day = MAX(facts->last_day, row->day);
  reports->first_day = MIN(reports->first_day, row->day), reports->last_day = MAX(reports->last_day, row->day);
}

static void meaning_store(struct insert *table, const struct report_row_facts *row) {
  insert_int(table, 1, row->report);
  if (row->author) insert_int(table, 2, row->author);
  insert_row_as(table, row->row);
}

static void rows_number(struct collector *collector) {
  struct reports *reports = collector->reports;
  struct insert *meanings = insert_open(collector->db, "row_meaning", "report, author");
  reports->at = g_new(struct report_facts, MAX(reports->rows->len, 1));
  for (guint i = 0; i < reports->rows->len; i++) {
    struct report_row_facts *row = &g_array_index(reports->rows, struct report_row_facts, i);
    struct span supplement;
    row->report = numbers_enter(collector->numbers, collector->written->pdata[i], (guint32)reports->count + 1, &supplement);
    if (row->report > reports->count) report_begin(collector, collector->written->pdata[i], supplement);
    row_join(reports, row);
    meaning_store(meanings, row);
  }
  insert_close(meanings);
  db_run(collector->db, "CREATE INDEX row_meaning_report ON row_meaning (report)");
  reports->at = g_renew(struct report_facts, reports->at, MAX(reports->count, 1));
}

static void cads_add(struct collector *collector) {
  sqlite3_stmt *rows = db_prepare(collector->db, "SELECT cad FROM report_fact ORDER BY row");
  for (guint i = 0; db_step(collector->db, rows); i++)
    if (!db_is_null(rows, 0))
      numbers_add_cad(collector->numbers, db_text(rows, 0),
                      g_array_index(collector->reports->rows, struct report_row_facts, i).report);
  sqlite3_finalize(rows);
}

/* The rows of a report together, in their order. */
static void rows_group(struct reports *reports) {
  guint count = reports->rows->len, first = 0;
  for (gint64 i = 0; i < reports->count; i++) reports->at[i].first_row = first, first += reports->at[i].rows;
  if (count == reports->count) return; /* each has one */
  GArray *grouped = g_array_sized_new(FALSE, FALSE, sizeof(struct report_row_facts), count);
  g_array_set_size(grouped, count);
  reports->places = g_new(guint32, count);
  for (gint64 i = 0; i < reports->count; i++) reports->at[i].rows = 0;
  for (guint i = 0; i < count; i++) {
    const struct report_row_facts *row = &g_array_index(reports->rows, struct report_row_facts, i);
    struct report_facts *facts = &reports->at[row->report - 1];
    reports->places[i] = facts->first_row + facts->rows++;
    g_array_index(grouped, struct report_row_facts, reports->places[i]) = *row;
  }
  g_array_unref(reports->rows);
  reports->rows = grouped;
}

struct reports *reports_collect(struct db *db, struct numbers *numbers, const struct roster *roster) {
  struct reports *reports = g_new0(struct reports, 1);
  reports->supplied = db_value_int(db, "SELECT count(*) FROM source WHERE kind = 'incident_reports'") > 0;
  reports->texts = g_string_chunk_new(64 * 1024);
  reports->rows = g_array_new(FALSE, FALSE, sizeof(struct report_row_facts));
  reports->first_day = G_MAXINT32, reports->last_day = G_MININT32;
  struct collector collector = {.db = db,
                                .numbers = numbers,
                                .roster = roster,
                                .reports = reports,
                                .officers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                .officer = g_string_new(NULL),
                                .written = g_ptr_array_new()};
  times_enter("report numbers");
  rows_take(&collector);
  rows_number(&collector);
  if (collector.cads) cads_add(&collector);
  rows_group(reports);
  g_hash_table_unref(collector.officers);
  g_string_free(collector.officer, TRUE);
  g_ptr_array_unref(collector.written);
  return reports;
}

static void facts_put(struct insert *to, const struct report_facts *facts) {
  bool documented = facts->use_row && (facts->used || facts->searches);
  const gint64 says[] = {documented,      facts->candidate, facts->named,        facts->no_candidate,
                         facts->searcher, facts->reason,    facts->corroborated, facts->searches,
                         facts->exported, facts->selected,  facts->withheld};
  insert_text(to, 1, facts->number);
  if (facts->first_day <= facts->last_day) insert_int(to, 2, facts->first_day), insert_int(to, 3, facts->last_day);
  insert_int(to, 4, facts->rows);
  insert_int(to, 5, facts->typed);
  insert_int(to, 6, facts->unread);
  if (facts->use_row) insert_int(to, 7, facts->use_row);
  if (facts->dated_row) insert_int(to, 8, facts->dated_row);
  if (facts->account) insert_int(to, 9, facts->account);
  for (guint i = 0; i < G_N_ELEMENTS(says); i++) insert_int(to, 10 + i, says[i]);
}

void reports_store(struct db *db, const struct reports *reports) {
  struct insert *to =
      insert_open(db, "report",
                  "number, first_day, last_day, rows, typed, unread, use_row, dated_row, account, documented, candidate, "
                  "named, no_candidate, searcher, reason, corroborated, searches, exported, selected, withheld");
  for (gint64 i = 0; i < reports->count; i++) {
    facts_put(to, &reports->at[i]);
    insert_row(to);
  }
  insert_close(to);
}

static void said_free(struct report_said *said) {
  if (!said) return;
  if (said->people) g_array_unref(said->people);
  if (said->search_days) g_array_unref(said->search_days);
  if (said->candidates) g_ptr_array_unref(said->candidates);
  g_free(said);
}

void reports_free(struct reports *reports) {
  for (gint64 i = 0; i < reports->count; i++) said_free(reports->at[i].said);
  g_array_unref(reports->rows);
  g_string_chunk_free(reports->texts);
  g_free(reports->places);
  g_free(reports->at);
  g_free(reports);
}
