/* Text for pages and pictures, set by Pango. */
#pragma once
#include "report/chart/canvas.h"
#include <pango/pangocairo.h>

/* The fonts of this process, and the texts that were set in them: for one thread. */
struct typesetter;
struct typesetter *typesetter_new(void);
void typesetter_free(struct typesetter *setter);

/* Stops with exit 4 where the machine has no font: Pango would write empty pages and call it success. */
void typesetter_require(struct typesetter *setter);

/* TEXT (data, never markup) set in TYPE, wrapped at WIDTH points with its lines ALIGNed, or one line where WIDTH is negative.
   It is set once, however often it is measured and drawn: the layout stays the setter's. */
PangoLayout *type_lines(struct typesetter *setter, const struct type *type, const char *text, double width, enum align align);

/* The same in one line, cut with an ellipsis where it is longer than WIDTH. */
PangoLayout *type_line(struct typesetter *setter, const struct type *type, const char *text, double width, enum align align);

/* The width of TEXT in one line. */
double type_width(struct typesetter *setter, const struct type *type, const char *text);

/* In points. */
double lines_width(PangoLayout *lines);
double lines_height(PangoLayout *lines);
double lines_baseline(PangoLayout *lines); /* of the first line, below the top */

/* Draws LINES with the top left corner of the first at X, Y, in COLOR. */
void type_draw(cairo_t *cr, PangoLayout *lines, double x, double y, guint32 color);

void color_set(cairo_t *cr, guint32 color);
