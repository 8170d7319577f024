/* One file of the audit folder. */
#pragma once
#include "ingest/rows/intake.h"

/* Reads the file at PATH (as named in audit.ini) as source NUMBER. */
void file_ingest(struct intake *intake, const char *path, gint64 number);
