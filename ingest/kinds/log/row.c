/* Keeps a row of the user log as an event of an account. actions.c decides whether it is a search. */
#include "ingest/kinds/log/log.h"
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "ingest/rows/not_kept.h"
#include "include/text.h"
#include "include/cell/cell_state.h"
#include <string.h>

static const struct withholdable withholdable[] = {{LOG_USER_NAME, "user_name"}, {LOG_WORKSTATION, "workstation"},
                                                   {LOG_ADDRESS, "address"},     {LOG_CASE, "case_number"},
                                                   {LOG_REASON, "reason"},       {LOG_PROBE, "probe"},
                                                   {LOG_RETURNED, "returned"},   {LOG_CANDIDATE, "candidate"}};

static struct log_account *account_new(struct log *log, const char *user_id, bool withheld) {
  g_autofree char *key = text_key(user_id);
  struct log_account *entry = g_hash_table_lookup(log->accounts, key);
  if (!entry) {
    entry = g_new0(struct log_account, 1);
    entry->account = g_hash_table_size(log->accounts) + 1;
    entry->user_id = g_strdup(user_id);
    entry->withheld = withheld;
    g_hash_table_insert(log->accounts, g_steal_pointer(&key), entry);
  }
  g_hash_table_insert(log->users, g_strdup(user_id), entry);
  return entry;
}

/* NULL where the cell names nobody. Those whose users are withheld have an account together. */
static struct log_account *account_of(struct log *log, const char *user_id) {
  struct log_account *entry = g_hash_table_lookup(log->users, user_id);
  if (entry) return entry;
  enum cell_state state = cell_state(user_id);
  bool nobody = state == CELL_EMPTY || (state == CELL_STATED && cell_placeholder(user_id));
  return nobody ? NULL : account_new(log, user_id, state == CELL_WITHHELD);
}

/* Who searched, as the log names him: where the login is withheld and the name is not, by that. */
static const char *user_of(const struct intake_file *file) {
  const char *name = cell_withheld(file, LOG_USER) ? cell_stated(file, LOG_USER_NAME) : NULL;
  return name ? name : cell_of(file, LOG_USER);
}

static gint64 reason_of(struct log *log, const char *text) {
  gint64 reason = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(log->reasons, text));
  if (reason) return reason;
  insert_text(log->reason, 1, text);
  reason = insert_row(log->reason);
  g_hash_table_insert(log->reasons, g_strdup(text), GSIZE_TO_POINTER(reason));
  return reason;
}

/* A reason and an offense type are read together; NULL where neither column was exported. A cell that only repeats the other, or
   says nothing beside it, adds nothing. */
static const char *purpose_of(const struct intake_file *file) {
  const char *reason = cell_of(file, LOG_REASON), *offense = cell_stated(file, LOG_OFFENSE);
  if (!offense || cell_withheld(file, LOG_REASON)) return reason;
  if (!cell_stated(file, LOG_REASON)) return offense;
  g_autofree char *words = text_words(reason), *added = text_words(offense);
  if (strstr(words, added)) return reason;
  GString *purpose = ((struct log *)file->intake->gathered)->purpose;
  g_string_printf(purpose, "%s; %s", reason, offense);
  return purpose->str;
}

static void candidate_note(struct log *log, const char *name) {
  if (g_hash_table_contains(log->candidates, name)) return;
  g_hash_table_add(log->candidates, g_strdup(name));
  insert_text(log->candidate, 1, name);
  insert_row(log->candidate);
}

