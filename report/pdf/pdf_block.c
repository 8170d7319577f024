/* Places blocks on the pages of a PDF: headings stay with what follows them, charts whole, lines to sign on. */
#include "report/pdf/pdf_block.h"
#include "report/chart/canvas_cairo.h"
#include "report/chart/chart.h"
#include "report/pdf/pdf_table.h"

#define TERM_WIDTH 86.0
#define HALF_GAP 12.0
#define CHART_GAP 9.0
#define CHART_LEAST 0.8 /* of its height */
#define FIGURES_HEIGHT 70.0
#define SIGN_HEIGHT 118.0
#define TOGETHER_MOST 100.0 /* what follows a heading on its page at most */

static const struct type text_type = {7.5, false, COLOR_INK};
static const struct type term_type = {7.2, true, COLOR_MUTED};
static const struct type status_type = {8.6, true, COLOR_INK};
static const struct type figure_type = {19, true, COLOR_DEEP};
static const struct type figure_label_type = {7.6, true, COLOR_INK};
static const struct type figure_note_type = {6.6, false, COLOR_MUTED};

/* By level of the heading. */
static const struct {
  struct type type;
  double before, after; /* points above and below */
  const char *tag;
} heading_looks[] = {{{0, false, 0}, 0, 0, ""},
                     {{15, true, COLOR_INK}, 18, 5, "H1"},
                     {{10.5, true, COLOR_DEEP}, 9, 2, "H2"},
                     {{9, true, COLOR_INK}, 4, 2, "H3"}};

static void paragraph(struct pdf *pdf, const char *tag, const struct type *type, const char *text, double after) {
  double height = pdf_measure(pdf, type, text, TEXT_WIDTH);
  pdf_room(pdf, height);
  cairo_tag_begin(pdf->cr, tag, NULL);
  pdf_set(pdf, type, text, PAGE_LEFT, pdf->y, TEXT_WIDTH);
  cairo_tag_end(pdf->cr, tag);
  pdf->y += height + after;
}

/* --------------------------------------------------------------------------------------------- what needs how much room */

static int heading_level(const struct block *block) { return CLAMP(block->level, 1, 3); }

static double term_height(struct pdf *pdf, const struct block *block) {
  double text = pdf_measure(pdf, &text_type, block->text, TEXT_WIDTH - TERM_WIDTH - 10);
  return MAX(text, pdf_measure(pdf, &term_type, block->label, TERM_WIDTH)) + 1.2;
}

static double heading_needs(struct pdf *pdf, const struct block *block) {
  int level = heading_level(block);
  return heading_looks[level].before + pdf_measure(pdf, &heading_looks[level].type, block->text, TEXT_WIDTH) +
         heading_looks[level].after;
}

static double text_needs(struct pdf *pdf, const struct block *block) {
  return pdf_measure(pdf, &text_type, block->text, TEXT_WIDTH) + 6;
}

static double status_needs(struct pdf *pdf, const struct block *block) {
  return pdf_measure(pdf, &status_type, block->text, TEXT_WIDTH - 14) + 5;
}

static double figures_needs(struct pdf *pdf, const struct block *block) {
  (void)pdf, (void)block;
  return FIGURES_HEIGHT;
}

static double table_needs(struct pdf *pdf, const struct block *block) { return pdf_table_least(pdf, block->table); }

static double chart_needs(struct pdf *pdf, const struct block *block) {
  (void)pdf;
  return block->chart->height * CHART_LEAST + CHART_GAP;
}

static double sign_needs(struct pdf *pdf, const struct block *block) {
  (void)pdf, (void)block;
  return SIGN_HEIGHT;
}

/* How much of a block must stand on one page, and whether what follows must stand with it. */
static const struct {
  double (*needs)(struct pdf *pdf, const struct block *block);
  bool opens;
} block_needs[] = {
    [BLOCK_HEADING] = {heading_needs, true}, [BLOCK_TEXT] = {text_needs, true},        [BLOCK_TERM] = {term_height, true},
    [BLOCK_STATUS] = {status_needs, true},   [BLOCK_FIGURES] = {figures_needs, false}, [BLOCK_TABLE] = {table_needs, false},
    [BLOCK_CHART] = {chart_needs, false},    [BLOCK_SIGN] = {sign_needs, false},       [BLOCK_PAGE] = {NULL, false}};

/* The height of a heading, of everything that introduces what it heads, and of the beginning of that: a heading never stands
   alone at the foot of a page. */
static double heading_together(struct pdf *pdf, guint at) {
  const GPtrArray *blocks = pdf->document->blocks;
  double height = 0;
  bool content = false;
  for (guint i = at; i < blocks->len && height < TOGETHER_MOST; i++) {
    const struct block *block = blocks->pdata[i];
    if (!block_needs[block->kind].needs || (content && block->kind == BLOCK_HEADING)) break;
    height += block_needs[block->kind].needs(pdf, block);
    content = content || block->kind != BLOCK_HEADING;
    if (!block_needs[block->kind].opens) break;
  }
  return height;
}

/* ------------------------------------------------------------------------------------------------------------- setters */

