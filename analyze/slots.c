/* Open addressing; at most three slots in four are taken. Keys that follow one another stand together, since reports are numbered
   and cited in runs: sixteen of them share a stretch of slots, and what finds its place taken goes to the same place of the
   next stretch. */
#include "analyze/slots.h"

enum { BITS_LEAST = 6, STRETCH = 16 };

static gsize slot_first(const struct slots *slots, guint64 key) {
  return (gsize)(((key / STRETCH * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> (64 - slots->bits)) ^ key % STRETCH);
}

/* Comes by every slot. */
static gsize slot_next(const struct slots *slots, gsize at) {
  gsize size = (gsize)1 << slots->bits;
  return at + STRETCH < size ? at + STRETCH : (at + 1) % STRETCH;
}

static gsize slot_find(const struct slots *slots, guint64 key) {
  gsize at = slot_first(slots, key);
  while (slots->at[at].report && (slots->at[at].low != (guint32)key || slots->at[at].high != (guint32)(key >> 32)))
    at = slot_next(slots, at);
  return at;
}

guint32 slots_get(const struct slots *slots, guint64 key) { return slots->bits ? slots->at[slot_find(slots, key)].report : 0; }

void slots_fetch(const struct slots *slots, guint64 key) {
  if (slots->bits) __builtin_prefetch(&slots->at[slot_first(slots, key)]);
}

static void slots_grow(struct slots *slots) {
  struct slots wider = {NULL, slots->count, slots->bits ? slots->bits + 1 : BITS_LEAST};
  wider.at = g_new0(struct slot, (gsize)1 << wider.bits);
  for (gsize i = 0; slots->bits && i < (gsize)1 << slots->bits; i++) {
    const struct slot *slot = &slots->at[i];
    if (slot->report) wider.at[slot_find(&wider, (guint64)slot->high << 32 | slot->low)] = *slot;
  }
  g_free(slots->at);
  *slots = wider;
}

guint32 *slots_put(struct slots *slots, guint64 key) {
  if (!slots->bits || (guint64)slots->count * 4 >= (guint64)3 << slots->bits) slots_grow(slots);
  struct slot *slot = &slots->at[slot_find(slots, key)];
  if (!slot->report) slot->low = (guint32)key, slot->high = (guint32)(key >> 32), slots->count++;
  return &slot->report;
}

void slots_clear(struct slots *slots) {
  g_free(slots->at);
  *slots = (struct slots){NULL, 0, 0};
}
