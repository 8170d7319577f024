/* What link.c, link_log.c and link_near.c share while searches are linked; nobody else includes it. */
#pragma once
#include "session.h"

/* A report that was weighed for a session and lost. */
struct lost {
  gint64 report;
  double score;
  char *why;
};

/* What table session is told of one session, and table alternative of those that lost. */
struct told_link {
  gint64 session, account, report; /* report 0: none */
  guint searches, lost_count;
  const char *method, *orphan; /* static */
  double confidence;
  char *why, *case_key;
  struct lost *lost;
};

enum { ALTERNATIVES_MOST = 5 };

struct pair {
  guint session; /* of the open ones */
  struct weight weight;
};

/* Pairs by their place, plus one. */
struct found {
  guint32 winner, loser[ALTERNATIVES_MOST], losers, rivals;
};

struct linker {
  struct db *db;
  const struct numbers *numbers;
  struct reports *reports;
  struct weigher weigher;
  GPtrArray *open;        /* sessions that cite no number, in the order of time */
  GArray *pairs;          /* of struct pair: them and the reports that fit, best first; NULL: none */
  struct found *found;    /* what of it is theirs */
  GHashTable *cites_none; /* reasons without any digit: they cite nothing on any day */
  GHashTable *by_person;  /* person -> GArray of struct dated: reports that document a use with them, by day */
  struct sessions *sessions;
  GArray *told; /* of struct told_link: where what is said goes to */
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

/* Hands every session of the log to TAKE, on a thread of its own, which adds to linker->told; stores what was told (link_log.c).
 */
void log_link(struct linker *linker, session_taker *take);
/* Stores what is told of one session; its texts are freed. */
void link_store(struct linker *linker, struct told_link *told);
