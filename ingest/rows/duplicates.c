/* Rows by their hashes, in 1,024 tables that grow one by one and by a quarter, so that memory never doubles. A row with an id of
   its own stands under the hash of that id, any other under its own. Ids are told apart by 64 bits, rows by 106. */
#include "ingest/rows/duplicates.h"
#include "include/message.h"
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <xxhash.h>

enum { TABLE_BITS = 10, TABLES = 1 << TABLE_BITS, SECRET = 192 };

/* KEY: the 54 bits that the table does not tell, and 10 of the row. PLACE: 32 more of the row, and where it stands: lines counted
   on through all files, from 1; 0 is free. */
struct slot {
  guint64 key, place;
};

struct table {
  struct slot *at;
  guint size, used;
};

enum { CHUNK = 4096, GROUP = 64 };

struct chunk {
  struct slot slots[CHUNK];
  guint16 tables[CHUNK];
};

struct begun {
  guint source;
  guint base; /* its line 1 stands at BASE + 1 */
};

struct seen {
  struct table tables[TABLES];
  GPtrArray *waiting; /* of struct chunk, COUNT slots in all; NULL: in the tables */
  guint count, group; /* the first that has the last key */
  GString *key;       /* the last */
  GArray *begun;
  guint last;    /* the last place used */
  guint64 apart; /* rows that stand under their own hash */
  guchar secret[SECRET];
};

struct seen *seen_new(void) {
  struct seen *seen = g_new0(struct seen, 1);
  seen->begun = g_array_new(FALSE, FALSE, sizeof(struct begun));
  seen->waiting = g_ptr_array_new_with_free_func(g_free);
  seen->key = g_string_new(NULL);
  if (getrandom(seen->secret, SECRET, 0) != SECRET) stop_system(NULL, "no random numbers: %s", g_strerror(errno));
  return seen;
}

void seen_free(struct seen *seen) {
  if (!seen) return;
  for (guint i = 0; i < TABLES; i++) g_free(seen->tables[i].at);
  if (seen->waiting) g_ptr_array_unref(seen->waiting);
  g_string_free(seen->key, TRUE);
  g_array_free(seen->begun, TRUE);
  g_free(seen);
}

struct print print_of(const struct seen *seen, const char *text, gsize length) {
  XXH128_hash_t hash = XXH3_128bits_withSecret(text, length, seen->secret, SECRET);
  return (struct print){hash.high64, hash.low64};
}

guint64 print_id(const struct seen *seen, const char *id) {
  guint64 hash = XXH3_64bits_withSecret(id, strlen(id), seen->secret, SECRET);
  return hash ? hash : 1;
}

/* ---------------------------------------------------------------------------------------------------------- tables */

static guint table_number(guint64 name) { return (guint)(name >> (64 - TABLE_BITS)); }

static struct slot slot_make(guint64 name, struct print print, guint where) {
  return (struct slot){name << TABLE_BITS | print.low >> (64 - TABLE_BITS), print.low << 32 | where};
}

/* By 32 of the bits that stand in a slot. */
static guint slot_start(const struct table *table, guint64 key) { return (guint)((key >> 32) * table->size >> 32); }
static guint slot_next(const struct table *table, guint at) { return at + 1 == table->size ? 0 : at + 1; }

static void slot_put(struct table *table, struct slot slot) {
  guint at = slot_start(table, slot.key);
  while (table->at[at].place) at = slot_next(table, at);
  table->at[at] = slot;
  table->used++;
}

/* With another size, and without what stands behind LAST. */
static void table_make(struct table *table, guint size, guint last) {
  struct table fresh = {g_new0(struct slot, size), size, 0};
  for (guint i = 0; i < table->size; i++)
    if (table->at[i].place && (guint)table->at[i].place <= last) slot_put(&fresh, table->at[i]);
  g_free(table->at);
  *table = fresh;
}

static void table_add(struct table *table, struct slot slot) {
  if ((table->used + 1) * 5 > table->size * 4) table_make(table, table->size + table->size / 4 + 8, G_MAXUINT32);
  slot_put(table, slot);
}

/* Slots agree in name and, unless only that is asked, in what they have of the row. */
static bool slots_agree(struct slot a, struct slot b, bool name) {
  if (name) return a.key >> TABLE_BITS == b.key >> TABLE_BITS;
  return a.key == b.key && a.place >> 32 == b.place >> 32;
}

static bool table_find(const struct seen *seen, guint64 name, struct slot wanted, bool by_name, guint *where) {
  const struct table *table = &seen->tables[table_number(name)];
  if (!table->size) return false;
  for (guint at = slot_start(table, wanted.key); table->at[at].place; at = slot_next(table, at)) {
    if (!slots_agree(table->at[at], wanted, by_name)) continue;
    *where = (guint)table->at[at].place;
    return true;
  }
  return false;
}

/* --------------------------------------------------------------------------------------------------------- waiting */

/* By length, then by bytes: the order of numbers, and of most ids. NULL is before all. */
static int key_compare(const struct seen *seen, const struct sight *sight) {
  if (!sight->key) return -1;
  if (sight->key_length != seen->key->len) return sight->key_length < seen->key->len ? -1 : 1;
  return memcmp(sight->key, seen->key->str, sight->key_length);
}

