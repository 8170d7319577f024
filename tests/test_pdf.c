/* Tests of the PDF by other programs: whole, tagged, every row and every hostile string survives. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/pdf/pdf.h"

struct made {
  const char *path;
  const char *const *reasons;
  guint count;
};

static void pdf_work(void *data) {
  const struct made *made = data;
  struct db *db = sample_open(made->reasons, made->count);
  struct document *document = document_read(db, "pdf");
  pdf_write(document, made->path);
  document_free(document);
  db_close(db);
  _exit(0);
}

/* In a process of its own, as the program does it: fontconfig and Pango keep their caches to the end. */
static char *pdf_make(const char *folder, const char *const *reasons, guint count) {
  char *path = g_build_filename(folder, "audit.pdf", NULL);
  struct made made = {path, reasons, count};
  g_assert_cmpint(sample_status(pdf_work, &made, 0), ==, 0);
  return path;
}

static void test_whole(void) {
  static const char *const plain[] = {"burglary suspect"};
  char *folder = sample_folder();
  g_autofree char *path = pdf_make(folder, plain, 1);
  g_autofree char *about = sample_shell("pdfinfo %s 2>&1", path);
  g_assert_nonnull(strstr(about, "Tagged:          yes"));
  g_assert_nonnull(strstr(about, "Tide Harbor Police"));
  g_assert_nonnull(strstr(about, "612 x 792"));
  g_autofree char *tags = sample_shell(
      "pdfinfo -struct %s 2>&1 | grep -oE '^ *(Document|H1|Table|TR|TH|TD|Figure)' | tr -d ' ' | sort -u | tr '\\n' ' '", path);
  g_assert_cmpstr(tags, ==, "Document Figure H1 TD TH TR Table");
  g_autofree char *language = sample_shell("grep -a -c -E '/Lang \\(en-US\\)|/DisplayDocTitle true' %s", path);
  g_assert_cmpstr(language, ==, "2");
  g_autofree char *fonts = sample_shell("pdffonts %s | tail -n +3 | awk '$(NF-4) != \"yes\"' | wc -l", path);
  g_assert_cmpstr(fonts, ==, "0");
  sample_remove(folder);
}

/* The text of the pages holds every part and the count of pages in each foot is the true one. */
static void test_text(void) {
  static const char *const plain[] = {"fine office affairs"};
  char *folder = sample_folder();
  g_autofree char *path = pdf_make(folder, plain, 1);
  g_autofree char *pages = sample_shell("pdfinfo %s | awk '/^Pages/ {print $2}'", path);
  g_autofree char *foot = g_strdup_printf("Page %s of %s", pages, pages);
  g_autofree char *text = sample_shell("pdftotext -layout %s -", path);
  g_assert_nonnull(strstr(text, foot));
  g_assert_nonnull(strstr(text, "fine office affairs")); /* no ligatures: what is written is found */
  g_assert_nonnull(strstr(text, "no duty schedule was supplied"));
  g_assert_nonnull(strstr(text, "time cannot be read"));
  g_assert_nonnull(strstr(text, "Shoe size"));
  sample_remove(folder);
}

/* Twenty at a time. */
static void test_hostile(void) {
  g_autoptr(GPtrArray) strings = sample_hostile();
  for (guint first = 0; first < strings->len; first += 20) {
    char *folder = sample_folder();
    g_autofree char *path = pdf_make(folder, (const char *const *)strings->pdata + first, MIN(20, strings->len - first));
    g_autofree char *rows = sample_shell("pdftotext %s - | grep -oE '\\bL(1[7-9]|[2-5][0-9]|6[01])\\b' | sort -u | wc -l",
                                         path); /* of the findings */
    g_assert_cmpstr(rows, ==, "45");
    g_autofree char *errors = sample_shell("pdftotext %s - 2>&1 >/dev/null", path);
    g_assert_cmpstr(errors, ==, "");
    g_autofree char *end = sample_shell("pdftotext %s - | grep -c 'Rules as run'", path);
    g_assert_cmpstr(end, ==, "1");
    sample_remove(folder);
  }
}

/* A reason without a blank, far longer than a page is wide, and one far longer than a page is high. */
static void test_long(void) {
  g_autofree char *word = g_strnfill(3000, 'W'), *lines = g_strnfill(60000, 'x');
  for (gsize i = 0; lines[i]; i += 2) lines[i] = '\n';
  const char *const reasons[] = {word, lines};
  char *folder = sample_folder();
  g_autofree char *path = pdf_make(folder, reasons, 2);
  g_autofree char *rows = sample_shell("pdftotext %s - | tr '\\n' ' ' | grep -oE 'more +characters' | wc -l", path);
  g_assert_cmpint(g_ascii_strtoll(rows, NULL, 10), >=, 2);
  g_autofree char *outside =
      sample_shell("pdftotext -bbox %s - | awk -F'\"' '/<word/ && ($2 < 40 || $6 > 572 || $8 > 775)' | wc -l", path);
  g_assert_cmpstr(outside, ==, "0");
  sample_remove(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("pdf", "it is tagged, named, in a language, with its fonts", test_whole);
  TEST("pdf", "its text is all there and can be searched", test_text);
  TEST("pdf", "hostile strings lose no row and no page", test_hostile);
  TEST("pdf", "very long words and reasons stay on the page and are cut in sight", test_long);
  return g_test_run();
}
