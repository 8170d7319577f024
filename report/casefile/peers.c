/* Compares one person's count with colleagues' over the same exposure, and says no more than the numbers bear. */
#include "report/casefile/peers.h"
#include "report/review/statistics.h"
#include <math.h>
#include <string.h>

enum { PEERS_LEAST = 5, PEERS_WEAK = 10, PEERS_PERCENTILE = 20 };
#define PHI_MOST 1.5
#define PHI_P_LEAST 0.05

static double rate(struct exposed one) { return one.months > 0 ? (double)one.count / one.months : 0; }

static int doubles_order(gconstpointer a, gconstpointer b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median_of(GArray *values) {
  g_array_sort(values, doubles_order);
  guint n = values->len;
  double upper = g_array_index(values, double, n / 2);
  return n % 2 ? upper : (g_array_index(values, double, n / 2 - 1) + upper) / 2;
}

/* How far counts differ beyond what chance makes of one rate. */
static double spread(const struct exposed *colleagues, guint count, double all, double months) {
  double sum = 0;
  for (guint i = 0; i < count; i++) {
    double expected = all / months * colleagues[i].months;
    if (expected > 0) sum += ((double)colleagues[i].count - expected) * ((double)colleagues[i].count - expected) / expected;
  }
  return sum / (count - 1);
}

struct peers peers_compare(struct exposed person, const struct exposed *colleagues, guint count) {
  g_autoptr(GArray) rates = g_array_new(FALSE, FALSE, sizeof(double)), away = g_array_new(FALSE, FALSE, sizeof(double));
  struct peers peers = {.rank = 1, .of = count + 1, .low = INFINITY};
  guint64 all = 0;
  double months = 0;
  for (guint i = 0; i < count; i++) {
    double one = rate(colleagues[i]);
    g_array_append_val(rates, one);
    peers.low = MIN(peers.low, one), peers.high = MAX(peers.high, one);
    peers.rank += one > rate(person);
    all += colleagues[i].count, months += colleagues[i].months;
  }
  peers.median = median_of(rates);
  for (guint i = 0; i < count; i++) {
    double distance = fabs(rate(colleagues[i]) - peers.median);
    g_array_append_val(away, distance);
  }
  peers.mad = median_of(away);
  peers.phi = all ? spread(colleagues, count, (double)all, months) : 0;
  peers.phi_p = chi_square_p(peers.phi * (count - 1), count - 1);
  struct interval interval = ratio_exact(person.count, person.months, all, months);
  peers.ratio = all ? rate(person) / ((double)all / months) : INFINITY;
  peers.ratio_low = interval.low, peers.ratio_high = interval.high;
  peers.p = ratio_p(person.count, person.months, all, months);
  return peers;
}

/* ------------------------------------------------------------------------------------------------------------------ words */

static bool exposure_same(struct exposed person, const struct exposed *colleagues, guint count) {
  for (guint i = 0; i < count; i++)
    if (fabs(colleagues[i].months - person.months) > 0.05) return false;
  return true;
}

/* Counts where all had the same time, else rates a month. */
static char *range_words(struct exposed person, const struct exposed *colleagues, guint count, const struct peers *peers,
                         const char *thing) {
  double times = exposure_same(person, colleagues, count) ? person.months : 1;
  const char *unit = times > 1 ? "" : " a month";
  char own[32], low[32], high[32], median[32];
  const char *form = times > 1 ? "%.0f" : "%.1f", *half = times > 1 && fmod(peers->median * times, 1) > 0.01 ? "%.1f" : form;
  g_ascii_formatd(own, sizeof own, form, rate(person) * times);
  g_ascii_formatd(low, sizeof low, form, peers->low * times);
  g_ascii_formatd(high, sizeof high, form, peers->high * times);
  g_ascii_formatd(median, sizeof median, half, peers->median * times);
  g_autofree char *place = person.count ? g_strdup_printf(" By rate %u of %u.", peers->rank, peers->of) : g_strdup("");
  return g_strdup_printf("%" G_GUINT64_FORMAT " %s in %.1f months%s%s%s; %u colleagues had %s to %s%s (median %s).%s",
                         person.count, thing, person.months, times > 1 ? "" : " (", times > 1 ? "" : own,
                         times > 1 ? "" : " a month)", count, low, high, unit, median, place);
}

static char *zero_words(const struct exposed *colleagues, guint count) {
  guint none = 0;
  for (guint i = 0; i < count; i++) none += !colleagues[i].count;
  return g_strdup_printf(" %u of the %u colleagues had none.", none, count);
}

static char *test_words(const struct peers *peers, guint count) {
  if (peers->phi > PHI_MOST || peers->phi_p < PHI_P_LEAST)
    return g_strdup(" Colleagues differ among themselves more than chance makes them, so no test is given.");
  if (!isfinite(peers->ratio_high)) return g_strdup(" There are too few for a test.");
  bool chance = peers->ratio_low <= 1 && peers->ratio_high >= 1;
  return g_strdup_printf(" That is %.2f times the colleagues' rate together (95 %%: %.2f to %.2f)%s: %s.", peers->ratio,
                         peers->ratio_low, peers->ratio_high,
                         count < PEERS_WEAK ? ", if colleagues' counts differ only by chance" : "",
                         chance             ? "the difference may be chance"
                         : peers->ratio > 1 ? "higher than chance among colleagues makes it; caseload is not in these figures"
                                            : "lower than chance among colleagues makes it");
}

char *peers_words(struct exposed person, const struct exposed *colleagues, guint count, const char *thing) {
  if (count < PEERS_LEAST)
    return g_strdup_printf(
        "No comparison is made: the unit has %u other %s who could search in these months, and fewer than five say nothing.",
        count, count == 1 ? "member" : "members");
  struct peers peers = peers_compare(person, colleagues, count);
  g_autofree char *range = range_words(person, colleagues, count, &peers, thing),
                  *more = peers.mad > 0 ? test_words(&peers, count) : zero_words(colleagues, count);
  return g_strconcat(range, more, " A count is not a reason.", NULL);
}
