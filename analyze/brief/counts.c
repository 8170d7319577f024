/* Keeps the counts that reports show, row by row of the log; what they say of them is the sections' own. */
#include "analyze/brief/counts.h"
#include "include/assets.h"
#include <string.h>

struct day {
  gint64 rows, searches, linked, documented;
};

struct account {
  gint64 rows, searches, linked, documented, first, last; /* first and last are events; 0: none */
  gint64 timed, candidates;                               /* searches with a time of day; that state a candidate */
  bool workstation;
  struct moment {
    gint64 local, ms, offset;
  } earliest, latest;
};

/* Days that an account's user belongs to one unit. */
struct stay {
  gint64 account, first, last;
  gint64 *searches; /* of the unit */
};

struct counts {
  struct db *db;
  GHashTable *days; /* by twice the day and whether it is in the period */
  struct day *day;  /* of the row before */
  gint64 day_key;
  GArray *accounts;             /* by number */
  GHashTable *purposes, *units; /* text to searches; "" is no text */
  GPtrArray *reasons;           /* by number: the counter of its purpose */
  GArray *spans;                /* by account, then day */
  GArray *span_first;           /* by account: the first of its spans */
  gint64 orphans[ORPHAN_KINDS + 1];
  gint64 hours[7][24];
};

/* The counter of NAME, which may be NULL. */
static gint64 *named(GHashTable *counters, const char *name) {
  gint64 *counter = g_hash_table_lookup(counters, name ? name : "");
  if (counter) return counter;
  counter = g_new0(gint64, 1);
  g_hash_table_insert(counters, g_strdup(name ? name : ""), counter);
  return counter;
}

static struct day *day_of(struct counts *counts, gint64 day, bool in_period) {
  gint64 key = day * 2 + in_period;
  if (counts->day && counts->day_key == key) return counts->day;
  struct day *found = g_hash_table_lookup(counts->days, GINT_TO_POINTER((gint)key));
  if (!found) g_hash_table_insert(counts->days, GINT_TO_POINTER((gint)key), found = g_new0(struct day, 1));
  counts->day_key = key;
  return counts->day = found;
}

static struct account *account_of(struct counts *counts, guint32 account) {
  if (account >= counts->accounts->len) g_array_set_size(counts->accounts, account + 1);
  return &g_array_index(counts->accounts, struct account, account);
}

/* As their texts in local time stand in order: by second, thousandth, offset. */
static bool moment_before(const struct moment *a, const struct moment *b) {
  if (a->local != b->local) return a->local < b->local;
  return a->ms != b->ms ? a->ms < b->ms : ABS(a->offset) < ABS(b->offset);
}

static void account_add(struct account *account, const struct log_row *row, const struct search_fate *fate) {
  gint64 local = (gint64)row->day * 86400 + log_row_minute(row) * 60 + ((row->at % 60) + 60) % 60;
  struct moment moment = {local, row->at_ms, local - row->at};
  account->searches++;
  account->linked += fate->linked;
  account->documented += fate->documented;
  account->timed += !row->at_doubt || strcmp(row->at_doubt, "no time of day") != 0;
  account->candidates += row->candidate == CANDIDATE_STATED;
  if (!account->first || moment_before(&moment, &account->earliest)) account->first = row->event, account->earliest = moment;
  if (!account->last || moment_before(&account->latest, &moment)) account->last = row->event, account->latest = moment;
}

static void unit_add(struct counts *counts, guint32 account, gint64 day) {
  if (account >= counts->span_first->len) return;
  for (guint i = g_array_index(counts->span_first, guint, account); i < counts->spans->len; i++) {
    struct stay *span = &g_array_index(counts->spans, struct stay, i);
    if (span->account != account) return;
    if (span->first <= day && day <= span->last) ++*span->searches;
  }
}

