/* The rows of the exports that findings rest on, and what each says. */
#pragma once
#include "include/output.h"
#include "include/db.h"

struct proofs;
struct proofs *proofs_new(struct db *db);
void proofs_free(struct proofs *proofs);

/* PLACES, "source:line source:line", will be written; NULL is none. */
void proofs_want(struct proofs *proofs, const char *places);
/* Reads every row once; called after the last proofs_want and before the first proofs_write. */
void proofs_find(struct proofs *proofs);

/* At most PROOFS_MOST of PLACES, in their order; the rest is counted. */
#define PROOFS_MOST 20
void proofs_write(struct proofs *proofs, struct output *file, const char *places);
