/* Tests of setting text: plain text must stand where Pango would put it. */
#include "tests/check.h"
#include "report/fonts.h"
#include "report/plain.h"
#include "report/chart/typeset.h"
#include <stdbool.h>

#define PICTURE_WIDTH 320
#define PICTURE_HEIGHT 240
#define SPACING 1.12F

/* What the font library keeps for the whole process is no leak. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:libfontconfig"; }

static const struct type plain_type = {9, false, COLOR_INK};
static const char features[] = "liga=0, clig=0, dlig=0, calt=0, tnum=1";

static guint unknown_of(const char *text) { return lines_unknown(type_lines(&plain_type, text, -1, ALIGN_LEFT)); }

/* DejaVu Sans has the arc, its condensed face has not; no font has what no standard names. */
static void test_rare(void) {
  g_assert_cmpuint(unknown_of("Audit ✓ ▲ ○"), ==, 0);
  g_assert_cmpuint(unknown_of("an arc: \u2312"), ==, 0);
  g_assert_cmpuint(unknown_of("\U000EFFFD"), ==, 1);
}

/* ------------------------------------------------------------------------------------------------------ beside Pango */

struct bench {
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  struct face *face;
};

static struct bench bench_new(double size) {
  struct bench bench = {.font = pango_font_description_from_string("DejaVu Sans Condensed"), .attributes = pango_attr_list_new()};
  PangoFontMap *map = fonts_usual();
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  bench.context = pango_font_map_create_context(map);
  pango_cairo_context_set_font_options(bench.context, options);
  pango_cairo_context_set_resolution(bench.context, 72);
  pango_context_set_round_glyph_positions(bench.context, FALSE);
  pango_context_set_language(bench.context, pango_language_from_string("en-us"));
  pango_font_description_set_absolute_size(bench.font, size * PANGO_SCALE);
  pango_attr_list_insert(bench.attributes, pango_attr_font_features_new(features));
  bench.face = face_new(bench.context, bench.font, features, SPACING);
  cairo_font_options_destroy(options);
  g_object_unref(map);
  return bench;
}

static void bench_clear(struct bench *bench) {
  face_free(bench->face);
  pango_attr_list_unref(bench->attributes);
  pango_font_description_free(bench->font);
  g_object_unref(bench->context);
}

static PangoLayout *bench_layout(const struct bench *bench, const char *text, int width, enum align align) {
  static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
  PangoLayout *layout = pango_layout_new(bench->context);
  pango_layout_set_font_description(layout, bench->font);
  pango_layout_set_attributes(layout, bench->attributes);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, SPACING);
  pango_layout_set_alignment(layout, alignments[align]);
  pango_layout_set_width(layout, width);
  pango_layout_set_single_paragraph_mode(layout, width < 0);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

/* What either draws; LAYOUT where PLAIN is NULL. */
static cairo_surface_t *picture_of(const struct plain *plain, PangoLayout *layout) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, PICTURE_WIDTH, PICTURE_HEIGHT);
  cairo_t *cr = cairo_create(surface);
  cairo_move_to(cr, 3.3, 2.7);
  if (plain) plain_draw(cr, plain);
  else pango_cairo_show_layout(cr, layout);
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  return surface;
}

static bool pictures_same(const struct plain *plain, PangoLayout *layout) {
  cairo_surface_t *ours = picture_of(plain, NULL), *theirs = picture_of(NULL, layout);
  gsize size = (gsize)cairo_image_surface_get_stride(ours) * PICTURE_HEIGHT;
  bool same = !memcmp(cairo_image_surface_get_data(ours), cairo_image_surface_get_data(theirs), size);
  cairo_surface_destroy(ours);
  cairo_surface_destroy(theirs);
  return same;
}

/* Whether TEXT is plain; it stands as Pango sets it then. */
static bool set_same(const struct bench *bench, const char *text, int width, enum align align) {
  struct plain *plain = plain_new(bench->face, text, width, align);
  if (!plain) return false;
  PangoLayout *layout = bench_layout(bench, text, width, align);
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  if (plain->height != logical.height || plain->baseline != pango_layout_get_baseline(layout) ||
      (width < 0 && plain->width != logical.width) || !pictures_same(plain, layout))
    g_error("%d: \"%s\": height %d for %d, width %d for %d", width / PANGO_SCALE, text, plain->height, logical.height,
            plain->width, logical.width);
  plain_free(plain);
  g_object_unref(layout);
  return true;
}

static const char *const pieces[] = {"a",  "e", "i", "o", "r",  "t", "Ty", "AV", "fi", "W.", "Å", "é", "ß", "1",
                                     "20", "7", "/", "-", "–",  "_", ".",  ",",  ":",  ";",  "!", "?", "(", ")",
                                     "[",  "]", "{", "}", "\"", "'", "“",  "”",  "‘",  "’",  "#", "$", "%", "&",
                                     "*",  "+", "<", "=", ">",  "@", "\\", "^",  "`",  "|",  "~", "·", "—", "→"};

#define LETTERS 14 /* of the pieces, at their beginning; four of five are of these */

static char *text_make(GRand *random) {
  GString *text = g_string_new(NULL);
  for (gint32 words = g_rand_int_range(random, 1, 24); words; words--) {
    for (gint32 left = g_rand_int_range(random, 1, 9); left; left--) {
      bool letter = g_rand_int_range(random, 0, 8) > 0;
      g_string_append(text, pieces[g_rand_int_range(random, 0, letter ? LETTERS : (gint32)G_N_ELEMENTS(pieces))]);
    }
    if (words > 1) g_string_append(text, g_rand_int_range(random, 0, 30) ? " " : g_rand_boolean(random) ? "  " : "\n");
  }
  return g_string_free(text, FALSE);
}

/* Of texts made at random, most are plain, and all that are stand as Pango sets them. */
static void test_plain(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(32);
  struct bench benches[] = {bench_new(7.5), bench_new(8), bench_new(10.5)};
  guint plain = 0, all = g_test_thorough() ? 100000 : 1500;
  for (guint i = 0; i < all; i++) {
    g_autofree char *text = text_make(random);
    int width = i % 5 ? g_rand_int_range(random, 40, 300) * PANGO_SCALE : -1;
    plain += set_same(&benches[i % G_N_ELEMENTS(benches)], text, width, (enum align)(i % 3));
  }
  for (gsize i = 0; i < G_N_ELEMENTS(benches); i++) bench_clear(&benches[i]);
  g_assert_cmpuint(plain, >, all / 2);
}

/* What Pango sees more in than letters side by side is left to it. */
static void test_not_plain(void) {
  static const char *const texts[] = {"", " before", "after ", "a\ttab", "a\n\nb", "שלום", "e\u0301", "日本", "✓", "٣"};
  struct bench bench = bench_new(8);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_assert_null(plain_new(bench.face, texts[i], 100 * PANGO_SCALE, ALIGN_LEFT));
  g_assert_null(plain_new(bench.face, "two\nlines", -1, ALIGN_LEFT));
  g_assert_null(plain_new(bench.face, "a-word-that-is-wider Incomprehensibilities", 20 * PANGO_SCALE, ALIGN_LEFT));
  bench_clear(&bench);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("type", "a sign that the usual fonts lack is set in another", test_rare);
  TEST("type", "plain text stands where Pango puts it", test_plain);
  TEST("type", "what is not plain is left to Pango", test_not_plain);
  return g_test_run();
}