static void waiting_add(struct seen *seen, guint64 name, struct slot slot) {
  guint at = seen->count++ % CHUNK;
  if (!at) g_ptr_array_add(seen->waiting, g_new(struct chunk, 1));
  struct chunk *chunk = seen->waiting->pdata[seen->waiting->len - 1];
  chunk->slots[at] = slot;
  chunk->tables[at] = (guint16)table_number(name);
}

static void waiting_end(struct seen *seen) {
  if (!seen->waiting) return;
  for (guint i = 0; i < TABLES && seen->count > CHUNK; i++) table_make(&seen->tables[i], seen->count / TABLES * 4 / 3 + 8, 0);
  for (guint i = 0; i < seen->count; i++) {
    struct chunk *chunk = seen->waiting->pdata[i / CHUNK];
    table_add(&seen->tables[chunk->tables[i % CHUNK]], chunk->slots[i % CHUNK]);
    if (i % CHUNK == CHUNK - 1) g_clear_pointer(&seen->waiting->pdata[i / CHUNK], g_free);
  }
  g_ptr_array_unref(seen->waiting);
  seen->waiting = NULL;
}

/* Among those of the last key. */
static bool waiting_find(const struct seen *seen, guint64 name, struct slot wanted, bool by_name, guint *where) {
  for (guint i = seen->group; i < seen->count; i++) {
    const struct chunk *chunk = seen->waiting->pdata[i / CHUNK];
    if (chunk->tables[i % CHUNK] != table_number(name) || !slots_agree(chunk->slots[i % CHUNK], wanted, by_name)) continue;
    *where = (guint)chunk->slots[i % CHUNK].place;
    return true;
  }
  return false;
}

static bool name_find(struct seen *seen, const struct sight *sight, guint64 name, bool by_name, guint *where) {
  struct slot wanted = slot_make(name, sight->print, 0);
  int order = seen->waiting ? seen->count ? key_compare(seen, sight) : sight->key ? 1 : -1 : -1;
  if (order > 0) return false;
  if (order < 0 || seen->count - seen->group > GROUP) waiting_end(seen);
  return seen->waiting ? waiting_find(seen, name, wanted, by_name, where) : table_find(seen, name, wanted, by_name, where);
}

/* ------------------------------------------------------------------------------------------------------------ rows */

static struct place place_of(const struct seen *seen, guint where) {
  guint i = seen->begun->len - 1;
  while (i && g_array_index(seen->begun, struct begun, i).base >= where) i--;
  const struct begun *begun = &g_array_index(seen->begun, struct begun, i);
  return (struct place){begun->source, where - begun->base};
}

void seen_begin(struct seen *seen, guint source) {
  guint count = seen->begun->len;
  struct begun begun = {source, seen->last};
  if (!count || g_array_index(seen->begun, struct begun, count - 1).source != source) {
    g_array_append_val(seen->begun, begun);
    return;
  }
  waiting_end(seen);
  seen->last = g_array_index(seen->begun, struct begun, count - 1).base;
  for (guint i = 0; i < TABLES; i++)
    if (seen->tables[i].size) table_make(&seen->tables[i], seen->tables[i].size, seen->last);
}

void seen_expect(const struct seen *seen, const struct sight *sight) {
  guint64 name = sight->id ? sight->id : sight->print.high;
  const struct table *table = &seen->tables[table_number(name)];
  if (!table->size) return;
  const struct slot *start = &table->at[slot_start(table, name << TABLE_BITS)];
  __builtin_prefetch(start);
  __builtin_prefetch(start + 4); /* the next 64 bytes */
}

bool seen_find(struct seen *seen, const struct sight *sight, struct place *place) {
  guint where;
  bool found = (sight->id && name_find(seen, sight, sight->id, false, &where)) ||
               (seen->apart && name_find(seen, sight, sight->print.high, false, &where));
  if (found) *place = place_of(seen, where);
  return found;
}

bool seen_id(struct seen *seen, const struct sight *sight, struct place *place) {
  guint where;
  if (!name_find(seen, sight, sight->id, true, &where)) return false;
  *place = place_of(seen, where);
  return true;
}

void seen_add(struct seen *seen, const struct sight *sight, guint line) {
  guint base = g_array_index(seen->begun, struct begun, seen->begun->len - 1).base;
  if (line > G_MAXUINT32 - base)
    stop_input(NULL, line, "the files of one kind have more than 4,294,967,295 lines: audit less at once");
  guint64 name = sight->id ? sight->id : sight->print.high;
  struct slot slot = slot_make(name, sight->print, base + line);
  int order = seen->waiting ? key_compare(seen, sight) : -1;
  seen->last = MAX(seen->last, base + line);
  seen->apart += !sight->id;
  if (order < 0) waiting_end(seen);
  if (!seen->waiting) {
    table_add(&seen->tables[table_number(name)], slot);
    return;
  }
  if (order > 0) {
    seen->group = seen->count;
    g_string_truncate(seen->key, 0);
    g_string_append_len(seen->key, sight->key, (gssize)sight->key_length);
  }
  waiting_add(seen, name, slot);
}
