/* The arithmetic of samples and comparisons against published values and values worked out in exact fractions. */
#include "tests/check.h"
#include "report/review/statistics.h"
#include <math.h>

static struct share percent(const char *text) {
  struct share share;
  g_assert_true(share_read(text, &share));
  return share;
}

static void test_shares(void) {
  static const char *const wrong[] = {"", "%", "x", "-1", "101", "1.2.3", "1.1234567", "1e3", ".5", "5 %x"};
  struct share share;
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) g_assert_false(share_read(wrong[i], &share));
  g_assert_cmpuint(share_least(percent("7"), 100), ==, 7); /* 0.07 * 100 is more than 7 in floating point */
  g_assert_cmpuint(share_least(percent("29 %"), 100), ==, 29);
  g_assert_cmpuint(share_least(percent("3.5"), 400), ==, 14);
  g_assert_cmpuint(share_least(percent("0.75%"), 1000), ==, 8);
  g_assert_cmpuint(share_least(percent("5"), 475), ==, 24);
}

/* Sizes for a finite population, some by how many noes are allowed. */
static void test_sizes(void) {
  static const struct {
    guint64 population;
    const char *confidence, *tolerable, *expected;
    guint64 size, allowed;
  } cases[] = {{36, "95", "5", "0", 28, 0},      {50, "95", "5", "0", 31, 0},     {50, "95", "10", "0", 22, 0},
               {100, "95", "5", "0", 45, 0},     {200, "95", "5", "0", 51, 0},    {250, "90", "5", "0", 40, 0},
               {475, "95", "5", "0", 55, 0},     {500, "95", "2", "0", 129, 0},   {1000, "95", "5", "0", 57, 0},
               {1000, "99", "5", "0", 86, 0},    {4294, "95", "5", "0", 58, 0},   {10000, "95", "5", "0", 59, 0},
               {10000, "95", "1", "0", 294, 0},  {100000, "95", "5", "0", 59, 0}, {100000, "99", "1", "0", 458, 0},
               {1000, "95", "1", "0", 258, 0},   {100, "95", "5", "1", 65, 1},    {200, "95", "5", "1", 78, 1},
               {475, "95", "5", "1", 86, 1},     {1000, "95", "5", "1", 90, 1},   {4294, "95", "5", "1", 93, 1},
               {100, "95", "5", "2", 81, 2},     {200, "95", "5", "2", 121, 3},   {475, "95", "5", "2", 137, 3},
               {1000, "95", "5", "2", 146, 3},   {4294, "95", "5", "2", 179, 4},  {10000, "95", "5", "2", 180, 4},
               {100000, "95", "5", "2", 181, 4}, {600, "95", "5", "0", 56, 0},    {219, "95", "5", "0", 52, 0},
               {258, "95", "5", "0", 52, 0},     {259, "95", "5", "0", 53, 0},    {380, "95", "5", "0", 55, 0},
               {500, "95", "5", "0", 56, 0},     {776, "95", "5", "0", 56, 0},    {777, "95", "5", "0", 57, 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct sample_size found =
        sample_size(cases[i].population, percent(cases[i].confidence), percent(cases[i].tolerable), percent(cases[i].expected));
    g_test_message("%d of %d", (int)found.size, (int)cases[i].population);
    g_assert_cmpuint(found.size, ==, cases[i].size);
    g_assert_cmpuint(found.allowed, ==, cases[i].allowed);
  }
  struct sample_size all = sample_size(20, percent("95"), percent("5"), percent("0"));
  g_assert_cmpuint(all.size, ==, 19);
  g_assert_cmpuint(sample_size(10, percent("95"), percent("5"), percent("10")).size, ==,
                   10); /* too many are planned for: read all */
}

static void test_bounds(void) {
  static const struct {
    guint64 population, size, noes;
    double confidence;
    guint64 most;
    double endless;
  } cases[] = {{50, 22, 0, .95, 4, .127305},         {50, 30, 1, .95, 5, .148596},
               {100, 45, 0, .95, 4, .064404},        {100, 45, 1, .95, 8, .101134},
               {200, 51, 0, .95, 9, .057048},        {200, 60, 2, .95, 18, .101236},
               {475, 56, 0, .95, 23, .052090},       {475, 56, 3, .95, 60, .132678},
               {500, 59, 0, .95, 23, .049508},       {1000, 57, 0, .95, 49, .051199},
               {1000, 93, 1, .95, 48, .049994},      {2000, 100, 0, .95, 57, .029513},
               {2000, 100, 5, .95, 201, .102253},    {4294, 59, 0, .95, 211, .049508},
               {4294, 150, 4, .95, 255, .059981},    {10000, 59, 0, .95, 493, .049508},
               {10000, 200, 7, .95, 644, .064733},   {20000, 77, 1, .90, 990, .049577},
               {100000, 59, 0, .95, 4949, .049508},  {100000, 59, 2, .95, 10286, .102889},
               {100000, 300, 0, .99, 1521, .015233}, {50, 50, 2, .95, 2, -1}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_assert_cmpuint(bound_finite(cases[i].population, cases[i].size, cases[i].noes, cases[i].confidence), ==, cases[i].most);
    if (cases[i].endless > 0)
      g_assert_cmpfloat(fabs(bound_endless(cases[i].size, cases[i].noes, cases[i].confidence) - cases[i].endless), <, .00000051);
  }
  /* Of a population without end, as printed: 95 %, 80 read. */
  static const double printed[] = {.03675, .05793, .07661};
  for (guint64 noes = 0; noes < 3; noes++) g_assert_cmpfloat(fabs(bound_endless(80, noes, .95) - printed[noes]), <, .0000051);
  g_assert_cmpfloat(fabs(bound_endless(80, 4, .95) - .11077), <, .0000051);
  g_assert_cmpfloat(fabs(bound_endless(100, 5, .95) - .10225), <, .0000051);
  g_assert_cmpfloat(fabs(bound_endless(93, 0, .99) - .04831), <, .0000051);
  g_assert_cmpfloat(bound_endless(5, 5, .95), ==, 1);
}

static void near(double found, double wanted) {
  g_test_message("%.6f for %.6f", found, wanted);
  g_assert_cmpfloat(fabs(found - wanted), <, .00000051);
}

static void test_wilson(void) {
  static const struct {
    guint64 part, whole;
    double low, high;
  } cases[] = {{0, 12, 0, .242494},          {1, 12, .014865, .353880},   {3, 30, .034600, .256211}, {25, 475, .035901, .076540},
               {84, 475, .145163, .213706},  {2, 9, .063225, .547411},    {475, 475, .991978, 1},    {0, 4294, 0, .000894},
               {12, 4294, .001599, .004879}, {391, 475, .786294, .854837}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct interval found = wilson(cases[i].part, cases[i].whole);
    near(found.low, cases[i].low), near(found.high, cases[i].high);
  }
}

static void test_newcombe(void) {
  static const struct {
    guint64 part, whole, before, of;
    double low, high, p;
  } cases[] = {{25, 475, 40, 510, -.057232, .005569, .1230},    {3, 30, 9, 28, -.417821, -.010258, .0531},
               {0, 12, 2, 15, -.378820, .127462, .4872},        {84, 475, 60, 510, .014968, .103818, .0089},
               {12, 4294, 31, 5120, -.006055, -.000516, .0210}, {5, 20, 5, 20, -.258674, .258674, 1},
               {1, 8, 4, 7, -.735588, .025441, .1189},          {0, 40, 0, 35, -.098901, .087622, 1},
               {180, 400, 150, 420, .025693, .158940, .0069},   {2, 100, 11, 110, -.151716, -.013887, .0204}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct interval found = newcombe(cases[i].part, cases[i].whole, cases[i].before, cases[i].of);
    near(found.low, cases[i].low), near(found.high, cases[i].high);
    g_assert_cmpfloat(fabs(fisher(cases[i].part, cases[i].whole, cases[i].before, cases[i].of) - cases[i].p), <, .000051);
  }
}

static void test_ratios(void) {
  static const struct {
    guint64 now;
    double time;
    guint64 before;
    double of_time, low, high, p;
  } cases[] = {{2, 17877, 9, 16660, .02177, 1.00055, .05011},
               {11, 6, 6, 7, .725, 7.044, .197},
               {14, 12, 7, 12, .755, 5.855, .189},
               {0, 12, 5, 12, 0, 1.091, .0625},
               {40, 12, 25, 12, .947, 2.752, .082}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct interval found = ratio_exact(cases[i].now, cases[i].time, cases[i].before, cases[i].of_time);
    g_assert_cmpfloat(fabs(found.low - cases[i].low), <, .00051);
    g_assert_cmpfloat(fabs(found.high - cases[i].high), <, .00051);
    g_assert_cmpfloat(fabs(ratio_p(cases[i].now, cases[i].time, cases[i].before, cases[i].of_time) - cases[i].p), <, .00051);
  }
  g_assert_true(isinf(ratio_exact(3, 1, 0, 1).high) && isinf(ratio_exact(0, 1, 0, 1).high));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("statistics", "a rate is an exact decimal, and its count is rounded up", test_shares);
  TEST("statistics", "sample sizes are the least that the tables give", test_sizes);
  TEST("statistics", "upper bounds are exact, of a finite population and of one without end", test_bounds);
  TEST("statistics", "intervals of rates are Wilson's", test_wilson);
  TEST("statistics", "differences of rates have Newcombe's intervals and Fisher's p", test_newcombe);
  TEST("statistics", "ratios of counts over unequal times are exact", test_ratios);
  return g_test_run();
}
