/* Draws what charts of several kinds share. Where it stands is decided by the drawer of each kind. */
#include "report/chart/chart_style.h"
#include "report/chart/scale.h"

const struct type chart_title_type = {9, true, COLOR_INK};
const struct type chart_label_type = {7, false, COLOR_INK};
const struct type chart_muted_type = {7, false, COLOR_MUTED};
const struct type chart_figure_type = {7, true, COLOR_INK};

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

/* A value of zero has no rows to lead to. */
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
