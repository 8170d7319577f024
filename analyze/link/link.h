/* A search and its incident report, with the evidence. Sessions are made here; a session is linked to at most one report; every
   alternative weighed is kept. */
#pragma once
#include "analyze/narrative/reports.h"

/* Fills tables session, session_event and alternative. */
void link_searches(struct db *db, const struct numbers *numbers, struct reports *reports);

/* Fills table comparison: what linked reports say, held against the log. */
void reports_compare(struct db *db);
