/* The second reader: answers questions about a narrative from weights taught at build time by labelled text (text/, .teach.c),
   without the lexicon's words. It never accuses alone: see README.md for how often it was right on writers that it was not taught
   by.

   How it is to be used. Each answer has a MARGIN: positive for yes, negative for no, and the further from 0 the surer.
   second_says() makes yes, no or unsure of it. A thing is settled where the lexicon and this reader say the same and this reader
   is not unsure; a finding whose ground is that something is not told needs both to say no; everything else is a passage for a
   person, who is shown SENTENCE (whole) first, and WORDS as what weighed most. */
#pragma once
#include <stdbool.h>
#include <glib.h>
#include "analyze/second/features.h"
#include "analyze/words/lexicon.h"

enum second_question {
  SECOND_USE,          /* is a use by this agency, or for it, told? */
  SECOND_REASON,       /* these five only of a narrative that tells a use: is it said why? */
  SECOND_SEARCHER,     /* is it said who ran it? */
  SECOND_CANDIDATE,    /* did it return a candidate? */
  SECOND_NONE,         /* did it return none? Neither this nor a candidate: the outcome is not told */
  SECOND_BEFORE,       /* was the Chief, or a designee, notified before it? */
  SECOND_NAMED,        /* these three only where a candidate is told: is the candidate named? */
  SECOND_CORROBORATED, /* is the candidate corroborated? */
  SECOND_ACTION,       /* is an action on the candidate told? */
  SECOND_QUESTIONS,
  SECOND_OF_CANDIDATE = SECOND_CORROBORATED /* from here on what stands about the names of known candidates counts, too */
};

enum { SECOND_WORDS = 3 };

struct second_answer {
  gint32 margin;
  struct span sentence; /* the one that spoke most for yes; of length 0 where the narrative has no word */
  struct span
      words[SECOND_WORDS]; /* in it, that weighed most for the answer, heaviest first; of length 0 where there are fewer */
};

enum second_word { SECOND_SAYS_NO = -1, SECOND_UNSURE, SECOND_SAYS_YES, SECOND_CERTAIN };

/* What .teach.c writes and the program is linked with: a row of weights for each slot, and a bit for each word of the teaching
 * text. */
struct second_taught {
  gint8 weights[FEATURE_SLOTS][SECOND_QUESTIONS];
  guint8 words[FEATURE_WORDS / 8];
  guint8 common[FEATURE_WORDS / 8]; /* those that two writers or more have */
};

/* SHA-256 of what was taught, in hexadecimal digits; the caller's. */
char *second_sha256(void);

struct second;

/* Holds scratch memory: one for each thread. Never NULL. */
struct second *second_open(void);
/* The same taught by other text, for the tests; TAUGHT must stay. */
struct second *second_open_with(const struct second_taught *taught);
void second_close(struct second *second);

/* NAME is a candidate's in the log, as written there: what is said about it counts to SECOND_OF_CANDIDATE and beyond, until all
 * names are forgotten. */
void second_know(struct second *second, const char *name);
void second_forget(struct second *second);

/* Answers all questions about TEXT, valid UTF-8 that ends with a NUL after LENGTH bytes and holds no other. */
void second_read(struct second *second, const char *text, gsize length, struct second_answer answers[SECOND_QUESTIONS]);

/* Of the text read last: how many words stand within two sentences of the one at SENTENCE that no teaching text has. Names, as
   capitals show them, and numbers are not counted. */
guint second_untried(const struct second *second, const char *text, struct span sentence);

/* What MARGIN comes to: thresholds were chosen, on writers held out, for each question. A certain yes is enough to accuse nobody,
   although the lexicon does not know the words. */
enum second_word second_says(enum second_question question, gint32 margin);

/* Unsure, and more than halfway to a yes. */
bool second_leans(enum second_question question, gint32 margin);

/* A question's name in labels and tables: "use", "reason" ... */
const char *second_name(enum second_question question);
