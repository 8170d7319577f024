/* Draws charts: one function a visible thing, on any canvas. Figures come from document.c, round axes from scale.c. */
#include "chart.h"
#include "scale.h"
#include <math.h>
#include <string.h>

static const struct type title_type = {9, true, COLOR_INK};
static const struct type label_type = {7, false, COLOR_INK};
static const struct type muted_type = {7, false, COLOR_MUTED};
static const struct type figure_type = {7, true, COLOR_INK};
static const guint32 series_colors[] = {COLOR_DEEP, COLOR_LIGHT, COLOR_ALERT, COLOR_MUTED};

struct chart *chart_new(void) {
  struct chart *chart = g_new0(struct chart, 1);
  chart->labels = g_ptr_array_new_with_free_func(g_free);
  chart->series = g_ptr_array_new_with_free_func(g_free);
  chart->values = g_array_new(FALSE, TRUE, sizeof(double));
  chart->keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return chart;
}

void chart_free(struct chart *chart) {
  if (!chart) return;
  g_free(chart->kind);
  g_free(chart->name);
  g_free(chart->title);
  g_free(chart->says);
  g_ptr_array_unref(chart->labels);
  g_ptr_array_unref(chart->series);
  g_array_unref(chart->values);
  g_hash_table_unref(chart->keys);
  g_free(chart);
}

static guint word_place(GPtrArray *words, const char *word) {
  guint at;
  if (g_ptr_array_find_with_equal_func(words, word, g_str_equal, &at)) return at;
  g_ptr_array_add(words, g_strdup(word));
  return words->len - 1;
}

/* A new series widens every row that is there already. */
static void chart_widen(struct chart *chart, guint before) {
  static const double nothing = 0;
  for (guint row = chart->values->len / MAX(before, 1); before && row > 0; row--)
    g_array_insert_val(chart->values, row * before, nothing);
}

void chart_add(struct chart *chart, const char *label, const char *series, double value) {
  guint before = chart->series->len;
  guint column = word_place(chart->series, series), row = word_place(chart->labels, label);
  if (chart->series->len > before) chart_widen(chart, before);
  g_array_set_size(chart->values, chart->labels->len * chart->series->len);
  g_array_index(chart->values, double, row * chart->series->len + column) += value;
}

double chart_value(const struct chart *chart, guint label, guint series) {
  return g_array_index(chart->values, double, label * chart->series->len + series);
}

void chart_key_set(struct chart *chart, const char *label, const char *series, const char *key) {
  g_hash_table_insert(chart->keys, g_strconcat(label, "\n", series, NULL), g_strdup(key));
}

const char *chart_key(const struct chart *chart, guint label, guint series) {
  g_autofree char *name = g_strconcat(chart->labels->pdata[label], "\n", chart->series->pdata[series], NULL);
  return g_hash_table_lookup(chart->keys, name);
}

/* What stands for the rows of LABEL and SERIES. */
static void fill_marked(struct canvas *canvas, const struct chart *chart, guint label, guint series, struct box box,
                        guint32 color) {
  const char *key = chart_key(chart, label, series);
  if (key) canvas_mark(canvas, key);
  canvas_fill(canvas, box, color);
  if (key) canvas_mark(canvas, NULL);
}

static double label_total(const struct chart *chart, guint label) {
  double total = 0;
  for (guint i = 0; i < chart->series->len; i++) total += chart_value(chart, label, i);
  return total;
}

static double chart_most(const struct chart *chart, bool totals) {
  double most = 0;
  for (guint i = 0; i < chart->labels->len; i++) {
    if (totals) most = MAX(most, label_total(chart, i));
    for (guint j = 0; j < chart->series->len; j++) most = MAX(most, chart_value(chart, i, j));
  }
  return most;
}

static const char *chart_label(const struct chart *chart, guint at) { return g_ptr_array_index(chart->labels, at); }
static const char *chart_series(const struct chart *chart, guint at) { return g_ptr_array_index(chart->series, at); }

static void draw_number(struct canvas *canvas, double x, double y, double value, const struct type *type, enum align align) {
  g_autofree char *number = scale_number((gint64)value);
  canvas_text(canvas, x, y, number, type, align);
}

/* Cuts TEXT to WIDTH with an ellipsis. */
static char *label_fit(struct canvas *canvas, const char *text, const struct type *type, double width) {
  if (canvas_width(canvas, text, type) <= width) return g_strdup(text);
  for (glong length = g_utf8_strlen(text, -1) - 1; length > 0; length--) {
    g_autofree char *head = g_utf8_substring(text, 0, length);
    char *cut = g_strconcat(g_strchomp(head), "…", NULL);
    if (canvas_width(canvas, cut, type) <= width) return cut;
    g_free(cut);
  }
  return g_strdup("…");
}

