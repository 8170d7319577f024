/* Findings as they are stored: their ids, their order, the rows they rest on, what was decided of them. */
#include "analyze/judge/answers.h"
#include "analyze/judge/judge.h"
#include "tests/check.h"
#include <glib/gstdio.h>

#define HEAD                                                                                                                     \
  "-- rule: %s\n-- clause: %d\n-- title: t\n-- severity: low\n-- subject: event\n-- examines: source\n-- needs: user_log\n"      \
  "-- says: s\n-- means: m\n-- innocent: i\n\n"                                                                                  \
  "SELECT column1 AS subject, NULL AS user_id, NULL AS report_number, column2 AS occurred_at, 'detail' AS detail,\n"             \
  "  'words.' AS explanation, 1 AS source, 2 AS line, column3 AS evidence FROM (VALUES %s);\n"

static void card_write(const char *folder, const char *rule, int clause, const char *rows) {
  g_autofree char *name = g_strconcat(rule, ".sql", NULL), *path = g_build_filename(folder, name, NULL),
                  *text = g_strdup_printf(HEAD, rule, clause, rows);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void folder_remove(const char *folder) {
  for (const char *const *name = (const char *const[]){"a-rule.sql", "b-rule.sql", NULL}; *name; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    g_assert_cmpint(g_remove(path), ==, 0);
  }
  g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* What two rules of an agency's own find, whose SELECTs return ROWS of (subject, occurred_at, evidence). */
static struct db *findings_of(const char *setup, const char *const rows[2]) {
  struct db *db = db_open(":memory:", DB_CREATE);
  g_autofree char *folder = g_dir_make_tmp("faceaudit-test-XXXXXX", NULL),
                  *set = g_strdup_printf("INSERT INTO setting VALUES ('rules', 'folder', '%s')", folder);
  card_write(folder, "a-rule", 1, rows[0]);
  card_write(folder, "b-rule", 2, rows[1]);
  db_run(db, set);
  db_run(
      db,
      "INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, "
      "header_line) VALUES (1, 'user_log', 'log.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1)");
  db_run(db, setup);
  db_run(db, "BEGIN");
  rules_judge(db);
  db_run(db, "COMMIT; CREATE TEMP VIEW of_rule AS SELECT r.rule AS of, f.* FROM finding_row f JOIN rule r USING (place)");
  folder_remove(folder);
  return db;
}

static void expect(struct db *db, const char *sql, const char *expected) {
  g_autofree char *value = db_value_text(db, sql);
  g_assert_cmpstr(value, ==, expected);
}

#define SUBJECTS "SELECT group_concat(subject, ' ') FROM (SELECT subject FROM finding_row ORDER BY finding)"

static void ordered(void) {
  struct db *db = findings_of(
      "", (const char *const[]){"('two', '2022-01-02', '1:2'), ('one', '2022-01-01', '1:3 1:2'), ('zero', '2022-01-01', '1:4')",
                                "('y', '2021-01-01', '1:5'), ('z', '2021-01-01', '1:6')"});
  expect(db, SUBJECTS, "one zero two y z");
  expect(
      db,
      "SELECT group_concat(subject || ' ' || line, ', ') FROM (SELECT f.subject, v.line FROM finding_row f JOIN evidence v USING "
      "(finding) ORDER BY f.finding, v.line)",
      "one 2, one 3, zero 4, two 2, y 5, z 6");
  expect(db, "SELECT count(*) FROM evidence", "6");
  expect(db, "SELECT group_concat(rule || ' ' || exceptions, ', ') FROM rule WHERE own", "a-rule 3, b-rule 2");
  db_close(db);
}

static void named(void) {
  struct db *db = findings_of("", (const char *const[]){"('one', '2022-01-01', '1:2 1:2'), ('one', '2022-01-02', 'nowhere 1:2')",
                                                        "('one', '2022-01-01', '')"});
  expect(db, "SELECT group_concat(finding_id, ' ') FROM (SELECT finding_id FROM of_rule WHERE of = 'a-rule' ORDER BY finding)",
         "a0ad789fb5f3 895ef6c2f0bb");
  expect(db, "SELECT count(DISTINCT finding_id) FROM finding_row", "3");
  expect(db, "SELECT count(*) FROM evidence", "2");
  db_close(db);
}

static void decided(void) {
  struct db *db = findings_of(
      "INSERT INTO disposition VALUES ('a0ad789fb5f3', 'open', NULL, 'Reyes', NULL, NULL, NULL, NULL, 6, 2), "
      "('a0ad789fb5f3', 'unfounded', NULL, ' reyes', NULL, NULL, NULL, NULL, 6, 3)",
      (const char *const[]){"('two', '2022-01-02', '1:3'), ('one', '2022-01-01', '1:2')", "('one', '2022-01-01', '1:2')"});
  answers_settle(db);
  expect(
      db,
      "SELECT group_concat(subject || ' ' || coalesce(disposition, 'none'), ', ') FROM (SELECT * FROM finding ORDER BY finding)",
      "one unfounded, two none, one none");
  db_close(db);
}

/* More than SQLite sorts in memory, the latest first. */
static void many(void) {
  struct db *db = findings_of(
      "CREATE TABLE many AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)"
      " SELECT n, date((99999 - n) * 86400, 'unixepoch') AS at, '1:' || n AS place FROM n",
      (const char *const[]){
          "(0, '', '')) WHERE 0 UNION ALL SELECT n, NULL, NULL, at, '', 'words.', 1, n, place FROM (SELECT * FROM many",
          "('x', '', '1:1')"});
  expect(db, "SELECT count(DISTINCT finding_id) FROM finding_row", "20001");
  expect(db, "SELECT count(*) FROM of_rule f JOIN evidence v USING (finding) WHERE of = 'a-rule' AND v.line = f.subject",
         "20000");
  expect(db,
         "SELECT count(*) FROM (SELECT occurred_at < lag(occurred_at) OVER (PARTITION BY place ORDER BY finding) AS back FROM "
         "finding_row) WHERE back",
         "0");
  db_close(db);
}

/* The rows that a rule goes over are not those that it adds. */
static void own_read(void) {
  struct db *db = findings_of("", (const char *const[]){"('one', '2022-01-01', '1:2'), ('two', '2022-01-02', '1:3')",
                                                        "(0, '', '')) WHERE 0 UNION ALL SELECT subject || '!', user_id, NULL, "
                                                        "occurred_at, '', 'words.', 1, 2, '' FROM (SELECT * FROM finding_row"});
  expect(db, SUBJECTS, "one two one! two!");
  db_close(db);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("finding", "findings lie in the order of rule, time and subject, each with its rows", ordered);
  TEST("finding", "an id is made of rule and subject; the same subject again gets another; a row cited twice is one", named);
  TEST("finding", "the last disposition that a person gave counts", decided);
  TEST("finding", "thousands, the latest first, keep their ids apart and their rows", many);
  TEST("finding", "a rule that reads findings reads those of the rules before it", own_read);
  return g_test_run();
}
