/* Tests of the workbook by another reader: cells equal the database, nothing is a formula, damage is seen. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/xlsx/xlsx.h"

static const char reader[] = "python3 tests/sheets.py %s";
static const char reader_links[] = "python3 tests/sheets.py %s links";
static const char reader_parts[] = "python3 tests/sheets.py %s parts";

#define CELLS 1000000

/* The workbook with at most ROWS a sheet and native tables up to CELLS, in FOLDER; its path is the caller's. */
static char *book_make(struct db *db, const char *folder, guint rows, guint64 cells) {
  char *path = g_build_filename(folder, "audit.xlsx", NULL);
  unlink(path);
  xlsx_write_limited(db, path, &(struct xlsx_limits){rows, 65530, cells});
  return path;
}

static char *book_rows(struct db *db, const char *folder, guint limit) {
  g_autofree char *path = book_make(db, folder, limit, CELLS);
  return sample_shell(reader, path);
}

static guint lines_with(const char *text, const char *start) {
  guint count = 0;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **at = lines; *at; at++) count += g_str_has_prefix(*at, start) ? 1 : 0;
  return count;
}

static void test_cells(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *rows = book_rows(db, folder, 1000);
  g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 61);
  g_assert_cmpuint(lines_with(rows, "Findings\t"), ==, 46);
  g_assert_cmpuint(lines_with(rows, "Clauses\t"), ==, 5);
  g_assert_cmpuint(lines_with(rows, "Reports\t"), ==, 3);
  g_assert_cmpuint(lines_with(rows, "Users\t"), ==, 2);
  g_assert_cmpuint(lines_with(rows, "Rejected rows\tA2=log.csv\tB2=n9\tC2=time cannot be read\tD2=x,y"), ==, 1);
  g_assert_cmpuint(lines_with(rows, "Inputs\t"), ==, 3);
  g_assert_cmpuint(lines_with(rows, "Rules\t"), ==, 5);
  /* event 1: 1655090000 is 2022-06-12 23:13:20 at -04:00, as Excel counts days: 44724 and a part */
  g_assert_nonnull(strstr(rows, "Searches\tA2=00001\tB2=n44724.967592592"));
  g_assert_nonnull(
      strstr(rows, "C2=-04:00\tD2=marsh\tE2=Jo Marsh\tF2=0012\tG2=burglary suspect\tH2=criminal\tI2=2022-0001\tJ2=yes"));
  g_assert_nonnull(strstr(rows, "Summary\tA5=Searches\tE5=Documented\tI5=Findings\n"));
  g_assert_nonnull(strstr(rows, "\tE9=Untried words\tI9=Tests with exceptions\n"));
  db_close(db);
  sample_remove(folder);
}

static void test_hostile(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(hostile, G_N_ELEMENTS(hostile));
  g_autofree char *rows = book_rows(db, folder, 1000);
  g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 61);
  g_assert_nonnull(strstr(rows, "=cmd|' /C calc'!A0"));
  g_assert_nonnull(strstr(rows, "=_x0041_\t"));
  g_assert_nonnull(strstr(rows, "<U+FFFE><U+FFFF>"));
  g_assert_nonnull(strstr(rows, "<U+001B>[2J"));
  g_assert_nonnull(strstr(rows, "</text><script>alert(1)</script>"));
  db_close(db);
  sample_remove(folder);
}

static void test_many(void) {
  g_autoptr(GPtrArray) strings = sample_hostile();
  for (guint first = 0; first < strings->len; first += 60) {
    char *folder = sample_folder();
    struct db *db = sample_open((const char *const *)strings->pdata + first, MIN(60, strings->len - first));
    g_autofree char *rows = book_rows(db, folder, 1000);
    g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 61);
    g_assert_cmpuint(lines_with(rows, "Findings\t"), ==, 46);
    db_close(db);
    sample_remove(folder);
  }
}

static void test_long(void) {
  g_autofree char *most = g_strnfill(32767, 'y'), *over = g_strnfill(40000, 'z');
  g_autoptr(GString) faces = g_string_new(NULL), escapes = g_string_new(NULL);
  for (int i = 0; i < 20000; i++) g_string_append(faces, "😀");
  for (int i = 0; i < 5000; i++) g_string_append(escapes, "_x0041_");
  const char *const reasons[] = {most, over, faces->str, escapes->str};
  char *folder = sample_folder();
  struct db *db = sample_open(reasons, 4);
  db_run(db, "DELETE FROM finding_row"); /* the same texts again, in sentences */
  g_autofree char *rows = book_rows(db, folder, 1000);
  g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 61);
  g_assert_nonnull(strstr(rows, most));
  g_assert_nonnull(strstr(rows, "… [cut: 40000 characters in all, see audit.db]"));
  const char *told = strstr(rows, "=Cells cut to the length that Excel takes	");
  g_assert_nonnull(told);
  g_assert_nonnull(strstr(told, "=n45	"));
  db_close(db);
  sample_remove(folder);
}

