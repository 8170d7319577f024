/* A lexicon without its expressions: names, what patterns need and begin with, the patterns compiled. One block without pointers,
   made when the program is built (.seal.c), or when a lexicon is asked for that was not. */
#pragma once
#include <glib.h>
#include "analyze/automaton.h"
#include "analyze/literal.h"
#include "analyze/opening.h"
#include "analyze/words/wordfile.h"

/* Offsets count from the start of the block and are multiples of 8; 0: there is none. */
struct sealed_meaning {
  guint32 name, first, count; /* its patterns */
};

struct sealed_pattern {
  guint32 needs, need[LITERAL_SETS_MOST]; /* bits of the automaton, all of which a text must have */
  guint32 opening;
  guint32 code; /* what matcher_encode made */
};

struct sealed {
  guint32 bytes, meaning_count, pattern_count;
  guint32 paths; /* of the word files, a line each */
  guint32 meanings, patterns, automaton;
};

/* The one that was made of these files when the program was built; else NULL. */
const struct sealed *sealed_find(const char *const *paths);

/* ENCODE (may be NULL) gives the code of an expression. Free it with g_free. */
struct sealed *sealed_make(const char *const *paths, const struct wordfile *words,
                           GByteArray *(*encode)(const struct word_pattern *pattern));

const struct sealed_meaning *sealed_meaning(const struct sealed *sealed, guint number);
const struct sealed_pattern *sealed_pattern(const struct sealed *sealed, guint number);
const char *sealed_name(const struct sealed *sealed, guint meaning);
const struct automaton *sealed_automaton(const struct sealed *sealed);
const struct opening *sealed_opening(const struct sealed *sealed, const struct sealed_pattern *pattern);
const guint8 *sealed_code(const struct sealed *sealed, const struct sealed_pattern *pattern);
