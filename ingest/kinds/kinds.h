/* TABLE: the kinds of input. */
#pragma once
#include "ingest/roles/kind.h"

/* In the order in which they are read; ends with NULL. */
extern const struct kind *const kinds[];

/* The ledger's, which is read although audit.ini does not name it. */
extern const struct kind kind_dispositions;
