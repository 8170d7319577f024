/* Whether a cell states something, is empty, was withheld, or holds a placeholder. */
#include "include/cell/cell_state.h"
#include <glib.h>
#include <string.h>

/* Reads one character of TEXT and moves past it; blanks of any kind become ' ', blocks that cover text '#'. */
static gunichar char_read(const char **text) {
  gunichar c = (unsigned char)**text;
  if (c < 0x80) {
    ++*text;
    return g_ascii_isspace((char)c) ? ' ' : c;
  }
  c = g_utf8_get_char(*text);
  *text = g_utf8_next_char(*text);
  if (c == 0xa0 || c == 0x200b || c == 0xfeff || g_unichar_isspace(c)) return ' ';
  return (c >= 0x2580 && c <= 0x259f) || c == 0x25a0 || c == 0x25ac ? '#' : c;
}

enum { PLAIN_BYTES = 120 };

/* The cell as ASCII in lower case with single blanks; false if it is too long or holds letters of other scripts: then it states
   something. COVERED gets the number of "*", "#" and blocks. */
static bool plain_read(const char *text, char *plain, guint *covered) {
  char *to = plain, *end = plain + PLAIN_BYTES;
  *covered = 0;
  while (*text) {
    bool ascii = (unsigned char)*text < 0x80;
    gunichar c = char_read(&text);
    if (c == 0x2013 || c == 0x2014) c = '-';
    if (c >= 0x80 || to == end) return false;
    if (c == '#' || c == '*') *covered += c == '#' && !ascii ? 2 : 1;
    // cppcheck-suppress uninitvar
    if (c == ' ' && (to == plain || to[-1] == ' ')) continue;
    *to++ = g_ascii_tolower((char)c);
  }
  // cppcheck-suppress uninitvar
  while (to > plain && to[-1] == ' ') to--;
  *to = '\0';
  return true;
}

static bool all_blank(const char *text) {
  while (*text)
    if (char_read(&text) != ' ') return false;
  return true;
}

static const char *const withheld_words[] = {"redacted", "redaction", "withheld", "exempt", "exempted", "masked", NULL};

/* Words that may accompany such a word without making it an officer's sentence. */
static const char *const beside_words[] = {
    "per",     "pursuant", "to",   "under",   "by",           "fs",      "f",      "s",         "ss",      "fl",
    "florida", "fla",      "stat", "statute", "statutes",     "section", "sec",    "ch",        "chapter", "c",
    "b",       "a",        "gc",   "cpra",    "foia",         "law",     "record", "records",   "public",  "information",
    "info",    "data",     "name", "names",   "confidential", "u",       "usc",    "exemption", "code",    NULL};

static bool among(const char *word, gsize length, const char *const *words) {
  for (; *words; words++)
    if (**words == *word && !strncmp(*words, word, length) && !(*words)[length]) return true;
  return false;
}

enum { LONGEST = 12 }; /* length of the longest word of both lists */

static bool is_letter(char c) { return (guchar)((c | 0x20) - 'a') < 26; }
static bool is_digit(char c) { return (guchar)(c - '0') < 10; }

static bool all_x(const char *word, gsize length) { return strspn(word, "x") >= length; }

/* By first letter, the lengths of the words in both lists, as bits; made on first use. */
static bool perhaps_listed(char first, gsize length) {
  static guint16 lengths[26];
  static gsize made;
  if (g_once_init_enter(&made)) {
    const char *const *const lists[] = {withheld_words, beside_words};
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
      for (const char *const *word = lists[i]; *word; word++)
        lengths[**word - 'a'] = (guint16)(lengths[**word - 'a'] | 1u << strlen(*word));
    g_once_init_leave(&made, 1);
  }
  return length <= LONGEST && lengths[first - 'a'] >> length & 1;
}

/* "redacted", "[redacted - f.s. 119.071]", "xxx redacted": such a word, accompanied by nothing but x, numbers and citations. */
static bool words_withheld(const char *plain) {
  bool found = false;
  for (const char *at = plain; *at;) {
    gsize length = 0;
    while (g_ascii_isalpha(at[length])) length++;
    if (!length) {
      at++;
      continue;
    }
    if (among(at, length, withheld_words)) found = true;
    else if (!all_x(at, length) && !among(at, length, beside_words)) return false;
    at += length;
  }
  return found;
}

/* (b)(7)(c): two or more short groups in brackets and nothing else. */
static bool groups_only(const char *plain) {
  guint groups = 0;
  for (const char *at = plain; *at; groups++) {
    while (*at == ' ' || *at == ',' || *at == ';') at++;
    if (!*at) break;
    const char *close = *at == '(' ? strchr(at, ')') : NULL;
    if (!close || close - at < 2 || close - at > 4) return false;
    for (const char *c = at + 1; c < close; c++)
      if (!g_ascii_isalnum(*c)) return false;
    at = close + 1;
  }
  return groups >= 2 && plain[1] == 'b';
}

/* Chapters of laws on records and privacy. A bare statute of another chapter is a charge, which a reason may well state. */
static const char *const record_laws[] = {"119.",   "322.142",  "985.04", "316.066", "943.053",
                                          "112.53", "395.3025", "7922.",  "7923.",   NULL};

