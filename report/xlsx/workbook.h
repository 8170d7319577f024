/* The workbook and its sheets: libxlsxwriter's calls, each checked, and what was written counted by sheet. What stands on the
   sheets is decided in sheets.c, summary.c and dictionary.c. */
#pragma once
#include "include/db.h"
#include "report/xlsx/formats.h"

/* Cells with a text or a number, the rows that have one, and the bytes of the texts. */
struct tally {
  guint64 rows, cells, bytes;
};

struct sheet {
  struct book *book;
  char *name;
  lxw_worksheet *made;
  struct tally wrote;
  lxw_row_t row;      /* the last written */
  guint links;        /* of its cells to other sheets */
  lxw_row_t unlinked; /* the first row with a cell that leads nowhere, since Excel takes no more links; 0: none */
};

struct book {
  const char *path;
  struct db *db;
  lxw_workbook *workbook;
  lxw_format *formats[FORMATS];
  char *agency;
  bool streamed;     /* rows go to the disk as they are written: each sheet's in order, and without native tables */
  GPtrArray *sheets; /* of struct sheet *, in the order of the workbook */
  guint64 cut;       /* cells whose text was too long */
};

struct book *book_open(struct db *db, const char *path, bool streamed);
/* Any error of libxlsxwriter is stop_system. */
void book_check(const struct book *book, lxw_error error);
/* Writes the file. */
void book_close(struct book *book);
void book_free(struct book *book);

struct sheet *sheet_new(struct book *book, const char *name);
void sheet_print(struct sheet *sheet, bool landscape);
void row_height(struct sheet *sheet, lxw_row_t row, double height);

/* Each cell is written once, rows in order. Text is only ever a string, never a formula; NULL and "" leave the cell as it is. */
void cell_string(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, enum format format);
void cell_number(struct sheet *sheet, lxw_row_t row, lxw_col_t column, double number, enum format format);
void cell_moment(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const lxw_datetime *moment, enum format format);
/* TARGET is "internal:'Users'!A2". */
void cell_link(struct sheet *sheet, lxw_row_t row, lxw_col_t column, const char *target, const char *text, enum format format);

/* The heads of a table in the first row; rows down to LAST have an arrow to filter by each. NULL ends HEADS. */
void sheet_table(struct sheet *sheet, lxw_row_t last, char *const *heads);
