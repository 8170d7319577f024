/* The arithmetic of samples and of comparisons, by the GNU Scientific Library: sizes, bounds and intervals. Counts are whole
   numbers, shares between 0 and 1; a rate that a person gives is an exact decimal. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A share as a fraction: 5 % is 5 of 100, 0.75 % is 75 of 10000. */
struct share {
  guint64 part, whole;
};

/* "5", "5 %", "0.75%" and "2.5" are percent. False: it is none from 0 to 100, or has more than six decimals. */
bool share_read(const char *text, struct share *share);
/* The least count that is SHARE of COUNT or more. */
guint64 share_least(struct share share, guint64 count);
double share_value(struct share share);

/* A sample of SIZE without replacement from POPULATION, in which at most ALLOWED may be answered no. */
struct sample_size {
  guint64 size, allowed;
  guint64 tolerable; /* the least count of the population that would be too many */
  double risk;       /* of so few noes where TOLERABLE are there */
};

/* The least size by which, where TOLERABLE of the population or more were wrong, no more than ALLOWED noes would be seen with at
   most 1 - CONFIDENCE; EXPECTED is the share of noes that is planned for. A size of POPULATION: read all. */
struct sample_size sample_size(guint64 population, struct share confidence, struct share tolerable, struct share expected);

/* The largest number of the POPULATION that may be wrong where NOES of SIZE drawn were (one-sided, exact, finite). */
guint64 bound_finite(guint64 population, guint64 size, guint64 noes, double confidence);
/* The same as a share of a population without end (Clopper-Pearson, one-sided). */
double bound_endless(guint64 size, guint64 noes, double confidence);

struct interval {
  double low, high;
};

struct interval wilson(guint64 part, guint64 whole);                               /* 95 % of a rate */
struct interval newcombe(guint64 part, guint64 whole, guint64 before, guint64 of); /* of a rate less that before (method 10) */
struct interval ratio_exact(guint64 now, double time, guint64 before,
                            double of_time);                              /* of two counts over times; HIGH may be infinite */
double fisher(guint64 part, guint64 whole, guint64 before, guint64 of);   /* two-sided p of a two by two table */
double ratio_p(guint64 now, double time, guint64 before, double of_time); /* two-sided p that the rates are one */
/* The chance of so large a sum of squares or a larger one. */
double chi_square_p(double sum, guint degrees);
