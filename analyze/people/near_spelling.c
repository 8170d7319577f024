/* An index of texts with one letter left out. */
#include "analyze/people/near_spelling.h"
#include <string.h>

struct near_spelling {
  GHashTable *values; /* a text without one of its letters, or whole -> GArray of guint */
};

static void values_free(gpointer values) { g_array_unref(values); }

struct near_spelling *near_spelling_new(void) {
  struct near_spelling *near = g_new(struct near_spelling, 1);
  near->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, values_free);
  return near;
}

void near_spelling_free(struct near_spelling *near) {
  g_hash_table_unref(near->values);
  g_free(near);
}

typedef void key_taker(const char *key, void *data);

/* TEXT, then TEXT without each of its letters. */
static void keys_each(const char *text, key_taker *take, void *data) {
  g_autoptr(GString) key = g_string_new(NULL);
  take(text, data);
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    g_string_append_len(g_string_truncate(key, 0), text, at - text);
    g_string_append(key, g_utf8_next_char(at));
    take(key->str, data);
  }
}

struct adding {
  struct near_spelling *near;
  guint value;
};

static void key_add(const char *key, void *data) {
  struct adding *adding = data;
  GArray *values = g_hash_table_lookup(adding->near->values, key);
  if (!values) {
    values = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(adding->near->values, g_strdup(key), values);
  }
  g_array_append_val(values, adding->value);
}

void near_spelling_add(struct near_spelling *near, const char *text, guint value) {
  keys_each(text, key_add, &(struct adding){near, value});
}

struct asking {
  const struct near_spelling *near;
  near_spelling_found *found;
  void *data;
};

static void key_ask(const char *key, void *data) {
  const struct asking *asking = data;
  const GArray *values = g_hash_table_lookup(asking->near->values, key);
  for (guint i = values ? values->len : 0; i > 0; i--) asking->found(g_array_index(values, guint, i - 1), asking->data);
}

void near_spelling_ask(const struct near_spelling *near, const char *text, near_spelling_found *found, void *data) {
  keys_each(text, key_ask, &(struct asking){near, found, data});
}
