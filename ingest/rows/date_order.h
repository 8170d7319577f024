/* The order of day and month in the dated columns of a file. */
#pragma once
#include "ingest/rows/intake.h"

/* Adds what the current record says about it. */
void evidence_add(struct intake_file *file);
/* Determines the orders from everything that was added. */
void orders_settle(struct intake_file *file);
/* Adds notes to the file on how they were found. */
void orders_note(struct intake_file *file);
