/* Finds columns by header and sample rows; what else a kind wants to know of its file, the kind finds out. */
#include "ingest/rows/find_columns.h"
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

void file_recognise(struct intake_file *file, struct csv *csv) {
  struct sample sample;
  csv_rewind(csv);
  sample_read(&sample, csv);
  if (!sample.header)
    stop_input(file->shown, 0,
               "no header was found: the first line of the table must name its columns (see faceaudit inspect %s)", file->shown);
  const struct settings *settings = file->intake->settings;
  const struct kind *kind = file->intake->kind;
  columns_assign(&file->columns, kind, sample.header, sample.count, (char ***)sample.rows->pdata, sample.rows->len,
                 settings_columns(settings, kind));
  columns_check(file, sample.header, sample.count, sample.line);
  layout_note(file);
  file->zone = settings->zone, file->zone_name = settings->timezone;
  if (kind->file_begin) kind->file_begin(file, &sample);
  sample_clear(&sample);
}
