/* Decides for each record of a file whether it is kept, a duplicate, rejected or not data. Its kind decides what keeping means.
 */
#include "ingest/rows/rows.h"
#include "include/audit.h"
#include "include/text.h"
#include "ingest/rows/date_order.h"
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "ingest/rows/not_kept.h"
#include <string.h>

static char *faults_join(const struct record *record) {
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < record->faults->len; i++)
    g_string_append_printf(words, "%s%s", i ? "; " : "", (char *)record->faults->pdata[i]);
  return g_string_free(words, FALSE);
}

/* A print of the cells as read, which are adjacent in memory, each ended by a NUL; in the order of the first file's columns. */
static struct print print_of_row(struct intake_file *file) {
  const struct record *record = file->record;
  struct duplicates *seen = file->intake->seen;
  guint count = file->columns.count;
  if (!file->positions)
    return print_of(seen, record->cells[0],
                    (gsize)(record->cells[count - 1] - record->cells[0]) + record->lengths[count - 1] + 1);
  g_string_truncate(file->ordered, 0);
  for (guint i = 0; i < count; i++)
    g_string_append_len(file->ordered, record->cells[file->positions[i]], (gssize)record->lengths[file->positions[i]] + 1);
  return print_of(seen, file->ordered->str, file->ordered->len);
}

/* Nearly every cell begins and ends with a plain ASCII character, and need not be trimmed. */
static bool plain(char c) { return (signed char)c > ' '; }

static void cell_trim(struct record *record, guint at) {
  char *text = record->cells[at];
  gsize length = record->lengths[at];
  if (length && !(plain(text[0]) && plain(text[length - 1]))) record->lengths[at] = strlen(text_trim(text));
  if (*text == '=' || *text == '\'') record->lengths[at] = strlen(text_undress(text));
}

static void row_name(struct intake_file *file) {
  const struct kind *kind = file->intake->kind;
  for (int role = 0; role < kind->role_count; role++) {
    const char *id = kind->roles[role].names_row ? cell_stated(file, role) : NULL;
    if (!id) continue;
    file->print.id = print_of(file->intake->seen, id, strlen(id));
    file->print.named = true;
  }
}

static bool role_main(const struct role_split *split, int role) {
  return split && (role == split->whole[0] || role == split->parts[0] || role == split->parts[1]);
}

/* A print of what a row with an id says: the columns that play a role, and the moment however it is written. Row counters and
   print stamps must not turn one row into two. */
static struct print print_of_contents(struct intake_file *file) {
  const struct kind *kind = file->intake->kind;
  GString *text = file->ordered;
  struct when when;
  bool moment = kind->split && row_moment(file, &when);
  g_string_truncate(text, 0);
  if (moment) g_string_append_printf(text, "%" G_GINT64_FORMAT ".%03d.%d", when.at, when.millisecond, when.has_time);
  for (int role = 0; role < kind->role_count; role++) {
    const char *cell = moment && role_main(kind->split, role) ? NULL : cell_of(file, role);
    if (cell) g_string_append_printf(text, "\n%d:%s", role, cell);
  }
  return print_of(file->intake->seen, text->str, text->len);
}

/* Two people whose names are withheld are not the same person. */
static bool row_nobody(const struct intake_file *file) {
  const struct kind *kind = file->intake->kind;
  for (int role = 0; kind->people && role < kind->role_count; role++)
    if (cell_withheld(file, role)) return true;
  return false;
}

static void data_row(struct intake_file *file) {
  char reason[160] = "";
  struct place place;
  struct duplicates *seen = file->intake->seen;
  struct record *record = file->record;
  file->print = (struct row_print){.row = print_of_row(file)};
  for (guint i = 0; i < record->count; i++) cell_trim(record, i);
  row_name(file);
  if (file->print.named) file->print.row = print_of_contents(file);
  /* A rejected row that is repeated is a duplicate, too. */
  if (!row_nobody(file) && duplicates_find(seen, &file->print, &place)) {
    duplicate_store(file, place);
    return;
  }
  bool kept = file->intake->kind->keep(file, reason, sizeof reason);
  if (!kept) file->print.named = false;
  duplicates_add(seen, &file->print, (struct place){(guint)file->number, record->line});
  if (!kept) {
    if (*reason) reject_store(file, reason);
    return;
  }
  file->counts.kept++;
  if (!record->faults->len) return;
  g_autofree char *faults = faults_join(record);
  file_note(file, record->line, "Kept with a fault: %s.", faults);
}

static void repair_count(struct intake_file *file) {
  enum { NAMED = 8 };
  if (file->repaired++ < NAMED)
    g_string_append_printf(file->repaired_at, "%s%u", file->repaired_at->len ? ", " : "", file->record->line);
  else if (file->repaired == NAMED + 1) g_string_append(file->repaired_at, " ...");
}

static void file_row(struct intake_file *file) {
  static const char *const what[] = {
      [RECORD_TITLE] = "title", [RECORD_REPEATED] = "header repeated", [RECORD_TOTAL] = "total", [RECORD_BLANK] = NULL};
  file->counts.rows++;
  if (file->record->repaired) repair_count(file);
  if (file->record->kind != RECORD_BLANK) g_clear_pointer(&file->damage, g_free);
  if (file->record->kind == RECORD_DATA) data_row(file);
  else if (file->record->kind == RECORD_DAMAGED) {
    file->damage = faults_join(file->record);
    file->damaged = file->record->line;
    reject_store(file, file->damage);
  } else not_data_store(file, what[file->record->kind]);
}

/* Passes every record of the file, from its first line, to TAKE. */
static void records_each(struct intake_file *file, struct source *source, struct csv *csv, const char *doing,
                         void (*take)(struct intake_file *file)) {
  g_autofree char *what = g_strdup_printf("%s %s", doing, file->shown);
  struct record record;
  csv_rewind(csv);
  file->record = &record;
  for (guint count = 0; csv_next(csv, &record); count++) {
    if (count % 1024 == 0) progress_show(what, source_position(source), source_bytes(source));
    if (record.kind != RECORD_HEADER) take(file);
  }
}

void rows_survey(struct intake_file *file, struct source *source, struct csv *csv) {
  records_each(file, source, csv, "looking through", evidence_add);
}

void rows_read(struct intake_file *file, struct source *source, struct csv *csv) {
  records_each(file, source, csv, "reading", file_row);
}
