/* audit.ini held against the data. */
#pragma once
#include "include/db.h"
#include "ingest/settings/settings.h"

/* Ends the program with exit 3 where units, prefixes or the agency that audit.ini names are not in the data, but nearly; all such
   are said. Where nothing is near it is a doubt on the first page. */
void settings_hold(struct db *db, const struct settings *settings);
