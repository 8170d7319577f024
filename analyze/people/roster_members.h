/* Shared by the files of the roster: the members in memory and how they are looked up. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/people/near_spelling.h"

struct member {
  gint64 person;
  char *user_key, *employee, *last, *first; /* folded */
  char *bare, *letters, *digits;            /* of the user key: see account_bare, id_letters */
  char *full, *turned;                      /* the whole name, either way round */
};

struct roster {
  GArray *members;               /* of struct member */
  GHashTable *by_user;           /* folded user id -> struct member */
  GHashTable *by_employee;       /* id or badge without leading zeros -> struct member, or NULL if two share it */
  GHashTable *by_last;           /* each word of a folded surname -> GPtrArray of struct member */
  GHashTable *by_bare;           /* account without its domain -> struct member, or NULL if two share it */
  struct near_spelling *letters; /* of accounts, by place in MEMBERS */
  struct near_spelling *names;   /* whole names, either way round */
  bool marks[4096];              /* of those words: see word_mark */
};

/* An id or badge folded, without leading zeros; the caller's string. */
char *id_key(const char *id);
/* "NSBPD\jmarsh", "jmarsh@agency.gov", "CN=jmarsh": the account alone, folded; the caller's string. */
char *account_bare(const char *user_id);
/* Only the letters and digits of an id, in lower case; or only the digits. The caller's string. */
char *id_letters(const char *id, bool digits_only);

/* An index into MARKS, by a word's first letters and length: it shows that nearly all words are nobody's name. */
gsize word_mark(const char *word, gsize length);

/* Whether WORD is one of the folded words of NAMES. */
bool member_has(const char *names, const char *word);
