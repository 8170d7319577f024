/* Finds columns by header and sample rows; a kind finds out by itself what else it needs to know about its file. */
#include "ingest/rows/find_columns.h"
#include "ingest/roles/cell_looks.h"
#include "ingest/roles/column_doubts.h"
#include "ingest/roles/column_shift.h"
#include "ingest/roles/header_scores.h"
#include "ingest/rows/not_kept.h"
#include "include/cell/moment.h"
#include "include/message.h"
#include <string.h>

static char *headers_list(char **header, guint count) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < count; i++) g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", header[i]);
  return g_string_free(list, FALSE);
}

/* Columns mapped by hand are binding: each must exist. */
static bool columns_mapped(struct intake_file *file, const char *headers, guint line) {
  const struct kind *kind = file->intake->kind;
  GHashTable *mapped = settings_columns(file->intake->settings, kind);
  GHashTableIter each;
  gpointer name, header;
  g_hash_table_iter_init(&each, mapped);
  while (g_hash_table_iter_next(&each, &name, &header)) {
    int role = role_named(kind, name);
    if (role != ROLE_NONE && file->columns.of[role] < 0)
      stop_input(file->shown, line,
                 "[columns.%s] of audit.ini maps \"%s\" to \"%s\", which is not a header of this file; its headers are %s",
                 kind->key, (char *)name, (char *)header, headers);
  }
  return g_hash_table_size(mapped) > 0;
}

/* "0600-1800": both sides of the dash are times of day. */
static bool cell_range(const char *cell) {
  struct cell_time time;
  g_auto(GStrv) ends = g_strsplit(cell, "-", 2);
  for (guint i = 0; i < 2; i++)
    if (!ends[i] || !cell_time(g_strstrip(ends[i]), ORDER_UNKNOWN, &time) || time.has_date) return false;
  return true;
}

/* Columns with a name like ROLE and, if ROLE is a time, columns that hold times, each with an example: the right one may be among
   them. */
static char *columns_like(const struct intake_file *file, const struct sample *sample, int role) {
  enum { NAMED = 60, SHOWN = 40 };
  GString *like = g_string_new(NULL);
  struct kind const *kind = file->intake->kind;
  for (guint i = 0; i < sample->count; i++) {
    struct scores scores;
    struct look_column cells;
    scores_read(&scores, kind, sample->header[i]);
    look_read(&cells, (char ***)sample->rows->pdata, sample->rows->len, i);
    bool named = scores.role[role] >= NAMED, times = kind->roles[role].dated && look_share(&cells, LOOK_TIME) >= .8;
    look_clear(&cells);
    g_autofree char *cell = sample_cell(sample, i);
    bool range = kind->roles[role].dated && cell_range(cell);
    if (!named && !times && !range) continue;
    g_string_append_printf(like, "; \"%s\" %s \"%.*s\"%s", sample->header[i], named ? "is named like it, but holds" : "holds",
                           SHOWN, cell, range ? ", a range: put its start and its end into columns of their own" : "");
  }
  return g_string_free(like, FALSE);
}

/* The kind that the headers fit far better than the one in audit.ini; NULL if there is none. */
static const struct kind *kind_rather(const struct intake_file *file, const struct sample *sample, double apart) {
  enum { COLUMNS = 4 };
  const struct kind *kind = file->intake->kind, *other = kind;
  double fit = header_fits(kind, sample->header, sample->count);
  double best = header_fits_best(file->intake->settings->kinds, sample->header, sample->count, &other);
  return other != kind && best > fit + apart && sample->count >= COLUMNS ? other : NULL;
}

