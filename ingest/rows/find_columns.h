/* What a file is and how it is read. */
#pragma once
#include "ingest/rows/intake.h"

/* Settles columns, zone and layout of FILE by its header and first rows; a file that cannot be used stops the program. */
void file_recognise(struct intake_file *file, struct csv *csv);
