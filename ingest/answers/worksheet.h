/* A worksheet that people filled in and gave back, as .xlsx or .csv. */
#pragma once
#include <glib.h>

/* The rows of PATH: of the sheet SHEET of a workbook, or its only one, or of a CSV file; of char **, each as wide as the first
   and ended by NULL, trimmed. Blank rows are left out. A file that is neither, or has no such sheet, is stop_input. */
GPtrArray *worksheet_rows(const char *path, const char *sheet);
