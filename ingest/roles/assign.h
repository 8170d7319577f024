/* Weighs every column against every role of a kind and gives columns to roles so that the whole fits best. */
#pragma once
#include "ingest/roles/cell_looks.h"
#include "ingest/roles/header_words.h"

struct weighing {
  const struct kind *kind;
  guint count;
  struct words *words;
  struct look_column *looks;
  double (*header)[ROLES_MOST], (*score)[ROLES_MOST];
  double *decoy;           /* how well a header reads as one that plays no role */
  bool *taken;             /* columns that audit.ini gave a role */
  bool mapped[ROLES_MOST]; /* roles that audit.ini settles */
};

/* One way to give columns to roles. */
struct plan {
  int of[ROLES_MOST];
  bool barred[ROLES_MOST];
  double worth;
};

void weighing_fill(struct weighing *w, const struct kind *kind, char **header, guint count, char ***samples, guint sample_count);
void weighing_clear(struct weighing *w);

/* MAPPED_TO is where audit.ini puts each role, -1: nowhere. BY_LOOK gets the roles that were found by cells alone. */
void plan_choose(const struct weighing *w, struct plan *plan, const int *mapped_to, bool *by_look);
