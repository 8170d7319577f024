/* Names that settings mention: time zones, files, days of the week. All strings returned are the caller's. */
#pragma once
#include <glib.h>

/* The time zone of the tz database nearest to NAME ("Eastern" -> "US/Eastern"), NULL if none is near. */
char *place_nearest(const char *name);

/* The time zone of the tz database that NAME means in a person's words, static: "Eastern time", "America/New York"; NULL: it
   means none, or is itself a name in the database. zone_of_people: the same for a zone in which people live, where "EST" means
   New York. */
const char *zone_meant(const char *name);
const char *zone_of_people(const char *name);

/* PATH relative to FOLDER; an absolute path is unchanged. */
char *path_from(const char *folder, const char *path);

/* "Mon-Fri", "mon; wed; sunday" -> "Mon;Tue;Wed;Thu;Fri" in the order of the week; NULL if it is not a list of days. */
char *days_list(const char *text);
