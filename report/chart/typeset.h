/* Setting text: the only door to Pango beside plain.c. */
#pragma once
#include "report/chart/canvas.h"
#include <cairo.h>

/* Stops with exit 4 where the machine has no font: Pango would write empty pages and call it success. */
void type_require(void);

/* Begins to get ready the fonts that reports are mostly set in, in a thread of its own. type_take waits for it: from then on this
   thread has them, and the processes that it forks. */
GThread *type_prepare(void);
void type_take(GThread *prepared);

/* A text that is set. */
struct lines;

/* TEXT (data, never markup) set in TYPE, wrapped at WIDTH points with its lines ALIGNed, or one line where WIDTH is negative.
   It is set once and kept: the lines are not the caller's. */
const struct lines *type_lines(const struct type *type, const char *text, double width, enum align align);

/* The same in one line, cut with an ellipsis where it is longer than WIDTH. */
const struct lines *type_line(const struct type *type, const char *text, double width, enum align align);

double type_width(const struct type *type, const char *text);

/* Draws LINES with the top left corner of the first at X, Y, in COLOR. */
void type_draw(cairo_t *cr, const struct lines *lines, double x, double y, guint32 color);

double lines_width(const struct lines *lines);
double lines_height(const struct lines *lines);
double lines_baseline(const struct lines *lines); /* of the first, below the top */
guint lines_unknown(const struct lines *lines);   /* signs that no font has */

void color_set(cairo_t *cr, guint32 color);
