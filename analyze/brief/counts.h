/* Counts of searches that many pages of the reports show, made once for all of them. */
#pragma once
#include "analyze/log_rows.h"
#include "analyze/link/reasons.h"

/* What became of a search. */
struct search_fate {
  bool linked, documented;
  enum orphan_kind orphan; /* ORPHAN_KINDS: none */
};

struct counts;
struct counts *counts_begin(struct db *db);
void counts_add(struct counts *counts, const struct log_row *row, const struct search_fate *fate);
/* Fills day_brief, account_activity and tally. */
void counts_end(struct counts *counts);

/* Adds to tally what the findings tell. */
void counts_finish(struct db *db);
