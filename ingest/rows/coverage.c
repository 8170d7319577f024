/* Determines the days of the period that each kind of input covers, so that a row is missed only where there should be one. What
   follows for a search or a report is decided by the views that rules examine. */
#include "ingest/rows/coverage.h"
#include "include/cell/moment.h"
#include "include/text.h"
#include "ingest/settings/keys.h"
#include <stdlib.h>
#include <string.h>

enum {
  PAUSES_LEAST = 10, /* with fewer, it is not known which pauses are usual */
  PAUSES_ODD = 50,   /* the longest usual pause: one in this many may be longer */
  SILENCE_TIMES = 3, /* a pause longer than this many times that is silence */
};

/* A span of days, both ends included. */
struct stretch {
  gint32 from, to;
};

/* The coverage of one kind, while it is determined. */
struct cover {
  struct db *db;
  const struct settings *settings;
  const struct kind *kind;
  GArray *stretches;  /* of struct stretch, from the rows or the setting; not yet limited to the period */
  gint32 first, last; /* first and last day of the rows; first > last: none */
  gint32 usual;       /* the longest usual pause in days, 0: not known */
  guint silences;
  GString *note;
};

static int day_compare(const void *a, const void *b) {
  gint32 x = *(const gint32 *)a, y = *(const gint32 *)b;
  return (x > y) - (x < y);
}

/* Each day that a row is dated, once, in order. */
static GArray *days_read(const struct cover *cover) {
  const struct kind_cover *how = cover->kind->cover;
  GArray *days = g_array_new(FALSE, FALSE, sizeof(gint32));
  sqlite3_stmt *rows = db_prepare(cover->db, how->days);
  while (db_step(cover->db, rows)) {
    gint32 day = how->moments ? zone_day(cover->settings->zone, db_int(rows, 0)) : (gint32)db_int(rows, 0);
    g_array_append_val(days, day);
  }
  sqlite3_finalize(rows);
  g_array_sort(days, day_compare);
  guint kept = 0;
  for (guint i = 0; i < days->len; i++)
    if (!kept || g_array_index(days, gint32, i) != g_array_index(days, gint32, kept - 1))
      g_array_index(days, gint32, kept++) = g_array_index(days, gint32, i);
  g_array_set_size(days, kept);
  return days;
}

static gint32 pause_usual(const GArray *days) {
  g_autoptr(GArray) pauses = g_array_new(FALSE, FALSE, sizeof(gint32));
  for (guint i = 1; i < days->len; i++) {
    gint32 pause = g_array_index(days, gint32, i) - g_array_index(days, gint32, i - 1);
    g_array_append_val(pauses, pause);
  }
  if (pauses->len < PAUSES_LEAST) return 0;
  g_array_sort(pauses, day_compare);
  return g_array_index(pauses, gint32, pauses->len - 1 - (pauses->len + PAUSES_ODD - 1) / PAUSES_ODD);
}

static void stretch_add(struct cover *cover, gint32 from, gint32 to) {
  const struct stretch stretch = {from, to};
  if (from <= to) g_array_append_val(cover->stretches, stretch);
}

/* ------------------------------------------------------------------------------------------------------- by the rows */

static void silence_note(struct cover *cover, gint32 from, gint32 to) {
  char first[16], last[16];
  if (to < cover->settings->from || from > cover->settings->to) return;
  cover->silences++;
  g_string_append_printf(cover->note, " Silent from %s to %s.", day_iso(from, first), day_iso(to, last));
}

/* The days of threshold KEY; 0 if it is not set. */
static gint32 days_of(const struct cover *cover, const char *key) {
  const char *value = key ? settings_value(cover->settings, "thresholds", key) : NULL;
  return value ? atoi(value) : 0;
}

static void days_cover(struct cover *cover, const GArray *days) {
  const struct kind_cover *how = cover->kind->cover;
  gint32 before = days_of(cover, how->before), after = days_of(cover, how->after);
  gint32 from = cover->first;
  for (guint i = 1; i <= days->len; i++) {
    gint32 day = g_array_index(days, gint32, i - 1), next = i < days->len ? g_array_index(days, gint32, i) : G_MAXINT32;
    if (next < G_MAXINT32 && (!cover->usual || next - day <= SILENCE_TIMES * cover->usual)) continue;
    stretch_add(cover, from - before, day - after);
    if (next < G_MAXINT32) silence_note(cover, day + 1, next - 1);
    from = next;
  }
}

/* A usual pause at either end of the period is not a gap, either. */
static void ends_widen(struct cover *cover) {
  const struct kind_cover *how = cover->kind->cover;
  if (how->before || how->after || !cover->stretches->len) return;
  struct stretch *first = &g_array_index(cover->stretches, struct stretch, 0),
                 *last = &g_array_index(cover->stretches, struct stretch, cover->stretches->len - 1);
  if (first->from - cover->settings->from <= cover->usual) first->from = MIN(first->from, cover->settings->from);
  if (cover->settings->to - last->to <= cover->usual) last->to = MAX(last->to, cover->settings->to);
}

