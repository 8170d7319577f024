/* Sets text with Pango, draws with cairo, writes PNG. What is drawn is decided in chart.c and pdf.c. */
#include "canvas_cairo.h"
#include "output.h"
#include "say.h"

/* Pango 1.50 has no automatic clean-up of its own. */
typedef PangoLayout Layout;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, g_object_unref)

/* Condensed where it is installed: narrow columns hold more. Never ligatures: "fi" must be found by a search. */
static const char family[] = "DejaVu Sans";
static const char features[] = "liga=0, clig=0, dlig=0, calt=0, tnum=1";

static PangoContext *type_context(cairo_t *cr) {
  PangoFontMap *map = pango_cairo_font_map_get_default();
  PangoContext *context = cr ? pango_cairo_create_context(cr) : pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string("en-us"));
  return context;
}

PangoLayout *type_layout(cairo_t *cr, const struct type *type, const char *text, double width) {
  PangoContext *context = type_context(cr);
  PangoLayout *layout = pango_layout_new(context);
  g_object_unref(context);
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family_static(font, family);
  pango_font_description_set_stretch(font, PANGO_STRETCH_CONDENSED);
  pango_font_description_set_weight(font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, type->size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  PangoAttrList *attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, 1.12F);
  if (width >= 0) pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  else pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

void type_require(void) {
  static const struct type plain = {10, false, COLOR_INK};
  g_autoptr(Layout) layout = type_layout(NULL, &plain, "Audit 0123456789 ✓ ▲ ○", -1);
  if (pango_layout_get_unknown_glyphs_count(layout) > 0)
    stop_system("fonts", "no font that can write the report was found: install fonts-dejavu-core");
}

double type_width(const struct type *type, const char *text) {
  g_autoptr(Layout) layout = type_layout(NULL, type, text, -1);
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

double layout_height(PangoLayout *layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.height / PANGO_SCALE;
}

void color_set(cairo_t *cr, guint32 color) {
  cairo_set_source_rgb(cr, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void type_draw(cairo_t *cr, PangoLayout *layout, double x, double y, guint32 color) {
  color_set(cr, color);
  cairo_move_to(cr, x, y);
  pango_cairo_show_layout(cr, layout);
}

struct cairo_canvas {
  struct canvas base;
  cairo_t *cr;
};

static void cairo_fill_box(struct canvas *canvas, struct box box, guint32 color) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  color_set(cr, color);
  cairo_rectangle(cr, box.x, box.y, box.width, box.height);
  cairo_fill(cr);
}

static void cairo_draw_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, guint32 color) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  color_set(cr, color);
  cairo_set_line_width(cr, width);
  cairo_move_to(cr, x1, y1);
  cairo_line_to(cr, x2, y2);
  cairo_stroke(cr);
}

static double cairo_text_width(struct canvas *canvas, const char *text, const struct type *type) {
  (void)canvas;
  return type_width(type, text);
}

static void cairo_draw_text(struct canvas *canvas, double x, double y, const char *text, const struct type *type,
                            enum align align) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  g_autoptr(Layout) layout = type_layout(cr, type, text, -1);
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  double width = (double)logical.width / PANGO_SCALE;
  double left = align == ALIGN_LEFT ? x : align == ALIGN_RIGHT ? x - width : x - width / 2;
  type_draw(cr, layout, left, y - (double)pango_layout_get_baseline(layout) / PANGO_SCALE, type->color);
}

static const struct canvas_class cairo_class = {cairo_fill_box, cairo_draw_line, cairo_draw_text, cairo_text_width, NULL};

struct canvas *canvas_cairo_new(cairo_t *cr) {
  struct cairo_canvas *canvas = g_new0(struct cairo_canvas, 1);
  *canvas = (struct cairo_canvas){{&cairo_class}, cr};
  return &canvas->base;
}

static cairo_status_t png_put(void *closure, const unsigned char *bytes, unsigned int length) {
  output_put(closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

void png_write(const char *path, double width, double height, double scale, void (*draw)(struct canvas *canvas, void *data),
               void *data) {
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale + 0.5), (int)(height * scale + 0.5));
  cairo_t *cr = cairo_create(surface);
  color_set(cr, COLOR_PAPER);
  cairo_paint(cr);
  cairo_scale(cr, scale, scale);
  g_autofree struct canvas *canvas = canvas_cairo_new(cr);
  draw(canvas, data);
  cairo_status_t status = cairo_status(cr);
  struct output *file = output_open(path);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(surface, png_put, file);
  if (status != CAIRO_STATUS_SUCCESS) stop_system(path, "the picture cannot be drawn: %s", cairo_status_to_string(status));
  output_close(file);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}
