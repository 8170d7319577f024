/* Reads the word files of analyze/lexicon, which lexicon.h describes: meanings, their patterns for PCRE2, examples. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct word_pattern {
  char *expression;
  const char *file;
  guint line;
};

/* "yes:" or "no:". */
struct lexicon_example {
  int meaning;
  char *text;
  bool wanted; /* yes or no */
  const char *file;
  guint line;
};

struct word_meaning {
  char *name;
  guint first, count; /* its patterns */
};

struct wordfile {
  GArray *meanings;  /* of struct word_meaning */
  GArray *patterns;  /* of struct word_pattern: those of the first meaning, of the second, ... */
  GArray *examples;  /* of struct lexicon_example */
  GHashTable *parts; /* name -> expression */
  GHashTable *lists; /* names of the parts that are called */
};

/* Reads the named files of the tree (ends with NULL) as one. A faulty file stops the program with its name and line. */
struct wordfile *wordfile_read(const char *const *paths);
void wordfile_free(struct wordfile *words);
