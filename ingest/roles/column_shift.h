/* Whether the cells of a file stand under their own headers: a separator that the header lost or gained moves every column behind
   it. */
#pragma once
#include "ingest/roles/kind.h"

/* NAMES are the header's, ends with NULL; rows of SAMPLES, of WIDTH cells each, have APART cells more than it has names, or
   fewer. In words: where the cells fit better, moved, with both readings; NULL where they stand as they should. The caller's
   string. */
char *columns_shifted(const struct kind *kind, char **names, char ***samples, guint sample_count, guint width, int apart);
