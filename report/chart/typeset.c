/* Sets text: plain text with plain.c, any other with Pango. A text is set once for a type and a width, however often it is
   measured and drawn. */
#include "report/chart/typeset.h"
#include "report/fonts.h"
#include "report/plain.h"
#include "include/message.h"
#include <string.h>
#include <unistd.h>

/* Condensed where it is installed: narrow columns hold more. Never ligatures: "fi" must be found by a search. */
static const char family[] = "DejaVu Sans";
static const char features[] = "liga=0, clig=0, dlig=0, calt=0, tnum=1";

#define LINE_SPACING 1.12F

/* What texts have in common, and those that were set. */
struct setter {
  pid_t owner;                  /* the process that made the contexts */
  PangoContext *context, *wide; /* of the usual fonts; of all: NULL until they are needed */
  PangoAttrList *attributes;
  GHashTable *faces, *set; /* of struct key without its text to struct face; to struct lines */
};

/* By whom it was set: one of the two is NULL. */
struct lines {
  struct plain *plain;
  PangoLayout *layout;
};

struct key {
  const char *text;
  double size, width;
  bool bold, cut; /* cut: one line, with an ellipsis */
  enum align align;
};

static guint key_hash(gconstpointer data) {
  const struct key *key = data;
  return g_str_hash(key->text) ^ (guint)(key->width * 64) * 2654435761u ^ (guint)(key->size * 8) << 2 ^ (guint)key->bold << 1 ^
         (guint)key->cut;
}

static gboolean key_equal(gconstpointer a, gconstpointer b) {
  const struct key *one = a, *other = b;
  return one->size >= other->size && one->size <= other->size && one->width >= other->width && one->width <= other->width &&
         one->bold == other->bold && one->cut == other->cut && one->align == other->align && g_str_equal(one->text, other->text);
}

static void lines_free(void *data) {
  struct lines *lines = data;
  if (lines->plain) plain_free(lines->plain);
  g_clear_object(&lines->layout);
  g_free(lines);
}

static void key_free(void *data) {
  struct key *key = data;
  g_free((char *)key->text);
  g_free(key);
}

/* A context of MAP, which it takes over. */
static PangoContext *context_new(PangoFontMap *map) {
  PangoContext *context = pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string("en-us"));
  g_object_unref(map);
  return context;
}

static void setter_free(void *data) {
  struct setter *setter = data;
  g_hash_table_unref(setter->set);
  g_hash_table_unref(setter->faces);
  pango_attr_list_unref(setter->attributes);
  g_clear_object(&setter->context);
  g_clear_object(&setter->wide);
  g_free(setter);
}

static GPrivate mine = G_PRIVATE_INIT(setter_free);

static struct setter *setter_new(void) {
  struct setter *setter = g_new0(struct setter, 1);
  setter->attributes = pango_attr_list_new();
  pango_attr_list_insert(setter->attributes, pango_attr_font_features_new(features));
  setter->set = g_hash_table_new_full(key_hash, key_equal, key_free, lines_free);
  setter->faces = g_hash_table_new_full(key_hash, key_equal, key_free, (GDestroyNotify)face_free);
  return setter;
}

/* Pango's objects are for one thread each. */
static struct setter *setter_get(void) {
  struct setter *setter = g_private_get(&mine);
  if (!setter) g_private_set(&mine, setter = setter_new());
  return setter;
}

/* A font map has a thread that finds fonts; a forked process has it not, and can only use what was found. The old contexts are
   left as they are: to free them would be to wait for that thread. */
static void setter_own(struct setter *setter) {
  if (setter->owner == getpid()) return;
  setter->owner = getpid();
  setter->context = setter->wide = NULL;
}

static PangoContext *context_usual(struct setter *setter) {
  setter_own(setter);
  if (!setter->context) setter->context = context_new(fonts_usual());
  return setter->context;
}

static PangoContext *context_wide(struct setter *setter) {
  setter_own(setter);
  if (!setter->wide) setter->wide = context_new(fonts_all());
  return setter->wide;
}

static PangoFontDescription *font_of(const struct key *key) {
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family_static(font, family);
  pango_font_description_set_stretch(font, PANGO_STRETCH_CONDENSED);
  pango_font_description_set_weight(font, key->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, key->size * PANGO_SCALE);
  return font;
}

static struct face *face_get(struct setter *setter, const struct key *text) {
  struct key key = {.text = "", .size = text->size, .bold = text->bold};
  struct face *face = g_hash_table_lookup(setter->faces, &key);
  if (face) return face;
  PangoFontDescription *font = font_of(&key);
  face = face_new(context_usual(setter), font, features, LINE_SPACING);
  pango_font_description_free(font);
  key.text = g_strdup(key.text);
  g_hash_table_insert(setter->faces, g_memdup2(&key, sizeof key), face);
  return face;
}

