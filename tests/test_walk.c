/* A walk gives what a SELECT gives, whoever wrote the rows: SQLite or a load, in leaves or beside them. */
#include "include/load.h"
#include "tests/place.h"
#include "include/walk.h"

/* Columns n (a number) and t (a text) of table one, both ways. */
static guint walk_compare(struct db *db) {
  struct walk *walk = walk_open(db, "one", "t, row, n", NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT t, row, n FROM one ORDER BY row");
  guint count = 0;
  for (; db_step(db, rows); count++) {
    gsize length;
    g_assert_true(walk_next(walk));
    const char *text = walk_text(walk, 0, &length), *expected = db_text(rows, 0);
    g_assert_cmpuint(length, ==, expected ? strlen(expected) : 0);
    g_assert_true(!length || !memcmp(text, expected, length));
    g_assert_true(!text == !expected && walk_null(walk, 0) == db_is_null(rows, 0));
    g_assert_cmpint(walk_int(walk, 1), ==, db_int(rows, 1));
    g_assert_cmpint(walk_int(walk, 2), ==, db_int(rows, 2));
    g_assert_true(walk_null(walk, 2) == db_is_null(rows, 2));
  }
  g_assert_false(walk_next(walk));
  sqlite3_finalize(rows);
  walk_close(walk);
  return count;
}

static const char table[] = "CREATE TABLE one (row INTEGER PRIMARY KEY, unused TEXT, n INTEGER, t TEXT) STRICT";

static void inserted_rows_are_walked(void) {
  struct place place = place_make(table);
  db_run(place.db,
         "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 30000)"
         " INSERT INTO one SELECT i * 3, 'unused', (1 << (i % 63)) - i % 2 * 2, iif(i % 7, printf('text %d', i), NULL) FROM c");
  g_assert_cmpuint(walk_compare(place.db), ==, 30000);
  db_run(place.db, "DELETE FROM one WHERE row % 2; UPDATE one SET n = NULL WHERE row % 5 = 0");
  g_assert_cmpuint(walk_compare(place.db), ==, 15000);
  place_remove(&place);
}

static void loaded_rows_are_walked(void) {
  struct place place = place_make(table);
  struct load *load = load_open(place.db);
  struct load_table *one = load_into(load, "one", "n, t");
  for (guint i = 1; i <= 200000; i++) {
    if (i % 3) load_int(one, 1, (gint64)(0 - (guint64)i * i * i * i));
    if (i % 11) load_text(one, 2, i % 2 ? "" : "some");
    load_row_as(one, (gint64)i << (i > 100000 ? 33 : 1));
  }
  load_close(load);
  g_assert_cmpuint(walk_compare(place.db), ==, 200000);
  place_remove(&place);
}

/* Around every length at which a record leaves its page. */
static void long_texts_are_walked(void) {
  struct place place = place_make(table);
  sqlite3_stmt *insert = db_prepare(place.db, "INSERT INTO one (n, t) VALUES (1, ?)");
  static const guint lengths[] = {0,     1,     57,    58,    59,    1000,  16300, 16330, 16340,
                                  16341, 16342, 16343, 16344, 16350, 16380, 18300, 32700, 100000};
  for (guint i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autofree char *text = g_strnfill(lengths[i], 'x');
    for (guint k = 0; k < lengths[i]; k += 100) text[k] = (char)('a' + k / 100 % 26);
    db_bind_text(insert, 1, text);
    db_step(place.db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
  g_assert_cmpuint(walk_compare(place.db), ==, G_N_ELEMENTS(lengths));
  place_remove(&place);
}

static void empty_tables_are_walked(void) {
  struct place place = place_make(table);
  g_assert_cmpuint(walk_compare(place.db), ==, 0);
  place_remove(&place);
}

/* Rows that were there when a column was added have no value for it. */
static void short_records_are_walked(void) {
  struct place place = place_make("CREATE TABLE one (row INTEGER PRIMARY KEY, t TEXT) STRICT; INSERT INTO one VALUES (1, 'one');"
                                  "ALTER TABLE one ADD COLUMN n INTEGER; INSERT INTO one VALUES (2, 'two', 2)");
  g_assert_cmpuint(walk_compare(place.db), ==, 2);
  place_remove(&place);
}

static void another_order_is_walked(void) {
  struct place place = place_make(table);
  db_run(place.db, "INSERT INTO one (n, t) VALUES (3, 'c'), (1, 'a'), (2, 'b')");
  struct walk *walk = walk_open(place.db, "one", "t, row, n", "n");
  for (gint64 i = 1; i <= 3; i++) {
    gsize length;
    g_assert_true(walk_next(walk));
    g_assert_cmpint(walk_int(walk, 2), ==, i);
    g_assert_cmpint(walk_text(walk, 0, &length)[0], ==, 'a' + i - 1);
    g_assert_cmpuint(length, ==, 1);
  }
  g_assert_false(walk_next(walk));
  walk_close(walk);
  place_remove(&place);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("walk", "rows that SQLite inserted come as from a SELECT", inserted_rows_are_walked);
  TEST("walk", "rows that were loaded come as from a SELECT", loaded_rows_are_walked);
  TEST("walk", "texts longer than a page are whole", long_texts_are_walked);
  TEST("walk", "a table without rows has none", empty_tables_are_walked);
  TEST("walk", "records without their last columns have NULL there", short_records_are_walked);
  TEST("walk", "another order is SQLite's", another_order_is_walked);
  return g_test_run();
}
