/* Rows by their hashes, in 1,024 tables that grow one by one and by a quarter, so that memory never doubles. A row with an id of
   its own stands under the hash of that id, any other under its own. Ids are told apart by 64 bits, rows by 106. */
#include "seen.h"
#include "say.h"
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

struct begun {
  guint source;
  guint base; /* its line 1 stands at BASE + 1 */
};

struct seen {
  struct table tables[TABLES];
  GArray *begun;
  guint last;    /* the last place used */
  guint64 apart; /* rows that stand under their own hash */
  guchar secret[SECRET];
};

struct seen *seen_new(void) {
  struct seen *seen = g_new0(struct seen, 1);
  seen->begun = g_array_new(FALSE, FALSE, sizeof(struct begun));
  if (getrandom(seen->secret, SECRET, 0) != SECRET) stop_system(NULL, "no random numbers: %s", g_strerror(errno));
  return seen;
}

void seen_free(struct seen *seen) {
  if (!seen) return;
  for (guint i = 0; i < TABLES; i++) g_free(seen->tables[i].at);
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

static bool table_find(const struct seen *seen, guint64 name, const struct print *print, guint *where) {
  const struct table *table = &seen->tables[table_number(name)];
  if (!table->size) return false;
  struct slot wanted = slot_make(name, print ? *print : (struct print){0, 0}, 0);
  guint64 unsaid = print ? 0 : (1u << TABLE_BITS) - 1;
  for (guint at = slot_start(table, wanted.key); table->at[at].place; at = slot_next(table, at)) {
    struct slot slot = table->at[at];
    if ((slot.key | unsaid) != (wanted.key | unsaid) || (print && slot.place >> 32 != wanted.place >> 32)) continue;
    *where = (guint)slot.place;
    return true;
  }
  return false;
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
  seen->last = g_array_index(seen->begun, struct begun, count - 1).base;
  for (guint i = 0; i < TABLES; i++)
    if (seen->tables[i].size) table_make(&seen->tables[i], seen->tables[i].size, seen->last);
}

void seen_expect(const struct seen *seen, guint64 id, struct print print) {
  guint64 name = id ? id : print.high;
  const struct table *table = &seen->tables[table_number(name)];
  if (table->size) __builtin_prefetch(&table->at[slot_start(table, name << TABLE_BITS)]);
}

bool seen_find(const struct seen *seen, guint64 id, struct print print, struct place *place) {
  guint where;
  bool found = (id && table_find(seen, id, &print, &where)) || (seen->apart && table_find(seen, print.high, &print, &where));
  if (found) *place = place_of(seen, where);
  return found;
}

bool seen_id(const struct seen *seen, guint64 id, struct place *place) {
  guint where;
  if (!table_find(seen, id, NULL, &where)) return false;
  *place = place_of(seen, where);
  return true;
}

void seen_add(struct seen *seen, guint64 id, struct print print, guint line) {
  guint base = g_array_index(seen->begun, struct begun, seen->begun->len - 1).base;
  if (line > G_MAXUINT32 - base)
    stop_input(NULL, line, "the files of one kind have more than 4,294,967,295 lines: audit less at once");
  guint64 name = id ? id : print.high;
  struct table *table = &seen->tables[table_number(name)];
  seen->last = MAX(seen->last, base + line);
  seen->apart += !id;
  if ((table->used + 1) * 5 > table->size * 4) table_make(table, table->size + table->size / 4 + 8, G_MAXUINT32);
  slot_put(table, slot_make(name, print, base + line));
}
