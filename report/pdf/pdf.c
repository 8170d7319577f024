/* Keeps the pages of a PDF: heads, feet, outline, links, the file. Blocks are placed by pdf_block.c, tables by pdf_table.c. */
#include "report/pdf/pdf.h"
#include "include/audit.h"
#include "include/output.h"
#include "include/message.h"
#include <cairo-pdf.h>

static const struct type title_type = {19, true, COLOR_INK};
static const struct type agency_type = {10, true, COLOR_DEEP};
static const struct type period_type = {9.5, false, COLOR_MUTED};
static const struct type running_type = {7, false, COLOR_MUTED};

static void pdf_check(struct pdf *pdf) {
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
  running_set(pdf, pdf->document->agency, PAGE_LEFT, 38, TEXT_WIDTH * 0.5, ALIGN_LEFT);
  running_set(pdf, pdf->document->title, PAGE_LEFT + TEXT_WIDTH * 0.52, 38, TEXT_WIDTH * 0.48, ALIGN_RIGHT);
  pdf_line(pdf, PAGE_LEFT, 51, TEXT_WIDTH, 0.5, COLOR_LINE);
}

static void page_foot(struct pdf *pdf) {
  g_autofree char *period = g_strconcat("Period ", pdf->document->period, NULL);
  g_autofree char *number = g_strdup_printf("Page %u of %u", pdf->page, pdf->pages);
  pdf_line(pdf, PAGE_LEFT, 748, TEXT_WIDTH, 0.5, COLOR_LINE);
  running_set(pdf, period, PAGE_LEFT, 753, TEXT_WIDTH * 0.33, ALIGN_LEFT);
  running_set(pdf, "A finding is an indicator, not a verdict.", PAGE_LEFT + TEXT_WIDTH * 0.33, 753, TEXT_WIDTH * 0.34,
              ALIGN_MIDDLE);
  running_set(pdf, number, PAGE_LEFT + TEXT_WIDTH * 0.67, 753, TEXT_WIDTH * 0.33, ALIGN_RIGHT);
}

static void page_begin(struct pdf *pdf) {
  pdf->page++;
  pdf->half = 0;
  pdf->y = PAGE_TOP;
  if (!pdf->pages) return;
  if (pdf->page > 1) page_head(pdf);
  page_foot(pdf);
}

static void page_end(struct pdf *pdf) {
  cairo_show_page(pdf->cr);
  pdf_check(pdf);
}

void pdf_page(struct pdf *pdf) {
  if (pdf->y <= PAGE_TOP) return;
  page_end(pdf);
  page_begin(pdf);
}

void pdf_room(struct pdf *pdf, double height) {
  if (pdf->y + height > PAGE_BOTTOM) pdf_page(pdf);
}

/* ------------------------------------------------------------------------------------------------- title and outline */

static void title_line(struct pdf *pdf, const char *tag, const struct type *type, const char *text, double after) {
  cairo_tag_begin(pdf->cr, tag, NULL);
  pdf->y += pdf_set(pdf, type, text, PAGE_LEFT, pdf->y, TEXT_WIDTH) + after;
  cairo_tag_end(pdf->cr, tag);
}

static void title_set(struct pdf *pdf) {
  g_autofree char *period = g_strconcat("Period ", pdf->document->period, NULL);
  pdf->y = 36;
  title_line(pdf, "P", &agency_type, pdf->document->agency, 2);
  title_line(pdf, "H1", &title_type, pdf->document->title, 1);
  title_line(pdf, "P", &period_type, period, 9);
}

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

/* ----------------------------------------------------------------------------------------------------------- the file */

static void pdf_metadata(struct pdf *pdf) {
  const struct document *document = pdf->document;
  g_autofree char *title = g_strdup_printf("%s, %s", document->title, document->agency);
  g_autofree char *subject = g_strdup_printf("Period %s", document->period);
  const struct {
    cairo_pdf_metadata_t key;
    const char *value;
  } metadata[] = {{CAIRO_PDF_METADATA_TITLE, title},
                  {CAIRO_PDF_METADATA_AUTHOR, document->agency},
                  {CAIRO_PDF_METADATA_SUBJECT, subject},
                  {CAIRO_PDF_METADATA_CREATOR, "faceaudit " FACEAUDIT_VERSION},
                  {CAIRO_PDF_METADATA_CREATE_DATE, document->made_on},
                  {CAIRO_PDF_METADATA_MOD_DATE, document->made_on}};
  for (gsize i = 0; i < G_N_ELEMENTS(metadata); i++)
    cairo_pdf_surface_set_metadata(pdf->surface, metadata[i].key, metadata[i].value);
}

static cairo_status_t bytes_put(void *closure, const unsigned char *bytes, unsigned int length) {
  g_byte_array_append(closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What one pass over the document tells the next: how many pages there are, and where the named headings stand. */
struct pass {
  struct typesetter *setter;
  guint pages;
  bool tight;
  GHashTable *places;
};

/* Goes over the whole document once, with what the pass BEFORE told. The first draws nothing, on a picture of no use. */
static struct pass pdf_pass(const struct document *document, const char *path, struct pass before, GByteArray *bytes) {
  GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  struct pdf pdf = {.document = document,
                    .path = path,
                    .setter = before.setter,
                    .pages = before.pages,
                    .tight = before.tight,
                    .places = before.places,
                    .found = found};
  pdf.surface = before.pages ? cairo_pdf_surface_create_for_stream(bytes_put, bytes, PAGE_WIDTH, PAGE_HEIGHT)
                             : cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
  if (before.pages) pdf_metadata(&pdf);
  pdf.cr = cairo_create(pdf.surface);
  cairo_tag_begin(pdf.cr, "Document", NULL);
  page_begin(&pdf);
  title_set(&pdf);
  for (guint i = 0; i < document->blocks->len; i++) pdf_block(&pdf, i);
  cairo_tag_end(pdf.cr, "Document");
  page_end(&pdf);
  cairo_surface_finish(pdf.surface);
  pdf_check(&pdf);
  cairo_destroy(pdf.cr);
  cairo_surface_destroy(pdf.surface);
  g_hash_table_unref(before.places);
  return (struct pass){before.setter, pdf.page, before.tight || pdf.front > 1, found};
}

void pdf_write(const struct document *document, const char *path) {
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  struct pass pass = {typesetter_new(), 0, false, g_hash_table_new(g_str_hash, g_str_equal)};
  typesetter_require(pass.setter);
  pass = pdf_pass(document, path, pass, bytes); /* counts the pages */
  if (pass.tight) {
    pass.pages = 0;
    pass = pdf_pass(document, path, pass, bytes);
  }
  pass = pdf_pass(document, path, pass, bytes);
  g_hash_table_unref(pass.places);
  typesetter_free(pass.setter);
  pdf_finish(bytes, "en-US");
  struct output *file = output_open(path);
  output_put(file, bytes->data, bytes->len);
  output_close(file);
}
