/* Whole names in one cell of a file. */
#pragma once
#include "ingest/csv/sample.h"

/* "Marsh, Jordan", "Jordan Marsh", or "Marsh Jordan" where SURNAME_FIRST. LAST and FIRST get the caller's strings. */
void name_split(const char *name, bool surname_first, char **last, char **first);

/* Whether the surname leads in names without a comma: the header may say it; else it does where the user ids contain the first
   word of the names rather than the last. USER, NAME and LAST_NAME are columns of SAMPLE, -1: none. */
bool names_lead(const struct sample *sample, int user, int name, int last_name);
