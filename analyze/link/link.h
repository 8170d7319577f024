/* A search and its incident report, with the evidence (CONTRACT 2). Sessions are made here; a session is linked to at most one
   report; every alternative weighed is kept. */
#pragma once
#include "analyze/number/number.h"
#include "analyze/people/roster.h"

/* What is known of the reports before linking; made by readings.c. */
struct report_said {
  GArray *people;        /* of gint64: named in a row that documents a use, or as its searcher; NULL: none */
  GArray *search_days;   /* of gint32: days that the narrative gives for the search; NULL: none */
  GPtrArray *candidates; /* names of candidates; NULL: none */
};

/* Small: there are as many as reports. What is weighed stands first and close together. */
struct report_facts {
  struct report_said *said;   /* NULL: nobody is named, nothing dated */
  gint32 first_day, last_day; /* G_MAXINT32 / G_MININT32 where no row is dated */
  guint32 first_row, rows;    /* in reports->rows */
  gint32 author;              /* of the first row; 0 unknown */
  bool claimed;               /* accounted for by a session */
  /* What any of its rows says. */
  bool use : 1;          /* documents a use */
  bool used : 1;         /* ... dated in the period, or not at all */
  bool mention : 1;      /* speaks of faces or of a system, whether it tells of a use or not */
  bool candidate : 1;    /* a candidate came back */
  bool named : 1;        /* ... and bears a name */
  bool no_candidate : 1; /* none came back */
  bool searcher : 1;     /* names who searched, or is by that officer */
  bool reason : 1, corroborated : 1;
  bool typed : 1;  /* has an incident type, or types were not exported */
  bool unread : 1; /* its narrative is withheld, not exported or could not be evaluated: its silence says nothing */
  /* What any search linked to it has: a candidate exported, stated, withheld. */
  bool exported : 1, selected : 1, withheld : 1;
  guint32 use_row;    /* the first row that documents a use; 0: none */
  guint32 dated_row;  /* the first that documents one and is dated in the period; 0: none */
  guint32 account;    /* of the searches linked to it, the first by user id; 0: none is */
  guint32 searches;   /* of the period, linked to it */
  const char *number; /* as shown */
};

struct report_row_facts {
  guint32 row, report;
  gint32 author;                          /* 0 unknown */
  gint32 day;                             /* G_MININT32 unknown */
  bool use : 1;                           /* it documents one */
  bool authored : 1;                      /* it names its officer, or the export does not say */
  bool typed : 1, unread : 1, hidden : 1; /* as of a report; its narrative is withheld */
};

struct reports {
  struct report_facts *at; /* by report - 1: reports are numbered from 1 without gaps */
  gint64 count;
  GArray *rows;               /* of struct report_row_facts, a report's together */
  guint32 *places;            /* in ROWS, of the rows in the order of their numbers; NULL: as they stand */
  gint32 first_day, last_day; /* the coverage of the incident file */
  GStringChunk *texts;        /* the numbers */
  bool supplied;
};

/* What the narratives of a report name; nothing where they name nothing. */
static inline const struct report_said *report_said(const struct report_facts *facts) {
  static const struct report_said nothing = {NULL, NULL, NULL};
  return facts->said ? facts->said : &nothing;
}

/* What became of a session, kept with its first search; small: there are as many as searches. */
struct link {
  guint32 session; /* LINK_FIRST and how many searches it has; of its other searches the number of the first; 0: no search */
  guint32 report;  /* 0: none */
  guint32 phrase;  /* what is said of it */
  guint32 more;    /* in links->more, plus one; 0: nothing */
};

#define LINK_FIRST 0x80000000u

/* What few sessions have: places in links->texts, plus one; 0: as elsewhere. */
struct link_more {
  guint32 cited; /* the number cited, where it is not the case number of the first search, or other searches are of the session */
  guint32 key;   /* of the number cited, where it is not the report's */
};

struct links {
  struct link *at; /* by event */
  guint32 last;    /* event */
  GArray *more;    /* of struct link_more */
  GString *texts;
  GArray *soon; /* of guint32: events no more than shared_minutes and a second from another of their account, in their order */
  struct phrases *phrases;
  struct log_rows *rows; /* of the log, in the order of events */
};

/* The first search of the session of EVENT; 0: it is no search. */
static inline guint32 link_session(const struct links *links, guint32 event) {
  guint32 session = links->at[event].session;
  return session & LINK_FIRST ? event : session;
}

/* Fills tables rival and log_run; neither it nor what follows from it reads them. */
struct links *link_searches(struct db *db, const struct numbers *numbers, struct reports *reports);
void linking_free(struct links *links);