static void rows_cover(struct cover *cover) {
  char first[16], last[16];
  g_autoptr(GArray) days = days_read(cover);
  if (!days->len) {
    g_string_append(cover->note, "Its rows bear no dates: assumed to cover the whole period.");
    stretch_add(cover, cover->settings->from, cover->settings->to);
    return;
  }
  cover->first = g_array_index(days, gint32, 0), cover->last = g_array_index(days, gint32, days->len - 1);
  cover->usual = pause_usual(days);
  g_string_append_printf(cover->note, "Rows of %s to %s.", day_iso(cover->first, first), day_iso(cover->last, last));
  days_cover(cover, days);
  ends_widen(cover);
  if (cover->kind->cover->says) g_string_append_printf(cover->note, " %s", cover->kind->cover->says);
}

/* ---------------------------------------------------------------------------------------------------------- all kinds */

static void setting_cover(struct cover *cover, const char *value) {
  g_auto(GStrv) spans = text_list(value);
  struct stretch stretch;
  for (char **span = spans; *span; span++)
    if (days_span(*span, &stretch.from, &stretch.to)) g_array_append_val(cover->stretches, stretch);
  g_string_append(cover->note, "As [coverage] of audit.ini says.");
}

/* Stores the stretches within the period in table coverage; returns their number of days. */
static gint64 stretches_store(const struct cover *cover) {
  struct insert *to = insert_open(cover->db, "coverage", "kind, from_day, to_day");
  gint64 days = 0;
  gint32 free = cover->settings->from;
  for (guint i = 0; i < cover->stretches->len; i++) {
    struct stretch stretch = g_array_index(cover->stretches, struct stretch, i);
    stretch.from = MAX(stretch.from, free), stretch.to = MIN(stretch.to, cover->settings->to);
    if (stretch.from > stretch.to) continue;
    insert_text(to, 1, cover->kind->key);
    insert_int(to, 2, stretch.from);
    insert_int(to, 3, stretch.to);
    insert_row(to);
    days += stretch.to - stretch.from + 1;
    free = stretch.to + 1;
  }
  insert_close(to);
  return days;
}

static void cover_store(const struct cover *cover, bool supplied, const char *by) {
  sqlite3_stmt *to = db_prepare(cover->db, "INSERT INTO coverage_kind (kind, by, first_day, last_day, usual, days, gaps, note) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  db_bind_text(to, 1, cover->kind->key);
  db_bind_text(to, 2, supplied ? by : "not supplied");
  if (cover->first <= cover->last) db_bind_int(to, 3, cover->first), db_bind_int(to, 4, cover->last);
  db_bind_int(to, 5, cover->usual);
  db_bind_int(to, 6, supplied ? stretches_store(cover) : 0);
  db_bind_int(to, 7, cover->silences);
  db_bind_text(to, 8, supplied ? cover->note->str : "Not supplied.");
  db_step(cover->db, to);
  sqlite3_finalize(to);
}

/* Whether no row of the kind was kept and that tells nothing. An empty file of notices may be the truth, that nobody was
   notified; of another kind it is an export that failed. */
static bool rows_lacking(struct db *db, const struct kind *kind) {
  if (strcmp(kind->key, "chief_notifications") == 0) return false;
  g_autofree char *sql = g_strdup_printf("SELECT coalesce(sum(kept), 0) FROM source WHERE kind = '%s'", kind->key);
  return db_value_int(db, sql) == 0;
}

static bool kind_supplied(const struct settings *settings, const struct kind *kind) {
  for (guint i = 0; i < settings->inputs->len; i++)
    if (g_array_index(settings->inputs, struct settings_input, i).kind == kind) return true;
  return false;
}

static int stretch_compare(const void *a, const void *b) { return day_compare(a, b); }

static void kind_cover(struct db *db, const struct settings *settings, const struct kind *kind) {
  struct cover cover = {
      .db = db, .settings = settings, .kind = kind, .first = 1 /* and last 0: none */, .note = g_string_new(NULL)};
  const char *set = settings_value(settings, "coverage", kind->key), *by = set ? "audit.ini" : kind->cover ? "rows" : "period";
  bool supplied = kind_supplied(settings, kind);
  cover.stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
  if (set) setting_cover(&cover, set);
  else if (supplied && rows_lacking(db, kind)) g_string_append(cover.note, "No row of it could be kept: it covers no day.");
  else if (supplied && kind->cover) rows_cover(&cover);
  else {
    stretch_add(&cover, settings->from, settings->to);
    g_string_append(cover.note, "Assumed to cover the whole period: nothing in it says what it covers.");
  }
  g_array_sort(cover.stretches, stretch_compare);
  cover_store(&cover, supplied, by);
  g_array_unref(cover.stretches);
  g_string_free(cover.note, TRUE);
}

void coverage_store(struct db *db, const struct settings *settings) {
  for (const struct kind *const *kind = settings->kinds; *kind; kind++)
    if (!(*kind)->quiet) kind_cover(db, settings, *kind);
}
