/* The date of an audit. */
#pragma once
#include "include/db.h"

/* The day of ASKED (--as-of; may be NULL), else that of SOURCE_DATE_EPOCH, as an ISO date and the caller's string; NULL: the end
   of the period. Anything that is not a date is stop_usage. */
char *as_of_read(const char *asked);

/* TEXT, any spelling of a day, as an ISO date and the caller's string; NULL: it is none. */
char *day_read(const char *text);

/* Stores it with the settings of the audit, ASKED: by --as-of, else with the second of SOURCE_DATE_EPOCH; does nothing if AS_OF
   is NULL. */
void as_of_store(struct db *db, const char *as_of, bool asked);
