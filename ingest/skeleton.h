/* A line as a CSV parser needs to see it: every run of ordinary bytes stands as one letter, the bytes that mean something stand
   as they are. The parser's cells, letters and all, are turned back into text by putting the runs in again, in their order. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct run {
  const char *text;
  guint length;
};

struct skeleton {
  char *text; /* of the line taken last */
  gsize length, size;
  struct run *runs; /* of all lines since the last skeleton_begin; they point into the lines */
  guint count, room, given;
  char letter;   /* for a run */
  char marks[4]; /* what is not ordinary; a mark may stand there twice */
};

void skeleton_clear(struct skeleton *skeleton);
/* A new record. */
void skeleton_begin(struct skeleton *skeleton, char delimiter, bool blanks);
/* The line with its end. */
void skeleton_take(struct skeleton *skeleton, const char *line, gsize length, const char *end);
/* Writes a cell of the parser's as text, with a NUL behind it; returns its length. Cells come in the order of the lines. */
gsize skeleton_fill(struct skeleton *skeleton, const char *cell, gsize length, char *to);
