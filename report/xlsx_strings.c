/* A table of texts by their bytes, of limited size. Who writes the texts themselves is known to the caller. */
#include "report/xlsx_strings.h"
#include "report/xlsx_cell.h"
#include <string.h>

#define SLOTS (1u << 17)
#define ENTRIES_MOST (SLOTS / 2)
#define LONGEST 400u  /* bytes: longer texts seldom come again */
#define TRIAL 512u    /* texts of a column before it is judged */
#define TRIAL_PART 2u /* at least one in so many must have been known */

struct strings {
  struct shared *slots;
  guint used;
  GStringChunk *texts;
  guint (*keep)(void *data, const char *text);
  void *data;
};

struct strings *strings_new(guint (*keep)(void *data, const char *text), void *data) {
  struct strings *strings = g_new0(struct strings, 1);
  *strings = (struct strings){g_new0(struct shared, SLOTS), 0, g_string_chunk_new(1 << 16), keep, data};
  return strings;
}

void strings_free(struct strings *strings) {
  g_free(strings->slots);
  g_string_chunk_free(strings->texts);
  g_free(strings);
}

static guint32 text_hash(const char *text, gsize length) {
  guint64 hash = 0x9E3779B97F4A7C15ULL ^ length, word;
  for (; length >= sizeof word; text += sizeof word, length -= sizeof word) {
    memcpy(&word, text, sizeof word);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy(&word, text, length);
  hash = (hash ^ word) * 0xC4CEB9FE1A85EC53ULL;
  return (guint32)(hash ^ hash >> 29);
}

static struct shared *entry_find(const struct strings *strings, const char *text, gsize length, guint32 hash) {
  for (guint32 at = hash;; at++) {
    struct shared *entry = &strings->slots[at & (SLOTS - 1)];
    if (!entry->text || (entry->hash == hash && entry->length == length && memcmp(entry->text, text, length) == 0)) return entry;
  }
}

/* The number is of the text as shown: two texts may share one. */
static void entry_make(struct strings *strings, struct shared *entry, const char *text, gsize length, guint32 hash,
                       guint64 *cut) {
  struct ink xml = {0};
  guint width = 0;
  cell_xml(&xml, text, length, &width, cut);
  ink_free(&xml);
  g_autofree char *shown = cell_string(text, cut);
  *entry = (struct shared){.text = g_string_chunk_insert_len(strings->texts, text, (gssize)length),
                           .hash = hash,
                           .length = (guint32)length,
                           .width = width};
  int tail = g_snprintf(entry->tail, sizeof entry->tail, " t=\"s\"><v>%u</v></c>", strings->keep(strings->data, shown));
  g_assert(tail < (int)sizeof entry->tail);
  entry->tail_length = (guint8)tail;
  strings->used++;
}

static const struct shared *entry_ask(struct strings *strings, const char *text, gsize length, bool *known, guint64 *cut) {
  guint32 hash = text_hash(text, length);
  struct shared *entry = entry_find(strings, text, length, hash);
  *known = entry->text;
  if (*known) return entry;
  if (strings->used == ENTRIES_MOST) return NULL;
  entry_make(strings, entry, text, length, hash, cut);
  return entry;
}

const struct shared *strings_find(struct strings *strings, struct share *share, const char *text, gsize length, guint64 *cut) {
  bool known = true;
  if (length > LONGEST) return NULL;
  if (!share) return entry_ask(strings, text, length, &known, cut);
  if (share->off) return NULL;
  const struct shared *entry = share->last;
  if (!entry || entry->length != length || memcmp(entry->text, text, length) != 0)
    entry = entry_ask(strings, text, length, &known, cut);
  if (entry) share->last = entry;
  share->asked++;
  share->known += known;
  if (share->asked == TRIAL) {
    share->off = share->known * TRIAL_PART < share->asked;
    share->asked = share->known = 0; /* judged again: a column may change */
  }
  return entry;
}
