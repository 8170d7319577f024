/* Draws columns and heat maps, one function a visible thing, on any canvas. Bars are drawn by chart_bars.c. */
#include "report/chart/chart_look.h"
#include "report/chart/scale.h"
#include <math.h>

const struct type chart_title_type = {9, true, COLOR_INK};
const struct type chart_label_type = {7, false, COLOR_INK};
const struct type chart_muted_type = {7, false, COLOR_MUTED};
const struct type chart_figure_type = {7, true, COLOR_INK};
static const struct type paper_type = {7, false, COLOR_PAPER};
static const guint32 series_colors[] = {COLOR_DEEP, COLOR_LIGHT, COLOR_ALERT, COLOR_MUTED};

void draw_number(struct canvas *canvas, double x, double y, double value, const struct type *type, enum align align) {
  g_autofree char *number = scale_number((gint64)value);
  canvas_text(canvas, x, y, number, type, align);
}

void draw_swatch(struct canvas *canvas, struct box box, guint32 color) {
  if (color != COLOR_PAPER) {
    canvas_fill(canvas, box, color);
    return;
  }
  double right = box.x + box.width - 0.35, bottom = box.y + box.height - 0.35, left = box.x + 0.35, top = box.y + 0.35;
  canvas_fill(canvas, box, COLOR_PAPER);
  canvas_line(canvas, left, top, right, top, 0.7, COLOR_MUTED);
  canvas_line(canvas, left, bottom, right, bottom, 0.7, COLOR_MUTED);
  canvas_line(canvas, left, top, left, bottom, 0.7, COLOR_MUTED);
  canvas_line(canvas, right, top, right, bottom, 0.7, COLOR_MUTED);
}

/* What stands for nothing leads to no rows. */
static const char *rows_key(const struct chart *chart, guint label, guint series) {
  return chart_value(chart, label, series) > 0 ? chart_key(chart, label, series) : NULL;
}

void rows_begin(struct canvas *canvas, const struct chart *chart, guint label, guint series) {
  const char *key = rows_key(chart, label, series);
  if (key) canvas_mark(canvas, key);
}

void rows_end(struct canvas *canvas, const struct chart *chart, guint label, guint series) {
  if (rows_key(chart, label, series)) canvas_mark(canvas, NULL);
}

void draw_rows(struct canvas *canvas, const struct chart *chart, guint label, guint series, struct box box, guint32 color) {
  rows_begin(canvas, chart, label, series);
  draw_swatch(canvas, box, color);
  rows_end(canvas, chart, label, series);
}

char *label_fit(struct canvas *canvas, const char *text, const struct type *type, double width) {
  if (canvas_width(canvas, text, type) <= width) return g_strdup(text);
  for (glong length = g_utf8_strlen(text, -1) - 1; length > 0; length--) {
    g_autofree char *head = g_utf8_substring(text, 0, length);
    char *cut = g_strconcat(g_strchomp(head), "…", NULL);
    if (canvas_width(canvas, cut, type) <= width) return cut;
    g_free(cut);
  }
  return g_strdup("…");
}

/* ------------------------------------------------------------------------------------------------------------ columns */

