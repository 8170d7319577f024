/* Records, faults and dialects of ingest/csv/, on small files made here. */
#define _GNU_SOURCE
#include "tests/check.h"
#include "ingest/csv/csv.h"
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

struct file {
  int fd;
  struct source *source;
  struct csv *csv;
};

static struct file file_open(const char *bytes, gsize length, gsize chunk, header_score score) {
  struct file file = {.fd = memfd_create("csv", 0)};
  g_assert_cmpint(write(file.fd, bytes, length), ==, (gssize)length);
  g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file.fd);
  file.source = source_open_chunked(path, "in.csv", chunk);
  file.csv = csv_open(file.source, score, NULL);
  return file;
}

static void file_close(struct file file) {
  csv_close(file.csv);
  source_close(file.source);
  close(file.fd);
}

/* "2 data a|b|c" for each record, "+N" where it takes more lines, "!" where it has faults. Checks that lines follow on. */
static char *file_records(struct file file) {
  static const char *const kinds[] = {"data", "damaged", "header", "title", "repeated", "total", "blank"};
  GString *all = g_string_new(NULL);
  struct record record;
  guint next = 1;
  while (csv_next(file.csv, &record)) {
    g_assert_cmpuint(record.line, ==, next);
    g_assert_cmpuint(record.lines, >, 0);
    next += record.lines;
    g_assert_true(record.kind != RECORD_DAMAGED || record.faults->len);
    g_assert_cmpuint(strlen(record.raw), ==, record.raw_length);
    g_string_append_printf(all, "%u", record.line);
    if (record.lines > 1) g_string_append_printf(all, "+%u", record.lines - 1);
    g_string_append_printf(all, " %s%s", kinds[record.kind], record.faults->len ? "!" : "");
    for (guint i = 0; record.kind != RECORD_DAMAGED && i < record.count; i++) {
      g_assert_cmpuint(strlen(record.cells[i]), ==, record.lengths[i]);
      if (i) g_assert_true(record.cells[i] == record.cells[i - 1] + record.lengths[i - 1] + 1);
      g_string_append_printf(all, "%c%s", i ? '|' : ' ', record.cells[i]);
    }
    g_string_append_c(all, '\n');
  }
  return g_string_free(all, FALSE);
}

static char *records(const char *bytes, gsize length, gsize chunk) {
  struct file file = file_open(bytes, length, chunk, NULL);
  char *all = file_records(file);
  file_close(file);
  return all;
}

static void records_are(const char *text, const char *expected) {
  g_autofree char *got = records(text, strlen(text), 4096);
  g_assert_cmpstr(got, ==, expected);
}

#define HEAD "id,when,why,who\n"
#define ROWS "1,2022-01-01,theft,joe\n2,2022-01-02,fraud,ann\n3,2022-01-03,theft,joe\n"
#define HEAD_READ "1 header id|when|why|who\n"
#define ROWS_READ "2 data 1|2022-01-01|theft|joe\n3 data 2|2022-01-02|fraud|ann\n4 data 3|2022-01-03|theft|joe\n"

static void test_plain(void) {
  records_are(HEAD ROWS, HEAD_READ ROWS_READ);
  records_are("a,b\r\n1, two \r\n3,\"\"", "1 header a|b\n2 data 1| two \n3 data 3|\n");
}

static void test_quotes(void) {
  records_are(HEAD "1,2022-01-01,\"a, \"\"b\"\"\",joe\n", HEAD_READ "2 data 1|2022-01-01|a, \"b\"|joe\n");
}

static void test_narrative(void) {
  records_are(HEAD "1,2022-01-01,\"He said, \"\"no\"\".\n\nThen, later, he left, running\r\nfast.\",joe\n" ROWS,
              HEAD_READ "2+3 data 1|2022-01-01|He said, \"no\".\n\nThen, later, he left, running\r\nfast.|joe\n"
                        "6 data 1|2022-01-01|theft|joe\n7 data 2|2022-01-02|fraud|ann\n8 data 3|2022-01-03|theft|joe\n");
}

static void test_ends(void) {
  records_are("a,b\r1,2\r3,4\r", "1 header a|b\n2 data 1|2\n3 data 3|4\n");
  records_are("a,b\n1,2\r\n3,4\r5,6", "1 header a|b\n2 data 1|2\n3 data 3|4\n4 data 5|6\n");
}

static void test_titles(void) {
  records_are("FACES user log\nPeriod: 1/1/2022 - 12/31/2022\n,,,\n\n" HEAD ROWS,
              "1 title FACES user log\n2 title Period: 1/1/2022 - 12/31/2022\n3 blank |||\n4 blank\n5 header id|when|why|who\n"
              "6 data 1|2022-01-01|theft|joe\n7 data 2|2022-01-02|fraud|ann\n8 data 3|2022-01-03|theft|joe\n");
}

