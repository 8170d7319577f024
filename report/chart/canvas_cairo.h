/* Canvases drawn by cairo: part of a page, or a PNG. */
#pragma once
#include "report/chart/typeset.h"

/* A canvas on CR, which stays the caller's as SETTER does; free it with g_free. */
struct canvas *canvas_cairo_new(cairo_t *cr, struct typesetter *setter);

/* A picture of WIDTH by HEIGHT points at SCALE pixels a point. canvas_png_end writes it to a new file at PATH and frees it. */
struct canvas *canvas_png_begin(struct typesetter *setter, double width, double height, double scale);
void canvas_png_end(struct canvas *canvas, const char *path);
