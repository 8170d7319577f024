/* Tests of publishing: whole or nothing, private, never through links; the manifest is right; findings.csv runs nothing. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "include/audit.h"
#include "include/output_folder.h"

static void file_make(const char *folder, const char *name, const char *text) {
  g_autofree char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
  g_mkdir_with_parents(parent, 0700);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static bool there(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void publish(void *folder) {
  g_autofree char *staging = output_stage(folder);
  file_make(staging, "audit.pdf", "new");
  file_make(staging, "charts/months.svg", "<svg/>");
  output_manifest(staging, NULL, 0);
  output_publish(staging, folder);
  exit(0);
}

static void stop_halfway(void *folder) {
  g_autofree char *staging = output_stage(folder);
  file_make(staging, "audit.pdf", "new");
  stop_system("x", "on purpose");
}

static void test_publish(void) {
  char *folder = sample_folder();
  file_make(folder, "audit.xlsx", "of an earlier run");
  file_make(folder, "charts/hours.png", "of an earlier run");
  file_make(folder, "audit.db", "stays");
  file_make(folder, "notes.txt", "of a person");
  g_assert_cmpint(sample_status(publish, folder, 0), ==, 0);
  g_assert_true(there(folder, "audit.pdf") && there(folder, "charts/months.svg") && there(folder, "notes.txt") &&
                there(folder, "audit.db"));
  g_assert_false(there(folder, "audit.xlsx") || there(folder, "charts/hours.png"));
  g_autofree char *checked =
      sample_shell("cd %s && sha256sum -c --quiet manifest-sha256.txt && ls -A | grep -c faceaudit", folder);
  g_assert_cmpstr(checked, ==, "0");
  sample_remove(folder);
}

static void test_stop(void) {
  char *folder = sample_folder();
  g_autofree char *inner = g_build_filename(folder, "new", NULL);
  g_assert_cmpint(sample_status(stop_halfway, folder, 0), ==, EXIT_SYSTEM);
  g_assert_cmpint(sample_status(stop_halfway, inner, 0), ==, EXIT_SYSTEM);
  g_autofree char *left = sample_shell("ls -A %s", folder);
  g_assert_cmpstr(left, ==, "");
  sample_remove(folder);
}

static void test_links(void) {
  char *folder = sample_folder();
  g_autofree char *link = g_build_filename(folder, "audit.pdf", NULL), *target = g_build_filename(folder, "precious", NULL);
  file_make(folder, "precious", "untouched");
  g_assert_cmpint(symlink(target, link), ==, 0);
  g_assert_cmpint(sample_status(publish, folder, 0), ==, EXIT_SYSTEM);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(target, &text, NULL, NULL));
  g_assert_cmpstr(text, ==, "untouched");
  g_assert_false(there(folder, "charts"));
  sample_remove(folder);
}

static void write_all(void *folder) {
  struct db *db = sample_open(hostile, G_N_ELEMENTS(hostile));
  g_autofree char *staging = output_stage(folder);
  report_write(db, staging, NULL);
  output_publish(staging, folder);
  db_close(db);
  exit(0);
}

/* Every limit from too little for anything to almost enough: either all is there, or nothing. */
static void test_full(void) {
  static const rlim_t limits[] = {1, 512, 4096, 9000, 16000, 24000, 40000, 60000, 64 << 20};
  int failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(limits); i++) {
    char *folder = sample_folder();
    int status = sample_status(write_all, folder, limits[i]);
    g_autofree char *left = sample_shell("ls -A %s", folder);
    if (status == 0) g_assert_nonnull(strstr(left, "manifest-sha256.txt"));
    else {
      g_assert_cmpint(status, ==, EXIT_SYSTEM);
      g_assert_cmpstr(left, ==, "");
      failed++;
    }
    sample_remove(folder);
  }
  g_assert_cmpint(failed, >=, 5);
  g_assert_cmpint(failed, <, G_N_ELEMENTS(limits)); /* the last is room enough */
}

static void test_same(void) {
  char *one = sample_folder(), *two = sample_folder();
  g_setenv("TZ", "America/New_York", TRUE);
  g_assert_cmpint(sample_status(write_all, one, 0), ==, 0);
  g_setenv("TZ", "Asia/Tokyo", TRUE);
  g_usleep(1100000); /* the clock of a zip has steps of two seconds, that of a PDF of one */
  g_assert_cmpint(sample_status(write_all, two, 0), ==, 0);
  g_unsetenv("TZ");
  g_autofree char *first = sample_shell("cd %s && sha256sum audit.pdf audit.xlsx findings.csv charts/* manifest-sha256.txt", one);
  g_autofree char *second =
      sample_shell("cd %s && sha256sum audit.pdf audit.xlsx findings.csv charts/* manifest-sha256.txt", two);
  g_assert_cmpstr(first, ==, second);
  g_assert_nonnull(strstr(first, "charts/searches-by-hour.svg"));
  sample_remove(one);
  sample_remove(two);
}

static void test_modes(void) {
  char *folder = sample_folder();
  g_assert_cmpint(sample_status(write_all, folder, 0), ==, 0);
  g_autofree char *open = sample_shell("find %s -type f ! -perm 600 -o -type d ! -perm 700", folder);
  g_assert_cmpstr(open, ==, "");
  g_autofree char *bad = sample_shell("for f in %s/charts/*.svg; do xmllint --noout \"$f\" 2>&1; done", folder);
  g_assert_cmpstr(bad, ==, "");
  sample_remove(folder);
}

static void test_guard(void) {
  char *folder = sample_folder();
  g_assert_cmpint(sample_status(write_all, folder, 0), ==, 0);
  g_autofree char *rows =
      sample_shell("python3 -c 'import csv,sys\n"
                   "rows=list(csv.reader(open(sys.argv[1],encoding=\"utf-8\",newline=\"\")))\n"
                   "assert all(len(r)==len(rows[0]) for r in rows)\n"
                   "assert not any(c[:1] in \"=+-@\\t\\r\\n\" and c for r in rows for c in r)\n"
                   "assert not any(ord(x)<32 and x!=\"\\n\" or ord(x)==127 for r in rows for c in r for x in c)\n"
                   "print(len(rows), rows[0][0])' %s/findings.csv",
                   folder);
  g_assert_cmpstr(rows, ==, "46 finding_id");
  sample_remove(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("output", "a run replaces what an earlier one wrote and nothing else", test_publish);
  TEST("output", "a run that stops leaves nothing", test_stop);
  TEST("output", "a symbolic link is refused before anything is changed", test_links);
  TEST("output", "a full disk leaves all or nothing", test_full);
  TEST("output", "the same database gives the same bytes in any zone at any time", test_same);
  TEST("output", "files are private and pictures well formed", test_modes);
  TEST("output", "no cell of findings.csv begins a formula", test_guard);
  return g_test_run();
}
