/* Tests of the charts: looks are held to pictures in tests/golden, words and figures to the text of the SVG. */
#include "tests/check.h"
#include "report/chart/canvas_cairo.h"
#include "report/chart/canvas_svg.h"
#include "report/chart/chart.h"
#include "report/chart/scale.h"
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#define MARGIN 8.0
#define PIXEL_MOST 60        /* of 255: less is the smoothing of another version of a library */
#define DIFFERENT_MOST 0.002 /* of all pixels */

/* ------------------------------------------------------------------------------------------------------ fixed charts */

static struct chart *chart_begin(const char *kind, const char *title, double width, double height) {
  struct chart *chart = chart_new();
  chart->kind = g_strdup(kind);
  chart->title = g_strdup(title);
  chart->says = g_strdup("What is drawn, in words.");
  chart->width = width;
  chart->height = height;
  return chart;
}

/* Twelve months; the year before is known from the fourth on, and once greater. */
static struct chart *columns_make(void) {
  struct chart *chart = chart_begin("columns", "Searches by month", 504, 150);
  for (int i = 0; i < 12; i++) {
    g_autofree char *label = g_strdup_printf("M%02d 2024", i + 1);
    chart_add(chart, label, "documented", i * 7 % 11 + 3);
    chart_add(chart, label, "not documented", i % 4);
    if (i >= 3) chart_mark(chart, label, "year before", i * 5 % 13 + 2);
  }
  return chart;
}

static struct chart *many_make(void) {
  struct chart *chart = chart_begin("columns", "Ten years", 504, 110);
  for (int i = 0; i < 120; i++) {
    g_autofree char *label = g_strdup_printf("%d-%02d", 2014 + i / 12, i % 12 + 1);
    chart_add(chart, label, "searches", 8000 + i * 977 % 4000);
  }
  return chart;
}

static struct chart *words_make(const char *kind) {
  struct chart *chart = chart_begin(kind, "Searches by purpose", 246, 120);
  chart_add(chart, "criminal investigation", "searches", 12345);
  chart_add(chart, "a name so long that it cannot stand in full beside its bar", "searches", 678);
  chart_add(chart, "public safety", "searches", 1);
  chart_add(chart, "nothing", "searches", 0);
  return chart;
}

static struct chart *bars_make(void) { return words_make("bars"); }
static struct chart *shares_make(void) { return words_make("shares"); }

static struct chart *stack_make(void) {
  struct chart *chart = chart_begin("stack", "Findings by severity", 504, 34);
  chart_add(chart, "findings", "critical", 18);
  chart_add(chart, "findings", "high", 36);
  chart_add(chart, "findings", "medium", 31);
  chart_add(chart, "findings", "low", 3);
  return chart;
}

/* The second was not tested: its whole is empty. */
static struct chart *parts_make(void) {
  struct chart *chart = chart_begin("parts", "Access", 504, 78);
  static const double values[][3] = {{98, 4, 0}, {0, 0, 0}, {1, 2, 3}};
  static const char *const labels[] = {"after approval", "after training", "leavers"};
  static const char *const series[] = {"as required", "exception", "not known"};
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++) chart_add(chart, labels[i], series[j], values[i][j]);
  return chart;
}

static struct chart *heat_make(void) {
  struct chart *chart = chart_begin("heat", "Searches by weekday and hour", 504, 165);
  static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (int i = 0; i < 7; i++)
    for (int j = 0; j < 24; j++) {
      g_autofree char *hour = g_strdup_printf("%02d", j);
      chart_add(chart, days[i], hour, j < 6 ? 0 : (i * 5 + j * 3) % 17);
    }
  return chart;
}

