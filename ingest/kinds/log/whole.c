/* The user log as a whole: whether it has searches in the period, and its accounts. */
#include "ingest/kinds/log/log.h"
#include "include/message.h"

static void accounts_store(struct intake *intake) {
  const struct log *log = intake->gathered;
  sqlite3_stmt *insert = db_prepare(
      intake->db, "INSERT INTO account (account, user_id, user_key, user_name, searches, withheld) VALUES (?, ?, ?, ?, ?, ?)");
  GHashTableIter each;
  gpointer key, value;
  g_hash_table_iter_init(&each, log->accounts);
  while (g_hash_table_iter_next(&each, &key, &value)) {
    struct log_account *entry = value;
    db_bind_int(insert, 1, entry->account);
    db_bind_text(insert, 2, entry->user_id);
    db_bind_text(insert, 3, key);
    db_bind_text(insert, 4, entry->user_name);
    db_bind_int(insert, 5, entry->searches);
    db_bind_int(insert, 6, entry->withheld);
    db_step(intake->db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
}

static void log_check(struct intake *intake) {
  const struct log *log = intake->gathered;
  const struct settings *settings = intake->settings;
  const char *file = g_array_index(settings->inputs, struct settings_input, 0).path;
  g_autofree char *searches = log_actions(log, true), *others = log_actions(log, false);
  if (log->first > log->last) stop_input(file, 0, "no row of the user log could be read: see faceaudit inspect %s", file);
  if (!log->searches)
    stop_input(
        file, 0,
        "no row of the user log is a search; its actions are: %s: name those that are in [log] search_actions of audit.ini",
        others);
  if (!log->in_period) {
    char first[16], last[16], from[16], to[16];
    bool around = zone_day(settings->zone, log->first) < settings->from && zone_day(settings->zone, log->last) > settings->to;
    stop_input(
        file, 0,
        around
            ? "the log runs from %s to %s, without a row in the period %s to %s: set [period] in audit.ini, or name the right log"
            : "the log runs from %s to %s, entirely outside the period %s to %s: set [period] in audit.ini, or name the right "
              "log",
        day_iso(zone_day(settings->zone, log->first), first), day_iso(zone_day(settings->zone, log->last), last),
        day_iso(settings->from, from), day_iso(settings->to, to));
  }
  if (!*searches && !*others) return;
  g_autofree char *note = g_strdup_printf("Actions that count as searches: %s. Other actions: %s.", *searches ? searches : "none",
                                          *others ? others : "none");
  sqlite3_stmt *insert = db_prepare(
      intake->db, "INSERT INTO source_note (source, line, text) SELECT min(source), 0, ? FROM source WHERE kind = 'user_log'");
  db_bind_text(insert, 1, note);
  db_step(intake->db, insert);
  sqlite3_finalize(insert);
}

void log_finish(struct intake *intake) {
  log_check(intake);
  log_agencies_part(intake);
  accounts_store(intake);
  log_agencies_accounts(intake);
}
