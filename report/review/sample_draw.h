/* What sample_draw.c and evaluate.c share: a draw, made or made again. */
#pragma once
#include "report/review/sample.h"

struct sample_drawn {
  guint64 population, size;
  char *sha256; /* of the population */
  char *mark;   /* stands in each row of the worksheet: fingerprint, population, seed and size */
  char *words;  /* how the size came about */
};

/* Fills the temporary tables of sample.sql for this connection. */
struct sample_drawn sample_redraw(struct db *db, const struct sample_asked *asked);
void sample_drawn_clear(struct sample_drawn *drawn);
/* SHA-256 of "SEED,EVENT" in lower-case digits; the caller's. */
char *sample_ticket(const char *seed, const char *event);
/* How often the population with this SHA-256 was drawn from, by the log in OUT, in words; the caller's. */
char *sample_earlier(const char *out, const char *sha256, guint *times);
