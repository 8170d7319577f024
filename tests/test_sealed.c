/* Tests of lexicons that were made when the program was built: they are what the word files say today. */
#include "tests/check.h"
#include "analyze/words/matcher.h"
#include "analyze/narrative/narrative.h"
#include "analyze/purpose/purpose.h"
#include "analyze/sealed.h"

static const char *const *const lexicons[] = {narrative_files, purpose_files};

static void bytes_same(gconstpointer one, gconstpointer other, gsize size) { g_assert_false(size && memcmp(one, other, size)); }

/* All but the compiled patterns, which stand between the others. */
static void sealed_same(const struct sealed *one, const struct sealed *other) {
  const struct automaton *first = sealed_automaton(one), *second = sealed_automaton(other);
  g_assert_cmpuint(first->bytes, ==, second->bytes);
  bytes_same(first, second, first->bytes);
  g_assert_cmpuint(one->meaning_count, ==, other->meaning_count);
  for (guint i = 0; i < one->meaning_count; i++) {
    g_assert_cmpstr(sealed_name(one, i), ==, sealed_name(other, i));
    g_assert_cmpuint(sealed_meaning(one, i)->first, ==, sealed_meaning(other, i)->first);
    g_assert_cmpuint(sealed_meaning(one, i)->count, ==, sealed_meaning(other, i)->count);
  }
  g_assert_cmpuint(one->pattern_count, ==, other->pattern_count);
  for (guint i = 0; i < one->pattern_count; i++) {
    const struct sealed_pattern *a = sealed_pattern(one, i), *b = sealed_pattern(other, i);
    g_assert_cmpuint(a->needs, ==, b->needs);
    bytes_same(a->need, b->need, a->needs * sizeof *a->need);
    g_assert_cmpint(!a->opening, ==, !b->opening);
    if (a->opening) bytes_same(sealed_opening(one, a), sealed_opening(other, b), sizeof(struct opening));
  }
}

static void test_as_read(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(lexicons); i++) {
    const struct sealed *sealed = sealed_find(lexicons[i]);
    struct wordfile *words = wordfile_read(lexicons[i]);
    struct sealed *made = sealed_make(lexicons[i], words, NULL);
    g_assert_nonnull(sealed);
    sealed_same(sealed, made);
    g_free(made);
    wordfile_free(words);
  }
}

/* As the word files have it, and as it was sealed. */
static void code_same(const guint8 *code, const char *expression) {
  char *fault = NULL;
  struct matcher *compiled = matcher_compile(expression, &fault), *decoded = matcher_decode(code);
  g_autoptr(GByteArray) encoded = matcher_encode(compiled);
  g_assert_nonnull(decoded);
  bytes_same(encoded->data, code, encoded->len);
  matcher_free(compiled), matcher_free(decoded);
}

static void test_codes(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(lexicons); i++) {
    const struct sealed *sealed = sealed_find(lexicons[i]);
    struct wordfile *words = wordfile_read(lexicons[i]);
    guint number = 0;
    for (guint m = 0; m < words->meanings->len; m++) {
      const GArray *patterns = g_array_index(words->meanings, struct word_meaning, m).patterns;
      for (guint k = 0; k < patterns->len; k++)
        code_same(sealed_code(sealed, sealed_pattern(sealed, number++)),
                  g_array_index(patterns, struct word_pattern, k).expression);
    }
    wordfile_free(words);
  }
}

static void test_other_library(void) {
  char *fault = NULL;
  struct matcher *matcher = matcher_compile("cat", &fault);
  g_autoptr(GByteArray) code = matcher_encode(matcher);
  code->data[4]++; /* PCRE2's version */
  g_assert_null(matcher_decode(code->data));
  matcher_free(matcher);
}

static void test_unknown_files(void) {
  static const char *const others[] = {"analyze/lexicon/parts.txt", NULL};
  g_assert_null(sealed_find(others));
  struct lexicon *lexicon = lexicon_load(others);
  g_assert_cmpuint(lexicon_meaning_count(lexicon), ==, 0);
  lexicon_free(lexicon);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("sealed", "what was sealed is what the word files say", test_as_read);
  TEST("sealed", "every pattern that was sealed is the one that is compiled now", test_codes);
  TEST("sealed", "what was made for another PCRE2 is compiled anew", test_other_library);
  TEST("sealed", "a lexicon that was not sealed is made when it is asked for", test_unknown_files);
  return g_test_run();
}
