/* Shared by the readers of a narrative (readers.h) while one is read; nobody else includes this. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/narrative/readers/statement.h"
#include "analyze/narrative/readers/word_kinds.h"

struct narrator {
  struct lexicon *lexicon;
  GHashTable *known; /* words of people's names; may be NULL */
  narrator_names *names;
  gconstpointer names_data;
  int number[W_COUNT];
  struct match_cache *cache; /* what was found in texts read before */
  GArray *sentences;         /* of struct sentence: those of the current narrative */
  GArray *spans;             /* where they stand, of struct span */
};

struct sentence {
  const char *text;
  gsize start, length;     /* start counted from the narrative's */
  struct cache_text *held; /* what is known about it; NULL: not looked up yet */
  bool system, heading;    /* names a system; is nothing but its name */
  bool used, search;       /* documents a use; mentions the search without naming the system */
};

struct reading {
  const struct narrator *narrator;
  GArray *sentences; /* of struct sentence */
  GArray *statements;
  bool in_case, gave_up;
  guint first_use; /* sentence; G_MAXUINT: none */
  bool others_ran; /* a sentence of the use says that an organization ran it */
};

/* The number of the meaning in LEXICON. */
int words_number(const struct lexicon *lexicon, enum words words);

struct sentence *reading_sentence(const struct reading *reading, guint number);
/* Whether it is at most three sentences from one that documents a use. */
bool beside_use(const struct reading *reading, guint number);

/* First match in LENGTH bytes of TEXT; the group may be NULL. If a pattern gives up, the reading records it. */
bool words_find(struct reading *reading, enum words words, const char *text, gsize length, struct span *where,
                struct span *group);
/* The same in a sentence or a clause of one. */
bool words_first(struct reading *reading, enum words words, const struct sentence *sentence, struct span *where,
                 struct span *group);
bool words_in(struct reading *reading, enum words words, const struct sentence *sentence);
void words_all(struct reading *reading, enum words words, const struct sentence *sentence, struct hits *hits);

bool hit_overlaps(struct span span, const struct hits *hits);

/* Splits a sentence where it may change direction ("but", ";") and calls TAKE with each piece. */
typedef void clause_taker(struct reading *reading, const struct sentence *clause, void *data);
void clauses_each(struct reading *reading, const struct sentence *sentence, clause_taker *take, void *data);

/* Splits a sentence before each of the words instead. */
void pieces_each(struct reading *reading, enum words words, const struct sentence *sentence, clause_taker *take, void *data);

#define NO_VALUE ((struct slice){NULL, 0})
#define NOBODY ((struct slice){"", 0}) /* stated, but not by name */

struct slice sentence_slice(const struct sentence *sentence, struct span span);
bool slice_holds(struct slice slice, struct slice words);

struct statement *statement_add(struct reading *reading, enum meaning meaning, guint sentence, struct span words,
                                struct slice value);
