/* The writers that report.c has in its table, beside pdf.h; and their names for the command line. */
#pragma once
#include "include/db.h"

/* The names of all formats, for g_strfreev. */
char **report_formats(void);

/* Its SHA-256 in hexadecimal digits; the string is the caller's. */
char *findings_write(struct db *db, const char *path);

/* The page: one file, at most 20,000 findings on it. */
void html_write(struct db *db, const char *path);

/* The same with at most MOST findings. */
void html_write_limited(struct db *db, const char *path, gint64 most);
