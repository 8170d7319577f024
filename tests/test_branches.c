/* Tests of expressions whose branches were put together: by hand, and every pattern against every example of its meaning. */
#include "tests/check.h"
#include "analyze/branches.h"
#include "analyze/words/matcher.h"
#include "analyze/narrative/narrative.h"
#include "analyze/purpose/purpose.h"
#include "analyze/words/wordfile.h"

static const struct {
  const char *expression, *joined;
} joinings[] = {
    {"ran|run|red|sat", "r(?:an|un|ed)|sat"},
    {"(?:ran|run|red|sat)\\b", "(?:r(?:an|un|ed)|sat)\\b"},
    {"ran|run", "ran|run"},
    {"sat|ran|off|run|so", "s(?:at|o)|r(?:an|un)|off"},
    {"was|were|wasn't|wax", "w(?:a(?:s|sn't|x)|ere)"},
    {"image|images|imaging|imager", "imag(?:e(?:|s|r)|ing)"},
    {"as|at|ax|a?", "as|at|ax|a?"},
    {"cab|cat|car|can|\\d+|dot|dog|dig|den", "ca(?:b|t|r|n)|\\d+|d(?:o(?:t|g)|ig|en)"},
    {"Cab|Cat|Car|Can", "Cab|Cat|Car|Can"},
    {"(?<!the|two|ten|tip)cat", "(?<!the|two|ten|tip)cat"},
    {"(?|the|two|ten|tip)cat", "(?|the|two|ten|tip)cat"},
    {"(?<who>an|at|as|am)", "(?<who>a(?:n|t|s|m))"},
    {"(?!an\\b|at\\)|a[|s]|am)x", "(?!a(?:n\\b|t\\)|[|s]|m))x"},
    {"an|at|as|am)", "an|at|as|am)"},
    {"(an|at", "(an|at"},
    {"[(|)]|x", "[(|)]|x"},
};

static void test_joinings(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(joinings); i++) {
    g_autofree char *joined = branches_join(joinings[i].expression);
    g_assert_cmpstr(joined, ==, joinings[i].joined);
  }
}

/* GLib asks the same library, of the expression as it was written. */
static void example_try(const GRegex *written, struct matcher *matcher, struct matcher_room *room, const char *example) {
  g_autoptr(GMatchInfo) match = NULL;
  struct matcher_text text = {example, strlen(example), false, NULL};
  struct span where;
  gint start, end;
  bool matches = g_regex_match(written, example, 0, &match);
  g_assert_cmpint(matcher_find(matcher, room, &text, 0, G_MAXSIZE, &where, NULL, NULL), ==, matches ? LEXICON_YES : LEXICON_NO);
  if (!matches) return;
  g_match_info_fetch_pos(match, 0, &start, &end);
  g_assert_cmpint(start, ==, (gint)where.start);
  g_assert_cmpint(end - start, ==, (gint)where.length);
}

static void pattern_try(const struct wordfile *words, guint meaning, const char *expression, struct matcher_room *room) {
  char *fault = NULL;
  struct matcher *matcher = matcher_compile(expression, &fault);
  g_autoptr(GRegex) written = g_regex_new(expression, G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  for (guint i = 0; i < words->examples->len; i++) {
    const struct lexicon_example *example = &g_array_index(words->examples, struct lexicon_example, i);
    if (example->meaning == (int)meaning) example_try(written, matcher, room, example->text);
  }
  matcher_free(matcher);
}

static void lexicon_try(const char *const *files) {
  struct wordfile *words = wordfile_read(files);
  struct matcher_room *room = matcher_room_new();
  for (guint m = 0; m < words->meanings->len; m++) {
    const GArray *patterns = g_array_index(words->meanings, struct word_meaning, m).patterns;
    for (guint k = 0; k < patterns->len; k++)
      pattern_try(words, m, g_array_index(patterns, struct word_pattern, k).expression, room);
  }
  matcher_room_free(room);
  wordfile_free(words);
}

static void test_patterns(void) { lexicon_try(narrative_files), lexicon_try(purpose_files); }

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("branches", "those with the same first letter are put together, in their order", test_joinings);
  TEST("branches", "every pattern matches every example as its expression was written", test_patterns);
  return g_test_run();
}
