/* Reads the records of one file, in two passes. */
#pragma once
#include "ingest/rows/intake.h"

/* The first pass: what the dates of all rows say about the order of day and month. */
void rows_survey(struct intake_file *file, struct source *source, struct csv *csv);
/* The second pass: each row is kept, a duplicate, rejected or not data. */
void rows_read(struct intake_file *file, struct source *source, struct csv *csv);
