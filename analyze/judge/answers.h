/* What people answered in the ledger, dispositions.csv: which answers stand, and which are said to have found nothing. */
#pragma once
#include "include/db.h"

/* Fills table decision: of each id the answer that stands. Two people who differ settle nothing, which is noted of the ledger. */
void answers_settle(struct db *db);
/* Notes, when all is judged, every answer to an id that no finding or passage has now. */
void answers_unplaced(struct db *db);
