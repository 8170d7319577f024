/* What is known where a cell of a release is decided. */
#pragma once
#include "report/release/exemptions.h"

/* What is settled for the whole release. */
struct release {
  struct exemptions *exemptions;
  struct offences *offences;
  const char *day;     /* of the release, an ISO date */
  const char *arrest;  /* "ask", "closed" or "active": what "cleared by arrest" is */
  const char *gallery; /* "booking", "dhsmv", "mixed" or "unknown" */
  char **undercover;   /* user ids and names; ends with NULL */
};

/* What is known of the search in one row of release_search, for as long as the statement stands on it. */
struct facts {
  const struct release *release;
  const char *reason, *purpose, *candidate, *report, *types, *status, *states, *narrative, *incident, *strange, *probe,
      *case_number;
  bool arrested; /* an arrest is told where this person is named; of whom, role_arrested asks */
  bool report_there;
  double confidence;
};
