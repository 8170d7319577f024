/* The first rows of a file, by which its columns are recognised. */
#pragma once
#include "ingest/csv/csv.h"

struct sample {
  char **header;     /* ends with NULL; NULL: none was found */
  guint count, line; /* columns; the header's line */
  int apart;         /* cells that the rows have more than the header has names; below 0: names more than cells */
  char **names;      /* all names of the header, up to the last that is not empty; where none was found, of what reads as one */
  GPtrArray *rows;   /* of char **, spread over the first records; a short row is filled up with "" */
  GPtrArray *titles; /* of char *, lines above the header */
};

/* Reads on from where CSV stands: at the first record, that is. All cells are trimmed. */
void sample_read(struct sample *sample, struct csv *csv);
/* The first cell of a column that is not empty, "" where there is none. The caller's string. */
char *sample_cell(const struct sample *sample, guint column);
void sample_clear(struct sample *sample);
