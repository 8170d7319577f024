/* A sheet being written: what the rows of a SELECT become, cell by cell. For xlsx_rows.c and xlsx_value.c alone. */
#pragma once
#include "report/xlsx_cell.h"
#include "report/xlsx_rows.h"

#define SLOT_FIRST 30 /* the characters that stand for the first slot; for the second, the next */

struct writer;

/* A column of the SELECT: where it goes. */
struct source {
  int shown;                               /* the column of the sheet, -1: none */
  int follow, follow_end;                  /* columns of the SELECT that belong to its cell: links and slots */
  const struct part *target;               /* of a link column; NULL: the key of the row itself */
  struct lookup *lookup;                   /* whose words numbers stand for; NULL: none */
  int found;                               /* the column of 79-found.sql */
  bool links, slots;                       /* some of the columns that follow */
  char letters[4];                         /* of its column in the sheet */
  char open[12], open_link[12], empty[16]; /* the beginning of its cells; the cell where there is nothing */
  guint open_length, open_link_length, empty_length;
  struct share share;
  void (*write)(struct writer *writer, struct source *source, sqlite3_value *value);
  char day[12];      /* the date before, as written */
  gint64 day_moment; /* and its moment */
};

struct writer {
  struct db *db;
  struct rows_kit *kit;
  struct part *part;
  struct sheet *sheet;
  sqlite3_stmt *statement;
  int columns;
  struct source sources[COLUMNS_MOST];
  int order[COLUMNS_MOST]; /* the sources that are shown */
  struct ink ink;          /* the cells of the row */
  struct ink joined;       /* a text that is put together */
  guint32 row;             /* of the sheet, from 1 */
  guint next;              /* the column of the sheet that the next cell without a place of its own would take */
  double lines;
  double widths; /* of the columns so far */
};

/* Tells of each column of the SELECT what becomes of it. */
void sources_read(struct writer *writer);

/* The cells of the row that the statement is at. */
void values_write(struct writer *writer);
