/* Counts of searches that many pages of the reports show, made once for all of them. */
#pragma once
#include "phrase.h"

/* A row of the log, as far as it counts. */
struct counted {
  gint64 event, at, at_ms, day, minute;
  guint32 account, reason;
  bool is_search, in_period, linked, documented;
  bool workstation, candidate; /* stated */
  enum orphan_kind orphan;
};

struct counts;
struct counts *counts_begin(struct db *db);
void counts_add(struct counts *counts, const struct counted *row);
/* Fills day_brief, account_activity and tally. */
void counts_end(struct counts *counts);

/* Adds to tally what the findings tell. */
void counts_finish(struct db *db);
