/* Names the purpose of a search from its reason, in the classes of 32.6.2 and 32.6.5. A purpose is given only by words that state
   it; words that no pattern knows are unclear, never guessed into a class. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/lexicon.h"

extern const char *const purpose_files[]; /* the word files; ends with NULL */

struct purposes; /* the compiled lexicon */
struct purposes *purposes_new(void);
void purposes_free(struct purposes *purposes);

/* The result of reading a reason; everything but WORDS is static. */
struct purpose {
  const char *
      name; /* "criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized", "unclear"; NULL: not evaluated */
  const char *detail; /* of "unauthorized": "personal", "harassment", "protected activity", "other"; else NULL */
  const char *doubt;  /* why a purpose is unclear or was not evaluated, as a part of a sentence; else NULL */
  char *words;        /* the words that decided, as typed; the caller's; NULL: none did */
};

/* The doubt about a reason without any words that a list knows. */
extern const char purpose_words_unknown[];

/* Fills PURPOSE. The time taken is proportional to the length of a reason; one that is very long, or follows too much long text
   in this run, is not evaluated. */
void purpose_read(struct purposes *purposes, const char *reason, struct purpose *purpose);

/* An agency's own words ("[purposes]"): if WORDS occur in a reason as whole words, in any case, PURPOSE (one of the first seven)
   is its purpose, whatever else it says; the longest WORDS win. False, with nothing added, if PURPOSE is not one of the seven or
   WORDS hold no letter or digit. */
bool purposes_add(struct purposes *purposes, const char *words, const char *purpose);

/* The words of REASON, as typed, that no word file has, separated by blanks: what may be a name, for whoever releases it. The
   caller's; NULL: none. Words of two letters, and what holds a digit, are none. */
char *purpose_strange(const struct purposes *purposes, const char *reason);
