/* What waits for a person in a release, and what people answered. */
#pragma once
#include "include/db.h"
#include "report/release/decide.h"

/* Writes what waits to PATH, which must not exist: CSV, each event, column and value once, with the question and blanks. It holds
 * what is not released: for the agency alone. */
void review_write(struct db *db, const char *path);

/* The answers on ROWS (of char **, the heads first; NULL: none), a file that review_write made: of struct release_answer *, freed
   with the array. A decision that is none of release and withhold, a citation that is not in force or not in the table, an answer
   without a name or a day is stop_input with the row of PATH. */
GPtrArray *review_answers(const struct release *release, const GPtrArray *rows, const char *path);
/* Says, once the cells are decided, how many of ANSWERS fit nothing that waited. */
void review_unused(const GPtrArray *answers, const char *path);
