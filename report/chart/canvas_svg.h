/* Canvases that become SVG. */
#pragma once
#include "report/chart/typeset.h"

/* An SVG picture of WIDTH by HEIGHT points; TITLE and SAYS are what a screen reader says of it. canvas_svg_end gives the
   picture as text (the caller's) and frees the canvas. */
struct canvas *canvas_svg_begin(struct typesetter *setter, double width, double height, const char *title, const char *says);
/* The same for the inside of a page: NAME makes its ids unique there, the page gives font, paper and size, and what
   canvas_mark names carries its key as data-go. */
struct canvas *canvas_svg_inline(struct typesetter *setter, double width, double height, const char *name, const char *title,
                                 const char *says);
char *canvas_svg_end(struct canvas *canvas);
