/* Draws heat maps: days down, hours across. */
#include "report/chart/chart_kinds.h"
#include "report/chart/chart_style.h"
#include "report/chart/scale.h"
#include <math.h>

static const struct type paper_type = {7, false, COLOR_PAPER};
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
