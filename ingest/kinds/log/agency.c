/* Rows of other agencies in a host's log: set apart from ours, counted and said. Which rows are ours is decided by [agency]
   log_name, else by the words of [agency] name. */
#include "ingest/kinds/log/log.h"
#include "include/text.h"
#include <string.h>

/* What every agency may be called says nothing of which it is. */
static const char *const common_words[] = {"police",   "department", "dept", "pd",     "p",      "d",      "office",  "sheriff",
                                           "sheriffs", "s",          "so",   "o",      "county", "co",     "cnty",    "city",
                                           "town",     "of",         "the",  "and",    "public", "safety", "village", "township",
                                           "parish",   "agency",     "law",  "campus", "state",  "bureau", NULL};

/* The folded words of a name, without those that any agency has. */
static char **words_distinctive(const char *name) {
  g_autofree char *key = text_key(name);
  g_auto(GStrv) words = g_strsplit_set(key, " .,'-/&()", -1);
  GStrvBuilder *kept = g_strv_builder_new();
  for (char **word = words; *word; word++)
    if (**word && !g_strv_contains(common_words, *word)) g_strv_builder_add(kept, *word);
  char **distinctive = g_strv_builder_end(kept);
  g_strv_builder_unref(kept);
  return distinctive;
}

static bool words_all(char **words, char **among) {
  for (; *words; words++)
    if (!g_strv_contains((const char *const *)among, *words)) return false;
  return true;
}

static bool words_shared(char **words, char **among) {
  for (; *words; words++)
    if (g_strv_contains((const char *const *)among, *words)) return true;
  return false;
}

/* 'p': a police department, 's': a sheriff's office, 0: the name does not say. */
static char agency_sort(const char *name) {
  g_autofree char *words = text_words(name), *padded = g_strdup_printf(" %s ", words);
  if (strstr(padded, " sheriff") || strstr(padded, " so ") || strstr(padded, " s o ")) return 's';
  return strstr(padded, " police ") || strstr(padded, " pd ") || strstr(padded, " p d ") ? 'p' : 0;
}

/* How well a name of the log fits the agency's own. */
enum likeness { UNLIKE, SHARES_WORD, WORDS_WITHIN, SAME_WORDS };

static enum likeness name_likeness(const char *own, const char *name) {
  g_auto(GStrv) a = words_distinctive(own), b = words_distinctive(name);
  char x = agency_sort(own), y = agency_sort(name);
  if (!*a || !*b || !words_shared(a, b)) return UNLIKE;
  if (x && y && x != y) return SHARES_WORD;
  bool within = words_all(a, b), contains = words_all(b, a);
  return within && contains ? SAME_WORDS : within || contains ? WORDS_WITHIN : SHARES_WORD;
}

/* Where audit.ini gives the log's name, that alone is ours; else the names that fit best. One shared word is enough where the log
   names one agency only. */
static bool name_own(const struct settings *settings, const char *name, enum likeness best, gint64 agencies) {
  const char *log_name = settings_value(settings, "agency", "log_name");
  if (!log_name) return best >= (agencies > 1 ? WORDS_WITHIN : SHARES_WORD) && name_likeness(settings->agency, name) >= best;
  g_autofree char *a = text_key(log_name), *b = text_key(name);
  return !strcmp(a, b);
}

static void log_note(struct intake *intake, const char *note) {
  sqlite3_stmt *insert = db_prepare(
      intake->db,
      "INSERT INTO source_note (source, line, text, front) SELECT min(source), 0, ?, 1 FROM source WHERE kind = 'user_log'");
  db_bind_text(insert, 1, note);
  db_step(intake->db, insert);
  sqlite3_finalize(insert);
}

/* The agencies of the log in table log_agency, and whether each is ours; how many are, and how many are not. */
static void agencies_list(struct intake *intake, guint count[2]) {
  enum likeness best = UNLIKE;
  gint64 agencies = 0;
  sqlite3_stmt *names = db_prepare(
      intake->db, "SELECT agency, count(*) FROM event WHERE trim(coalesce(agency, '')) <> '' GROUP BY agency ORDER BY agency");
  for (; db_step(intake->db, names); agencies++) best = MAX(best, name_likeness(intake->settings->agency, db_text(names, 0)));
  db_reset(names);
  struct insert *to = insert_open(intake->db, "log_agency", "agency, own, rows");
  count[0] = count[1] = 0;
  while (db_step(intake->db, names)) {
    bool own = name_own(intake->settings, db_text(names, 0), best, agencies);
    count[own]++;
    insert_text(to, 1, db_text(names, 0));
    insert_int(to, 2, own);
    insert_int(to, 3, db_int(names, 1));
    insert_row(to);
  }
  insert_close(to);
  sqlite3_finalize(names);
}

void log_agencies_part(struct intake *intake) {
  guint count[2];
  const char *log_name = settings_value(intake->settings, "agency", "log_name");
  agencies_list(intake, count);
  if (!count[false]) return;
  if (!count[true]) {
    g_autofree char *named = db_value_text(
        intake->db, "SELECT group_concat(agency, ', ') FROM (SELECT agency FROM log_agency ORDER BY rows DESC, agency LIMIT 5)");
    g_autofree char *note = g_strdup_printf(
        "No row of the log names this agency (\"%s\"); it names %s. Nothing was set apart: if rows of other agencies"
        " are among them, set [agency] log_name in audit.ini to the name that the log has for this one.",
        log_name ? log_name : intake->settings->agency, named);
    log_note(intake, note);
    return;
  }
  db_run(intake->db,
         "INSERT INTO other_event (event, account, day, source, line, id, agency) SELECT event, account, day, source, line, "
         "id, agency FROM event"
         " WHERE agency IN (SELECT agency FROM log_agency WHERE NOT own);"
         "DELETE FROM event WHERE event IN (SELECT event FROM other_event);"
         "UPDATE source SET other_agency = (SELECT count(*) FROM other_event o WHERE o.source = source.source) WHERE "
         "kind = 'user_log'");
  g_autofree char *named =
      db_value_text(intake->db, "SELECT group_concat(agency || ' (' || rows || ')', ', ') FROM (SELECT agency, rows FROM "
                                "log_agency WHERE NOT own ORDER BY rows DESC, agency LIMIT 5)");
  gint64 rows = db_value_int(intake->db, "SELECT count(*) FROM other_event");
  g_autofree char *note = g_strdup_printf(
      "%" G_GINT64_FORMAT " of its rows are other agencies': %s%s. They are set apart: counted here, and audited nowhere.", rows,
      named, count[false] > 5 ? " and more" : "");
  log_note(intake, note);
}

void log_agencies_accounts(struct intake *intake) {
  db_run(intake->db,
         "DELETE FROM account WHERE account IN (SELECT account FROM other_event) AND account NOT IN (SELECT account FROM event)");
}
