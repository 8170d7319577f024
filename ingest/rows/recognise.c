/* What a file is and how it is read: its columns, its zone, whose name leads. What its rows say is for others. */
#include "ingest/rows/intake.h"
#include "include/message.h"
#include "include/text.h"
#include <string.h>

enum { SAMPLES_MOST = 60 };

static char *headers_list(char **header, guint count) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < count; i++) g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", header[i]);
  return g_string_free(list, FALSE);
}

static void columns_check(struct intake_file *file, char **header, guint count, guint line) {
  GHashTableIter each;
  gpointer role, wanted;
  g_hash_table_iter_init(&each, file->intake->settings->columns[file->kind]);
  g_autofree char *headers = headers_list(header, count);
  while (g_hash_table_iter_next(&each, &role, &wanted)) {
    enum role known = role_named(file->kind, role);
    if (known != ROLE_NONE && file->columns.of[known] < 0)
      stop_input(file->shown, line,
                 "[columns.%s] of audit.ini maps \"%s\" to \"%s\", which is no header of this file; its headers are %s",
                 kind_name(file->kind), (char *)role, (char *)wanted, headers);
  }
  g_autofree char *missing = columns_missing(&file->columns, file->kind);
  enum kind other = file->kind;
  double fit = header_fits(file->kind, header, count);
  /* Columns mapped by hand are meant as they are. */
  bool mapped = g_hash_table_size(file->intake->settings->columns[file->kind]) > 0;
  if (header_fits_best(header, count, &other) > fit + (missing ? 0.2 : 0.3) && other != file->kind && !mapped)
    stop_input(file->shown, line, "this reads as a file of %s, not of %s%s%s%s: name the right file in [inputs] of audit.ini",
               kind_name(other), kind_name(file->kind), missing ? " (no column for " : "", missing ? missing : "",
               missing ? ")" : "");
  if (!missing) return;
  stop_input(
      file->shown, line,
      "no column for %s; the headers found are %s: map it in audit.ini as [columns.%s] with a line such as \"%.*s = HEADER\"",
      missing, headers, kind_name(file->kind), (int)strcspn(missing, ","), missing);
}

static char **cells_copy(const struct record *record, guint count) {
  char **copy = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++) copy[i] = g_strdup(i < record->count ? record->cells[i] : "");
  return copy;
}

struct sample {
  char **header;
  guint count, line;
  GPtrArray *rows; /* of char **, spread over the first records */
};

static void sample_take(struct sample *sample, struct csv *csv) {
  struct record record;
  guint64 seen = 0;
  csv_rewind(csv);
  while (sample->rows->len < SAMPLES_MOST && csv_next(csv, &record)) {
    if (record.kind == RECORD_HEADER && !sample->header) {
      sample->header = cells_copy(&record, record.count);
      for (guint i = 0; i < record.count; i++) text_trim(sample->header[i]);
      sample->count = record.count, sample->line = record.line;
    }
    /* The first rows and then every seventh: a file often begins with one user's day. */
    if (record.kind == RECORD_DATA && sample->header && (seen++ < 20 || seen % 7 == 0))
      g_ptr_array_add(sample->rows, cells_copy(&record, sample->count));
  }
}

/* Where the user ids contain the first word of the whole names rather than the last, the surname leads. */
static bool names_lead_with_surname(const struct intake_file *file, const struct sample *sample) {
  int user = file->columns.of[PER_USER], name = file->columns.of[PER_NAME], leads = 0;
  if (user < 0 || name < 0) return false;
  for (guint i = 0; i < sample->rows->len; i++) {
    char **cells = sample->rows->pdata[i];
    g_autofree char *words = text_words(cells[name]), *id = text_words(cells[user]);
    char *first_end = strchr(words, ' '), *last = strrchr(words, ' ');
    if (!first_end || strchr(cells[name], ',')) continue;
    g_autofree char *front = g_strndup(words, (gsize)(first_end - words));
    bool has_front = strlen(front) > 2 && strstr(id, front), has_back = strlen(last + 1) > 2 && strstr(id, last + 1);
    leads += has_front && !has_back ? 1 : has_back && !has_front ? -1 : 0;
  }
  return leads > 0;
}

static void zone_settle(struct intake_file *file, const struct sample *sample) {
  const struct settings *settings = file->intake->settings;
  file->zone = file->kind == KIND_LOG && settings->log_zone ? settings->log_zone : settings->zone;
  if (file->kind != KIND_LOG || settings->log_zone) return;
  static const enum role times[] = {LOG_TIME, LOG_DATE_ONLY, LOG_TIME_ONLY};
  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    int at = file->columns.of[times[i]];
    if (at < 0) continue;
    g_autofree char *words = text_words(sample->header[at]);
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (char **word = each; *word; word++)
      file->utc_by_header |= !strcmp(*word, "utc") || !strcmp(*word, "gmt") || !strcmp(*word, "zulu");
  }
  static struct zone *utc; /* a constant, opened when first needed */
  if (file->utc_by_header) file->zone = utc ? utc : (utc = zone_open("UTC"));
}

void file_recognise(struct intake_file *file, struct csv *csv) {
  struct sample sample = {.rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
  sample_take(&sample, csv);
  if (!sample.header)
    stop_input(file->shown, 0,
               "no header was found: the first line of the table must name its columns (see faceaudit inspect %s)", file->shown);
  columns_assign(&file->columns, file->kind, sample.header, sample.count, (char ***)sample.rows->pdata, sample.rows->len,
                 file->intake->settings->columns[file->kind]);
  columns_check(file, sample.header, sample.count, sample.line);
  zone_settle(file, &sample);
  if (file->kind == KIND_PERSONNEL) file->name_last_first = names_lead_with_surname(file, &sample);
  g_strfreev(sample.header);
  g_ptr_array_unref(sample.rows);
}
