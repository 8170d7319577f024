/* By what an audit was decided, so that another can be told apart. */
#pragma once
#include "include/db.h"

/* Stores as settings run/rules_sha256 (the cards, an agency's own among them, from table rule) and run/reading_sha256 (word
   lists, schema, the second reader and the SELECTs between them). */
void decided_by_store(struct db *db);
