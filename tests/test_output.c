/* Tests of publishing: whole or nothing, private, never through links; the manifest is right; findings.csv runs nothing. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "include/audit.h"
#include "include/folder/journal.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"

static void file_make(const char *folder, const char *name, const char *text) {
  g_autofree char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
  g_mkdir_with_parents(parent, 0700);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static bool there(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* What a run publishes: files, the manifest of which is written. */
static void files_publish(const char *folder, const char *const *names, const char *const *taken) {
  struct stage *stage = stage_new(folder);
  for (; *names; names++) file_make(stage_files(stage), *names, "new");
  manifest_write(stage_files(stage), manifest_name, NULL, 0);
  stage_publish(stage, taken);
  exit(0);
}

static void publish(void *folder) { files_publish(folder, (const char *const[]){"audit.pdf", "charts/months.svg", NULL}, NULL); }
static void publish_more(void *folder) {
  files_publish(folder, (const char *const[]){"audit.pdf", "audit.xlsx", "charts/hours.png", NULL}, NULL);
}
static void publish_taken(void *folder) {
  files_publish(folder, (const char *const[]){"audit.pdf", NULL}, (const char *const[]){"audit.pdf", NULL});
}

/* A case file beside an audit. */
static void publish_beside(void *folder) {
  struct stage *stage = stage_new(folder);
  file_make(stage_files(stage), "dossier-a.pdf", "new");
  manifest_write(stage_files(stage), "dossier-a-sha256.txt", NULL, 0);
  stage_publish_as(stage, "dossier-a-sha256.txt", NULL);
  exit(0);
}

static void stop_halfway(void *folder) {
  file_make(stage_files(stage_new(folder)), "audit.pdf", "new");
  stop_system("x", "on purpose");
}

static void manifest_holds(const char *folder) {
  g_autofree char *checked =
      sample_shell("cd %s && sha256sum -c --quiet manifest-sha256.txt; ls -A . .. | grep -c faceaudit-", folder);
  g_assert_cmpstr(checked, ==, "0");
}

/* In a folder that is the program's alone, and in one where others keep files. */
static void test_publish(void) {
  for (int others = 0; others < 2; others++) {
    char *outer = sample_folder();
    g_autofree char *folder = g_build_filename(outer, "audit", NULL);
    g_assert_cmpint(sample_status(publish_more, folder, 0), ==, 0);
    if (others) file_make(folder, "notes.txt", "of a person"), file_make(folder, "charts/holiday.png", "of a person");
    g_assert_cmpint(sample_status(publish, folder, 0), ==, 0);
    g_assert_true(there(folder, "audit.pdf") && there(folder, "charts/months.svg"));
    g_assert_false(there(folder, "audit.xlsx") || there(folder, "charts/hours.png"));
    g_assert_true(!others == !there(folder, "notes.txt") && !others == !there(folder, "charts/holiday.png"));
    manifest_holds(folder);
    sample_remove(outer);
  }
}

/* Files with a manifest of their own and those of an audit leave each other alone, whichever is written again. */
static void test_beside(void) {
  char *outer = sample_folder();
  g_autofree char *folder = g_build_filename(outer, "audit", NULL);
  g_assert_cmpint(sample_status(publish_more, folder, 0), ==, 0);
  for (int turn = 0; turn < 2; turn++) {
    g_assert_cmpint(sample_status(publish_beside, folder, 0), ==, 0);
    g_assert_cmpint(sample_status(turn ? publish : publish_more, folder, 0), ==, 0);
    g_autofree char *checked = sample_shell("cd %s && sha256sum -c --quiet *sha256.txt && ls", folder);
    g_assert_cmpstr(checked, ==,
                    turn ? "audit.pdf\ncharts\ndossier-a-sha256.txt\ndossier-a.pdf\nmanifest-sha256.txt"
                         : "audit.pdf\naudit.xlsx\ncharts\ndossier-a-sha256.txt\ndossier-a.pdf\nmanifest-sha256.txt");
  }
  file_make(folder, "dossier-a.pdf", "changed by a person");
  g_assert_cmpint(sample_status(publish_beside, folder, 0), ==, EXIT_SYSTEM);
  sample_remove(outer);
}

/* Names that the program uses and files that it did not write, or that were changed since: refused, and nothing is changed. */
static void test_others(void) {
  static const char *const names[] = {"audit.pdf", "charts/months.svg", "manifest-sha256.txt"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    char *folder = sample_folder();
    file_make(folder, names[i], "mine");
    g_autofree char *before = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", folder);
    g_assert_cmpint(sample_status(publish, folder, 0), ==, EXIT_SYSTEM);
    g_autofree char *after = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", folder);
    g_assert_cmpstr(before, ==, after);
    sample_remove(folder);
  }
  char *outer = sample_folder();
  g_autofree char *folder = g_build_filename(outer, "audit", NULL);
  g_assert_cmpint(sample_status(publish, folder, 0), ==, 0);
  file_make(folder, "audit.pdf", "answered");
  g_assert_cmpint(sample_status(publish, folder, 0), ==, EXIT_SYSTEM);
  g_assert_cmpint(sample_status(publish_taken, folder, 0), ==, 0);
  g_assert_false(there(folder, "charts"));
  manifest_holds(folder);
  sample_remove(outer);
}

