/* TABLE: the words of headers. */
#pragma once
#include <glib.h>

/* A common name and the words that mean it, separated by blanks. A name of two words means both. */
struct vocabulary_word {
  const char *name, *words;
};
extern const struct vocabulary_word vocabulary[];
extern const guint vocabulary_count;