/* The log's own id names the event, unless another row bears it: then the place in the file does. */
static void name_put(struct intake_file *file, const char *id) {
  struct place place;
  struct intake *intake = file->intake;
  if (id && !duplicates_find_id(intake->seen, &file->print, &place)) {
    cell_insert(file, intake->table, 3, LOG_EVENT);
    return;
  }
  if (id)
    file_note(file, file->record->line,
              "Event id %s stands on another row too, with other contents (file %u, line %u): this row is named by its place.",
              id, place.source, place.line);
  file->print.named = false;
  GString *name = ((struct log *)intake->gathered)->name;
  g_string_printf(name, "%s:%u", file->shown, file->record->line);
  insert_bytes(intake->table, 3, name->str, name->len);
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

/* "N/A" on a workstation, "No match" for a candidate: the cell says that there is none. */
static void named_put(struct intake_file *file, guint at, int role) {
  struct insert *to = file->intake->table;
  const char *text = cell_of(file, role);
  if (!text) return;
  bool nobody = cell_placeholder(text) || (role == LOG_CANDIDATE && candidate_none(text));
  bool withheld = cell_state(text) == CELL_WITHHELD;
  if (nobody && !withheld) insert_bytes(to, at, "", 0);
  else cell_insert(file, to, at, role);
  if (role == LOG_CANDIDATE && *text && !nobody && !withheld) candidate_note(file->intake->gathered, text);
}

static void moment_put(struct intake_file *file, const struct when *when) {
  const struct settings *settings = file->intake->settings;
  struct insert *to = file->intake->table;
  insert_int(to, 6, when->at);
  insert_int(to, 7, when->millisecond);
  if (when->other != when->at) insert_int(to, 8, when->other);
  insert_text(to, 9, when->has_time ? doubt_name(when->doubt) : "no time of day");
  insert_int(to, 10, zone_offset(settings->zone, when->at));
  insert_int(to, 11, when->day);
  moment_text(&file->moment, settings->zone, when->at, when->millisecond);
  insert_bytes(to, 12, file->moment.text, file->moment.length);
}

static void event_put(struct intake_file *file, const struct when *when, const struct log_account *account, const char *id) {
  struct insert *to = file->intake->table;
  const char *reason = purpose_of(file);
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  name_put(file, id);
  if (id) cell_insert(file, to, 4, LOG_EVENT);
  insert_int(to, 5, account->account);
  moment_put(file, when);
  named_put(file, 15, LOG_WORKSTATION);
  if (reason) insert_int(to, 16, reason_of(file->intake->gathered, reason));
  named_put(file, 17, LOG_CANDIDATE);
  withheld_insert(file, to, 18, withholdable, G_N_ELEMENTS(withholdable));
}

static void event_count(struct intake_file *file, const struct when *when, struct log_account *account) {
  const struct settings *settings = file->intake->settings;
  struct log *log = file->intake->gathered;
  bool search = log_searches(file), in_period = when->day >= settings->from && when->day <= settings->to;
  insert_int(file->intake->table, 13, search);
  insert_int(file->intake->table, 14, in_period);
  log->searches += search;
  log->in_period += in_period;
  account->searches += search && in_period;
  log->withheld += account->withheld;
  if (!account->user_name && !account->withheld) account->user_name = g_strdup(cell_stated(file, LOG_USER_NAME));
}

bool log_keep(struct intake_file *file, char *reason, gsize size) {
  struct when when;
  bool absent;
  const char *user = user_of(file), *id = cell_stated(file, LOG_EVENT);
  if (!cell_when(file, LOG_TIME, LOG_DATE, LOG_CLOCK, &when, &absent)) {
    const char *text = cell_of(file, LOG_TIME);
    if (!text) text = cell_of(file, LOG_DATE);
    if (absent) g_snprintf(reason, size, "the row has no time");
    else g_snprintf(reason, size, "the time \"%.60s\" cannot be read", text ? text : "");
    return false;
  }
  struct log_account *account = user ? account_of(file->intake->gathered, user) : NULL;
  if (!account) {
    g_snprintf(reason, size, !user || !*user ? "the row has no user" : "the user \"%.60s\" names nobody", user);
    return false;
  }
  if (id && log_reexported(file, id, user, when.at)) return false;
  event_put(file, &when, account, id);
  event_count(file, &when, account);
  kept_insert(file);
  file_span(file, when.at);
  return true;
}