/* What the colours and the mark mean, at the right end of the title's line. */
static void draw_key(struct canvas *canvas, const struct chart *chart, struct box box) {
  double x = box.x + box.width;
  if (chart->mark) {
    canvas_text(canvas, x, box.y + 8, chart->mark, &chart_muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, chart->mark, &chart_muted_type) + 5;
    canvas_line(canvas, x - 12, box.y + 5.5, x, box.y + 5.5, 1.6, COLOR_ALERT);
    x -= 22;
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

/* The figure stands above the column, and above the mark where that would strike it through. */
static void draw_column(struct canvas *canvas, const struct chart *chart, const struct scale *scale, guint at, struct box slot,
                        bool figure) {
  double top = draw_stack(canvas, chart, scale, at, slot), mark = draw_mark(canvas, chart, scale, at, slot);
  if (mark < top + 1 && mark > top - 12) top = mark - 1;
  if (figure) draw_number(canvas, slot.x + slot.width / 2, top - 2.5, label_total(chart, at), &chart_figure_type, ALIGN_MIDDLE);
}

/* Below a column: its label, the share of the first series in it, and what the mark stands at. */
static void draw_column_words(struct canvas *canvas, const struct chart *chart, guint at, struct box slot) {
  double middle = slot.x + slot.width / 2, y = slot.y + slot.height + 9;
  canvas_text(canvas, middle, y, chart_label(chart, at), &chart_label_type, ALIGN_MIDDLE);
  if (chart->series->len > 1) {
    g_autofree char *share = scale_percent((gint64)chart_value(chart, at, 0), (gint64)label_total(chart, at));
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

/* Every how many columns one has its words: a step that comes again in each year of months. */
static guint words_step(double widest, double slot) {
  static const guint steps[] = {1, 2, 3, 4, 6, 12, 24, 60, 120};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (steps[i] * slot >= widest) return steps[i];
  return (guint)ceil(widest / slot);
}

/* Stacked columns over time. Where there are too many to name each, every second, third, ... has its words. */
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
    draw_column(canvas, chart, &scale, i, here, figures);
    if (i % every == 0) draw_column_words(canvas, chart, i, here);
  }
}

/* --------------------------------------------------------------------------------------------------------------- heat */

static const guint32 heat_steps[] = {0xDCE8F1, 0xB4CDE1, 0x7FA8C9, 0x3C749F, COLOR_DEEP};

/* The step of a value's share of the greatest, from 1; 0 for nothing. */
static guint heat_step(double part) {
  return part <= 0 ? 0 : (guint)MIN((double)G_N_ELEMENTS(heat_steps), ceil(part * (double)G_N_ELEMENTS(heat_steps)));
}

static guint32 heat_color(guint step) { return step ? heat_steps[step - 1] : COLOR_BAND; }

/* A square, and its figure in it where FIGURES fit. */
static void draw_square(struct canvas *canvas, double value, double most, struct box cell, bool figures) {
  guint step = heat_step(value / most);
  canvas_fill(canvas, (struct box){cell.x + 0.4, cell.y + 0.4, cell.width - 0.8, cell.height - 0.8}, heat_color(step));
  if (figures && value > 0)
    draw_number(canvas, cell.x + cell.width / 2, cell.y + cell.height / 2 + 2.5, value,
                step > 3 ? &paper_type : &chart_label_type, ALIGN_MIDDLE);
}

static void draw_heat_row(struct canvas *canvas, const struct chart *chart, guint at, double most, struct box row, bool figures) {
  double cell = row.width / chart->series->len, middle = row.y + row.height / 2 + 2.5;
  canvas_text(canvas, row.x - 5, middle, chart_label(chart, at), &chart_label_type, ALIGN_RIGHT);
  for (guint i = 0; i < chart->series->len; i++) {
    rows_begin(canvas, chart, at, i);
    draw_square(canvas, chart_value(chart, at, i), most, (struct box){row.x + cell * i, row.y, cell, row.height}, figures);
    rows_end(canvas, chart, at, i);
  }
  draw_number(canvas, row.x + row.width + 30, middle, label_total(chart, at), &chart_figure_type, ALIGN_RIGHT);
}

static void draw_heat_key(struct canvas *canvas, double most, double right, double y) {
  draw_number(canvas, right, y + 7, most, &chart_muted_type, ALIGN_RIGHT);
  g_autofree char *number = scale_number((gint64)most);
  double x = right - canvas_width(canvas, number, &chart_muted_type) - 5 - 6 * 9;
  canvas_text(canvas, x - 3, y + 7, "none", &chart_muted_type, ALIGN_RIGHT);
  for (guint i = 0; i <= G_N_ELEMENTS(heat_steps); i++) canvas_fill(canvas, (struct box){x + i * 9, y + 1, 8, 7}, heat_color(i));
}

/* Days down, hours across: the deeper a square, the more. */
void chart_heat(struct canvas *canvas, const struct chart *chart, struct box box) {
  struct box plot = {box.x + 26, box.y + 28, box.width - 58, box.height - 46};
  double most = MAX(1, chart_most(chart, false)), height = plot.height / chart->labels->len;
  double cell = plot.width / chart->series->len;
  g_autofree char *widest = scale_number((gint64)most);
  bool figures = height >= 9 && canvas_width(canvas, widest, &chart_label_type) + 2 <= cell;
  guint every = cell >= 14 ? 1 : 3;
  for (guint i = 0; i < chart->labels->len; i++)
    draw_heat_row(canvas, chart, i, most, (struct box){plot.x, plot.y + height * i, plot.width, height}, figures);
  for (guint i = 0; i < chart->series->len; i += every)
    canvas_text(canvas, plot.x + cell * (i + 0.5), plot.y + plot.height + 10, chart_series(chart, i), &chart_muted_type,
                ALIGN_MIDDLE);
  canvas_text(canvas, plot.x + plot.width + 30, plot.y - 4, "total", &chart_muted_type, ALIGN_RIGHT);
  draw_heat_key(canvas, most, box.x + box.width, box.y + 1);
}
