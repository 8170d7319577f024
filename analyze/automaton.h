/* Finds in one pass over a text which of many sets of literals have one that stands in it, whatever its case: an Aho-Corasick
   automaton whose answer is a bit set. prefilter.h builds it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { AUTOMATON_CLASSES = 64, AUTOMATON_EDGE = 1, AUTOMATON_WORD = 0x80 };

/* One block without pointers, so that it may be made when the program is built. Offsets count from its start. */
struct automaton {
  guint32 bytes;       /* of all of it, a multiple of 8 */
  guint32 size;        /* guint64 of an answer */
  guint32 next;        /* AUTOMATON_CLASSES guint16 of every state; state 0 is the start */
  guint32 masks;       /* a guint16 of every state: which of the sets, 0 none */
  guint32 sets;        /* SIZE guint64 of each */
  guint8 classes[256]; /* of every byte what it is in a literal, with AUTOMATON_WORD where words are made of it */
};

/* Fills FOUND with the bits of what stands in LENGTH bytes of TEXT: all bits where U+212A or U+017F does, which caseless
   patterns take for k and s. Says whether the text is ASCII. */
bool automaton_scan(const struct automaton *automaton, const char *text, gsize length, guint64 *found);
