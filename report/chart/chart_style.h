/* What charts of several kinds look like: their type, swatches, labels that fit, and boxes that lead to rows. */
#pragma once
#include "report/chart/canvas.h"
#include "report/chart/chart_data.h"

extern const struct type chart_title_type, chart_label_type, chart_muted_type, chart_figure_type;

void draw_number(struct canvas *canvas, double x, double y, double value, const struct type *type, enum align align);

/* What is drawn between these two leads to the rows of LABEL and SERIES, where they are known. */
void rows_begin(struct canvas *canvas, const struct chart *chart, guint label, guint series);
void rows_end(struct canvas *canvas, const struct chart *chart, guint label, guint series);

/* A box that stands for the rows of LABEL and SERIES. */
void draw_rows(struct canvas *canvas, const struct chart *chart, guint label, guint series, struct box box, guint32 color);

/* A filled square that a name explains; paper-white ones get an outline. */
void draw_swatch(struct canvas *canvas, struct box box, guint32 color);

/* TEXT cut to WIDTH with an ellipsis; the string is the caller's. */
char *label_fit(struct canvas *canvas, const char *text, const struct type *type, double width);
