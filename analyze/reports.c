/* Reports put together from their rows. What their narratives say is read in readings.c. */
#include "reports.h"
#include "audit.h"
#include "text.h"
#include "times.h"
#include <string.h>

struct collector {
  struct db *db;
  struct numbers *numbers;
  const struct roster *roster;
  struct reports *reports;
  GHashTable *by_key;   /* numbers in no format of the agency's -> report id */
  GHashTable *officers; /* "words\nid" -> person, each distinct officer matched once */
  GPtrArray *shown;     /* numbers of reports, in reports->texts */
  GArray *row_reports;  /* of guint32: the report of each row */
};

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

static gint64 officer_of(struct collector *collector, const char *words, const char *id) {
  if (!words && !id) return 0;
  g_autofree char *key = g_strdup_printf("%s\n%s", words ? words : "", id ? id : "");
  gpointer held;
  if (g_hash_table_lookup_extended(collector->officers, key, NULL, &held)) return (gint64)GPOINTER_TO_SIZE(held);
  gint64 person = roster_officer(collector->roster, words, id, NULL);
  g_hash_table_insert(collector->officers, g_steal_pointer(&key), GSIZE_TO_POINTER(person));
  return person;
}

static gint64 report_of(struct collector *collector, const char *text) {
  g_autofree char *supplement = NULL, *key = NULL;
  gint64 report = numbers_find(collector->numbers, text, &supplement, &key);
  if (key) report = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(collector->by_key, key));
  if (report) return report;
  report = ++collector->reports->count;
  g_autofree char *shown = number_shown(text, supplement);
  g_ptr_array_add(collector->shown, g_string_chunk_insert(collector->reports->texts, shown));
  numbers_add(collector->numbers, text, report);
  if (key) g_hash_table_insert(collector->by_key, g_steal_pointer(&key), GSIZE_TO_POINTER(report));
  return report;
}

static void rows_number(struct collector *collector) {
  struct db *db = collector->db;
  sqlite3_stmt *set = db_prepare(db, "UPDATE report_row SET report = ?, author = ? WHERE row = ?");
  sqlite3_stmt *rows = db_prepare(db, "SELECT row, number, cad, officer, officer_id, withheld, day FROM report_row ORDER BY row");
  while (db_step(db, rows)) {
    guint32 report = (guint32)report_of(collector, db_text(rows, 1));
    if (!db_is_null(rows, 2)) numbers_add_cad(collector->numbers, db_text(rows, 2), report);
    bool withheld = db_int(rows, 5) & 2;
    gint64 author = withheld ? 0 : officer_of(collector, db_text(rows, 3), db_text(rows, 4));
    struct report_row_facts row = {(guint32)db_int(rows, 0), (gint32)author,
                                   db_is_null(rows, 6) ? G_MININT32 : (gint32)db_int(rows, 6), false};
    g_array_append_val(collector->row_reports, report);
    g_array_append_val(collector->reports->rows, row);
    db_bind_int(set, 1, report);
    if (author) db_bind_int(set, 2, author);
    db_bind_int(set, 3, row.row);
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
}

static void facts_begin(struct collector *collector) {
  struct reports *reports = collector->reports;
  reports->at = g_new0(struct report_facts, (gsize)MAX(reports->count, 1));
  for (gint64 i = 0; i < reports->count; i++)
    reports->at[i] = (struct report_facts){.number = collector->shown->pdata[i], .first_day = G_MAXINT32, .last_day = G_MININT32};
}

static void facts_date(struct reports *reports, struct report_facts *facts, gint32 day) {
  if (day == G_MININT32) return;
  facts->first_day = MIN(facts->first_day, day), facts->last_day = MAX(facts->last_day, day);
  reports->first_day = MIN(reports->first_day, day), reports->last_day = MAX(reports->last_day, day);
}

/* The rows of a report together, in their order. */
static void rows_group(struct collector *collector) {
  struct reports *reports = collector->reports;
  const guint32 *of = (const guint32 *)(const void *)collector->row_reports->data;
  guint count = reports->rows->len, first = 0;
  for (guint i = 0; i < count; i++) reports->at[of[i] - 1].rows++;
  for (gint64 i = 0; i < reports->count; i++) reports->at[i].first_row = first, first += reports->at[i].rows;
  GArray *grouped = g_array_sized_new(FALSE, FALSE, sizeof(struct report_row_facts), count);
  g_array_set_size(grouped, count);
  for (gint64 i = 0; i < reports->count; i++) reports->at[i].rows = 0;
  for (guint i = 0; i < count; i++) {
    struct report_facts *facts = &reports->at[of[i] - 1];
    struct report_row_facts row = g_array_index(reports->rows, struct report_row_facts, i);
    g_array_index(grouped, struct report_row_facts, facts->first_row + facts->rows++) = row;
    facts_date(reports, facts, row.day);
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
                                .by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                .officers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                .shown = g_ptr_array_new(),
                                .row_reports = g_array_new(FALSE, FALSE, sizeof(guint32))};
  times_enter("report numbers");
  formats_learn(db, numbers);
  rows_number(&collector);
  g_hash_table_unref(collector.by_key);
  g_hash_table_unref(collector.officers);
  facts_begin(&collector);
  rows_group(&collector);
  g_ptr_array_unref(collector.shown);
  g_array_unref(collector.row_reports);
  db_run(db, "CREATE INDEX report_row_report ON report_row (report)");
  return reports;
}

void reports_store(struct db *db, const struct reports *reports) {
  sqlite3_stmt *insert =
      db_prepare(db, "INSERT INTO report (report, number, first_day, last_day, use_row) VALUES (?, ?, ?, ?, ?)");
  for (gint64 i = 0; i < reports->count; i++) {
    const struct report_facts *facts = &reports->at[i];
    db_bind_int(insert, 1, i + 1);
    db_bind_text(insert, 2, facts->number);
    if (facts->first_day <= facts->last_day) db_bind_int(insert, 3, facts->first_day), db_bind_int(insert, 4, facts->last_day);
    if (facts->use_row) db_bind_int(insert, 5, facts->use_row);
    db_step(db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
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
