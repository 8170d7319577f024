/* The rows of the exports that findings rest on, and what each says. */
#pragma once
#include "include/output.h"
#include "include/db.h"

struct evidence;
struct evidence *evidence_new(struct db *db);
void evidence_free(struct evidence *evidence);

/* The rows of this finding will be written. */
void evidence_want(struct evidence *evidence, gint64 finding);
/* Finds what the rows became; called after the last evidence_want and before the first evidence_write. */
void evidence_find(struct evidence *evidence);

/* At most EVIDENCE_MOST of the finding's rows, in the order of files and lines; the rest is counted. */
#define EVIDENCE_MOST 20
void evidence_write(struct evidence *evidence, struct output *file, gint64 finding);
