/* Names the purpose of a search from its reason, in the classes of 32.6.2 and 32.6.5. Only words that say so make a
   purpose; words that no pattern knows make none: they are unclear, never guessed into a class. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/lexicon.h"

extern const char *const purpose_files[]; /* the word files; ends with NULL */

struct purposes; /* the compiled lexicon */
struct purposes *purposes_new(void);
void purposes_free(struct purposes *purposes);

/* What a reason was read as; all but WORDS is static. */
struct purpose {
  const char *
      name; /* "criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized", "unclear"; NULL: not evaluated */
  const char *detail; /* of "unauthorized": "personal", "harassment", "protected activity", "other"; else NULL */
  const char *doubt;  /* why a purpose is unclear or was not evaluated, as a part of a sentence; else NULL */
  char *words;        /* as typed: those that decided; the caller's, NULL where none did */
};

/* The doubt about a reason that says nothing in words that any list knows. */
extern const char purpose_words_unknown[];

/* Fills PURPOSE. A reason costs time in proportion to its length, and one that is very long, or comes after very much long text
   of this run, is not evaluated. */
void purpose_read(struct purposes *purposes, const char *reason, struct purpose *purpose);

/* An agency's own words ("[purposes]"): where WORDS stand in a reason as whole words, in any case, PURPOSE (one of the first
   seven) is what it says, whatever else it says; of several the longest WORDS win. False where PURPOSE is none of the seven or
   WORDS hold no letter or digit: nothing is added. */
bool purposes_add(struct purposes *purposes, const char *words, const char *purpose);
