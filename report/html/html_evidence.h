/* The rows of the exports that findings rest on, and what each says. */
#pragma once
#include "include/output.h"
#include "include/db.h"

struct evidence;
struct evidence *evidence_new(struct db *db);
void evidence_free(struct evidence *evidence);

/* PLACES, "source:line source:line", will be written; NULL is none. */
void evidence_want(struct evidence *evidence, const char *places);
/* Reads every row once; called after the last evidence_want and before the first evidence_write. */
void evidence_find(struct evidence *evidence);

/* At most EVIDENCE_MOST of PLACES, in their order; the rest is counted. */
#define EVIDENCE_MOST 20
void evidence_write(struct evidence *evidence, struct output *file, const char *places);
