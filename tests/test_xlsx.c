/* Tests of the workbook by another reader: cells equal the database, nothing is a formula, damage is seen. */
#include "check.h"
#include "report_sample.h"
#include "report/report.h"
#include "report/zip.h"

/* A reader of its own: prints a row of a sheet a line, cells by tabs, line breaks as |. */
static const char reader[] = "python3 - %s <<'END'\n"
                             "import re,sys,zipfile\n"
                             "import xml.etree.ElementTree as tree\n"
                             "n='{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'\n"
                             "z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None\n"
                             "un=lambda t: re.sub('_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m.group(1),16)), t)\n"
                             "names=[s.get('name') for s in tree.fromstring(z.read('xl/workbook.xml')).iter(n+'sheet')]\n"
                             "for i,name in enumerate(names,1):\n"
                             "  text=z.read('xl/worksheets/sheet%d.xml'%i); root=tree.fromstring(text); assert not "
                             "list(root.iter(n+'f')) and not list(root.iter(n+'hyperlink'))\n"
                             "  for row in root.iter(n+'row'):\n"
                             "    print(name,*[c.get('r')+'='+(un(''.join(t.text or '' for t in c.iter(n+'t'))) if c.get('t') "
                             "else 'n'+c.find(n+'v').text).replace('\\n','|') for c in row],sep='\\t')\n"
                             "END";

static char *book_rows(struct db *db, char *folder, guint limit) {
  g_autofree char *path = g_build_filename(folder, "audit.xlsx", NULL);
  xlsx_write_limited(db, path, limit);
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
  g_assert_nonnull(strstr(rows, "C2=-04:00\tD2=marsh\tE2=Jo Marsh\tF2=0012\tG2=burglary suspect\tH2=criminal"));
  g_assert_nonnull(strstr(rows, "Summary\tA7=Searches\tB7=n60"));
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
  db_run(db, "DELETE FROM finding"); /* the same texts again, in sentences */
  g_autofree char *rows = book_rows(db, folder, 1000);
  g_assert_cmpuint(lines_with(rows, "Searches\t"), ==, 61);
  g_assert_nonnull(strstr(rows, most));
  g_assert_nonnull(strstr(rows, "… [cut: 40000 characters in all, see audit.db]"));
  g_assert_nonnull(strstr(rows, "A17=Cells cut to the length that Excel takes\tB17=n45"));
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
  g_assert_cmpuint(lines_with(rows, "Searches 3\t"), ==, 13); /* 60 rows and three heads */
  g_assert_cmpuint(lines_with(rows, "Searches 3\tA1=Event"), ==, 1);
  db_close(db);
  sample_remove(folder);
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
  TEST("xlsx", "a damaged workbook is seen", test_damage);
  return g_test_run();
}
