/* Rows given to a load stand in the database as SQLite would have put them there, and SQLite and the load can take turns. */
#include "include/load.h"
#include "tests/place.h"

/* Nothing of the file is amiss, and another connection sees the same. */
static void place_end(struct place *place) {
  g_autofree char *state = db_value_text(place->db, "PRAGMA integrity_check");
  g_assert_cmpstr(state, ==, "ok");
  db_close(place->db);
  place->db = db_open(place->path, DB_READ);
  g_autofree char *again = db_value_text(place->db, "PRAGMA integrity_check");
  g_assert_cmpstr(again, ==, "ok");
  place_remove(place);
}

static void values_arrive(void) {
  static const gint64 numbers[] = {0,
                                   1,
                                   -1,
                                   2,
                                   127,
                                   128,
                                   -128,
                                   -129,
                                   32767,
                                   32768,
                                   -32769,
                                   8388607,
                                   8388608,
                                   -8388609,
                                   2147483647,
                                   2147483648,
                                   -21474836,
                                   -214748365,
                                   140737488355,
                                   14073748835,
                                   1407374883552,
                                   -1407374883552,
                                   G_MAXINT64,
                                   G_MININT64};
  struct place place = place_make("CREATE TABLE one (n INTEGER, t TEXT, u TEXT NOT NULL DEFAULT 'u') STRICT");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "u, n, t");
  for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
    load_text(one, 1, i % 2 ? "" : "some");
    load_int(one, 2, numbers[i]);
    load_text(one, 3, i % 3 ? "text" : NULL);
    g_assert_cmpint(load_row(one), ==, i + 1);
  }
  load_close(load);
  sqlite3_stmt *rows = db_prepare(place.db, "SELECT n, t, u FROM one ORDER BY rowid");
  for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
    g_assert_true(db_step(place.db, rows));
    g_assert_cmpint(db_int(rows, 0), ==, numbers[i]);
    g_assert_cmpstr(db_text(rows, 1), ==, i % 3 ? "text" : NULL);
    g_assert_cmpstr(db_text(rows, 2), ==, i % 2 ? "" : "some");
  }
  g_assert_false(db_step(place.db, rows));
  sqlite3_finalize(rows);
  place_end(&place);
}

/* Enough for two levels of pages above the leaves. */
static void rows_arrive(void) {
  struct place place = place_make("CREATE TABLE one (n INTEGER, t TEXT); CREATE TABLE two (n INTEGER PRIMARY KEY, of INTEGER)");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "n, t"), *two = load_into(load, "two", "of");
  char text[9000];
  for (int i = 0; i < 6000; i++) {
    memset(text, 'a' + i % 26, sizeof text);
    load_int(one, 1, i);
    load_bytes(one, 2, text, sizeof text);
    load_row(one);
  }
  for (int i = 0; i < 100000; i++) {
    load_int(two, 1, i);
    load_row_as(two, (gint64)i * i + 1);
  }
  load_close(load);
  g_assert_cmpint(db_value_int(place.db,
                               "SELECT count(*) FROM one WHERE n = rowid - 1 AND length(t) = 9000 AND t GLOB printf('%c*', "
                               "char(97 + n % 26))"),
                  ==, 6000);
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM two WHERE n = of * of + 1"), ==, 100000);
  g_assert_cmpint(db_value_int(place.db, "SELECT of FROM two WHERE n = 99999 * 99999 + 1"), ==, 99999);
  place_end(&place);
}

/* Around every length at which a row stops standing in a leaf alone. */
static void long_rows(void) {
  struct place place = place_make("CREATE TABLE one (t TEXT, u TEXT)");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "t, u");
  char *text = g_strnfill(3000000, 'x');
  for (int i = 0; i < 900; i++) {
    load_bytes(one, 1, text, (gsize)(i < 60 ? i % 3 * 1000000 + i : 16000 + i % 600 + i / 600 * 16000));
    load_text(one, 2, "end");
    load_row(one);
  }
  load_close(load);
  g_assert_cmpint(
      db_value_int(place.db,
                   "SELECT count(*) FROM one WHERE u = 'end' AND length(t) = iif(rowid <= 60, (rowid - 1) % 3 * 1000000 + "
                   "rowid - 1, 16000 + (rowid - 1) % 600 + (rowid - 1) / 600 * 16000)"),
      ==, 900);
  g_free(text);
  place_end(&place);
}

static void rows_put(struct load_table *table, int count) {
  char text[100];
  for (int i = 0; i < count; i++) {
    memset(text, 'y', sizeof text);
    load_bytes(table, 1, text, (gsize)(i % 100));
    load_row(table);
  }
}

