/* Reports by a number, compact: a city's decade has millions. 0 is never a report. */
#pragma once
#include <glib.h>

struct slot {
  guint32 low, high, report; /* the halves of the key */
};

struct slots {
  struct slot *at;
  guint count, bits; /* BITS 0: nothing is there yet */
};

/* The report of KEY, 0 where there is none. */
guint32 slots_get(const struct slots *slots, guint64 key);
/* KEY will soon be asked for. */
void slots_fetch(const struct slots *slots, guint64 key);
/* Where the report of KEY stands, 0 where it is new; until the next call. */
guint32 *slots_put(struct slots *slots, guint64 key);
void slots_clear(struct slots *slots);
