/* Looks up kinds and roles by their names. ingest/kinds/ defines them. */
#include "ingest/roles/kind.h"
#include "include/text.h"
#include <string.h>

int role_named(const struct kind *kind, const char *name) {
  g_autofree char *words = text_words(name);
  for (int role = 0; role < kind->role_count; role++) {
    g_autofree char *own = text_words(kind->roles[role].name);
    if (!strcmp(own, words)) return role;
  }
  return ROLE_NONE;
}

const struct kind *kind_named(const struct kind *const *kinds, const char *key) {
  while (*kinds && strcmp((*kinds)->key, key)) kinds++;
  return *kinds;
}

bool role_present(const struct kind *kind, const int *of, int role) {
  if (of[role] >= 0) return true;
  const struct role_split *split = kind->split;
  for (guint k = 0; split && k < 2; k++)
    if (split->whole[k] == role) return of[split->parts[0]] >= 0 && of[split->parts[k + 1]] >= 0;
  return false;
}