void counts_add(struct counts *counts, const struct log_row *row, const struct search_fate *fate) {
  struct day *day = day_of(counts, row->day, row->in_period);
  day->rows++;
  if (row->in_period) {
    struct account *account = account_of(counts, row->account);
    account->rows++;
    account->workstation |= row->workstation;
    if (row->is_search) account_add(account, row, fate);
  }
  if (!row->is_search) return;
  day->searches++;
  day->linked += fate->linked;
  day->documented += fate->documented;
  if (!row->in_period) return;
  unit_add(counts, row->account, row->day);
  counts->hours[((row->day + 4) % 7 + 7) % 7][CLAMP(log_row_minute(row) / 60, 0, 23)]++; /* 1970-01-01 was a Thursday */
  ++*(gint64 *)counts->reasons->pdata[row->reason];
  if (!fate->linked) counts->orphans[fate->orphan]++;
}

/* ------------------------------------------------------------------------------------------------------------- units */

static void spans_read(struct counts *counts) {
  sqlite3_stmt *row = db_prepare(counts->db, asset_text("analyze/brief/units.sql"));
  while (db_step(counts->db, row)) {
    struct stay span = {db_int(row, 0), db_int(row, 1), db_int(row, 2), named(counts->units, db_text(row, 3))};
    guint at = counts->spans->len;
    while (counts->span_first->len <= span.account) g_array_append_val(counts->span_first, at);
    g_array_append_val(counts->spans, span);
  }
  sqlite3_finalize(row);
}

static void reasons_read(struct counts *counts) {
  counts->reasons = g_ptr_array_new();
  g_ptr_array_add(counts->reasons, named(counts->purposes, NULL));
  sqlite3_stmt *rows = db_prepare(counts->db, "SELECT reason, purpose FROM reason");
  while (db_step(counts->db, rows)) {
    if ((gint64)counts->reasons->len <= db_int(rows, 0)) g_ptr_array_set_size(counts->reasons, (gint)db_int(rows, 0) + 1);
    counts->reasons->pdata[db_int(rows, 0)] = named(counts->purposes, db_text(rows, 1));
  }
  sqlite3_finalize(rows);
}

/* ----------------------------------------------------------------------------------------------------------- storing */

static void row_store(struct db *db, sqlite3_stmt *to, const gint64 *values, int count) {
  for (int i = 0; i < count; i++) db_bind_int(to, i + 1, values[i]);
  db_step(db, to);
  db_reset(to);
}

static int key_compare(gconstpointer a, gconstpointer b) { return GPOINTER_TO_INT(a) - GPOINTER_TO_INT(b); }

static void days_store(struct counts *counts) {
  sqlite3_stmt *to = db_prepare(counts->db, "INSERT INTO day_brief VALUES (?, ?, ?, ?, ?, ?)");
  g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(counts->days), key_compare);
  for (GList *at = keys; at; at = at->next) {
    const struct day *day = g_hash_table_lookup(counts->days, at->data);
    gint key = GPOINTER_TO_INT(at->data), inside = key & 1;
    const gint64 values[] = {(key - inside) / 2, inside, day->rows, day->searches, day->linked, day->documented};
    row_store(counts->db, to, values, G_N_ELEMENTS(values));
  }
  sqlite3_finalize(to);
}

static void accounts_store(struct counts *counts) {
  sqlite3_stmt *to = db_prepare(counts->db, "INSERT INTO account_activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (guint i = 0; i < counts->accounts->len; i++) {
    const struct account *one = &g_array_index(counts->accounts, struct account, i);
    const gint64 values[] = {i,         one->searches,    one->linked, one->documented, one->first,
                             one->last, one->workstation, one->rows,   one->timed,      one->candidates};
    if (one->rows) row_store(counts->db, to, values, G_N_ELEMENTS(values));
  }
  sqlite3_finalize(to);
}

static void tally_store(struct counts *counts, const char *what, const char *name, gint64 searches) {
  sqlite3_stmt *to = db_prepare(counts->db, "INSERT INTO tally VALUES (?, nullif(?, ''), ?)");
  db_bind_text(to, 1, what);
  db_bind_text(to, 2, name);
  db_bind_int(to, 3, searches);
  db_step(counts->db, to);
  sqlite3_finalize(to);
}

