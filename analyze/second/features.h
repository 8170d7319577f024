/* What the second reader counts in a narrative: words, pairs, gaps, letters and kinds of words, by sentence with its neighbours.
   Layout carries no meaning: capitals, line breaks, blanks and the shape of quotes change nothing. What it weighs is second.c's.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/lexicon.h"

enum { FEATURE_SLOTS = 1 << 18, FEATURE_LETTERS = 28, FEATURE_WORDS = 1 << 20 };

/* A run of slots, each below FEATURE_SLOTS and there once; behind its COUNT those of what stands about a known name. */
struct feature_run {
  guint32 from, count, named;
};

struct feature_word {
  struct span place;             /* in the text */
  guint32 hash, bare;            /* BARE: of what stands before an apostrophe */
  guint32 from;                  /* its first slot in its sentence's run */
  bool named;                    /* it is of a known name */
  guint8 kind;                   /* of some kinds of words; 0: of none */
  guint8 length;                 /* of LETTERS */
  char letters[FEATURE_LETTERS]; /* in capitals, between < and > */
};

struct feature_sentence {
  struct span place;      /* in the text */
  struct feature_run run; /* itself first, then what stands before and after it */
  guint32 own;            /* where its neighbours' slots begin */
  guint32 first, end;     /* its words */
};

struct features {
  GArray *slots;            /* of guint32 */
  GArray *words;            /* of struct feature_word */
  GArray *sentences;        /* of struct feature_sentence */
  struct feature_run whole; /* the narrative as one */
  guint8 *seen;             /* scratch: a byte a slot */
  GHashTable *kinds;        /* hash of a word -> its kind */
  GHashTable *names;        /* known names: a hash of first name and surname */
  const guint8 *common;     /* a bit for each place of a word; NULL: not known yet */
};

/* KINDS: the text of kinds.txt. COMMON, which must stay: a bit for each place of a word that two writers or more have; a word
   that it lacks is of a kind of its own, for it is most often a name. NULL: no word is. */
struct features *features_new(const char *kinds, const guint8 *common);
void features_free(struct features *features);

/* From now on NAME ("Cagle, Billy R", "Billy Cagle") is known, in any order of first name and surname. */
void features_know(struct features *features, const char *name);
/* No name is known any more. */
void features_forget(struct features *features);

/* Replaces what FEATURES holds by what stands in TEXT, which is valid UTF-8, ends with a NUL after LENGTH bytes and holds no
 * other. */
void features_read(struct features *features, const char *text, gsize length);

/* The place of a word, as written and whatever its capitals, among FEATURE_WORDS. */
guint32 features_word(const struct feature_word *word);

/* A sum of COUNT slots' weights made comparable between long and short runs. */
gint64 features_scale(gint64 sum, guint32 count);
