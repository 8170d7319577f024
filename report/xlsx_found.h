/* How many findings stand against the rows of a sheet, by their keys: 79-found.sql says which. */
#pragma once
#include "include/db.h"

struct found;
struct found *found_read(struct db *db);
void found_free(struct found *found);

/* The column of 79-found.sql with this name; -1: none. */
int found_column(const struct found *found, const char *name);
guint found_count(const struct found *found, int column, const char *key);
