/* Letters in front of the agency's own numbers that are neither its initials nor said in audit.ini: learnt from the log. */
#pragma once
#include "include/db.h"
#include "analyze/narrative/reports.h"
#include "analyze/number/number.h"

/* Letters count as the agency's where most of the log's numbers that bear them are numbers of its own reports of about that day:
   another agency's numbers meet reports of other days. NUMBERS then reads them as its own, and a note on the log says so. Call
   this before searches are linked. (CONTRACT 2) */
void own_prefixes_learn(struct db *db, struct numbers *numbers, const struct reports *reports);
