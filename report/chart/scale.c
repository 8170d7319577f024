/* Round axes and numbers as people write them. What is drawn with them is decided in chart.c. */
#include "report/chart/scale.h"
#include <math.h>
#include <string.h>

static double step_round(double rough) {
  static const double nice[] = {1, 2, 5, 10};
  double power = pow(10, floor(log10(rough)));
  for (gsize i = 0; i < G_N_ELEMENTS(nice); i++)
    if (rough <= nice[i] * power * (1 + 1e-9)) return nice[i] * power;
  return 10 * power;
}

struct scale scale_count(double most, guint limit) {
  if (!(most > 0)) most = 1;
  double step = MAX(1, step_round(most / MAX(limit, 2)));
  guint steps = (guint)ceil(most / step - 1e-9);
  return (struct scale){.high = step * steps, .step = step, .ticks = steps + 1};
}

double scale_tick(const struct scale *scale, guint tick) { return scale->step * tick; }

double scale_length(const struct scale *scale, double value, double length) { return CLAMP(value / scale->high, 0, 1) * length; }

char *scale_number(gint64 value) {
  char digits[32];
  g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  const char *at = digits;
  GString *number = g_string_new(*at == '-' ? (at++, "-") : "");
  for (gsize left = strlen(at); left; left--, at++) {
    g_string_append_c(number, *at);
    if (left > 1 && left % 3 == 1) g_string_append_c(number, ',');
  }
  return g_string_free(number, FALSE);
}

char *scale_percent(gint64 part, gint64 all) {
  if (all <= 0) return g_strdup("–");
  gint64 rounded = (gint64)(((double)part * 100) / (double)all + 0.5);
  if (part > 0 && rounded == 0) return g_strdup("<1 %");
  if (part < all && rounded >= 100) return g_strdup(">99 %");
  return g_strdup_printf("%" G_GINT64_FORMAT " %%", rounded);
}

char *scale_share(gint64 part, gint64 all) {
  if (all <= 0 || all >= 30) return scale_percent(part, all);
  return g_strdup_printf("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, part, all);
}
