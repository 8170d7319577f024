/* Which sheet of a workbook is read where none was named. */
#pragma once
#include "ingest/csv/dialect.h"

struct grid;

/* Uses the sheet whose header scores best, of equals the first that is not hidden and holds something. */
void grid_choose(struct parser *parser, struct source *source, header_score score, void *data);
/* Rows are as wide as the table: a sheet's cells cannot have moved, so what stands aside is a remark. */
void grid_settle(struct grid *grid, struct dialect *dialect);
