/* A case file for internal affairs: of one user, one report or one person searched for (CONTRACT 6, dossier; Florida Statutes
   112.532 and 112.533). Material for an investigation, not its report. */
#pragma once
#include "include/db.h"

struct dossier_asked {
  const char *kind;      /* "user", "report" or "subject" */
  const char *words;     /* whom, as the command line has it */
  const char *status;    /* "none", "open" or "concluded" */
  const char *status_on; /* since when, an ISO date; NULL: not said */
  const char *known_on;  /* when it was first known to somebody who may open an investigation; NULL: not said */
  const char *known_by;  /* by whom; NULL: not said */
};

/* Writes dossier-WORDS.pdf and .xlsx of the audit DB into the folder OUT, with a manifest of their own, and says so. A user or
   report that the audit does not have is stop_usage with the nearest. */
void dossier_write(struct db *db, const char *out, const struct dossier_asked *asked);
