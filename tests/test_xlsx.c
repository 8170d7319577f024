/* Tests of the workbook by another reader: cells equal the database, nothing is a formula, damage is seen. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/report.h"
#include "report/xlsx_lookup.h"
#include "report/zip.h"

static const char reader[] = "python3 tests/sheets.py %s";
static const char reader_links[] = "python3 tests/sheets.py %s links";
static const char reader_parts[] = "python3 tests/sheets.py %s parts";

static char *book_rows(struct db *db, char *folder, guint limit) {
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL);
  xlsx_write_limited(db, path, limit, 65530);
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
  g_assert_nonnull(strstr(rows, "Summary\tA5=Searches\tD5=Documented\tG5=Findings\tJ5=Tests with exceptions"));
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
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL), *command = g_strconcat(reader, " ", what, NULL);
  xlsx_write_limited(db, path, limit, 65530);
  return sample_shell(command, path);
}

/* The 39th search is the 16th of the second sheet; rows begin below the head. */
static void test_links(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  db_run(db, "UPDATE finding_row SET report_number = '2022-0002' WHERE subject = '00039'");
  g_autofree char *links = book_told(db, folder, 25, "links");
  g_assert_nonnull(strstr(links, "Findings 2\tE2\t'Searches 2'!A17\n"));
  g_assert_nonnull(strstr(links, "Findings 2\tF2\t'Reports'!A3\n"));
  g_assert_nonnull(strstr(links, "Findings\tD2\t'Users'!A2\n"));
  g_assert_nonnull(strstr(links, "Summary\tA"));
  g_assert_null(strstr(links, "Findings\tF2\t")); /* without a report */
  db_close(db);
  sample_remove(folder);
}

/* Excel takes 65,530 links on a sheet; with forty the findings, two links each, go on without: the dictionary says so. */
static void test_links_most(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL);
  xlsx_write_limited(db, path, 1000, 40);
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
  g_autofree char *parts = sample_shell(reader_parts, path), *sheet = sample_shell("unzip -p %s xl/worksheets/sheet3.xml", path);
  g_assert_nonnull(strstr(tables,
                          "Findings\tA1:P46\tClause\tSeverity\tDate and time\tUser\tSubject\tReport\tWhat the records show\t"
                          "Disposition\tNotes\t"));
  g_assert_nonnull(strstr(tables, "Searches\tA1:Z61\tEvent\t"));
  g_assert_nonnull(strstr(tables, "Dictionary\tA1:D"));
  for (guint i = 1; i <= 3; i++) {
    g_autofree char *chart = g_strdup_printf("xl/charts/chart%u.xml", i);
    g_assert_nonnull(strstr(parts, chart));
  }
  g_assert_nonnull(strstr(sheet, "<dimension ref=\"A1:P46\"/>"));
  g_assert_nonnull(strstr(sheet, "state=\"frozen\""));
  g_assert_nonnull(strstr(sheet, "<formula1>\"explained,unfounded,sustained,referred,pending\"</formula1>"));
  g_assert_nonnull(strstr(sheet, "sqref=\"H2:H46\""));
  g_assert_nonnull(strstr(sheet, "type=\"cellIs\""));
  g_assert_nonnull(strstr(sheet, "fitToHeight=\"0\" orientation=\"landscape\""));
  db_close(db);
  sample_remove(folder);
}

/* A cell bears no name: what is left out before it stands there empty, what is left out after the last does not. */
static void test_places(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *rows = book_rows(db, folder, 1000), *path = g_build_filename(folder, "audit.xlsx", NULL);
  g_autofree char *sheet = sample_shell("unzip -p %s xl/worksheets/sheet3.xml", path);
  const char *row = strstr(sheet, "<row r=\"2\">"), *end = row ? strstr(row, "</row>") : NULL;
  g_assert_nonnull(end);
  g_autofree char *cells = g_strndup(row, (gsize)(end - row));
  g_assert_null(strstr(cells, "<c r="));
  g_auto(GStrv) split = g_strsplit(cells, "<c ", -1), empty = g_strsplit(cells, "/><c ", -1);
  g_assert_cmpuint(g_strv_length(split), ==, 17); /* Clause to Finding */
  g_assert_cmpuint(g_strv_length(empty), ==, 5);  /* Report, Disposition, Notes, Detail */
  g_assert_true(g_str_has_suffix(cells, "</c>"));
  db_close(db);
  sample_remove(folder);
}

static void test_words(void) {
  static const char *const plain[] = {"burglary suspect"};
  struct db *db = sample_open(plain, 1);
  struct lookups *lookups = lookups_new(db);
  const struct lookup *names = lookups_column(lookups, "account.user_name");
  g_assert_true(names->shares);
  g_assert_cmpstr(lookup_word(names, 1)->text, ==, "Jo Marsh");
  g_assert_cmpuint(lookup_word(names, 1)->length, ==, 8);
  g_assert_null(lookup_word(names, 2));
  g_assert_null(lookup_word(names, -1));
  g_assert_null(lookup_word(names, G_MAXINT64));
  g_assert_null(lookup_word(lookups_column(lookups, "rule.severity"), 3)); /* for a person: NULL */
  g_assert_true(lookup_word(lookups_column(lookups, "phrase.confidence"), 1)->number);
  g_assert_nonnull(strchr(lookup_word(lookups_column(lookups, "phrase.why"), 1)->text, 31));
  lookups_free(lookups);
  db_close(db);
}

static void ignore_piece(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data) {
  (void)name, (void)bytes, (void)length, (void)last, (void)data;
}
static void zip_check(void *path) { zip_read(path, ignore_piece, NULL); }

/* One changed byte inside a packed sheet, or a missing end, is seen. */
static void test_damage(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  struct db *db = sample_open(plain, 1);
  g_autofree char *rows = book_rows(db, folder, 1000), *path = g_build_filename(folder, "audit.xlsx", NULL), *bytes = NULL;
  gsize length;
  g_assert_cmpint(sample_status(zip_check, path, 0), ==, 0);
  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  for (gsize part = 1; part < 4; part++) {
    gsize at = length * part / 5;
    bytes[at] ^= 16;
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_assert_cmpint(sample_status(zip_check, path, 0), ==, EXIT_SYSTEM);
    bytes[at] ^= 16;
  }
  for (gsize cut = 1; cut < length; cut += length / 7) {
    g_assert_true(g_file_set_contents(path, bytes, (gssize)(length - cut), NULL));
    g_assert_cmpint(sample_status(zip_check, path, 0), ==, EXIT_SYSTEM);
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
  TEST("xlsx", "past ten sheets the rest is told, on the sheet and on Summary", test_left);
  TEST("xlsx", "a finding leads to its search, report and user", test_links);
  TEST("xlsx", "past the links that Excel takes cells keep their text", test_links_most);
  TEST("xlsx", "tables, lists, frozen heads, conditional formats and page set-up are there", test_tables);
  TEST("xlsx", "cells stand in their columns without saying so", test_places);
  TEST("xlsx", "words are found by their numbers", test_words);
  TEST("xlsx", "a damaged workbook is seen", test_damage);
  return g_test_run();
}
