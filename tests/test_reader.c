/* What a reader gives is what csv_next gives, of files read here and of those that a thread reads beside. */
#define _GNU_SOURCE
#include "tests/check.h"
#include "ingest/reader.h"
#include <sys/mman.h>
#include <unistd.h>

struct file {
  int fd;
  struct source *source;
  struct csv *csv;
};

static struct file file_open(const GString *bytes) {
  struct file file = {.fd = memfd_create("csv", 0)};
  for (gsize at = 0; at < bytes->len;) {
    gssize done = write(file.fd, bytes->str + at, bytes->len - at);
    g_assert_cmpint(done, >, 0);
    at += (gsize)done;
  }
  g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file.fd);
  file.source = source_open(path, "in.csv");
  file.csv = csv_open(file.source, NULL, NULL);
  return file;
}

static void file_close(struct file file) {
  csv_close(file.csv);
  source_close(file.source);
  close(file.fd);
}

/* Everything of a record in words. */
static char *record_words(const struct record *record) {
  GString *words = g_string_new(NULL);
  g_string_append_printf(words, "%d %u %u [%.*s]", (int)record->kind, record->line, record->lines, (int)record->raw_length,
                         record->raw);
  g_assert_cmpuint(strlen(record->raw), ==, record->raw_length);
  for (guint i = 0; i < record->count; i++) {
    g_assert_cmpuint(strlen(record->cells[i]), ==, record->lengths[i]);
    if (i) g_assert_true(record->cells[i] == record->cells[i - 1] + record->lengths[i - 1] + 1);
    g_string_append_printf(words, "|%s", record->cells[i]);
  }
  for (guint i = 0; i < record->faults->len; i++) g_string_append_printf(words, "!%s", (char *)record->faults->pdata[i]);
  return g_string_free(words, FALSE);
}

/* A file of ROWS rows, among them some of several lines, blank ones, damaged ones and a long one. */
static GString *file_make(guint rows) {
  GString *bytes = g_string_new("id,time,user,reason\n");
  for (guint i = 0; i < rows; i++) {
    if (i % 97 == 5) g_string_append(bytes, "\n");
    if (i % 101 == 7) g_string_append(bytes, "1,2,3\n");
    if (i % 1009 == 9) g_string_append_printf(bytes, "%u,x,\"never closed,y\n", i);
    if (i % 89 == 3) g_string_append_printf(bytes, "%u,2024-01-01,jdoe,\"two\nlines, \"\"quoted\"\"\"\n", i);
    else g_string_append_printf(bytes, "%u,2024-01-%02u 10:00,user%u,%s\n", i, i % 28 + 1, i % 13, i % 3 ? "theft" : "");
    if (i % 5003 == 11) {
      g_string_append_printf(bytes, "%u,2024-01-01,jdoe,", i);
      for (guint k = 0; k < 20000; k++) g_string_append(bytes, "a long text ");
      g_string_append_c(bytes, '\n');
    }
  }
  return bytes;
}

static void file_same(guint rows) {
  GString *bytes = file_make(rows);
  struct file plain = file_open(bytes), beside = file_open(bytes);
  for (int turn = 0; turn < 2; turn++) { /* a file may be read again */
    struct record record;
    csv_rewind(plain.csv), csv_rewind(beside.csv);
    struct reader *reader = reader_open(beside.csv, beside.source);
    while (csv_next(plain.csv, &record)) {
      struct record *read = reader_next(reader);
      g_assert_nonnull(read);
      g_autofree char *wanted = record_words(&record), *found = record_words(read);
      g_assert_cmpstr(found, ==, wanted);
      for (guint i = 0; i < read->count; i++)
        if (read->lengths[i]) read->cells[i][0] = 0; /* cells may be changed */
      g_assert_cmpuint(reader_position(reader), <=, bytes->len);
    }
    g_assert_null(reader_next(reader));
    g_assert_null(reader_next(reader));
    reader_close(reader);
  }
  file_close(plain), file_close(beside);
  g_string_free(bytes, TRUE);
}

static void files_small(void) {
  for (guint rows = 0; rows < 120; rows += 7) file_same(rows);
}

static void file_large(void) { file_same(60000); }

/* Who has read enough may stop. */
static void file_left(void) {
  GString *bytes = file_make(60000);
  struct file file = file_open(bytes);
  csv_rewind(file.csv);
  struct reader *reader = reader_open(file.csv, file.source);
  for (guint i = 0; i < 10; i++) g_assert_nonnull(reader_next(reader));
  reader_close(reader);
  file_close(file);
  g_string_free(bytes, TRUE);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("reader", "of small files every record comes as it was parsed", files_small);
  TEST("reader", "of a large file, too, which a thread reads beside", file_large);
  TEST("reader", "a file may be left before its end", file_left);
  return g_test_run();
}