static void test_repeated(void) {
  records_are(HEAD ROWS HEAD "4,2022-01-04,x,y\n", HEAD_READ ROWS_READ "5 repeated! id|when|why|who\n6 data 4|2022-01-04|x|y\n");
}

static void test_totals(void) {
  records_are(HEAD ROWS "\nTotal records: 3\nTotal,,,3\n-- end of report --\nPage 1 of 2\n3 records\nPrinted by joe\n",
              HEAD_READ ROWS_READ "5 blank\n6 total Total records: 3\n7 total Total|||3\n8 total -- end of report --\n"
                                  "9 total Page 1 of 2\n10 total 3 records\n11 total Printed by joe\n");
}

static void test_total_not(void) {
  records_are(HEAD ROWS "4,2022-01-04,total loss,joe\ntotal,2022-01-05,x,ann\n",
              HEAD_READ ROWS_READ "5 data 4|2022-01-04|total loss|joe\n6 data total|2022-01-05|x|ann\n");
  records_are(HEAD ROWS "Totally unlike a trailer\n", HEAD_READ ROWS_READ "5 damaged!\n");
}

static void test_blanks(void) {
  records_are(HEAD "\n  \n" ROWS ",,,\n",
              HEAD_READ "2 blank\n3 blank\n4 data 1|2022-01-01|theft|joe\n5 data 2|2022-01-02|fraud|ann\n"
                        "6 data 3|2022-01-03|theft|joe\n7 blank |||\n");
}

static void test_unclosed(void) {
  records_are(HEAD ROWS "4,2022-01-04,\"never closed,joe\n5,2022-01-05,x,ann\n6,2022-01-06,y,ann\n",
              HEAD_READ ROWS_READ "5 damaged!\n6 data 5|2022-01-05|x|ann\n7 data 6|2022-01-06|y|ann\n");
}

static void test_unclosed_narrative(void) {
  records_are(HEAD ROWS "4,2022-01-04,\"one\ntwo, three\n\nfour,joe\n5,2022-01-05,\"good\nlines\",ann\n6,2022-01-06,y,ann\n",
              HEAD_READ ROWS_READ "5+3 damaged!\n9+1 data 5|2022-01-05|good\nlines|ann\n11 data 6|2022-01-06|y|ann\n");
}

static void test_stray(void) {
  records_are(HEAD ROWS "4,2022-01-04,a \"b\" c,joe\n5,2022-01-05,x,ann\n",
              HEAD_READ ROWS_READ "5 damaged!\n6 data 5|2022-01-05|x|ann\n");
  records_are(HEAD ROWS "4,2022-01-04,\"b\" c,joe\n5,2022-01-05,x,ann\n",
              HEAD_READ ROWS_READ "5 damaged!\n6 data 5|2022-01-05|x|ann\n");
}

static void test_swallowed(void) {
  records_are(HEAD ROWS "4,2022-01-04,\"open,joe\n5,2022-01-05,x,ann\n6,2022-01-06,shut\",ann\n7,2022-01-07,y,ann\n",
              HEAD_READ ROWS_READ "5 damaged!\n6 data 5|2022-01-05|x|ann\n7 damaged!\n8 data 7|2022-01-07|y|ann\n");
}

static void test_narrative_commas(void) {
  records_are(HEAD ROWS "4,2022-01-04,\"He had, he said,\na, b, c, and d, too\none, two, three, four\",joe\n",
              HEAD_READ ROWS_READ "5+2 data 4|2022-01-04|He had, he said,\na, b, c, and d, too\none, two, three, four|joe\n");
}

static void test_width(void) {
  records_are(HEAD ROWS "4,2022-01-04,joe\n5,2022-01-05,x,ann,\n6,2022-01-06,y,ann\n",
              HEAD_READ ROWS_READ "5 damaged!\n6 damaged!\n7 data 6|2022-01-06|y|ann\n");
}

static void test_spare(void) {
  records_are("id,who\n1,a,\n2,b,\n3,c,\n4,,d\n5,e\n",
              "1 header! id|who\n2 data 1|a\n3 data 2|b\n4 data 3|c\n5 damaged!\n6 damaged!\n");
  records_are("id,who,\n1,a,\n2,b,\n", "1 header id|who\n2 data 1|a\n3 data 2|b\n");
}

static void test_header_damaged(void) {
  records_are("id,when,,why,who\n" ROWS, "1 damaged!\n" ROWS_READ);
  records_are("id,\"when,why,who\n" ROWS, "1 damaged!\n" ROWS_READ);
}

