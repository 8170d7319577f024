/* One person's count beside those of colleagues: what may be said of it (casefile.md, 5). */
#pragma once
#include <glib.h>

/* A count over an exposure, in months. */
struct exposed {
  guint64 count;
  double months;
};

/* What is said of PERSON beside the COUNT colleagues, of THING ("searches"), in sentences; the caller's. Fewer than five
   colleagues: nothing is compared. A test is given only where colleagues differ no more than chance would make them. */
char *peers_words(struct exposed person, const struct exposed *colleagues, guint count, const char *thing);

/* The figures behind it, for the tests. */
struct peers {
  double median, low, high; /* of colleagues' rates, a month */
  double mad;               /* median distance from the median */
  guint rank, of;           /* of the person among all, by rate; 1 is the highest */
  double ratio, ratio_low, ratio_high, p;
  double phi; /* how far colleagues differ beyond chance: 1 is chance */
  double phi_p;
};
struct peers peers_compare(struct exposed person, const struct exposed *colleagues, guint count);
