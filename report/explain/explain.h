/* faceaudit explain: everything known about one search, report, user, finding, rule or row, for a person to read. */
#pragma once
#include "include/db.h"

/* Prints what SUBJECT means and everything about it to standard output, from the tables of an analysed audit alone. Ends the
   program with exit 2 where SUBJECT matches nothing or several things. */
void explain_print(struct db *db, const char *subject);
