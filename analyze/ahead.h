/* The rows of a rule's SELECT, worked out by a thread with a connection of its own while this one stores those before. */
#pragma once
#include "db.h"
#include "finding.h"

struct ahead;

/* A second connection to the file of DB, where DB has committed all that rules read. From here until ahead_close DB writes to
   tables that no rule reads and makes no index, so that the pages read never change. NULL: DB is no file; rows are then read in
   turn. */
struct ahead *ahead_open(struct db *db);
void ahead_close(struct ahead *ahead);

/* Runs the SELECT SQL of FILE and calls TAKE with each row, in order, on the calling thread. */
typedef void ahead_taker(const struct finding_row *row, void *data);
void ahead_rows(struct ahead *ahead, const char *sql, const char *file, ahead_taker *take, void *data);
