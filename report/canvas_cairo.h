/* Drawing and setting text with cairo and Pango: the only door to them beside pdf.c and pdf_table.c. */
#pragma once
#include "canvas.h"
#include <cairo.h>
#include <pango/pangocairo.h>

/* Stops with exit 4 where the machine has no font: Pango would write empty pages and call it success. */
void type_require(void);

/* TEXT (data, never markup) set in TYPE, wrapped at WIDTH points, or one line where WIDTH is negative. The layout is the
   caller's. CR NULL measures without drawing. */
PangoLayout *type_layout(cairo_t *cr, const struct type *type, const char *text, double width);

double type_width(const struct type *type, const char *text);

/* Draws LAYOUT with the top left corner of its first line at X, Y, in COLOR. */
void type_draw(cairo_t *cr, PangoLayout *layout, double x, double y, guint32 color);

double layout_height(PangoLayout *layout);

/* A canvas on CR, which stays the caller's; free it with g_free. */
struct canvas *canvas_cairo_new(cairo_t *cr);

void color_set(cairo_t *cr, guint32 color);

/* Draws by DRAW with DATA on a picture of WIDTH by HEIGHT points at SCALE pixels a point and writes it as PNG. */
void png_write(const char *path, double width, double height, double scale, void (*draw)(struct canvas *canvas, void *data),
               void *data);
