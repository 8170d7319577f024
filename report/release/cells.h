/* The cells of a release, each decided (report/release/decide.h), in the temporary table release_cell. */
#pragma once
#include "include/db.h"
#include "report/release/decide.h"

/* An answer of a person to a cell or part that waits. */
struct release_answer {
  char *event, *column, *value, *decision, *cite, *by, *on; /* EVENT and VALUE "*": the whole column */
  guint row;                                                /* of the file that was filled in */
  bool used;                                                /* something waited for it */
};

/* The columns of a release, in their order; ends with NULL. */
extern const char *const release_columns[];

/* Fills release_cell from release_search. CODE gives the code of a person who must not be named, the caller's. COLUMNS: those
   asked for, NULL: all. ANSWERS, of struct release_answer *, settle what waits. The number of rows. */
guint cells_decide(struct db *db, const struct release *release, char *const *columns, const GPtrArray *answers,
                   char *(*code)(const char *person, void *data), void *data);
