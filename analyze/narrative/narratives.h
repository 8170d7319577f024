/* Narratives read into table reading, and what they say of their reports into the facts that searches are linked by. */
#pragma once
#include "analyze/narrative/reports.h"

void narratives_read(struct db *db, const struct roster *roster, struct reports *reports);
