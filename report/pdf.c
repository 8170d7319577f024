/* Places a document on pages: heads, feet, headings, paragraphs, figures, charts. Tables are set by pdf_table.c. */
#include "pdf.h"
#include "audit.h"
#include "output.h"
#include "say.h"
#include <cairo-pdf.h>
#include <string.h>

#define TERM_WIDTH 86.0
#define HALF_GAP 12.0
#define CHART_GAP 9.0
#define CHART_LEAST 0.8 /* of its height */

static const struct type title_type = {17, true, COLOR_INK};
static const struct type agency_type = {9.5, true, COLOR_DEEP};
static const struct type period_type = {9.5, false, COLOR_MUTED};
static const struct type running_type = {7, false, COLOR_MUTED};
static const struct type text_type = {8.2, false, COLOR_INK};
static const struct type term_type = {7.6, true, COLOR_MUTED};
static const struct type status_type = {8.6, true, COLOR_INK};
static const struct type figure_type = {19, true, COLOR_DEEP};
static const struct type figure_label_type = {7.6, true, COLOR_INK};
static const struct type figure_note_type = {6.6, false, COLOR_MUTED};

/* By level of the heading. */
static const struct {
  struct type type;
  double before, after, together; /* points above, below, and what must still fit below it */
  const char *tag;
} heading_looks[] = {{{0, false, 0}, 0, 0, 0, ""},
                     {{14, true, COLOR_INK}, 16, 6, 90, "H1"},
                     {{10, true, COLOR_DEEP}, 13, 4, 78, "H2"},
                     {{9, true, COLOR_INK}, 2, 2, 60, "H3"}};

