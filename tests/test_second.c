/* Tests of the second reader: what it was taught, that layout says nothing to it, hostile text. How often it is right on writers
   that it was not taught by is measured by tests/second_scores. */
#include "tests/check.h"
#include <stdio.h>
#include "analyze/second/second.h"
#include <stdbool.h>

#define TEXTS "analyze/second/text"

typedef void (*narrative_check)(struct second *second, const char *text, const char *says);

/* Calls CHECK with each narrative that the reader was taught by and its labels. */
static guint narratives_each(narrative_check check) {
  struct second *second = second_open();
  GDir *folder = g_dir_open(TEXTS, 0, NULL);
  guint count = 0;
  g_assert_nonnull(folder);
  for (const char *name; (name = g_dir_read_name(folder));) {
    g_autofree char *path = g_build_filename(TEXTS, name, NULL), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    const char *narrative = NULL;
    for (char **line = lines; *line; line++) {
      if (!**line || **line == '#') continue;
      if (**line != '=') narrative = *line;
      else {
        g_auto(GStrv) parts = g_strsplit(narrative, "\\n", -1);
        g_autofree char *joined = g_strjoinv("\n", parts);
        check(second, joined, *line);
        count++;
      }
    }
  }
  g_dir_close(folder);
  second_close(second);
  return count;
}

static guint use_right, use_all;

static void use_check(struct second *second, const char *text, const char *says) {
  struct second_answer answers[SECOND_QUESTIONS];
  second_read(second, text, strlen(text), answers);
  bool use = g_str_has_prefix(says, "= use");
  use_right += (answers[SECOND_USE].margin > 0) == use;
  use_all++;
}

static void test_taught(void) {
  use_right = use_all = 0;
  g_assert_cmpuint(narratives_each(use_check), >, 5000);
  g_assert_cmpuint(use_right * 100, >=, use_all * 97);
}

static void same_check(struct second *second, const char *text, const char *other, const char *how) {
  struct second_answer a[SECOND_QUESTIONS], b[SECOND_QUESTIONS];
  second_read(second, text, strlen(text), a);
  second_read(second, other, strlen(other), b);
  for (int question = 0; question < SECOND_QUESTIONS; question++)
    if (a[question].margin != b[question].margin) {
      g_test_message("%s changes %s from %d to %d: %s", how, second_name((enum second_question)question), a[question].margin,
                     b[question].margin, text);
      g_test_fail();
    }
}

static char *replaced(const char *text, const char *what, const char *with) {
  g_auto(GStrv) parts = g_strsplit(text, what, -1);
  return g_strjoinv(with, parts);
}

/* Lines of 72 columns at most. */
static char *wrapped(const char *text) {
  char *copy = g_strdup(text), *blank = NULL, *line = copy;
  for (char *at = copy; *at; at++) {
    if (*at == '\n') line = at + 1, blank = NULL;
    if (*at == ' ') blank = at;
    if (at - line >= 72 && blank) *blank = '\n', line = blank + 1, blank = NULL;
  }
  return copy;
}

static void layout_check(struct second *second, const char *text, const char *says) {
  (void)says;
  g_autofree char *wrap = wrapped(text), *crlf = replaced(wrap, "\n", "\r\n"), *doubled = replaced(text, " ", "  ");
  g_autofree char *capitals = g_utf8_strup(text, -1), *small = g_utf8_strdown(text, -1);
  g_autofree char *single = replaced(text, "'", "\u2019"), *quotes = replaced(single, "\"", "\u201D");
  same_check(second, text, wrap, "wrapping at 72 columns");
  same_check(second, text, crlf, "CRLF");
  same_check(second, text, doubled, "doubling blanks");
  same_check(second, text, capitals, "ALL CAPS");
  same_check(second, text, small, "small letters");
  same_check(second, text, quotes, "typographic quotes");
}

static void test_layout(void) { narratives_each(layout_check); }

static void span_check(const char *text, struct span span, const char *wanted) {
  g_autofree char *found = g_strndup(text + span.start, span.length);
  g_assert_cmpstr(found, ==, wanted);
}

static void test_shown(void) {
  const char *text = "The clerk called at noon.\nDet. Marsh ran the\nstill through FACESNXT to identify him. It rained.";
  struct second *second = second_open();
  struct second_answer answers[SECOND_QUESTIONS];
  second_read(second, text, strlen(text), answers);
  g_assert_cmpint(second_says(SECOND_USE, answers[SECOND_USE].margin), >=, SECOND_SAYS_YES);
  span_check(text, answers[SECOND_USE].sentence, "Det. Marsh ran the\nstill through FACESNXT to identify him.");
  for (int word = 0; word < SECOND_WORDS; word++) {
    g_assert_cmpuint(answers[SECOND_USE].words[word].length, >, 0);
    g_assert_cmpuint(answers[SECOND_USE].words[word].start, >=, answers[SECOND_USE].sentence.start);
  }
  second_close(second);
}

static void test_threshold(void) {
  g_assert_cmpint(second_says(SECOND_USE, 1000), ==, SECOND_CERTAIN);
  g_assert_cmpint(second_says(SECOND_USE, 0), ==, SECOND_UNSURE);
  g_assert_cmpint(second_says(SECOND_USE, -1000), ==, SECOND_SAYS_NO);
}

static void test_nothing(void) {
  struct second *second = second_open();
  struct second_answer answers[SECOND_QUESTIONS];
  for (const char *const *text = (const char *const[]){"", " \n\r\n ", "'", "\u2019", NULL}; *text; text++) {
    second_read(second, *text, strlen(*text), answers);
    g_assert_cmpuint(answers[SECOND_USE].sentence.length, ==, 0);
  }
  second_close(second);
}

/* A MiB of PIECE: what takes the square of its length would not end. */
static void long_check(const char *piece) {
  gsize size = strlen(piece), times = (1 << 20) / size;
  GString *text = g_string_sized_new(size * times);
  for (gsize i = 0; i < times; i++) g_string_append(text, piece);
  struct second *second = second_open();
  struct second_answer answers[SECOND_QUESTIONS];
  gint64 began = g_get_monotonic_time();
  second_read(second, text->str, text->len, answers);
  g_assert_cmpint(g_get_monotonic_time() - began, <, 30 * G_USEC_PER_SEC);
  second_close(second);
  g_string_free(text, TRUE);
}

static void test_long(void) {
  for (const char *const *piece =
           (const char *const[]){"a", "ran ", ". ", "\n", "? ", "a.", "0 ", "\u00e9", "\u201D", "' ", NULL};
       *piece; piece++)
    long_check(*piece);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("second", "what it was taught it reads", test_taught);
  TEST("second", "wrapping, line ends, blanks, capitals and quotes change nothing", test_layout);
  TEST("second", "the sentence that weighs most is shown whole, with its words", test_shown);
  TEST("second", "an answer near the threshold is unsure", test_threshold);
  TEST("second", "text without a word has no sentence to show", test_nothing);
  TEST("second", "a MiB of one word takes no square of its time", test_long);
  return g_test_run();
}
