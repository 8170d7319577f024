/* The order of day and month in the dated columns of a file. */
#pragma once
#include "ingest/rows/intake.h"

/* What the record in hand says of it. */
void evidence_add(struct intake_file *file);
/* The orders, by all that was added. */
void orders_settle(struct intake_file *file);
/* Notes on the file how they were found. */
void orders_note(struct intake_file *file);
