/* Manages the pages of a PDF: headers and footers, the room left, the outline and the targets of links. */
#include "report/pdf/pdf_page.h"
#include "include/message.h"
#include <cairo-pdf.h>

static const struct type running_type = {7, false, COLOR_MUTED};

void pdf_check(struct pdf *pdf) {
  cairo_status_t status = cairo_status(pdf->cr);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(pdf->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    stop_system(pdf->path, "page %u cannot be drawn: %s", pdf->page, cairo_status_to_string(status));
}

void pdf_draw(struct pdf *pdf, PangoLayout *lines, double x, double y, guint32 color) {
  if (pdf->pages) type_draw(pdf->cr, lines, x, y, color);
}

double pdf_set(struct pdf *pdf, const struct type *type, const char *text, double x, double y, double width) {
  PangoLayout *lines = type_lines(pdf->setter, type, text, width, ALIGN_LEFT);
  pdf_draw(pdf, lines, x, y, type->color);
  return lines_height(lines);
}

double pdf_measure(struct pdf *pdf, const struct type *type, const char *text, double width) {
  return lines_height(type_lines(pdf->setter, type, text, width, ALIGN_LEFT));
}

void pdf_line(struct pdf *pdf, double x, double y, double length, double width, guint32 color) {
  color_set(pdf->cr, color);
  cairo_set_line_width(pdf->cr, width);
  cairo_move_to(pdf->cr, x, y);
  cairo_line_to(pdf->cr, x + length, y);
  cairo_stroke(pdf->cr);
}

/* -------------------------------------------------------------------------------------------------------------- pages */

/* One line, cut with an ellipsis where it is too long for WIDTH. */
static void running_set(struct pdf *pdf, const char *text, double x, double y, double width, enum align align) {
  pdf_draw(pdf, type_line(pdf->setter, &running_type, text, width, align), x, y, running_type.color);
}

static void page_head(struct pdf *pdf) {
  running_set(pdf, pdf->document->agency, PAGE_LEFT, 32, TEXT_WIDTH * 0.5, ALIGN_LEFT);
  running_set(pdf, pdf->document->title, PAGE_LEFT + TEXT_WIDTH * 0.52, 32, TEXT_WIDTH * 0.48, ALIGN_RIGHT);
  pdf_line(pdf, PAGE_LEFT, 45, TEXT_WIDTH, 0.5, COLOR_LINE);
}

static void page_foot(struct pdf *pdf) {
  g_autofree char *period = g_strconcat("Period ", pdf->document->period, NULL);
  g_autofree char *number = g_strdup_printf("Page %u of %u", pdf->page, pdf->pages);
  pdf_line(pdf, PAGE_LEFT, 748, TEXT_WIDTH, 0.5, COLOR_LINE);
  running_set(pdf, period, PAGE_LEFT, 753, TEXT_WIDTH * 0.33, ALIGN_LEFT);
  running_set(pdf, "A finding is an indicator, not a verdict.", PAGE_LEFT + TEXT_WIDTH * 0.33, 753, TEXT_WIDTH * 0.34,
              ALIGN_MIDDLE);
  running_set(pdf, pdf->document->foot, PAGE_LEFT, 764, TEXT_WIDTH, ALIGN_LEFT);
  running_set(pdf, number, PAGE_LEFT + TEXT_WIDTH * 0.67, 753, TEXT_WIDTH * 0.33, ALIGN_RIGHT);
}

void pdf_page_begin(struct pdf *pdf) {
  pdf->page++;
  pdf->half = 0;
  pdf->y = PAGE_TOP;
  if (!pdf->pages) return;
  if (pdf->page > 1) page_head(pdf);
  page_foot(pdf);
}

void pdf_page_end(struct pdf *pdf) {
  cairo_show_page(pdf->cr);
  pdf_check(pdf);
}

void pdf_page(struct pdf *pdf) {
  if (pdf->y <= PAGE_TOP) return;
  pdf_page_end(pdf);
  pdf_page_begin(pdf);
}

void pdf_room(struct pdf *pdf, double height) {
  if (pdf->y + height > PAGE_BOTTOM) pdf_page(pdf);
}

/* ----------------------------------------------------------------------------------------------------------- outline */

void pdf_outline(struct pdf *pdf, int level, const char *text, const char *name) {
  if (name) g_hash_table_insert(pdf->found, g_strdup(name), GUINT_TO_POINTER(pdf->page));
  if (!pdf->pages) return;
  int x = (int)PAGE_LEFT, y = (int)MAX(0, pdf->y - 12);
  g_autofree char *place = g_strdup_printf("page=%u pos=[%d %d]", pdf->page, x, y);
  int parent = level > 1 ? pdf->parents[level - 1] : CAIRO_PDF_OUTLINE_ROOT;
  int id = cairo_pdf_surface_add_outline(pdf->surface, parent, text, place, (cairo_pdf_outline_flags_t)0);
  for (int below = level; below < 4; below++) pdf->parents[below] = id;
  if (!name) return;
  g_autofree char *where = g_strdup_printf("name='%s' x=%d y=%d", name, x, y);
  cairo_tag_begin(pdf->cr, CAIRO_TAG_DEST, where);
  cairo_tag_end(pdf->cr, CAIRO_TAG_DEST);
}

guint pdf_place(const struct pdf *pdf, const char *name) { return GPOINTER_TO_UINT(g_hash_table_lookup(pdf->places, name)); }
