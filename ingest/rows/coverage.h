/* What each kind of input covers of the period. */
#pragma once
#include "include/db.h"
#include "ingest/settings/settings.h"

/* Fills coverage and coverage_kind when all files are read: by [coverage] of audit.ini, else by the days of the rows. */
void coverage_store(struct db *db, const struct settings *settings);
