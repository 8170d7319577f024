/* Narratives while threads read their words: what they say, and whom they mean. narratives.c decides what follows for their
   reports and what is stored. */
#pragma once
#include "analyze/narrative/narrative.h"
#include "analyze/narrative/reports.h"
#include "analyze/people/officer_mask.h"
#include "analyze/second/second.h"

/* A row being read: its narrative, then what was found in it. */
struct row_now {
  guint place;         /* in reports->rows */
  gsize text, length;  /* in the texts of its batch */
  const char *refused; /* why it is not read, static; NULL: it is */
  bool use, denies, mentions, gave_up;
  enum second_word second[SECOND_QUESTIONS]; /* the second reader's answers */
  bool leans[SECOND_QUESTIONS];              /* where it is unsure: closer to a yes */
  guint untried;                             /* words near it that never occurred in the text it was taught by */
  struct span second_use;   /* the sentence in which it finds a use that the word lists do not; of length 0: none */
  guint first_said, said;   /* in the batch's statements */
  guint first_named, named; /* in its people */
};

/* A statement (its value in the batch's values, its words in the narrative as written), and whom it means. */
struct said {
  struct statement statement;
  gint64 person;
  bool second; /* the second reader alone says it */
};

/* Rows that are read together: those of whole reports. */
struct batch {
  GArray *rows; /* of struct row_now */
  GString *texts;
  GStringChunk *values; /* of its statements */
  GArray *said;         /* of struct said */
  GArray *named;        /* of gint64 */
};

struct batch *batch_new(void);
void batch_free(struct batch *batch);
/* Appends a text; texts are adjacent, each ended by a NUL. REFUSED, static, says why the text is not read; NULL: it is. */
void batch_add(struct batch *batch, guint place, const char *text, gsize length, const char *refused);

/* What a thread reads with. KNOWN as of narrator_new, SYSTEMS as the names of plain_new; the others live longer. */
struct row_reader;
struct row_reader *row_reader_new(const struct roster *roster, const struct mask *mask, GHashTable *known,
                                  const struct reports *reports, const char *const *systems);
void row_reader_free(struct row_reader *reader);
/* NAME is a candidate's: second_know. */
void row_reader_know(struct row_reader *reader, const char *name);

/* Finds what the rows of BATCH say (a workers_task); OWN is a row_reader. */
void batch_read(gpointer batch, gpointer own);
