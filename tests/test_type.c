/* Tests of setting text. */
#include "check.h"
#include "report/type.h"

/* What the font library keeps for the whole process is no leak. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:libfontconfig"; }

static const struct type plain = {9, false, COLOR_INK};

static guint unknown_of(const char *text) {
  return (guint)pango_layout_get_unknown_glyphs_count(type_layout(&plain, text, -1, ALIGN_LEFT));
}

/* DejaVu Sans has the arc, its condensed face has not; no font has what no standard names. */
static void test_rare(void) {
  g_assert_cmpuint(unknown_of("Audit ✓ ▲ ○"), ==, 0);
  g_assert_cmpuint(unknown_of("an arc: \u2312"), ==, 0);
  g_assert_cmpuint(unknown_of("\U000EFFFD"), ==, 1);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("type", "a sign that the usual fonts lack is set in another", test_rare);
  return g_test_run();
}