static void pdf_check(struct pdf *pdf) {
  cairo_status_t status = cairo_status(pdf->cr);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(pdf->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    stop_system(pdf->path, "page %u cannot be drawn: %s", pdf->page, cairo_status_to_string(status));
}

double pdf_set(struct pdf *pdf, const struct type *type, const char *text, double x, double y, double width) {
  PangoLayout *layout = type_layout(pdf->cr, type, text, width);
  double height = layout_height(layout);
  type_draw(pdf->cr, layout, x, y, type->color);
  g_object_unref(layout);
  return height;
}

static double pdf_measure(struct pdf *pdf, const struct type *type, const char *text, double width) {
  PangoLayout *layout = type_layout(pdf->cr, type, text, width);
  double height = layout_height(layout);
  g_object_unref(layout);
  return height;
}

/* -------------------------------------------------------------------------------------------------------------- pages */

/* One line, cut with an ellipsis where it is too long for WIDTH. */
static void running_set(struct pdf *pdf, const char *text, double x, double y, double width, PangoAlignment align) {
  PangoLayout *layout = type_layout(pdf->cr, &running_type, text, width);
  pango_layout_set_alignment(layout, align);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  type_draw(pdf->cr, layout, x, y, running_type.color);
  g_object_unref(layout);
}

static void hairline(struct pdf *pdf, double y) {
  color_set(pdf->cr, COLOR_LINE);
  cairo_set_line_width(pdf->cr, 0.5);
  cairo_move_to(pdf->cr, PAGE_LEFT, y);
  cairo_line_to(pdf->cr, PAGE_LEFT + TEXT_WIDTH, y);
  cairo_stroke(pdf->cr);
}

static void page_head(struct pdf *pdf) {
  running_set(pdf, pdf->document->agency, PAGE_LEFT, 38, TEXT_WIDTH * 0.5, PANGO_ALIGN_LEFT);
  running_set(pdf, pdf->document->title, PAGE_LEFT + TEXT_WIDTH * 0.52, 38, TEXT_WIDTH * 0.48, PANGO_ALIGN_RIGHT);
  hairline(pdf, 51);
}

static void page_foot(struct pdf *pdf) {
  g_autofree char *period = g_strconcat("Period ", pdf->document->period, NULL);
  g_autofree char *number = g_strdup_printf("Page %u of %u", pdf->page, pdf->pages);
  hairline(pdf, 748);
  running_set(pdf, period, PAGE_LEFT, 753, TEXT_WIDTH * 0.33, PANGO_ALIGN_LEFT);
  running_set(pdf, "A finding is an indicator, not a verdict.", PAGE_LEFT + TEXT_WIDTH * 0.33, 753, TEXT_WIDTH * 0.34,
              PANGO_ALIGN_CENTER);
  running_set(pdf, number, PAGE_LEFT + TEXT_WIDTH * 0.67, 753, TEXT_WIDTH * 0.33, PANGO_ALIGN_RIGHT);
}

static void page_begin(struct pdf *pdf) {
  pdf->page++;
  pdf->half = false;
  pdf->y = PAGE_TOP;
  if (pdf->page > 1) page_head(pdf);
  page_foot(pdf);
}

static void page_end(struct pdf *pdf) {
  cairo_show_page(pdf->cr);
  pdf_check(pdf);
}

void pdf_room(struct pdf *pdf, double height) {
  if (pdf->y + height <= PAGE_BOTTOM || pdf->y <= PAGE_TOP) return;
  page_end(pdf);
  page_begin(pdf);
}

/* ------------------------------------------------------------------------------------------------------------- blocks */

static void paragraph(struct pdf *pdf, const char *tag, const struct type *type, const char *text, double after) {
  double height = pdf_measure(pdf, type, text, TEXT_WIDTH);
  pdf_room(pdf, height);
  cairo_tag_begin(pdf->cr, tag, NULL);
  pdf_set(pdf, type, text, PAGE_LEFT, pdf->y, TEXT_WIDTH);
  cairo_tag_end(pdf->cr, tag);
  pdf->y += height + after;
}

static void title_block(struct pdf *pdf) {
  pdf->y = 38;
  paragraph(pdf, "P", &agency_type, pdf->document->agency, 3);
  paragraph(pdf, "H1", &title_type, pdf->document->title, 2);
  g_autofree char *period = g_strconcat("Period ", pdf->document->period, NULL);
  paragraph(pdf, "P", &period_type, period, 10);
}

static void outline_add(struct pdf *pdf, const struct block *block) {
  g_autofree char *place = g_strdup_printf("page=%u pos=[%d %d]", pdf->page, (int)PAGE_LEFT, (int)(pdf->y - 12));
  int parent = block->level > 1 ? pdf->parents[block->level - 1] : CAIRO_PDF_OUTLINE_ROOT;
  int id = cairo_pdf_surface_add_outline(pdf->surface, parent, block->text, place, (cairo_pdf_outline_flags_t)0);
  for (int level = block->level; level < 4; level++) pdf->parents[level] = id;
}

static void block_heading(struct pdf *pdf, const struct block *block) {
  int level = CLAMP(block->level, 1, 3);
  const struct type *type = &heading_looks[level].type;
  if (pdf->y > PAGE_TOP) pdf->y += heading_looks[level].before;
  pdf_room(pdf, pdf_measure(pdf, type, block->text, TEXT_WIDTH) + heading_looks[level].together);
  outline_add(pdf, block);
  if (block->label) {
    g_autofree char *name = g_strdup_printf("name='%s' x=%d y=%d", block->label, (int)PAGE_LEFT, (int)(pdf->y - 12));
    cairo_tag_begin(pdf->cr, CAIRO_TAG_DEST, name);
    cairo_tag_end(pdf->cr, CAIRO_TAG_DEST);
  }
  paragraph(pdf, heading_looks[level].tag, type, block->text, heading_looks[level].after);
}

static void block_text(struct pdf *pdf, const struct block *block) { paragraph(pdf, "P", &text_type, block->text, 6); }

static void block_term(struct pdf *pdf, const struct block *block) {
  double width = TEXT_WIDTH - TERM_WIDTH - 10;
  double height = MAX(pdf_measure(pdf, &text_type, block->text, width), pdf_measure(pdf, &term_type, block->label, TERM_WIDTH));
  pdf_room(pdf, MIN(height, PAGE_BOTTOM - PAGE_TOP));
  cairo_tag_begin(pdf->cr, "P", NULL);
  pdf_set(pdf, &term_type, block->label, PAGE_LEFT, pdf->y + 0.5, TERM_WIDTH);
  pdf_set(pdf, &text_type, block->text, PAGE_LEFT + TERM_WIDTH + 10, pdf->y, width);
  cairo_tag_end(pdf->cr, "P");
  pdf->y += height + 3.5;
}

static void block_status(struct pdf *pdf, const struct block *block) {
  struct type sign = status_type;
  sign.color = status_color(block->label);
  double height = pdf_measure(pdf, &status_type, block->text, TEXT_WIDTH - 14);
  pdf_room(pdf, height);
  cairo_tag_begin(pdf->cr, "P", NULL);
  pdf_set(pdf, &sign, status_sign(block->label), PAGE_LEFT, pdf->y, 14);
  pdf_set(pdf, &status_type, block->text, PAGE_LEFT + 14, pdf->y, TEXT_WIDTH - 14);
  cairo_tag_end(pdf->cr, "P");
  pdf->y += height + 5;
}

static double figure_draw(struct pdf *pdf, const struct table *table, guint row, double x, double width) {
  double y = pdf->y + 6;
  cairo_tag_begin(pdf->cr, "P", NULL);
  y += pdf_set(pdf, &figure_label_type, table_cell(table, row, 0), x, y, width);
  y += pdf_set(pdf, &figure_type, table_cell(table, row, 1), x, y, width);
  y += pdf_set(pdf, &figure_note_type, table_cell(table, row, 2), x, y, width);
  cairo_tag_end(pdf->cr, "P");
  return y;
}

/* Headline numbers side by side, each with what it counts above and what it means below. */
static void block_figures(struct pdf *pdf, const struct block *block) {
  guint count = table_rows(block->table);
  double bottom = pdf->y, gap = 14, width = (TEXT_WIDTH - gap * (count - 1)) / count;
  pdf_room(pdf, 70);
  for (guint i = 0; i < count; i++) {
    double x = PAGE_LEFT + (width + gap) * i;
    color_set(pdf->cr, COLOR_DEEP);
    cairo_rectangle(pdf->cr, x, pdf->y, width, 1.6);
    cairo_fill(pdf->cr);
    double end = figure_draw(pdf, block->table, i, x, width);
    bottom = MAX(bottom, end);
  }
  pdf->y = bottom + 5;
}

static void block_table(struct pdf *pdf, const struct block *block) { pdf_table(pdf, block->table); }

/* A chart gives way a little where that keeps it on the page; the right half is as high as the left. */
static double chart_height(struct pdf *pdf, const struct chart *chart) {
  double room = PAGE_BOTTOM - pdf->y - CHART_GAP;
  if (room < chart->height * CHART_LEAST) pdf_room(pdf, chart->height + CHART_GAP);
  return MIN(chart->height, PAGE_BOTTOM - pdf->y - CHART_GAP);
}

static void block_chart(struct pdf *pdf, const struct block *block) {
  const struct chart *chart = block->chart;
  double height = chart_height(pdf, chart);
  bool right = block->half && pdf->half;
  double x = PAGE_LEFT + (right ? (TEXT_WIDTH + HALF_GAP) / 2 : 0),
         width = block->half ? (TEXT_WIDTH - HALF_GAP) / 2 : TEXT_WIDTH;
  struct canvas *canvas = canvas_cairo_new(pdf->cr);
  cairo_tag_begin(pdf->cr, "Figure", NULL);
  chart_draw(canvas, chart, (struct box){x, pdf->y + 4, width, height});
  cairo_tag_end(pdf->cr, "Figure");
  g_free(canvas);
  pdf->half = block->half && !right;
  if (!pdf->half) pdf->y += height + CHART_GAP;
}

static void block_page(struct pdf *pdf, const struct block *block) {
  (void)block;
  if (pdf->y <= PAGE_TOP) return;
  page_end(pdf);
  page_begin(pdf);
}

static void (*const block_setters[])(struct pdf *pdf, const struct block *block) = {
    [BLOCK_HEADING] = block_heading, [BLOCK_TEXT] = block_text,   [BLOCK_TERM] = block_term,   [BLOCK_STATUS] = block_status,
    [BLOCK_FIGURES] = block_figures, [BLOCK_TABLE] = block_table, [BLOCK_CHART] = block_chart, [BLOCK_PAGE] = block_page};

static void block_set(struct pdf *pdf, const struct block *block) {
  if (pdf->half && !(block->kind == BLOCK_CHART && block->half)) { /* the right half stays free */
    pdf->half = false;
    pdf->y += 190;
  }
  block_setters[block->kind](pdf, block);
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

/* Sets the whole document once; returns how many pages it took. PAGES is what the feet say. */
static guint pdf_pass(const struct document *document, const char *path, guint pages, GByteArray *bytes) {
  struct pdf pdf = {.document = document, .path = path, .pages = pages};
  pdf.surface = cairo_pdf_surface_create_for_stream(bytes_put, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  pdf_metadata(&pdf);
  pdf.cr = cairo_create(pdf.surface);
  cairo_tag_begin(pdf.cr, "Document", NULL);
  page_begin(&pdf);
  title_block(&pdf);
  for (guint i = 0; i < document->blocks->len; i++) block_set(&pdf, document->blocks->pdata[i]);
  cairo_tag_end(pdf.cr, "Document");
  page_end(&pdf);
  cairo_surface_finish(pdf.surface);
  pdf_check(&pdf);
  cairo_destroy(pdf.cr);
  cairo_surface_destroy(pdf.surface);
  return pdf.page;
}

void pdf_write(const struct document *document, const char *path) {
  type_require();
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  guint pages = pdf_pass(document, path, 0, bytes);
  g_byte_array_set_size(bytes, 0);
  pdf_pass(document, path, pages, bytes);
  pdf_finish(bytes, "en-US");
  struct output *file = output_open(path);
  output_put(file, bytes->data, bytes->len);
  output_close(file);
}
