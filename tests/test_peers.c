/* What may be said of one person beside colleagues, against values worked out elsewhere. */
#include "tests/check.h"
#include "report/casefile/peers.h"
#include <math.h>

static guint fill(struct exposed *into, const guint *counts, double months) {
  guint count = 0;
  for (; counts[count] != G_MAXUINT; count++) into[count] = (struct exposed){counts[count], months};
  return count;
}
#define COUNTS (const guint[])
#define END G_MAXUINT

static struct peers compare(guint own, double own_months, const guint *counts) {
  struct exposed colleagues[40];
  guint count = fill(colleagues, counts, 12);
  return peers_compare((struct exposed){own, own_months}, colleagues, count);
}

static void near(double found, double wanted, double within) {
  g_test_message("%.4f for %.4f", found, wanted);
  g_assert_cmpfloat(fabs(found - wanted), <, within);
}

static void test_figures(void) {
  struct peers a = compare(31, 12, COUNTS{14, 9, 17, 11, 12, END});
  near(a.median * 12, 12, .001), near(a.mad * 12, 2, .001), near(a.ratio, 2.46, .005), near(a.ratio_low, 1.55, .005);
  near(a.ratio_high, 3.84, .005), near(a.p, .0002, .00006), near(a.phi, .74, .005);
  g_assert_cmpuint(a.rank, ==, 1);
  struct peers b = compare(31, 12, COUNTS{14, 9, 17, 11, 12, 28, 10, 15, 40, 8, 13, 16, END});
  near(b.median * 12, 13.5, .001), near(b.ratio, 1.93, .005), near(b.phi, 5.23, .005);
  g_assert_cmpuint(b.rank, ==, 2);
  struct peers c = compare(6, 12, COUNTS{1, 0, 2, 0, 1, 0, 0, 3, END});
  near(c.ratio, 6.86, .005), near(c.ratio_low, 1.90, .005), near(c.ratio_high, 23.8, .05), near(c.phi, 1.45, .005),
      near(c.p, .003, .0006);
  struct peers d = compare(30, 4, COUNTS{60, 72, 55, 81, 66, 58, 70, END});
  near(d.ratio, 1.36, .005), near(d.ratio_low, .91, .005), near(d.ratio_high, 1.97, .005), near(d.p, .13, .005),
      near(d.phi, 1.26, .005);
  struct peers e = compare(9, 12, COUNTS{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, END});
  near(e.ratio, 42, .05), near(e.mad, 0, .001), near(e.phi, 1.56, .005);
  struct peers f = compare(
      44, 12, COUNTS{22, 31, 18, 27, 35, 24, 29, 21, 26, 33, 19, 25, 30, 23, 28, 20, 34, 27, 24, 26, 22, 31, 29, 25, 28, END});
  near(f.ratio, 1.67, .005), near(f.ratio_low, 1.21, .006), near(f.ratio_high, 2.27, .005), near(f.p, .0025, .0004),
      near(f.phi, .81, .005);
  g_assert_cmpuint(f.rank, ==, 1);
}

static char *words(guint own, double months, const guint *counts) {
  struct exposed colleagues[40];
  guint count = fill(colleagues, counts, 12);
  return peers_words((struct exposed){own, months}, colleagues, count, "searches");
}

static void holds(char *found, const char *wanted) {
  g_test_message("%s", found);
  g_assert_nonnull(strstr(found, wanted));
  g_free(found);
}

static void test_words(void) {
  holds(words(31, 12, COUNTS{14, 9, 17, 11, 12, END}),
        "5 colleagues had 9 to 17 (median 12). By rate 1 of 6. That is 2.46 times");
  holds(words(31, 12, COUNTS{14, 9, 17, 11, 12, END}), "if colleagues' counts differ only by chance");
  holds(words(31, 12, COUNTS{14, 9, 17, 11, 12, 28, 10, 15, 40, 8, 13, 16, END}), "so no test is given");
  holds(words(30, 4, COUNTS{60, 72, 55, 81, 66, 58, 70, END}), "(7.5 a month); 7 colleagues had 4.6 to 6.8 a month");
  holds(words(30, 4, COUNTS{60, 72, 55, 81, 66, 58, 70, END}), "the difference may be chance");
  holds(words(9, 12, COUNTS{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, END}), "12 of the 14 colleagues had none");
  holds(words(1, 12, COUNTS{14, 9, 17, 11, 12, END}), "lower than chance");
  holds(words(50, 12, COUNTS{1, 2, 3, 4, END}), "No comparison is made: the unit has 4 other members");
  holds(words(0, 12, COUNTS{0, 0, 0, 0, 0, END}), "5 of the 5 colleagues had none");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("peers", "rank, median, spread, ratio and its interval are right", test_figures);
  TEST("peers", "no more is said than the numbers bear", test_words);
  return g_test_run();
}
