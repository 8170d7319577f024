/* Stores what became of a current record that is not kept, and notes about a file. */
#pragma once
#include "ingest/rows/intake.h"

void reject_store(struct intake_file *file, const char *reason);
/* WHAT it is ("title", "total" ...); NULL: only counted. */
void not_data_store(struct intake_file *file, const char *what);
/* The same row is already at PLACE. */
void duplicate_store(struct intake_file *file, struct place place);
/* LINE 0: about the file as a whole. */
void file_note(struct intake_file *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* A doubt, shown on the first page. */
void file_doubt(struct intake_file *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
