/* Names the purpose of a search from its reason, in the classes of 32.6.2 and 32.6.5 (CONTRACT 3). What no pattern knows is
   unstated or unauthorized as the contract says, never guessed into an authorised class. */
#pragma once
#include <glib.h>
#include "lexicon.h"

struct purposes;          /* the compiled lexicon */
struct purposes *purposes_new(void);
void purposes_free(struct purposes *purposes);

/* "criminal", "detained", "safety", "health", "unable", "unstated" or "unauthorized" (static), with the words that decided in
   WORDS (the caller's string, NULL where none did). NULL: the patterns gave up, nothing is claimed. */
const char *purpose_of(const struct purposes *purposes, const char *reason, char **words);
