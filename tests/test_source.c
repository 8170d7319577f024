/* Lines, encodings, repairs and refusals of ingest/source.c. */
#define _GNU_SOURCE
#include "tests/check.h"
#include "ingest/csv/source.h"
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static char *file_make(const void *bytes, gsize length) {
  GError *error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp("source-XXXXXX.csv", &path, &error);
  g_assert_no_error(error);
  g_assert_cmpint(write(fd, bytes, length), ==, (gssize)length);
  close(fd);
  return path;
}

/* "1:text<end>" for each line, "!" where repaired, "~" where cut. */
static char *lines_read(const void *bytes, gsize length, gsize chunk, const char *encoding) {
  g_autofree char *path = file_make(bytes, length);
  struct source *source = source_open_chunked(path, "in.csv", chunk);
  struct source_line line;
  GString *all = g_string_new(NULL);
  if (encoding) g_assert_cmpstr(source_encoding(source), ==, encoding);
  for (; source_peek(source, 0, &line); source_drop(source, 1)) {
    g_assert_true(g_utf8_validate(line.text, (gssize)line.length, NULL));
    g_assert_cmpuint(strlen(line.text), ==, line.length);
    g_autofree char *end = g_strescape(line.end, NULL);
    g_string_append_printf(all, "%u:%s%s%s%s ", line.number, line.text, line.repaired ? "!" : "", line.cut ? "~" : "", end);
  }
  source_close(source);
  g_unlink(path);
  return g_string_free(all, FALSE);
}

static void lines_are(const void *bytes, gsize length, const char *encoding, const char *expected) {
  g_autofree char *got = lines_read(bytes, length, 4096, encoding);
  g_assert_cmpstr(got, ==, expected);
}
#define LINES(bytes, encoding, expected) lines_are(bytes, sizeof bytes - 1, encoding, expected)

static void test_ends(void) {
  LINES("a\nb\r\nc\rd", "UTF-8", "1:a\\n 2:b\\r\\n 3:c\\r 4:d ");
  LINES("a\rb\rc\r", "UTF-8", "1:a\\r 2:b\\r 3:c\\r ");
  LINES("a\n\n\r\n\rb\n", "UTF-8", "1:a\\n 2:\\n 3:\\r\\n 4:\\r 5:b\\n ");
}

static void test_utf8(void) {
  LINES("pe\xC3\xB1"
        "a\n\xE2\x82\xAC\n",
        "UTF-8", "1:peña\\n 2:€\\n ");
  LINES("\xEF\xBB\xBFid\n1\n", "UTF-8 with BOM", "1:id\\n 2:1\\n ");
  LINES("\xEF\xBF\xBD\n", "UTF-8", "1:\xEF\xBF\xBD\\n ");
}

static void test_utf16(void) {
  LINES("\xFF\xFEi\0d\0\n\0\xF1\0", "UTF-16LE", "1:id\\n 2:ñ ");
  LINES("\xFE\xFF\0i\0d\0\n\0\xF1", "UTF-16BE", "1:id\\n 2:ñ ");
  LINES("i\0d\0,\0x\0\r\0\n\0", "UTF-16LE", "1:id,x\\r\\n ");
  LINES("\0i\0d\0,\0x\0\n", "UTF-16BE", "1:id,x\\n ");
  LINES("\xFF\xFE\x3D\xD8\x0E\xDE\n\0", "UTF-16LE", "1:\xF0\x9F\x98\x8E\\n ");
}

static void test_1252(void) {
  LINES("Pe\xF1"
        "a\n\x93hi\x94\x80\n",
        "Windows-1252", "1:Peña\\n 2:“hi”€\\n ");
  LINES("a\xE9\x81"
        "b\n",
        "Windows-1252",
        "1:aé\xEF\xBF\xBD"
        "b!\\n ");
}

static void test_repairs(void) {
  LINES("a\0b\nc\n", "UTF-8",
        "1:a\xEF\xBF\xBD"
        "b!\\n 2:c\\n ");
  LINES("\xC3\xB1\xC3\xB1\n\xEF\xBF\xBE\nok\n\xFFx\n", "UTF-8", "1:ññ\\n 2:\xEF\xBF\xBD!\\n 3:ok\\n 4:\xEF\xBF\xBDx!\\n ");
  LINES("\xC3\xB1\xC3\xB1\xC3\xB1\xC3\xB1\n\xEF\0\0x\n", "UTF-8", "1:ññññ\\n 2:\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx!\\n ");
  LINES("\xFF\xFE\0\xDC\n\0x\0\n\0", "UTF-16LE", "1:\xEF\xBF\xBD!\\n 2:x\\n ");
  LINES("\xFF\xFEx\0\n\0y", "UTF-16LE", "1:x\\n 2:\xEF\xBF\xBD! ");
}

