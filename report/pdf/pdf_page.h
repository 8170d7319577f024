/* A PDF being set. */
#pragma once
#include "report/chart/typeset.h"
#include "report/document/document.h"

/* In points. */
#define PAGE_WIDTH 612.0
#define PAGE_HEIGHT 792.0
#define PAGE_LEFT 45.0
#define PAGE_TOP 58.0
#define PAGE_BOTTOM 743.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * PAGE_LEFT)

struct pdf {
  const struct document *document;
  cairo_surface_t *surface;
  cairo_t *cr;
  struct typesetter *setter;
  const char *path;
  double y;           /* the top of what comes next */
  guint page, pages;  /* pages is 0 while they are being counted */
  guint front;        /* the last page before the first block that begins one; 0 before that */
  bool tight;         /* the table of contents is set tighter, so that the front stays on page 1 */
  double half;        /* how high the chart in the left half of this line is, while the right half is free; else 0 */
  int parents[4];     /* of the outline, by level */
  GHashTable *places; /* the page of each named heading, as the pass before found it */
  GHashTable *found;  /* the same as this pass finds it */
};

/* A new page unless HEIGHT points are left on this one. */
void pdf_room(struct pdf *pdf, double height);

/* Sets TEXT at X, Y in WIDTH and returns its height. */
double pdf_set(struct pdf *pdf, const struct type *type, const char *text, double x, double y, double width);

/* The height of TEXT in WIDTH. */
double pdf_measure(struct pdf *pdf, const struct type *type, const char *text, double width);

/* Draws LINES, but not while pages are being counted. */
void pdf_draw(struct pdf *pdf, PangoLayout *lines, double x, double y, guint32 color);

void pdf_line(struct pdf *pdf, double x, double y, double length, double width, guint32 color);

/* Ends the page and begins another, unless nothing stands on this one. */
void pdf_page(struct pdf *pdf);

/* Adds a heading that is about to be set to the outline, and its NAME (may be NULL) to what links lead to. */
void pdf_outline(struct pdf *pdf, int level, const char *text, const char *name);

/* The page of the heading NAME; 0 while that is not known. */
guint pdf_place(const struct pdf *pdf, const char *name);

/* Begin a page, with its header and footer, and end it. */
void pdf_page_begin(struct pdf *pdf);
void pdf_page_end(struct pdf *pdf);

/* Stops with exit 4 if cairo has failed. */
void pdf_check(struct pdf *pdf);