/* Files of an earlier run that somebody changed since are no longer the program's to remove. */
static void test_changed_stays(void) {
  char *folder = sample_folder();
  g_assert_cmpint(sample_status(publish_more, folder, 0), ==, 0);
  file_make(folder, "audit.xlsx", "answered");
  g_assert_cmpint(sample_status(publish, folder, 0), ==, 0);
  g_assert_true(there(folder, "audit.xlsx"));
  sample_remove(folder);
}

/* Killed when the manifest was away, one file was replaced and another was new. */
static void killed_halfway(void *folder) {
  struct stage *stage = stage_new(folder);
  const char *place = stage_place(stage), *files = stage_files(stage);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_ptr_array_add(names, (char *)"audit.html"), g_ptr_array_add(names, (char *)"audit.pdf");
  file_make(files, "audit.html", "half"), file_make(files, "audit.pdf", "half");
  g_assert_true(journal_begin(place, files, folder, names, NULL) && journal_keep(place, folder, manifest_name, false));
  g_assert_true(journal_keep(place, folder, "charts/hours.png", false));
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *from = g_build_filename(files, names->pdata[i], NULL), *to = g_build_filename(folder, names->pdata[i], NULL);
    g_assert_true(journal_keep(place, folder, names->pdata[i], true) && !rename(from, to));
  }
  kill(getpid(), SIGKILL);
}

static void test_killed(void) {
  for (int inside = 0; inside < 2; inside++) {
    char *outer = sample_folder();
    g_autofree char *folder = inside ? g_build_filename(outer, ".", NULL) : g_build_filename(outer, "audit", NULL);
    g_assert_cmpint(sample_status(publish_more, folder, 0), ==, 0);
    file_make(folder, "notes.txt", "of a person");
    g_autofree char *before = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", folder);
    sample_status(killed_halfway, folder, 0);
    g_assert_true(there(folder, "audit.html"));
    g_assert_cmpint(sample_status(stop_halfway, folder, 0), ==, EXIT_SYSTEM); /* the next run takes it back first */
    g_autofree char *after = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", folder);
    g_assert_cmpstr(before, ==, after);
    if (!inside) manifest_holds(folder);
    sample_remove(outer);
  }
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

/* Neither a folder that is a link nor charts/ that is one is followed. */
static void test_linked_folders(void) {
  char *folder = sample_folder(), *other = sample_folder();
  g_autofree char *link = g_build_filename(folder, "linked", NULL), *charts = g_build_filename(folder, "charts", NULL);
  g_assert_cmpint(sample_status(publish_more, other, 0), ==, 0);
  g_assert_true(!symlink(other, link) && !symlink(other, charts));
  g_autofree char *before = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", other);
  g_assert_cmpint(sample_status(publish, link, 0), ==, EXIT_SYSTEM);
  g_assert_cmpint(sample_status(publish, folder, 0), ==, EXIT_SYSTEM);
  g_autofree char *after = sample_shell("cd %s && find . -type f | sort | xargs sha256sum", other);
  g_assert_cmpstr(before, ==, after);
  g_assert_false(there(folder, "audit.pdf"));
  sample_remove(folder);
  sample_remove(other);
}

/* Others may read what its owner lets them read, but not write there. */
static void test_narrowed(void) {
  for (int others = 0; others < 2; others++) {
    char *outer = sample_folder();
    g_autofree char *folder = g_build_filename(outer, "audit", NULL);
    g_assert_cmpint(sample_status(publish_more, folder, 0), ==, 0);
    if (others) file_make(folder, "notes.txt", "of a person");
    g_assert_cmpint(chmod(folder, 0777), ==, 0);
    g_assert_cmpint(sample_status(publish, folder, 0), ==, 0);
    g_autofree char *mode = sample_shell("ls -ld %s | cut -c 1-10", folder);
    g_assert_cmpstr(mode, ==, "drwxr-xr-x");
    sample_remove(outer);
  }
}

static void write_all(void *folder) {
  struct db *db = sample_open(hostile, G_N_ELEMENTS(hostile));
  struct stage *stage = stage_new(folder);
  report_write(db, stage_files(stage), NULL, NULL);
  stage_publish(stage, NULL);
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
  TEST("output", "a case file and an audit in one folder leave each other alone, whichever is written again", test_beside);
  TEST("output", "what is not listed in the manifest, or was changed since, is refused and left", test_others);
  TEST("output", "a changed file of an earlier run stays", test_changed_stays);
  TEST("output", "what a killed run had half done is taken back by the next", test_killed);
  TEST("output", "a run that stops leaves nothing", test_stop);
  TEST("output", "a symbolic link is refused before anything is changed", test_links);
  TEST("output", "a linked folder is refused and never followed", test_linked_folders);
  TEST("output", "a folder in which others can write is narrowed", test_narrowed);
  TEST("output", "a full disk leaves all or nothing", test_full);
  TEST("output", "the same database gives the same bytes in any zone at any time", test_same);
  TEST("output", "files are private and pictures well formed", test_modes);
  TEST("output", "no cell of findings.csv begins a formula", test_guard);
  return g_test_run();
}
