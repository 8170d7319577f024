/* Tests of the document: its numbers are those of the database, it never says more than the rows, charts hold what is counted. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/document/document.h"
#include <math.h>

static const char *const reasons[] = {"burglary suspect", "identify victim"};

static const struct block *block_find(const struct document *document, enum block_kind kind, const char *text) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == kind && (!text || g_str_equal(block->text ? block->text : block->chart->name, text))) return block;
  }
  return NULL;
}

static void figure_is(const struct table *table, const char *name, const char *value) {
  for (guint row = 0; row < table_rows(table); row++)
    if (g_str_equal(table_cell(table, row, 0), name)) {
      g_assert_cmpstr(table_cell(table, row, 1), ==, value);
      return;
    }
  g_error("no figure %s", name);
}

static void test_figures(void) {
  struct db *db = sample_open(reasons, 2);
  struct document *document = document_read(db, "pdf");
  const struct table *table = block_find(document, BLOCK_FIGURES, NULL)->table;
  figure_is(table, "Searches", "60");
  figure_is(table, "Accounts", "1");
  figure_is(table, "Documented", "33 %");
  figure_is(table, "Findings", "45");
  figure_is(table, "Tests with exceptions", "1");
  document_free(document);
  db_close(db);
}

static void test_clauses(void) {
  struct db *db = sample_open(reasons, 2);
  struct document *document = document_read(db, "pdf");
  const struct table *table = NULL;
  for (guint i = 0; i < document->blocks->len && !table; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == BLOCK_TABLE) table = block->table;
  }
  g_assert_cmpuint(table_rows(table), ==, 4);
  g_assert_cmpstr(table_cell(table, 0, 4), ==, "45 of 60 searches");
  for (guint row = 1; row < 4; row++) /* every other status is one row, with its words */
    g_assert_true(g_str_equal(table_cell(table, row, 1), status_words(table_cell(table, row, 0))) ||
                  g_str_has_prefix(table_cell(table, row, 1), "N") || g_str_equal(table_cell(table, row, 1), "By a person"));
  g_assert_cmpstr(status_sign("not tested"), !=, status_sign("compliant"));
  document_free(document);
  db_close(db);
}

static double chart_sum(const struct chart *chart, const char *series) {
  double sum = 0;
  for (guint i = 0; i < chart->series->len; i++)
    for (guint label = 0; label < chart->labels->len; label++)
      if (!series || g_str_equal(chart->series->pdata[i], series)) sum += chart_value(chart, label, i);
  return sum;
}

static void test_charts(void) {
  struct db *db = sample_open(reasons, 2);
  struct document *document = document_read(db, "pdf");
  const struct chart *months = block_find(document, BLOCK_CHART, "searches-by-month")->chart;
  const struct chart *hours = block_find(document, BLOCK_CHART, "searches-by-hour")->chart;
  g_assert_cmpuint(months->labels->len, ==, 7); /* months without a search stand too */
  g_assert_cmpfloat(chart_sum(months, NULL), ==, 60);
  g_assert_cmpfloat(chart_sum(months, "documented"), ==, 20);
  g_assert_cmpuint(hours->labels->len, ==, 7);
  g_assert_cmpuint(hours->series->len, ==, 24);
  g_assert_cmpfloat(chart_sum(hours, NULL), ==, 60);
  document_free(document);
  db_close(db);
}

/* Every finding is told, whatever its rule: none is left out by its date. */
static void test_exceptions(void) {
  struct db *db = sample_open(reasons, 2);
  struct document *document = document_read(db, "pdf");
  gint64 told = 0;
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind != BLOCK_TABLE || !g_str_equal(block->table->heads->pdata[0], "Account")) continue;
    for (guint row = 0; row < table_rows(block->table); row++)
      told += g_ascii_strtoll(table_cell(block->table, row, 2), NULL, 10);
  }
  g_assert_cmpint(told, ==, 45);
  document_free(document);
  db_close(db);
}

static double chart_of(const struct document *document, const char *name) {
  const struct block *block = block_find(document, BLOCK_CHART, name);
  return block ? chart_sum(block->chart, NULL) : -1;
}

static gint64 number_read(const char *text) {
  gint64 number = 0;
  for (; g_ascii_isdigit(*text) || *text == ','; text++)
    if (*text != ',') number = number * 10 + (*text - '0');
  return number;
}

/* The exceptions that the part on each clause announces. */
static gint64 status_sum(const struct document *document) {
  gint64 sum = 0;
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == BLOCK_STATUS && g_str_equal(block->label, "exceptions")) sum += number_read(block->text);
  }
  return sum;
}