/* Whatever is cut by a chunk's end, the lines are the same. */
static void test_chunks(void) {
  static const char *const pieces[] = {
      "a", ",", "\r\n", "\r", "\n", "\xC3\xB1", "\xF0\x9F\x98\x8E", "\xFF", "long enough to span chunks", "\xE2\x82\xAC"};
  GRand *rand = g_rand_new_with_seed(7);
  for (guint round = 0; round < 40; round++) {
    g_autoptr(GString) bytes = g_string_new(round % 2 ? "\xEF\xBB\xBF" : "\xC3\xB1\xC3\xB1\xC3\xB1\xC3\xB1");
    for (guint i = 0; i < 60; i++) g_string_append(bytes, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    g_autofree char *whole = lines_read(bytes->str, bytes->len, 4096, NULL);
    for (gsize chunk = 1; chunk < 9; chunk++) {
      g_autofree char *part = lines_read(bytes->str, bytes->len, chunk, NULL);
      g_assert_cmpstr(part, ==, whole);
    }
  }
  g_rand_free(rand);
}

static void test_rewind(void) {
  g_autofree char *path = file_make("a\nb\nc\n", 6);
  struct source *source = source_open_chunked(path, "in.csv", 2);
  struct source_line first, third;
  g_assert_true(source_peek(source, 0, &first) && source_peek(source, 2, &third));
  g_assert_cmpstr(first.text, ==, "a");
  g_assert_cmpstr(third.text, ==, "c");
  g_assert_false(source_peek(source, 3, &third));
  source_drop(source, 99);
  g_assert_false(source_peek(source, 0, &third));
  source_rewind(source);
  g_assert_true(source_peek(source, 1, &first));
  g_assert_cmpuint(first.number, ==, 2);
  source_close(source);
  g_unlink(path);
}

static void test_cut(void) {
  g_autoptr(GString) bytes = g_string_new("head\n");
  for (guint i = 0; i < 20 * 1024 * 1024; i++) g_string_append_c(bytes, 'x');
  g_string_append(bytes, "\nnext\n");
  g_autofree char *path = file_make(bytes->str, bytes->len);
  struct source *source = source_open(path, "in.csv");
  struct source_line line;
  g_assert_true(source_peek(source, 1, &line));
  g_assert_true(line.cut);
  g_assert_cmpuint(line.length, ==, 16 * 1024 * 1024);
  g_assert_true(source_peek(source, 2, &line));
  g_assert_cmpstr(line.text, ==, "next");
  g_assert_false(line.cut);
  source_close(source);
  g_unlink(path);
}

static void test_hash(void) {
  g_autoptr(GString) bytes = g_string_new(NULL);
  for (guint i = 0; i < 300000; i++) g_string_append_printf(bytes, "%u\n", i);
  for (gsize length = 3; length; length = length == 3 ? bytes->len : 0) {
    g_autofree char *path = file_make(bytes->str, length);
    g_autofree char *expected = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes->str, length);
    struct source *source = source_open(path, "in.csv");
    g_autofree char *hash = source_sha256(source);
    g_assert_cmpstr(hash, ==, expected);
    g_assert_cmpuint(source_bytes(source), ==, length);
    source_close(source);
    g_unlink(path);
  }
}

/* GLib says only that a subprocess failed; this says how. */
static void status_tell(int status, void *data) {
  (void)data;
  fprintf(stdout, "status %d\n", status);
  fflush(stdout);
}

static void refused(const char *pattern) {
  g_test_trap_subprocess(NULL, 0, 0);
  g_test_trap_assert_failed();
  g_test_trap_assert_stderr(pattern);
  g_test_trap_assert_stdout("*status 3*");
}

static void refuse_bytes(const void *bytes, gsize length, const char *pattern) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    char *path = file_make(bytes, length);
    source_open(path, "in.csv");
    exit(0);
  }
  refused(pattern);
}

static void refuse_path(const char *path, const char *pattern) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    source_open(path, "in.csv");
    exit(0);
  }
  refused(pattern);
}

