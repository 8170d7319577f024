/* Tests of texts and times as cells of Excel take them. */
#include "tests/check.h"
#include "report/xlsx/cell_text.h"

static void becomes(const char *text, const char *wanted) {
  guint64 cut = 0;
  g_autofree char *changed = text_for_cell(text, &cut);
  g_assert_cmpstr(changed ? changed : text, ==, wanted);
  g_assert_cmpuint(cut, ==, 0);
}

static void test_texts(void) {
  becomes("", "");
  becomes("=1+1", "=1+1");
  becomes(" of <b> & _y_ ", " of <b> & _y_ ");
  becomes("a\r\nb\tc\033", "a\nb c<U+001B>");
  becomes("_x0041_ _x004_ _x00e9_", "_x005F_x0041_ _x004_ _x005F_x00e9_");
  becomes("déjà vu", "déjà vu");
  g_assert_cmpuint(text_width("déjà vu\nlonger line\n"), ==, 11);
  g_assert_cmpuint(text_width(""), ==, 0);
}

/* Characters beyond U+FFFF count twice, as in Excel. */
static void test_cut(void) {
  g_autoptr(GString) faces = g_string_new(NULL), escapes = g_string_new(NULL);
  guint64 cut = 0;
  for (int i = 0; i < 16383; i++) g_string_append(faces, "😀");
  g_autofree char *whole = text_for_cell(faces->str, &cut);
  g_assert_cmpstr(whole, ==, faces->str);
  g_string_append(faces, "😀");
  g_autofree char *less = text_for_cell(faces->str, &cut);
  g_assert_true(g_str_has_suffix(less, "… [cut: 16384 characters in all, see audit.db]"));
  for (int i = 0; i < 4000; i++) g_string_append(escapes, "_x0041_");
  g_autofree char *escaped = text_for_cell(escapes->str, &cut);
  g_assert_cmpint(g_utf8_strlen(escaped, -1), <=, EXCEL_TEXT);
  g_assert_true(g_str_has_suffix(escaped, "… [cut: 28000 characters in all, see audit.db]"));
  g_assert_cmpuint(cut, ==, 2);
}

static void test_moments(void) {
  static const char *const none[] = {"",           "2022-06",    "2022-06-31",          "1900-02-28", "1899-12-31",
                                     "20220606",   "2022-06-0a", "2022-06-06 09:50:12", "soon",       "2022-06-06T24:00:00-04:00",
                                     "2022-6-6T0", "-022-06-06", "2022-06-06T09:50:1"};
  lxw_datetime moment;
  g_assert_true(moment_read("2022-06-06T09:50:12.250-04:00", &moment));
  g_assert_cmpint(moment.year * 10000 + moment.month * 100 + moment.day, ==, 20220606);
  g_assert_cmpint(moment.hour * 100 + moment.min, ==, 950);
  g_assert_cmpfloat(moment.sec, ==, 12.25);
  g_assert_true(moment_read("1900-03-01", &moment) && moment_read("9999-12-31", &moment));
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++) g_assert_false(moment_read(none[i], &moment));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("cell text", "texts are strings that Excel shows as they are", test_texts);
  TEST("cell text", "a text longer than Excel takes is cut in sight and counted", test_cut);
  TEST("cell text", "times are those that Excel knows, in the form of the database", test_moments);
  return g_test_run();
}
