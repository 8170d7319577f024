/* Heads: the "-- key: value" lines with which an SQL file of rules or of a report begins, and the values that more than one stage
   reads: needs and clauses. Which keys a file may have is decided by the reader of that kind of file. */
#pragma once
#include <glib.h>

/* A key, and the offset of its value (char *) in the struct that is filled. */
struct head_key {
  const char *name;
  gsize at;
};

/* Fills INTO, whose values are NULL before; a value is trimmed, and "-- more" on the next line continues it. Returns TEXT behind
   the head. A key that is not in KEYS, a repeated key or a line without a key stops the program (exit 3, with PATH and line). */
const char *head_read(const char *path, const char *text, const struct head_key *keys, gsize count, gpointer into);
/* Stops the program if the value of any of KEYS is missing or blank. */
void head_require(const char *path, const struct head_key *keys, gsize count, gconstpointer from);
/* Frees the values. */
void head_clear(const struct head_key *keys, gsize count, gpointer from);
/* The value of one key, whatever the others are; NULL if it is missing. The caller's string. */
char *head_value(const char *text, const char *key);

/* What a rule needs: a file of a kind, or a column of it. */
struct need {
  char *kind, *role; /* keys as in audit.ini: "personnel", "shift start"; ROLE NULL: any file of the kind */
};

/* "user_log, personnel.shift start | hours" as an array of arrays of struct need: at least one of each inner array must be met.
 */
GPtrArray *needs_read(const char *text);

/* Clauses by their numbers: C, 32.6.1, 32.6.2, ... 32.6.10, 32.6.11(1), 32.6.11(2). */
int clause_compare(const char *a, const char *b);
