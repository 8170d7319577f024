/* The texts met lately, with what a table says of them: in front of a GHashTable, for columns whose texts come again and again.
 */
#pragma once
#include <glib.h>

enum { MEMO_PLACES = 512 };

struct memo {
  struct {
    const char *text;
    gsize length;
    gpointer value;
  } at[MEMO_PLACES];
};

/* NULL where TEXT is not remembered. */
gpointer memo_find(const struct memo *memo, const char *text, gsize length);
/* TEXT and VALUE, which is not NULL, must live as long as the memo. */
void memo_keep(struct memo *memo, const char *text, gsize length, gpointer value);
