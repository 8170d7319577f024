/* Draws horizontal bars: plain, with percentages, one stacked bar, and wholes with their parts in figures. */
#include "report/chart/chart_kinds.h"
#include "report/chart/chart_style.h"
#include "report/chart/scale.h"
#include <math.h>

#define ROW_LEAST 10.5
#define ROW_MOST 16.0
#define ROW_NARROW 23.0   /* two lines: the label, then the bar */
#define FIGURE_WIDTH 62.0 /* of a column of figures beside parts */
#define FIGURE_NARROW 32.0

static const guint32 bar_colors[] = {COLOR_DEEP, COLOR_LIGHT, COLOR_ALERT, COLOR_MUTED};
/* The most severe first; lightness alone tells them apart. */
static const guint32 stack_colors[] = {0x74280A, 0xC4622D, 0xE8A878, 0xF6DEC9, COLOR_LINE};
static const guint32 part_colors[] = {COLOR_LIGHT, COLOR_ALERT, COLOR_PAPER, COLOR_MUTED};

#define COLOR_OF(colors, i) ((colors)[MIN((gsize)(i), G_N_ELEMENTS(colors) - 1)])

/* --------------------------------------------------------------------------------------------------- bars and shares */

/* How rows stand in a plot: their height, the width of the labels, how many are shown. */
struct rows {
  struct box plot;
  double height, words;
  guint shown;
  bool narrow; /* labels stand above their bars */
};

double chart_rows_height(const struct chart *chart, double width) {
  double row = width < CHART_NARROW ? ROW_NARROW : ROW_MOST;
  return 20 + 2 + row * chart->labels->len;
}

static struct rows rows_place(struct canvas *canvas, const struct chart *chart, struct box plot) {
  bool narrow = plot.width < CHART_NARROW && plot.height + 1 > ROW_NARROW * chart->labels->len;
  guint fit = (guint)MAX(1, plot.height / ROW_LEAST), count = chart->labels->len;
  struct rows rows = {plot, MIN(ROW_MOST, plot.height / MAX(1, MIN(count, fit))), 20, count <= fit ? count : fit - 1, narrow};
  if (narrow) return (struct rows){plot, ROW_NARROW, 0, count, true};
  for (guint i = 0; i < rows.shown; i++)
    rows.words = MAX(rows.words, canvas_width(canvas, chart_label(chart, i), &chart_label_type) + 8);
  rows.words = MIN(rows.words, plot.width * 0.5);
  return rows;
}

static struct box row_box(const struct rows *rows, guint at) {
  return (struct box){rows->plot.x, rows->plot.y + rows->height * at, rows->plot.width, rows->height};
}

static void draw_row_label(struct canvas *canvas, const struct chart *chart, guint at, const struct rows *rows) {
  struct box row = row_box(rows, at);
  g_autofree char *label =
      label_fit(canvas, chart_label(chart, at), &chart_label_type, rows->narrow ? row.width : rows->words - 6);
  if (rows->narrow) canvas_text(canvas, row.x, row.y + 8, label, &chart_label_type, ALIGN_LEFT);
  else canvas_text(canvas, row.x + rows->words - 6, row.y + row.height / 2 + 2.5, label, &chart_label_type, ALIGN_RIGHT);
}

/* Where the bar of a row stands, and the line of its figures. */
static struct box bar_box(const struct rows *rows, guint at) {
  struct box row = row_box(rows, at);
  if (rows->narrow) return (struct box){row.x, row.y + 11, row.width, 9};
  return (struct box){row.x + rows->words, row.y + row.height * 0.16, row.width - rows->words, row.height * 0.68};
}

static void draw_bar(struct canvas *canvas, const struct chart *chart, guint at, double scale, const struct rows *rows,
                     double all) {
  struct box row = row_box(rows, at), bar = bar_box(rows, at);
  double middle = bar.y + bar.height / 2 + 2.5, x = bar.x, total = label_total(chart, at);
  draw_row_label(canvas, chart, at, rows);
  if (!rows->narrow) canvas_line(canvas, x, row.y, x, row.y + row.height, 0.8, COLOR_MUTED);
  for (guint i = 0; i < chart->series->len; i++) {
    double width = chart_value(chart, at, i) * scale;
    if (width <= 0) continue;
    draw_rows(canvas, chart, at, i, (struct box){x, bar.y, width, bar.height}, COLOR_OF(bar_colors, i));
    x += width;
  }
  g_autofree char *number = scale_number((gint64)total), *share = scale_percent((gint64)total, (gint64)all);
  canvas_text(canvas, x + 4, middle, number, &chart_figure_type, ALIGN_LEFT);
  if (all >= 30 && total > 0) /* of fewer the figure says it */
    canvas_text(canvas, x + 9 + canvas_width(canvas, number, &chart_figure_type), middle, share, &chart_muted_type, ALIGN_LEFT);
}

static void draw_rest(struct canvas *canvas, const struct chart *chart, const struct rows *rows) {
  if (rows->shown == chart->labels->len) return;
  g_autofree char *rest = g_strdup_printf("and %u more, not shown", chart->labels->len - rows->shown);
  canvas_text(canvas, rows->plot.x + rows->words, rows->plot.y + rows->height * rows->shown + 8, rest, &chart_muted_type,
              ALIGN_LEFT);
}

