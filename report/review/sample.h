/* A sample of searches without findings, for people to read (CONTRACT 6, sample; casefile.md of the research in sections 2.5
 * and 2.6). */
#pragma once
#include "include/db.h"
#include "report/review/statistics.h"

/* What is asked of a draw. */
struct sample_asked {
  const char *seed; /* letters, digits, dots and dashes */
  const char *of;   /* "search", "report" or "user": the population */
  const char *by;   /* "user" or "month": drawn from each of them, too; NULL: neither */
  const char *drawn_by;
  guint64 size; /* 0: worked out from the rates */
  struct share confidence, tolerable, expected;
};

/* Draws, writes sample-SEED.xlsx and .csv into the folder OUT with a manifest of their own, adds a line to sample-draws.csv
   there, and prints what was drawn from what. A size beyond the population reads all of it. */
void sample_draw(struct db *db, const char *out, const struct sample_asked *asked);

/* A worksheet as people filled it in: rows of cells, the heads first, each row with as many cells as it has heads. */
struct worksheet {
  char *path;
  GPtrArray *rows; /* of char **, ended by NULL */
};

/* Draws again what WORKSHEET says it was drawn from, holds its fixed cells against that, and prints what the answers say: each
   question's noes, and the bound of any no. CONFIDENCE as above. A worksheet of another audit, one that was edited beyond its
   blanks, lacks rows or has them twice is stop_input with the row and column. */
void sample_evaluate(struct db *db, const struct worksheet *worksheet, struct share confidence);
