/* What link.c, link_log.c and link_near.c share while searches are linked; nobody else includes it. */
#pragma once
#include "analyze/link/reasons.h"
#include "include/workers.h"
#include "analyze/link/session.h"

/* A report that was weighed for a session and lost. */
struct rival {
  gint32 weight; /* the score, in hundredths */
  guint32 session, report, phrase;
  guint32 cited; /* as in struct link_more */
};

/* A report whose number is a slip away from the one cited. */
struct slip {
  guint32 report;
  const char *words; /* static */
};

enum { RIVALS_MOST = 5 };

/* A cell or a reason of a session in hand, and what it cites: in linker->citations. */
struct cited {
  guint first, count;
  bool reason;
};

/* A session without a number and a report that nobody accounts for. */
struct pair {
  double score;
  guint32 open; /* of linker->open */
  guint32 report;
  struct grounds grounds;
};

/* Pairs by their place, plus one. */
struct found {
  guint32 winner, loser[RIVALS_MOST], losers, rivals;
};

struct linker {
  struct db *db;
  const struct numbers *numbers;
  struct reports *reports;
  struct weigher weigher;
  struct sessions *sessions;
  struct links *links;
  struct relay *relay;       /* a thread that looks for the reports of sessions */
  GPtrArray *ended;          /* of struct session: those that it is given next */
  GArray *rivals;            /* of struct rival: of sessions that cite a number */
  GArray *open;              /* of struct sought: sessions that cite no number, in the order of time */
  GStringChunk *names;       /* of their candidates */
  GArray *citations;         /* of struct citation: those of the sessions in hand */
  GArray *cited;             /* of struct cited: the same, session by session */
  GArray *slips;             /* of struct slip: of the citation in hand */
  GArray *weights;           /* of struct weight: the same */
  GArray *pairs;             /* of struct pair: open sessions and the reports that fit, best first; NULL: none */
  struct found *found;       /* what of it is theirs */
  GHashTable *by_person;     /* person -> GArray of struct dated: reports that document a use with them, by day */
  int first_year, last_year; /* of the reports */
  gint32 pending_days;
};

/* The numbers that a session cites, and the reports they lead to. */
struct by_number {
  struct linker *linker;
  const struct session *session;
  const struct citation *citation; /* in hand */
  const struct citation *key;      /* the first that has one; NULL: none */
  bool own, foreign, unreadable, off_cover, ambiguous;
};

/* Reads the cells and reasons of a session that may cite a number, into linker->citations and linker->cited; how many they were.
 */
guint session_read(struct linker *linker, const struct session *session);
/* Weighs the reports that COUNT of them lead to, into linker->weights. What stands in a reason decides no orphan's kind where a
   cell has a number. */
void texts_weigh(struct by_number *by, const struct cited *cited, guint count);
/* Best first, each report once. */
void weights_settle(GArray *weights);
/* How many fit as well as the best. */
guint weights_rivals(const GArray *weights);

/* For the open sessions, the best fit among the reports that nobody claimed (link_near.c). */
void link_without_number(struct linker *linker);

/* Hands every search of the log to linker->sessions, on a thread of its own. The
   rows of the log stay in links->rows, its runs go into log_run, and what stands close together is noted in links->soon. False:
   the log is not in the order of time, and what came of its searches is of no use. */
bool log_link(struct linker *linker);
/* The same for searches alone, in the order of time. */
void log_link_sorted(struct linker *linker);
