/* A drawer for each kind of chart; BOX holds the line of the title, which is drawn already. */
#pragma once
#include "report/chart/canvas.h"
#include "report/chart/chart_data.h"

/* Stacked columns over time. Where there are too many to name each, every second, third, ... has its words. */
void chart_columns(struct canvas *canvas, const struct chart *chart, struct box box);

/* What bars and parts need: narrower than this, each label stands above its bar. */
#define CHART_NARROW 240.0
double chart_rows_height(const struct chart *chart, double width);

/* Horizontal bars; shares add each bar's percentage. */
void chart_bars(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_shares(struct canvas *canvas, const struct chart *chart, struct box box);

/* One bar of everything; below it each series with its figure, in the same order. */
void chart_stack(struct canvas *canvas, const struct chart *chart, struct box box);

/* A bar of the same width for each label, cut into its parts, with their figures beside it. */
void chart_parts(struct canvas *canvas, const struct chart *chart, struct box box);

/* Lanes of days on one axis; its height by its lanes. */
void chart_timeline(struct canvas *canvas, const struct chart *chart, struct box box);
double chart_timeline_height(const struct chart *chart);

/* Days down, hours across: the deeper a square, the more. */
void chart_heat(struct canvas *canvas, const struct chart *chart, struct box box);
