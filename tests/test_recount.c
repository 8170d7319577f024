/* Tests that a workbook which lost something is seen, and that one which did not is counted. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/xlsx/recount.h"
#include "report/xlsx/xlsx.h"

#define CELLS 1000000

static const char *const plain[] = {"burglary suspect"};

struct attempt {
  struct db *db;
  const char *folder;
  guint64 cells;
};

static void attempt_make(void *data) {
  const struct attempt *attempt = data;
  g_autofree char *path = g_build_filename(attempt->folder, "audit.xlsx", NULL);
  unlink(path);
  xlsx_write_limited(attempt->db, path, &(struct xlsx_limits){1000, 65530, attempt->cells});
}

/* No file may grow beyond a size, as on a full disk: of what libxlsxwriter keeps beside the workbook, and of the workbook. */
static void test_full(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  for (guint64 cells = 0; cells <= CELLS; cells += CELLS) {
    struct attempt attempt = {db, folder, cells};
    g_assert_cmpint(sample_status(attempt_make, &attempt, 0), ==, 0);
    for (rlim_t bytes = 1000; bytes < 50000; bytes = bytes * 5 / 3)
      g_assert_cmpint(sample_status(attempt_make, &attempt, bytes), ==, EXIT_SYSTEM);
  }
  db_close(db);
  sample_remove(folder);
}

static void count_check(void *path) { g_free(workbook_count(path, 1)); }

/* One changed byte inside a packed sheet, or a missing end, is seen. */
static void test_damage(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL), *bytes = NULL;
  gsize length;
  xlsx_write(db, path);
  g_assert_cmpint(sample_status(count_check, path, 0), ==, 0);
  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  for (gsize part = 1; part < 4; part++) {
    gsize at = length * part / 5;
    bytes[at] ^= 16;
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_assert_cmpint(sample_status(count_check, path, 0), ==, EXIT_SYSTEM);
    bytes[at] ^= 16;
  }
  for (gsize cut = 1; cut < length; cut += length / 7) {
    g_assert_true(g_file_set_contents(path, bytes, (gssize)(length - cut), NULL));
    g_assert_cmpint(sample_status(count_check, path, 0), ==, EXIT_SYSTEM);
  }
  db_close(db);
  sample_remove(folder);
}

static void recount_check(void *book) { book_recount(book); }

/* A book of two sheets: three rows with five cells, and a row with one. */
static void test_count(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  for (guint streamed = 0; streamed < 2; streamed++) {
    g_autofree char *path = g_build_filename(folder, streamed ? "streamed.xlsx" : "kept.xlsx", NULL);
    struct book *book = book_open(db, path, streamed);
    struct sheet *first = sheet_new(book, "First"), *second = sheet_new(book, "Second");
    cell_string(first, 0, 0, "a < b & \"c\"", FORMAT_PLAIN);
    cell_number(first, 0, 3, 1.5, FORMAT_COUNT);
    cell_string(first, 4, 1, "déjà", FORMAT_WRAP);
    cell_string(first, 4, 2, "déjà", FORMAT_WRAP);
    cell_string(first, 5, 0, "", FORMAT_WRAP);
    cell_link(first, 6, 0, "internal:'Second'!A1", " ", FORMAT_LINK);
    cell_string(second, 0, 0, "_x0041_\nline", FORMAT_WRAP);
    book_close(book);
    g_autofree struct tally *tallies = workbook_count(path, 2);
    g_assert_cmpuint(tallies[0].rows, ==, 3);
    g_assert_cmpuint(tallies[0].cells, ==, 5);
    g_assert_cmpuint(tallies[0].bytes, ==, 11 + 6 + 6 + 1);
    g_assert_cmpuint(tallies[1].rows, ==, 1);
    g_assert_cmpuint(tallies[1].bytes, ==, 18);
    g_assert_cmpint(sample_status(recount_check, book, 0), ==, 0);
    first->wrote.cells++;
    g_assert_cmpint(sample_status(recount_check, book, 0), ==, EXIT_SYSTEM);
    book_free(book);
  }
  db_close(db);
  sample_remove(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("recount", "a full disk is seen, whatever libxlsxwriter says", test_full);
  TEST("recount", "a damaged workbook is seen", test_damage);
  TEST("recount", "a finished workbook is counted: rows, cells and bytes of every sheet", test_count);
  return g_test_run();
}
