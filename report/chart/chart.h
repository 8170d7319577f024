/* Drawing charts on any canvas. */
#pragma once
#include "report/chart/canvas.h"
#include "report/chart/chart_data.h"

/* BOX holds the line of the title too. */
void chart_draw(struct canvas *canvas, const struct chart *chart, struct box box);

/* Whether a chart of this kind can be drawn. */
bool chart_known(const char *kind);
