/* Scores every column for every role of a kind and assigns columns to roles so that the whole fits best. */
#pragma once
#include "ingest/roles/cell_looks.h"
#include "ingest/roles/header_words.h"

struct weighing {
  const struct kind *kind;
  guint count;
  struct words *words;
  struct look_column *looks;
  double (*header)[ROLES_MOST], (*score)[ROLES_MOST];
  double *decoy;           /* how well a header reads as that of a column without a role */
  bool *taken;             /* columns to which audit.ini gave a role */
  bool mapped[ROLES_MOST]; /* roles that audit.ini settles */
};

/* One assignment of columns to roles. */
struct assignment {
  int of[ROLES_MOST];
  bool barred[ROLES_MOST];
  double worth;
};

void weighing_fill(struct weighing *w, const struct kind *kind, char **header, guint count, char ***samples, guint sample_count);
void weighing_clear(struct weighing *w);

/* MAPPED_TO is the column that audit.ini gives each role, -1: none. BY_LOOK gets the roles that were found by cells alone. */
void assignment_choose(const struct weighing *w, struct assignment *assignment, const int *mapped_to, bool *by_look);
