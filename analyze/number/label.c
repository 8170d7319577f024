/* Reads the words and letters next to a number: the agency's own, another's, or only "case no."; citation.c finds the numbers. */
#include "analyze/number/label.h"
#include <string.h>

static bool among(const char *const *words, const char *word) {
  while (*words && (**words != *word || strcmp(*words, word))) words++;
  return *words;
}

/* Words before a number that only announce a number. */
static const char *const plain_labels[] = {
    "case",   "cs",   "cn",  "cr",  "ir",     "inc", "incident", "rpt",        "report", "no",         "num",
    "number", "nr",   "ref", "re",  "oir",    "or",  "dr",       "file",       "cfs",    "event",      "ev",
    "evt",    "call", "id",  "cad", "agency", "off", "offense",  "complaint",  "comp",   "rp",         "rms",
    "c",      "for",  "on",  "see", "of",     "the", "supp",     "supplement", "arrest", "arr",        "ccn",
    "icr",    "ocn",  "ocr", "crn", "rn",     "fir", "fi",       "orig",       "per",    "and",        "also",
    "with",   "from", "new", "old", "is",     "in",  "ro",       "att",        "attn",   "casenumber", NULL};

/* Words next to a number that name somebody else's file. */
static const char *const foreign_words[] = {"pd",  "so",   "sd",      "sheriff",  "sheriffs",   "police", "county", "co",
                                            "dps", "hp",   "fhp",     "chp",      "fdle",       "dea",    "fbi",    "atf",
                                            "hsi", "usms", "court",   "dept",     "department", "agency", "sp",     "csp",
                                            "isp", "psd",  "marshal", "marshals", NULL};

/* What agencies of each kind call themselves: "PD 22-5619" in a police department's own log. */
static const struct {
  const char *name_has;
  const char *const words[6];
} of_kind[] = {{"police", {"pd", "police", "dept", "department", NULL}},
               {"sheriff", {"so", "sd", "sheriff", "sheriffs", NULL}},
               {"marshal", {"marshal", "marshals", NULL}}};

bool label_plain(const char *label) { return !*label || among(plain_labels, label); }

bool label_agency(const struct numbers *numbers, const char *label) {
  if (agency_named(&numbers->agency, label)) return true;
  if (strlen(label) <= 3 && *label &&
      g_hash_table_contains(numbers->series, GUINT_TO_POINTER(series_pack(label, (guint)strlen(label)))))
    return true;
  for (guint i = 0; i < numbers->formats->len; i++) {
    const struct format *format = &g_array_index(numbers->formats, struct format, i);
    for (guint j = 0; j < format->runs - format->supplement; j++)
      if (format->signature[j] == 'L' && format_common(numbers->formats, format) &&
          !g_ascii_strcasecmp(format->run[j].letters, label))
        return true;
  }
  return false;
}

bool label_own(const struct numbers *numbers, const char *label) { return label_plain(label) || label_agency(numbers, label); }

/* The letters right before token AT ("NSBPD 22-1", "S/o 25-2"), folded; FIRST gets the place where they begin. */
static char *label_at(const struct scan *scan, guint at, guint *first) {
  *first = at;
  if (!at || scan->tokens[at - 1].digits) return g_strdup("");
  GString *label = g_string_new(NULL);
  for (guint i = at; i-- > 0 && !scan->tokens[i].digits;) {
    const struct token *next = &scan->tokens[i + 1];
    bool nearest = i + 1 == at;
    if (!gap_joins(next, nearest ? 3 : 1) || (!nearest && next->gap_length && !strchr("/.&", next->gap[0]))) break;
    for (guint j = scan->tokens[i].length; j-- > 0;) g_string_prepend_c(label, g_ascii_tolower(scan->tokens[i].text[j]));
    *first = i;
  }
  return g_string_free(label, FALSE);
}

char *label_before(const struct scan *scan, guint at) {
  guint unused;
  return label_at(scan, at, &unused);
}

static bool word_of_kind(const struct numbers *numbers, const char *word) {
  for (gsize i = 0; i < G_N_ELEMENTS(of_kind); i++)
    if (strstr(numbers->agency.name, of_kind[i].name_has) && among(of_kind[i].words, word)) return true;
  return false;
}

static bool word_foreign(const struct numbers *numbers, const char *word) {
  if (!*word || label_own(numbers, word)) return false;
  if (among(foreign_words, word)) return true;
  gsize length = strlen(word);
  static const char *const tails[] = {"pd", "so", "sd", "dps"};
  for (gsize i = 0; i < G_N_ELEMENTS(tails); i++)
    if (length > strlen(tails[i]) && length <= 6 && g_str_has_suffix(word, tails[i])) return true;
  return false;
}

static char *word_at(const struct scan *scan, guint at) {
  return g_ascii_strdown(scan->tokens[at].text, scan->tokens[at].length);
}

/* Letters attached to the number that are not the agency's: "SNB25-00274", "EC2300456". A single letter may mean anything. In a
   case cell a short word that opens it is a label too: "SGN 25-36". */
static bool label_foreign(const struct scan *scan, guint from) {
  guint first;
  g_autofree char *label = label_at(scan, from, &first);
  gsize length = strlen(label);
  bool alone = first == 0 || scan->tokens[first - 1].digits;
  if (word_foreign(scan->numbers, label)) return !(alone && word_of_kind(scan->numbers, label));
  if (length < 2 || label_own(scan->numbers, label)) return false;
  if (!scan->tokens[from].gap_length) return true;
  return !scan->free_text && first == 0 && length <= 4;
}

/* "Daytona PD 22-1": a word further before. */
static bool before_foreign(const struct scan *scan, guint from) {
  for (guint i = from; i-- > 0 && i + 3 > from;) {
    g_autofree char *word = word_at(scan, i);
    if (scan->tokens[i].digits || label_own(scan->numbers, word)) return false;
    bool named = i && !scan->tokens[i - 1].digits;
    if (word_foreign(scan->numbers, word) && (named || !word_of_kind(scan->numbers, word))) return true;
  }
  return false;
}

/* "25-013504 (Alameda CO SO)", "2507140025 smso"; but not "22-5619 PD", nor the agency's own name. */
static bool after_foreign(const struct scan *scan, guint to) {
  for (guint i = to + 1; i < scan->count && i <= to + 4; i++) {
    if (scan->tokens[i].digits || scan->tokens[i].gap_length > 3) return false;
    g_autofree char *word = word_at(scan, i);
    if (i == to + 1 && strlen(word) >= 4 && strstr(scan->numbers->agency.name, word)) return false;
    if (scan->tokens[i].length > 1 && word_foreign(scan->numbers, word) && (i > to + 1 || !word_of_kind(scan->numbers, word)))
      return true;
  }
  return false;
}

bool beside_foreign(const struct scan *scan, guint from, guint to) {
  return label_foreign(scan, from) || before_foreign(scan, from) || after_foreign(scan, to);
}
