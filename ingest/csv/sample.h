/* Sample rows of a file, by which its columns are recognised. */
#pragma once
#include "ingest/csv/csv.h"

struct sample {
  char **header;     /* ends with NULL; NULL: none was found */
  guint count, line; /* columns; the header's line */
  int apart;         /* how many more cells the rows have than the header has names; negative: more names than cells */
  char **names; /* all names of the header, up to the last that is not empty; if no header was found, those of the line that reads
                   as one */
  GPtrArray *rows;   /* of char **, spread over the first records; a short row is filled up with "" */
  GPtrArray *titles; /* of char *, lines above the header */
};

/* Reads from CSV's position, which must be the first record. All cells are trimmed. */
void sample_read(struct sample *sample, struct csv *csv);
/* The first non-empty cell of a column, "" if there is none. The caller's string. */
char *sample_cell(const struct sample *sample, guint column);
void sample_clear(struct sample *sample);
