/* Names of people: "Gaines, Stella M.", "Det. S. Gaines", "STELLA GAINES". Folded: lower case, without accents, titles and
 * numbers. */
#pragma once
#include <glib.h>

/* The folded words of a name in the order written, the caller's array. COMMA gets how many stand before the first comma (0: no
   comma). */
GPtrArray *name_words(const char *name, guint *comma);
/* Those of WORDS that are no initials, with spaces between: the spelling of a whole name. The caller's string. */
char *name_spelled(const GPtrArray *words);

enum name_match {
  NAME_DIFFERENT,
  NAME_PARTLY, /* one of them gives less ("Gaines", "S. Gaines"): not a contradiction */
  NAME_SAME    /* first and last name agree, in any order */
};
enum name_match name_compare(const char *a, const char *b);

/* The words of a name that count, sorted ("Gaines, Stella M." -> "gaines stella"): equal keys are NAME_SAME. "" where none. */
char *name_key(const char *name);
