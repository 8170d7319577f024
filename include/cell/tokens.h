/* A cell as numbers, words and marks. Only this folder includes it. Nothing here allocates. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };

struct token {
  enum token_kind kind;
  bool blank;       /* preceded by white space */
  int value;        /* a number of up to 9 digits, else -1; for a mark, its character */
  guint length;     /* digits or letters */
  const char *text; /* lower case, in the scan's own buffer */
};

enum { SCAN_TOKENS = 48, SCAN_BYTES = 160 };

struct scan {
  struct token at[SCAN_TOKENS + 4]; /* ends with TOKEN_END, more than once: looking one token ahead is safe */
  char text[SCAN_BYTES + 1];
};

/* False if TEXT is too long or holds a character that no date or time has. NBSP and the like count as blanks, dashes of any width
   as "-". */
bool scan_read(struct scan *scan, const char *text);

bool token_is(const struct token *token, char mark);
bool token_word(const struct token *token, const char *word);
/* The position of a word in a list that ends with NULL; -1 if it is not in the list. */
int token_among(const struct token *token, const char *const *words);

/* The value of a number read as the digits after a decimal mark: 0 to 1. */
double token_fraction(const struct token *digits);
