/* Each rule's verdict on a row of the log, a report or a user, read from the database. */
#pragma once
#include "include/db.h"

/* Prints the rules whose subject is KIND ("event", "report", "user", "log") with their verdicts; ID is the event (for event and
   log), the report, or the person as table account has it. */
void verdicts_print(struct db *db, const char *kind, gint64 id);
