/* Stores what rules find: findings, in the order in which outputs show them, and the rows they rest on. */
#pragma once
#include "include/db.h"

/* The columns that the SELECT of a rule returns, in this order. */
enum finding_column {
  FINDING_SUBJECT,
  FINDING_USER,
  FINDING_REPORT,
  FINDING_OCCURRED,
  FINDING_DETAIL,
  FINDING_EXPLANATION,
  FINDING_SOURCE,
  FINDING_LINE,
  FINDING_EVIDENCE, /* "source:line source:line" */
  FINDING_COLUMNS
};

struct findings;

struct findings *findings_begin(struct db *db);
/* Begins the rule, number PLACE of all, whose rows follow. */
void findings_rule(struct findings *findings, int place, const char *rule, const char *subject_kind);
/* Stores the current row of its SELECT; rows must be sorted by the moment they occurred at, then by subject. */
void findings_add(struct findings *findings, sqlite3_stmt *row);
void findings_end(struct findings *findings);
