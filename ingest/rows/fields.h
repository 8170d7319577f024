/* Cells of the record in hand by the role of their column. */
#pragma once
#include "ingest/rows/intake.h"

/* The cell, trimmed; NULL: not exported, or ROLE_NONE. */
const char *cell_of(const struct intake_file *file, int role);
/* The same, NULL also where it is empty, a placeholder or withheld. */
const char *cell_stated(const struct intake_file *file, int role);
bool cell_withheld(const struct intake_file *file, int role);
/* The cell as value AT of a row to be inserted; nothing where it was not exported. */
void cell_insert(const struct intake_file *file, struct insert *to, guint at, int role);
/* Inserts the record in hand into the table of its kind: what KEEP gave, and the cells of roles with a column. Returns the rowid.
 */
gint64 kept_insert(struct intake_file *file);

/* A cell that an agency may withhold, and what column "withheld" of its table calls it. */
struct withholdable {
  int role;
  const char *column;
};
/* As value AT, the columns of those of the COUNT cells that are withheld in the record in hand: "workstation candidate", or "".
 */
void withheld_insert(struct intake_file *file, struct insert *to, guint at, const struct withholdable *cells, gsize count);
