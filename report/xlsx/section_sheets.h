/* A section of the workbook and the sheets that its rows need. */
#pragma once
#include "report/document/section.h"
#include "report/xlsx/workbook.h"
#include "report/xlsx/limits.h"

#define PRINT_WIDEST 190 /* characters still readable across one printed page: columns beyond do not print */

/* A column of the sheets. */
struct column_shown {
  int source; /* its column of the SELECT; those of links follow it */
  char *head;
  struct column kind;
  enum format format;
  guint longest; /* characters of its longest line, head not counted */
  bool used;     /* some row has it */
  bool tall;     /* its text makes rows higher: those that do not print do not */
};

/* A section and its sheets. A remark below the last row of a sheet says where the next rows are, where there are more. */
struct part {
  const struct section *section;
  const struct xlsx_limits *limits;
  guint columns;
  struct column_shown shown[COLUMNS_MOST];
  guint64 rows, left; /* of the SELECT; on none of its sheets */
  GPtrArray *sheets;  /* of struct sheet *, which the book frees */
  int key;            /* the column of the SELECT that names the row where cells lead to it; -1: none */
  GHashTable *places; /* name of a row -> its number, from 1 */
};

/* The sections with sheets, their rows counted. Free with g_ptr_array_unref; SECTIONS and LIMITS must outlive it. */
GPtrArray *parts_plan(struct db *db, const GPtrArray *sections, const struct xlsx_limits *limits);
guint64 part_cells(const struct part *part);

/* Rows on a sheet that another follows: a head stands above them, a remark below. */
guint64 part_capacity(const struct part *part);
/* Rows on the sheet NUMBER, from 0. */
guint64 part_sheet_rows(const struct part *part, guint number);

/* Adds the sheets of PARTS from number FROM to before TO to BOOK, in the order of the sections. */
void parts_begin(struct book *book, const GPtrArray *parts, guint from, guint to);

/* "5 more rows are not in this workbook: ..."; NULL where all are. The string is the caller's. */
char *part_left(const struct part *part);
