/* Whether the times of the log, where they state no zone, make more sense as UTC, judged by the hours in which its users were on
 * duty.
 */
#pragma once
#include "include/db.h"
#include "ingest/settings/settings.h"
#include "include/cell/zone.h"

enum { CLOCK_LEAST = 50 }; /* searches by users with hours of duty, with fewer, nothing is concluded */

struct clock_fit {
  guint searches; /* by users whose hours of duty are known; at most 20,000 are looked at */
  guint as_local; /* of them on duty, their times taken as the agency's local time */
  guint as_utc;   /* of them on duty, their times taken as UTC */
};

/* The events of the database were read in zone READ_IN; the agency is in zone AGENCY. MARKED looks at the log rows that bear
   their own zone (both figures are then the same), else at those that were read in READ_IN, as ZONE_NAME says. */
struct clock_fit clock_fit(struct db *db, const struct zone *read_in, const char *zone_name, const struct zone *agency,
                           bool marked);

/* Local time is out of the question and UTC fits. */
bool clock_plain(const struct clock_fit *fit);

/* Notes on the log's files, and on standard error, that their times look like UTC but were read as the agency's. Changes nothing
   else.
 */
void clock_check(struct db *db, const struct settings *settings);
