/* Places the blocks of a document on the page. */
#include "report/html/html_document.h"
#include "report/chart/canvas_svg.h"
#include "report/chart/chart.h"
#include "report/chart/scale.h"
#include "report/document/document.h"
#include "report/html/html_write.h"
#include <string.h>

/* -------------------------------------------------------------------------------------------------- text and tables */

static void block_heading(struct output *file, const struct block *block) {
  int level = block->level < 3 ? 3 : 4;
  html_print(file, "<h%d>", level);
  html_text(file, block->text);
  html_print(file, "</h%d>\n", level);
}

static void block_text(struct output *file, const struct block *block) {
  output_print(file, "<p>");
  html_lines(file, block->text);
  output_print(file, "</p>\n");
}

static void block_term(struct output *file, const struct block *block) {
  output_print(file, "<dl class=\"terms\"><div><dt>");
  html_text(file, block->label);
  output_print(file, "</dt><dd>");
  html_lines(file, block->text);
  output_print(file, "</dd></div></dl>\n");
}

static void block_figures(struct output *file, const struct block *block) {
  const struct table *table = block->table;
  output_print(file, "<ul class=\"figures\">\n");
  for (guint row = 0; row < table_rows(table); row++) {
    const char *link = table_link(table, row);
    output_print(file, "<li>");
    if (link) html_link(file, NULL, link);
    output_print(file, "<span>");
    html_text(file, table_cell(table, row, 0));
    output_print(file, "</span> <b>");
    html_text(file, table_cell(table, row, 1));
    output_print(file, link ? "</b></a> <small>" : "</b> <small>");
    html_text(file, table_cell(table, row, 2));
    output_print(file, "</small></li>\n");
  }
  output_print(file, "</ul>\n");
}

static void cell_write(struct output *file, const struct table *table, guint row, guint column, const char *link) {
  static const char *const classes[] = {[COLUMN_COUNT] = "count",
                                        [COLUMN_SMALL] = "small",
                                        [COLUMN_SIGN] = "sign",
                                        [COLUMN_MOMENT] = "moment",
                                        [COLUMN_DAY] = "moment"};
  const char *cell = table_cell(table, row, column);
  enum column_kind kind = table->kinds[column].kind;
  output_print(file, "<td");
  html_attribute(file, "class", kind < G_N_ELEMENTS(classes) ? classes[kind] : NULL);
  output_print(file, ">");
  if (link) html_link(file, NULL, link);
  if (kind == COLUMN_SIGN) {
    html_print(file, "<span aria-hidden=\"true\">%s</span><span class=\"said\">", status_sign(cell));
    html_text(file, status_words(cell));
    output_print(file, "</span>");
  } else html_text(file, cell);
  output_print(file, link ? "</a></td>" : "</td>");
}

static void table_heads(struct output *file, const struct table *table) {
  output_print(file, "<thead><tr>");
  for (guint i = 0; i < table->columns; i++) {
    if (!table_shown(table, i)) continue;
    output_print(file, table->kinds[i].kind == COLUMN_COUNT ? "<th scope=\"col\" class=\"count\">" : "<th scope=\"col\">");
    html_text(file, table->kinds[i].kind == COLUMN_SIGN ? "Result" : table->heads->pdata[i]);
    output_print(file, "</th>");
  }
  output_print(file, "</tr></thead>\n<tbody>\n");
}

/* Whatever is wider than the window scrolls by itself and must be reachable with the keyboard. */
static void region_begin(struct output *file, const char *class, const char *what, const char *name) {
  html_print(file, "<div class=\"%s\" tabindex=\"0\" role=\"region\" aria-label=\"%s: ", class, what);
  html_text(file, name);
  output_print(file, "\">");
}

static void table_write(struct output *file, const struct table *table, const char *name) {
  region_begin(file, "wide", "Table", name);
  output_print(file, "<table>\n");
  table_heads(file, table);
  for (guint row = 0; row < table_rows(table); row++) {
    const char *link = table_link(table, row);
    output_print(file, "<tr>");
    for (guint i = 0; i < table->columns; i++) {
      if (!table_shown(table, i)) continue;
      const char *own = table_cell_link(table, row, i);
      cell_write(file, table, row, i, own ? own : table->kinds[i].kind == COLUMN_SIGN ? NULL : link);
      if (!own && table->kinds[i].kind != COLUMN_SIGN) link = NULL;
    }
    output_print(file, "</tr>\n");
  }
  output_print(file, "</tbody></table></div>\n");
}

/* ----------------------------------------------------------------------------------------------------------- charts */

