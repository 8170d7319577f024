/* Draws timelines: a lane for each label, on it the days that its spans cover, one axis of days below all. */
#include "report/chart/chart_kinds.h"
#include "report/chart/chart_style.h"

#define LANE_HEIGHT 15.0
#define DAY_LEAST 1.6 /* points: a single day is still seen */

static const guint32 span_colors[] = {COLOR_DEEP, COLOR_ALERT, COLOR_LIGHT, COLOR_MUTED};

/* Where days stand: DAYS of them from FIRST, beside the names of the lanes. */
struct axis {
  struct box plot;
  double first, days;
};

static double day_place(const struct axis *axis, double day) {
  return axis->plot.x + (day - axis->first) / axis->days * axis->plot.width;
}

static struct axis axis_of(struct canvas *canvas, const struct chart *chart, struct box box) {
  double words = 20, first = G_MAXDOUBLE, last = -G_MAXDOUBLE;
  for (guint i = 0; i < chart->labels->len; i++)
    words = MAX(words, canvas_width(canvas, chart_label(chart, i), &chart_label_type) + 10);
  words = MIN(words, box.width * 0.45);
  for (guint i = 0; i < chart->spans->len; i++) {
    const struct chart_span *span = &g_array_index(chart->spans, struct chart_span, i);
    first = MIN(first, span->from), last = MAX(last, span->to);
  }
  struct box plot = {box.x + words, box.y + 18, box.width - words, LANE_HEIGHT * chart->labels->len};
  return (struct axis){plot, first, MAX(1, last + 1 - first)};
}

/* A line at the first day of each month; words at every one, or every second, third, ... where they have no room. */
static void draw_months(struct canvas *canvas, const struct axis *axis) {
  double bottom = axis->plot.y + axis->plot.height, room = 30 / axis->days * axis->plot.width;
  guint every = (guint)((canvas_width(canvas, "0000-00", &chart_muted_type) + 6) / room) + 1, count = 0;
  GDate month;
  g_date_clear(&month, 1);
  g_date_set_julian(&month, (guint32)(axis->first + 719163)); /* days from 0001-01-01, which is 1, to 1970-01-01 */
  g_date_set_day(&month, 1);
  for (;; g_date_add_months(&month, 1)) {
    double day = (double)g_date_get_julian(&month) - 719163;
    if (day >= axis->first + axis->days) return;
    if (day < axis->first) continue;
    double x = day_place(axis, day);
    g_autofree char *words = g_strdup_printf("%04u-%02u", g_date_get_year(&month), (guint)g_date_get_month(&month));
    canvas_line(canvas, x, axis->plot.y, x, bottom, 0.4, COLOR_LINE);
    if (count++ % every == 0 && x + canvas_width(canvas, words, &chart_muted_type) <= axis->plot.x + axis->plot.width)
      canvas_text(canvas, x, bottom + 9, words, &chart_muted_type, ALIGN_LEFT);
  }
}

static void draw_span(struct canvas *canvas, const struct axis *axis, const struct chart_span *span) {
  double x = day_place(axis, span->from), width = MAX(DAY_LEAST, day_place(axis, span->to + 1) - x);
  double y = axis->plot.y + LANE_HEIGHT * span->label;
  canvas_fill(canvas, (struct box){x, y + 3, width, LANE_HEIGHT - 6},
              span_colors[MIN((gsize)span->series, G_N_ELEMENTS(span_colors) - 1)]);
}

/* From the right, on the line of the title. */
static void draw_series(struct canvas *canvas, const struct chart *chart, struct box box) {
  double x = box.x + box.width;
  for (guint i = chart->series->len; i-- > 0;) {
    x -= canvas_width(canvas, chart_series(chart, i), &chart_muted_type);
    canvas_text(canvas, x, box.y + 8, chart_series(chart, i), &chart_muted_type, ALIGN_LEFT);
    x -= 10;
    draw_swatch(canvas, (struct box){x, box.y + 2, 7, 7}, span_colors[MIN((gsize)i, G_N_ELEMENTS(span_colors) - 1)]);
    x -= 10;
  }
}

double chart_timeline_height(const struct chart *chart) { return 18 + LANE_HEIGHT * chart->labels->len + 14; }

void chart_timeline(struct canvas *canvas, const struct chart *chart, struct box box) {
  struct axis axis = axis_of(canvas, chart, box);
  draw_series(canvas, chart, box);
  draw_months(canvas, &axis);
  for (guint i = 0; i < chart->labels->len; i++) {
    double y = axis.plot.y + LANE_HEIGHT * i;
    g_autofree char *label = label_fit(canvas, chart_label(chart, i), &chart_label_type, axis.plot.x - box.x - 8);
    canvas_line(canvas, box.x, y + LANE_HEIGHT, box.x + box.width, y + LANE_HEIGHT, 0.4, COLOR_LINE);
    canvas_text(canvas, box.x, y + LANE_HEIGHT / 2 + 2.5, label, &chart_label_type, ALIGN_LEFT);
  }
  for (guint i = 0; i < chart->spans->len; i++) draw_span(canvas, &axis, &g_array_index(chart->spans, struct chart_span, i));
}
