/* What link.c, link_number.c and link_near.c share while searches are linked; nobody else includes it. */
#pragma once
#include "analyze/link/evidence.h"
#include "analyze/link/session.h"

enum { RIVALS_MOST = 5 };

/* A report whose number is a slip away from the one cited. */
struct slip {
  guint32 report;
  const char *words; /* static */
};

/* A cell or a reason of the session in hand, and what it cites: in linker->citations. */
struct cited {
  guint first, count;
  bool reason;
};

/* A session without a number and a report that nobody accounts for. */
struct pair {
  guint open; /* of linker->open */
  struct weight weight;
};

/* What was found for a session without a number: pairs. */
struct found {
  const struct pair *winner, *losers[RIVALS_MOST]; /* WINNER NULL: none */
  guint lost, rivals;                              /* of LOSERS; how many fit as well as the winner */
};

struct linker {
  struct db *db;
  const struct numbers *numbers;
  struct reports *reports;
  struct weigher weigher;
  struct insert *sessions, *alternatives;
  GPtrArray *contested;      /* of struct session: weighed again once all others claimed their reports, in the order of time */
  GPtrArray *open;           /* of struct session: those that cite no number, in the order of time */
  GArray *citations;         /* of struct citation: those of the session in hand */
  GArray *cited;             /* of struct cited: the same */
  GArray *slips;             /* of struct slip: of the citation in hand */
  GArray *weights;           /* of struct weight: of the session in hand */
  int first_year, last_year; /* of the reports */
  gint32 pending_days;
  GArray *coverage; /* of struct days: what the reports supplied cover; NULL: nobody worked it out */
};

/* Both included. */
struct days {
  gint32 from, to;
};

/* The numbers that a session cites, and the reports they lead to. */
struct by_number {
  struct linker *linker;
  const struct session *session;
  const struct citation *citation; /* in hand */
  const struct citation *key;      /* the first that has one; NULL: none */
  bool own, foreign, unreadable, unevaluated, off_cover, ambiguous;
};

/* Weighs the reports that the session of BY cites, into linker->weights, best first, each once. */
void numbers_weigh(struct by_number *by);
/* Whether a slip wins over a number that is as near in time: who else cites the reports may change it. */
bool weights_contested(const GArray *weights);
/* How many fit as well as the best. */
guint weights_rivals(const GArray *weights);

/* For the open sessions, in their order, the best fit among the reports that nobody claimed, an array of struct found; PAIRS gets
   what they point into. Both are the caller's. */
struct found *link_without_number(struct linker *linker, GArray **pairs);
