/* What the drawers of charts share: inside the charts only. */
#pragma once
#include "report/chart/chart.h"

extern const struct type chart_title_type, chart_label_type, chart_muted_type, chart_figure_type;

/* A drawer for each kind; BOX holds the title's line too. */
void chart_columns(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_bars(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_shares(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_stack(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_parts(struct canvas *canvas, const struct chart *chart, struct box box);
void chart_heat(struct canvas *canvas, const struct chart *chart, struct box box);

const char *chart_label(const struct chart *chart, guint at);
const char *chart_series(const struct chart *chart, guint at);
double label_total(const struct chart *chart, guint label);
double chart_total(const struct chart *chart);

/* The greatest value; with TOTALS the greatest sum or mark of a label. */
double chart_most(const struct chart *chart, bool totals);

void draw_number(struct canvas *canvas, double x, double y, double value, const struct type *type, enum align align);

/* Between these two, what is drawn stands for the rows of LABEL and SERIES, where somebody said which. */
void rows_begin(struct canvas *canvas, const struct chart *chart, guint label, guint series);
void rows_end(struct canvas *canvas, const struct chart *chart, guint label, guint series);

/* A box that stands for the rows of LABEL and SERIES. */
void draw_rows(struct canvas *canvas, const struct chart *chart, guint label, guint series, struct box box, guint32 color);

/* A filled square that a name explains; paper-white ones get an outline. */
void draw_swatch(struct canvas *canvas, struct box box, guint32 color);

/* TEXT cut to WIDTH with an ellipsis; the string is the caller's. */
char *label_fit(struct canvas *canvas, const char *text, const struct type *type, double width);
