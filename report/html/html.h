/* The page: one file that loads nothing, at most 20,000 findings on it. */
#pragma once
#include "include/db.h"

/* Writes it to PATH, which must not exist. */
void html_write(struct db *db, const char *path);

/* The same with at most MOST findings. */
void html_write_limited(struct db *db, const char *path, gint64 most);
