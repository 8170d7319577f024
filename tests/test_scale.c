/* Tests of round axes and numbers as people write them. */
#include "tests/check.h"
#include "report/chart/scale.h"

static void test_ticks(void) {
  static const struct {
    double most, high, step;
    guint ticks;
  } cases[] = {{0, 1, 1, 2},
               {1, 1, 1, 2},
               {3, 3, 1, 4},
               {4, 4, 1, 5},
               {5, 6, 2, 4},
               {40, 40, 10, 5},
               {41, 60, 20, 4},
               {99, 100, 50, 3},
               {100, 100, 50, 3},
               {201, 300, 100, 4},
               {1000, 1000, 500, 3},
               {4294, 6000, 2000, 4},
               {2000000, 2000000, 500000, 5}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct scale scale = scale_count(cases[i].most, 4);
    g_assert_cmpfloat(scale.high, >=, cases[i].most);
    g_assert_cmpuint(scale.ticks, <=, 5);
    g_assert_cmpfloat_with_epsilon(scale_tick(&scale, scale.ticks - 1), scale.high, 1e-9);
    g_assert_cmpfloat_with_epsilon(scale.step, cases[i].step, 1e-9);
    g_assert_cmpfloat_with_epsilon(scale.high, cases[i].high, 1e-9);
    g_assert_cmpuint(scale.ticks, ==, cases[i].ticks);
  }
}

static void test_length(void) {
  struct scale scale = scale_count(40, 4);
  g_assert_cmpfloat_with_epsilon(scale_length(&scale, 10, 200), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon(scale_length(&scale, 0, 200), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon(scale_length(&scale, 400, 200), 200, 1e-9);
}

static void number_is(gint64 value, const char *expected) {
  g_autofree char *number = scale_number(value);
  g_assert_cmpstr(number, ==, expected);
}

static void test_numbers(void) {
  number_is(0, "0");
  number_is(999, "999");
  number_is(1000, "1,000");
  number_is(-1234567, "-1,234,567");
  number_is(G_MAXINT64, "9,223,372,036,854,775,807");
}

static void percent_is(gint64 part, gint64 all, const char *expected) {
  g_autofree char *percent = scale_percent(part, all);
  g_assert_cmpstr(percent, ==, expected);
}

static void test_percents(void) {
  percent_is(0, 0, "–");
  percent_is(0, 10, "0 %");
  percent_is(1, 1000, "<1 %");
  percent_is(999, 1000, ">99 %");
  percent_is(1000, 1000, "100 %");
  percent_is(1, 3, "33 %");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("scale", "an axis has few round ticks and holds the greatest value", test_ticks);
  TEST("scale", "a value becomes a length on the axis", test_length);
  TEST("scale", "numbers are grouped by thousands", test_numbers);
  TEST("scale", "only a true none or all reads 0 % or 100 %", test_percents);
  return g_test_run();
}
