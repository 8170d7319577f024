/* The figures of a chart, and what they stand for. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* One value for each label (along the axis) and series, stored label by label. */
struct chart_span { /* days of a label, both included; where they stand in labels and series */
  guint label, series;
  double from, to; /* days since 1970-01-01 */
};

struct chart {
  char *kind; /* "columns" (stacked), "bars" (horizontal), "shares" (bars with percentages), "stack" (one bar of all
                 series), "parts" (a whole for each label, and its parts in figures), "heat", "timeline" */
  char *name; /* of its files: "searches-by-month" */
  char *title, *says;
  double width, height;
  GPtrArray *labels, *series; /* of char *, in the order met */
  GArray *values;             /* of double, labels x series */
  GHashTable *keys;           /* "label\nseries" -> the rows it stands for, as in the fragment of the page's address */
  char *mark;                 /* NULL, or what the marks of columns mean: "year before" */
  char *hatch;                /* NULL, or what hatched columns mean: "not covered" */
  GHashTable *hatched;        /* a set of labels */
  GArray *spans;              /* of struct chart_span: of a timeline */
  GArray *marks;              /* of double, by label; NAN where nothing is known, and shorter than labels where none follow */
};

struct chart *chart_new(void);
void chart_free(struct chart *chart);

/* Adds VALUE at LABEL and SERIES, both made where new. */
void chart_add(struct chart *chart, const char *label, const char *series, double value);
double chart_value(const struct chart *chart, guint label, guint series);

/* The rows that LABEL and SERIES stand for; chart_key gives NULL where nobody said. */
void chart_key_set(struct chart *chart, const char *label, const char *series, const char *key);
const char *chart_key(const struct chart *chart, guint label, guint series);

/* Marks VALUE at LABEL, made where new: a line beside the columns that is in no total. */
void chart_mark(struct chart *chart, const char *label, const char *mark, double value);
double chart_marked(const struct chart *chart, guint label); /* NAN where nothing is known */

/* Days from FROM to TO of LABEL in a timeline, both made where new. */
void chart_span(struct chart *chart, const char *label, const char *series, double from, double to);

/* Hatches the ground of LABEL, made where new: what is not known of it. */
void chart_hatch(struct chart *chart, const char *label, const char *hatch);
bool chart_hatched(const struct chart *chart, guint label);

/* The words at a place, and sums. */
const char *chart_label(const struct chart *chart, guint at);
const char *chart_series(const struct chart *chart, guint at);
double label_total(const struct chart *chart, guint label);
double series_total(const struct chart *chart, guint series);
double chart_total(const struct chart *chart);

/* The greatest value; with TOTALS the greatest sum or mark of a label. */
double chart_most(const struct chart *chart, bool totals);
