/* Compares the log's times, read as local time and as UTC, with its users' hours of duty; a person decides which is right. */
#include "ingest/kinds/log/clock.h"
#include "include/message.h"

enum { SEARCHES_MOST = 20000, SHIFT_LONGEST = 36 * 3600 };

/* Hours of duty of one account: seconds of local time, by their start; or minutes of the day where there is no schedule. */
struct hours {
  GArray *spans;
  int from, to;
};

struct span {
  gint64 start, end;
};

static void hours_free(gpointer data) {
  struct hours *hours = data;
  g_array_unref(hours->spans);
  g_free(hours);
}

static struct hours *hours_of(GHashTable *all, gint64 account) {
  struct hours *hours = g_hash_table_lookup(all, GSIZE_TO_POINTER(account));
  if (hours) return hours;
  hours = g_new0(struct hours, 1);
  hours->spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  g_hash_table_insert(all, GSIZE_TO_POINTER(account), hours);
  return hours;
}

static gint64 local_seconds(const struct zone *zone, gint64 at) { return at + (gint64)zone_offset(zone, at) * 60; }

/* The schedule names a user by account or by employee number. */
static GHashTable *hours_read(struct db *db, const struct zone *read_in) {
  GHashTable *all = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, hours_free);
  sqlite3_stmt *rows = db_prepare(
      db, "WITH known(key, account) AS (SELECT user_key, account FROM account UNION SELECT lower(p.employee_id), a.account"
          " FROM person p JOIN account a USING (user_key) WHERE p.employee_id <> '')"
          " SELECT k.account, s.start_at, s.end_at FROM shift s JOIN known k ON k.key = lower(trim(s.user_id)) WHERE s.on_duty "
          "ORDER BY s.start_at");
  while (db_step(db, rows)) {
    struct span span = {local_seconds(read_in, db_int(rows, 1)), local_seconds(read_in, db_int(rows, 2))};
    g_array_append_val(hours_of(all, db_int(rows, 0))->spans, span);
  }
  sqlite3_finalize(rows);
  rows = db_prepare(db, "SELECT a.account, p.shift_start, p.shift_end FROM person p JOIN account a USING (user_key)"
                        " WHERE p.shift_start NOT NULL AND p.shift_end NOT NULL AND p.shift_start <> p.shift_end");
  while (db_step(db, rows)) {
    struct hours *hours = hours_of(all, db_int(rows, 0));
    hours->from = (int)db_int(rows, 1), hours->to = (int)db_int(rows, 2);
  }
  sqlite3_finalize(rows);
  return all;
}

static bool hours_cover(const struct hours *hours, gint64 local) {
  if (!hours->spans->len) {
    int minute = (int)(local / 60 % 1440);
    return hours->from < hours->to ? minute >= hours->from && minute < hours->to : minute >= hours->from || minute < hours->to;
  }
  guint low = 0, high = hours->spans->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index(hours->spans, struct span, middle).start <= local) low = middle + 1;
    else high = middle;
  }
  while (low-- > 0) {
    struct span span = g_array_index(hours->spans, struct span, low);
    if (local < span.end) return true;
    if (local - span.start > SHIFT_LONGEST) return false;
  }
  return false;
}

struct clock_fit clock_fit(struct db *db, const struct zone *read_in, const char *zone_name, const struct zone *agency,
                           bool marked) {
  struct clock_fit fit = {0};
  g_autoptr(GHashTable) all = hours_read(db, read_in);
  sqlite3_stmt *rows = db_prepare(
      db,
      "SELECT e.account, e.at FROM event e JOIN source s USING (source) WHERE e.is_search AND e.at_doubt IS NOT 'no time of day'"
      " AND iif(?2, s.time_zone IN ('marked in the cells', 'UTC, by its header'), s.time_zone = ?1) ORDER BY e.event");
  db_bind_text(rows, 1, zone_name);
  db_bind_int(rows, 2, marked);
  while (g_hash_table_size(all) && fit.searches < SEARCHES_MOST && db_step(db, rows)) {
    const struct hours *hours = g_hash_table_lookup(all, GSIZE_TO_POINTER(db_int(rows, 0)));
    if (!hours) continue;
    gint64 at = db_int(rows, 1), written = local_seconds(read_in, at);
    fit.searches++;
    fit.as_local += hours_cover(hours, marked ? local_seconds(agency, at) : written);
    fit.as_utc += hours_cover(hours, local_seconds(agency, marked ? at : written));
  }
  sqlite3_finalize(rows);
  return fit;
}

/* In whole numbers: under 60 in 100 as local time, over 90 in 100 as UTC. */
bool clock_plain(const struct clock_fit *fit) {
  return fit->searches >= CLOCK_LEAST && fit->as_local * 10 < fit->searches * 6 && fit->as_utc * 10 > fit->searches * 9;
}

static bool zone_is_utc(const struct zone *zone) {
  gint64 winter = (gint64)day_number(2023, 1, 15) * 86400, summer = (gint64)day_number(2023, 7, 15) * 86400;
  return !zone_offset(zone, winter) && !zone_offset(zone, summer);
}

/* Where the times PLAINly look like UTC, no rule is to hold them against hours of duty. */
static void clock_note(struct db *db, const struct settings *settings, const char *note, bool plain) {
  sqlite3_stmt *to = db_prepare(db, "UPDATE source SET clock_doubt = ? WHERE kind = 'user_log' AND time_zone = ?");
  db_bind_int(to, 1, plain);
  db_bind_text(to, 2, settings->timezone);
  db_step(db, to);
  sqlite3_finalize(to);
  to = db_prepare(db, "INSERT INTO source_note (source, line, text, front) SELECT source, 0, ?, ? FROM source WHERE kind = "
                      "'user_log' AND time_zone = ? ORDER BY source");
  db_bind_text(to, 1, note);
  db_bind_int(to, 2, plain);
  db_bind_text(to, 3, settings->timezone);
  db_step(db, to);
  sqlite3_finalize(to);
  if (sqlite3_changes(db->handle)) say_note(g_array_index(settings->inputs, struct settings_input, 0).path, 0, "%s", note);
}

void clock_check(struct db *db, const struct settings *settings) {
  if (settings->log_zone || zone_is_utc(settings->zone)) return;
  struct clock_fit fit = clock_fit(db, settings->zone, settings->timezone, settings->zone, false);
  g_autofree char *note = NULL;
  if (clock_plain(&fit))
    note = g_strdup_printf(
        "The log's times state no zone and were read as %s: so read, %u of %u searches (%u %%) fall in their "
        "users' hours of duty;"
        " read as UTC, %u (%u %%) would. Hours of duty are not tested for them. If they are UTC, add to audit.ini: "
        "[log] timezone = UTC",
        settings->timezone, fit.as_local, fit.searches, fit.as_local * 100 / fit.searches, fit.as_utc,
        fit.as_utc * 100 / fit.searches);
  else if (!fit.searches)
    note = g_strdup_printf(
        "The log's times state no zone and were read as %s; there are no duty hours to show whether the system writes"
        " UTC: ask, and say so in audit.ini: [log] timezone = %s or UTC",
        settings->timezone, settings->timezone);
  if (note) clock_note(db, settings, note, clock_plain(&fit));
}
