/* A public-records release under chapter 119 of the Florida Statutes (CONTRACT 6, records): redacted, the exemption cited in each
   cell withheld, a log of redactions, a letter; and proven not to hold what was withheld. */
#pragma once
#include "include/db.h"

struct records_asked {
  const char *request, *from, *to, *user, *report, *subject; /* NULL: not asked for; days as ISO dates */
  char **columns;                                            /* names of columns; NULL: all */
  const char *day;                                           /* of the release, an ISO date */
  const char *formats;                                       /* "xlsx,csv,pdf"; NULL: all */
  const char *review;       /* writes what waits for a person to this file; NULL: not asked for */
  const char *folder;       /* the audit folder: key of pseudonyms, register; NULL: not known */
  const GPtrArray *answers; /* rows of a review file that people filled in, the heads first; of char **; NULL: none */
  const char *answers_path;
  const GPtrArray *earlier; /* the rows of searches.csv of the release that stands at OUT, the heads first; NULL: none does */
  bool findings;            /* a sheet of findings too: a person decides over them until [redactions] audit_final */
  bool estimate;            /* only says what would be released */
};

/* Writes the release of the audit DB into the folder OUT with a manifest of its own. A hit of a withheld value anywhere in what
 * was written removes it, and is stop_system. */
void records_write(struct db *db, const char *out, const struct records_asked *asked);
