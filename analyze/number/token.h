/* A text as runs of digits and of letters, and texts as keys. Only this folder includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { TOKENS_MOST = 24 };

struct token { /* a run of digits or of letters */
  const char *text;
  guint length;
  bool digits;
  const char *gap; /* what is between the previous token and this one */
  guint gap_length;
};

guint number_tokens(const char *text, struct token *tokens, guint most);
guint64 token_number(const struct token *token);
int token_year(const char *digits, guint length); /* 0: no year */

/* Whether the token and the previous one may belong to one number: at most MOST bytes are between them, none of which separates.
 */
bool gap_joins(const struct token *token, guint most);

/* The first three letters in one number. */
guint16 series_pack(const char *letters, guint length);

/* Letters and digits only, in upper case; for a CAD event number, the same for both systems. The caller's. */
char *number_plain(const char *text);
char *number_cad_key(const char *cad);

/* Whether the cell is a placeholder: "n/a", "pending", "26-0000". */
bool number_placeholder(const char *text);
