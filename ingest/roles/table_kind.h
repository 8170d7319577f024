/* Which kind of input a table is, by its headers and sample cells, and how sure that is. */
#pragma once
#include "ingest/roles/roles.h"

struct table_kind {
  const struct kind *kind, *rival; /* NULL: none. RIVAL: another kind that it fits nearly as well */
  double fit;                      /* 0 to 1: of the headers' share that is known, and of the required roles */
  guint named;                     /* columns with a role */
  bool whole;                      /* every required role has a column */
  guint tells;                     /* what its headers say beyond what any table has: see struct role */
  bool telling;                    /* that is enough, and no header is of another kind of table */
};

/* KINDS ends with NULL. */
struct table_kind table_kind_find(const struct kind *const *kinds, char **header, guint count, char ***samples,
                                  guint sample_count);
/* The same for one kind. */
struct table_kind table_kind_of(const struct kind *kind, char **header, guint count, char ***samples, guint sample_count);
/* A file may be used as it is, without a question. */
bool table_kind_sure(const struct table_kind *table);