static void block_heading(struct pdf *pdf, guint at) {
  const struct block *block = pdf->document->blocks->pdata[at];
  int level = heading_level(block);
  pdf_room(pdf, MIN(heading_together(pdf, at), PAGE_BOTTOM - PAGE_TOP));
  if (pdf->y > PAGE_TOP) pdf->y += heading_looks[level].before;
  pdf_outline(pdf, level, block->text, block->label);
  paragraph(pdf, heading_looks[level].tag, &heading_looks[level].type, block->text, heading_looks[level].after);
}

static void block_text(struct pdf *pdf, const struct block *block) { paragraph(pdf, "P", &text_type, block->text, 6); }

static void block_term(struct pdf *pdf, const struct block *block) {
  double height = term_height(pdf, block);
  pdf_room(pdf, MIN(height, PAGE_BOTTOM - PAGE_TOP));
  cairo_tag_begin(pdf->cr, "P", NULL);
  pdf_set(pdf, &term_type, block->label, PAGE_LEFT, pdf->y + 0.5, TERM_WIDTH);
  pdf_set(pdf, &text_type, block->text, PAGE_LEFT + TERM_WIDTH + 10, pdf->y, TEXT_WIDTH - TERM_WIDTH - 10);
  cairo_tag_end(pdf->cr, "P");
  pdf->y += height;
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
  pdf_room(pdf, FIGURES_HEIGHT);
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

/* A chart shrinks a little where that keeps it on the page; the right half is as high as the left. */
static double chart_height(struct pdf *pdf, double wish) {
  double room = PAGE_BOTTOM - pdf->y - CHART_GAP;
  if (room < wish * CHART_LEAST) pdf_room(pdf, wish + CHART_GAP);
  return MIN(wish, PAGE_BOTTOM - pdf->y - CHART_GAP);
}

/* The half chart after the block at AT, or NULL. */
static const struct chart *half_next(const struct pdf *pdf, guint at) {
  const GPtrArray *blocks = pdf->document->blocks;
  const struct block *next = at + 1 < blocks->len ? blocks->pdata[at + 1] : NULL;
  return next && next->kind == BLOCK_CHART && next->half ? next->chart : NULL;
}

static void chart_set(struct pdf *pdf, const struct chart *chart, struct box box) {
  g_autofree struct canvas *canvas = canvas_cairo_new(pdf->cr, pdf->setter);
  cairo_tag_begin(pdf->cr, "Figure", NULL);
  chart_draw(canvas, chart, box);
  cairo_tag_end(pdf->cr, "Figure");
}

/* Two halves share a line; one alone has the whole of it. */
static void block_chart(struct pdf *pdf, guint at) {
  const struct block *block = pdf->document->blocks->pdata[at];
  const struct chart *next = block->half ? half_next(pdf, at) : NULL;
  bool right = block->half && pdf->half > 0, left = next && !right;
  double height = right ? pdf->half : chart_height(pdf, left ? MAX(block->chart->height, next->height) : block->chart->height);
  double x = PAGE_LEFT + (right ? (TEXT_WIDTH + HALF_GAP) / 2 : 0);
  double width = left || right ? (TEXT_WIDTH - HALF_GAP) / 2 : TEXT_WIDTH;
  if (pdf->pages) chart_set(pdf, block->chart, (struct box){x, pdf->y + 4, width, height});
  pdf->half = left ? height : 0;
  if (!left) pdf->y += height + CHART_GAP;
}

static void sign_line(struct pdf *pdf, double x, double y, double width, const char *label) {
  pdf_line(pdf, x, y, width, 0.8, COLOR_INK);
  pdf_set(pdf, &figure_note_type, label, x, y + 3, width);
}

/* Who signs and what for, and lines to write on. */
static void block_sign(struct pdf *pdf, const struct block *block) {
  pdf_room(pdf, SIGN_HEIGHT);
  cairo_tag_begin(pdf->cr, "P", NULL);
  double y = pdf->y + 14;
  y += pdf_set(pdf, &status_type, block->label, PAGE_LEFT, y, TEXT_WIDTH);
  pdf_set(pdf, &text_type, block->text, PAGE_LEFT, y, TEXT_WIDTH);
  y = pdf->y + SIGN_HEIGHT - 28;
  sign_line(pdf, PAGE_LEFT, y, 176, "Name");
  sign_line(pdf, PAGE_LEFT + 194, y, 190, "Signature");
  sign_line(pdf, PAGE_LEFT + 402, y, TEXT_WIDTH - 402, "Date");
  cairo_tag_end(pdf->cr, "P");
  pdf->y += SIGN_HEIGHT;
}

static void block_page(struct pdf *pdf, const struct block *block) {
  (void)block;
  if (!pdf->front) pdf->front = pdf->page;
  pdf_page(pdf);
}

static void (*const block_setters[])(struct pdf *pdf, const struct block *block) = {
    [BLOCK_TEXT] = block_text,   [BLOCK_TERM] = block_term, [BLOCK_STATUS] = block_status, [BLOCK_FIGURES] = block_figures,
    [BLOCK_TABLE] = block_table, [BLOCK_PAGE] = block_page, [BLOCK_SIGN] = block_sign};

void pdf_block(struct pdf *pdf, guint at) {
  const struct block *block = pdf->document->blocks->pdata[at];
  if (block->kind == BLOCK_HEADING) block_heading(pdf, at);
  else if (block->kind == BLOCK_CHART) block_chart(pdf, at);
  else block_setters[block->kind](pdf, block);
}