static void test_empty(void) { refuse_bytes("", 0, "in.csv: the file is empty*"); }
static void test_gzip(void) { refuse_bytes("\x1F\x8B\x08xyz", 6, "in.csv: this is a gzip archive*"); }
static void test_pdf(void) { refuse_bytes("%PDF-1.7\n", 9, "in.csv: this is a PDF*"); }
static void test_office(void) {
  refuse_bytes("PK\3\4....[Content_Types].xml", 27, "in.csv: this is a Word, PowerPoint or other Office file*");
}
static void test_missing(void) { refuse_path("/no/such/file.csv", "in.csv: cannot be opened*"); }
static void test_folder(void) { refuse_path(g_get_tmp_dir(), "in.csv: this is a folder*"); }
static void test_device(void) { refuse_path("/dev/zero", "in.csv: this is a pipe or device*"); }

static void test_fifo(void) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    g_autofree char *path = g_strdup_printf("%s/fifo-%d", g_get_tmp_dir(), (int)getpid());
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    source_open(path, "in.csv");
    exit(0);
  }
  refused("in.csv: this is a pipe or device*");
}

static void test_changed(void) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    char *path = file_make("a,b\n1,2\n", 8);
    struct source *source = source_open(path, "in.csv");
    FILE *more = fopen(path, "a");
    fputs("3,4\n", more);
    fclose(more);
    source_sha256(source);
    exit(0);
  }
  refused("in.csv: the file changed while it was read*");
}

static void source_pass(struct source *source) {
  struct source_line line;
  for (source_rewind(source); source_peek(source, 0, &line);) source_drop(source, 1);
}

/* Neither its size nor its time tells. */
static void test_changed_between(void) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    struct stat then;
    char *path = file_make("a,b\n1,2\n", 8);
    g_assert_cmpint(stat(path, &then), ==, 0);
    struct source *source = source_open(path, "in.csv");
    source_pass(source);
    FILE *again = fopen(path, "r+");
    fputs("a,b\n1,3\n", again);
    fclose(again);
    g_assert_cmpint(utimensat(AT_FDCWD, path, (const struct timespec[]){then.st_atim, then.st_mtim}, 0), ==, 0);
    source_pass(source);
    exit(0);
  }
  refused("in.csv: the file changed while it was read*");
}

static void test_nuls(void) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    g_autofree char *nuls = g_malloc0(3 * 1024 * 1024);
    memcpy(nuls, "a,b\n1,2\n", 8);
    char *path = file_make(nuls, 3 * 1024 * 1024);
    source_pass(source_open(path, "in.csv"));
    exit(0);
  }
  refused("in.csv: from byte 9 on it holds nothing but zero bytes*");
}

static void test_endless(void) {
  if (g_test_subprocess()) {
    on_exit(status_tell, NULL);
    g_autofree char *text = g_strnfill(70 * 1024 * 1024, 'x');
    char *path = file_make(text, 70 * 1024 * 1024);
    source_pass(source_open(path, "in.csv"));
    exit(0);
  }
  refused("in.csv:1: this line is longer than 64 MiB*");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("source", "LF, CRLF and CR end lines, also mixed", test_ends);
  TEST("source", "UTF-8 is read with and without a BOM", test_utf8);
  TEST("source", "UTF-16 is read in both orders with and without a BOM", test_utf16);
  TEST("source", "what is not UTF-8 is read as Windows-1252", test_1252);
  TEST("source", "bytes that are not text are replaced and reported", test_repairs);
  TEST("source", "where a chunk ends changes nothing", test_chunks);
  TEST("source", "a rewound file gives the same lines", test_rewind);
  TEST("source", "a line of megabytes is cut and the next one is whole", test_cut);
  TEST("source", "the SHA-256 is that of the bytes", test_hash);
  TEST("source", "an empty file is refused", test_empty);
  TEST("source", "a gzip archive is refused by name", test_gzip);
  TEST("source", "a PDF is refused by name", test_pdf);
  TEST("source", "an Office document is refused by name", test_office);
  TEST("source", "a missing file is refused", test_missing);
  TEST("source", "a folder is refused", test_folder);
  TEST("source", "a device is refused", test_device);
  TEST("source", "a FIFO is refused without waiting", test_fifo);
  TEST("source", "a file that changed while it was read stops the program", test_changed);
  TEST("source", "a file whose bytes differ when it is read again stops the program", test_changed_between);
  TEST("source", "a file that goes on with zero bytes is refused", test_nuls);
  TEST("source", "a line that does not end is refused", test_endless);
  return g_test_run();
}
