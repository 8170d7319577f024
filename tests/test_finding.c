/* Findings as they are stored: their ids, their order, the rows they rest on, what was decided of them. */
#include "analyze/judge/finding.h"
#include "tests/check.h"

/* Stores the findings of two rules, whose SELECTs return ROWS of (subject, occurred_at, evidence). */
static struct db *findings_of(const char *setup, const char *const rows[2]) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_run(db, setup);
  struct findings *findings = findings_begin(db);
  for (int i = 0; i < 2; i++) {
    g_autofree char *sql =
        g_strdup_printf("SELECT column1, NULL, NULL, column2, 'detail', 'words.', 1, 2, column3 FROM (VALUES %s)", rows[i]);
    sqlite3_stmt *statement = db_prepare(db, sql);
    findings_rule(findings, i + 1, i ? "b-rule" : "a-rule", "low", "event");
    while (db_step(db, statement)) {
      struct finding_row row;
      finding_row_read(&row, statement);
      findings_add(findings, &row);
    }
    sqlite3_finalize(statement);
  }
  findings_end(findings);
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
  db_close(db);
}

static void named(void) {
  struct db *db =
      findings_of("", (const char *const[]){"('one', '1', '1:2 1:2'), ('one', '2', 'nowhere 1:2')", "('one', '1', '')"});
  expect(db, "SELECT group_concat(finding_id, ' ') FROM (SELECT finding_id FROM finding_row WHERE place = 1 ORDER BY finding)",
         "a0ad789fb5f3 895ef6c2f0bb");
  expect(db, "SELECT count(DISTINCT finding_id) FROM finding_row", "3");
  expect(db, "SELECT count(*) FROM evidence", "2");
  db_close(db);
}

static void decided(void) {
  struct db *db = findings_of("INSERT INTO disposition VALUES ('a0ad789fb5f3', 'open', NULL, NULL, NULL, 6, 2), ('a0ad789fb5f3', "
                              "'unfounded', NULL, NULL, NULL, 6, 3)",
                              (const char *const[]){"('two', '2', '1:3'), ('one', '1', '1:2')", "('one', '1', '1:2')"});
  expect(db,
         "SELECT group_concat(subject || ' ' || coalesce(disposition, 'none'), ', ') FROM (SELECT * FROM finding_row ORDER BY "
         "finding)",
         "one unfounded, two none, one none");
  db_close(db);
}

/* Here and there a few that go back, over one another too. */
static void nearly(void) {
  struct db *db = findings_of(
      "CREATE TABLE many AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5000)"
      " SELECT n, printf('%05d', n - iif(n % 97 < 3, n % 31, 0)) AS at, '1:' || n AS place FROM n",
      (const char *const[]){
          "(0, '', '')) WHERE 0 UNION ALL SELECT n, NULL, NULL, at, '', 'words.', 1, n, place FROM (SELECT * FROM many",
          "('3', '3', ''), ('5', '5', ''), ('4', '4', ''), ('1', '1', ''), ('6', '6', ''), ('2', '2', '')"});
  expect(db, "SELECT group_concat(subject, '') FROM (SELECT subject FROM finding_row WHERE place = 2 ORDER BY finding)",
         "123456");
  expect(db, "SELECT count(*) FROM finding_row f JOIN evidence v USING (finding) WHERE place = 1 AND v.line = f.subject", "5000");
  expect(db,
         "SELECT count(*) FROM (SELECT (occurred_at, subject) < (lag(occurred_at) OVER w, lag(subject) OVER w) AS back FROM "
         "finding_row"
         " WINDOW w AS (PARTITION BY place ORDER BY finding)) WHERE back",
         "0");
  db_close(db);
}

/* More ids than the table of ids begins with, the latest first. */
static void many(void) {
  struct db *db = findings_of(
      "CREATE TABLE many AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)"
      " SELECT n, printf('%05d', 99999 - n) AS at, '1:' || n AS place FROM n",
      (const char *const[]){
          "(0, '', '')) WHERE 0 UNION ALL SELECT n, NULL, NULL, at, '', 'words.', 1, n, place FROM (SELECT * FROM many",
          "('x', '', '1:1')"});
  expect(db, "SELECT count(DISTINCT finding_id) FROM finding_row", "20001");
  expect(db, "SELECT count(*) FROM finding_row f JOIN evidence v USING (finding) WHERE place = 1 AND v.line = f.subject",
         "20000");
  expect(db,
         "SELECT count(*) FROM (SELECT occurred_at < lag(occurred_at) OVER (PARTITION BY place ORDER BY finding) AS back FROM "
         "finding_row) WHERE back",
         "0");
  db_close(db);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("finding", "findings lie in the order of rule, time and subject, each with its rows", ordered);
  TEST("finding", "an id is made of rule and subject; the same subject again gets another; a row cited twice is one", named);
  TEST("finding", "the last disposition of a finding counts", decided);
  TEST("finding", "a few that go back are put where they belong", nearly);
  TEST("finding", "thousands, the latest first, keep their ids apart and their rows", many);
  return g_test_run();
}
