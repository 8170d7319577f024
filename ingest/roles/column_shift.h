/* Whether the cells of a file are under their own headers: a separator that the header lost or gained moves every column after
   it. */
#pragma once
#include "ingest/roles/kind.h"

/* NAMES are those of the header and end with NULL; the rows of SAMPLES, of WIDTH cells each, have APART more cells than there are
   names, or fewer. Returns, in words, the place from which moved cells fit better, with both readings; NULL if the cells are
   where they should be. The caller's string. */
char *columns_shifted(const struct kind *kind, char **names, char ***samples, guint sample_count, guint width, int apart);
