/* The rule cards: one .sql file each, a head of "-- key: value" lines and one SELECT (or none: a clause that only a person can
   test). The files of the tree are embedded; an agency's own come from [rules] folder. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct card {
  char *path, *text; /* the whole file */
  char *rule;        /* NULL: a clause that no record can test */
  char *clause, *title, *severity, *subject, *examines, *needs, *says, *means, *innocent;
  const char *sql; /* into TEXT; NULL where there is no SELECT */
  const char *to_read; /* the SELECT behind "-- to read:", of what a person must read; NULL where there is none */
  bool own;        /* the agency's, not the program's */
};

/* All cards in the order of their clauses, then of their files; OWN_FOLDER may be NULL. A faulty card stops the program (exit 3,
   with file and line). An array of struct card *. */
GPtrArray *cards_load(const char *own_folder);
