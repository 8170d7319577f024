/* Writes a document as PDF: title, blocks, metadata. Pages are managed by pdf_page.c, blocks are placed by pdf_block.c. */
#include "report/pdf/pdf.h"
#include "include/audit.h"
#include "include/output.h"
#include "report/pdf/pdf_block.h"
#include "report/pdf/pdf_finish.h"
#include "report/pdf/pdf_page.h"
#include <cairo-pdf.h>

static const struct type title_type = {19, true, COLOR_INK};
static const struct type agency_type = {10, true, COLOR_DEEP};
static const struct type period_type = {9.5, false, COLOR_MUTED};

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

/* What one pass over the document passes on to the next: how many pages there are, and where the named headings are. */
struct pass {
  struct typesetter *setter;
  guint pages;
  bool tight;
  GHashTable *places;
};

/* Goes over the whole document once, with what the pass BEFORE found. The first draws nothing, on a dummy surface. */
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
  pdf_page_begin(&pdf);
  title_set(&pdf);
  for (guint i = 0; i < document->blocks->len; i++) pdf_block(&pdf, i);
  cairo_tag_end(pdf.cr, "Document");
  pdf_page_end(&pdf);
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
