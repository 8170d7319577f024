/* Matters: what one person answers with one sentence, made of the findings and passages that rest on the same ground. */
#pragma once
#include "include/db.h"

/* Fills the tables matter, finding_matter and passage_matter from findings and passages; the rules have been judged. */
void matters_make(struct db *db);
