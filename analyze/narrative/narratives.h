/* Reads narratives into table reading, and what they say about their reports into the facts by which searches are linked. */
#pragma once
#include "analyze/narrative/reports.h"

void narratives_read(struct db *db, const struct roster *roster, struct reports *reports);
