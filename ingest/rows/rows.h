/* The records of one file, two times over. */
#pragma once
#include "ingest/rows/intake.h"

/* All rows, for what their dates say of the order of day and month. */
void rows_survey(struct intake_file *file, struct source *source, struct csv *csv);
/* All rows, each of which is kept, a duplicate, rejected or not data. */
void rows_read(struct intake_file *file, struct source *source, struct csv *csv);
