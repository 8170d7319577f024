/* What the process that reads an old .xls tells the one that asked: a struct told each, with LENGTH bytes of text behind it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

enum told_what {
  TOLD_FAULT,  /* why it cannot be read: all before is void */
  TOLD_SHEET,  /* its name; ROW 1: hidden */
  TOLD_CELL,   /* its text, by row and column; LAST: enum cell_fault */
  TOLD_MERGED, /* ROW to LAST in COLUMN */
  TOLD_HIDDEN_ROW,
  TOLD_HIDDEN_COLUMN, /* COLUMN */
  TOLD_FILTER,
  TOLD_END
};

struct told {
  guint32 what, row, last, column, length; /* from 0 */
};

/* In a process of its own, which may die of it: tells of the sheet AT, or of all by name where that is below 0. */
void xls_tell(GBytes *bytes, int at, FILE *to);
