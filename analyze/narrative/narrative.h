/* What a report's narrative says about facial recognition, sentence by sentence: a use, by whom, why, with what result, followed
   how, notified when. It knows words only: which person or report is meant is decided by others. (32.6.6, 32.6.7)
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/lexicon.h"

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

/* Bytes of a text that lives elsewhere; TEXT is NULL where a meaning has no value. */
struct slice {
  const char *text;
  gsize length;
};

struct statement {
  enum meaning meaning;
  bool first_person;
  guint sentence;      /* from 0 */
  gsize start, length; /* the words, in bytes of the narrative */
  struct slice value;  /* in the narrative */
};

extern const char *const narrative_files[]; /* its word files; ends with NULL */

/* The compiled lexicon, and what was found before; one may serve many narratives, one thread at a time. KNOWN (may be NULL) is a
   set of names (folded by text_key, single words) that are surely names of people: officers and candidates. */
struct narrator;
/* Adds to PEOPLE (of gint64) whoever TEXT names. */
typedef void narrator_names(const char *text, GArray *people, gconstpointer data);
/* NAMES (may be NULL) is called with DATA for narratives that bear on a use. */
struct narrator *narrator_new(GHashTable *known, narrator_names *names, gconstpointer data);
void narrator_free(struct narrator *narrator);

/* STATEMENTS (of struct statement) gets what TEXT says and nothing else, in the order of the text; their values lie in TEXT.
   PEOPLE gets who is named, where it documents a use or IN_CASE.
   IN_CASE says that another row of the report documents a use, so that bare results ("no viable candidates"), corroboration,
   actions and notices count although this row names no system. MENTIONS gets whether TEXT names a system anywhere; one that
   does not says nothing by itself. False where a pattern gave up: the row is not evaluated. */
bool narrative_read(struct narrator *narrator, const char *text, gsize length, bool in_case, GArray *statements, GArray *people,
                    bool *mentions);
