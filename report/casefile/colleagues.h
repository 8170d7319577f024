/* The person of a case file beside colleagues of the unit. */
#pragma once
#include "include/db.h"

/* Fills the temporary table peer: for each measure what may be said (report/casefile/peers.h). Needs the tables of casefile.sql
 * for one user. */
void colleagues_compare(struct db *db);
