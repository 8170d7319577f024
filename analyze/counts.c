/* Goes once over all events in brief and keeps the counts that reports show; what they say of them is the sections' own. */
#include "counts.h"
#include "assets.h"
#include "audit.h"
#include <string.h>

struct day {
  gint64 rows, searches, linked, documented;
};

struct account {
  gint64 searches, linked, documented, first, last; /* first and last are events; 0: none */
  struct moment {
    gint64 local, ms, offset;
  } earliest, latest;
};

/* Days that an account's user belongs to one unit. */
struct span {
  gint64 account, first, last;
  gint64 *searches; /* of the unit */
};

struct counts {
  struct db *db;
  GHashTable *days;                       /* by twice the day and whether it is in the period */
  GArray *accounts;                       /* by number */
  GHashTable *purposes, *orphans, *units; /* text to searches; "" is no text */
  GArray *spans;                          /* by account, then day */
  GArray *span_first;                     /* by account: the first of its spans */
  gint64 hours[7][24];
};

enum { DAY, MINUTE, AT, AT_MS, IS_SEARCH, IN_PERIOD, ACCOUNT, PURPOSE, REPORT, USE_ROW, ORPHAN, EVENT };

static const char rows_sql[] = "SELECT v.day, v.minute, v.at, v.at_ms, v.is_search, v.in_period, v.account, v.purpose, v.report, "
                               "v.use_row, n.orphan_kind, v.event"
                               "  FROM event_brief v LEFT JOIN session n ON v.report IS NULL AND n.session = v.session";

/* The counter of NAME, which may be NULL. */
static gint64 *named(GHashTable *counters, const char *name) {
  gint64 *counter = g_hash_table_lookup(counters, name ? name : "");
  if (counter) return counter;
  counter = g_new0(gint64, 1);
  g_hash_table_insert(counters, g_strdup(name ? name : ""), counter);
  return counter;
}

static struct day *day_of(struct counts *counts, gint64 day, bool in_period) {
  gpointer key = GINT_TO_POINTER((gint)(day * 2 + in_period));
  struct day *found = g_hash_table_lookup(counts->days, key);
  if (!found) g_hash_table_insert(counts->days, key, found = g_new0(struct day, 1));
  return found;
}

static struct account *account_of(struct counts *counts, gint64 account) {
  if (account >= counts->accounts->len) g_array_set_size(counts->accounts, (guint)account + 1);
  return &g_array_index(counts->accounts, struct account, account);
}

/* As their texts in local time stand in order: by second, thousandth, offset. */
static bool moment_before(const struct moment *a, const struct moment *b) {
  if (a->local != b->local) return a->local < b->local;
  return a->ms != b->ms ? a->ms < b->ms : ABS(a->offset) < ABS(b->offset);
}

static void account_add(struct account *account, sqlite3_stmt *row, bool linked, bool documented) {
  gint64 at = db_int(row, AT), local = db_int(row, DAY) * 86400 + db_int(row, MINUTE) * 60 + ((at % 60) + 60) % 60;
  struct moment moment = {local, db_int(row, AT_MS), local - at};
  account->searches++;
  account->linked += linked;
  account->documented += documented;
  if (!account->first || moment_before(&moment, &account->earliest))
    account->first = db_int(row, EVENT), account->earliest = moment;
  if (!account->last || moment_before(&account->latest, &moment)) account->last = db_int(row, EVENT), account->latest = moment;
}

static void unit_add(struct counts *counts, gint64 account, gint64 day) {
  if (account >= counts->span_first->len) return;
  for (guint i = g_array_index(counts->span_first, guint, account); i < counts->spans->len; i++) {
    struct span *span = &g_array_index(counts->spans, struct span, i);
    if (span->account != account) return;
    if (span->first <= day && day <= span->last) ++*span->searches;
  }
}

static void row_add(struct counts *counts, sqlite3_stmt *row) {
  bool search = db_int(row, IS_SEARCH), inside = db_int(row, IN_PERIOD);
  bool linked = !db_is_null(row, REPORT), documented = !db_is_null(row, USE_ROW);
  gint64 account = db_int(row, ACCOUNT), date = db_int(row, DAY);
  struct day *day = day_of(counts, date, inside);
  day->rows++;
  if (!search) return;
  day->searches++;
  day->linked += linked;
  day->documented += documented;
  if (!inside) return;
  account_add(account_of(counts, account), row, linked, documented);
  unit_add(counts, account, date);
  counts->hours[((date + 4) % 7 + 7) % 7][CLAMP(db_int(row, MINUTE) / 60, 0, 23)]++; /* 1970-01-01 was a Thursday */
  ++*named(counts->purposes, db_text(row, PURPOSE));
  if (!linked) ++*named(counts->orphans, db_text(row, ORPHAN));
}

/* ------------------------------------------------------------------------------------------------------------- units */

static void spans_read(struct counts *counts) {
  sqlite3_stmt *row = db_prepare(counts->db, asset_text("analyze/units.sql"));
  while (db_step(counts->db, row)) {
    struct span span = {db_int(row, 0), db_int(row, 1), db_int(row, 2), named(counts->units, db_text(row, 3))};
    guint at = counts->spans->len;
    while (counts->span_first->len <= span.account) g_array_append_val(counts->span_first, at);
    g_array_append_val(counts->spans, span);
  }
  sqlite3_finalize(row);
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
  sqlite3_stmt *to = db_prepare(counts->db, "INSERT INTO account_brief VALUES (?, ?, ?, ?, ?, ?)");
  for (guint i = 0; i < counts->accounts->len; i++) {
    const struct account *one = &g_array_index(counts->accounts, struct account, i);
    const gint64 values[] = {i, one->searches, one->linked, one->documented, one->first, one->last};
    if (one->searches) row_store(counts->db, to, values, G_N_ELEMENTS(values));
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

static void hours_store(struct counts *counts) {
  for (int day = 0; day < 7; day++)
    for (int hour = 0; hour < 24; hour++) {
      g_autofree char *name = g_strdup_printf("%d-%02d", day, hour);
      if (counts->hours[day][hour]) tally_store(counts, "hour", name, counts->hours[day][hour]);
    }
}

void counts_make(struct db *db) {
  struct counts counts = {.db = db,
                          .days = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                          .accounts = g_array_new(FALSE, TRUE, sizeof(struct account)),
                          .purposes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                          .orphans = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                          .units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                          .spans = g_array_new(FALSE, FALSE, sizeof(struct span)),
                          .span_first = g_array_new(FALSE, FALSE, sizeof(guint))};
  db_run(db, "DELETE FROM day_brief; DELETE FROM account_brief; DELETE FROM tally");
  spans_read(&counts);
  sqlite3_stmt *rows = db_prepare(db, rows_sql);
  while (db_step(db, rows)) row_add(&counts, rows);
  sqlite3_finalize(rows);
  days_store(&counts);
  accounts_store(&counts);
  hours_store(&counts);
  names_store(&counts, "purpose", counts.purposes);
  names_store(&counts, "orphan", counts.orphans);
  names_store(&counts, "unit", counts.units);
  db_run(db, asset_text("analyze/counts.sql"));
  g_hash_table_unref(counts.days);
  g_array_unref(counts.accounts);
  g_hash_table_unref(counts.purposes);
  g_hash_table_unref(counts.orphans);
  g_hash_table_unref(counts.units);
  g_array_unref(counts.spans);
  g_array_unref(counts.span_first);
}
