/* Passages that a person must read, because two readings do not agree on them, with the question; and the answers, which come
   back in dispositions.csv under the passage's id. The SQL of the rules decides which passages there are. */
#pragma once
#include "include/db.h"

/* The columns that a rule's SELECT after "-- to read:" returns, in this order. */
enum passage_column {
  PASSAGE_SUBJECT,
  PASSAGE_USER,
  PASSAGE_REPORT,
  PASSAGE_OCCURRED,
  PASSAGE_QUESTION, /* as in view question: the text that the passage's id is made from */
  PASSAGE_WORDS,    /* the question as put to a person */
  PASSAGE_WHY,      /* why it is not settled */
  PASSAGE_OF,       /* table report: its narratives are the text; NULL: TEXT is */
  PASSAGE_TEXT,
  PASSAGE_SOURCE,
  PASSAGE_LINE,
  PASSAGE_COLUMNS
};

/* Reads the answers among the dispositions: fills table answered, and gives reasons the purpose that a person named. Call this
   after purposes are read, and before anything uses answers. */
void answers_read(struct db *db);

struct passages;

struct passages *passages_begin(struct db *db);
/* Stores the passage of the current row of a rule's SELECT; PLACE is the rule's. Returns whether it is open: nobody has answered
   it. */
bool passages_add(struct passages *passages, int place, sqlite3_stmt *row);
void passages_end(struct passages *passages);
