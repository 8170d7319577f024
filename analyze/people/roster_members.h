/* What the files of the roster share: the members in memory and how they are looked up. */
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
  GHashTable *by_employee;       /* id or badge without leading zeros -> struct member, or NULL where two share it */
  GHashTable *by_last;           /* each word of a folded surname -> GPtrArray of struct member */
  GHashTable *by_bare;           /* account without its domain -> struct member, or NULL where two share it */
  struct near_spelling *letters; /* of accounts, by place in MEMBERS */
  struct near_spelling *names;   /* whole names, either way round */
  bool marks[4096];              /* of those words: see word_mark */
};

/* An id or badge folded, without leading zeros; the caller's string. */
char *id_key(const char *id);
/* "NSBPD\jmarsh", "jmarsh@agency.gov", "CN=jmarsh": what is left is the account, folded; the caller's string. */
char *account_bare(const char *user_id);
/* Letters and digits of an id alone, in lower case; or the digits alone. The caller's string. */
char *id_letters(const char *id, bool digits_only);

/* Nearly all words are nobody's name: their first letters and length tell. An index of MARKS. */
gsize word_mark(const char *word, gsize length);

/* Whether WORD is one of the folded words of NAMES. */
bool member_has(const char *names, const char *word);
