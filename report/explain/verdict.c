/* Says of each rule whether it fires on one subject, and on what facts. No rule is evaluated here: findings are read, and where
   there is none, the rule's card says why. */
#include "report/explain/verdict.h"
#include "analyze/judge/card.h"
#include "include/wrap.h"
#include <stdio.h>
#include <string.h>

/* The columns of RULES. */
enum { PLACE, RULE, CLAUSE, STATUS, TESTED, WHY, INNOCENT, REMEDY, PATH, TEXT };
#define RULES                                                                                                                    \
  "SELECT place, rule, clause, status, tested, why, innocent, remedy, path, text FROM rule WHERE rule NOT NULL AND subject = ? " \
  "ORDER "                                                                                                                       \
  "BY place"

/* ------------------------------------------------------------------------------------------------------------ fires */

static const struct {
  const char *kind, *where;
} subjects[] = {{"event", "subject = (SELECT name FROM event WHERE event = ?2)"},
                {"report", "subject = (SELECT number FROM report WHERE report = ?2)"},
                {"user", "lower(subject) IN (SELECT lower(user_id) FROM account WHERE owner = ?2 UNION SELECT lower(user_id) "
                         "FROM person WHERE person = ?2)"},
                {"log", "EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.source = v.source AND e.line = v.line WHERE "
                        "v.finding = f.finding AND e.event = ?2)"}};

/* Which findings and passages are on the subject ?2 of KIND. */
static const char *subject_where(const char *kind) {
  for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
    if (!strcmp(subjects[i].kind, kind)) return subjects[i].where;
  g_assert_not_reached();
}

static void words_print(const char *before, const char *words) {
  if (!words) return;
  g_autofree char *told = g_strconcat(before, words, NULL);
  wrap_pair("", told);
}

/* ROW is of the finding, RULE of its rule. */
static void fires_print(sqlite3_stmt *row, sqlite3_stmt *rule) {
  g_autofree char *title = g_strdup_printf("%s (%s, %s)", db_text(row, 1), db_text(rule, CLAUSE), db_text(row, 2));
  g_autofree char *finding =
      g_strdup_printf("Finding %s; disposition: %s. Evidence: %s.", db_text(row, 0),
                      db_text(row, 4) ? db_text(row, 4) : "none recorded", db_text(row, 5) ? db_text(row, 5) : "none");
  wrap_pair("FIRES", title);
  wrap_pair("", db_text(row, 3));
  wrap_pair("", finding);
  words_print("Innocent explanations: ", db_text(rule, INNOCENT));
  words_print("So that it does not happen again: ", db_text(rule, REMEDY));
}

static guint findings_print(struct db *db, sqlite3_stmt *rule, const char *kind, gint64 id) {
  g_autofree char *sql =
      g_strdup_printf("SELECT finding_id, rule, severity, explanation, disposition, (SELECT group_concat(s.path || ':' || "
                      "v.line, ', ') FROM evidence v JOIN source s USING (source)"
                      " WHERE v.finding = f.finding) FROM finding f WHERE place = ?1 AND %s ORDER BY finding_id",
                      subject_where(kind));
  sqlite3_stmt *rows = db_prepare(db, sql);
  db_bind_int(rows, 1, db_int(rule, PLACE));
  db_bind_int(rows, 2, id);
  guint count = 0;
  for (; db_step(db, rows); count++) fires_print(rows, rule);
  sqlite3_finalize(rows);
  return count;
}

/* ------------------------------------------------------------------------------------------------------- to be read */

static guint passages_print(struct db *db, sqlite3_stmt *rule, const char *kind, gint64 id) {
  if (!strcmp(kind, "log")) return 0; /* no rule about the log rests on words */
  g_autofree char *sql = g_strdup_printf(
      "SELECT passage_id, question, why FROM open_passage f WHERE place = ?1 AND %s ORDER BY number", subject_where(kind));
  sqlite3_stmt *rows = db_prepare(db, sql);
  db_bind_int(rows, 1, db_int(rule, PLACE));
  db_bind_int(rows, 2, id);
  guint count = 0;
  for (; db_step(db, rows); count++) {
    g_autofree char *title = g_strdup_printf("%s (%s)", db_text(rule, RULE), db_text(rule, CLAUSE)),
                    *asked = g_strdup_printf("Passage %s: %s %s", db_text(rows, 0), db_text(rows, 1), db_text(rows, 2));
    wrap_pair("to be read", title);
    wrap_pair("", asked);
  }
  sqlite3_finalize(rows);
  return count;
}

/* ----------------------------------------------------------------------------------------------------- does not fire */

#define DOES_NOT_FIRE "does not fire"

/* What a card says of a subject without a finding. */
struct silence {
  char *verdict;
  GString *words;
};

/* A verdict that keeps the rule from being tested takes precedence over facts; words of the same verdict are joined. */
static void silence_add(struct silence *silence, const char *verdict, const char *words) {
  if (!g_str_equal(silence->verdict, verdict)) {
    if (!g_str_equal(silence->verdict, DOES_NOT_FIRE)) return;
    g_free(silence->verdict);
    silence->verdict = g_strdup(verdict);
    g_string_truncate(silence->words, 0);
  }
  g_string_append_printf(silence->words, "%s%s", silence->words->len ? "; " : "", words);
}

/* Of an agency's own rule, too. */
enum { SILENCE_SECONDS = 60, SILENCE_BYTES = 1000000 };

static void silence_read(struct db *db, sqlite3_stmt *rule, const char *otherwise, gint64 id, struct silence *silence) {
  const char *path = db_text(rule, PATH);
  sqlite3_stmt *rows = db_prepare_foreign(db, otherwise, path);
  db_bound(db, SILENCE_SECONDS, SILENCE_BYTES);
  if (sqlite3_bind_parameter_count(rows)) db_bind_int(rows, 1, id);
  while (db_step_foreign(db, rows, path))
    if (db_text(rows, 0) && db_text(rows, 1)) silence_add(silence, db_text(rows, 0), db_text(rows, 1));
  db_bound(db, 0, 0);
  sqlite3_finalize(rows);
  if (!silence->words->len) g_string_assign(silence->words, "The rule examined it, and what it fires on was not there.");
}

static void silent_print(struct db *db, sqlite3_stmt *rule, gint64 id) {
  struct silence silence = {g_strdup(DOES_NOT_FIRE), g_string_new(NULL)};
  const char *otherwise = card_otherwise(db_text(rule, TEXT));
  if (!db_int(rule, TESTED) && !strcmp(db_text(rule, STATUS), "not tested"))
    silence_add(&silence, "not tested", db_text(rule, WHY));
  else if (otherwise) silence_read(db, rule, otherwise, id, &silence);
  else silence_add(&silence, "no finding", "The card of the rule does not say why.");
  g_autofree char *title = g_strdup_printf("%s (%s)", db_text(rule, RULE), db_text(rule, CLAUSE));
  wrap_pair(silence.verdict, title);
  wrap_pair("", silence.words->str);
  g_free(silence.verdict);
  g_string_free(silence.words, TRUE);
}

void verdicts_print(struct db *db, const char *kind, gint64 id) {
  sqlite3_stmt *rules = db_prepare(db, RULES);
  db_bind_text(rules, 1, kind);
  while (db_step(db, rules))
    if (findings_print(db, rules, kind, id) + passages_print(db, rules, kind, id) == 0) silent_print(db, rules, id);
  sqlite3_finalize(rules);
}
