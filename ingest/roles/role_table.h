/* What headers and sample cells say, for roles.c only: the table of roles, the words of a header, the look of a column. */
#pragma once
#include "ingest/roles/roles.h"

enum look {
  LOOK_INTEGER = 1 << 0,
  LOOK_CODE = 1 << 1,  /* one token with digits: 2022-9073, WS-CIU-04 */
  LOOK_LOGIN = 1 << 2, /* one token that begins with a letter: jmarsh, AGENCY\jmarsh, an e-mail address */
  LOOK_HEX = 1 << 3,   /* a UUID or hash */
  LOOK_NAME = 1 << 4,  /* Last, First; First Last; Det. J. Marsh */
  LOOK_WORD = 1 << 5,  /* up to three words without digits */
  LOOK_TEXT = 1 << 6,  /* several words */
  LOOK_LONG = 1 << 7,  /* more than a line of them */
  LOOK_IP = 1 << 8,
  LOOK_FILE = 1 << 9, /* a file name */
  LOOK_DATETIME = 1 << 10,
  LOOK_DATE = 1 << 11, /* a date, or a date at 0:00 */
  LOOK_TIME = 1 << 12,
  LOOK_FLAG = 1 << 13, /* Y, N, true, 0 ... */
  LOOK_COUNT = 14,
  LOOK_ALL = (1 << 14) - 1
};

struct role_entry {
  const char *name;
  enum kind kind;
  bool required;
  unsigned fits, bears; /* looks that speak for the role, and looks it puts up with; any other speaks against it */
  const char *phrases;  /* "user id:100|user:92": headers in the words of words.c, and how sure each makes it */
};

extern const struct role_entry role_table[ROLE_COUNT];

/* Headers of columns that play no role, whatever else they resemble. */
extern const char *const role_decoys;

/* A common name and the words that mean it, by blanks. A name of two words stands for both. */
struct vocabulary_word {
  const char *name, *words;
};
extern const struct vocabulary_word vocabulary[];
extern const guint vocabulary_count;

enum { WORDS_MAX = 12, WORD_BYTES = 24 };

struct words {
  char at[WORDS_MAX][WORD_BYTES];
  double weight[WORDS_MAX];
  guint count;
};

/* The words of a header, each by its common name ("Txn #" -> transaction number). Too long for a header: none. */
void words_read(struct words *words, const char *header);

/* What a word weighs in a header or, as one that is KNOWN, in a phrase. */
double word_weight(const char *word, bool known);

/* How well a header reads as each role and as one that plays none, 0 to 100. */
struct scores {
  struct words words;
  double role[ROLE_COUNT], decoy;
};

/* Of a header, as words_read has it. They stand until the next call on the same thread. */
const struct scores *scores_of(const char *header);

/* 0 to 1: how alike two headers are, dates and times left out: "Report Date" and "Report Time" are. */
double words_alike(const struct words *a, const struct words *b);

struct look_column {
  guint stated; /* cells that state something */
  guint distinct;
  double share[LOOK_COUNT]; /* of the stated ones, by bit */
  unsigned *cells;          /* STATED masks */
};

void look_read(struct look_column *column, char ***samples, guint sample_count, guint position);
void look_clear(struct look_column *column);
double look_share(const struct look_column *column, enum look look);
/* What the cells add to or take from a header's score for ROLE. */
double look_evidence(const struct look_column *column, enum role role);
