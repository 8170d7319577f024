/* How well one report fits one session of searches: the evidence for and against, in figures and in words. */
#pragma once
#include "link.h"

enum number_evidence { BY_NOTHING, BY_SLIP, BY_SHORT, BY_REASON, BY_CAD, BY_NUMBER };

struct session_reason {
  gint64 reason; /* its number in the log */
  const char *text;
};

struct session {
  gint64 session, account, person; /* SESSION is the number of its first search */
  gint64 first_at, last_at;
  gint32 first_day, last_day;
  guint searches;
  GPtrArray *cases;      /* distinct texts without withheld ones; NULL: none */
  GArray *reasons;       /* of struct session_reason, while the log is read; NULL: none */
  GPtrArray *candidates; /* names selected; NULL: none */
  char *key;             /* session.c's */
  bool by_probe, withheld_case;
};

struct weight {
  gint64 report;
  enum number_evidence number;
  char cited[48];
  const char *slip; /* static; which slip */
  bool foreign;     /* the number bears another agency's label */
  bool officer, near, use, subject, subject_differs, stated_day, other_day, none_but_selected;
  const char *officer_how; /* static */
  gint32 distance;         /* days from the search to the nearest dated row; G_MAXINT32 unknown */
  double score, confidence;
};

/* NEAR_BEFORE and NEAR_AFTER in days ([thresholds]). */
struct weigher {
  const struct reports *reports;
  gint32 near_before, near_after;
};

struct weight session_weigh(const struct weigher *weigher, const struct session *session, gint64 report,
                            enum number_evidence number, const char *cited, const char *slip);
guint weight_fits(const struct weight *weight); /* of officer, near time, documented use: how many hold */
const char *weight_method(const struct weight *weight);
/* The evidence in a sentence; RIVALS is how many other reports fit as well. The caller's string. */
char *weight_words(const struct weight *weight, const char *number, guint rivals);
double weight_confidence(const struct weight *weight, guint rivals);
