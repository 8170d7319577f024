/* Calls GSL's distributions. What may be said of the numbers is decided where they are shown. */
#include "report/review/statistics.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

#define Z 1.959963984540054
#define ROUNDING 1e-9 /* relative: chances that are equal in exact fractions count as equal */

/* ---------------------------------------------------------------------------------------------------------------- shares */

bool share_read(const char *text, struct share *share) {
  enum { DECIMALS = 6 };
  g_autofree char *plain = g_strstrip(g_strdup(text));
  gsize length = strlen(plain);
  if (length && plain[length - 1] == '%') plain[--length] = 0;
  g_strchomp(plain);
  const char *dot = strchr(plain, '.');
  gsize decimals = dot ? strlen(dot + 1) : 0;
  if (!*plain || strspn(plain, "0123456789.") != strlen(plain) || (dot && strchr(dot + 1, '.')) || decimals > DECIMALS ||
      strlen(plain) > 12 || !g_ascii_isdigit(*plain))
    return false;
  g_autofree char *digits =
      g_strdup_printf("%.*s%s", (int)(dot ? dot - plain : (gssize)strlen(plain)), plain, dot ? dot + 1 : "");
  *share = (struct share){g_ascii_strtoull(digits, NULL, 10), 100};
  for (gsize i = 0; i < decimals; i++) share->whole *= 10;
  return share->part <= share->whole;
}

guint64 share_least(struct share share, guint64 count) { return (share.part * count + share.whole - 1) / share.whole; }

double share_value(struct share share) { return (double)share.part / (double)share.whole; }

/* --------------------------------------------------------------------------------------------------------------- samples */

/* Of so few noes or fewer in a sample where WRONG of the population are wrong. */
static double few_noes(guint64 noes, guint64 population, guint64 wrong, guint64 size) {
  if (wrong >= population) return size <= noes ? 1 : 0;
  return gsl_cdf_hypergeometric_P((unsigned)noes, (unsigned)wrong, (unsigned)(population - wrong), (unsigned)size);
}

struct sample_size sample_size(guint64 population, struct share confidence, struct share tolerable, struct share expected) {
  struct sample_size found = {.size = population, .tolerable = share_least(tolerable, population)};
  double alpha = (double)(confidence.whole - confidence.part) / (double)confidence.whole;
  for (guint64 size = 1; size < population; size++) {
    guint64 allowed = share_least(expected, size);
    if (allowed >= found.tolerable) break;
    double risk = few_noes(allowed, population, found.tolerable, size);
    if (risk > alpha * (1 + ROUNDING)) continue;
    found.size = size, found.allowed = allowed, found.risk = risk;
    return found;
  }
  return found;
}

guint64 bound_finite(guint64 population, guint64 size, guint64 noes, double confidence) {
  guint64 low = noes, high = population - size + noes; /* LOW may be wrong: the chance of so few is above alpha */
  while (low < high) {
    guint64 middle = high - (high - low) / 2;
    if (few_noes(noes, population, middle, size) > (1 - confidence) * (1 + ROUNDING)) low = middle;
    else high = middle - 1;
  }
  return low;
}

double bound_endless(guint64 size, guint64 noes, double confidence) {
  return noes >= size ? 1 : gsl_cdf_beta_Pinv(confidence, (double)noes + 1, (double)(size - noes));
}

/* ------------------------------------------------------------------------------------------------------------ comparisons */

struct interval wilson(guint64 part, guint64 whole) {
  double n = (double)whole, p = (double)part / n, middle = 2 * n * p + Z * Z, half = Z * sqrt(Z * Z + 4 * n * p * (1 - p)),
         below = 2 * (n + Z * Z);
  return (struct interval){part ? (middle - half) / below : 0, part == whole ? 1 : (middle + half) / below};
}

struct interval newcombe(guint64 part, guint64 whole, guint64 before, guint64 of) {
  struct interval now = wilson(part, whole), then = wilson(before, of);
  double p = (double)part / (double)whole, q = (double)before / (double)of, d = p - q;
  return (struct interval){d - sqrt((p - now.low) * (p - now.low) + (then.high - q) * (then.high - q)),
                           d + sqrt((now.high - p) * (now.high - p) + (q - then.low) * (q - then.low))};
}

/* The share of NOW in both counts, at 95 %, becomes odds. */
struct interval ratio_exact(guint64 now, double time, guint64 before, double of_time) {
  double all = (double)(now + before), x = (double)now;
  if (!(all > 0)) return (struct interval){0, INFINITY};
  double low = now ? gsl_cdf_beta_Pinv(0.025, x, all - x + 1) : 0, high = before ? gsl_cdf_beta_Pinv(0.975, x + 1, all - x) : 1;
  double times = of_time / time;
  return (struct interval){low / (1 - low) * times, high < 1 ? high / (1 - high) * times : INFINITY};
}

struct table {
  guint64 part, whole, of;
};

static double table_chance(guint64 x, const struct table *table) {
  return gsl_ran_hypergeometric_pdf((unsigned)x, (unsigned)table->whole, (unsigned)table->of, (unsigned)table->part);
}

/* The sum of the chances of all tables that are no likelier than the one seen. */
double fisher(guint64 part, guint64 whole, guint64 before, guint64 of) {
  struct table table = {part + before, whole, of};
  double limit = table_chance(part, &table) * (1 + 1e-7), sum = 0;
  for (guint64 x = table.part > of ? table.part - of : 0; x <= MIN(table.part, whole); x++) {
    double one = table_chance(x, &table);
    if (one <= limit) sum += one;
  }
  return MIN(sum, 1);
}

double ratio_p(guint64 now, double time, guint64 before, double of_time) {
  double share = time / (time + of_time);
  unsigned all = (unsigned)(now + before), x = (unsigned)now;
  double few = gsl_cdf_binomial_P(x, share, all), many = x ? gsl_cdf_binomial_Q(x - 1, share, all) : 1;
  return MIN(1, 2 * MIN(few, many));
}

double chi_square_p(double sum, guint degrees) { return gsl_cdf_chisq_Q(sum, degrees); }