static void names_store(struct counts *counts, const char *what, GHashTable *counters) {
  g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(counters), (GCompareFunc)strcmp);
  for (GList *at = names; at; at = at->next) {
    gint64 searches = *(gint64 *)g_hash_table_lookup(counters, at->data);
    if (searches) tally_store(counts, what, at->data, searches);
  }
}

static void orphans_store(struct counts *counts) {
  for (guint kind = 0; kind <= ORPHAN_KINDS; kind++)
    if (counts->orphans[kind]) tally_store(counts, "orphan", orphan_name(kind), counts->orphans[kind]);
}

static void hours_store(struct counts *counts) {
  for (int day = 0; day < 7; day++)
    for (int hour = 0; hour < 24; hour++) {
      g_autofree char *name = g_strdup_printf("%d-%02d", day, hour);
      if (counts->hours[day][hour]) tally_store(counts, "hour", name, counts->hours[day][hour]);
    }
}

struct counts *counts_begin(struct db *db) {
  struct counts *counts = g_new0(struct counts, 1);
  *counts = (struct counts){.db = db,
                            .days = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                            .accounts = g_array_new(FALSE, TRUE, sizeof(struct account)),
                            .purposes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                            .units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                            .spans = g_array_new(FALSE, FALSE, sizeof(struct stay)),
                            .span_first = g_array_new(FALSE, FALSE, sizeof(guint))};
  spans_read(counts);
  reasons_read(counts);
  return counts;
}

void counts_end(struct counts *counts) {
  days_store(counts);
  accounts_store(counts);
  hours_store(counts);
  names_store(counts, "purpose", counts->purposes);
  orphans_store(counts);
  names_store(counts, "unit", counts->units);
  g_hash_table_unref(counts->days);
  g_array_unref(counts->accounts);
  g_hash_table_unref(counts->purposes);
  g_ptr_array_unref(counts->reasons);
  g_hash_table_unref(counts->units);
  g_array_unref(counts->spans);
  g_array_unref(counts->span_first);
  g_free(counts);
}

/* ------------------------------------------------------------------------------------------------- what findings tell */

enum { LACKS = 32 }; /* sets of elements, view lack */

static void lacking_store(struct counts *counts, const gint64 *reports) {
  sqlite3_stmt *rows = db_prepare(counts->db, "SELECT bits, detail FROM lack ORDER BY detail");
  while (db_step(counts->db, rows)) {
    gint64 count = reports[db_int(rows, 0) % LACKS];
    if (count) tally_store(counts, "lacking", db_text(rows, 1), count);
  }
  sqlite3_finalize(rows);
}

/* The steps of documentation: what reports lack counts where the rule about it could be tested. */
void counts_finish(struct db *db) {
  struct counts counts = {.db = db};
  gint64 reports[LACKS] = {0}, incomplete = 0, silent[2] = {0, 0};
  bool tested = db_value_int(db, "SELECT EXISTS (SELECT 1 FROM rule WHERE rule = 'incomplete-report' AND exceptions)");
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT documented AND NOT unread AND lacks, lacks, searches, use_row, unread FROM report_brief");
  while (db_step(db, rows)) {
    bool lacking = tested && db_int(rows, 0), silence = db_is_null(rows, 3);
    if (lacking) reports[db_int(rows, 1) % LACKS]++;
    if (lacking && !silence) incomplete += db_int(rows, 2);
    if (silence) silent[db_int(rows, 4) != 0] += db_int(rows, 2);
  }
  sqlite3_finalize(rows);
  lacking_store(&counts, reports);
  tally_store(&counts, "incomplete", NULL, incomplete);
  if (silent[0]) tally_store(&counts, "silent", NULL, silent[0]);
  if (silent[1]) tally_store(&counts, "unread", NULL, silent[1]);
}
