/* Knows what an agency writes in front of its numbers: its initials and the prefixes that audit.ini names. */
#include "analyze/number/agency.h"
#include <string.h>
#include "analyze/number/token.h"
#include "include/text.h"

void agency_begin(struct agency *agency, const char *name, const char *prefixes) {
  agency->prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  agency->name = text_words(name ? name : "");
  g_auto(GStrv) each = g_strsplit(agency->name, " ", -1), written = g_strsplit(prefixes ? prefixes : "", ";", -1);
  GString *initials = g_string_new(NULL);
  for (char **word = each; *word; word++)
    if (**word && strcmp(*word, "of") && strcmp(*word, "the") && strcmp(*word, "and")) g_string_append_c(initials, **word);
  agency->initials = g_string_free(initials, FALSE);
  for (char **prefix = written; *prefix; prefix++) {
    g_autofree char *plain = number_plain(*prefix);
    if (*plain) g_hash_table_add(agency->prefixes, g_ascii_strdown(plain, -1));
  }
}

void agency_end(struct agency *agency) {
  g_hash_table_unref(agency->prefixes);
  g_free(agency->initials);
  g_free(agency->name);
}

/* NSB, NSBPD, OCSO: the agency's initials, in their order from the first, some left out. */
static bool label_initials(const struct agency *agency, const char *label) {
  const char *at = agency->initials;
  if (strlen(label) < 2 || *label != *at) return false;
  for (; *label; label++, at++) {
    at = strchr(at, *label);
    if (!at) return false;
  }
  return true;
}

bool agency_named(const struct agency *agency, const char *label) {
  return g_hash_table_contains(agency->prefixes, label) || label_initials(agency, label);
}
