/* The layout of a file: which column is what, and how times are read. */
#pragma once
#include "ingest/rows/intake.h"

/* Determines the columns, zone and layout of FILE from its header and first rows; a file that cannot be used stops the program.
 */
void file_recognise(struct intake_file *file, struct csv *csv);
