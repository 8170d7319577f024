/* findings.csv: a row for each finding. */
#pragma once
#include "include/db.h"

/* Writes it to PATH, which must not exist. Returns its SHA-256 in hexadecimal digits; the string is the caller's. */
char *findings_write(struct db *db, const char *path);
