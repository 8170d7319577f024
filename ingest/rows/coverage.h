/* Which days of the period each kind of input covers. */
#pragma once
#include "include/db.h"
#include "ingest/settings/settings.h"

/* Fills coverage and coverage_kind once all files are read: from [coverage] of audit.ini, else from the days of the rows. */
void coverage_store(struct db *db, const struct settings *settings);