/* Every figure of the log and of the findings, wherever it stands. */
static void test_sums(void) {
  struct db *db = sample_open(reasons, 2);
  struct document *document = document_read(db, "pdf");
  gint64 searches = db_value_int(db, "SELECT count(*) FROM audit_search"),
         found = db_value_int(db, "SELECT count(*) FROM finding");
  static const char *const of_searches[] = {"searches-by-month", "searches-by-hour", "searches-by-purpose", "documentation",
                                            "searches-on-duty"};
  for (gsize i = 0; i < G_N_ELEMENTS(of_searches); i++)
    g_assert_cmpfloat(chart_of(document, of_searches[i]), ==, (double)searches);
  struct document *charts = document_read_charts(db, "html-charts");
  g_assert_cmpfloat(chart_of(charts, "findings-by-clause"), ==, (double)found);
  document_free(charts);
  g_assert_cmpint(status_sum(document), ==, found);
  document_free(document);
  db_close(db);
}

/* The year before is shown for the months that the log reaches back over, and for no other. */
static void test_before(void) {
  struct db *db = sample_open(reasons, 2);
  db_run(db, "INSERT INTO event (event, source, line, name, id, account, at, utc_offset, occurred_at, day, is_search, in_period) "
             "VALUES (100, 1, 100, 'b1', 'b1', 1, 1630400000, -240, '', 18870, 1, 0), (101, 1, 101, 'b2', 'b2', 1, 1632000000, "
             "-240, '', "
             "18888, 1, 0), (102, 1, 102, 'b3', 'b3', 1, 1633500000, -240, '', 18906, 1, 0)");
  sample_count(db);
  struct document *document = document_read(db, "pdf");
  const struct chart *months = block_find(document, BLOCK_CHART, "searches-by-month")->chart;
  g_assert_cmpstr(months->mark, ==, "year before");
  g_assert_true(isnan(chart_marked(months, 2)));      /* August: the log begins on its last day */
  g_assert_cmpfloat(chart_marked(months, 3), ==, 1);  /* September */
  g_assert_cmpfloat(chart_marked(months, 4), ==, 1);  /* October */
  g_assert_true(isnan(chart_marked(months, 5)));      /* November: no row of any kind */
  g_assert_cmpfloat(chart_sum(months, NULL), ==, 60); /* in no total */
  document_free(document);
  db_close(db);
}

/* Without incident reports, nothing is said of what they document. */
static void test_no_reports(void) {
  struct db *db = sample_open(reasons, 2);
  db_run(db, "DELETE FROM source WHERE kind = 'incident_reports'");
  sample_count(db);
  struct document *document = document_read(db, "pdf");
  figure_is(block_find(document, BLOCK_FIGURES, NULL)->table, "Documented", "–");
  const struct chart *months = block_find(document, BLOCK_CHART, "searches-by-month")->chart;
  g_assert_cmpuint(months->series->len, ==, 1);
  g_assert_cmpfloat(chart_sum(months, "searches"), ==, 60);
  g_assert_null(block_find(document, BLOCK_CHART, "documentation"));
  g_assert_nonnull(
      block_find(document, BLOCK_TEXT, "Not known: no incident reports were supplied, so no search could be held against one."));
  document_free(document);
  db_close(db);
}

static void test_empty(void) {
  struct db *db = db_open(":memory:", DB_CREATE);
  struct document *document = document_read(db, "pdf");
  const struct table *table = block_find(document, BLOCK_FIGURES, NULL)->table;
  figure_is(table, "Searches", "0");
  figure_is(table, "Documented", "–");
  g_assert_null(block_find(document, BLOCK_CHART, NULL));
  document_free(document);
  db_close(db);
}

static void test_date(void) {
  struct db *db = sample_open(reasons, 2);
  g_assert_cmpint(document_moment(db), ==, 1672488000); /* noon of the period's last day */
  db_run(db, "INSERT INTO setting VALUES ('run', 'as_of', '2023-01-15')");
  g_assert_cmpint(document_moment(db), ==, 1673784000);
  db_run(db, "INSERT INTO setting VALUES ('run', 'epoch', '86400')");
  g_assert_cmpint(document_moment(db), ==, 86400);
  db_close(db);
}

static void test_widen(void) {
  struct chart *chart = chart_new();
  chart_add(chart, "a", "x", 1);
  chart_add(chart, "b", "x", 2);
  chart_add(chart, "b", "y", 3);
  chart_add(chart, "a", "y", 4);
  chart_add(chart, "c", "z", 5);
  const double expected[3][3] = {{1, 4, 0}, {2, 3, 0}, {0, 0, 5}};
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++) g_assert_cmpfloat(chart_value(chart, i, j), ==, expected[i][j]);
  chart_free(chart);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("document", "headline figures are those of the database", test_figures);
  TEST("document", "what was not tested is never passed", test_clauses);
  TEST("document", "charts add up to what was counted", test_charts);
  TEST("document", "the figures of all pages add up to the same searches and findings", test_sums);
  TEST("document", "the year before is shown only where the log covers it", test_before);
  TEST("document", "more than twenty exceptions are counted, not shown", test_exceptions);
  TEST("document", "without reports nothing is said of what they document", test_no_reports);
  TEST("document", "an empty audit has a document too", test_empty);
  TEST("document", "the date is that of the audit, never of the clock", test_date);
  TEST("document", "a chart keeps its values when labels and series come in any order", test_widen);
  return g_test_run();
}
