/* How well one report fits one session of searches: the evidence for and against, in figures and in words. */
#pragma once
#include "analyze/narrative/reports.h"
#include "analyze/link/session.h"

enum number_evidence { BY_NOTHING, BY_SLIP, BY_SHORT, BY_REASON, BY_CAD, BY_NUMBER };
enum officer_evidence { OFFICER_NOT, OFFICER_AUTHOR, OFFICER_NAMED };

/* What speaks for and against a report. */
struct grounds {
  gint32 distance; /* days from the search to the nearest dated row; G_MAXINT32 unknown */
  enum number_evidence number;
  enum officer_evidence officer;
  const char *slip; /* of BY_SLIP, static */
  bool foreign : 1; /* the number bears another agency's label */
  bool near : 1, use : 1, unread : 1, cited : 1, subject : 1, subject_differs : 1, stated_day : 1, other_day : 1,
      none_but_selected : 1;
};

struct weight {
  double score;
  guint32 report;
  struct grounds grounds;
  const char *cited; /* NULL: none */
};

/* NEAR_BEFORE and NEAR_AFTER in days ([thresholds]). */
struct weigher {
  const struct reports *reports;
  gint32 near_before, near_after;
};

/* Whether the report's dates allow it to be near: most reports are not, and need not be weighed. */
static inline bool report_may_be_near(const struct weigher *weigher, const struct sought *sought,
                                      const struct report_facts *facts) {
  return facts->said || (facts->last_day >= sought->last_day - weigher->near_before &&
                         facts->first_day <= sought->first_day + weigher->near_after);
}

struct weight session_weigh(const struct weigher *weigher, const struct sought *sought, guint32 report,
                            enum number_evidence number);
guint grounds_fit(const struct grounds *grounds); /* how many of these hold: same officer, near in time, documented use */
const char *grounds_method(const struct grounds *grounds);
double grounds_confidence(const struct grounds *grounds, guint rivals);

/* The evidence in a sentence, the caller's string. CITED is the number cited (NULL with BY_NOTHING), NUMBER the report's, RIVALS
   how many other reports fit as well. */
char *grounds_tell(const struct grounds *grounds, const char *cited, const char *number, guint rivals);
