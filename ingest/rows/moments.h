/* The moments and days of the record in hand by the role of their column. */
#pragma once
#include "ingest/rows/intake.h"

struct when {
  gint64 at, other;
  int millisecond;
  gint32 day;
  enum zone_doubt doubt;
  bool has_time;
};

/* The moment that a role's cell (or its date cell with its time cell; ROLE_NONE: none) gives. ABSENT: the cell is empty, not
 * unreadable. */
bool cell_when(struct intake_file *file, int whole, int date, int time, struct when *when, bool *absent);
/* The main moment of the record in hand, which is counted nowhere; false: it cannot be read. */
bool row_moment(const struct intake_file *file, struct when *when);
/* The day of a date cell; notes an unreadable one. */
bool cell_day(struct intake_file *file, int role, gint32 *day);
const char *doubt_name(enum zone_doubt doubt);
/* Widens the span of the file's moments. */
void file_span(struct intake_file *file, gint64 moment);
