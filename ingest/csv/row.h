/* Between csv.c, dialect.c and shape.c: one parsed row, how it is got, and what its cells look like. */
#pragma once
#include "ingest/csv/csv.h"
#include "ingest/pattern.h"

/* Cells as libcsv gives them, put together in one buffer that is used again for every row. */
struct row {
  struct skeleton skeleton;
  struct patterns *patterns;
  char **cells;
  gsize *lengths, *starts;
  guint count, room;
  char *text;
  gsize used, size;
  guint lines;
  bool ended;
};

enum row_state {
  ROW_WHOLE,  /* LINES physical lines make a well-formed row */
  ROW_OPEN,   /* a quote is still open at the limit or the end of the file */
  ROW_BROKEN, /* a quote stands where none may */
  ROW_LONG    /* a physical line is too long to be kept whole */
};

/* csv.c: parses from the line AHEAD lines after the current one, by the dialect in force. */
enum row_state row_parse(struct csv *csv, struct row *row, guint ahead, guint most);
void row_clear(struct row *row);

/* What one column's cells were seen to be (bits of 1 << enum cell_class). */
enum cell_class { CLASS_EMPTY, CLASS_DIGITS, CLASS_MIXED, CLASS_TEXT };

/* Shape: what good rows of this file look like. A column is firm where every cell seen held a digit. */
struct shape {
  guint8 *seen;
  guint width, rows, firm;
};

enum cell_class cell_class(const char *text, gsize length);
void shape_add(struct shape *shape, const struct row *row);
void shape_close(struct shape *shape);
bool shape_fits(const struct shape *shape, const struct row *row);

guint row_stated(const struct row *row, guint *first); /* cells that are not blank, and the first of them */
bool text_blank(const char *text, gsize length);
bool row_like_header(const struct row *row, guint width);
enum { TOTAL_CELLS = 3 }; /* a total states no more */
bool row_like_total(const struct row *row, guint width);

/* dialect.c: fills in DIALECT by trying; leaves the source rewound. HEADER gets the cells of the header (NULL-terminated, freed
   with g_strfreev) or NULL; MISMATCH the line that reads as a header but has another width than the rows, or 0. */
struct found {
  char **header;
  guint header_lines, mismatch, header_cells;
  struct shape shape;
};
void dialect_recognise(struct csv *csv, struct source *source, struct dialect *dialect, header_score score, void *data,
                       struct found *found);
/* csv.c: the parser takes on the dialect as it stands. */
void csv_adopt(struct csv *csv);
