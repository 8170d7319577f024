/* Tests of the word files: every example of every meaning, and that every pattern is needed; and of the engine that reads them.
 */
#include "tests/check.h"
#include "analyze/words/lexicon.h"
#include "include/assets.h"
#include "analyze/words/wordfile.h"

#define FOLDER "analyze/lexicon/"
#define PARTS FOLDER "parts.txt"
#define SPELLING FOLDER "spelling.txt" /* words, no meanings */
#define ORDINARY FOLDER "ordinary.txt" /* the same */
#define TITLES FOLDER "titles.txt"     /* ranks: tests/test_title.c tries them */
#define EXAMPLES_LEAST 5

/* The purposes are one lexicon, all others another; both begin with the shared parts. */
static struct lexicon *lexicon_of(bool purposes) {
  const char *paths[64] = {NULL};
  gsize count = 0;
  if (asset_text(PARTS)) paths[count++] = PARTS;
  for (gsize i = 0; i < asset_count; i++) {
    const char *path = assets[i].path;
    if (!g_str_has_prefix(path, FOLDER) || !strcmp(path, PARTS) || !strcmp(path, SPELLING) || !strcmp(path, ORDINARY) ||
        !strcmp(path, TITLES))
      continue;
    if (g_str_has_prefix(path, FOLDER "purpose") == purposes) paths[count++] = path;
    g_assert_cmpuint(count, <, G_N_ELEMENTS(paths));
  }
  return lexicon_load(paths);
}

static enum lexicon_result example_try(struct lexicon *lexicon, const struct lexicon_example *example) {
  struct lexicon_text text = {example->text, strlen(example->text), NULL};
  struct span where;
  return lexicon_find(lexicon, example->meaning, &text, 0, &where, NULL, NULL);
}

static void examples_hold(struct lexicon *lexicon) {
  guint count;
  const struct lexicon_example *examples = lexicon_examples(lexicon, &count);
  for (guint i = 0; i < count; i++) {
    enum lexicon_result answer = example_try(lexicon, &examples[i]);
    if (answer == (examples[i].wanted ? LEXICON_YES : LEXICON_NO)) continue;
    g_test_message("%s:%u: %s, %s is wanted: %s", examples[i].file, examples[i].line,
                   lexicon_meaning_name(lexicon, examples[i].meaning), examples[i].wanted ? "yes" : "no", examples[i].text);
    g_test_fail();
  }
}

static void examples_suffice(struct lexicon *lexicon) {
  guint count;
  const struct lexicon_example *examples = lexicon_examples(lexicon, &count);
  for (guint meaning = 0; meaning < lexicon_meaning_count(lexicon); meaning++) {
    guint seen[2] = {0, 0};
    for (guint i = 0; i < count; i++) seen[examples[i].wanted] += examples[i].meaning == (int)meaning;
    if (seen[true] >= EXAMPLES_LEAST && seen[false] >= EXAMPLES_LEAST) continue;
    g_test_message("meaning %s has %u yes and %u no", lexicon_meaning_name(lexicon, (int)meaning), seen[true], seen[false]);
    g_test_fail();
  }
}

static bool example_matches(struct lexicon *lexicon, const struct lexicon_example *example, guint pattern) {
  struct lexicon_text text = {example->text, strlen(example->text), NULL};
  struct span where;
  return lexicon_find_pattern(lexicon, example->meaning, pattern, &text, 0, &where, NULL, NULL) == LEXICON_YES;
}

/* A "yes" that this pattern of its meaning matches and no other does. */
static bool pattern_needed(struct lexicon *lexicon, int meaning, guint pattern) {
  guint count, patterns = lexicon_pattern_count(lexicon, meaning);
  const struct lexicon_example *examples = lexicon_examples(lexicon, &count);
  for (guint i = 0; i < count; i++) {
    if (examples[i].meaning != meaning || !examples[i].wanted || !example_matches(lexicon, &examples[i], pattern)) continue;
    guint others = 0;
    for (guint k = 0; k < patterns; k++) others += k != pattern && example_matches(lexicon, &examples[i], k);
    if (!others) return true;
  }
  return false;
}

static void patterns_needed(struct lexicon *lexicon) {
  for (int meaning = 0; (guint)meaning < lexicon_meaning_count(lexicon); meaning++)
    for (guint pattern = 0; pattern < lexicon_pattern_count(lexicon, meaning); pattern++) {
      if (pattern_needed(lexicon, meaning, pattern)) continue;
      g_test_message("meaning %s: no example needs pattern %u", lexicon_meaning_name(lexicon, meaning), pattern + 1);
      g_test_fail();
    }
}

static void lexicons_check(void (*check)(struct lexicon *)) {
  for (int purposes = 0; purposes < 2; purposes++) {
    struct lexicon *lexicon = lexicon_of(purposes);
    check(lexicon);
    lexicon_free(lexicon);
  }
}

static void test_examples_hold(void) { lexicons_check(examples_hold); }
static void test_examples_suffice(void) { lexicons_check(examples_suffice); }
static void test_patterns_needed(void) { lexicons_check(patterns_needed); }

static void test_unknown_meaning(void) {
  struct lexicon *lexicon = lexicon_of(false);
  g_assert_cmpint(lexicon_meaning(lexicon, "no such meaning"), ==, -1);
  for (guint i = 0; i < lexicon_meaning_count(lexicon); i++)
    g_assert_cmpint(lexicon_meaning(lexicon, lexicon_meaning_name(lexicon, (int)i)), ==, (int)i);
  lexicon_free(lexicon);
}

static void test_bad_text_gives_up(void) {
  struct lexicon *lexicon = lexicon_of(false);
  struct span where;
  g_assert_cmpint(lexicon_find(lexicon, 0, &(struct lexicon_text){"\xff\xfe", 2, NULL}, 0, &where, NULL, NULL), ==,
                  LEXICON_GAVE_UP);
  lexicon_free(lexicon);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("lexicon", "every example of every meaning is answered as it says", test_examples_hold);
  TEST("lexicon", "every meaning has five examples that match and five that do not", test_examples_suffice);
  TEST("lexicon", "every pattern is needed by an example that no other pattern matches", test_patterns_needed);
  TEST("lexicon", "an unknown meaning has no number", test_unknown_meaning);
  TEST("lexicon", "bad text is not evaluated, never a no", test_bad_text_gives_up);
  return g_test_run();
}
