/* Draws SVG with real text, so that it can be read aloud, searched and copied. Cairo's own SVG has outlines only. */
#include "report/chart/canvas_svg.h"
#include "include/text.h"
#include <string.h>

struct svg_canvas {
  struct canvas base;
  struct typesetter *setter;
  GString *svg;
  bool inside; /* an HTML page, whose font may differ from the one that widths are measured with */
};

static GString *svg_of(struct canvas *canvas) { return ((struct svg_canvas *)canvas)->svg; }

/* Two decimals, a point in every locale, no trailing zeros. */
static void decimal_print(GString *svg, double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.2f", value);
  char *end = digits + strlen(digits);
  while (end[-1] == '0') *--end = 0;
  if (end[-1] == '.') *--end = 0;
  g_string_append(svg, g_str_equal(digits, "-0") ? "0" : digits);
}

static void svg_number(GString *svg, const char *name, double value) {
  g_string_append_c(svg, ' ');
  g_string_append(svg, name);
  g_string_append(svg, "=\"");
  decimal_print(svg, value);
  g_string_append_c(svg, '"');
}

static void svg_words(GString *svg, const char *text) {
  g_autofree char *shown = text_show(text, true);
  g_autofree char *escaped = g_markup_escape_text(shown, -1);
  g_string_append(svg, escaped);
}

static void svg_fill(struct canvas *canvas, struct box box, guint32 color) {
  GString *svg = svg_of(canvas);
  g_string_append(svg, "<rect");
  svg_number(svg, "x", box.x);
  svg_number(svg, "y", box.y);
  svg_number(svg, "width", box.width);
  svg_number(svg, "height", box.height);
  g_string_append_printf(svg, " fill=\"#%06x\"/>\n", color);
}

static void svg_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, guint32 color) {
  GString *svg = svg_of(canvas);
  g_string_append(svg, "<line");
  svg_number(svg, "x1", x1);
  svg_number(svg, "y1", y1);
  svg_number(svg, "x2", x2);
  svg_number(svg, "y2", y2);
  g_string_append_printf(svg, " stroke=\"#%06x\"", color);
  svg_number(svg, "stroke-width", width);
  g_string_append(svg, "/>\n");
}

/* What most text inside a page is, said once of the whole picture there. */
static const struct type usual_type = {7, false, COLOR_INK};

static void svg_text(struct canvas *canvas, double x, double y, const char *text, const struct type *type, enum align align) {
  static const char *const anchors[] = {"start", "middle", "end"};
  if (!*text) return;
  GString *svg = svg_of(canvas);
  bool inside = ((struct svg_canvas *)canvas)->inside;
  g_string_append(svg, "<text");
  svg_number(svg, "x", x);
  svg_number(svg, "y", y);
  if (inside) {
    svg_number(svg, "textLength", type_width(((struct svg_canvas *)canvas)->setter, type, text));
    g_string_append(svg, " lengthAdjust=\"spacingAndGlyphs\"");
  }
  if (!inside || type->size < usual_type.size || type->size > usual_type.size) svg_number(svg, "font-size", type->size);
  if (!inside || type->color != usual_type.color) g_string_append_printf(svg, " fill=\"#%06x\"", type->color);
  if (type->bold) g_string_append(svg, " font-weight=\"bold\"");
  if (!inside || align != ALIGN_LEFT) g_string_append_printf(svg, " text-anchor=\"%s\"", anchors[align]);
  g_string_append_c(svg, '>');
  svg_words(svg, text);
  g_string_append(svg, "</text>\n");
}

static double svg_width(struct canvas *canvas, const char *text, const struct type *type) {
  return type_width(((struct svg_canvas *)canvas)->setter, type, text);
}

static void svg_mark(struct canvas *canvas, const char *key) {
  GString *svg = svg_of(canvas);
  if (!key) {
    g_string_append(svg, "</g>\n");
    return;
  }
  g_string_append(svg, "<g data-go=\"");
  svg_words(svg, key);
  g_string_append(svg, "\">\n");
}

static const struct canvas_class svg_class = {svg_fill, svg_line, svg_text, svg_width, NULL};
static const struct canvas_class inline_class = {svg_fill, svg_line, svg_text, svg_width, svg_mark};

static void svg_names(GString *svg, const char *name, const char *title, const char *says) {
  g_string_append_printf(svg, " aria-labelledby=\"%stitle %sdesc\"", name, name);
  g_string_append_printf(
      svg, " font-family=\"'DejaVu Sans Condensed', 'DejaVu Sans', Verdana, sans-serif\">\n<title id=\"%stitle\">", name);
  svg_words(svg, title);
  g_string_append_printf(svg, "</title>\n<desc id=\"%sdesc\">", name);
  svg_words(svg, says ? says : title);
  g_string_append(svg, "</desc>\n");
}

struct canvas *canvas_svg_begin(struct typesetter *setter, double width, double height, const char *title, const char *says) {
  struct svg_canvas *canvas = g_new0(struct svg_canvas, 1);
  *canvas =
      (struct svg_canvas){{&svg_class}, setter, g_string_new("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""), false};
  GString *svg = canvas->svg;
  svg_number(svg, "width", width);
  svg_number(svg, "height", height);
  g_string_append_printf(svg, " viewBox=\"0 0 %d %d\"", (int)width, (int)height);
  svg_names(svg, "", title, says);
  svg_fill(&canvas->base, (struct box){0, 0, width, height}, COLOR_PAPER);
  return &canvas->base;
}

struct canvas *canvas_svg_inline(struct typesetter *setter, double width, double height, const char *name, const char *title,
                                 const char *says) {
  struct svg_canvas *canvas = g_new0(struct svg_canvas, 1);
  *canvas = (struct svg_canvas){{&inline_class}, setter, g_string_new("<svg role=\"img\""), true};
  g_string_append_printf(canvas->svg, " viewBox=\"0 0 %d %d\"", (int)width, (int)height);
  svg_number(canvas->svg, "font-size", usual_type.size);
  g_string_append_printf(canvas->svg, " fill=\"#%06x\"", usual_type.color);
  g_autofree char *prefix = g_strconcat(name, "-", NULL);
  svg_names(canvas->svg, prefix, title, says);
  return &canvas->base;
}

char *canvas_svg_end(struct canvas *canvas) {
  GString *svg = svg_of(canvas);
  g_string_append(svg, "</svg>\n");
  g_free(canvas);
  return g_string_free(svg, FALSE);
}
