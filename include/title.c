/* Looks up ranks, offices, suffixes and abbreviations; analyze/people/name.c decides whether one of them is a name after all. */
#include "include/title.h"
#include <string.h>

static const struct title *title_of(const char *word, gsize length) {
  const struct title *title = titles;
  if (!length) return NULL;
  while (title->word && (*title->word != *word || strncmp(title->word, word, length) || title->word[length])) title++;
  return title->word ? title : NULL;
}

unsigned title_marks(const char *word, gsize length) {
  const struct title *title = title_of(word, length);
  return title ? title->marks : 0;
}

bool title_is(const char *word, unsigned marks) { return title_marks(word, strlen(word)) & marks; }

const char *title_suffix(const char *word) {
  const struct title *title = title_of(word, strlen(word));
  return title && title->marks & TITLE_SUFFIX ? title->word : NULL;
}

gsize title_dotted(const char *text) {
  enum { LETTERS_MOST = 3 };
  char letters[LETTERS_MOST];
  gsize count = 0;
  for (; count < LETTERS_MOST && g_ascii_isalpha(text[2 * count]) && text[2 * count + 1] == '.'; count++)
    letters[count] = text[2 * count];
  while (count && !(title_marks(letters, count) & TITLE_DOTTED)) count--;
  return 2 * count;
}
