/* The messages that the process which reads an old .xls sends to its parent: a struct xls_message each, followed by LENGTH bytes
   of text. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

enum xls_message_what {
  XLS_FAULT,  /* why it cannot be read: all earlier messages are void */
  XLS_SHEET,  /* its name; ROW 1: hidden; LAST 1: a sheet of cells */
  XLS_CELL,   /* its text, by row and column; LAST: enum cell_fault */
  XLS_MERGED, /* ROW to LAST in COLUMN */
  XLS_HIDDEN_ROW,
  XLS_HIDDEN_COLUMN, /* COLUMN */
  XLS_FILTER,
  XLS_END
};

struct xls_message {
  guint32 what, row, last, column, length; /* from 0 */
};

/* Called in the child process: sends the cells of sheet AT, or the names of all sheets where AT is negative. */
void xls_child_answer(GBytes *bytes, int at, FILE *to);
