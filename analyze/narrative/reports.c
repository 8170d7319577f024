/* Assembles reports from their rows. narratives.c reads what their narratives say. */
#include "analyze/narrative/reports.h"
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

enum { ROW, NUMBER, CAD, DAY, OFFICER, OFFICER_ID, OFFICER_WITHHELD, SUPERVISOR };

static gint32 officer_of(struct collector *collector, const char *words, const char *id) {
  if (!words && !id) return 0;
  GString *key = collector->officer;
  gpointer held;
  g_string_printf(key, "%s\n%s", words ? words : "", id ? id : "");
  if (g_hash_table_lookup_extended(collector->officers, key->str, NULL, &held)) return GPOINTER_TO_INT(held);
  gint32 person = (gint32)roster_officer(collector->roster, words, id, NULL);
  g_hash_table_insert(collector->officers, g_strdup(key->str), GINT_TO_POINTER(person));
  return person;
}

static struct report_row_facts row_facts(struct collector *collector, sqlite3_stmt *row) {
  return (struct report_row_facts){
      .row = (guint32)db_int(row, ROW),
      .author = db_int(row, OFFICER_WITHHELD) ? 0 : officer_of(collector, db_text(row, OFFICER), db_text(row, OFFICER_ID)),
      .supervisor = officer_of(collector, db_text(row, SUPERVISOR), db_text(row, SUPERVISOR)),
      .day = db_is_null(row, DAY) ? G_MININT32 : (gint32)db_int(row, DAY)};
}

static void rows_take(struct collector *collector) {
  sqlite3_stmt *row =
      db_prepare(collector->db,
                 "SELECT row, number, cad, day, officer, officer_id, officer_withheld, iif(supervisor_withheld, NULL, supervisor)"
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
  if (row->day == G_MININT32) return;
  facts->first_day = MIN(facts->first_day, row->day), facts->last_day = MAX(facts->last_day, row->day);
  reports->first_day = MIN(reports->first_day, row->day), reports->last_day = MAX(reports->last_day, row->day);
}

static void meaning_store(struct insert *to, const struct report_row_facts *row) {
  insert_int(to, 1, row->report);
  if (row->author) insert_int(to, 2, row->author);
  if (row->supervisor) insert_int(to, 3, row->supervisor);
  insert_row_as(to, row->row);
}

static void numbers_store(const struct collector *collector) {
  struct insert *to = insert_open(collector->db, "report", "number");
  for (gint64 i = 0; i < collector->reports->count; i++) {
    insert_text(to, 1, collector->reports->at[i].number);
    insert_row_as(to, i + 1);
  }
  insert_close(to);
}

static void rows_number(struct collector *collector) {
  struct reports *reports = collector->reports;
  struct insert *meanings = insert_open(collector->db, "row_meaning", "report, author, supervisor");
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
  reports->at = g_renew(struct report_facts, reports->at, (gsize)MAX(reports->count, 1));
  numbers_store(collector);
}

static void cads_add(struct collector *collector) {
  sqlite3_stmt *rows = db_prepare(collector->db, "SELECT cad FROM report_fact ORDER BY row");
  for (guint i = 0; db_step(collector->db, rows); i++)
    if (!db_is_null(rows, 0))
      numbers_add_cad(collector->numbers, db_text(rows, 0),
                      g_array_index(collector->reports->rows, struct report_row_facts, i).report);
  sqlite3_finalize(rows);
}

static int row_compare(gconstpointer a, gconstpointer b) {
  const struct report_row_facts *x = a, *y = b;
  if (x->report != y->report) return x->report < y->report ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void rows_group(struct reports *reports) {
  guint first = 0;
  for (gint64 i = 0; i < reports->count; i++) reports->at[i].first_row = first, first += reports->at[i].rows;
  g_array_sort(reports->rows, row_compare);
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
  g_free(reports->at);
  g_free(reports);
}
