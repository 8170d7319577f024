/* Remembers rows by a hash of their keys, not by their texts. Which cells lead where is known to the sections. */
#include "report/xlsx_links.h"

struct key {
  guint64 hash;
  struct row_place place; /* its row is 0 in a free slot */
};

struct links {
  GArray *rows;      /* of struct key, as they came */
  struct key *slots; /* by hash, at most half full */
  gsize size;        /* a power of two */
};

struct links *links_new(void) {
  struct links *links = g_new0(struct links, 1);
  links->rows = g_array_new(FALSE, FALSE, sizeof(struct key));
  return links;
}

void links_free(struct links *links) {
  if (links->rows) g_array_unref(links->rows);
  g_free(links->slots);
  g_free(links);
}

guint64 links_hash(const char *text) {
  guint64 hash = 0xCBF29CE484222325ULL;
  for (; *text; text++) hash = (hash ^ (guchar)*text) * 0x100000001B3ULL;
  return hash ^ hash >> 32;
}

void links_keep(struct links *links, const char *text, struct row_place place) {
  if (!text) return;
  struct key key = {links_hash(text), place};
  g_array_append_val(links->rows, key);
}

/* The slot of HASH, or the free one where it would be. */
static struct key *slot_of(const struct links *links, guint64 hash) {
  gsize at = hash & (links->size - 1);
  while (links->slots[at].place.row && links->slots[at].hash != hash) at = (at + 1) & (links->size - 1);
  return &links->slots[at];
}

void links_ready(struct links *links) {
  for (links->size = 16; links->size < (gsize)links->rows->len * 2;) links->size *= 2;
  links->slots = g_new0(struct key, links->size);
  for (guint i = 0; i < links->rows->len; i++) {
    const struct key *key = &g_array_index(links->rows, struct key, i);
    struct key *slot = slot_of(links, key->hash);
    if (!slot->place.row) *slot = *key;
  }
  g_array_unref(links->rows);
  links->rows = NULL;
}

bool links_find(const struct links *links, const char *text, struct row_place *place) {
  const struct key *slot = slot_of(links, links_hash(text));
  *place = slot->place;
  return slot->place.row > 0;
}
