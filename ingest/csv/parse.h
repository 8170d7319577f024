/* One row at a time of a file's lines, by libcsv. csv.c decides which rows are good, dialect.c which delimiter is right. */
#pragma once
#include "ingest/csv/source.h"

/* Cells stand one behind the other, each with a NUL; a row is used again for the next. */
struct row {
  char **cells;
  gsize *lengths;
  guint count;
  guint lines; /* physical lines that were looked at */
  GString *text;
  GPtrArray *starts; /* the cells; offsets in TEXT while the row is not whole */
  GArray *sizes;
  bool ended;
};

enum row_state {
  ROW_WHOLE,  /* LINES physical lines make a well-formed row */
  ROW_OPEN,   /* a quote is still open at the limit or the end of the file */
  ROW_BROKEN, /* a quote stands where none may */
  ROW_LONG    /* a physical line is too long to be kept whole */
};

void row_init(struct row *row);
void row_clear(struct row *row);

struct parser;

/* SOURCE stays the caller's. */
struct parser *parser_new(struct source *source);
void parser_free(struct parser *parser);
/* BLANKS: spaces and tabs round a quoted cell are no part of it. */
void parser_dialect(struct parser *parser, char delimiter, bool blanks);
enum { ROW_LINES = 200000 }; /* the most that a row may have; most are ended by their bytes before */
/* The row that begins AHEAD lines after the source's current one and has at most MOST lines; without cells where it is not
   ROW_WHOLE. */
enum row_state parser_row(struct parser *parser, struct row *row, guint ahead, guint most);
