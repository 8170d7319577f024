/* Shared by link.c, link_number.c and link_near.c while searches are linked; nobody else includes this. */
#pragma once
#include "analyze/link/evidence.h"
#include "analyze/link/session.h"

enum { RIVALS_MOST = 5 };

/* A report whose number is one slip away from the one cited. */
struct slip {
  guint32 report;
  const char *words; /* static */
};

/* A cell or a reason of the current session, and its citations in linker->citations. */
struct cited {
  guint first, count;
  bool reason;
};

/* A session without a number and an unclaimed report. */
struct pair {
  guint open; /* of linker->open */
  struct weight weight;
};

/* What was found for a session without a number: pairs. */
struct found {
  const struct pair *winner, *losers[RIVALS_MOST]; /* WINNER NULL: none */
  guint lost, rivals;                              /* the number of LOSERS; how many fit as well as the winner */
};

struct linker {
  struct db *db;
  const struct numbers *numbers;
  struct reports *reports;
  struct weigher weigher;
  struct insert *sessions, *alternatives;
  GPtrArray
      *contested;  /* of struct session, in the order of time: to be weighed again after all others have claimed their reports */
  GPtrArray *open; /* of struct session: those that cite no number, in the order of time */
  GArray *citations;         /* of struct citation: those of the session in hand */
  GArray *cited;             /* of struct cited: the same */
  GArray *slips;             /* of struct slip: of the citation in hand */
  GArray *weights;           /* of struct weight: of the session in hand */
  guint spoilt;              /* searches whose number a spreadsheet has spoilt */
  gint64 spoilt_event;       /* the first of them */
  int first_year, last_year; /* of the reports */
  gint32 pending_days;
  GArray *coverage; /* of struct days: what the reports supplied cover; NULL: not determined */
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

/* Weighs the reports that BY's session cites, into linker->weights, best first, each once. */
void numbers_weigh(struct by_number *by);
/* Whether a slip wins over a number that is as near in time: the citations of other sessions may change that. */
bool weights_contested(const GArray *weights);
/* How many fit as well as the best. */
guint weights_rivals(const GArray *weights);

/* The best fits among unclaimed reports for the open sessions, in their order, as an array of struct found; PAIRS gets the array
   that they point into. Both are the caller's. */
struct found *link_without_number(struct linker *linker, GArray **pairs);
