/* Fingerprints of rows, to find exact duplicates. Two rows count as equal when 128 bits of XXH3 agree. */
#include "seen.h"
#include <string.h>
#define XXH_STATIC_LINKING_ONLY /* for a state on the stack */
#include <xxhash.h>

struct entry {
  struct fingerprint fingerprint;
  guint source, line; /* source 0: free */
};

struct seen {
  struct entry *at;
  gsize size, used; /* SIZE is a power of two */
};

struct seen *seen_new(void) {
  struct seen *seen = g_new0(struct seen, 1);
  seen->size = 1024;
  seen->at = g_new0(struct entry, seen->size);
  return seen;
}

void seen_free(struct seen *seen) {
  if (!seen) return;
  g_free(seen->at);
  g_free(seen);
}

static struct entry *seen_place(const struct seen *seen, struct fingerprint fingerprint) {
  gsize place = fingerprint.low & (seen->size - 1);
  while (seen->at[place].source && memcmp(&seen->at[place].fingerprint, &fingerprint, sizeof fingerprint))
    place = (place + 1) & (seen->size - 1);
  return &seen->at[place];
}

static void seen_resize(struct seen *seen, gsize size, guint without) {
  struct seen fresh = {g_new0(struct entry, size), size, 0};
  for (gsize i = 0; i < seen->size; i++) {
    if (!seen->at[i].source || seen->at[i].source == without) continue;
    *seen_place(&fresh, seen->at[i].fingerprint) = seen->at[i];
    fresh.used++;
  }
  g_free(seen->at);
  *seen = fresh;
}

bool seen_add(struct seen *seen, struct fingerprint fingerprint, guint *source, guint *line) {
  struct entry *entry = seen_place(seen, fingerprint);
  if (entry->source) {
    *source = entry->source, *line = entry->line;
    return false;
  }
  *entry = (struct entry){fingerprint, *source, *line};
  if (++seen->used * 2 > seen->size) seen_resize(seen, seen->size * 2, 0);
  return true;
}

void seen_forget(struct seen *seen, guint source) { seen_resize(seen, seen->size, source); }

struct fingerprint fingerprint_cells(char *const *cells, const gsize *lengths, const guint *order, guint count) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (guint i = 0; i < count; i++) {
    gsize length = lengths[order[i]];
    XXH3_128bits_update(&state, &length, sizeof length); /* so that "ab","c" is not "a","bc" */
    XXH3_128bits_update(&state, cells[order[i]], length);
  }
  XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return (struct fingerprint){hash.high64, hash.low64};
}

struct fingerprint fingerprint_text(const char *text) {
  XXH128_hash_t hash = XXH3_128bits(text, strlen(text));
  return (struct fingerprint){hash.high64, hash.low64};
}
