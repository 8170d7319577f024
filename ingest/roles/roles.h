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
  struct column *at; /* COUNT elements, by position */
  guint count;
  int of[ROLES_MOST]; /* the position of each role's column; -1: not exported */
};

/* HEADER: the cells of the header; up to SAMPLE_COUNT rows of sample cells (COUNT each; the caller pads short rows); MAPPING:
   what [columns.KIND] of audit.ini says (role name -> header; may be NULL or empty). columns_clear frees the contents. */
void columns_assign(struct columns *columns, const struct kind *kind, char **header, guint count, char ***samples,
                    guint sample_count, GHashTable *mapped);
void columns_clear(struct columns *columns);

/* The required roles a file lacks, in words ("time, user"); NULL if it lacks none. The caller's string. */
char *columns_missing(const struct columns *columns, const struct kind *kind);

/* Whether a header is that of findings, which this program writes and people save from its workbook or its page. */
bool header_own(char **header, guint count);

/* How well a row reads as the header of KIND, 0 to 1; or of the best of KINDS (KIND is set if there is one). */
double header_fits(const struct kind *kind, char **cells, guint count);
double header_fits_best(const struct kind *const *kinds, char **cells, guint count, const struct kind **kind);
