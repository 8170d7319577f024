/* Counts of searches that many pages of the reports show, made once for all of them. */
#pragma once
#include "db.h"

/* Fills day_brief, account_brief and tally from the tables in brief and the findings. */
void counts_make(struct db *db);
