/* What a text must hold for a pattern to match: sets of literals, of each of which at least one stands in the text. Derived from
   the expression alone, never too much: what is not understood asks for nothing. */
#pragma once
#include <glib.h>

/* Stands in a literal where a word begins or ends, as \b does: between [A-Za-z0-9_] and anything else, also at both ends. */
#define LITERAL_EDGE '\1'
#define LITERAL_SIZE 12 /* with the NUL; longer ones are cut */

/* Literals in lower case. A text where K or s stands as U+212A or U+017F (PCRE2 takes them for the ASCII letters) may
   match without them. */
struct literal_set {
  double cost; /* about how often a text holds one by chance */
  guint count;
  char at[][LITERAL_SIZE];
};

#define LITERAL_SETS_MOST 5
struct literal_needs {
  guint count;
  const struct literal_set *sets[LITERAL_SETS_MOST]; /* the rarest first */
};

struct literals; /* owns all sets, knows the lists that patterns call: of one lexicon, where a name is one list */
struct literals *literals_new(void);
void literals_free(struct literals *literals);

/* For an expression of PCRE2, which must live as long as LITERALS: with UTF and caseless, with ASCII classes. */
void literals_derive(struct literals *literals, const char *expression, struct literal_needs *needs);

/* Behind the class "[...]" that begins at AT in an expression; where none ends, at the end. */
const char *literal_class_end(const char *at);
