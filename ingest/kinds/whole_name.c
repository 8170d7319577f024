/* Whole names in one cell: which end is the surname, and the name cut in two. What a name is compared with is analyze/people's.
 */
#include "ingest/kinds/whole_name.h"
#include "include/text.h"
#include "include/title.h"
#include <string.h>

/* The blank between first name and surname; the particles of "de la Cruz" are the surname's. NULL: there is one word. */
static char *surname_end(char *name, bool surname_first) {
  char *blank = surname_first ? strchr(name, ' ') : strrchr(name, ' ');
  while (blank && surname_first) {
    g_autofree char *word = g_strndup(name, (gsize)(blank - name)),
                    *key = text_words(strrchr(word, ' ') ? strrchr(word, ' ') : word);
    char *next = strchr(blank + 1, ' ');
    if (!next || !text_particle(key)) return blank;
    blank = next;
  }
  while (blank) {
    char *before = g_strrstr_len(name, blank - name, " ");
    g_autofree char *word = before ? g_strndup(before + 1, (gsize)(blank - before - 1)) : NULL,
                    *key = text_words(word ? word : "");
    if (!before || !text_particle(key)) return blank;
    blank = before;
  }
  return NULL;
}

/* Cuts " Jr." off the end of NAME. */
static void suffix_cut(char *name) {
  char *blank = strrchr(name, ' ');
  if (!blank || blank == name) return;
  g_autofree char *word = text_words(blank + 1);
  if (title_suffix(word)) *blank = 0;
}

void name_split(const char *name, bool surname_first, char **last, char **first) {
  g_autofree char *copy = text_trim(g_strdup(name));
  suffix_cut(copy);
  g_strdelimit(g_strchomp(copy) + MAX(strlen(copy), 1) - 1, ",", ' '); /* "O'Brien, Robert, Jr." */
  text_trim(copy);
  char *comma = strchr(copy, ',');
  char *blank = surname_end(copy, surname_first);
  if (comma) {
    *comma = 0;
    *last = g_strdup(text_trim(copy)), *first = g_strdup(text_trim(comma + 1));
  } else if (!blank) *last = g_strdup(copy), *first = g_strdup("");
  else {
    *blank = 0;
    const char *front = copy, *back = blank + 1;
    *last = g_strdup(surname_first ? front : back), *first = g_strdup(surname_first ? back : front);
  }
}

/* "Member (Last First)", "Surname Given Name": 1; "First and Last Name": -1; 0: the header does not say. */
static int header_order(const char *header) {
  static const char *const lasts[] = {"last", "surname", "family"}, *const firsts[] = {"first", "given", "forename"};
  g_autofree char *key = text_words(header);
  const char *last = NULL, *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(lasts); i++)
    last = last ? last : strstr(key, lasts[i]), first = first ? first : strstr(key, firsts[i]);
  return !last || !first ? 0 : last < first ? 1 : -1;
}

bool names_lead(const struct sample *sample, int user, int name, int last_name) {
  int leads = 0, named = name >= 0 ? name : last_name;
  int order = named >= 0 && sample->header ? header_order(sample->header[named]) : 0;
  for (guint i = 0; !order && user >= 0 && name >= 0 && i < sample->rows->len; i++) {
    char **cells = sample->rows->pdata[i];
    g_autofree char *words = text_words(cells[name]), *id = text_words(cells[user]);
    char *first_end = strchr(words, ' '), *last = strrchr(words, ' ');
    if (!first_end || strchr(cells[name], ',')) continue;
    g_autofree char *front = g_strndup(words, (gsize)(first_end - words));
    bool has_front = strlen(front) > 2 && strstr(id, front), has_back = strlen(last + 1) > 2 && strstr(id, last + 1);
    leads += has_front && !has_back ? 1 : has_back && !has_front ? -1 : 0;
  }
  return order ? order > 0 : leads > 0;
}
