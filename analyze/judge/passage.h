/* Passages that a person must read: what two readings do not agree on, with the question that is asked of it; and the answers,
   which come back in dispositions.csv under the passage's id. Which passages there are is decided by the rules' own SQL. */
#pragma once
#include "include/db.h"

/* The columns that a rule's SELECT behind "-- to read:" returns, in this order. */
enum passage_column {
  PASSAGE_SUBJECT,
  PASSAGE_USER,
  PASSAGE_REPORT,
  PASSAGE_OCCURRED,
  PASSAGE_QUESTION, /* as in view question: what the passage's id is made of */
  PASSAGE_WORDS,    /* the question as a person is asked it */
  PASSAGE_WHY,      /* why it is not settled */
  PASSAGE_OF,       /* table report: its narratives are the text; NULL: TEXT is */
  PASSAGE_TEXT,
  PASSAGE_SOURCE,
  PASSAGE_LINE,
  PASSAGE_COLUMNS
};

/* Reads the answers among the dispositions: fills table answered, and gives reasons the purpose that a person named. To be called
   before anything is made of either; purposes have been read. */
void answers_read(struct db *db);

struct passages;

struct passages *passages_begin(struct db *db);
/* The passage that the row of a rule's SELECT stands at; PLACE is the rule's. Whether it is open: nobody has answered it. */
bool passages_add(struct passages *passages, int place, sqlite3_stmt *row);
void passages_end(struct passages *passages);
