/* Tests of analyze/lexicon/titles.txt, read to its end: every example, and every word in a name and in a sentence. */
#include "tests/check.h"
#include "analyze/people/name.h"
#include "analyze/words/sentence.h"
#include "include/title.h"
#include "include/assets.h"

/* The words of a name, joined by blanks. */
static char *name_left(const char *cell) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(cell, &comma);
  g_ptr_array_add(words, NULL);
  return g_strjoinv(" ", (char **)words->pdata);
}

static guint sentence_count(const char *text) {
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  sentences_split(text, strlen(text), spans);
  return spans->len;
}

/* Runs CHECK on both sides of each line "KEY: text = what comes of it". */
static void examples_try(const char *key, void (*check)(const char *text, const char *expected)) {
  g_auto(GStrv) lines = g_strsplit(asset_text("analyze/lexicon/titles.txt"), "\n", -1);
  guint count = 0;
  for (char **line = lines; *line; line++) {
    if (!g_str_has_prefix(*line, key)) continue;
    g_auto(GStrv) sides = g_strsplit(*line + strlen(key), " = ", 2);
    g_assert_cmpuint(g_strv_length(sides), ==, 2);
    check(sides[0], sides[1]);
    count++;
  }
  g_assert_cmpuint(count, >, 0);
}

static void name_check(const char *text, const char *expected) {
  g_autofree char *left = name_left(text);
  if (strcmp(left, expected)) g_test_message("%s", text);
  g_assert_cmpstr(left, ==, expected);
}

static void sentences_check(const char *text, const char *expected) {
  guint count = sentence_count(text);
  if (count != strtoul(expected, NULL, 10)) g_test_message("%s", text);
  g_assert_cmpuint(count, ==, strtoul(expected, NULL, 10));
}

static void test_examples(void) {
  examples_try("name: ", name_check);
  examples_try("sentences: ", sentences_check);
}

static void test_names(void) {
  for (const struct title *title = titles; title->word; title++) {
    if (!(title->marks & (TITLE_RANK | TITLE_POST | TITLE_UNIT))) continue;
    g_autofree char *cell = g_strdup_printf("%s Ann Ruiz", title->word), *left = name_left(cell);
    if (strcmp(left, "ann ruiz")) g_test_message("%s", cell);
    g_assert_cmpstr(left, ==, "ann ruiz");
  }
}

static void test_periods(void) {
  for (const struct title *title = titles; title->word; title++) {
    if (!(title->marks & (TITLE_SHORT | TITLE_END))) continue;
    bool ends = title->marks & TITLE_END;
    g_autofree char *text = g_strdup_printf("We saw the %s. Ruiz left.", title->word);
    if (sentence_count(text) != (ends ? 2 : 1)) g_test_message("%s", text);
    g_assert_cmpuint(sentence_count(text), ==, ends ? 2 : 1);
  }
}

static void test_kinds(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (const struct title *title = titles; title->word; title++) {
    unsigned kind = title->marks & (TITLE_ANY | TITLE_PLAIN);
    if (!kind || kind & (kind - 1) || !g_hash_table_add(seen, (gpointer)title->word)) g_test_message("%s", title->word);
    g_assert_true(kind && !(kind & (kind - 1)));
    bool office = title->marks & TITLE_OFFICE, of_what = title->marks & (TITLE_POST | TITLE_UNIT | TITLE_BESIDE);
    g_assert_true(!office || of_what);
  }
  g_assert_cmpuint(g_hash_table_size(seen), >, 250);
}

static void test_dotted(void) {
  g_assert_cmpuint(title_dotted("p.o. haddad"), ==, 4);
  g_assert_cmpuint(title_dotted("t.f.o. long"), ==, 6);
  g_assert_cmpuint(title_dotted("j.r. long"), ==, 0);
  g_assert_cmpuint(title_dotted("po haddad"), ==, 0);
  g_assert_cmpstr(title_suffix("iii"), ==, "iii");
  g_assert_null(title_suffix("det"));
  g_assert_cmpuint(title_marks("", 0), ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("title", "every example of the word file holds", test_examples);
  TEST("title", "every rank and every post leaves the name behind it whole", test_names);
  TEST("title", "the period of an abbreviation ends a sentence where its mark says so", test_periods);
  TEST("title", "each word stands once, and is a rank, an office, a suffix or none of them", test_kinds);
  TEST("title", "a rank may be written in letters with periods", test_dotted);
  return g_test_run();
}
