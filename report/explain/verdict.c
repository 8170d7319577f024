/* Says of each rule whether it fires on one subject, and on what facts. No rule is evaluated here: findings are read, and the
   views that the rules examine are asked whether the subject is in them. */
#include "report/explain/verdict.h"
#include "report/document/section.h"
#include "include/wrap.h"
#include <stdio.h>
#include <string.h>

struct facts {
  char *verdict, *words;
};

struct judged {
  struct db *db;
  const char *kind;
  gint64 id;
  GHashTable *facts, *absent; /* rule -> words; view -> struct facts */
};

static void facts_free(gpointer data) {
  struct facts *facts = data;
  g_free(facts->verdict);
  g_free(facts->words);
  g_free(facts);
}

/* Several rows about one rule or view are joined. The last column is the words, a middle one the verdict. */
static GHashTable *facts_read(struct db *db, const char *on, const char *kind, gint64 id) {
  GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, facts_free);
  g_autofree char *name = g_strdup_printf("report/sections/explain/80-%s-%s.sql", on, kind);
  struct section *section = section_read(name);
  sqlite3_stmt *rows = section_open(db, section);
  if (sqlite3_bind_parameter_count(rows)) db_bind_int(rows, 1, id);
  int last = sqlite3_column_count(rows) - 1;
  while (db_step(db, rows)) {
    if (db_is_null(rows, last)) continue;
    struct facts *old = g_hash_table_lookup(all, db_text(rows, 0)), *facts = g_new0(struct facts, 1);
    facts->words = old ? g_strconcat(old->words, "; ", db_text(rows, last), NULL) : g_strdup(db_text(rows, last));
    facts->verdict = g_strdup(old ? old->verdict : last > 1 ? db_text(rows, 1) : NULL);
    g_hash_table_replace(all, g_strdup(db_text(rows, 0)), facts);
  }
  sqlite3_finalize(rows);
  section_free(section);
  return all;
}

/* ------------------------------------------------------------------------------------------------------------ fires */

static const struct {
  const char *kind, *where;
} subjects[] = {{"event", "subject = (SELECT name FROM event WHERE event = ?2)"},
                {"report", "subject = (SELECT number FROM report WHERE report = ?2)"},
                {"user", "lower(subject) IN (SELECT lower(user_id) FROM account WHERE person = ?2 UNION SELECT lower(user_id) "
                         "FROM person WHERE person = ?2)"},
                {"log", "EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.source = v.source AND e.line = v.line WHERE "
                        "v.finding = f.finding AND e.event = ?2)"}};

static void fires_print(sqlite3_stmt *row, const char *clause, const char *innocent) {
  g_autofree char *title = g_strdup_printf("%s (%s, %s)", db_text(row, 1), clause, db_text(row, 2));
  g_autofree char *finding =
      g_strdup_printf("Finding %s; disposition: %s. Evidence: %s.", db_text(row, 0),
                      db_text(row, 4) ? db_text(row, 4) : "none recorded", db_text(row, 5) ? db_text(row, 5) : "none");
  wrap_pair("FIRES", title);
  wrap_pair("", db_text(row, 3));
  wrap_pair("", finding);
  if (!innocent) return;
  g_autofree char *words = g_strdup_printf("Innocent explanations: %s", innocent);
  wrap_pair("", words);
}

static guint findings_print(const struct judged *judged, sqlite3_stmt *rule) {
  const char *where = "0";
  for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
    if (!strcmp(subjects[i].kind, judged->kind)) where = subjects[i].where;
  g_autofree char *sql =
      g_strdup_printf("SELECT finding_id, rule, severity, explanation, disposition, (SELECT group_concat(s.path || ':' || "
                      "v.line, ', ') FROM evidence v JOIN source s USING (source)"
                      " WHERE v.finding = f.finding) FROM finding f WHERE place = ?1 AND %s ORDER BY finding_id",
                      where);
  sqlite3_stmt *rows = db_prepare(judged->db, sql);
  db_bind_int(rows, 1, db_int(rule, 0));
  db_bind_int(rows, 2, judged->id);
  guint count = 0;
  for (; db_step(judged->db, rows); count++) fires_print(rows, db_text(rule, 2), db_text(rule, 6));
  sqlite3_finalize(rows);
  return count;
}

/* ------------------------------------------------------------------------------------------------------- to be read */

