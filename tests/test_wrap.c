/* Tests of text for a terminal: how wide it is, and where lines end. */
#include "tests/check.h"
#include "include/wrap.h"
#include "report/terminal/page_table.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---------------------------------------------------------------------------------------------------------- the width */

static guint columns_with(const char *value) {
  g_autofree char *before = g_strdup(g_getenv("COLUMNS"));
  if (value) g_setenv("COLUMNS", value, TRUE);
  else g_unsetenv("COLUMNS");
  guint columns = wrap_columns();
  if (before) g_setenv("COLUMNS", before, TRUE);
  else g_unsetenv("COLUMNS");
  return columns;
}

static void test_columns(void) {
  g_assert_cmpuint(columns_with("132"), ==, 132);
  g_assert_cmpuint(columns_with("12"), ==, 40); /* less is not a page */
  if (isatty(STDOUT_FILENO)) return;
  g_assert_cmpuint(columns_with(NULL), ==, 80);
  g_assert_cmpuint(columns_with("wide"), ==, 80);
  g_assert_cmpuint(columns_with("0"), ==, 80);
}

/* -------------------------------------------------------------------------------------------------------------- lines */

static char *wrapped(const char *text, guint width) {
  g_autoptr(GPtrArray) lines = wrap_lines(text, width);
  g_assert_cmpuint(lines->len, ==, wrap_count(text, width));
  g_ptr_array_add(lines, NULL);
  return g_strjoinv("|", (char **)lines->pdata);
}

static void test_words(void) {
  static const struct {
    const char *text;
    guint width;
    const char *lines;
  } cases[] = {{"", 10, ""},
               {"one", 10, "one"},
               {"one two three", 7, "one two|three"},
               {"one two three", 6, "one|two|three"},
               {"a chief_notifications.csv b", 10, "a|chief_notifications.csv|b"},
               {"chief_notifications.csv", 4, "chief_notifications.csv"},
               {"one   two", 5, "one|two"},
               {"日本 語の", 4, "日本|語の"}, /* each takes two columns */
               {"e\u0301t e\u0301", 4, "e\u0301t e\u0301"},
               {"two\nlines", 20, "two|lines"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *lines = wrapped(cases[i].text, cases[i].width);
    g_assert_cmpstr(lines, ==, cases[i].lines);
  }
}

/* Every word of a text made at random stands whole in some line, in its order, and lines keep to their width. */
static void test_random(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(12);
  for (guint turn = 0; turn < 500; turn++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (gint32 left = g_rand_int_range(random, 1, 40); left; left--) {
      g_autofree char *word = g_strnfill((gsize)g_rand_int_range(random, 1, 12), (char)g_rand_int_range(random, 'a', 'z'));
      g_string_append_printf(text, "%s%s", text->len ? " " : "", word);
    }
    guint width = (guint)g_rand_int_range(random, 12, 60);
    g_autoptr(GPtrArray) lines = wrap_lines(text->str, width);
    for (guint i = 0; i < lines->len; i++) g_assert_cmpuint(wrap_width(lines->pdata[i]), <=, width);
    g_ptr_array_add(lines, NULL);
    g_autofree char *joined = g_strjoinv(" ", (char **)lines->pdata);
    g_assert_cmpstr(joined, ==, text->str);
  }
}

/* ------------------------------------------------------------------------------------------------------------- tables */

static struct table *table_make(void) {
  static const char *const heads[] = {"File", "Kind", "Rows"}, *const cells[] = {"faces_user_log.csv",
                                                                                 "the log of the system's users",
                                                                                 "1,150",
                                                                                 "b.csv",
                                                                                 "reports",
                                                                                 "8"};
  struct table *table = g_new0(struct table, 1);
  table->columns = 3;
  table->kinds[2].kind = COLUMN_COUNT;
  table->heads = g_ptr_array_new_with_free_func(g_free);
  table->cells = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) g_ptr_array_add(table->heads, g_strdup(heads[i]));
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) g_ptr_array_add(table->cells, g_strdup(cells[i]));
  return table;
}

/* What page_table prints; the string is the caller's. */
static char *table_text(guint columns) {
  g_autofree char *name = NULL;
  char *text = NULL;
  int file = g_file_open_tmp("faceaudit-test-XXXXXX", &name, NULL), before = dup(STDOUT_FILENO);
  struct table *table = table_make();
  fflush(stdout);
  dup2(file, STDOUT_FILENO);
  page_table(table, columns);
  fflush(stdout);
  dup2(before, STDOUT_FILENO);
  close(file);
  close(before);
  table_free(table);
  g_assert_true(g_file_get_contents(name, &text, NULL, NULL));
  unlink(name);
  return text;
}

static void test_table(void) {
  g_autofree char *wide = table_text(80), *narrow = table_text(44), *least = table_text(20);
  g_assert_cmpstr(wide, ==,
                  "  File                Kind                            Rows\n"
                  "  faces_user_log.csv  the log of the system's users  1,150\n"
                  "  b.csv               reports                            8\n");
  g_assert_cmpstr(narrow, ==,
                  "  File                Kind              Rows\n"
                  "  faces_user_log.csv  the log of the   1,150\n"
                  "                      system's users\n"
                  "  b.csv               reports              8\n");
  g_assert_cmpstr(least, ==,
                  "  faces_user_log.csv\n"
                  "    Kind: the log of the system's users · Rows: 1,150\n"
                  "  b.csv\n"
                  "    Kind: reports · Rows: 8\n");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("wrap", "COLUMNS tells the width, and a pipe has 80", test_columns);
  TEST("wrap", "lines end between words, never inside one", test_words);
  TEST("wrap", "no word is lost or parted, and no line is too long", test_random);
  TEST("wrap", "a table gives way between words, and where it cannot, goes row by row", test_table);
  return g_test_run();
}
