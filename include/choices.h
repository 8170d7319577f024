/* The lists of words that people choose from. A new database holds them in the tables severity and choice. */
#pragma once
#include <glib.h>

/* How serious a finding is, worst first. This list and the others end with NULL. */
extern const char *const severities[];
enum { SEVERITY_COUNT = 5 };
/* 0 is the worst; SEVERITY_COUNT if SEVERITY is NULL or not in the list. */
guint severity_rank(const char *severity);

/* What became of a finding. */
extern const char *const dispositions[];
/* What a person says about a passage of a report. */
extern const char *const report_answers[];
/* The purposes that an agency or a person may give a reason. */
extern const char *const purposes_known[];

/* What a person answers to a question about a search of a sample. */
extern const char *const sample_answers[];

/* The list from which an id is answered; ABOUT is "finding", "report" or "reason". */
struct choice_list {
  const char *about;
  const char *const *words;
};
extern const struct choice_list choice_lists[];
enum { CHOICE_LISTS = 3 };

/* What stands on the page in the place of a note of what was referred, and in the ledger that a person saves there. */
extern const char note_left_out[];