static void test_header_none(void) {
  struct file file = file_open(ROWS, strlen(ROWS), 4096, NULL);
  g_assert_cmpuint(csv_dialect(file.csv)->header_line, ==, 0);
  g_assert_cmpuint(csv_dialect(file.csv)->width, ==, 4);
  file_close(file);
}

static double score_numbers(char **cells, guint count, void *data) {
  (void)data;
  return count == 3 && !strcmp(cells[0], "2021") ? 0.9 : 0;
}

static void test_header_told(void) {
  const char *text = "a,b,c\n2021,2022,2023\n1,2,3\n";
  struct file file = file_open(text, strlen(text), 4096, score_numbers);
  g_assert_cmpuint(csv_dialect(file.csv)->header_line, ==, 2);
  file_close(file);
}

static void test_delimiters(void) {
  static const char marks[] = ",;\t|^~\x1F";
  for (const char *mark = marks; *mark; mark++) {
    g_autofree char *text = g_strdelimit(g_strdup("id_when_why_who\n1_2022_a-b_joe\n2_2022_c:d_\"x\"\n"), "_", *mark);
    g_autofree char *got = records(text, strlen(text), 4096);
    g_assert_cmpstr(got, ==, "1 header id|when|why|who\n2 data 1|2022|a-b|joe\n3 data 2|2022|c:d|x\n");
  }
  records_are("id;sum\n1;2,5\n2;3,5\n3;4,5\n", "1 header id|sum\n2 data 1|2,5\n3 data 2|3,5\n4 data 3|4,5\n");
  records_are("when\tname\n2022\tMarsh, J\n2023\tWeeks, H\n", "1 header when|name\n2 data 2022|Marsh, J\n3 data 2023|Weeks, H\n");
  records_are("sep=;\nid;sum\n1;2,5\n", "1 title sep=|\n2 header id|sum\n3 data 1|2,5\n");
}

static void test_blank_quotes(void) {
  records_are("id, \"why\", who\n1, \"a, b\", joe\n2, \"c\" , ann\n", "1 header id|why|who\n2 data 1|a, b|joe\n3 data 2|c|ann\n");
}

static void test_one_column(void) { records_are("name\nann\n7\njoe\n", "1 header name\n2 data ann\n3 data 7\n4 data joe\n"); }

static void test_repaired(void) {
  g_autofree char *got = records("id,who\n1,a\0b\n2,c\n", 17, 4096);
  g_assert_cmpstr(got, ==,
                  "1 header id|who\n2 data! 1|a\xEF\xBF\xBD"
                  "b\n3 data 2|c\n");
}

/* One comma more or less, anywhere: that record is never good, and the others stay. */
static void test_shift(void) {
  const char *row = "7,2022-01-07,trespass,\"ann, b\"\n", *after = "8,2022-01-08,theft,joe\n";
  for (gsize at = 0; at < strlen(row); at++) {
    bool drop = row[at] == ',' && at != 26;
    for (int cut = 0; cut <= drop; cut++) {
      g_autofree char *text = g_strdup_printf(HEAD ROWS "%.*s%s%s%s", (int)at, row, cut ? "" : ",", row + at + cut, after);
      g_autofree char *got = records(text, strlen(text), 4096);
      bool inside = at > 22 && at < 30; /* within the quotes a comma is text */
      bool good = strstr(got, "\n5 data") != NULL;
      g_assert_true(good == (inside && !cut));
      g_assert_nonnull(strstr(got, ROWS_READ "5 "));
      g_assert_nonnull(strstr(got, "6 data 8|2022-01-08|theft|joe\n"));
    }
  }
}

/* One quote more, anywhere: never a wrong cell in a good record, and rows above and two below stay. */
static void test_quote_anywhere(void) {
  const char *row = "7,2022-01-07,trespass,\"ann, b\"\n";
  for (gsize at = 0; at < strlen(row); at++) {
    g_autofree char *text =
        g_strdup_printf(HEAD ROWS "%.*s\"%s8,2022-01-08,\"theft, x\",joe\n9,2022-01-09,theft,joe\n", (int)at, row, row + at);
    g_autofree char *got = records(text, strlen(text), 4096);
    g_assert_null(strstr(got, "\n5 data"));
    g_assert_nonnull(strstr(got, ROWS_READ "5 damaged"));
    g_assert_nonnull(strstr(got, "6 data 8|2022-01-08|theft, x|joe\n7 data 9|2022-01-09|theft|joe\n"));
  }
}

