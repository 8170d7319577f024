/* Words that stand with a person's name, and abbreviations: analyze/lexicon/titles.txt lists them, each with its marks, which are
   explained there. All are folded. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum title_mark {
  TITLE_RANK = 1 << 0,
  TITLE_OFFICE = 1 << 1,
  TITLE_SUFFIX = 1 << 2,
  TITLE_PLAIN = 1 << 3,
  TITLE_POST = 1 << 4,
  TITLE_UNIT = 1 << 5,
  TITLE_BESIDE = 1 << 6,
  TITLE_NOTIFIED = 1 << 7,
  TITLE_DOTTED = 1 << 8,
  TITLE_SHORT = 1 << 9,
  TITLE_END = 1 << 10,
  TITLE_ANY = TITLE_RANK | TITLE_OFFICE | TITLE_SUFFIX /* a word of a name that is not the name */
};

struct title {
  const char *word;
  unsigned marks;
};
extern const struct title titles[]; /* made by the build; ends with NULL */

/* The marks of the first LENGTH bytes of WORD; 0 if they are not in the list. */
unsigned title_marks(const char *word, gsize length);

/* Whether a word has at least one of MARKS. */
bool title_is(const char *word, unsigned marks);

/* A suffix ("jr") as a static string; NULL if the word is not one. */
const char *title_suffix(const char *word);

/* The number of bytes at the beginning of a text that are a rank in letters with periods ("p.o."); 0: none. */
gsize title_dotted(const char *text);
