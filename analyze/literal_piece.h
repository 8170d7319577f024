/* What literal.c knows of a piece of an expression while it reads it; nobody but literal.c and literal_piece.c includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/literal.h"

enum { RUN_MOST = 32 }; /* texts of a run */

/* Alone in a text: what stands before it is no letter of a word. */
#define NO_WORD '\2'

struct text {
  guint8 length;
  char bytes[LITERAL_SIZE - 1];
};

/* All that a piece of an expression can match, where that is little. */
struct run {
  guint count;
  struct text at[RUN_MOST];
};

/* EXACT: RUN holds every text that it matches. BLANK: what it matches begins and ends with no letter of a word. The needs hold
   beside the run. */
struct piece {
  bool exact, blank;
  struct run run;
  struct literal_needs needs;
};

struct literals {
  GHashTable *lists;  /* name -> struct piece */
  GHashTable *groups; /* of struct group: the parts of a lexicon stand in many patterns */
  GPtrArray *sets;
};

bool word_letter(char c);

void run_char(struct run *run, char c);

/* One character more for every text. */
void run_put(struct run *run, char c);

/* False where there are too many. */
bool run_add(struct run *run, const struct text *text);

/* Every text of RUN followed by every text of MORE; false, RUN as it was, where that is too much. */
bool run_join(struct run *run, const struct run *more);

/* What is known of the place behind all texts of a run: LITERAL_EDGE, NO_WORD or 0. */
char run_after(const struct run *run);

void needs_join(struct literal_needs *needs, const struct literal_needs *more);

/* A run that ends here: one of its texts stands in every match. */
void needs_run(struct literals *literals, struct literal_needs *needs, const struct run *run);

/* What an exact piece can match becomes a need. */
void piece_settle(struct literals *literals, struct piece *piece);
void piece_anything(struct piece *piece);
void piece_nothing(struct piece *piece);
void piece_char(struct piece *piece, char c);

/* The branches of an alternation: each is told, then the piece that they are together. */
struct branches;
struct branches *branches_new(void);
void branches_free(struct branches *branches);
void branch_add(struct branches *branches, const struct piece *piece);
void branches_settle(struct literals *literals, const struct branches *branches, struct piece *piece);