static void test_sheets(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *rows = book_rows(db, folder, 25);
  g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 25);
  g_assert_cmpuint(lines_with(rows, "Searches 2\t"), ==, 25);
  g_assert_cmpuint(lines_with(rows, "Searches 3\t"), ==, 15); /* 60 rows, three heads, two notes */
  g_assert_cmpuint(lines_with(rows, "Searches 3\tA1=Event"), ==, 1);
  g_assert_cmpuint(lines_with(rows, "Searches\tA25=The next rows are on the sheet Searches 2."), ==, 1);
  g_assert_nonnull(strstr(rows, "=Searches 3\tD"));
  db_close(db);
  sample_remove(folder);
}

/* The log's own order is not that of time. */
static void test_order(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  db_run(db, "UPDATE event SET at = at + 90000 * 60 WHERE event = 1");
  g_autofree char *rows = book_rows(db, folder, 1000);
  g_assert_nonnull(strstr(rows, "\nSearches\tA2=00002\t"));
  g_assert_nonnull(strstr(rows, "\nSearches\tA61=00001\t"));
  db_close(db);
  sample_remove(folder);
}

/* Four rows a sheet: forty of sixty searches find a place on ten sheets. */
static void test_left(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *rows = book_rows(db, folder, 6);
  g_assert_cmpuint(lines_with(rows, "Searches 10\t"), ==, 6);
  g_assert_cmpuint(lines_with(rows, "Searches 11\t"), ==, 0);
  g_assert_cmpuint(lines_with(rows, "Searches 10\tA6=20 more rows are not in this workbook: they are in audit.db"), ==, 1);
  g_assert_cmpuint(lines_with(rows, "Findings 10\tA6=5 more rows are not in this workbook: they are in findings.csv."), ==, 1);
  const char *summary = strstr(rows, "=Findings 10\tD");
  g_assert_nonnull(summary);
  g_assert_nonnull(strstr(summary, "=5 more rows are not in this workbook: they are in findings.csv."));
  db_close(db);
  sample_remove(folder);
}

static char *book_told(struct db *db, char *folder, guint limit, const char *what) {
  g_autofree char *path = book_make(db, folder, limit, CELLS), *command = g_strconcat(reader, " ", what, NULL);
  return sample_shell(command, path);
}

/* The 39th search is the 16th of the second sheet; rows begin below the head. */
static void test_links(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  db_run(db, "UPDATE finding_row SET report_number = '2022-0002' WHERE subject = '00039'");
  g_autofree char *links = book_told(db, folder, 25, "links");
  g_assert_nonnull(strstr(links, "Findings 2\tM2\t'Searches 2'!A17\n"));
  g_assert_nonnull(strstr(links, "Findings 2\tN2\t'Reports'!A3\n"));
  g_assert_nonnull(strstr(links, "Findings\tL2\t'Users'!A2\n"));
  g_assert_nonnull(strstr(links, "Summary\tA"));
  g_assert_null(strstr(links, "Findings\tN2\t")); /* without a report */
  db_close(db);
  sample_remove(folder);
}

/* Excel takes 65,530 links on a sheet; with forty the findings, two links each, go on without: the dictionary says so. */
static void test_links_most(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL);
  xlsx_write_limited(db, path, &(struct xlsx_limits){1000, 40, CELLS});
  g_autofree char *links = sample_shell(reader_links, path), *rows = sample_shell(reader, path);
  g_assert_cmpuint(lines_with(links, "Findings\t"), ==, 40);
  g_assert_cmpuint(lines_with(rows, "Findings\t"), ==, 46);
  g_assert_nonnull(
      strstr(rows, "=Excel takes 40 links on a sheet. Cells beyond hold their text without a link: on Findings from row 22 on."));
  db_close(db);
  sample_remove(folder);
}

/* Every table reaches from its head to its last row, and its columns are the cells of its head. */
static void test_tables(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *tables = book_told(db, folder, 1000, "tables"), *path = g_build_filename(folder, "audit.xlsx", NULL);
  g_autofree char *parts = sample_shell(reader_parts, path), *sheet = sample_shell("unzip -p %s xl/worksheets/sheet4.xml", path);
  g_assert_nonnull(
      strstr(tables, "Findings\tA1:V46\tClause\tSeverity\tWhat the records show\tRule out first\tDisposition\tNote\tBy\tOn\tDue\t"
                     "Response\tDate and time\tUser\tSubject\tReport\t"));
  g_assert_nonnull(strstr(tables, "Searches\tA1:Z61\tEvent\t"));
  g_assert_nonnull(strstr(tables, "Dictionary\tA1:D"));
  for (guint i = 1; i <= 3; i++) {
    g_autofree char *chart = g_strdup_printf("xl/charts/chart%u.xml", i);
    g_assert_nonnull(strstr(parts, chart));
  }
  g_assert_nonnull(strstr(sheet, "<dimension ref=\"A1:V46\"/>"));
  g_assert_nonnull(strstr(sheet, "state=\"frozen\""));
  g_assert_nonnull(
      strstr(sheet, "<formula1>\"explained,unfounded,not sustained,sustained,policy failure,referred,pending\"</formula1>"));
  g_assert_nonnull(strstr(sheet, "sqref=\"E2:E46\""));
  g_assert_nonnull(strstr(sheet, "type=\"cellIs\""));
  g_assert_nonnull(strstr(sheet, "fitToHeight=\"0\" orientation=\"landscape\""));
  db_close(db);
  sample_remove(folder);
}

