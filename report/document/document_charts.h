/* The sections of a document that are charts. */
#pragma once
#include "report/document/block.h"

/* Widths of charts, in points. */
#define CHART_FULL 504.0
#define CHART_HALF 246.0

bool section_is_chart(const struct section *section);

/* Adds the chart; where it has no figures, the section's "empty" text. */
void section_chart(struct db *db, GPtrArray *blocks, const struct section *section);
