/* Tests of setting text. */
#include "tests/check.h"
#include "report/chart/typeset.h"

/* What the font library keeps for the whole process is not a leak. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:libfontconfig"; }

static const struct type text_type = {9, false, COLOR_INK};

static int unknown_of(struct typesetter *setter, const char *text) {
  return pango_layout_get_unknown_glyphs_count(type_lines(setter, &text_type, text, -1, ALIGN_LEFT));
}

/* DejaVu Sans has the arc, its condensed face has not; no font has what no standard names. */
static void test_rare(void) {
  struct typesetter *setter = typesetter_new();
  g_assert_cmpint(unknown_of(setter, "Audit ✓ ▲ ○"), ==, 0);
  g_assert_cmpint(unknown_of(setter, "an arc: \u2312"), ==, 0);
  g_assert_cmpint(unknown_of(setter, "\U000EFFFD"), ==, 1);
  typesetter_free(setter);
}

static void test_kept(void) {
  struct typesetter *setter = typesetter_new();
  struct type bold = text_type;
  bold.bold = true;
  PangoLayout *lines = type_lines(setter, &text_type, "a reason", 100, ALIGN_LEFT);
  g_assert_true(type_lines(setter, &text_type, "a reason", 100, ALIGN_LEFT) == lines);
  g_assert_true(type_lines(setter, &text_type, "a reason", 101, ALIGN_LEFT) != lines);
  g_assert_true(type_lines(setter, &text_type, "a reason", 100, ALIGN_RIGHT) != lines);
  g_assert_true(type_lines(setter, &bold, "a reason", 100, ALIGN_LEFT) != lines);
  g_assert_true(type_line(setter, &text_type, "a reason", 100, ALIGN_LEFT) != lines);
  typesetter_free(setter);
}

/* "fi" as one glyph is not found by a search for "fine" in every viewer. */
static void test_letters(void) {
  struct typesetter *setter = typesetter_new();
  PangoLayoutIter *runs = pango_layout_get_iter(type_lines(setter, &text_type, "fine office", -1, ALIGN_LEFT));
  g_assert_cmpint(pango_layout_iter_get_run_readonly(runs)->glyphs->num_glyphs, ==, 11);
  pango_layout_iter_free(runs);
  typesetter_free(setter);
}

/* An ampersand in a reason is an ampersand, and a tag is text. */
static void test_data(void) {
  struct typesetter *setter = typesetter_new();
  double plain = type_width(setter, &text_type, "x"), tagged = type_width(setter, &text_type, "<b>x</b> & y");
  g_assert_cmpfloat(tagged, >, 8 * plain);
  typesetter_free(setter);
}

static void test_room(void) {
  struct typesetter *setter = typesetter_new();
  const char *text = "a narrative that goes on for longer than a cell is wide, and then somewhat further";
  PangoLayout *wrapped = type_lines(setter, &text_type, text, 80, ALIGN_LEFT),
              *cut = type_line(setter, &text_type, text, 80, ALIGN_LEFT);
  g_assert_cmpint(pango_layout_get_line_count(wrapped), >, 2);
  g_assert_cmpint(pango_layout_get_line_count(cut), ==, 1);
  g_assert_true(pango_layout_is_ellipsized(cut));
  g_assert_cmpfloat(lines_width(wrapped), <=, 80);
  g_assert_cmpfloat(lines_width(cut), <=, 80);
  g_assert_cmpfloat(lines_height(wrapped), >, 2 * lines_height(cut));
  typesetter_free(setter);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("type", "a sign that the condensed face lacks is set in another", test_rare);
  TEST("type", "a text is set once for a type, a width and an alignment", test_kept);
  TEST("type", "letters stand alone, never as ligatures", test_letters);
  TEST("type", "text is data, never markup", test_data);
  TEST("type", "lines keep to their width, and one line is cut in sight", test_room);
  return g_test_run();
}
