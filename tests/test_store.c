/* Rows given to the store come into the database whole and in order, while another thread writes them. */
#include "check.h"
#include "ingest/store.h"

static void rows_arrive(void) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_run(db, "CREATE TABLE one (n INTEGER, t TEXT, u TEXT); CREATE TABLE two (n INTEGER PRIMARY KEY, of INTEGER)");
  struct store *store = store_open(db);
  struct insert *one = insert_new(store, "INSERT INTO one VALUES (?, ?, ?)");
  struct insert *two = insert_new(store, "INSERT INTO two (of) VALUES (?)");
  for (int i = 0; i < 20000; i++) {
    char text[32];
    g_snprintf(text, sizeof text, "row %d", i);
    if (i % 3) insert_int(one, 1, i / 5);
    insert_text(one, 2, i % 4 ? text : NULL);
    if (i % 5) insert_bytes(one, 3, text, (gsize)(i % 5 - 1));
    insert_row(one);
    insert_int(two, 1, i);
    insert_row(two);
  }
  store_drain(store);
  g_assert_cmpint(db_value_int(db, "SELECT count(*) FROM one"), ==, 20000);
  g_assert_cmpint(db_value_int(db, "SELECT count(*) FROM two WHERE n <> of + 1"), ==, 0);
  g_assert_cmpint(db_value_int(db,
                               "SELECT count(*) FROM one WHERE n IS NOT iif((rowid - 1) % 3, (rowid - 1) / 5, NULL) OR t IS NOT "
                               "iif((rowid - 1) % 4, 'row ' || (rowid - 1), NULL) OR u IS NOT iif((rowid - 1) % 5, "
                               "substr('row ', 1, (rowid - 1) % 5 - 1), NULL)"),
                  ==, 0);
  insert_free(one);
  insert_free(two);
  insert_free(NULL);
  store_close(store);
  db_close(db);
}

static void long_rows(void) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_run(db, "CREATE TABLE one (t TEXT, u TEXT)");
  struct store *store = store_open(db);
  struct insert *one = insert_new(store, "INSERT INTO one VALUES (?, ?)");
  char *text = g_strnfill(3000000, 'x');
  for (int i = 0; i < 60; i++) {
    insert_bytes(one, 1, text, (gsize)(i % 3 * 1000000 + i));
    insert_text(one, 2, "end");
    insert_row(one);
  }
  insert_free(one);
  store_close(store);
  g_assert_cmpint(
      db_value_int(db, "SELECT count(*) FROM one WHERE length(t) = (rowid - 1) % 3 * 1000000 + rowid - 1 AND u = 'end'"), ==, 60);
  g_free(text);
  db_close(db);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("store", "every row arrives, with its values, in order", rows_arrive);
  TEST("store", "rows longer than a batch arrive too", long_rows);
  return g_test_run();
}
