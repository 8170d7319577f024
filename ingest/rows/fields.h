/* The cells of the current record, by the role of their column. */
#pragma once
#include "ingest/rows/intake.h"

/* The cell, trimmed; NULL: not exported, or ROLE_NONE. */
const char *cell_of(const struct intake_file *file, int role);
/* The same; also NULL if it is empty, a placeholder or withheld. */
const char *cell_stated(const struct intake_file *file, int role);
bool cell_withheld(const struct intake_file *file, int role);
/* Sets value AT of the row to be inserted to the cell; does nothing if it was not exported. */
void cell_insert(const struct intake_file *file, struct insert *to, guint at, int role);
/* Inserts the current record into the table of its kind: what KEEP set, and the cells of roles that have a column. Returns the
   rowid. */
gint64 kept_insert(struct intake_file *file);

/* A cell that an agency may withhold, and its name in column "withheld" of its table. */
struct withholdable {
  int role;
  const char *column;
};
/* Sets value AT to the names of those of the COUNT cells that are withheld in the current record: "workstation candidate", or "".
 */
void withheld_insert(struct intake_file *file, struct insert *to, guint at, const struct withholdable *cells, gsize count);
