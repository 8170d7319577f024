/* Rows of the user log: events, accounts, reasons, which actions are searches. Who may search is decided by rules. */
#include "ingest/rows/intake.h"
#include "include/message.h"
#include "include/text.h"
#include <stdlib.h>
#include <string.h>

static const struct {
  enum role role;
  int bit;
} withholdable[] = {{LOG_USER_NAME, 1}, {LOG_WORKSTATION, 2}, {LOG_ADDRESS, 4},    {LOG_CASE, 8},
                    {LOG_PROBE, 32},    {LOG_RETURNED, 64},   {LOG_CANDIDATE, 128}};

enum { REASON_WITHHELD = 16 };

static const char *const search_words[] = {"search",     "searches",   "searched", "searching", "query",    "queried",
                                           "lookup",     "inquiry",    "enquiry",  "probe",     "identify", "identification",
                                           "compare",    "comparison", "match",    "run",       "submit",   "submitted",
                                           "submission", "recognize",  NULL};
static const char *const other_words[] = {
    "view",    "viewed",   "views",      "open",     "opened", "export",   "exported", "print",    "printed",   "delete",
    "deleted", "download", "downloaded", "login",    "logon",  "logoff",   "logout",   "log",      "signin",    "history",
    "saved",   "save",     "audit",      "config",   "admin",  "password", "cancel",   "canceled", "cancelled", "failed",
    "denied",  "session",  "enroll",     "enrolled", "edit",   "edited",   "share",    "shared",   NULL};

static bool words_hold(const char *const *words, char **said) {
  for (; *said; said++)
    if (g_strv_contains(words, *said)) return true;
  return false;
}

static bool action_is_search(const struct intake *intake, const char *action) {
  g_autofree char *words = text_words(action);
  for (guint i = 0; i < intake->settings->values->len; i++) {
    const struct setting_value *value = intake->settings->values->pdata[i];
    if (strcmp(value->section, "log") || strcmp(value->key, "search_actions") || !*value->value) continue;
    g_auto(GStrv) told = g_strsplit(value->value, ";", -1);
    for (char **one = told; *one; one++) {
      g_autofree char *wanted = text_words(*one);
      if (*wanted && !strcmp(wanted, words)) return true;
    }
    return false;
  }
  g_auto(GStrv) said = g_strsplit(words, " ", -1);
  return words_hold(search_words, said) && !words_hold(other_words, said);
}

/* The entry of a cell's text in a table, NULL where it is new; RECENT stands before the table. */
static gpointer entry_find(const struct intake_file *file, GHashTable *table, struct memo *recent, enum role role) {
  gpointer key, entry;
  const char *text = cell_of(file, role);
  gsize length = cell_length(file, role);
  if ((entry = memo_find(recent, text, length))) return entry;
  if (!g_hash_table_lookup_extended(table, text, &key, &entry)) return NULL;
  memo_keep(recent, key, length, entry);
  return entry;
}

static bool row_is_search(struct intake_file *file) {
  const char *action = cell_of(file, LOG_ACTION);
  struct intake *intake = file->intake;
  if (!action) return true;
  /* A blank action says nothing; a reason or an image says that a search was made. */
  if (!*action) return cell_stated(file, LOG_REASON) || cell_stated(file, LOG_PROBE);
  struct action_entry *entry = entry_find(file, intake->actions, &intake->recent_actions, LOG_ACTION);
  if (!entry) {
    entry = g_new0(struct action_entry, 1);
    entry->search = action_is_search(intake, action);
    g_hash_table_insert(intake->actions, g_strdup(action), entry);
  }
  entry->rows++;
  return entry->search;
}

static struct account_entry *account_new(struct intake *intake, const char *user_id) {
  g_autofree char *key = text_key(user_id);
  struct account_entry *entry = g_hash_table_lookup(intake->accounts, key);
  if (!entry) {
    entry = g_new0(struct account_entry, 1);
    entry->account = g_hash_table_size(intake->accounts) + 1;
    entry->user_id = g_strdup(user_id);
    g_hash_table_insert(intake->accounts, g_steal_pointer(&key), entry);
  }
  g_hash_table_insert(intake->users, g_strdup(user_id), entry);
  return entry;
}

/* NULL where the cell names nobody. */
static struct account_entry *account_of(struct intake_file *file, const char *user_id) {
  struct intake *intake = file->intake;
  struct account_entry *entry = entry_find(file, intake->users, &intake->recent_users, LOG_USER);
  if (entry) return entry;
  return cell_stated(file, LOG_USER) ? account_new(intake, user_id) : NULL;
}

static const struct reason_entry *reason_of(struct intake_file *file, const char *text) {
  struct intake *intake = file->intake;
  struct reason_entry *entry = entry_find(file, intake->reasons, &intake->recent_reasons, LOG_REASON);
  if (entry) return entry;
  entry = g_new0(struct reason_entry, 1);
  entry->reason = g_hash_table_size(intake->reasons) + 1;
  entry->withheld = cell_state(text) == CELL_WITHHELD;
  g_hash_table_insert(intake->reasons, g_strdup(text), entry);
  return entry;
}

