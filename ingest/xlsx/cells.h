/* One sheet of a workbook, in memory: its rows by their numbers, each with the cells that hold something, as text. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384 }; /* what Excel can hold */

/* What is wrong with a cell. */
enum cell_fault {
  CELL_SOUND,
  CELL_ERROR,    /* its formula failed: TEXT is what Excel shows, such as "#REF!" */
  CELL_VALUELESS /* a formula whose result was never stored: TEXT is empty */
};

struct sheet_cell {
  const char *text; /* valid UTF-8; the sheet's */
  guint16 column;   /* from 0 */
  guint8 fault;     /* enum cell_fault */
};

struct sheet_row {
  struct sheet_cell *cells; /* by column */
  guint count;
};

struct cells {
  GArray *rows;      /* of struct sheet_row: row 1 first, up to the last that holds something */
  guint hidden_rows; /* of those that hold something */
  bool hidden_columns[SHEET_COLUMNS];
  bool filtered;
  GStringChunk *texts;
  guint64 cells, bytes;
};

struct cells *cells_new(void);
void cells_free(struct cells *sheet);

/* TEXT as the sheet keeps it; NULL where the sheet would hold more than is read. */
const char *cells_text(struct cells *sheet, const char *text, gsize length);

/* Keeps the cells (of struct sheet_cell, by column) of row NUMBER, from 1, which must be behind all kept before. False where the
   sheet would hold more than is read. */
bool cells_row(struct cells *sheet, guint number, const GArray *cells);

/* The cell at the top of a merged area stands for those below it, too: they are filled in. Rows and columns count from 0; the
   last are included. False where the sheet would hold more than is read. */
bool cells_merge(struct cells *sheet, guint row, guint last_row, guint column);

/* "C7", for a person: the caller's. Both count from 0. */
char *cell_name(guint row, guint column);