static guint passages_print(const struct judged *judged, sqlite3_stmt *rule) {
  if (!strcmp(judged->kind, "log")) return 0; /* no rule about the log rests on words */
  const char *where = "0";
  for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
    if (!strcmp(subjects[i].kind, judged->kind)) where = subjects[i].where;
  g_autofree char *sql = g_strdup_printf("SELECT passage_id, question, why FROM passage f WHERE place = ?1 AND %s ORDER BY number", where);
  sqlite3_stmt *rows = db_prepare(judged->db, sql);
  db_bind_int(rows, 1, db_int(rule, 0));
  db_bind_int(rows, 2, judged->id);
  guint count = 0;
  for (; db_step(judged->db, rows); count++) {
    g_autofree char *title = g_strdup_printf("%s (%s)", db_text(rule, 1), db_text(rule, 2)),
                    *asked = g_strdup_printf("Passage %s: %s %s", db_text(rows, 0), db_text(rows, 1), db_text(rows, 2));
    wrap_pair("to be read", title);
    wrap_pair("", asked);
  }
  sqlite3_finalize(rows);
  return count;
}

/* ----------------------------------------------------------------------------------------------------- does not fire */

static const struct {
  const char *kind, *column, *where;
} keys[] = {{"event", "event", "event = ?1"},
            {"report", "report", "report = ?1"},
            {"user", "person", "person = ?1"},
            {"user", "account", "account IN (SELECT account FROM account WHERE person = ?1)"},
            {"log", "line", "(source, line) = (SELECT source, line FROM event WHERE event = ?1)"}};

static bool view_has(struct db *db, const char *view, const char *column) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
  db_bind_text(rows, 1, view);
  db_bind_text(rows, 2, column);
  bool there = db_step(db, rows);
  sqlite3_finalize(rows);
  return there;
}

enum examined { EXAMINED_NO, EXAMINED_YES, EXAMINED_UNKNOWN };

static enum examined view_examined(const struct judged *judged, const char *view) {
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (strcmp(keys[i].kind, judged->kind) || !view_has(judged->db, view, keys[i].column)) continue;
    g_autofree char *name = g_strdelimit(g_strdup(view), "\"", '_'),
                    *sql = g_strdup_printf("SELECT 1 FROM \"%s\" WHERE %s LIMIT 1", name, keys[i].where);
    sqlite3_stmt *rows = db_prepare(judged->db, sql);
    db_bind_int(rows, 1, judged->id);
    bool there = db_step(judged->db, rows);
    sqlite3_finalize(rows);
    return there ? EXAMINED_YES : EXAMINED_NO;
  }
  return EXAMINED_UNKNOWN;
}

static void silent_print(const struct judged *judged, sqlite3_stmt *rule) {
  const char *view = db_text(rule, 3) ? db_text(rule, 3) : "";
  enum examined examined = view_examined(judged, view);
  const struct facts *barred = g_hash_table_lookup(judged->absent, db_text(rule, 1)), /* in the view, and yet not to be judged */
      *absent = barred ? barred : g_hash_table_lookup(judged->absent, view),
                     *facts = g_hash_table_lookup(judged->facts, db_text(rule, 1));
  bool untested = !db_int(rule, 7) && !strcmp(db_text(rule, 4), "not tested");
  const char *verdict = "does not fire",
             *words = facts ? facts->words : "The rule examined it, and what it fires on was not there.";
  if (untested) verdict = "not tested", words = db_text(rule, 5);
  else if (barred || examined == EXAMINED_NO) {
    verdict = absent ? absent->verdict : "not examined";
    words = absent ? absent->words : "It is not in the view that the rule examines.";
  } else if (examined == EXAMINED_UNKNOWN)
    verdict = "not known",
    words = "There is no finding of this rule on it; whether the rule examined it cannot be told from its view.";
  g_autofree char *title = g_strdup_printf("%s (%s)", db_text(rule, 1), db_text(rule, 2));
  wrap_pair(verdict, title);
  wrap_pair("", words);
}

void verdicts_print(struct db *db, const char *kind, gint64 id) {
  struct judged judged = {db, kind, id, facts_read(db, "facts", kind, id), facts_read(db, "absent", kind, id)};
  sqlite3_stmt *rules = db_prepare(db, "SELECT place, rule, clause, examines, status, why, innocent, tested FROM rule WHERE rule "
                                       "NOT NULL AND subject = ? ORDER BY place");
  db_bind_text(rules, 1, kind);
  while (db_step(db, rules))
    if (findings_print(&judged, rules) + passages_print(&judged, rules) == 0) silent_print(&judged, rules);
  sqlite3_finalize(rules);
  g_hash_table_unref(judged.facts);
  g_hash_table_unref(judged.absent);
}
