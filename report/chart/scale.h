/* Axes with round numbers. */
#pragma once
#include <glib.h>

struct scale {
  double high; /* the axis runs from 0 to here */
  double step; /* between ticks; 1, 2 or 5 times a power of ten */
  guint ticks; /* how many, 0 and high included */
};

/* The shortest axis that holds MOST with at most LIMIT steps (2 or more). Whole steps only: what is counted has no halves. */
struct scale scale_count(double most, guint limit);

double scale_tick(const struct scale *scale, guint tick);

/* VALUE as a length where the whole axis is LENGTH long. */
double scale_length(const struct scale *scale, double value, double length);

/* "1,234,567": the same in every locale. The string is the caller's. */
char *scale_number(gint64 value);

/* "87 %", "<1 %", ">99 %"; "–" where ALL is 0. Only a true 0 or all reads 0 % or 100 %. The string is the caller's. */
char *scale_percent(gint64 part, gint64 all);

/* The same where ALL is 30 or more; of fewer a percentage says more than it knows: "3 of 7". */
char *scale_share(gint64 part, gint64 all);