/* What the colours mean, at the right end of the title's line. */
static void draw_key(struct canvas *canvas, const struct chart *chart, struct box box) {
  double x = box.x + box.width;
  for (guint i = chart->series->len; i-- > 0;) {
    const char *name = chart_series(chart, i);
    canvas_text(canvas, x, box.y + 8, name, &muted_type, ALIGN_RIGHT);
    x -= canvas_width(canvas, name, &muted_type) + 10;
    canvas_fill(canvas, (struct box){x, box.y + 2, 7, 7}, series_colors[i % G_N_ELEMENTS(series_colors)]);
    x -= 10;
  }
}

static void draw_axis(struct canvas *canvas, const struct scale *scale, struct box plot) {
  for (guint i = 0; i < scale->ticks; i++) {
    double value = scale_tick(scale, i), y = plot.y + plot.height - scale_length(scale, value, plot.height);
    canvas_line(canvas, plot.x, y, plot.x + plot.width, y, i ? 0.4 : 0.8, i ? COLOR_LINE : COLOR_MUTED);
    draw_number(canvas, plot.x - 4, y + 2.5, value, &muted_type, ALIGN_RIGHT);
  }
}

static void draw_column(struct canvas *canvas, const struct chart *chart, const struct scale *scale, guint at, struct box slot) {
  double top = slot.y + slot.height, wide = MIN(slot.width * 0.62, 34), left = slot.x + (slot.width - wide) / 2;
  for (guint i = 0; i < chart->series->len; i++) {
    double height = scale_length(scale, chart_value(chart, at, i), slot.height);
    if (height <= 0) continue;
    top -= height;
    fill_marked(canvas, chart, at, i, (struct box){left, top, wide, height}, series_colors[i % G_N_ELEMENTS(series_colors)]);
  }
  if (slot.width >= 16)
    draw_number(canvas, slot.x + slot.width / 2, top - 2.5, label_total(chart, at), &figure_type, ALIGN_MIDDLE);
}

/* Below a column: its label, and the share of the first series in it. */
static void draw_column_words(struct canvas *canvas, const struct chart *chart, guint at, struct box slot) {
  double middle = slot.x + slot.width / 2, y = slot.y + slot.height;
  canvas_text(canvas, middle, y + 9, chart_label(chart, at), &label_type, ALIGN_MIDDLE);
  if (chart->series->len < 2) return;
  g_autofree char *share = scale_percent((gint64)chart_value(chart, at, 0), (gint64)label_total(chart, at));
  canvas_text(canvas, middle, y + 18, share, &muted_type, ALIGN_MIDDLE);
}

/* Stacked columns over time. Where there are too many to name each, every second, third, ... has its words. */
static void chart_columns(struct canvas *canvas, const struct chart *chart, struct box box) {
  bool shares = chart->series->len > 1;
  struct box plot = {box.x + 26, box.y + 24, box.width - 26, box.height - (shares ? 45 : 36)};
  struct scale scale = scale_count(chart_most(chart, true), 4);
  double slot = plot.width / chart->labels->len, widest = 24;
  for (guint i = 0; i < chart->labels->len; i++)
    widest = MAX(widest, canvas_width(canvas, chart_label(chart, i), &label_type) + 5);
  guint every = (guint)MAX(1, ceil(widest / slot));
  if (shares) draw_key(canvas, chart, box);
  draw_axis(canvas, &scale, plot);
  if (shares) canvas_text(canvas, plot.x - 4, plot.y + plot.height + 18, "share", &muted_type, ALIGN_RIGHT);
  for (guint i = 0; i < chart->labels->len; i++) {
    struct box here = {plot.x + slot * i, plot.y, slot, plot.height};
    draw_column(canvas, chart, &scale, i, here);
    if (i % every == 0) draw_column_words(canvas, chart, i, here);
  }
}

static void draw_bar(struct canvas *canvas, const struct chart *chart, guint at, double scale, double words, struct box row) {
  g_autofree char *label = label_fit(canvas, chart_label(chart, at), &label_type, words - 6);
  double middle = row.y + row.height / 2 + 2.5, x = row.x + words;
  canvas_text(canvas, x - 6, middle, label, &label_type, ALIGN_RIGHT);
  for (guint i = 0; i < chart->series->len; i++) {
    double width = chart_value(chart, at, i) * scale;
    if (width <= 0) continue;
    fill_marked(canvas, chart, at, i, (struct box){x, row.y + row.height * 0.16, width, row.height * 0.68},
                series_colors[i % G_N_ELEMENTS(series_colors)]);
    x += width;
  }
  draw_number(canvas, x + 4, middle, label_total(chart, at), &figure_type, ALIGN_LEFT);
}