static void columns_check(struct intake_file *file, const struct sample *sample) {
  const struct kind *kind = file->intake->kind;
  g_autofree char *headers = headers_list(sample->header, sample->count), *missing = columns_missing(&file->columns, kind);
  bool mapped = columns_mapped(file, headers, sample->line);
  if (!mapped && header_own(sample->header, sample->count) && role_named(kind, "finding") == ROLE_NONE)
    stop_input(file->shown, sample->line,
               "these are findings, as faceaudit itself writes them: name the export that they were made from");
  const struct kind *rather = mapped ? NULL : kind_rather(file, sample, missing ? .2 : .3);
  if (!missing) {
    if (rather)
      stop_input(file->shown, sample->line,
                 "its headers look more like those of %s than of %s: name the right file in [inputs] of audit.ini, or say what "
                 "its columns "
                 "are in [columns.%s]",
                 rather->key, kind->key, kind->key);
    return;
  }
  g_autofree char *first = g_strndup(missing, strcspn(missing, ","));
  g_autofree char *like = columns_like(file, sample, role_named(kind, first));
  g_autofree char *hint = rather ? g_strdup_printf(" (its headers look more like those of %s)", rather->key) : g_strdup("");
  stop_input(
      file->shown, sample->line,
      "no column for %s%s%s; the headers found are %s: map it in audit.ini as [columns.%s] with a line such as \"%s = HEADER\"%s",
      missing, hint, like, headers, kind->key, first, rather ? ", or name the right file in [inputs]" : "");
}

static int header_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Two files have one layout when they have the same headers, in any order. */
static void layout_note(struct intake_file *file) {
  g_autoptr(GPtrArray) headers = g_ptr_array_new();
  for (guint i = 0; i < file->columns.count; i++) g_ptr_array_add(headers, file->columns.at[i].header);
  g_ptr_array_sort(headers, header_compare);
  g_ptr_array_add(headers, NULL);
  char *layout = g_strjoinv("\n", (char **)headers->pdata);
  g_hash_table_insert(file->intake->layouts, GUINT_TO_POINTER((guint)file->number), layout);
  file->layout = layout;
}

/* A file whose cells may be under the wrong headers is refused: every row of it could accuse somebody. */
static void header_check(struct intake_file *file, const struct sample *sample, guint width) {
  guint count = sample->names ? g_strv_length(sample->names) : 0;
  g_autofree char *shifted =
      columns_shifted(file->intake->kind, sample->names, (char ***)sample->rows->pdata, sample->rows->len, width, sample->apart);
  if (shifted) stop_input(file->shown, sample->line, "%s", shifted);
  if (sample->header && count > sample->count) {
    g_autofree char *beyond = g_strjoinv("\", \"", sample->names + sample->count);
    file_note(file, sample->line, "No row has a cell for the last of its headers, \"%s\": they are taken as not exported.",
              beyond);
  }
  if (sample->header) return;
  if (sample->names)
    stop_input(
        file->shown, sample->line,
        "this line reads as the header, but has %u names where the rows have %d cells: ask for the export again, or correct "
        "its header in a copy",
        count, (int)count + sample->apart);
  stop_input(file->shown, 0, "no header was found: the first line of the table must name its columns (see faceaudit inspect %s)",
             file->shown);
}

/* Before anybody is accused by what stands in a column, it is said that another could be meant. */
static void columns_doubt(struct intake_file *file, const struct sample *sample) {
  g_autoptr(GPtrArray) doubts =
      columns_doubted(file->intake->kind, &file->columns, (char ***)sample->rows->pdata, sample->rows->len);
  for (guint i = 0; i < doubts->len; i++) {
    file_doubt(file, sample->line, "%s", (char *)doubts->pdata[i]);
    say_note(file->shown, sample->line, "%s", (char *)doubts->pdata[i]);
  }
}

void file_recognise(struct intake_file *file, struct csv *csv) {
  struct sample sample;
  csv_rewind(csv);
  sample_read(&sample, csv);
  const struct settings *settings = file->intake->settings;
  const struct kind *kind = file->intake->kind;
  header_check(file, &sample, csv_dialect(csv)->width);
  columns_assign(&file->columns, kind, sample.header, sample.count, (char ***)sample.rows->pdata, sample.rows->len,
                 settings_columns(settings, kind));
  columns_check(file, &sample);
  columns_doubt(file, &sample);
  layout_note(file);
  file->zone = settings->zone, file->zone_name = settings->timezone;
  if (kind->file_begin) kind->file_begin(file, &sample);
  sample_clear(&sample);
}
