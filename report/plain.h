/* Text that needs no more than letters side by side, set as Pango sets it and many times as fast. */
#pragma once
#include "report/chart/canvas.h"
#include <pango/pangocairo.h>

/* A font in one size, and the words that were set in it. */
struct face;

/* FEATURES of the font as CSS writes them; SPACING of lines as a factor. */
struct face *face_new(PangoContext *context, const PangoFontDescription *font, const char *features, float spacing);
void face_free(struct face *face);

/* A text as it was set; its measures in Pango's units. */
struct plain {
  int width, height, baseline; /* of the widest line, of all, of the first */
  guint lines;
};

/* TEXT set in FACE in lines of WIDTH at most, or in one where WIDTH is negative. NULL where that needs more than is known here:
   Pango sets it then. FACE must outlive it. */
struct plain *plain_new(struct face *face, const char *text, int width, enum align align);
void plain_free(struct plain *plain);

/* Draws it in the colour of CR, its top left corner at the current point, as pango_cairo_show_layout does. */
void plain_draw(cairo_t *cr, const struct plain *plain);
