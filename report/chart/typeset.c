/* Sets text with Pango. What is set, and where, is up to the caller. */
#include "report/chart/typeset.h"
#include "include/message.h"

/* Condensed where it is installed: narrow columns hold more. Never ligatures: "fi" must be found by a search. */
#define FAMILY "DejaVu Sans"
#define FEATURES "liga=0, clig=0, dlig=0, calt=0, tnum=1"
#define LINE_SPACING 1.12F

struct typesetter {
  PangoContext *context;
  PangoAttrList *attributes;
  GHashTable *set; /* how and what, as text -> PangoLayout */
};

/* Text stands where its glyphs' own measures put it, so that pages, pictures and SVG agree at every size. */
static PangoContext *context_new(void) {
  PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
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

struct typesetter *typesetter_new(void) {
  struct typesetter *setter = g_new0(struct typesetter, 1);
  setter->context = context_new();
  setter->attributes = pango_attr_list_new();
  pango_attr_list_insert(setter->attributes, pango_attr_font_features_new(FEATURES));
  setter->set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
  return setter;
}

void typesetter_free(struct typesetter *setter) {
  g_hash_table_unref(setter->set);
  pango_attr_list_unref(setter->attributes);
  g_object_unref(setter->context);
  g_free(setter);
}

static void layout_font(PangoLayout *layout, const struct type *type) {
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family_static(font, FAMILY);
  pango_font_description_set_stretch(font, PANGO_STRETCH_CONDENSED);
  pango_font_description_set_weight(font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, type->size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

static PangoLayout *layout_new(const struct typesetter *setter, const struct type *type, const char *text, double width,
                               enum align align, bool cut) {
  static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
  PangoLayout *layout = pango_layout_new(setter->context);
  layout_font(layout, type);
  pango_layout_set_attributes(layout, setter->attributes);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, LINE_SPACING);
  pango_layout_set_alignment(layout, alignments[align]);
  if (width >= 0) pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  else pango_layout_set_single_paragraph_mode(layout, TRUE);
  if (cut) pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

/* Colour is not part of the key: it is chosen when the text is drawn. */
static PangoLayout *layout_get(struct typesetter *setter, const struct type *type, const char *text, double width,
                               enum align align, bool cut) {
  g_autofree char *key = g_strdup_printf("%g %d %.3f %d %d %s", type->size, type->bold, width, align, cut, text);
  PangoLayout *layout = g_hash_table_lookup(setter->set, key);
  if (layout) return layout;
  layout = layout_new(setter, type, text, width, align, cut);
  g_hash_table_insert(setter->set, g_steal_pointer(&key), layout);
  return layout;
}

PangoLayout *type_lines(struct typesetter *setter, const struct type *type, const char *text, double width, enum align align) {
  return layout_get(setter, type, text, width < 0 ? -1 : width, align, false);
}

PangoLayout *type_line(struct typesetter *setter, const struct type *type, const char *text, double width, enum align align) {
  return layout_get(setter, type, text, width, align, true);
}

void typesetter_require(struct typesetter *setter) {
  static const struct type plain = {10, false, COLOR_INK};
  if (pango_layout_get_unknown_glyphs_count(type_lines(setter, &plain, "Audit 0123456789 ✓ ▲ ○", -1, ALIGN_LEFT)))
    stop_system("fonts", "no font that can write the report was found: install fonts-dejavu-core");
}

static PangoRectangle lines_extents(PangoLayout *lines) {
  PangoRectangle logical;
  pango_layout_get_extents(lines, NULL, &logical);
  return logical;
}

double lines_width(PangoLayout *lines) { return (double)lines_extents(lines).width / PANGO_SCALE; }
double lines_height(PangoLayout *lines) { return (double)lines_extents(lines).height / PANGO_SCALE; }
double lines_baseline(PangoLayout *lines) { return (double)pango_layout_get_baseline(lines) / PANGO_SCALE; }

double type_width(struct typesetter *setter, const struct type *type, const char *text) {
  return lines_width(type_lines(setter, type, text, -1, ALIGN_LEFT));
}

void color_set(cairo_t *cr, guint32 color) {
  cairo_set_source_rgb(cr, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void type_draw(cairo_t *cr, PangoLayout *lines, double x, double y, guint32 color) {
  color_set(cr, color);
  cairo_move_to(cr, x, y);
  pango_cairo_show_layout(cr, lines);
}
