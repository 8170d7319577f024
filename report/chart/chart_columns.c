/* Draws stacked columns over time, with their axis, their words and their marks. */
#include "report/chart/chart_kinds.h"
#include "report/chart/chart_style.h"
#include "report/chart/scale.h"
#include <math.h>

static const guint32 series_colors[] = {COLOR_DEEP, COLOR_LIGHT, COLOR_LINE, COLOR_MUTED};

/* Slanted lines, so that nobody takes an empty month for one without searches. */
static void draw_hatch(struct canvas *canvas, struct box box, double step) {
  for (double at = step; at < box.width + box.height; at += step) {
    double left = MAX(0, at - box.height), right = MIN(box.width, at);
    canvas_line(canvas, box.x + left, box.y + at - left, box.x + right, box.y + at - right, 0.5, COLOR_LINE);
  }
}

/* What the colours, the hatching and the mark mean, at the right end of the title's line. */
static void draw_key(struct canvas *canvas, const struct chart *chart, struct box box) {
  double x = box.x + box.width;
  if (chart->mark) {
    canvas_text(canvas, x, box.y + 8, chart->mark, &chart_muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, chart->mark, &chart_muted_type) + 5;
    canvas_line(canvas, x - 12, box.y + 5.5, x, box.y + 5.5, 1.6, COLOR_ALERT);
    x -= 22;
  }
  if (chart->hatch) {
    canvas_text(canvas, x, box.y + 8, chart->hatch, &chart_muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, chart->hatch, &chart_muted_type) + 10;
    draw_hatch(canvas, (struct box){x, box.y + 2, 7, 7}, 2.5);
    x -= 10;
  }
  for (guint i = chart->series->len; chart->series->len > 1 && i-- > 0;) {
    const char *name = chart_series(chart, i);
    canvas_text(canvas, x, box.y + 8, name, &chart_muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, name, &chart_muted_type) + 10;
    canvas_fill(canvas, (struct box){x, box.y + 2, 7, 7}, series_colors[i % G_N_ELEMENTS(series_colors)]);
    x -= 10;
  }
}

static void draw_axis(struct canvas *canvas, const struct scale *scale, struct box plot) {
  for (guint i = 0; i < scale->ticks; i++) {
    double value = scale_tick(scale, i), y = plot.y + plot.height - scale_length(scale, value, plot.height);
    canvas_line(canvas, plot.x, y, plot.x + plot.width, y, i ? 0.4 : 0.8, i ? COLOR_LINE : COLOR_MUTED);
    draw_number(canvas, plot.x - 4, y + 2.5, value, &chart_muted_type, ALIGN_RIGHT);
  }
}

/* Returns the top of what was drawn. */
static double draw_stack(struct canvas *canvas, const struct chart *chart, const struct scale *scale, guint at, struct box slot) {
  double top = slot.y + slot.height, wide = MIN(slot.width * 0.62, 34), left = slot.x + (slot.width - wide) / 2;
  for (guint i = 0; i < chart->series->len; i++) {
    double height = scale_length(scale, chart_value(chart, at, i), slot.height);
    if (height <= 0) continue;
    top -= height;
    draw_rows(canvas, chart, at, i, (struct box){left, top, wide, height}, series_colors[i % G_N_ELEMENTS(series_colors)]);
  }
  return top;
}

/* A line over the column, a little wider, with a paper edge so that it is seen on dark and light. */
static double draw_mark(struct canvas *canvas, const struct chart *chart, const struct scale *scale, guint at, struct box slot) {
  double value = chart_marked(chart, at);
  if (isnan(value)) return slot.y + slot.height;
  double y = slot.y + slot.height - scale_length(scale, value, slot.height), wide = MIN(slot.width * 0.82, 46);
  double left = slot.x + (slot.width - wide) / 2;
  canvas_line(canvas, left, y, left + wide, y, 3.2, COLOR_PAPER);
  canvas_line(canvas, left, y, left + wide, y, 1.6, COLOR_ALERT);
  return y;
}