static void turns(void) {
  struct place place = place_make("CREATE TABLE one (t TEXT); CREATE TABLE two (t TEXT); CREATE TABLE own (n INTEGER)");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "t"), *two = load_into(load, "two", "t");
  g_assert_true(load_into(load, "one", "t") == one);
  static const int sizes[] = {1, 10, 5000, 0, 100000, 3, 70000};
  int all = 0;
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    rows_put(one, sizes[i]);
    rows_put(two, i == 1);
    all += sizes[i];
    load_settle(load);
    g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM one"), ==, all);
    g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM two"), ==, i >= 1);
    db_run(place.db, "BEGIN; WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000) INSERT INTO own "
                     "SELECT n FROM n; COMMIT");
  }
  load_close(load);
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM own"), ==, 20000 * (gint64)G_N_ELEMENTS(sizes));
  place_end(&place);
}

static void marks(void) {
  struct place place = place_make("CREATE TABLE one (t TEXT); CREATE TABLE two (t TEXT)");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "t");
  rows_put(one, 1000);
  load_mark(load);
  struct load_table *two = load_into(load, "two", "t");
  char *text = g_strnfill(100000, 'x');
  for (int turn = 0; turn < 3; turn++) {
    load_forget(load);
    rows_put(one, 50000);
    rows_put(two, 7);
    load_text(two, 1, text);
    load_row(two);
    if (turn == 1) load_settle(load);
  }
  g_assert_cmpint(load_last(one), ==, 51000);
  load_close(load);
  g_assert_cmpint(db_value_int(place.db, "SELECT max(rowid) FROM one"), ==, 51000);
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM one WHERE length(t) = (rowid - 1) % 100"), ==, 51000);
  g_assert_cmpint(db_value_int(place.db, "SELECT sum(length(t)) FROM two"), ==, 100021);
  g_free(text);
  place_end(&place);
}

static void nothing(void) {
  struct place place = place_make("CREATE TABLE one (t TEXT)");
  struct load *load = load_open(place.db);
  load_close(load);
  load = load_open(place.db);
  rows_put(load_into(load, "one", "t"), 0);
  load_close(load);
  db_run(place.db, "INSERT INTO one VALUES ('a')");
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM one"), ==, 1);
  place_end(&place);
}

/* A record has a column at least, though it be NULL. */
static void short_rows(void) {
  struct place place = place_make("CREATE TABLE one (n INTEGER PRIMARY KEY) STRICT; CREATE TABLE two (a INTEGER, b TEXT) STRICT");
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "n"), *two = load_into(load, "two", "a");
  for (int i = 1; i <= 20000; i++) {
    load_row_as(one, 3 * i);
    load_row(two);
  }
  load_close(load);
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) + sum(n) FROM one"), ==, 20000 + 3 * 200010000LL);
  g_assert_cmpint(db_value_int(place.db, "SELECT count(*) FROM two WHERE a IS NULL AND b IS NULL"), ==, 20000);
  db_run(place.db, "DELETE FROM one WHERE n % 2; INSERT INTO one VALUES (1)");
  place_end(&place);
}

/* A database grows past the page that SQLite locks; it lies at 1 GiB, and for this test at 1 MiB. Rows that take one page, and
   rows that take many, come to it: each leaves it alone, and the pages before it that do not suffice for a row are used for
   others. */
static void past_the_lock(void) {
  int before = sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, 0);
  for (int length = 1; length < 1000000; length = length * 3 + 12000) {
    sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, 1 << 20);
    struct place place = place_make("CREATE TABLE one (t TEXT); CREATE TABLE own (n INTEGER)");
    struct load *load = load_open(place.db);
    struct load_table *one = load_into(load, "one", "t");
    char *text = g_strnfill((gsize)length, 'z');
    int count = MIN(4000000 / length, 100000);
    for (int i = 0; i < count; i++) {
      load_bytes(one, 1, text, (gsize)length);
      load_row(one);
    }
    load_close(load);
    db_run(place.db, "INSERT INTO own SELECT value FROM json_each('[1, 2, 3]')");
    g_assert_cmpint(db_value_int(place.db, "PRAGMA page_count") * db_value_int(place.db, "PRAGMA page_size"), >, 1 << 20);
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM one WHERE length(t) = %d", length);
    g_assert_cmpint(db_value_int(place.db, sql), ==, count);
    g_free(text);
    place_end(&place); /* SQLite's own check of every page */
    sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, before);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("load", "every kind of value arrives as it was", values_arrive);
  TEST("load", "many rows arrive, in order and by their keys", rows_arrive);
  TEST("load", "rows longer than a page arrive too", long_rows);
  TEST("load", "rows of next to nothing arrive, and SQLite may take them away", short_rows);
  TEST("load", "SQLite writes between the rows of a load", turns);
  TEST("load", "rows since the mark are forgotten", marks);
  TEST("load", "the page that SQLite locks is left out", past_the_lock);
  TEST("load", "a load of nothing changes nothing", nothing);
  return g_test_run();
}
