/* Drawing with cairo. */
#pragma once
#include "report/chart/typeset.h"

/* A canvas on CR, which stays the caller's; free it with g_free. */
struct canvas *canvas_cairo_new(cairo_t *cr);

/* Draws by DRAW with DATA on a picture of WIDTH by HEIGHT points at SCALE pixels a point and writes it as PNG. */
void png_write(const char *path, double width, double height, double scale, void (*draw)(struct canvas *canvas, void *data),
               void *data);
