/* An agency's own SQL is bounded: it ends within its time, and the file is named. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "analyze/judge/own_rule.h"
#include "include/db.h"

static void endless_work(void *data) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_bound(db, 1, OWN_TEXT_BYTES);
  sqlite3_stmt *rows = db_prepare_foreign(
      db, "WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each) SELECT sum(n) FROM each", data);
  db_step_foreign(db, rows, data);
  _exit(0);
}

static void free_work(void *data) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_bound(db, 1, 100);
  db_bound(db, 0, 0);
  sqlite3_stmt *rows = db_prepare_foreign(db, "SELECT hex(zeroblob(1000))", data);
  _exit(db_step_foreign(db, rows, data) ? 9 : 0);
}

static void test_endless(void) { g_assert_cmpint(sample_status(endless_work, (char *)"house/endless.sql", 0), ==, 3); }
static void test_free(void) { g_assert_cmpint(sample_status(free_work, (char *)"house/long.sql", 0), ==, 9); }

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("own rule", "one that does not end is stopped", test_endless);
  TEST("own rule", "what comes after it is not bounded", test_free);
  return g_test_run();
}
