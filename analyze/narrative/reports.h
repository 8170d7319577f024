/* Reports assembled from their rows: which rows have the same number, and who wrote them; and what linking must know about their
   narratives, which narratives.c adds. */
#pragma once
#include "analyze/number/number.h"
#include "analyze/people/roster.h"

/* What the narratives of a report name, if anything. */
struct report_said {
  GArray *people;        /* of gint64: named in a row that documents a use, or as its searcher; NULL: none */
  GArray *search_days;   /* of gint32: days that the narrative gives for the search; NULL: none */
  GPtrArray *candidates; /* names of candidates; NULL: none */
};

struct report_facts {
  struct report_said *said;   /* NULL: nobody is named, nothing dated */
  const char *number;         /* as shown */
  gint32 first_day, last_day; /* G_MAXINT32 / G_MININT32 if no row is dated */
  guint32 first_row, rows;    /* in reports->rows */
  gint32 author;              /* of the first row; 0 unknown */
  bool claimed : 1;           /* claimed by a session */
  bool cited : 1;             /* by one that cites its number */
  bool use : 1;               /* documents a use */
  bool unread : 1;            /* a narrative of it could not be evaluated, and says nothing either way */
  bool mention : 1;           /* mentions faces or a system, whether or not it describes a use */
  bool no_candidate : 1;      /* says that none came back */
};

struct report_row_facts {
  guint32 row, report;
  gint32 author, supervisor; /* 0 unknown */
  gint32 day;                /* G_MININT32 unknown */
};

struct reports {
  struct report_facts *at; /* by report - 1: reports are numbered from 1 without gaps */
  gint64 count;
  GArray *rows;               /* of struct report_row_facts, a report's together, in the order of their numbers */
  gint32 first_day, last_day; /* the coverage of the incident file */
  GStringChunk *texts;        /* the numbers */
  bool supplied;
};

/* What the narratives of a report name; empty if they name nothing. */
static inline const struct report_said *report_said(const struct report_facts *facts) {
  static const struct report_said nothing = {NULL, NULL, NULL};
  return facts->said ? facts->said : &nothing;
}

/* Learns the agency's number format, finds the report and the author of every row: fills row_meaning, and the numbers in table
   report. The result is freed by reports_free. */
struct reports *reports_collect(struct db *db, struct numbers *numbers, const struct roster *roster);
void reports_free(struct reports *reports);
