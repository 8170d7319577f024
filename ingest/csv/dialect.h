/* How a file is written: its delimiter, whether blanks surround quoted cells, where the header is, how wide its rows are. */
#pragma once
#include "ingest/csv/row_kind.h"

#define DELIMITER_NONE '\0' /* a workbook's */

struct dialect {
  char delimiter;
  bool blanks;       /* blanks around quoted cells are not part of them */
  guint header_line; /* 0: none found */
  guint width;       /* cells a record must have */
  guint spare;       /* trailing cells of every record beyond the header's last name; empty except for remarks */
  bool nameless;     /* the header has these cells, too, without names: one may hold a remark */
};

/* How well a row of cells reads as the header of a known kind of file; 0: not at all. NULL: any table will do. */
typedef double (*header_score)(char **cells, guint count, void *data);

/* What else was found out. */
struct found {
  char **header; /* its cells, ends with NULL; NULL: none. Freed with g_strfreev */
  guint header_lines;
  double fit;       /* the header's score */
  guint mismatch;   /* the line that reads as a header but is wider or narrower than the rows; 0: none */
  char **unmatched; /* its cells, ends with NULL; NULL: none. Freed with g_strfreev */
  struct row_pattern pattern;
};

/* Leaves SOURCE rewound, and PARSER with the dialect found. */
void dialect_recognise(struct parser *parser, struct source *source, struct dialect *dialect, header_score score, void *data,
                       struct found *found);
