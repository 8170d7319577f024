/* The moments and days of the current record, by the role of their column. */
#pragma once
#include "ingest/rows/intake.h"

struct when {
  gint64 at, other;
  int millisecond;
  gint32 day;
  enum zone_doubt doubt;
  bool has_time;
};

/* The moment in a role's cell (or in its date cell and time cell; ROLE_NONE: none). ABSENT: the cell is empty, not unreadable. */
bool cell_when(struct intake_file *file, int whole, int date, int time, struct when *when, bool *absent);
/* The main moment of the current record, without counting it; false: it cannot be read. */
bool row_moment(const struct intake_file *file, struct when *when);
/* The day in a date cell; adds a note if it cannot be read. */
bool cell_day(struct intake_file *file, int role, gint32 *day);
/* The day of the agency on which the moment in a cell lies; without a note, for the cell may hold words. A midnight is a date
 * alone. */
bool cell_local_day(const struct intake_file *file, int role, gint32 *day);
const char *doubt_name(enum zone_doubt doubt);
/* Widens the span of the file's moments. */
void file_span(struct intake_file *file, gint64 moment);
