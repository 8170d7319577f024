/* What the CSV parser made of lines, by their skeletons: a line whose skeleton was parsed before needs no parser, since the
   parser sees nothing else of it. */
#pragma once
#include "ingest/skeleton.h"

enum { PATTERN_BYTES = 120, PATTERN_CELLS = 48, PATTERNS = 256 };

/* A cell as the parser gives it. */
struct pattern_cell {
  guint8 length, runs;
  bool whole; /* its runs, with what is between them, stand in the line as they do in the cell */
};

struct pattern {
  guint8 length, count; /* LENGTH 0: none */
  char marks[4];
  char skeleton[PATTERN_BYTES], cells[PATTERN_BYTES]; /* the cells' letters and all, one behind the other */
  struct pattern_cell at[PATTERN_CELLS];
};

struct patterns {
  struct pattern all[PATTERNS];
  struct pattern made; /* of the line in hand */
  gsize used;          /* bytes of its cells; too many: it is not kept */
};

/* NULL: its line is the parser's. */
const struct pattern *pattern_find(const struct patterns *patterns, const struct skeleton *skeleton);
/* The parser is given a line, gives a cell, and ends the row with the line. */
void pattern_begin(struct patterns *patterns);
void pattern_cell(struct patterns *patterns, const char *text, gsize length);
void pattern_end(struct patterns *patterns, const struct skeleton *skeleton);

/* Writes cell I, of which CELL is what the parser gave, with a NUL behind it; returns its length. Cells come in order. */
gsize pattern_fill(const struct pattern_cell *at, const char *cell, struct skeleton *skeleton, char *to);
