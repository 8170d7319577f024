/* Runs the automaton of the literals. */
#include "analyze/automaton.h"
#include <string.h>

static void found_join(const struct automaton *automaton, guint mask, guint64 *found) {
  const guint64 *set = (const guint64 *)(const void *)((const char *)automaton + automaton->sets) + mask * automaton->size;
  for (gsize i = 0; i < automaton->size; i++) found[i] |= set[i];
}

bool automaton_scan(const struct automaton *automaton, const char *text, gsize length, guint64 *found) {
  const guint16 *next = (const guint16 *)(const void *)((const char *)automaton + automaton->next);
  const guint16 *masks = (const guint16 *)(const void *)((const char *)automaton + automaton->masks);
  guint state = 0, inside = 0, seen = 0;
  memset(found, 0, automaton->size * sizeof *found);
  for (gsize i = 0; i <= length; i++) {
    guint8 byte = i < length ? (guint8)text[i] : ' ', class = automaton->classes[byte];
    seen |= byte;
    if ((class & AUTOMATON_WORD) != inside) {
      inside = class & AUTOMATON_WORD;
      state = next[state * AUTOMATON_CLASSES + AUTOMATON_EDGE];
      if (masks[state]) found_join(automaton, masks[state], found);
    }
    state = next[state * AUTOMATON_CLASSES + (class & (AUTOMATON_CLASSES - 1))];
    if (masks[state]) found_join(automaton, masks[state], found);
  }
  return seen < 0x80;
}
