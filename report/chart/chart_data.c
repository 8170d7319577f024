/* Keeps the figures of a chart: labels, series, values, marks. Nothing is drawn here. */
#include "report/chart/chart_data.h"
#include <math.h>

struct chart *chart_new(void) {
  struct chart *chart = g_new0(struct chart, 1);
  chart->labels = g_ptr_array_new_with_free_func(g_free);
  chart->series = g_ptr_array_new_with_free_func(g_free);
  chart->values = g_array_new(FALSE, TRUE, sizeof(double));
  chart->keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  chart->spans = g_array_new(FALSE, FALSE, sizeof(struct chart_span));
  chart->marks = g_array_new(FALSE, FALSE, sizeof(double));
  chart->hatched = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return chart;
}

void chart_free(struct chart *chart) {
  if (!chart) return;
  g_free(chart->kind);
  g_free(chart->name);
  g_free(chart->title);
  g_free(chart->says);
  g_free(chart->mark);
  g_free(chart->hatch);
  g_hash_table_unref(chart->hatched);
  g_ptr_array_unref(chart->labels);
  g_ptr_array_unref(chart->series);
  g_array_unref(chart->values);
  g_array_unref(chart->spans);
  g_array_unref(chart->marks);
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
  g_autofree char *name = g_strconcat(chart_label(chart, label), "\n", chart_series(chart, series), NULL);
  return g_hash_table_lookup(chart->keys, name);
}

void chart_mark(struct chart *chart, const char *label, const char *mark, double value) {
  static const double nothing = NAN;
  guint row = word_place(chart->labels, label);
  g_array_set_size(chart->values, chart->labels->len * chart->series->len);
  if (!chart->mark) chart->mark = g_strdup(mark);
  while (chart->marks->len <= row) g_array_append_val(chart->marks, nothing);
  g_array_index(chart->marks, double, row) = value;
}

void chart_span(struct chart *chart, const char *label, const char *series, double from, double to) {
  struct chart_span span = {word_place(chart->labels, label), word_place(chart->series, series), from, to};
  g_array_append_val(chart->spans, span);
}

double chart_marked(const struct chart *chart, guint label) {
  return label < chart->marks->len ? g_array_index(chart->marks, double, label) : NAN;
}

void chart_hatch(struct chart *chart, const char *label, const char *hatch) {
  word_place(chart->labels, label);
  g_array_set_size(chart->values, chart->labels->len * chart->series->len);
  if (!chart->hatch) chart->hatch = g_strdup(hatch);
  g_hash_table_add(chart->hatched, g_strdup(label));
}

bool chart_hatched(const struct chart *chart, guint label) {
  return g_hash_table_contains(chart->hatched, chart_label(chart, label));
}

double label_total(const struct chart *chart, guint label) {
  double total = 0;
  for (guint i = 0; i < chart->series->len; i++) total += chart_value(chart, label, i);
  return total;
}

double series_total(const struct chart *chart, guint series) {
  double total = 0;
  for (guint i = 0; i < chart->labels->len; i++) total += chart_value(chart, i, series);
  return total;
}

double chart_total(const struct chart *chart) {
  double total = 0;
  for (guint i = 0; i < chart->labels->len; i++) total += label_total(chart, i);
  return total;
}

double chart_most(const struct chart *chart, bool totals) {
  double most = 0;
  for (guint i = 0; i < chart->labels->len; i++) {
    if (totals) most = MAX(most, label_total(chart, i));
    if (totals && !isnan(chart_marked(chart, i))) most = MAX(most, chart_marked(chart, i));
    for (guint j = 0; j < chart->series->len; j++) most = MAX(most, chart_value(chart, i, j));
  }
  return most;
}

const char *chart_label(const struct chart *chart, guint at) { return g_ptr_array_index(chart->labels, at); }
const char *chart_series(const struct chart *chart, guint at) { return g_ptr_array_index(chart->series, at); }
