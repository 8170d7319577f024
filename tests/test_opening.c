/* Tests of where a pattern can begin to match. That no match is missed stands in test_literal.c, over every pattern and text. */
#include "tests/check.h"
#include "analyze/opening.h"

/* The places of TEXT where a match can begin, each marked with ^ in a copy of blanks; "-": anywhere. */
static char *places(const char *expression, const char *text) {
  struct opening opening;
  if (!opening_derive(expression, &opening)) return g_strdup("-");
  gsize length = strlen(text);
  GString *marks = g_string_new(NULL);
  for (gsize at = 0; (at = opening_next(&opening, text, length, at)) < length; at++) {
    while (marks->len < at) g_string_append_c(marks, ' ');
    g_string_append_c(marks, '^');
  }
  return g_string_free(marks, FALSE);
}

static const struct {
  const char *expression, *text, *places;
} openings[] = {
    {"cat", "a cat, a CATALOGUE, concat", "  ^      ^             ^"},
    {"\\bcat", "a cat, a CATALOGUE, concat", "  ^      ^"},
    {"\\bi\\b", "I in i i_ (i) i", "^    ^     ^  ^"},
    {"(?:cat|dog)s?", "a dog or a ca", "  ^"},
    {"c(?:at|o{2}l)", "cat col cool", "^       ^"},
    {"(?:the )?cat", "the cat", "^   ^"},
    {"a*cat", "aacat", "^^^"},
    {"(?:a*)*cat", "bcat", " ^"},
    {"(?:ca){2,}t", "cacat", "^"},
    {"\\d+", "no 12", "   ^^"},
    {"[^a-z ]x", "ax .x", "   ^"},
    {"(?-i:[^a])x", "Ax ax", "^  ^"},
    {"(?-i:\\p{Lu})\\w", "Ab aB Ca", "^     ^"},
    {"(?=[cd])\\w+", "a cow do", "  ^   ^"},
    {"(?-i:(?=\\p{Lu}))(?:det|ofc)", "det Det OFC", "    ^   ^"},
    {"(?<![\\p{L}.])at", "cat at .at", "    ^   ^"},
    {"(?<!the )cat", "the cat", "    ^"},
    {"(?&pet)s(?(DEFINE)(?<pet>cat|dog))", "cats dog", "^    ^"},
    {"caf\303\251", "cafe", "^"},
    {"\303\251t", "et", ""},
    {"\\x{2019}s", "'s", ""},
    {"\\x{17F}o", "so to", "^"},
    {"[\\x{C0}-\\x{24F}]o", "so to", "^"},
    {"cat(*SKIP)(*F)|dog", "cat dog", "^   ^"},
    {"at$", "at", "^"},
    {"a.c", "abc ac", "^"},
    {"cat|", "cat", "-"},
    {"\\b", "cat", "-"},
    {"(?&pet)(?(DEFINE)(?<pet>(?&pet)))", "cat", "-"},
    {"(cat)\\1", "catcat", "-"},
    {"\\1cat", "cat", "-"},
    {"(?x)cat", "cat", "-"},
    {"[[:alpha:]]at", "cat", "-"},
    {"\\p{Greek}at", "cat", "-"},
    {"(cat", "cat", "-"},
    {"cat)", "cat", "-"},
};

static void test_places(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
    g_autofree char *got = places(openings[i].expression, openings[i].text);
    if (!strcmp(got, openings[i].places)) continue;
    g_test_message("%s\n    in:     %s\n    wanted: %s\n    got:    %s", openings[i].expression, openings[i].text,
                   openings[i].places, got);
    g_test_fail();
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("opening", "a match can begin only where its first three characters stand", test_places);
  return g_test_run();
}
