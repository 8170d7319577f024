/* What the database says, as a cell of Excel takes it. Where it goes is known to the callers. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <xlsxwriter.h>

#define EXCEL_TEXT 32767u /* UTF-16 units in a cell */

/* TEXT with its control characters shown, without what Excel would take for an escape, at most as long as Excel takes; a cut is
   in sight and raises CUT. NULL where TEXT may stand as it is, else the caller's string. */
char *text_for_cell(const char *text, guint64 *cut);

/* Characters of its longest line. */
guint text_width(const char *text);

/* The local time of ISO 8601 (a date, or a date and time; its offset is not looked at); false where TEXT is none, or one that
   Excel does not know. */
bool moment_read(const char *text, lxw_datetime *moment);