/* The figure stands above the column, and above the mark where the mark would cross it. */
static void draw_column(struct canvas *canvas, const struct chart *chart, const struct scale *scale, guint at, struct box slot,
                        bool figure) {
  double top = draw_stack(canvas, chart, scale, at, slot), mark = draw_mark(canvas, chart, scale, at, slot);
  if (mark < top + 1 && mark > top - 12) top = mark - 1;
  if (figure && (label_total(chart, at) > 0 || !chart_hatched(chart, at)))
    draw_number(canvas, slot.x + slot.width / 2, top - 2.5, label_total(chart, at), &chart_figure_type, ALIGN_MIDDLE);
}

/* Below a column: its label, the share of the first series in the first two, and the value of the mark. */
static void draw_column_words(struct canvas *canvas, const struct chart *chart, guint at, struct box slot, double right) {
  double middle = slot.x + slot.width / 2, y = slot.y + slot.height + 9;
  middle = MIN(middle, right - canvas_width(canvas, chart_label(chart, at), &chart_label_type) / 2); /* of the picture */
  canvas_text(canvas, middle, y, chart_label(chart, at), &chart_label_type, ALIGN_MIDDLE);
  if (chart->series->len > 1) {
    double first = chart_value(chart, at, 0), second = chart_value(chart, at, 1);
    g_autofree char *share = scale_share((gint64)first, (gint64)(first + second));
    canvas_text(canvas, middle, y += 9, share, &chart_muted_type, ALIGN_MIDDLE);
  }
  if (!chart->mark) return;
  if (isnan(chart_marked(chart, at))) canvas_text(canvas, middle, y + 9, "not known", &chart_muted_type, ALIGN_MIDDLE);
  else draw_number(canvas, middle, y + 9, chart_marked(chart, at), &chart_muted_type, ALIGN_MIDDLE);
}

/* What the lines of words below the columns are. */
static void column_heads(struct canvas *canvas, const struct chart *chart, struct box plot) {
  double y = plot.y + plot.height + 9;
  if (chart->series->len > 1) canvas_text(canvas, plot.x - 4, y += 9, chart_series(chart, 0), &chart_muted_type, ALIGN_RIGHT);
  if (chart->mark) canvas_text(canvas, plot.x - 4, y + 9, chart->mark, &chart_muted_type, ALIGN_RIGHT);
}

/* Room for the figures of the axis and the heads of the lines below. */
static double columns_margin(struct canvas *canvas, const struct chart *chart) {
  double margin = 26;
  if (chart->series->len > 1) margin = MAX(margin, canvas_width(canvas, chart_series(chart, 0), &chart_muted_type) + 6);
  if (chart->mark) margin = MAX(margin, canvas_width(canvas, chart->mark, &chart_muted_type) + 6);
  return margin;
}

static double words_widest(struct canvas *canvas, const struct chart *chart) {
  double widest = chart->mark ? 38 : 24;
  for (guint i = 0; i < chart->labels->len; i++)
    widest = MAX(widest, canvas_width(canvas, chart_label(chart, i), &chart_label_type) + 5);
  return widest;
}

/* Every how many columns one is labelled: a step that hits the same months every year. */
static guint words_step(double widest, double slot) {
  static const guint steps[] = {1, 2, 3, 4, 6, 12, 24, 60, 120};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (steps[i] * slot >= widest) return steps[i];
  return (guint)ceil(widest / slot);
}

void chart_columns(struct canvas *canvas, const struct chart *chart, struct box box) {
  double below = 21 + (chart->series->len > 1 ? 9 : 0) + (chart->mark ? 9 : 0), left = columns_margin(canvas, chart);
  struct box plot = {box.x + left, box.y + 26, box.width - left, box.height - below - 17};
  struct scale scale = scale_count(chart_most(chart, true), plot.height > 90 ? 5 : 4);
  g_autofree char *most = scale_number((gint64)chart_most(chart, true));
  double slot = plot.width / chart->labels->len;
  guint every = words_step(words_widest(canvas, chart), slot);
  bool figures = slot >= canvas_width(canvas, most, &chart_figure_type) + 3;
  draw_key(canvas, chart, box);
  draw_axis(canvas, &scale, plot);
  column_heads(canvas, chart, plot);
  for (guint i = 0; i < chart->labels->len; i++) {
    struct box here = {plot.x + slot * i, plot.y, slot, plot.height};
    if (chart_hatched(chart, i)) draw_hatch(canvas, here, 6);
    draw_column(canvas, chart, &scale, i, here, figures);
    if (i % every == 0) draw_column_words(canvas, chart, i, here, box.x + box.width);
  }
}
