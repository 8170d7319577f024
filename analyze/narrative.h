/* What a report's narrative says about facial recognition, sentence by sentence: a use, by whom, why, with what result, followed
   how, notified when. It knows words only: which person or report is meant is decided by others. (CONTRACT 2, 4; 32.6.6, 32.6.7)
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "lexicon.h"

enum meaning {
  SAYS_USE,              /* facial recognition was used on an image in this case */
  SAYS_NOT_USED,         /* denied, elected against, planned, refused, failed to run */
  SAYS_SEARCHER,         /* value: the officer's words ("Detective K. Whitman (ID 221)"); first_person: the author */
  SAYS_REASON,           /* why it was used */
  SAYS_CANDIDATE,        /* a candidate, lead or match came back; value: the name where stated */
  SAYS_NO_CANDIDATE,     /* none came back */
  SAYS_CORROBORATED,     /* identity confirmed by independent means; value: the means */
  SAYS_NOT_CORROBORATED, /* such means denied, not done, without result */
  SAYS_ACTION,           /* arrest, warrant, contact, next of kin; value: the person, "" where only "the subject", "he" */
  SAYS_NOTICE_BEFORE,    /* the Chief or designee was notified before the search */
  SAYS_NOTICE_AFTER,     /* ... afterwards, or intended */
  SAYS_NOTICE_DENIED,
  SAYS_NOTICE_UNTIMED, /* notified, without saying when */
  SAYS_SEARCH_DATE,    /* value: the date or time of the search as written */
  MEANING_COUNT
};

const char *meaning_name(enum meaning meaning); /* "use", "not used", "searcher", ... as in table reading */

struct statement {
  enum meaning meaning;
  gsize start, length; /* the words, in bytes of the narrative */
  char *value;         /* NULL where the meaning has none; freed by statements_clear */
  bool first_person;
  guint sentence; /* from 0 */
};

struct narrator; /* the compiled lexicon; one may serve many narratives, one thread at a time */
struct narrator *narrator_new(void);
void narrator_free(struct narrator *narrator);

/* Appends what TEXT says to STATEMENTS (of struct statement), in the order of the text. KNOWN (may be NULL) is a set of names
   (folded by text_key, single words) that are surely names of people: officers and candidates.
   IN_CASE says that another row of the report documents a use, so that bare results ("no viable candidates"), corroboration,
   actions and notices count although this row names no system. MENTIONS gets whether TEXT names a system anywhere; one that
   does not says nothing by itself. False where a pattern gave up: the row is not evaluated. */
bool narrative_read(const struct narrator *narrator, const char *text, gsize length, GHashTable *known, bool in_case,
                    GArray *statements, bool *mentions);
void statements_clear(GArray *statements);
