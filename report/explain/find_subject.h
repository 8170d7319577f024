/* What a word on the command line means: a row, a report, a user, a finding, a passage or a rule of this audit. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

enum subject_kind {
  SUBJECT_EVENT,
  SUBJECT_REPORT,
  SUBJECT_USER,
  SUBJECT_FINDING,
  SUBJECT_PASSAGE,
  SUBJECT_MATTER,
  SUBJECT_RULE,
  SUBJECT_ROW,
  SUBJECT_REVIEW
};

struct subject {
  enum subject_kind kind;
  gint64 id;   /* event, report, person as in table account, place of the rule; source of a row */
  gint64 line; /* of a row */
  char *text;  /* finding id, passage id, clause; NULL elsewhere */
  char *name;  /* the precise spelling: "event:104201" */
  char *how;   /* in words: "the CAD event number of report 2022-00005619" */
  bool exact;  /* not by a part, a short form or a name */
};

/* The one thing that WORDS means. Several or none: says so on standard error, with the precise spellings or the nearest, and
   ends the program with exit 2. ALSO (may be NULL) gets an array of struct subject, of weaker matches to mention; both are freed
   by subject_clear and g_array_unref. */
struct subject subject_find(struct db *db, const char *words, GArray **also);
void subject_clear(struct subject *subject);
