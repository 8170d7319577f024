/* The words of which people choose one. A new database has them in tables severity and choice. */
#pragma once
#include <glib.h>

/* How bad a finding is, the worst first. This list and the others end with NULL. */
extern const char *const severities[];
enum { SEVERITY_COUNT = 5 };
/* 0 is the worst; SEVERITY_COUNT where it is not one of them or NULL. */
guint severity_rank(const char *severity);

/* What became of a finding. */
extern const char *const dispositions[];
/* What a person says of a passage of a report. */
extern const char *const report_answers[];
/* What a reason is for, where an agency or a person may say so. */
extern const char *const purposes_known[];

/* The lists that a person's answer to an id is from; ABOUT is "finding", "report" or "reason". */
struct choice_list {
  const char *about;
  const char *const *words;
};
extern const struct choice_list choice_lists[];
enum { CHOICE_LISTS = 3 };
