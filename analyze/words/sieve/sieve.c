/* Looks in a text for the needs of all patterns at once; pattern_needs.c derives what a pattern needs. */
#include "analyze/words/sieve/sieve.h"
#include <string.h>
#include "analyze/words/sieve/pattern_needs.h"

enum { KEY_LETTERS = 3, KEYS = 1 << 5 * KEY_LETTERS };
#define NO_NEED G_MAXUINT32

/* A text of a need, found by its first three letters. */
struct entry {
  struct letters text;
  guint32 need;
};

struct sieve {
  char letters[256];  /* of every byte */
  guint count, needs; /* of expressions; of different needs */
  guint32 *need;      /* of every expression */
  GArray *entries;    /* of struct entry, by their keys */
  guint32 *first;     /* of every key and one behind: its entries */
};

static guint key_of(const char *letters) {
  return ((guint)letters[0] & 31) << 10 | ((guint)letters[1] & 31) << 5 | ((guint)letters[2] & 31);
}

static gint entry_order(gconstpointer a, gconstpointer b) {
  const struct entry *one = a, *other = b;
  return (gint)key_of(one->text.at) - (gint)key_of(other->text.at);
}

/* Equal needs are stored once: patterns share their parts. */
static guint32 need_number(struct sieve *sieve, GHashTable *numbers, const struct need *need) {
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < need->count; i++) g_string_append_printf(all, "%s|", need->texts[i].at);
  gpointer held = g_hash_table_lookup(numbers, all->str);
  if (held) return g_string_free(all, TRUE), GPOINTER_TO_UINT(held) - 1;
  for (guint i = 0; i < need->count; i++) {
    struct entry entry = {need->texts[i], sieve->needs};
    g_array_append_val(sieve->entries, entry);
  }
  g_hash_table_insert(numbers, g_string_free(all, FALSE), GUINT_TO_POINTER(++sieve->needs));
  return sieve->needs - 1;
}

struct sieve *sieve_new(const char *const *expressions, guint count) {
  struct sieve *sieve = g_new0(struct sieve, 1);
  struct needs *needs = needs_new();
  g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  sieve->count = count, sieve->need = g_new(guint32, count), sieve->first = g_new0(guint32, KEYS + 1);
  sieve->entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
  for (guint i = 0; i < 256; i++) sieve->letters[i] = letter_of((guchar)i);
  for (guint i = 0; i < count; i++) {
    const struct need *need = needs_derive(needs, expressions[i]);
    sieve->need[i] = need ? need_number(sieve, numbers, need) : NO_NEED;
  }
  g_array_sort(sieve->entries, entry_order);
  for (guint i = 0; i < sieve->entries->len; i++)
    sieve->first[key_of(g_array_index(sieve->entries, struct entry, i).text.at) + 1] = i + 1;
  for (guint key = 1; key <= KEYS; key++) sieve->first[key] = MAX(sieve->first[key], sieve->first[key - 1]);
  needs_free(needs);
  return sieve;
}

void sieve_free(struct sieve *sieve) {
  g_array_unref(sieve->entries);
  g_free(sieve->need), g_free(sieve->first);
  g_free(sieve);
}

gsize sieve_size(const struct sieve *sieve) { return sieve->needs / 64 + 1; }

bool sieve_passes(const struct sieve *sieve, guint number, const guint64 *found) {
  guint32 need = sieve->need[number];
  return need == NO_NEED || found[need / 64] >> need % 64 & 1;
}

/* U+017F and U+212A, which match s and k. */
static bool letter_folds(const char *text, gsize left) {
  return (left >= 2 && !memcmp(text, "\xC5\xBF", 2)) || (left >= 3 && !memcmp(text, "\xE2\x84\xAA", 3));
}

/* The letters of a text between two blanks, followed by as many bytes as an entry has; NULL if not all of them are known. */
static char *text_letters(const struct sieve *sieve, const char *text, gsize length, gsize *count) {
  char *letters = g_malloc(length + 2 + LETTERS_MOST), *end = letters;
  *end++ = ' ';
  for (gsize i = 0; i < length; i++) {
    char letter = sieve->letters[(guchar)text[i]];
    if ((text[i] & 0x80) && letter_folds(text + i, length - i)) return g_free(letters), NULL;
    if (letter != ' ' || end[-1] != ' ') *end++ = letter;
  }
  if (end[-1] != ' ') *end++ = ' ';
  *count = (gsize)(end - letters);
  memset(end, 0, LETTERS_MOST);
  return letters;
}

void sieve_text(const struct sieve *sieve, const char *text, gsize length, guint64 *found) {
  gsize count;
  g_autofree char *letters = text_letters(sieve, text, length, &count);
  const struct entry *entries = (const struct entry *)(const void *)sieve->entries->data;
  memset(found, letters ? 0 : 0xFF, sieve_size(sieve) * sizeof *found);
  for (gsize at = 0; letters && at + KEY_LETTERS <= count; at++) {
    guint key = key_of(letters + at);
    for (guint i = sieve->first[key]; i < sieve->first[key + 1]; i++)
      if (!memcmp(letters + at, entries[i].text.at, entries[i].text.length))
        found[entries[i].need / 64] |= G_GUINT64_CONSTANT(1) << entries[i].need % 64;
  }
}
