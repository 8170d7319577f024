/* Names that settings mention: time zones, files, days of the week. All strings returned are the caller's. */
#pragma once
#include <glib.h>

/* The time zone of the tz database nearest to NAME ("Eastern" -> "US/Eastern"), NULL where none is near. */
char *place_nearest(const char *name);

/* The time zone of the tz database that NAME means in a person's words, static: "Eastern time", "America/New York"; NULL: NAME is
   none such, or is a name of the database. And where people live by its clocks: "EST" then is New York's. */
const char *zone_meant(const char *name);
const char *zone_of_people(const char *name);

/* PATH seen from FOLDER, an absolute one as it is. */
char *path_from(const char *folder, const char *path);

/* "Mon-Fri", "mon; wed; sunday" -> "Mon;Tue;Wed;Thu;Fri" in the order of the week; NULL where that is not a list of days. */
char *days_list(const char *text);
