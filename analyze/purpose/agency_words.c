/* Finds an agency's own words in a reason. They take precedence over the lexicons, which purpose.c applies. */
#include "analyze/purpose/agency_words.h"
#include <glib.h>
#include <string.h>
#include "include/choices.h"
#include "include/text.h"

struct own_words {
  char *words; /* as from text_words, with a blank at both ends */
  const char *purpose;
};

struct agency_words {
  GArray *all; /* of struct own_words */
};

static void own_clear(void *data) { g_free(((struct own_words *)data)->words); }

struct agency_words *agency_words_new(void) {
  struct agency_words *own = g_new(struct agency_words, 1);
  own->all = g_array_new(FALSE, FALSE, sizeof(struct own_words));
  g_array_set_clear_func(own->all, own_clear);
  return own;
}

void agency_words_free(struct agency_words *own) {
  g_array_unref(own->all);
  g_free(own);
}

bool agency_words_add(struct agency_words *own, const char *words, const char *purpose) {
  g_autofree char *plain = text_words(words);
  for (gsize i = 0; *plain && purposes_known[i]; i++) {
    if (strcmp(purpose, purposes_known[i])) continue;
    struct own_words added = {g_strconcat(" ", plain, " ", NULL), purposes_known[i]};
    g_array_append_val(own->all, added);
    return true;
  }
  return false;
}

const char *agency_words_find(const struct agency_words *own, const char *reason, char **words) {
  if (!own->all->len) return NULL;
  g_autofree char *plain = text_words(reason), *padded = g_strconcat(" ", plain, " ", NULL);
  const struct own_words *best = NULL;
  for (guint i = 0; i < own->all->len; i++) {
    const struct own_words *one = &g_array_index(own->all, struct own_words, i);
    if (strstr(padded, one->words) && (!best || strlen(one->words) > strlen(best->words))) best = one;
  }
  if (!best) return NULL;
  *words = g_strstrip(g_strdup(best->words));
  return best->purpose;
}