static void test_chunks(void) {
  const char *text = "Title\r\n" HEAD ROWS "4,2022-01-04,\"one\r\ntwo\",\xC3\xB1\n5,2022,\"x\n" ROWS "Total: 9\n";
  g_autofree char *whole = records(text, strlen(text), 4096);
  for (gsize chunk = 1; chunk < 20; chunk++) {
    g_autofree char *part = records(text, strlen(text), chunk);
    g_assert_cmpstr(part, ==, whole);
  }
}

static void test_rewind(void) {
  const char *text = HEAD ROWS "4,\"x\n" ROWS;
  struct file file = file_open(text, strlen(text), 4096, NULL);
  g_autofree char *first = file_records(file);
  csv_rewind(file.csv);
  g_autofree char *second = file_records(file);
  g_assert_cmpstr(first, ==, second);
  file_close(file);
}

static void test_raw(void) {
  const char *text = HEAD ROWS "4,2022-01-04,\"a\r\nb\",joe\n5,\"x\n" ROWS;
  struct file file = file_open(text, strlen(text), 4096, NULL);
  struct record record;
  while (csv_next(file.csv, &record))
    if (record.line == 5) g_assert_cmpstr(record.raw, ==, "4,2022-01-04,\"a\nb\",joe");
    else if (record.line == 7) g_assert_cmpstr(record.raw, ==, "5,\"x");
  file_close(file);
}

static long memory_kib(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* A sanitizer keeps freed memory for a while. */
#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_MOST (1024 * 1024)
#else
#define MEMORY_MOST (96 * 1024)
#endif

/* 60 MB behind an open quote, as many lines and as one. */
static void test_memory(void) {
  for (int lines = 0; lines < 2; lines++) {
    g_autoptr(GString) text = g_string_new(HEAD ROWS "4,2022-01-04,\"open,joe");
    while (text->len < 60000000) g_string_append(text, lines ? "\nno comma here at all, but one" : "no line end in here, never");
    int fd = memfd_create("csv", 0);
    g_assert_cmpint(write(fd, text->str, text->len), ==, (gssize)text->len);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    long before = memory_kib();
    struct source *source = source_open(path, "in.csv");
    struct csv *csv = csv_open(source, NULL, NULL);
    struct record record;
    guint good = 0, damaged = 0;
    for (; csv_next(csv, &record); good += record.kind == RECORD_DATA) damaged += record.kind == RECORD_DAMAGED;
    g_assert_cmpuint(good, ==, 3);
    g_assert_cmpuint(damaged, >, 0);
    g_assert_cmpint(memory_kib() - before, <, MEMORY_MOST);
    csv_close(csv);
    source_close(source);
    close(fd);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("csv", "30 MB behind an open quote take little memory", test_memory);
  TEST("csv", "a plain table is read as it stands, blanks and all", test_plain);
  TEST("csv", "doubled quotes and commas in quotes are text", test_quotes);
  TEST("csv", "a narrative over several lines survives and lines stay right", test_narrative);
  TEST("csv", "CR alone and mixed line ends end records", test_ends);
  TEST("csv", "title lines above the header are titles", test_titles);
  TEST("csv", "a repeated header is not data", test_repeated);
  TEST("csv", "totals and trailers are no data", test_totals);
  TEST("csv", "a row that only mentions a total is data", test_total_not);
  TEST("csv", "blank lines and rows of empty cells are no data", test_blanks);
  TEST("csv", "an unclosed quote in the middle costs one record", test_unclosed);
  TEST("csv", "an unclosed narrative is one damaged record with all its lines", test_unclosed_narrative);
  TEST("csv", "a stray quote, and text behind a closing quote, cost one record", test_stray);
  TEST("csv", "a quote closed records later does not swallow what is between", test_swallowed);
  TEST("csv", "a quoted narrative with as many commas as a row survives", test_narrative_commas);
  TEST("csv", "another width than the header's is damage", test_width);
  TEST("csv", "empty cells that every row has to spare are left out", test_spare);
  TEST("csv", "a damaged header is damage, and the rows stay", test_header_damaged);
  TEST("csv", "a file without a header has none", test_header_none);
  TEST("csv", "a header that a known kind of file knows wins", test_header_told);
  TEST("csv", "the delimiter is recognised", test_delimiters);
  TEST("csv", "blanks round quoted cells are no part of them", test_blank_quotes);
  TEST("csv", "a table of one column is read", test_one_column);
  TEST("csv", "a record with repaired bytes is data with a fault", test_repaired);
  TEST("csv", "a comma more or less at any place never gives a good record", test_shift);
  TEST("csv", "a quote more at any place costs that record only", test_quote_anywhere);
  TEST("csv", "where a chunk ends changes nothing", test_chunks);
  TEST("csv", "a rewound file gives the same records", test_rewind);
  TEST("csv", "the raw lines of a record are kept", test_raw);
  return g_test_run();
}
