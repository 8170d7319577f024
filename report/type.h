/* Setting text with Pango: the only door to it beside canvas_cairo.c, pdf.c and pdf_table.c, which draw what was set. */
#pragma once
#include "canvas.h"
#include <cairo.h>
#include <pango/pangocairo.h>

/* Stops with exit 4 where the machine has no font: Pango would write empty pages and call it success. */
void type_require(void);

/* TEXT (data, never markup) set in TYPE, wrapped at WIDTH points with its lines ALIGNed, or one line where WIDTH is negative.
   It is set once and kept: the layout is not the caller's, and must not be changed. */
PangoLayout *type_layout(const struct type *type, const char *text, double width, enum align align);

/* The same in one line, cut with an ellipsis where it is longer than WIDTH. */
PangoLayout *type_line(const struct type *type, const char *text, double width, enum align align);

double type_width(const struct type *type, const char *text);

/* Draws LAYOUT with the top left corner of its first line at X, Y, in COLOR. */
void type_draw(cairo_t *cr, PangoLayout *layout, double x, double y, guint32 color);

double layout_height(PangoLayout *layout);

void color_set(cairo_t *cr, guint32 color);
