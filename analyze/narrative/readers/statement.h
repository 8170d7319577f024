/* What a narrative states, as passed to the callers. reading.h knows how it is found. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum meaning {
  SAYS_USE,              /* facial recognition was used on an image in this case */
  SAYS_NOT_USED,         /* denied, elected against, planned, refused, failed to run */
  SAYS_SEARCHER,         /* value: the officer's words ("Detective K. Whitman (ID 221)"); first_person: the author */
  SAYS_REASON,           /* why it was used */
  SAYS_CANDIDATE,        /* a candidate, lead or match came back; value: the name where stated */
  SAYS_NO_CANDIDATE,     /* none came back */
  SAYS_CORROBORATED,     /* identity confirmed by independent means; value: the means */
  SAYS_NOT_CORROBORATED, /* such means denied, not done, without result */
  SAYS_MEANS,            /* such means are named, and neither is read: only where an action is told */
  SAYS_ACTION,           /* arrest, warrant, contact, next of kin; value: the person, "" where only "the subject", "he" */
  SAYS_NOTICE_BEFORE,    /* the Chief or a designee was notified before the search */
  SAYS_NOTICE_AFTER,     /* ... afterwards, or intended */
  SAYS_NOTICE_DENIED,
  SAYS_NOTICE_UNTIMED,  /* notified, without saying when */
  SAYS_SEARCHER_UNTOLD, /* that nobody knows, or wrote down, who searched */
  SAYS_REASON_UNTOLD,   /* ... why */
  SAYS_SEARCH_DATE,     /* value: the date or time of the search as written */
  MEANING_COUNT
};

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

/* Adds the people whom TEXT names to PEOPLE (of gint64). */
typedef void narrator_names(const char *text, GArray *people, gconstpointer data);
