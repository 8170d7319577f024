/* A workbook, .xlsx or old .xls, told by its bytes: its sheets by name, each read into memory. Nothing here ends the program:
   what is wrong is kept in words. */
#pragma once
#include "ingest/xlsx/cells.h"

struct spreadsheet;

/* NULL: BYTES are no workbook. They are referenced while it is open. */
struct spreadsheet *spreadsheet_open(GBytes *bytes);
void spreadsheet_close(struct spreadsheet *book);

/* Why it cannot be read, and what to do: "it is protected by a password: save it without one"; NULL: nothing is wrong. */
const char *spreadsheet_fault(const struct spreadsheet *book);
const char *spreadsheet_type(const struct spreadsheet *book); /* "xlsx" or "xls" */
bool spreadsheet_own(struct spreadsheet *book);               /* an output of this program */

guint spreadsheet_count(const struct spreadsheet *book);
const char *spreadsheet_sheet(const struct spreadsheet *book, guint at); /* its name */
bool spreadsheet_hidden(const struct spreadsheet *book, guint at);
/* The caller's, to be freed before the workbook is closed. NULL: see spreadsheet_fault. */
struct cells *spreadsheet_read(struct spreadsheet *book, guint at);
