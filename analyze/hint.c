/* The letters that every name of a system begins with. Whether it is one, the lexicon tells. */
#include "analyze/hint.h"
#include <stdbool.h>
#include <string.h>

/* Those that a system must hold. */
static const char *const words[] = {
    "faci",   "face",    "facal",    "facail",   "fcial",  "fical",  "fac ",    "fac.",     "fac-",    "clearv",
    "rekog",  "neof",    "neo f",    "morpho",   "dataw",  "data w", "data-w",  "pime",     "pim e",   "pim-e",
    "lacri",  "lace ",   "idemia",   "cognitec", "findf",  "findc",  "biometr", "tacid",    "paravis", "safr",
    "roc ",   "roc,",    "roc.",     "rank o",   "briefc", "vigila", "verito",  "snap",     "moris",   "corsi",
    "oosto",  "anyvis",  "kairos",   "innova",   "herta",  "luxan",  "thales",  "coplin",   "ngi",     "nec ",
    "search", "interst", "amazon r", "truef",    "one-to", "michig", "comput",  "digital m"};

/* By their first three letters: whether any begins so, and which. */
struct hints {
  guint32 begun[32 * 32 * 32 / 32];
  GArray *by_first[32]; /* of gsize: places in WORDS */
};

static guint letter(char c) { return (guint)(guchar)c & 31; }

static guint letters_add(guint before, char c) { return (before << 5 | letter(c)) & 0x7FFF; }

static void begin_note(struct hints *hints, guint three) { hints->begun[three / 32] |= 1u << three % 32; }

struct hints *hints_new(void) {
  struct hints *hints = g_new0(struct hints, 1);
  for (guint i = 0; i < 32; i++) hints->by_first[i] = g_array_new(FALSE, FALSE, sizeof(gsize));
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    begin_note(hints, letters_add(letters_add(letter(words[i][0]), words[i][1]), words[i][2]));
    g_array_append_val(hints->by_first[letter(words[i][0])], i);
  }
  for (guint i = 0; i < 32; i++) begin_note(hints, letter('f') << 10 | letter('r') << 5 | i);
  return hints;
}

void hints_free(struct hints *hints) {
  if (!hints) return;
  for (guint i = 0; i < 32; i++) g_array_unref(hints->by_first[i]);
  g_free(hints);
}

/* How a name may go on after "FR". */
static bool fr_begins(const char *text, gsize length) {
  if (g_ascii_tolower(text[0]) != 'f' || g_ascii_tolower(text[1]) != 'r') return false;
  return length < 3 || !g_ascii_isalpha(text[2]) || strchr("tTsSnN", text[2]);
}

/* TEXT has two bytes at least. */
static bool hint_at(const struct hints *hints, const char *text, gsize length) {
  if (fr_begins(text, length)) return true;
  const GArray *alike = hints->by_first[letter(text[0])];
  for (guint i = 0; i < alike->len; i++) {
    const char *word = words[g_array_index(alike, gsize, i)];
    if (length >= strlen(word) && !g_ascii_strncasecmp(text, word, strlen(word))) return true;
  }
  return false;
}

gsize hint_next(const struct hints *hints, const char *text, gsize length, gsize from) {
  if (from + 1 >= length) return length;
  guint three = letters_add(letter(text[from]), text[from + 1]);
  for (gsize at = from; at + 1 < length; at++) {
    three = letters_add(three, text[at + 2]);
    if (!(hints->begun[three / 32] >> three % 32 & 1)) continue;
    if ((!at || !g_ascii_isalnum(text[at - 1])) && hint_at(hints, text + at, length - at)) return at;
  }
  return length;
}
