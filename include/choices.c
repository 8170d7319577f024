/* The lists of words that people choose from. The callers decide what follows from a choice. */
#include "include/choices.h"

const char *const severities[] = {"critical", "high", "medium", "low", "info", NULL};

const char *const dispositions[] = {"explained",      "unfounded", "not sustained", "sustained",
                                    "policy failure", "referred",  "pending",       NULL};

const char *const report_answers[] = {"stated", "not stated", NULL};

const char *const purposes_known[] = {"criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized", NULL};

const char *const sample_answers[] = {"yes", "no", "unsure", "not applicable", NULL};

const struct choice_list choice_lists[CHOICE_LISTS] = {
    {"finding", dispositions}, {"report", report_answers}, {"reason", purposes_known}};

const char note_left_out[] = "(this note is not on the page: the next run puts it back)";

guint severity_rank(const char *severity) {
  guint rank = 0;
  while (rank < SEVERITY_COUNT && g_strcmp0(severity, severities[rank])) rank++;
  return rank;
}
