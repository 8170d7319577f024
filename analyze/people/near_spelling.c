/* An index of texts with one letter left out, by their hashes. */
#include "analyze/people/near_spelling.h"
#include <string.h>
#include <xxhash.h>

/* NEXT: one more than the place of another with the same head; 0: none. */
struct left {
  guint64 key;
  guint32 value, next;
};

struct misspelt {
  GArray *all;    /* of struct left */
  guint32 *heads; /* 1 + a place in ALL */
  guint64 mask;
};

struct misspelt *misspelt_new(void) {
  struct misspelt *misspelt = g_new0(struct misspelt, 1);
  misspelt->all = g_array_new(FALSE, FALSE, sizeof(struct left));
  return misspelt;
}

void misspelt_free(struct misspelt *misspelt) {
  g_array_unref(misspelt->all);
  g_free(misspelt->heads);
  g_free(misspelt);
}

/* The text without its letter AT, which is SIZE bytes long; all of it with SIZE 0. */
static guint64 key_without(const char *text, gsize length, gsize at, gsize size, GString *room) {
  g_string_append_len(g_string_truncate(room, 0), text, (gssize)at);
  g_string_append_len(room, text + at + size, (gssize)(length - at - size));
  return XXH3_64bits(room->str, room->len);
}

typedef void key_taker(guint64 key, void *data);

static void keys_each(const char *text, key_taker *take, void *data) {
  g_autoptr(GString) room = g_string_new(NULL);
  gsize length = strlen(text);
  take(key_without(text, length, 0, 0, room), data);
  for (const char *at = text; *at;) {
    const char *next = g_utf8_next_char(at);
    take(key_without(text, length, (gsize)(at - text), (gsize)(next - at), room), data);
    at = next;
  }
}

struct adding {
  struct misspelt *misspelt;
  guint value;
};

static void key_add(guint64 key, void *data) {
  struct adding *adding = data;
  struct left left = {key, adding->value, 0};
  g_array_append_val(adding->misspelt->all, left);
}

void misspelt_add(struct misspelt *misspelt, const char *text, guint value) {
  keys_each(text, key_add, &(struct adding){misspelt, value});
}

void misspelt_finish(struct misspelt *misspelt) {
  gsize size = 64;
  while (size < misspelt->all->len) size *= 2;
  misspelt->heads = g_new0(guint32, size);
  misspelt->mask = size - 1;
  for (guint i = 0; i < misspelt->all->len; i++) {
    struct left *left = &g_array_index(misspelt->all, struct left, i);
    left->next = misspelt->heads[left->key & misspelt->mask];
    misspelt->heads[left->key & misspelt->mask] = i + 1;
  }
}

struct asking {
  const struct misspelt *misspelt;
  misspelt_found *found;
  void *data;
};

static void key_ask(guint64 key, void *data) {
  const struct asking *asking = data;
  for (guint32 at = asking->misspelt->heads[key & asking->misspelt->mask]; at;) {
    const struct left *left = &g_array_index(asking->misspelt->all, struct left, at - 1);
    if (left->key == key) asking->found(left->value, asking->data);
    at = left->next;
  }
}

void misspelt_near(const struct misspelt *misspelt, const char *text, misspelt_found *found, void *data) {
  keys_each(text, key_ask, &(struct asking){misspelt, found, data});
}