/* The log's own id names the event, unless another row bears it: then the place in the file does. */
static void name_put(struct intake_file *file, const char *id) {
  struct place place;
  if (id && !seen_id(file->intake->rows[KIND_LOG], &file->sight, &place)) {
    cell_put(file, file->table, 3, LOG_EVENT);
    return;
  }
  if (id)
    file_note(file, file->record->line,
              "Event id %s stands on another row too, with other contents (file %u, line %u): this row is named by its place.",
              id, place.source, place.line);
  file->sight.named = false;
  g_string_printf(file->name, "%s:%u", file->shown, file->record->line);
  insert_bytes(file->table, 3, file->name->str, file->name->len);
}

/* Every word that says so begins with "no" or "ne"; most cells need no closer look. */
static bool candidate_none(const char *text) {
  static const char *const none[] = {"no match",         "no matches", "no candidate",  "no candidates", "no candidate selected",
                                     "no hit",           "no hits",    "none selected", "not selected",  "no selection",
                                     "nothing selected", "no lead",    "negative",      "no results",    NULL};
  const char *at = text;
  while (*at > 0 && !g_ascii_isalnum(*at)) at++;
  if (*at >= 0 && ((*at != 'n' && *at != 'N') || !at[1] || (at[1] > 0 && !strchr("oOeE'", at[1])))) return false;
  g_autofree char *words = text_words(text);
  return g_strv_contains(none, words);
}

static void candidate_note(struct intake_file *file, const char *name) {
  struct intake *intake = file->intake;
  if (entry_find(file, intake->candidates, &intake->recent_candidates, LOG_CANDIDATE)) return;
  g_hash_table_add(intake->candidates, g_strdup(name));
}

/* "N/A" on a workstation, "No match" for a candidate: the cell says that there is none. */
static void named_put(struct intake_file *file, struct insert *to, guint at, enum role role) {
  const char *text = cell_of(file, role);
  if (!text) return;
  bool nobody = cell_placeholder(text) || (role == LOG_CANDIDATE && candidate_none(text));
  bool withheld = cell_state(text) == CELL_WITHHELD;
  if (nobody && !withheld) insert_bytes(to, at, "", 0);
  else cell_put(file, to, at, role);
  if (role == LOG_CANDIDATE && *text && !nobody && !withheld) candidate_note(file, text);
}

static void event_put(struct intake_file *file, const struct when *when, struct account_entry *account, const char *id,
                      bool search) {
  const struct settings *settings = file->intake->settings;
  struct insert *to = file->table;
  const char *text = cell_of(file, LOG_REASON);
  const struct reason_entry *reason = text ? reason_of(file, text) : NULL;
  int withheld = reason && reason->withheld ? REASON_WITHHELD : 0;
  for (gsize i = 0; i < G_N_ELEMENTS(withholdable); i++) {
    text = cell_of(file, withholdable[i].role);
    if (text && *text && cell_state(text) == CELL_WITHHELD) withheld |= withholdable[i].bit;
  }
  if (!account->user_name) account->user_name = g_strdup(cell_stated(file, LOG_USER_NAME));
  bool in_period = when->day >= settings->from && when->day <= settings->to;
  file->intake->searches += search;
  file->intake->in_period += in_period;
  account->searches += search && in_period;
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  name_put(file, id);
  if (id) cell_put(file, to, 4, LOG_EVENT);
  insert_int(to, 5, account->account);
  insert_int(to, 6, when->at);
  insert_int(to, 7, when->millisecond);
  if (when->other != when->at) insert_int(to, 8, when->other);
  insert_text(to, 9, when->has_time ? doubt_name(when->doubt) : "no time of day");
  insert_int(to, 10, zone_offset(settings->zone, when->at));
  insert_int(to, 11, when->day);
  cell_put(file, to, 12, LOG_ACTION);
  insert_int(to, 13, search);
  insert_int(to, 14, in_period);
  static const enum role texts[] = {LOG_USER_NAME, LOG_WORKSTATION, LOG_ADDRESS, LOG_CASE};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) cell_put(file, to, 15 + i, texts[i]);
  named_put(file, to, 16, LOG_WORKSTATION);
  if (reason) insert_int(to, 19, reason->reason);
  cell_put(file, to, 20, LOG_PROBE);
  cell_put(file, to, 21, LOG_RETURNED);
  named_put(file, to, 22, LOG_CANDIDATE);
  cell_put(file, to, 23, LOG_AGENCY);
  insert_int(to, 24, withheld);
  moment_text(&file->moment, settings->zone, when->at, when->millisecond);
  insert_bytes(to, 25, file->moment.text, file->moment.length);
}

