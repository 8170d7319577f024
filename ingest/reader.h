/* The records of a file, made by a thread beside the one that keeps them. */
#pragma once
#include "ingest/csv/csv.h"

struct reader;

/* Reads CSV, whose source is SOURCE, from where it stands to its end; until reader_close nobody else may use either. */
struct reader *reader_open(struct csv *csv, struct source *source);
/* The next record; NULL at the end. It is the reader's and lives until the next is asked for; its cells may be changed in place.
   They stand one behind the other, each with its end, as csv_next gives them. */
struct record *reader_next(struct reader *reader);
/* Bytes of the source that have been passed, about. */
guint64 reader_position(const struct reader *reader);
void reader_close(struct reader *reader);