/* A year of days since 1970-01-01, from 2024-07-01; one lane's name is cut, one day is still seen. */
static struct chart *timeline_make(void) {
  enum { FIRST = 19905, LAST = 20269 };
  struct chart *chart = chart_begin("timeline", "Authority and searches", 504, 130);
  for (int day = FIRST; day < LAST; day += 23) chart_span(chart, "Searches", day % 2 ? "documented" : "not documented", day, day);
  chart_span(chart, "A unit whose name is so long that it cannot stand in full beside its bar", "on record", FIRST + 100, LAST);
  chart_span(chart, "Trained 2025-01-10", "on record", 20098, LAST);
  chart_span(chart, "Log supplied", "on record", FIRST, LAST);
  return chart;
}

static const struct {
  const char *name;
  struct chart *(*make)(void);
} cases[] = {{"columns", columns_make}, {"columns-many", many_make}, {"bars", bars_make}, {"shares", shares_make},
             {"stack", stack_make},     {"parts", parts_make},       {"heat", heat_make}, {"timeline", timeline_make}};

/* ------------------------------------------------------------------------------------------------------------ pictures */

static void picture_draw(struct canvas *canvas, const struct chart *chart) {
  chart_draw(canvas, chart, (struct box){MARGIN, MARGIN, chart->width, chart->height});
}

/* What the font library keeps for the whole process is not a leak; it reads its files on a thread of its own. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:libfontconfig"; }

static void picture_write(const struct chart *chart, const char *path) {
  struct typesetter *setter = typesetter_new();
  struct canvas *canvas = canvas_png_begin(setter, chart->width + 2 * MARGIN, chart->height + 2 * MARGIN, 1);
  picture_draw(canvas, chart);
  unlink(path);
  canvas_png_end(canvas, path);
  typesetter_free(setter);
}

static bool pixels_differ(const guint8 *a, const guint8 *b) {
  for (int i = 0; i < 3; i++)
    if (abs(a[i] - b[i]) > PIXEL_MOST) return true;
  return false;
}

/* The share of pixels that differ; 1 where the pictures have not the same size or one is not there. */
static double pictures_compare(const char *first, const char *second) {
  cairo_surface_t *a = cairo_image_surface_create_from_png(first), *b = cairo_image_surface_create_from_png(second);
  int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a), different = 0;
  bool same = width > 0 && width == cairo_image_surface_get_width(b) && height == cairo_image_surface_get_height(b);
  for (int y = 0; same && y < height; y++)
    for (int x = 0; x < width; x++)
      different += pixels_differ(cairo_image_surface_get_data(a) + y * cairo_image_surface_get_stride(a) + 4 * x,
                                 cairo_image_surface_get_data(b) + y * cairo_image_surface_get_stride(b) + 4 * x);
  cairo_surface_destroy(a);
  cairo_surface_destroy(b);
  return same ? (double)different / ((double)width * height) : 1;
}

static char *drawn_path(const char *name) {
  const char *build = g_getenv("BUILD");
  g_autofree char *folder = g_build_filename(build ? build : "build", "golden", NULL), *file = g_strconcat(name, ".png", NULL);
  g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
  return g_build_filename(folder, file, NULL);
}

static char *golden_path(const char *name) { return g_strconcat("tests/golden/", name, ".png", NULL); }

/* With GOLDEN=write in the environment the pictures are made anew instead. */
static void test_looks(void) {
  bool write = g_strcmp0(g_getenv("GOLDEN"), "write") == 0;
  guint bad = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *golden = golden_path(cases[i].name), *drawn = drawn_path(cases[i].name);
    struct chart *chart = cases[i].make();
    picture_write(chart, write ? golden : drawn);
    chart_free(chart);
    double different = write ? 0 : pictures_compare(golden, drawn);
    if (different <= DIFFERENT_MOST) continue;
    bad++;
    g_test_message("%s differs from %s in %.2f %% of its pixels: look at both; make golden keeps the new one", drawn, golden,
                   different * 100);
  }
  if (bad) g_test_fail();
}

