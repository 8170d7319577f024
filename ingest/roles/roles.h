/* Finds which column of a file plays which role, by its header in any spelling and order, helped by what its cells look like;
   never two columns for one role, never a role by mere position. */
#pragma once
#include "ingest/roles/kind.h"

struct column {
  char *header;
  int role;        /* ROLE_NONE: none */
  const char *how; /* static: "audit.ini", "header", "header words", "contents", or NULL */
};

struct columns {
  struct column *at; /* COUNT of them, by position */
  guint count;
  int of[ROLES_MOST]; /* position of a role's column, -1 where not exported */
};

/* HEADER cells, up to SAMPLE_COUNT rows of sample cells (each of COUNT cells; a short row is padded by the caller), and what
   audit.ini's [columns.KIND] says (role name -> header; may be NULL or empty). Columns_clear frees what is inside. */
void columns_assign(struct columns *columns, const struct kind *kind, char **header, guint count, char ***samples,
                    guint sample_count, GHashTable *mapped);
void columns_clear(struct columns *columns);

/* The required roles a file lacks, in words ("time, user"); NULL when none. The caller's string. */
char *columns_missing(const struct columns *columns, const struct kind *kind);

/* The findings that this program writes, and people save from its workbook or its page. */
bool header_own(char **header, guint count);

/* How well a row reads as the header of KIND, 0 to 1; of any of KINDS, the best (KIND set where there is one). */
double header_fits(const struct kind *kind, char **cells, guint count);
double header_fits_best(const struct kind *const *kinds, char **cells, guint count, const struct kind **kind);
