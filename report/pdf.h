/* The report as PDF: pages of US letter, tagged, with outline and links. pdf.c keeps the pages, pdf_table.c sets tables. */
#pragma once
#include "canvas_cairo.h"
#include "document.h"

/* In points. */
#define PAGE_WIDTH 612.0
#define PAGE_HEIGHT 792.0
#define PAGE_LEFT 54.0
#define PAGE_TOP 66.0
#define PAGE_BOTTOM 736.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * PAGE_LEFT)

struct pdf {
  const struct document *document;
  cairo_surface_t *surface;
  cairo_t *cr;
  const char *path;
  double y;          /* the top of what comes next */
  guint page, pages; /* pages is 0 while they are being counted */
  bool half;         /* the left half of a line holds a chart, the right half is free */
  int parents[4];    /* of the outline, by level */
};

/* Writes DOCUMENT to PATH, which must not exist. */
void pdf_write(const struct document *document, const char *path);

/* A new page unless HEIGHT points are left on this one. */
void pdf_room(struct pdf *pdf, double height);

/* Sets TEXT at X, Y in WIDTH and returns its height. */
double pdf_set(struct pdf *pdf, const struct type *type, const char *text, double x, double y, double width);

void pdf_table(struct pdf *pdf, const struct table *table);

/* /Lang and DisplayDocTitle, which cairo cannot write: an incremental update appended to the bytes of a PDF by cairo. */
void pdf_finish(GByteArray *bytes, const char *language);

/* The colour of a status's sign. */
guint32 status_color(const char *status);
