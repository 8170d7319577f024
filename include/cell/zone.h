/* Moments and days. A moment is seconds since 1970-01-01T00:00:00Z; a day is days since 1970-01-01 in the agency's time zone.
   Time zones and daylight saving time come from the system's tz database, through GLib. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct civil {          /* a date and time as written, without a zone */
  int year, month, day; /* month 1 to 12 */
  int hour, minute, second, millisecond;
};

enum zone_doubt {
  ZONE_SURE,
  ZONE_AMBIGUOUS, /* the clock went back: this local time happened twice */
  ZONE_SKIPPED    /* the clock went forward: this local time did not happen */
};

struct zone;

/* NULL if the tz database has no zone NAME ("America/New_York", "UTC"). zone_free accepts NULL. */
struct zone *zone_open(const char *name);
/* Why the file of a zone that there is cannot be opened, as errno has it; 0: it can be, or there is no such zone. */
int zone_error(const char *name);
bool zone_named(const char *name); /* whether there is one */
void zone_free(struct zone *zone);

/* The moment of a local time. An ambiguous one gives the first (daylight) moment and the second in OTHER; a skipped one is read
   with the offset before the gap. OTHER may be NULL; it equals the result if the time is sure. */
gint64 zone_moment(const struct zone *zone, const struct civil *local, enum zone_doubt *doubt, gint64 *other);

/* Minutes east of UTC at a moment. */
int zone_offset(const struct zone *zone, gint64 moment);

/* The local day of a moment, and the local civil time. */
gint32 zone_day(const struct zone *zone, gint64 moment);
struct civil zone_civil(const struct zone *zone, gint64 moment);

/* Days since 1970-01-01 of a date of the Gregorian calendar, and back. day_valid: whether there is such a date. */
gint32 day_number(int year, int month, int day);
void day_date(gint32 day, int *year, int *month, int *day_of_month);
bool day_valid(int year, int month, int day);

/* "2022-06-06T09:50:12-04:00" (milliseconds where not 0) into BUFFER of at least 40 bytes; returns BUFFER. */
char *moment_iso(const struct zone *zone, gint64 moment, int millisecond, char *buffer);

/* The same for moments in sequence: the date is written again only if the day differs from LAST's. START with MOMENT_TEXT_NONE.
   Returns its text, of LENGTH bytes. */
struct moment_text {
  gint32 day;
  guint length;
  char text[40];
};
#define MOMENT_TEXT_NONE ((struct moment_text){.day = G_MININT32})
const char *moment_text(struct moment_text *last, const struct zone *zone, gint64 moment, int millisecond);

/* "2022-06-06" into BUFFER of at least 16 bytes; returns BUFFER. */
char *day_iso(gint32 day, char *buffer);
