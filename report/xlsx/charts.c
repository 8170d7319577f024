/* Charts of the workbook's own kind, on ranges of the sheet Summary: whoever changes a figure sees the chart change. */
#include "report/chart/canvas.h"
#include "report/xlsx/charts.h"

static void axis_plain(lxw_chart_axis *axis) {
  lxw_chart_font font = {.size = 9, .color = COLOR_MUTED};
  lxw_chart_line line = {.color = COLOR_LINE, .width = 0.75};
  chart_axis_set_num_font(axis, &font);
  chart_axis_set_line(axis, &line);
  chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
}

static void series_put(lxw_chart *chart, const struct range *range, lxw_col_t column, guint32 color, bool labels) {
  lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
  lxw_chart_fill fill = {.color = color};
  lxw_chart_font font = {.size = 9, .color = COLOR_INK};
  chart_series_set_categories(series, "Summary", range->first, range->column, range->last, range->column);
  chart_series_set_values(series, "Summary", range->first, (lxw_col_t)(range->column + column), range->last,
                          (lxw_col_t)(range->column + column));
  chart_series_set_name_range(series, "Summary", range->first - 1, (lxw_col_t)(range->column + column));
  chart_series_set_fill(series, &fill);
  if (!labels) return;
  chart_series_set_labels(series);
  chart_series_set_labels_font(series, &font);
}

static lxw_chart *chart_make(lxw_workbook *workbook, const struct native *native, const struct range *range) {
  static const guint32 colors[] = {COLOR_DEEP, COLOR_LIGHT, COLOR_LINE};
  bool bars = native->kind == LXW_CHART_BAR;
  lxw_chart *chart = workbook_add_chart(workbook, native->kind);
  lxw_chart_font font = {.size = 11, .bold = LXW_TRUE, .color = COLOR_DEEP};
  lxw_chart_line grid = {.color = COLOR_BAND, .width = 0.75}, none = {.none = LXW_TRUE};
  for (lxw_col_t i = 1; i < range->columns; i++) series_put(chart, range, i, colors[(i - 1) % 3], bars);
  chart_title_set_name(chart, native->title);
  chart_title_set_name_font(chart, &font);
  axis_plain(chart->x_axis);
  axis_plain(chart->y_axis);
  chart_axis_set_min(bars ? chart->x_axis : chart->y_axis, 0); /* a bar's length is its figure */
  if (!bars && range->most <= 5) chart_axis_set_major_unit(chart->y_axis, 1);
  chart_axis_major_gridlines_set_line(bars ? chart->x_axis : chart->y_axis, &grid);
  chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_visible(chart->y_axis, !bars);
  if (bars) chart_axis_set_reverse(chart->y_axis);
  if (bars) chart_axis_off(chart->x_axis);
  if (range->columns > 2) chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  else chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  chart_set_series_gap(chart, 45);
  chart_set_series_overlap(chart, range->columns > 2 ? 100 : 0);
  chart_chartarea_set_line(chart, &none);
  return chart;
}

void native_chart(struct sheet *sheet, const struct native *native, const struct range *range) {
  const double pixels = 72, wide = 480, high = 288; /* of a grid column; of a chart as it comes */
  lxw_chart_options options = {.x_scale = native->columns * pixels / wide,
                               .y_scale = native->height / high,
                               .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                               .description = (char *)native->says};
  if (range->last < range->first) return;
  book_check(sheet->book, worksheet_insert_chart_opt(sheet->made, native->row, native->column,
                                                     chart_make(sheet->book->workbook, native, range), &options));
}