static bool law_cited(const char *plain) {
  bool bracket = *plain == '[';
  gsize length = strlen(plain);
  if (bracket && plain[length - 1] != ']') return false;
  const char *at = plain + bracket;
  while (*at && !g_ascii_isdigit(*at)) {
    gsize word = 0;
    while (g_ascii_isalpha(at[word])) word++;
    if (word && !among(at, word, beside_words)) return false;
    at += word ? word : 1;
  }
  gsize digits = strspn(at, "0123456789");
  if (digits < 2 || digits > 4 || at[digits] != '.' || !g_ascii_isdigit(at[digits + 1])) return false;
  bool known = false;
  for (guint i = 0; record_laws[i]; i++) known = known || g_str_has_prefix(at, record_laws[i]);
  if (!bracket && !known) return false;
  for (; *at; at++) {
    gsize word = 0;
    while (g_ascii_isalpha(at[word])) word++;
    if (word > 1 && !among(at, word, beside_words)) return false;
    if (word) at += word - 1;
    else if (!strchr("0123456789.,;()[] -", *at)) return false;
  }
  return true;
}

/* A number with points, an address or a sum, but not the beginning of a law on records. */
static bool plain_number(const char *text) {
  const char *at = text;
  while (is_digit(*at)) at++;
  if (at - text < 2 || at - text > 4 || *at != '.') return true;
  while (is_digit(*at) || *at == '.') at++;
  if (*at) return false;
  for (guint i = 0; record_laws[i]; i++)
    if (record_laws[i][0] == text[0] && record_laws[i][1] == text[1] && g_str_has_prefix(text, record_laws[i])) return false;
  return true;
}

/* True for almost every cell: nothing withheld begins with such a word or number. */
static bool plainly_stated(const char *text) {
  char word[LONGEST];
  gsize length = 0;
  if (is_digit(*text)) return plain_number(text);
  while (is_letter(text[length])) length++;
  char first = (char)(*text | 0x20);
  if (!length || first == 'x') return false;
  if (!perhaps_listed(first, length)) return true;
  for (gsize i = 0; i < length; i++) word[i] = (char)(text[i] | 0x20);
  return !among(word, length, withheld_words) && !among(word, length, beside_words);
}

enum cell_state cell_state(const char *text) {
  unsigned char first = (unsigned char)*text;
  if (!first) return CELL_EMPTY;
  if (plainly_stated(text)) return CELL_STATED;
  if (all_blank(text)) return CELL_EMPTY;
  char plain[PLAIN_BYTES + 1];
  guint covered;
  if (!plain_read(text, plain, &covered)) return CELL_STATED;
  if (covered >= 2 && strspn(plain, "*# -.,/:[]()") == strlen(plain)) return CELL_WITHHELD;
  return words_withheld(plain) || groups_only(plain) || law_cited(plain) ? CELL_WITHHELD : CELL_STATED;
}

static const char *const placeholders[] = {"n/a",
                                           "na",
                                           "n.a.",
                                           "n.a",
                                           "none",
                                           "null",
                                           "nil",
                                           "tbd",
                                           "tba",
                                           "unknown",
                                           "unk",
                                           "undefined",
                                           "not recorded",
                                           "not available",
                                           "not applicable",
                                           "not provided",
                                           "not entered",
                                           "not stated",
                                           "blank",
                                           "empty",
                                           "no data",
                                           "nan",
                                           "#n/a",
                                           "x",
                                           "xx",
                                           "xxx",
                                           "xxxx",
                                           "not given",
                                           "not known",
                                           "no entry",
                                           "left blank",
                                           "unspecified",
                                           "not specified",
                                           NULL};

/* True for almost every cell: no placeholder begins like this. */
static bool plainly_meant(const char *text) {
  static const char second[26][12] = {['b' - 'a'] = "lL", ['e' - 'a'] = "mM", ['n' - 'a'] = "/aA.oOuUiI", ['l' - 'a'] = "eE",
                                      ['t' - 'a'] = "bB", ['u' - 'a'] = "nN", ['x' - 'a'] = "xX"};
  if (is_digit(*text)) return true;
  if (!is_letter(*text)) return false;
  if (!text[1]) return *text != 'x' && *text != 'X';
  const char *next = second[g_ascii_tolower(*text) - 'a'];
  return !*next || (g_ascii_isalnum(text[1]) && !strchr(next, text[1]));
}

bool cell_placeholder(const char *text) {
  if (plainly_meant(text)) return false;
  char plain[PLAIN_BYTES + 1];
  guint covered;
  if (!plain_read(text, plain, &covered) || !*plain || covered >= 2) return false;
  char *word = plain;
  gsize length = strlen(word);
  if (strspn(word, "-._*?/\\,;:~=+'\"|()[]<> ") == length) return true;
  if (length > 2 && strchr("([<", word[0]) && strchr(")]>", word[length - 1])) {
    word++;
    length -= 2;
  }
  while (length && word[length - 1] == '.' && !among(word, length, placeholders)) length--;
  return among(word, length, placeholders);
}
