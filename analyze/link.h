/* A search and its incident report, with the evidence (CONTRACT 2). Sessions are made here; a session is linked to at most one
   report; every alternative weighed is kept. */
#pragma once
#include "db.h"
#include "number.h"
#include "roster.h"

/* What is known of the reports before linking; made by readings.c. */
struct report_said {
  GArray *people;        /* of gint64: named in a row that documents a use, or as its searcher; NULL: none */
  GArray *search_days;   /* of gint32: days that the narrative gives for the search; NULL: none */
  GPtrArray *candidates; /* names of candidates; NULL: none */
};

/* Small: there are as many as reports. */
struct report_facts {
  const char *number;         /* as shown */
  struct report_said *said;   /* NULL: nobody is named, nothing dated */
  gint32 first_day, last_day; /* G_MAXINT32 / G_MININT32 where no row is dated */
  guint32 first_row, rows;    /* in reports->rows */
  guint32 use_row;            /* the first row that documents a use; 0: none */
  guint32 dated_row;          /* the first that documents one and is dated in the period; 0: none */
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

void link_searches(struct db *db, const struct numbers *numbers, struct reports *reports);
