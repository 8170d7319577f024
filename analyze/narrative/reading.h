/* The ground that the readers of a narrative (readers.h) stand on while one is read; nobody else includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/narrative/narrative.h"

/* The meanings of the word files, as words_names in narrative.c lists them. */
enum words {
  W_SYSTEM,
  W_FOREIGN,
  W_BOILERPLATE,
  W_DENIED,
  W_PLANNED,
  W_FAILED,
  W_RAN,
  W_HAD_RUN,
  W_WAS_RUN,
  W_SPOKEN,
  W_SELF,
  W_OFFICER,
  W_DELEGATED,
  W_BY_SELF,
  W_BY_OFFICER,
  W_PRONOUN,
  W_TURN,
  W_REASON,
  W_DATE,
  W_OTHER_DATE,
  W_ELSEWHERE,
  W_NONE,
  W_FOUND,
  W_FOUND_UNNAMED,
  W_PERSON,
  W_REFERRING,
  W_BARE,
  W_CONFIRMED,
  W_UNCONFIRMED,
  W_ACTION,
  W_INACTION,
  W_NOTICE,
  W_NOTICE_DENIED,
  W_NOTICE_AFTER,
  W_NOTICE_BEFORE,
  W_NOTIFYING_FIRST,
  W_COMMON,
  W_PLACE,
  W_SUBJECT_NAMED,
  W_STRONG,
  W_UNRELATED,
  W_SEARCHING,
  W_BEFORE,
  W_AFTER,
  W_THEN,
  W_CLOCK,
  W_ANONYMOUS,
  W_CREDIT,
  W_REASON_LABEL,
  W_DATED,
  W_PIECE,
  W_ACT,
  W_UNDONE,
  W_LABEL,
  W_COUNT
};

struct narrator {
  struct lexicon *lexicon;
  GHashTable *known; /* words of people's names; may be NULL */
  narrator_names *names;
  gconstpointer names_data;
  int number[W_COUNT];
  struct told *told; /* what was found in texts read before */
  GArray *sentences; /* of struct sentence: the narrative's in hand */
  GArray *spans;     /* where they stand, of struct span */
};

/* Where words of one kind stand in one sentence, counted from its start. */
#define HITS_MOST 24
struct hits {
  struct span at[HITS_MOST], group[HITS_MOST];
  guint count;
};

struct sentence {
  const char *text;
  gsize start, length;    /* start counted from the narrative's */
  struct told_text *held; /* what is known of it; NULL: not looked up yet */
  bool system, heading;   /* names a system; is nothing but its name */
  bool used, search;      /* documents a use; speaks of the search without naming the system */
};

struct reading {
  const struct narrator *narrator;
  GArray *sentences; /* of struct sentence */
  GArray *statements;
  bool in_case, gave_up;
  guint first_use; /* sentence; G_MAXUINT: none */
};

/* The number of the meaning in LEXICON. */
int words_number(const struct lexicon *lexicon, enum words words);

struct sentence *reading_sentence(const struct reading *reading, guint number);

/* First match in LENGTH bytes of TEXT; the group may be NULL. A pattern that gives up is noted in the reading. */
bool words_find(struct reading *reading, enum words words, const char *text, gsize length, struct span *where,
                struct span *group);
/* The same in a sentence or a clause of one. */
bool words_first(struct reading *reading, enum words words, const struct sentence *sentence, struct span *where,
                 struct span *group);
bool words_in(struct reading *reading, enum words words, const struct sentence *sentence);
void words_all(struct reading *reading, enum words words, const struct sentence *sentence, struct hits *hits);

bool hit_overlaps(struct span span, const struct hits *hits);

/* Cuts a sentence where it may turn ("but", ";"): calls TAKE with each piece. */
typedef void clause_taker(struct reading *reading, const struct sentence *clause, void *data);
void clauses_each(struct reading *reading, const struct sentence *sentence, clause_taker *take, void *data);

/* Cuts a sentence before each of the words instead. */
void pieces_each(struct reading *reading, enum words words, const struct sentence *sentence, clause_taker *take, void *data);

#define NO_VALUE ((struct slice){NULL, 0})
#define NOBODY ((struct slice){"", 0}) /* stated, but not by name */

struct slice sentence_slice(const struct sentence *sentence, struct span span);
bool slice_holds(struct slice slice, struct slice words);

struct statement *statement_add(struct reading *reading, enum meaning meaning, guint sentence, struct span words,
                                struct slice value);