/* A link's text is an attribute of the sheet too, in which libxlsxwriter would cut a character in two. */
static void test_link_long(void) {
  static const char *const plain[] = {"burglary suspect"};
  g_autoptr(GString) name = g_string_new("m");
  for (int i = 0; i < 1500; i++) g_string_append(name, "é");
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  sqlite3_stmt *account = db_prepare(db, "UPDATE account SET user_id = ?1"),
               *finding = db_prepare(db, "UPDATE finding_row SET user_id = ?1");
  db_bind_text(account, 1, name->str);
  db_bind_text(finding, 1, name->str);
  db_step(db, account);
  db_step(db, finding);
  sqlite3_finalize(account);
  sqlite3_finalize(finding);
  g_autofree char *links = book_told(db, folder, 1000, "links"), *rows = book_rows(db, folder, 1000);
  g_autofree char *cell = g_strconcat("\tL2=", name->str, "\t", NULL);
  g_assert_nonnull(strstr(links, "Findings\tL2\t'Users'!A2\n"));
  g_assert_nonnull(strstr(strstr(rows, "\nFindings\tA2="), cell));
  db_close(db);
  sample_remove(folder);
}

/* Beyond a number of cells libxlsxwriter keeps no rows, and offers no tables. */
static void test_streamed(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(hostile, G_N_ELEMENTS(hostile));
  g_autofree char *tables_path = book_make(db, folder, 25, CELLS), *rows = sample_shell(reader, tables_path);
  g_autofree char *links = sample_shell(reader_links, tables_path);
  g_autofree char *path = book_make(db, folder, 25, 10), *same_rows = sample_shell(reader, path);
  g_autofree char *same_links = sample_shell(reader_links, path), *parts = sample_shell(reader_parts, path);
  g_autofree char *sheet = sample_shell("unzip -p %s xl/worksheets/sheet4.xml", path);
  g_assert_cmpstr(rows, ==, same_rows);
  g_assert_cmpstr(links, ==, same_links);
  g_assert_null(strstr(parts, "xl/tables/"));
  g_assert_nonnull(strstr(parts, "xl/charts/chart3.xml"));
  g_assert_nonnull(strstr(sheet, "<autoFilter ref=\"A1:V24\"/>"));
  g_assert_nonnull(strstr(sheet, "state=\"frozen\""));
  g_assert_nonnull(strstr(sheet, "<formula1>\"explained,unfounded,"));
  db_close(db);
  sample_remove(folder);
}

static void test_again(void) {
  char *folder = sample_folder();
  struct db *db = sample_open(hostile, G_N_ELEMENTS(hostile));
  for (guint64 cells = 0; cells <= CELLS; cells += CELLS) {
    g_autofree char *path = book_make(db, folder, 1000, cells), *first = output_sha256(path);
    g_usleep(1100000); /* the clock has moved on */
    g_autofree char *again = book_make(db, folder, 1000, cells), *second = output_sha256(again);
    g_assert_cmpstr(first, ==, second);
  }
  db_close(db);
  sample_remove(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("xlsx", "cells equal the database: text stays text, times are real", test_cells);
  TEST("xlsx", "hostile strings are strings", test_hostile);
  TEST("xlsx", "no string of the naughty list breaks a sheet", test_many);
  TEST("xlsx", "a text longer than Excel takes is cut in sight and counted", test_long);
  TEST("xlsx", "rows that a sheet cannot hold go to numbered sheets", test_sheets);
  TEST("xlsx", "searches stand in the order of time", test_order);
  TEST("xlsx", "past ten sheets the rest is said to be left out, on the sheet and on Summary", test_left);
  TEST("xlsx", "a finding leads to its search, report and user", test_links);
  TEST("xlsx", "past the links that Excel takes cells keep their text", test_links_most);
  TEST("xlsx", "tables, lists, frozen heads, conditional formats and page set-up are there", test_tables);
  TEST("xlsx", "a link with a long text keeps it whole", test_link_long);
  TEST("xlsx", "a great workbook holds the same, filtered and frozen, without native tables", test_streamed);
  TEST("xlsx", "the same audit gives the same bytes at another time", test_again);
  return g_test_run();
}
