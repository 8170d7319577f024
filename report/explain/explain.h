/* faceaudit explain: everything that is known of one search, report, user, finding, rule or row, for a person to read. */
#pragma once
#include "include/db.h"

/* Prints on standard output what SUBJECT means and all that bears on it, from the tables of an analysed audit alone. Ends the
   program with exit 2 where SUBJECT means nothing or several things. */
void explain_print(struct db *db, const char *subject);
