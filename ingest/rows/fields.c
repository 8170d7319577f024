/* Reads cells as text; moments.c reads them as moments and days. */
#include "ingest/rows/fields.h"
#include "include/cell/cell_state.h"

const char *cell_of(const struct intake_file *file, int role) {
  int at = role == ROLE_NONE ? -1 : file->columns.of[role];
  return at < 0 || (guint)at >= file->record->count ? NULL : file->record->cells[at];
}

const char *cell_stated(const struct intake_file *file, int role) {
  const char *text = cell_of(file, role);
  return text && cell_state(text) == CELL_STATED && !cell_placeholder(text) ? text : NULL;
}

bool cell_withheld(const struct intake_file *file, int role) {
  const char *text = cell_of(file, role);
  return text && *text && cell_state(text) == CELL_WITHHELD;
}

void withheld_insert(struct intake_file *file, struct insert *to, guint at, const struct withholdable *cells, gsize count) {
  GString *names = file->withheld;
  g_string_truncate(names, 0);
  for (gsize i = 0; i < count; i++) {
    if (!cell_withheld(file, cells[i].role)) continue;
    if (names->len) g_string_append_c(names, ' ');
    g_string_append(names, cells[i].column);
  }
  insert_bytes(to, at, names->str, names->len);
}

void cell_insert(const struct intake_file *file, struct insert *to, guint at, int role) {
  if (cell_of(file, role)) insert_bytes(to, at, cell_of(file, role), file->record->lengths[file->columns.of[role]]);
}

gint64 kept_insert(struct intake_file *file) {
  struct intake *intake = file->intake;
  for (int role = 0; role < intake->kind->role_count; role++)
    if (intake->role_values[role]) cell_insert(file, intake->table, intake->role_values[role], role);
  return insert_row(intake->table);
}
