/* Tables as plain text. */
#pragma once
#include "report/document/table.h"

/* Prints TABLE with its heads in at most COLUMNS, words whole: side by side where they fit, else row by row with each cell's head
   before it. */
void page_table(const struct table *table, guint columns);

/* The same without heads: a label, a figure, what it means. */
void page_figures(const struct table *table, guint columns);