static PangoLayout *layout_new(const struct setter *setter, PangoContext *context, const struct key *key) {
  static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
  PangoLayout *layout = pango_layout_new(context);
  PangoFontDescription *font = font_of(key);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_attributes(layout, setter->attributes);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, LINE_SPACING);
  pango_layout_set_alignment(layout, alignments[key->align]);
  if (key->width >= 0) pango_layout_set_width(layout, (int)(key->width * PANGO_SCALE));
  else pango_layout_set_single_paragraph_mode(layout, TRUE);
  if (key->cut) pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text(layout, key->text, -1);
  return layout;
}

/* In the usual fonts, or in all where those lack a sign of it. */
static PangoLayout *layout_make(struct setter *setter, const struct key *key) {
  PangoLayout *layout = layout_new(setter, context_usual(setter), key);
  if (!pango_layout_get_unknown_glyphs_count(layout)) return layout;
  g_object_unref(layout);
  return layout_new(setter, context_wide(setter), key);
}

static struct lines *lines_make(struct setter *setter, const struct key *key) {
  struct lines *lines = g_new0(struct lines, 1);
  int width = key->width < 0 ? -1 : (int)(key->width * PANGO_SCALE);
  lines->plain = plain_new(face_get(setter, key), key->text, width, key->align);
  if (lines->plain && key->cut && lines->plain->lines > 1) g_clear_pointer(&lines->plain, plain_free);
  if (!lines->plain) lines->layout = layout_make(setter, key);
  return lines;
}

/* The lines of KEY, kept. */
static const struct lines *lines_get(struct key key) {
  struct setter *setter = setter_get();
  struct lines *lines = g_hash_table_lookup(setter->set, &key);
  if (lines) return lines;
  lines = lines_make(setter, &key);
  key.text = g_strdup(key.text);
  g_hash_table_insert(setter->set, g_memdup2(&key, sizeof key), lines);
  return lines;
}

const struct lines *type_lines(const struct type *type, const char *text, double width, enum align align) {
  return lines_get((struct key){text, type->size, width < 0 ? -1 : width, type->bold, false, align});
}

const struct lines *type_line(const struct type *type, const char *text, double width, enum align align) {
  return lines_get((struct key){text, type->size, width, type->bold, true, align});
}

guint lines_unknown(const struct lines *lines) {
  return lines->layout ? (guint)pango_layout_get_unknown_glyphs_count(lines->layout) : 0;
}

void type_require(void) {
  static const struct type plain = {10, false, COLOR_INK};
  if (lines_unknown(type_lines(&plain, "Audit 0123456789 ✓ ▲ ○", -1, ALIGN_LEFT)))
    stop_system("fonts", "no font that can write the report was found: install fonts-dejavu-core");
}

/* The faces that most reports need; another is made when it is met. */
static const struct type usual_types[] = {{6.4, false, 0}, {6.6, false, 0}, {6.8, true, 0},  {7, false, 0},  {7, true, 0},
                                          {7.5, false, 0}, {7.6, true, 0},  {8, false, 0},   {8.6, true, 0}, {9, true, 0},
                                          {9.5, false, 0}, {10, true, 0},   {10.5, true, 0}, {15, true, 0},  {19, true, 0}};

static gpointer setter_prepare(gpointer data) {
  struct setter *setter = setter_new();
  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(usual_types); i++)
    face_get(setter, &(struct key){.size = usual_types[i].size, .bold = usual_types[i].bold});
  return setter;
}

GThread *type_prepare(void) { return g_thread_new("fonts", setter_prepare, NULL); }

void type_take(GThread *prepared) { g_private_replace(&mine, g_thread_join(prepared)); }

static PangoRectangle layout_extents(PangoLayout *layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return logical;
}

double lines_width(const struct lines *lines) {
  return (double)(lines->plain ? lines->plain->width : layout_extents(lines->layout).width) / PANGO_SCALE;
}

double lines_height(const struct lines *lines) {
  return (double)(lines->plain ? lines->plain->height : layout_extents(lines->layout).height) / PANGO_SCALE;
}

double lines_baseline(const struct lines *lines) {
  return (double)(lines->plain ? lines->plain->baseline : pango_layout_get_baseline(lines->layout)) / PANGO_SCALE;
}

double type_width(const struct type *type, const char *text) { return lines_width(type_lines(type, text, -1, ALIGN_LEFT)); }

void color_set(cairo_t *cr, guint32 color) {
  cairo_set_source_rgb(cr, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void type_draw(cairo_t *cr, const struct lines *lines, double x, double y, guint32 color) {
  color_set(cr, color);
  cairo_move_to(cr, x, y);
  if (lines->plain) plain_draw(cr, lines->plain);
  else pango_cairo_show_layout(cr, lines->layout);
}