/* What the comparison is for: one value changed, one series in another's colour, a label lost. */
static void test_broken(void) {
  g_autofree char *golden = golden_path("shares"), *drawn = drawn_path("broken");
  struct chart *chart = shares_make();
  chart_add(chart, "nothing", "searches", 1500);
  picture_write(chart, drawn);
  g_assert_cmpfloat(pictures_compare(golden, drawn), >, DIFFERENT_MOST);
  chart_free(chart);
  chart = heat_make();
  g_array_index(chart->values, double, 12) += 9;
  picture_write(chart, drawn);
  g_autofree char *heat = golden_path("heat");
  g_assert_cmpfloat(pictures_compare(heat, drawn), >, DIFFERENT_MOST);
  chart_free(chart);
  unlink(drawn);
}

/* --------------------------------------------------------------------------------------------------------------- words */

static char *svg_of(struct chart *chart) {
  struct typesetter *setter = typesetter_new();
  struct canvas *canvas =
      canvas_svg_begin(setter, chart->width + 2 * MARGIN, chart->height + 2 * MARGIN, chart->title, chart->says);
  picture_draw(canvas, chart);
  chart_free(chart);
  typesetter_free(setter);
  return canvas_svg_end(canvas);
}

static void svg_has(const char *svg, const char *text) {
  g_autofree char *element = g_strconcat(">", text, "</text>", NULL);
  if (!strstr(svg, element)) g_error("the chart does not say %s", text);
}

static void test_columns(void) {
  g_autofree char *svg = svg_of(columns_make());
  svg_has(svg, "M12 2024");
  svg_has(svg, "year before");
  svg_has(svg, "not known"); /* never drawn as none */
  svg_has(svg, "not documented");
}

static void test_shares(void) {
  g_autofree char *svg = svg_of(shares_make());
  svg_has(svg, "12,345");
  svg_has(svg, "95 %");
  svg_has(svg, "&lt;1 %");
  g_assert_nonnull(strstr(svg, "a name so long"));
  g_assert_null(strstr(svg, "beside its bar<")); /* cut in sight */
  g_assert_nonnull(strstr(svg, "…"));
}

static void test_parts(void) {
  g_autofree char *svg = svg_of(parts_make());
  svg_has(svg, "not tested");
  svg_has(svg, "98");
  svg_has(svg, "exception");
}

static void test_heat(void) {
  g_autofree char *svg = svg_of(heat_make());
  svg_has(svg, "16"); /* the deepest square says its figure */
  svg_has(svg, "Sun");
  svg_has(svg, "23");
}

/* No drawn text reaches over the edge of the picture. */
static void test_timeline(void) {
  g_autofree char *svg = svg_of(timeline_make());
  svg_has(svg, "2024-07");
  svg_has(svg, "Trained 2025-01-10");
  svg_has(svg, "not documented");
  g_assert_null(strstr(svg, "beside its bar<")); /* cut in sight */
  g_assert_nonnull(strstr(svg, "…"));
  g_assert_null(strstr(svg, "2024-06"));
  g_assert_null(strstr(svg, "2025-07"));
}

static void test_inside(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct chart *chart = cases[i].make();
    double width = chart->width + 2 * MARGIN, height = chart->height + 2 * MARGIN;
    g_autofree char *svg = svg_of(chart);
    for (const char *at = svg; (at = strstr(at, "<text x=\"")); at++) {
      double x = g_ascii_strtod(at + strlen("<text x=\""), NULL), y = g_ascii_strtod(strstr(at, "y=\"") + 3, NULL);
      g_assert_cmpfloat(x, >=, 0);
      g_assert_cmpfloat(x, <=, width);
      g_assert_cmpfloat(y, <=, height);
    }
  }
}

