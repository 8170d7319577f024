/* Which kind of input a table is, by its headers and sample cells, and how sure that is. */
#pragma once
#include "ingest/roles/roles.h"

struct table_kind {
  const struct kind *kind, *rival; /* NULL: none. RIVAL: another kind, which fits nearly as well */
  double fit;                      /* 0 to 1: from the share of known headers, and the required roles */
  guint named;                     /* columns with a role */
  bool whole;                      /* every required role has a column */
  guint tells;                     /* the sum of TELLS, see struct role */
  bool telling;                    /* that is enough, and no header is foreign to the kind */
};

/* KINDS ends with NULL. */
struct table_kind table_kind_find(const struct kind *const *kinds, char **header, guint count, char ***samples,
                                  guint sample_count);
/* The same for one kind. */
struct table_kind table_kind_of(const struct kind *kind, char **header, guint count, char ***samples, guint sample_count);
/* Whether a file can be used without asking a person. */
bool table_kind_sure(const struct table_kind *table);
