/* Compares the names in audit.ini with those in the data: slips, abbreviations, separators. settings_against_data.c decides what
   follows. */
#include "ingest/settings/near_value.h"
#include "include/text.h"
#include <string.h>

enum { SLIP_LEAST = 6 /* letters: a difference in shorter names is not a slip */ };

/* TABLE: abbreviations in names of agencies and units. */
static const struct {
  const char *cut, *whole;
} cuts[] = {{"pd", "police department"}, {"so", "sheriffs office"}, {"dept", "department"}, {"co", "county"},
            {"div", "division"},         {"sec", "section"},        {"bur", "bureau"},      {"sheriff", "sheriffs"},
            {"dep", "department"},       {"off", "office"},         {"det", "detective"},   {"inv", "investigations"}};

/* The words of a name, with abbreviations spelt out. */
static char *words_whole(const char *name) {
  g_autofree char *words = text_words(name);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  GString *whole = g_string_new(NULL);
  for (char **word = each; *word; word++) {
    const char *written = *word;
    for (gsize i = 0; i < G_N_ELEMENTS(cuts); i++)
      if (!strcmp(*word, cuts[i].cut)) written = cuts[i].whole;
    g_string_append_printf(whole, "%s%s", whole->len ? " " : "", written);
  }
  return g_string_free(whole, FALSE);
}

static char *letters_of(const char *text) {
  GString *kept = g_string_new(NULL);
  for (; *text; text++)
    if (*text != ' ') g_string_append_c(kept, *text);
  return g_string_free(kept, FALSE);
}

bool value_initials(const char *initials, const char *name) {
  g_autofree char *words = text_words(name), *short_words = text_words(initials), *letters = letters_of(short_words);
  g_autoptr(GString) first = g_string_new(NULL);
  for (const char *at = words; *at; at++)
    if (at == words || at[-1] == ' ') g_string_append_c(first, *at);
  return first->len > 1 && !strcmp(first->str, letters);
}

/* "Crim. Invest. Unit", "Criminal Investigations": each word is the beginning of one of the other name's words, in the same
   order; the last may be missing. */
static bool words_begin(const char *a, const char *b) {
  g_auto(GStrv) x = g_strsplit(a, " ", -1), y = g_strsplit(b, " ", -1);
  guint few = g_strv_length(x), many = g_strv_length(y);
  if (few < 2 || few > many || many - few > 1) return false;
  for (guint i = 0; i < few; i++)
    if (strlen(x[i]) < 3 ? strcmp(x[i], y[i]) != 0 : !g_str_has_prefix(y[i], x[i])) return false;
  return true;
}

/* A different digit is a different unit. */
static bool slips(const char *a, const char *b) {
  if (strlen(a) < SLIP_LEAST || strlen(b) < SLIP_LEAST || strpbrk(a, "0123456789") || strpbrk(b, "0123456789")) return false;
  return text_distance(a, b) <= 1 + (strlen(a) >= 16);
}

static bool values_near(const char *set, const char *value) {
  g_autofree char *a = words_whole(set), *b = words_whole(value);
  return *a && *b &&
         (!strcmp(a, b) || slips(a, b) || value_initials(set, value) || value_initials(value, set) || words_begin(a, b) ||
          words_begin(b, a));
}

static const char *value_near(const char *set, const GPtrArray *values) {
  for (guint i = 0; i < values->len; i++)
    if (values_near(set, values->pdata[i])) return values->pdata[i];
  return NULL;
}

const char *value_meant(const char *set, const GPtrArray *values) {
  const char *near = value_near(set, values);
  if (near || !strpbrk(set, ",/|&+")) return near;
  g_auto(GStrv) parts = g_strsplit_set(set, ",/|&+", -1);
  for (char **part = parts; *part && !near; part++)
    if (strlen(text_trim(*part)) > 1) near = value_near(*part, values);
  return near;
}