/* As wide as a phone: a label has the line above its bar to itself. */
static void test_narrow(void) {
  struct chart *(*const makes[])(void) = {bars_make, shares_make, parts_make};
  for (gsize i = 0; i < G_N_ELEMENTS(makes); i++) {
    struct chart *chart = makes[i]();
    chart->width = 208;
    chart->height = chart_room(chart, chart->width);
    guint labels = chart->labels->len;
    g_assert_cmpfloat(chart->height, >, 40 * labels / 2);
    g_autofree char *svg = svg_of(chart);
    g_assert_null(strstr(svg, "not shown"));
    for (const char *at = svg; (at = strstr(at, "<rect x=\"")); at++) {
      double x = g_ascii_strtod(at + strlen("<rect x=\""), NULL), wide = g_ascii_strtod(strstr(at, "width=\"") + 7, NULL);
      g_assert_cmpfloat(x + wide, <=, 208 + 2 * MARGIN);
    }
  }
}

/* Seven months on a phone: the last label is wider than its column. */
static void test_last_month(void) {
  struct chart *chart = chart_begin("columns", "Searches by month", 208, 110);
  for (int i = 0; i < 7; i++) {
    g_autofree char *label = g_strdup_printf("Month %d of 2025", i);
    chart_add(chart, label, "searches", i + 1);
  }
  struct typesetter *setter = typesetter_new();
  struct canvas *canvas = canvas_svg_inline(setter, 208, 110, "c", chart->title, "words");
  chart_draw(canvas, chart, (struct box){0, 0, 208, 110});
  g_autofree char *svg = canvas_svg_end(canvas);
  const char *last = strstr(svg, ">Month 6 of 2025<");
  g_assert_nonnull(last);
  while (strncmp(last, "<text", 5)) last--;
  double x = g_ascii_strtod(strstr(last, "x=\"") + 3, NULL), wide = g_ascii_strtod(strstr(last, "textLength=\"") + 12, NULL);
  g_assert_cmpfloat(x + wide / 2, <=, 208.01);
  typesetter_free(setter);
  chart_free(chart);
}

/* Rows that do not fit are counted in sight, and a share of few is said as a count. */
static void test_honest(void) {
  struct chart *chart = parts_make();
  guint labels = chart->labels->len;
  chart->height = 20 + 10.5 * (labels - 1) + 1;
  g_autofree char *svg = svg_of(chart), *few = scale_share(3, 7), *many = scale_share(15, 30), *none = scale_share(0, 0);
  g_assert_nonnull(strstr(svg, "more, not shown"));
  g_assert_cmpstr(few, ==, "3 of 7");
  g_assert_cmpstr(many, ==, "50 %");
  g_assert_cmpstr(none, ==, "–");
}

static void test_marks(void) {
  struct chart *chart = columns_make();
  g_assert_true(isnan(chart_marked(chart, 0)));
  g_assert_cmpfloat(chart_marked(chart, 3), ==, 4);
  double sum = 0;
  for (guint i = 0; i < chart->labels->len; i++)
    for (guint j = 0; j < chart->series->len; j++) sum += chart_value(chart, i, j);
  g_assert_cmpfloat(sum, ==, 91 + 18); /* marks are in no total */
  chart_free(chart);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("chart", "each kind looks as it did", test_looks);
  TEST("chart", "a broken chart does not", test_broken);
  TEST("chart", "columns say their months, and what is not known of the year before", test_columns);
  TEST("chart", "bars say figures and shares, and cut long names in sight", test_shares);
  TEST("chart", "what was not tested is said, not drawn as none", test_parts);
  TEST("chart", "squares of a heat map say their figures", test_heat);
  TEST("chart", "a timeline names its lanes and months", test_timeline);
  TEST("chart", "no text stands outside the picture", test_inside);
  TEST("chart", "on a narrow page every row is there, inside the picture", test_narrow);
  TEST("chart", "the label of the last month stands inside the picture", test_last_month);
  TEST("chart", "rows that do not fit are said, and shares of fewer than thirty are counts", test_honest);
  TEST("chart", "marks stand beside the values, in no total", test_marks);
  return g_test_run();
}
