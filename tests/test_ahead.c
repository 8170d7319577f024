/* Questions to the database that several threads answer: their order, their number, what is held back. */
#include "analyze/ahead.h"
#include "tests/check.h"
#include <glib/gstdio.h>

static struct db *file_open(char **folder) {
  *folder = g_dir_make_tmp("faceaudit-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(*folder, "audit.db", NULL);
  struct db *db = db_open(path, DB_CREATE);
  db_run(db,
         "CREATE TABLE many AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60000) SELECT n FROM n");
  return db;
}

static void file_remove(struct db *db, char *folder) {
  g_remove(db->path);
  db_close(db);
  g_rmdir(folder);
  g_free(folder);
}

struct seen {
  gint64 rows, last;
  bool ordered, whole;
};

/* Rows are (n, NULL, n and a tail, ...), from 1. */
static void row_see(const struct finding_row *row, void *data) {
  struct seen *seen = data;
  gint64 number = g_ascii_strtoll(row->text[FINDING_SUBJECT], NULL, 10);
  seen->rows++;
  seen->ordered &= number > seen->last;
  seen->whole &= !row->text[FINDING_USER] && row->length[FINDING_DETAIL] == strlen(row->text[FINDING_DETAIL]) &&
                 g_str_has_suffix(row->text[FINDING_DETAIL], "tail") && row->has_source && !row->has_line &&
                 row->source == number && !strcmp(row->text[FINDING_EVIDENCE], "");
  seen->last = number;
}

static char *question_of(int every) {
  return g_strdup_printf(
      "SELECT n, NULL, NULL, '', n || printf('%%%ds', n %% 300) || 'tail', 'words.', n, NULL, '' FROM many WHERE n %% "
      "%d = 0",
      every, every);
}

/* Many questions with more rows than may wait, mostly, answered by WIDTH threads and taken in the order asked. */
static void all_answered(guint width, gsize waiting) {
  enum { QUESTIONS = 12 };
  char *folder;
  struct db *db = file_open(&folder);
  struct ahead *ahead = ahead_open(db, width, waiting);
  guint rows[QUESTIONS];
  for (int i = 0; i < QUESTIONS; i++) {
    g_autofree char *sql = question_of(i + 1);
    rows[i] = ahead_ask(ahead, db_prepare(db, sql), "a.sql");
  }
  for (int i = 0; i < QUESTIONS; i++) {
    struct seen seen = {.ordered = true, .whole = true};
    ahead_rows(ahead, rows[i], row_see, &seen);
    g_assert_cmpint(seen.rows, ==, 60000 / (i + 1));
    g_assert_true(seen.ordered && seen.whole);
  }
  ahead_close(ahead);
  file_remove(db, folder);
}

static void threads(void) {
  static const gsize waiting[] = {0, 1 << 20, 24 << 20, (gsize)1 << 30};
  for (guint i = 0; i < G_N_ELEMENTS(waiting); i++)
    for (guint width = 1; width <= 4; width++) all_answered(width, waiting[i]);
}

static void alone(void) { all_answered(0, 0); }

static void nothing(void) {
  char *folder;
  struct db *db = file_open(&folder);
  struct seen seen = {0};
  struct ahead *ahead = ahead_open(db, 2, 24 << 20);
  ahead_rows(ahead, ahead_ask(ahead, db_prepare(db, "SELECT n, 0, 0, 0, 0, 0, 0, 0, 0 FROM many WHERE n < 0"), "a.sql"), row_see,
             &seen);
  g_assert_cmpint(seen.rows, ==, 0);
  ahead_close(ahead);
  ahead = ahead_open(db, 2, 24 << 20);
  ahead_close(ahead);
  file_remove(db, folder);
  struct db *memory = db_open(":memory:", DB_CREATE);
  ahead = ahead_open(memory, 2, 24 << 20);
  seen = (struct seen){.ordered = true, .whole = true};
  ahead_rows(ahead, ahead_ask(ahead, db_prepare(memory, "SELECT 7, NULL, 0, 0, 'a tail', 0, 7, NULL, ''"), "a.sql"), row_see,
             &seen);
  g_assert_true(seen.rows == 1 && seen.whole);
  ahead_close(ahead);
  db_close(memory);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("ahead", "one to four threads answer all questions, in the order asked, with every row whole", threads);
  TEST("ahead", "without threads the database answers itself", alone);
  TEST("ahead", "no rows, no questions, and a database without a file are answered too", nothing);
  return g_test_run();
}
