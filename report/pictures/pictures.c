/* Writes the charts of the report as pictures of their own, for slides: SVG and PNG. */
#include "report/pictures/pictures.h"
#include "include/message.h"
#include "include/output.h"
#include "report/chart/canvas_cairo.h"
#include "report/chart/canvas_svg.h"
#include "report/chart/chart.h"
#include "report/document/document.h"
#include <glib/gstdio.h>

#define CHART_MARGIN 10.0

static void picture_draw(struct canvas *canvas, const struct chart *chart) {
  chart_draw(canvas, chart, (struct box){CHART_MARGIN, CHART_MARGIN, chart->width, chart->height});
}

static void chart_write(struct typesetter *setter, const struct chart *chart, const char *folder) {
  double width = chart->width + 2 * CHART_MARGIN, height = chart->height + 2 * CHART_MARGIN;
  g_autofree char *svg_path = g_strconcat(folder, "/", chart->name, ".svg", NULL);
  g_autofree char *png_path = g_strconcat(folder, "/", chart->name, ".png", NULL);
  struct canvas *canvas = canvas_svg_begin(setter, width, height, chart->title, chart->says);
  picture_draw(canvas, chart);
  g_autofree char *svg = canvas_svg_end(canvas);
  struct output *file = output_open(svg_path);
  output_print(file, svg);
  output_close(file);
  canvas = canvas_png_begin(setter, width, height, 2 * 96.0 / 72); /* twice the pixels of a screen */
  picture_draw(canvas, chart);
  canvas_png_end(canvas, png_path);
}

void pictures_write(struct db *db, const char *folder) {
  struct typesetter *setter = typesetter_new();
  typesetter_require(setter);
  if (g_mkdir(folder, 0700) < 0) stop_system(folder, "the folder cannot be made: nothing was changed");
  struct document *document = document_read_charts(db, "pictures");
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == BLOCK_CHART) chart_write(setter, block->chart, folder);
  }
  document_free(document);
  typesetter_free(setter);
}