/* ALL is the total that percentages refer to, 0 for none. Rows that do not fit are counted, never dropped silently. */
static void draw_bars(struct canvas *canvas, const struct chart *chart, struct box box, double all) {
  struct rows rows = rows_place(canvas, chart, (struct box){box.x, box.y + 18, box.width, box.height - 20});
  g_autofree char *most = scale_number((gint64)chart_most(chart, true));
  double figures = canvas_width(canvas, most, &chart_figure_type) + (all > 0 ? 36 : 10);
  double scale = (rows.plot.width - rows.words - figures) / MAX(1, chart_most(chart, true));
  for (guint i = 0; i < rows.shown; i++) draw_bar(canvas, chart, i, scale, &rows, all);
  draw_rest(canvas, chart, &rows);
}

void chart_bars(struct canvas *canvas, const struct chart *chart, struct box box) { draw_bars(canvas, chart, box, 0); }

void chart_shares(struct canvas *canvas, const struct chart *chart, struct box box) {
  draw_bars(canvas, chart, box, chart_total(chart));
}

/* -------------------------------------------------------------------------------------------------------------- stack */

void chart_stack(struct canvas *canvas, const struct chart *chart, struct box box) {
  double all = MAX(1, chart_total(chart)), x = box.x;
  double words = x;
  for (guint i = 0; i < chart->series->len; i++) {
    double total = series_total(chart, i), width = total / all * box.width;
    if (width > 0) canvas_fill(canvas, (struct box){x, box.y + 13, MAX(0.5, width - 0.8), 11}, COLOR_OF(stack_colors, i));
    x += width;
    g_autofree char *number = scale_number((gint64)total);
    draw_swatch(canvas, (struct box){words, box.y + 28, 7, 7}, COLOR_OF(stack_colors, i));
    canvas_text(canvas, words + 11, box.y + 34.5, number, &chart_figure_type, ALIGN_LEFT);
    words += 14 + canvas_width(canvas, number, &chart_figure_type);
    canvas_text(canvas, words, box.y + 34.5, chart_series(chart, i), &chart_label_type, ALIGN_LEFT);
    words += canvas_width(canvas, chart_series(chart, i), &chart_label_type) + 18;
  }
}

/* -------------------------------------------------------------------------------------------------------------- parts */

static double figure_width(struct box box) { return box.width < CHART_NARROW ? FIGURE_NARROW : FIGURE_WIDTH; }

static double figure_right(const struct chart *chart, struct box box, guint series) {
  return box.x + box.width - figure_width(box) * (chart->series->len - 1 - series);
}

/* Narrow, the names of the parts stand in a line of their own, in the order of their figures. */
static void draw_part_names(struct canvas *canvas, const struct chart *chart, struct box box) {
  for (guint i = 0; i < chart->series->len; i++) {
    draw_swatch(canvas, (struct box){box.x, box.y + 2, 7, 7}, COLOR_OF(part_colors, i));
    canvas_text(canvas, box.x + 10, box.y + 8, chart_series(chart, i), &chart_muted_type, ALIGN_LEFT);
    box.x += 20 + canvas_width(canvas, chart_series(chart, i), &chart_muted_type);
  }
}

/* Heads of the columns of figures, each with the square that its part is drawn in. */
static void draw_part_heads(struct canvas *canvas, const struct chart *chart, struct box box) {
  for (guint i = 0; i < chart->series->len; i++) {
    double x = figure_right(chart, box, i);
    canvas_text(canvas, x, box.y + 8, chart_series(chart, i), &chart_muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, chart_series(chart, i), &chart_muted_type) + 10;
    draw_swatch(canvas, (struct box){x, box.y + 2, 7, 7}, COLOR_OF(part_colors, i));
  }
}

/* A whole cut into its parts; where there is nothing to cut, it was not tested, and that is said. */
static void draw_whole(struct canvas *canvas, const struct chart *chart, guint at, struct box bar) {
  double total = label_total(chart, at), x = bar.x;
  if (total <= 0) {
    draw_swatch(canvas, bar, COLOR_PAPER);
    canvas_text(canvas, bar.x + 5, bar.y + bar.height / 2 + 2.5, "not tested", &chart_muted_type, ALIGN_LEFT);
    return;
  }
  for (guint i = 0; i < chart->series->len; i++) {
    double value = chart_value(chart, at, i), width = value / total * bar.width;
    if (value <= 0) continue;
    draw_rows(canvas, chart, at, i, (struct box){x, bar.y, MAX(1, width - 0.6), bar.height}, COLOR_OF(part_colors, i));
    x += width;
  }
}

static void draw_part_row(struct canvas *canvas, const struct chart *chart, guint at, const struct rows *rows, struct box box) {
  struct box bar = bar_box(rows, at);
  double right = figure_right(chart, box, 0) - figure_width(box) + 8;
  bool tested = label_total(chart, at) > 0;
  draw_row_label(canvas, chart, at, rows);
  draw_whole(canvas, chart, at, (struct box){bar.x, bar.y, MAX(10, right - bar.x), bar.height});
  for (guint i = 0; i < chart->series->len; i++) {
    double x = figure_right(chart, box, i), y = bar.y + bar.height / 2 + 2.5;
    if (tested)
      draw_number(canvas, x, y, chart_value(chart, at, i), i == 1 ? &chart_figure_type : &chart_label_type, ALIGN_RIGHT);
    else canvas_text(canvas, x, y, "–", &chart_muted_type, ALIGN_RIGHT);
  }
}

void chart_parts(struct canvas *canvas, const struct chart *chart, struct box box) {
  struct rows rows = rows_place(canvas, chart, (struct box){box.x, box.y + 18, box.width, box.height - 20});
  (rows.narrow ? draw_part_names : draw_part_heads)(canvas, chart, box);
  for (guint i = 0; i < rows.shown; i++) draw_part_row(canvas, chart, i, &rows, box);
  draw_rest(canvas, chart, &rows);
}
