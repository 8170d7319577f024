/* Draws a chart: its title here, the rest by the drawer of its kind. */
#include "report/chart/chart.h"
#include "report/chart/chart_kinds.h"
#include "report/chart/chart_style.h"

static const struct {
  const char *kind;
  void (*draw)(struct canvas *canvas, const struct chart *chart, struct box box);
} kinds[] = {{"columns", chart_columns}, {"bars", chart_bars}, {"shares", chart_shares},    {"stack", chart_stack},
             {"parts", chart_parts},     {"heat", chart_heat}, {"timeline", chart_timeline}};

bool chart_known(const char *kind) {
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].kind, kind)) return true;
  return false;
}

double chart_room(const struct chart *chart, double width) {
  bool rows = g_str_equal(chart->kind, "bars") || g_str_equal(chart->kind, "shares") || g_str_equal(chart->kind, "parts");
  if (g_str_equal(chart->kind, "timeline")) return chart_timeline_height(chart);
  return rows ? chart_rows_height(chart, width) : chart->height;
}

void chart_draw(struct canvas *canvas, const struct chart *chart, struct box box) {
  canvas_text(canvas, box.x, box.y + 8, chart->title, &chart_title_type, ALIGN_LEFT);
  if (!chart->labels->len || !chart->series->len) {
    canvas_text(canvas, box.x, box.y + 26, "Nothing to show: no rows.", &chart_muted_type, ALIGN_LEFT);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].kind, chart->kind)) kinds[i].draw(canvas, chart, box);
}