bool log_keep(struct intake_file *file, char *reason, gsize size) {
  struct when when;
  bool absent;
  const char *user = cell_of(file, LOG_USER), *id = cell_stated(file, LOG_EVENT);
  if (!moment_of(file, LOG_TIME, LOG_DATE_ONLY, LOG_TIME_ONLY, &when, &absent)) {
    const char *text = cell_of(file, LOG_TIME);
    if (!text) text = cell_of(file, LOG_DATE_ONLY);
    if (absent) g_snprintf(reason, size, "the row has no time");
    else g_snprintf(reason, size, "the time \"%.60s\" cannot be read", text ? text : "");
    return false;
  }
  struct account_entry *account = user ? account_of(file, user) : NULL;
  if (!account) {
    g_snprintf(reason, size, !user || !*user ? "the row has no user" : "the user \"%.60s\" is withheld or none", user);
    return false;
  }
  if (id && event_in_other_layout(file, id, user, when.at)) {
    *reason = 0; /* no fault: a duplicate */
    return false;
  }
  event_put(file, &when, account, id, row_is_search(file));
  insert_row(file->table);
  file_span(file, when.at);
  return true;
}

/* ------------------------------------------------------------------------------------------- the log as a whole */

static void accounts_store(struct intake *intake) {
  sqlite3_stmt *insert =
      db_prepare(intake->db, "INSERT INTO account (account, user_id, user_key, user_name, searches) VALUES (?, ?, ?, ?, ?)");
  GHashTableIter each;
  gpointer key, value;
  g_hash_table_iter_init(&each, intake->accounts);
  while (g_hash_table_iter_next(&each, &key, &value)) {
    struct account_entry *entry = value;
    db_bind_int(insert, 1, entry->account);
    db_bind_text(insert, 2, entry->user_id);
    db_bind_text(insert, 3, key);
    db_bind_text(insert, 4, entry->user_name);
    db_bind_int(insert, 5, entry->searches);
    db_step(intake->db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
}

static void reasons_store(struct intake *intake) {
  gsize count = g_hash_table_size(intake->reasons);
  const char **texts = g_new0(const char *, count + 1);
  GHashTableIter each;
  gpointer text, entry;
  g_hash_table_iter_init(&each, intake->reasons);
  while (g_hash_table_iter_next(&each, &text, &entry)) texts[((const struct reason_entry *)entry)->reason - 1] = text;
  sqlite3_stmt *insert = db_prepare(intake->db, "INSERT INTO reason (reason, text) VALUES (?, ?)");
  for (gsize i = 0; i < count; i++) {
    db_bind_int(insert, 1, (gint64)i + 1);
    db_bind_text(insert, 2, texts[i]);
    db_step(intake->db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
  g_free(texts);
}

static void candidates_store(struct intake *intake) {
  sqlite3_stmt *insert = db_prepare(intake->db, "INSERT INTO candidate (name) VALUES (?)");
  GHashTableIter each;
  gpointer name;
  g_hash_table_iter_init(&each, intake->candidates);
  while (g_hash_table_iter_next(&each, &name, NULL)) {
    db_bind_text(insert, 1, name);
    db_step(intake->db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
}

static char *actions_list(struct intake *intake, bool search) {
  GString *list = g_string_new(NULL);
  g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(intake->actions), (GCompareFunc)strcmp);
  for (GList *name = names; name; name = name->next) {
    struct action_entry *entry = g_hash_table_lookup(intake->actions, name->data);
    if (entry->search == search)
      g_string_append_printf(list, "%s%s (%" G_GINT64_FORMAT ")", list->len ? ", " : "", (char *)name->data, entry->rows);
  }
  return g_string_free(list, FALSE);
}

static void log_check(struct intake *intake) {
  const struct settings *settings = intake->settings;
  const char *file = g_array_index(settings->inputs, struct settings_input, 0).path;
  g_autofree char *searches = actions_list(intake, true), *others = actions_list(intake, false);
  if (intake->log_first > intake->log_last)
    stop_input(file, 0, "no row of the user log could be read: see faceaudit inspect %s", file);
  if (!intake->searches)
    stop_input(
        file, 0,
        "no row of the user log is a search; its actions are: %s: name those that are in [log] search_actions of audit.ini",
        others);
  if (!intake->in_period) {
    char first[16], last[16], from[16], to[16];
    bool around =
        zone_day(settings->zone, intake->log_first) < settings->from && zone_day(settings->zone, intake->log_last) > settings->to;
    stop_input(
        file, 0,
        around
            ? "the log runs from %s to %s, without a row in the period %s to %s: set [period] in audit.ini, or name the right log"
            : "the log runs from %s to %s, entirely outside the period %s to %s: set [period] in audit.ini, or name the right "
              "log",
        day_iso(zone_day(settings->zone, intake->log_first), first), day_iso(zone_day(settings->zone, intake->log_last), last),
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
  accounts_store(intake);
  reasons_store(intake);
  candidates_store(intake);
}
