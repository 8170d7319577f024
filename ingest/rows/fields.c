/* Cells as text; as moments and days they are read in moments.c. */
#include "ingest/rows/fields.h"

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

void cell_insert(const struct intake_file *file, struct insert *to, guint at, int role) {
  if (cell_of(file, role)) insert_bytes(to, at, cell_of(file, role), file->record->lengths[file->columns.of[role]]);
}
