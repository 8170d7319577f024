/* The letter that goes with a release: 119.07(1)(e) and (f). */
#pragma once
#include "include/db.h"
#include "report/release/decide.h"

/* Writes to PATH what is released, and for each citation what kind of fact is withheld in which columns of which rows, and why on
 * this day. */
void letter_write(struct db *db, const char *path, const struct release *release);
