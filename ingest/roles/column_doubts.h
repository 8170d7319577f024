/* Columns that nobody uses and that bear the words of a role: what they hold may be what was meant. */
#pragma once
#include "ingest/roles/roles.h"

/* Of char *, in words: which column reads as a role whose column is another, or that has none. COLUMNS are assigned. The
   caller's, with g_ptr_array_unref. */
GPtrArray *columns_doubted(const struct kind *kind, const struct columns *columns, char ***samples, guint sample_count);
