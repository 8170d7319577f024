/* What is asked of a rule that an agency wrote, beyond what SQLite asks: bounds, one statement, rows that say what they must. */
#pragma once
#include "analyze/judge/card.h"
#include "include/db.h"

enum {
  OWN_SECONDS = 60,           /* of the processor, for each of its statements */
  OWN_TEXT_BYTES = 1000000,   /* the longest text that it may make */
  OWN_FINDINGS_MOST = 1000000 /* more findings than this are none that a person works through */
};

/* Begins and ends the bounds, where CARD is an agency's own. */
void own_rule_begin(struct db *db, const struct card *card);
void own_rule_end(struct db *db, const struct card *card);

/* Whether the SELECT of an own CARD, of which SQLite took the first LENGTH bytes, is followed by another: stop_input. */
void own_rule_alone(const struct card *card, gsize length);
/* Holds the row in hand, the NUMBER-th from 1, of an own CARD against CONTRACT 4: a subject and an explanation, a moment as the
   log has it or none, a source and line that were read or none. What it lacks is stop_input. */
void own_rule_row(struct db *db, const struct card *card, sqlite3_stmt *row, gint64 number);