/* Lying bars, longest words first given room; what does not fit is said, not dropped silently. */
static void chart_bars(struct canvas *canvas, const struct chart *chart, struct box box) {
  struct box plot = {box.x, box.y + 18, box.width, box.height - 20};
  guint fit = (guint)MAX(1, plot.height / 9.5), count = chart->labels->len, shown = count <= fit ? count : fit - 1;
  double height = MIN(16, plot.height / MAX(1, MIN(count, fit))), words = 20;
  for (guint i = 0; i < shown; i++) words = MAX(words, canvas_width(canvas, chart_label(chart, i), &label_type) + 8);
  words = MIN(words, plot.width * 0.45);
  double scale = (plot.width - words - 26) / MAX(1, chart_most(chart, true));
  if (chart->series->len > 1) draw_key(canvas, chart, box);
  for (guint i = 0; i < shown; i++)
    draw_bar(canvas, chart, i, scale, words, (struct box){plot.x, plot.y + height * i, plot.width, height});
  canvas_line(canvas, plot.x + words, plot.y, plot.x + words, plot.y + height * shown, 0.8, COLOR_MUTED);
  if (shown == count) return;
  g_autofree char *rest = g_strdup_printf("and %u more", count - shown);
  canvas_text(canvas, plot.x + words + 4, plot.y + height * (shown + 0.5) + 2.5, rest, &muted_type, ALIGN_LEFT);
}

/* Paper for none, then from light to deep by the value's share of the greatest. */
static guint32 heat_color(double part) {
  static const guint32 steps[] = {0xDCE8F1, 0xB4CDE1, 0x7FA8C9, 0x447DA9, COLOR_DEEP};
  if (part <= 0) return COLOR_BAND;
  return steps[MIN(G_N_ELEMENTS(steps) - 1, (gsize)ceil(part * (double)G_N_ELEMENTS(steps)) - 1)];
}

static void draw_heat_row(struct canvas *canvas, const struct chart *chart, guint at, double most, struct box row) {
  double cell = row.width / chart->series->len;
  canvas_text(canvas, row.x - 5, row.y + row.height / 2 + 2.5, chart_label(chart, at), &label_type, ALIGN_RIGHT);
  for (guint i = 0; i < chart->series->len; i++)
    fill_marked(canvas, chart, at, i, (struct box){row.x + cell * i + 0.4, row.y + 0.4, cell - 0.8, row.height - 0.8},
                heat_color(chart_value(chart, at, i) / most));
  draw_number(canvas, row.x + row.width + 24, row.y + row.height / 2 + 2.5, label_total(chart, at), &figure_type, ALIGN_RIGHT);
}

static void draw_heat_key(struct canvas *canvas, double most, double right, double y) {
  draw_number(canvas, right, y + 7, most, &muted_type, ALIGN_RIGHT);
  g_autofree char *number = scale_number((gint64)most);
  double x = right - canvas_width(canvas, number, &muted_type) - 5 - 6 * 9;
  canvas_text(canvas, x - 3, y + 7, "none", &muted_type, ALIGN_RIGHT);
  for (int i = 0; i <= 5; i++) canvas_fill(canvas, (struct box){x + i * 9, y + 1, 8, 7}, heat_color(i / 5.0));
}

/* Days down, hours across: the deeper a square, the more. */
static void chart_heat(struct canvas *canvas, const struct chart *chart, struct box box) {
  struct box plot = {box.x + 26, box.y + 30, box.width - 54, box.height - 58};
  double most = MAX(1, chart_most(chart, false)), height = plot.height / chart->labels->len;
  double cell = plot.width / chart->series->len;
  for (guint i = 0; i < chart->labels->len; i++)
    draw_heat_row(canvas, chart, i, most, (struct box){plot.x, plot.y + height * i, plot.width, height});
  for (guint i = 0; i < chart->series->len; i += 3)
    canvas_text(canvas, plot.x + cell * i, plot.y + plot.height + 10, chart_series(chart, i), &muted_type, ALIGN_LEFT);
  canvas_text(canvas, plot.x + plot.width + 24, plot.y - 4, "total", &muted_type, ALIGN_RIGHT);
  draw_heat_key(canvas, most, plot.x + plot.width, plot.y + plot.height + 15);
}

static const struct {
  const char *kind;
  void (*draw)(struct canvas *canvas, const struct chart *chart, struct box box);
} kinds[] = {{"columns", chart_columns}, {"bars", chart_bars}, {"heat", chart_heat}};

bool chart_known(const char *kind) {
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].kind, kind)) return true;
  return false;
}

void chart_draw(struct canvas *canvas, const struct chart *chart, struct box box) {
  canvas_text(canvas, box.x, box.y + 8, chart->title, &title_type, ALIGN_LEFT);
  if (!chart->labels->len) {
    canvas_text(canvas, box.x, box.y + 26, "Nothing to show: no rows.", &muted_type, ALIGN_LEFT);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_equal(kinds[i].kind, chart->kind)) kinds[i].draw(canvas, chart, box);
}