/* One picture for each range of window widths, so that text does not shrink with the window. */
static const struct {
  const char *class;
  double full, half;
} pictures[] = {{"on-wide", 690, 333}, {"on-middle", 450, 214}, {"on-narrow", 208, 208}};

/* Whether the title has its line in the picture to itself, so that the line goes once the page has it as a heading. */
static bool title_alone(const struct chart *chart) {
  if (g_str_equal(chart->kind, "columns")) return chart->series->len < 2 && !chart->mark;
  return g_str_equal(chart->kind, "bars") || g_str_equal(chart->kind, "shares");
}

static void picture_write(struct output *file, struct typesetter *setter, struct chart *chart, bool half, gsize at) {
  double width = half ? pictures[at].half : pictures[at].full, lift = title_alone(chart) ? 14 : 0;
  double height = chart_room(chart, width) - lift;
  g_autofree char *name = g_strdup_printf("%s-%s", chart->name, pictures[at].class), *title = chart->title;
  struct canvas *canvas = canvas_svg_inline(setter, width, height, name, title, chart->says);
  chart->title = (char *)"";
  chart_draw(canvas, chart, (struct box){0, -lift, width, height + lift});
  chart->title = g_steal_pointer(&title);
  g_autofree char *svg = canvas_svg_end(canvas);
  html_print(file, "<div class=\"%s\">\n%s</div>\n", pictures[at].class, svg);
}

static void figure_cell(struct output *file, const struct chart *chart, guint label, guint series) {
  const char *key = chart_key(chart, label, series);
  g_autofree char *number = scale_number((gint64)chart_value(chart, label, series));
  output_print(file, "<td class=\"count\">");
  if (key) html_link(file, NULL, key);
  output_print(file, number);
  output_print(file, key ? "</a></td>" : "</td>");
}

/* The figures as a table: for the keyboard, for those who cannot see the chart, and for copying. */
static void figures_write(struct output *file, const struct chart *chart) {
  output_print(file, "<details class=\"data\"><summary>Figures of this chart<span class=\"said\">: ");
  html_text(file, chart->title);
  output_print(file, "</span></summary>\n");
  region_begin(file, "wide", "Figures", chart->title);
  output_print(file, "<table>\n<thead><tr><td></td>");
  for (guint i = 0; i < chart->series->len; i++) {
    output_print(file, "<th scope=\"col\" class=\"count\">");
    html_text(file, chart->series->pdata[i]);
    output_print(file, "</th>");
  }
  output_print(file, "</tr></thead>\n<tbody>\n");
  for (guint label = 0; label < chart->labels->len; label++) {
    output_print(file, "<tr><th scope=\"row\">");
    html_text(file, chart->labels->pdata[label]);
    output_print(file, "</th>");
    for (guint i = 0; i < chart->series->len; i++) figure_cell(file, chart, label, i);
    output_print(file, "</tr>\n");
  }
  output_print(file, "</tbody></table></div></details>\n");
}

static void block_chart(struct output *file, struct typesetter *setter, const struct block *block) {
  html_print(file, "<figure class=\"%s\" id=\"chart-%s\">\n<h4>", block->half ? "half" : "full", block->chart->name);
  html_text(file, block->chart->title);
  output_print(file, "</h4>\n");
  for (gsize i = 0; i < G_N_ELEMENTS(pictures); i++) picture_write(file, setter, block->chart, block->half, i);
  if (block->chart->says) {
    output_print(file, "<figcaption>");
    html_text(file, block->chart->says);
    output_print(file, "</figcaption>\n");
  }
  if (block->chart->labels->len) figures_write(file, block->chart);
  output_print(file, "</figure>\n");
}

/* --------------------------------------------------------------------------------------------------------- document */

/* The name of a table for screen readers: the heading above it, or the part of the page. */
static const char *table_name(const char *on, const char *heading) { return heading ? heading : on + strlen("html-"); }

void html_document(struct page *page, const char *on) {
  struct document *document = document_read(page->db, on);
  struct output *file = page->file;
  const char *heading = NULL;
  html_print(file, "<div class=\"%s\">\n", on);
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == BLOCK_HEADING) block_heading(file, block), heading = block->text;
    if (block->kind == BLOCK_TEXT) block_text(file, block);
    if (block->kind == BLOCK_TERM) block_term(file, block);
    if (block->kind == BLOCK_FIGURES) block_figures(file, block);
    if (block->kind == BLOCK_TABLE) table_write(file, block->table, table_name(on, heading));
    if (block->kind == BLOCK_CHART) block_chart(file, page->setter, block);
  }
  output_print(file, "</div>\n");
  document_free(document);
}
