/* Finds columns by header and sample rows; what else a kind wants to know of its file, the kind finds out. */
#include "ingest/rows/find_columns.h"
#include "ingest/roles/column_shift.h"
#include "ingest/rows/not_kept.h"
#include "include/message.h"
#include <string.h>

static char *headers_list(char **header, guint count) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < count; i++) g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", header[i]);
  return g_string_free(list, FALSE);
}

/* Columns mapped by hand are meant as they are: each must be there. */
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

static void columns_check(struct intake_file *file, char **header, guint count, guint line) {
  const struct kind *kind = file->intake->kind, *other = kind;
  g_autofree char *headers = headers_list(header, count), *missing = columns_missing(&file->columns, kind);
  bool mapped = columns_mapped(file, headers, line);
  double fit = header_fits(kind, header, count), best = header_fits_best(file->intake->settings->kinds, header, count, &other);
  if (!mapped && other != kind && best > fit + (missing ? 0.2 : 0.3))
    stop_input(file->shown, line, "this reads as a file of %s, not of %s%s%s%s: name the right file in [inputs] of audit.ini",
               other->key, kind->key, missing ? " (no column for " : "", missing ? missing : "", missing ? ")" : "");
  if (!missing) return;
  stop_input(
      file->shown, line,
      "no column for %s; the headers found are %s: map it in audit.ini as [columns.%s] with a line such as \"%.*s = HEADER\"",
      missing, headers, kind->key, (int)strcspn(missing, ","), missing);
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

/* A file whose cells may stand under the wrong headers is refused: every row of it could accuse somebody. */
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
    stop_input(file->shown, sample->line,
               "this line reads as the header, but has %u names where the rows have %d cells: ask for the export again, or mend "
               "its header in a copy",
               count, (int)count + sample->apart);
  stop_input(file->shown, 0, "no header was found: the first line of the table must name its columns (see faceaudit inspect %s)",
             file->shown);
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
  columns_check(file, sample.header, sample.count, sample.line);
  layout_note(file);
  file->zone = settings->zone, file->zone_name = settings->timezone;
  if (kind->file_begin) kind->file_begin(file, &sample);
  sample_clear(&sample);
}
