/* Chooses the sheet of a workbook to read if none was named. */
#pragma once
#include "ingest/csv/dialect.h"

struct grid;

/* Uses the sheet whose header scores best; among equals the first that is neither hidden nor empty. */
void grid_choose(struct parser *parser, struct source *source, header_score score, void *data);
/* Rows are as wide as the table: a sheet's cells cannot have moved, so anything to the side is a remark. */
void grid_settle(struct grid *grid, struct dialect *dialect);
