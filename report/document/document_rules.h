/* The section of a document that goes through the rules. */
#pragma once
#include "report/document/block.h"

/* Every rule with its first exceptions. */
void section_rules(struct db *db, GPtrArray *blocks, const struct section *section);
