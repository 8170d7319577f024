/* The kinds of words that are looked for in a narrative, and the places of those of one kind. */
#pragma once
#include "analyze/words/lexicon.h"

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
  W_ORGANIZATION_RAN,
  W_BY_OFFICER,
  W_OTHER_PART,
  W_JOINT,
  W_CAUSED,
  W_PRONOUN,
  W_TURN,
  W_REASON,
  W_REASON_CASE,
  W_SEARCHER_UNTOLD,
  W_REASON_UNTOLD,
  W_DATE,
  W_OTHER_DATE,
  W_ELSEWHERE,
  W_NONE,
  W_FOUND,
  W_FOUND_UNNAMED,
  W_EXCLUDED,
  W_PERSON,
  W_REFERRING,
  W_BARE,
  W_CONFIRMED,
  W_UNCONFIRMED,
  W_MEANS,
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

/* The places of words of one kind in one sentence, counted from its start. */
#define HITS_MOST 24
struct hits {
  struct span at[HITS_MOST], group[HITS_MOST];
  guint count;
};
