/* Parses one row at a time from a file's lines, with libcsv. csv.c decides which rows are good, dialect.c which delimiter is
   right. */
#pragma once
#include "ingest/csv/source.h"

/* The cells are adjacent in memory, each ended by a NUL; the struct is reused for the next row. */
struct row {
  char **cells;
  gsize *lengths;
  guint count;
  guint lines; /* physical lines examined */
  GString *text;
  GPtrArray *starts; /* the cells; offsets in TEXT until the row is whole */
  GArray *sizes;
  bool ended;
};

enum row_state {
  ROW_WHOLE,  /* LINES physical lines make a well-formed row */
  ROW_OPEN,   /* a quote is still open at the limit or the end of the file */
  ROW_BROKEN, /* a quote where none is allowed */
  ROW_LONG    /* a physical line is too long to keep whole */
};

void row_init(struct row *row);
void row_clear(struct row *row);

/* The cells of a damaged record, as far as anybody can tell. */
void row_split(struct row *row, const char *text, gsize length, char delimiter);

struct parser;

/* SOURCE stays the caller's. */
struct parser *parser_new(struct source *source);
void parser_free(struct parser *parser);
/* BLANKS: spaces and tabs around a quoted cell are not part of it. */
void parser_dialect(struct parser *parser, char delimiter, bool blanks);
enum { ROW_LINES = 200000 }; /* the most a row may have; most rows reach the limit of bytes first */
/* The row that begins AHEAD lines after the source's current one and has at most MOST lines; it has no cells unless it is
   ROW_WHOLE. */
enum row_state parser_row(struct parser *parser, struct row *row, guint ahead, guint most);
