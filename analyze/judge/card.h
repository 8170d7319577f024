/* The rule cards: one .sql file each, a head of "-- key: value" lines and one SELECT (or none: a clause that only a person can
   test). Two more may follow: after "-- to read:" what a person must read first, after "-- otherwise:" why the rule has no
   finding on a subject. A card without a SELECT may have one after "-- found:", whose only row and column is a sentence: what the
   records do show about the clause; MEANS says what they cannot show. The files of the tree are embedded; an agency's own come
   from [rules] folder. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct card {
  char *path, *text; /* the whole file */
  char *rule;        /* NULL: a clause that no record can test */
  char *clause, *title, *severity, *subject, *examines, *needs, *says, *means, *innocent;
  char *remedy;  /* what to do so that it does not happen again; NULL: not said */
  char *limit;   /* the key of [thresholds] that decides, what it is by itself, and why; NULL: none */
  char *outside; /* NULL: none; else a view of what EXAMINES leaves out because an input does not reach it, and why in WORDS */
  char *matter;  /* NULL: none; else the fact of an "account" or of the "log" on which findings rest: "account access" */
  char *tells;   /* NULL: none; else what it finds, to follow "the account X" or "report N" in the sentence of a matter */
  char *graver;  /* NULL: none; else the severity of findings of one detail: "high, said not used" */
  char *judged;  /* "last": it reads what the others found, and people's answers to that; NULL: in the order of clauses */
  const char *sql, *to_read, *otherwise, *found; /* pointers into TEXT, each including all that follows; NULL if there is none */
  bool own;                                      /* an agency's own rule */
};

/* All cards in the order of their clauses, then of their files; OWN_FOLDER may be NULL. A faulty card stops the program (exit 3,
   with file and line). An array of struct card *. */
GPtrArray *cards_load(const char *own_folder);

/* The SELECT after "-- otherwise:" in the TEXT of a card; NULL if there is none. ?1 is the subject (its event, report or person;
   of the log an event); its columns are verdict, which is 'does not fire', 'does not apply' or 'not tested', and words. */
const char *card_otherwise(const char *text);
