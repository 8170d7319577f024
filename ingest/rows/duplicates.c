/* Keeps rows in one table: a row with an id of its own under the print of the id, any other under its own print. */
#include "ingest/rows/duplicates.h"
#include "include/sha256.h"
#include <string.h>

struct entry {
  struct print name, row;
  struct place place;
};

struct duplicates {
  GHashTable *entries; /* a set of struct entry */
  struct hash *hash;
};

static guint entry_hash(gconstpointer entry) { return (guint)((const struct entry *)entry)->name.low; }

static bool prints_equal(struct print a, struct print b) { return a.high == b.high && a.low == b.low; }

static gboolean entry_equal(gconstpointer a, gconstpointer b) {
  return prints_equal(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

struct duplicates *duplicates_new(void) {
  struct duplicates *seen = g_new(struct duplicates, 1);
  *seen = (struct duplicates){g_hash_table_new_full(entry_hash, entry_equal, g_free, NULL), hash_begin()};
  return seen;
}

void duplicates_free(struct duplicates *seen) {
  if (!seen) return;
  g_hash_table_unref(seen->entries);
  g_free(hash_end(seen->hash));
  g_free(seen);
}

struct print print_of(struct duplicates *seen, const char *text, gsize length) {
  guint8 sum[32];
  struct print print;
  hash_bytes(seen->hash, text, length, sum);
  memcpy(&print, sum, sizeof print);
  return print;
}

static const struct entry *entry_find(const struct duplicates *seen, struct print name) {
  const struct entry wanted = {.name = name};
  return g_hash_table_lookup(seen->entries, &wanted);
}

bool duplicates_find(const struct duplicates *seen, const struct row_print *print, struct place *place) {
  const struct entry *entry = print->named ? entry_find(seen, print->id) : NULL;
  if (!entry || !prints_equal(entry->row, print->row)) entry = entry_find(seen, print->row);
  if (entry) *place = entry->place;
  return entry;
}

bool duplicates_find_id(const struct duplicates *seen, const struct row_print *print, struct place *place) {
  const struct entry *entry = entry_find(seen, print->id);
  if (entry) *place = entry->place;
  return entry;
}

void duplicates_add(struct duplicates *seen, const struct row_print *print, struct place place) {
  struct entry *entry = g_new(struct entry, 1);
  *entry = (struct entry){print->named ? print->id : print->row, print->row, place};
  g_hash_table_add(seen->entries, entry);
}
