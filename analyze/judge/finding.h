/* Keeps what rules find: findings, in the order that outputs show them, and the rows they rest on. */
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
/* The rule whose rows come next. The texts must live until the rule after it. */
void findings_rule(struct findings *findings, int place, const char *rule, const char *severity, const char *subject_kind);
/* One row of its SELECT; its texts live until the call returns. */
struct finding_row {
  const char *text[FINDING_COLUMNS]; /* NULL: none; those of source and line are not used */
  gsize length[FINDING_COLUMNS];
  gint64 source, line;
  bool has_source, has_line;
};
void findings_add(struct findings *findings, const struct finding_row *row);
/* The row that STATEMENT stands at. */
void finding_row_read(struct finding_row *row, sqlite3_stmt *statement);
/* Puts in order what is not, and keeps how many findings each user has. */
void findings_sort(struct findings *findings);
/* The same, and FINDINGS is gone. */
void findings_end(struct findings *findings);
