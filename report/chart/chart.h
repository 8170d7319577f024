/* Drawing charts on any canvas. */
#pragma once
#include "report/chart/canvas.h"
#include "report/chart/chart_data.h"

/* BOX holds the line of the title too. */
void chart_draw(struct canvas *canvas, const struct chart *chart, struct box box);

/* The height in points, title included, at which every row of a chart of rows has room in WIDTH: a narrow one has two lines a
   row. Of the other kinds the chart's own. */
double chart_room(const struct chart *chart, double width);

/* Whether a chart of this kind can be drawn. */
bool chart_known(const char *kind);
