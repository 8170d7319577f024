/* Accounts for every record of a file that is not kept, in tables of their own. */
#include "ingest/rows/not_kept.h"
#include "ingest/rows/fields.h"

static void record_put(struct intake_file *file, struct insert *to) {
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
}

/* An id on a rejected row is not missing from the sequence of ids. */
static const char *record_id(const struct intake_file *file) {
  const struct kind *kind = file->intake->kind;
  for (int role = 0; role < kind->role_count; role++)
    if (kind->roles[role].names_row) return cell_stated(file, role);
  return NULL;
}

void reject_store(struct intake_file *file, const char *reason) {
  struct insert *to = file->intake->reject;
  record_put(file, to);
  insert_text(to, 3, reason);
  insert_bytes(to, 4, file->record->raw, file->record->raw_length);
  insert_text(to, 5, record_id(file));
  insert_row(to);
  file->counts.rejected++;
}

void not_data_store(struct intake_file *file, const char *what) {
  struct insert *to = file->intake->not_data;
  file->counts.not_data++;
  if (!what) return;
  record_put(file, to);
  insert_text(to, 3, what);
  insert_bytes(to, 4, file->record->raw, file->record->raw_length);
  insert_row(to);
}

void duplicate_store(struct intake_file *file, struct place place) {
  struct insert *to = file->intake->duplicate;
  record_put(file, to);
  insert_int(to, 3, place.source);
  insert_int(to, 4, place.line);
  insert_row(to);
  file->counts.duplicates++;
}

static void note_put(struct intake_file *file, guint line, bool front, const char *format, va_list words) {
  struct insert *to = file->intake->note;
  g_autofree char *text = g_strdup_vprintf(format, words);
  insert_int(to, 1, file->number);
  insert_int(to, 2, line);
  insert_text(to, 3, text);
  insert_int(to, 4, front);
  insert_row(to);
}

void file_note(struct intake_file *file, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  note_put(file, line, false, format, words);
  va_end(words);
}

void file_doubt(struct intake_file *file, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  note_put(file, line, true, format, words);
  va_end(words);
}
