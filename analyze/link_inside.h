/* What link.c and link_near.c share while searches are linked; nobody else includes it. */
#pragma once
#include "session.h"

struct linker {
  struct db *db;
  const struct numbers *numbers;
  struct reports *reports;
  struct weigher weigher;
  GPtrArray *open;        /* sessions that cite no number, in the order of time */
  struct choice **chosen; /* what is found for them; NULL: nothing was weighed */
  GHashTable *cites_none; /* reasons without any digit: they cite nothing on any day */
  GHashTable *by_person;  /* person -> GArray of struct dated: reports that document a use with them, by day */
  char *why;              /* the words stored last */
  gint32 pending_days;
  sqlite3_stmt *insert, *other, *update;
};

struct choice {
  struct weight weight; /* report 0: none */
  guint rivals;
  const char *orphan; /* static */
  GArray *others;     /* of struct weight, best first; NULL: none */
  bool cites;         /* a number is stated, whether found or not */
  bool ambiguous;     /* several reports bear the number cited */
  char *case_key;
};

/* For the open sessions, the best fit among the reports that nobody claimed (link_near.c). */
void link_without_number(struct linker *linker);
