/* What the sample cells of a column look like. */
#pragma once
#include "ingest/roles/kind.h"

struct look_column {
  guint stated; /* cells that state something */
  guint distinct;
  double share[LOOK_COUNT]; /* of the stated ones, by bit */
  unsigned *cells;          /* STATED masks */
};

void look_read(struct look_column *column, char ***samples, guint sample_count, guint position);
void look_clear(struct look_column *column);
double look_share(const struct look_column *column, unsigned look);
/* What the cells add to a header's score for a role, or subtract from it. */
double look_evidence(const struct look_column *column, const struct role *role);
