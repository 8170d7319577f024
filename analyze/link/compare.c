/* Holds what linked reports say against the log rows and against their own candidates. Mismatches are judged by rules. */
#include "analyze/people/name.h"
#include "analyze/link/link.h"
#include <string.h>

struct comparer {
  struct db *db;
  sqlite3_stmt *insert;
};

static const char *const relations[] = {[NAME_DIFFERENT] = "different", [NAME_PARTLY] = "partly", [NAME_SAME] = "same"};

static void comparison_store(struct comparer *comparer, const char *what, sqlite3_stmt *row, gint64 account,
                             const char *relation) {
  db_bind_text(comparer->insert, 1, what);
  db_bind_int(comparer->insert, 2, db_int(row, 0));
  db_bind_int(comparer->insert, 3, db_int(row, 1));
  if (account) db_bind_int(comparer->insert, 4, account);
  db_bind_text(comparer->insert, 5, relation);
  db_step(comparer->db, comparer->insert);
  db_reset(comparer->insert);
}

/* The person decides where both are known; else their names, which must contradict to count as different. */
static void searchers_compare(struct comparer *comparer) {
  sqlite3_stmt *rows = db_prepare(
      comparer->db, "SELECT DISTINCT g.report, g.reading, v.account, g.value, coalesce(g.person, 0), coalesce(a.person, 0),"
                    " coalesce(p.first_name || ' ' || p.last_name, a.user_name, a.user_id), w.officer"
                    " FROM held g CROSS JOIN report_fact w ON w.row = g.row CROSS JOIN linked_event l ON l.report = g.report"
                    " CROSS JOIN event v ON v.event = l.event CROSS JOIN account a ON a.account = v.account"
                    " LEFT JOIN person p ON p.person = a.person WHERE g.meaning = 'searcher'");
  while (db_step(comparer->db, rows)) {
    gint64 said = db_int(rows, 4), owner = db_int(rows, 5);
    const char *named = !strcmp(db_text(rows, 3), "the author") ? db_text(rows, 7) : db_text(rows, 3);
    const char *relation = said && owner     ? relations[said == owner ? NAME_SAME : NAME_DIFFERENT]
                           : named && *named ? relations[name_compare(named, db_text(rows, 6))]
                                             : "partly";
    comparison_store(comparer, "searcher", rows, db_int(rows, 2), relation);
  }
  sqlite3_finalize(rows);
}

static void pairs_compare(struct comparer *comparer, const char *what, const char *sql) {
  sqlite3_stmt *rows = db_prepare(comparer->db, sql);
  while (db_step(comparer->db, rows))
    comparison_store(comparer, what, rows, 0, relations[name_compare(db_text(rows, 2), db_text(rows, 3))]);
  sqlite3_finalize(rows);
}

/* What reports say is gone through once: most of it is held against nothing. */
static const char held_sql[] =
    "CREATE TEMP TABLE held AS SELECT g.reading, m.report, g.row, g.meaning, g.value, g.person FROM reading g"
    " CROSS JOIN row_meaning m ON m.row = g.row"
    " WHERE g.meaning IN ('searcher', 'candidate') AND g.value <> '' OR g.meaning = 'action'";

void reports_compare(struct db *db) {
  struct comparer comparer = {db, db_prepare(db, "INSERT INTO comparison VALUES (?, ?, ?, ?, ?)")};
  db_run(db, held_sql);
  searchers_compare(&comparer);
  pairs_compare(
      &comparer, "candidate",
      "SELECT DISTINCT g.report, g.reading, g.value, e.candidate FROM held g CROSS JOIN linked_event l ON l.report = g.report"
      " CROSS JOIN event e ON e.event = l.event WHERE g.meaning = 'candidate' AND e.candidate <> '' AND NOT e.withheld LIKE "
      "'%candidate%'");
  pairs_compare(&comparer, "action",
                "SELECT DISTINCT g.report, g.reading, g.value, c.value FROM held g JOIN held c ON c.report = g.report"
                " WHERE g.meaning = 'action' AND g.value <> '' AND c.meaning = 'candidate'");
  /* "The subject was arrested": the candidate by reference. */
  db_run(db, "INSERT INTO comparison SELECT 'action', report, reading, NULL, 'partly' FROM held"
             " WHERE meaning = 'action' AND coalesce(value, '') = ''; DROP TABLE held");
  sqlite3_finalize(comparer.insert);
}
