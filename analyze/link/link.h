/* Links searches to incident reports, with the evidence. Makes sessions; a session is linked to at most one report; every
   alternative that was weighed is kept. */
#pragma once
#include "analyze/narrative/reports.h"

/* Fills tables session, session_event and alternative. */
void link_searches(struct db *db, const struct numbers *numbers, struct reports *reports);

/* Fills table comparison: what linked reports say, compared with the log. */
void reports_compare(struct db *db);
