/* Weighs every column against every role and gives columns to roles so that the whole fits best. For roles.c. */
#pragma once
#include "ingest/roles/role_table.h"

/* ROLE may be told by a date column with a time column beside it. */
struct role_split {
  enum kind kind;
  enum role whole[2], parts[3]; /* ROLE_NONE: no such part */
};
extern const struct role_split role_splits[];
extern const guint role_split_count;

struct weighing {
  enum kind kind;
  guint count;
  struct words *words;
  struct look_column *looks;
  double (*header)[ROLE_COUNT], (*score)[ROLE_COUNT];
  double *decoy;         /* how well a header reads as one that plays no role */
  bool *taken;           /* columns that audit.ini gave a role */
  bool told[ROLE_COUNT]; /* roles that audit.ini settled */
};

/* One way to give columns to roles. */
struct plan {
  int of[ROLE_COUNT];
  bool barred[ROLE_COUNT];
  double worth;
};

void weighing_fill(struct weighing *w, enum kind kind, char **header, guint count, char ***samples, guint sample_count);
void weighing_clear(struct weighing *w);

/* The split of a kind of file, NULL where it has none. */
const struct role_split *split_of(enum kind kind);
/* A role has a column, or a date and a time that stand for it. */
bool role_present(const int *of, enum role role);

/* TOLD_OF is where audit.ini puts each role, -1 where nowhere. BY_LOOK gets the roles that cells alone told. */
void plan_choose(const struct weighing *w, struct plan *plan, const int *told_of, bool *by_look);
