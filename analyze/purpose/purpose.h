/* Names the purpose of a search from its reason, in the classes of 32.6.2 and 32.6.5 (CONTRACT 3). What no pattern knows is
   unstated or unauthorized as the contract says, never guessed into an authorised class. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/lexicon.h"

extern const char *const purpose_files[]; /* the word files; ends with NULL */

struct purposes; /* the compiled lexicon */
struct purposes *purposes_new(void);
void purposes_free(struct purposes *purposes);

/* "criminal", "detained", "safety", "health", "unable", "unstated" or "unauthorized" (static), with the words that decided in
   WORDS (the caller's string, NULL where none did). NULL: the patterns gave up, or the words are in letters of another script
   (reason_unread): nothing is claimed. */
const char *purpose_of(const struct purposes *purposes, const char *reason, char **words);

bool reason_unread(const char *reason);

/* An agency's own words ("[purposes]"): where WORDS stand in a reason as whole words, in any case, PURPOSE (one of the seven)
   is what it says, whatever else it says; of several the longest WORDS win. False where PURPOSE is none of the seven or WORDS
   hold no letter or digit: nothing is added. */
bool purposes_add(struct purposes *purposes, const char *words, const char *purpose);
