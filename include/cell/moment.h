/* Strict parsers of a cell that states a moment. Nothing is guessed silently: the order of day and month comes from
   date_column.h. */
#pragma once
#include "include/cell/cell_time.h"

/* Every form that exports were seen to use: 06/02/2022 03:43:08 PM; 03/14/23 1405; 11/14/2025, 09:53:36 AM UTC; ISO
   8601 with Z, offset or neither, with or without T, seconds, fraction; 03-Jul-2023; July 3, 2023 2:05 pm; 3-Jul-23 14:05; Excel
   serials; seconds or milliseconds since 1970; 09252011; times alone (21:30, 6:25:00 AM, 1405, 0.8958); range cells (the start
   counts). False: no such date or time.
 */
bool cell_time(const char *text, enum date_order order, struct cell_time *out);

/* A date cell and a time cell of the same row. If the time is missing or cannot be read, the date is kept. */
bool cell_date_and_time(const char *date, const char *time, enum date_order order, struct cell_time *out);
