/* The log's own ids where they run on, each one more than that of the row before: table log_run. */
#pragma once
#include "include/db.h"

struct log_runs;
struct log_runs *log_runs_begin(struct db *db);
/* Every row of the log in the order of events; ID may be NULL. */
void log_runs_add(struct log_runs *runs, gint64 event, const char *id, gint64 source, gint64 line);
void log_runs_end(struct log_runs *runs);
