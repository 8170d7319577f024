/* Names of people as they are written: their words, and whether two of them can be one person's. Who that is, roster.c finds. */
#include "analyze/people/name.h"
#include "include/text.h"
#include <string.h>

static const char *const titles[] = {
    "detective",    "det",        "sergeant",  "sgt",     "officer",      "ofc",       "ofcr",         "off",        "po",
    "p.o",          "lieutenant", "lt",        "captain", "capt",         "cpt",       "corporal",     "cpl",        "deputy",
    "dep",          "dpty",       "sheriff",   "inv",     "investigator", "agent",     "special",      "sa",         "trooper",
    "tpr",          "chief",      "commander", "cmdr",    "major",        "maj",       "analyst",      "crime",      "technician",
    "tech",         "csi",        "mr",        "mrs",     "ms",           "miss",      "dr",           "id",         "badge",
    "star",         "no",         "pfc",       "ptl",     "ptlm",         "patrolman", "patrol",       "inspector",  "insp",
    "undersheriff", "senior",     "sr",        "jr",      "ii",           "iii",       "iv",           "mstr",       "master",
    "first",        "class",      "d/s",       "pid",     "the",          "by",        "criminalist",  "specialist", "civilian",
    "records",      "clerk",      "constable", "marshal", "ranger",       "reserve",   "probationary", "acting",     "assistant",
    "asst",         "col",        "colonel",   "ltc",     "fto",          "sro",       "cso",          NULL};

static bool is_title(const char *word) { return g_strv_contains(titles, word); }

GPtrArray *name_words(const char *name, guint *comma) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *key = text_key(name);
  *comma = 0;
  GString *word = g_string_new(NULL);
  for (const char *at = key;; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (c && (g_unichar_isalpha(c) || g_unichar_isdigit(c) || (c == '/' && word->len == 1))) {
      g_string_append_unichar(word, c);
      continue;
    }
    if (c == '\'' && word->len) continue; /* O'Neal, ONeal */
    if (word->len) {
      bool digits = strpbrk(word->str, "0123456789") != NULL;
      if (!digits && !is_title(word->str)) g_ptr_array_add(words, g_strdup(word->str));
      g_string_truncate(word, 0);
    }
    if (c == ',' && !*comma) *comma = words->len;
    if (!c) break;
  }
  g_string_free(word, TRUE);
  return words;
}

char *name_spelled(const GPtrArray *words) {
  GString *said = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    if (((char *)words->pdata[i])[1]) g_string_append_printf(said, "%s%s", said->len ? " " : "", (char *)words->pdata[i]);
  return g_string_free(said, FALSE);
}

static int word_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

char *name_key(const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  g_ptr_array_sort(words, word_compare);
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    const char *word = words->pdata[i];
    if (!word[1]) continue; /* a middle initial */
    if (key->len) g_string_append_c(key, ' ');
    g_string_append(key, word);
  }
  return g_string_free(key, FALSE);
}

enum { WORDS_MOST = 32 };

struct pairing {
  const GPtrArray *shorter, *longer;
  bool met[WORDS_MOST], taken[WORDS_MOST]; /* words of the shorter, of the longer */
  bool stretched;                          /* a whole word met only a middle initial */
};

static bool word_initial(const char *word) { return !word[1]; }

/* Equal words first, then an initial for a word that it begins. Returns how many whole words are equal. */
static guint words_pair(struct pairing *pairing, bool initials) {
  guint whole = 0;
  for (guint i = 0; i < pairing->shorter->len; i++)
    for (guint j = 0; j < pairing->longer->len && !pairing->met[i]; j++) {
      const char *word = pairing->shorter->pdata[i], *other = pairing->longer->pdata[j];
      bool begins = (word_initial(word) || word_initial(other)) && word[0] == other[0];
      if (pairing->taken[j] || !(initials ? begins : !strcmp(word, other))) continue;
      pairing->met[i] = pairing->taken[j] = true;
      whole += !initials && !word_initial(word);
      pairing->stretched |= !word_initial(word) && word_initial(other) && j > 0;
    }
  return whole;
}

/* Nothing in one name speaks against the other: an initial that the other lacks says nothing, one that stands against another
   word does ("S. Gaines", "Marcus Gaines"; "Marcus Gaines", "Stella M. Gaines"). */
static bool words_agree(const GPtrArray *shorter, const GPtrArray *longer, guint *whole) {
  struct pairing pairing = {.shorter = shorter, .longer = longer};
  if (longer->len > WORDS_MOST) return false;
  *whole = words_pair(&pairing, false);
  words_pair(&pairing, true);
  bool left = false, left_whole = false;
  for (guint j = 0; j < longer->len; j++)
    if (!pairing.taken[j]) left = true, left_whole |= !word_initial(longer->pdata[j]);
  for (guint i = 0; i < shorter->len; i++)
    if (!pairing.met[i] && (left || !word_initial(shorter->pdata[i]))) return false;
  return !(pairing.stretched && left_whole);
}

enum name_match name_compare(const char *a, const char *b) {
  guint comma, whole;
  g_autoptr(GPtrArray) x = name_words(a, &comma), y = name_words(b, &comma);
  const GPtrArray *shorter = x->len <= y->len ? x : y, *longer = x->len <= y->len ? y : x;
  if (!shorter->len) return NAME_PARTLY;
  if (!words_agree(shorter, longer, &whole)) {
    g_autofree char *xk = name_key(a), *yk = name_key(b);
    /* One letter off in a name of some length is a spelling, not another person; two names must still agree. */
    bool spelling = strchr(xk, ' ') && strchr(yk, ' ') && strlen(xk) > 8 && text_distance(xk, yk) <= 1;
    return spelling ? NAME_PARTLY : NAME_DIFFERENT;
  }
  return whole >= 2 ? NAME_SAME : whole == 1 ? NAME_PARTLY : NAME_DIFFERENT;
}
