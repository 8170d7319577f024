/* What became of the record in hand where it is not kept, and what is said about a file. */
#pragma once
#include "ingest/rows/intake.h"

void reject_store(struct intake_file *file, const char *reason);
/* WHAT it is ("title", "total" ...); NULL: counted alone. */
void not_data_store(struct intake_file *file, const char *what);
/* It stands at PLACE already. */
void duplicate_store(struct intake_file *file, struct place place);
/* LINE 0: of the file as a whole. */
void file_note(struct intake_file *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* A doubt that stands on the first page. */
void file_doubt(struct intake_file *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
