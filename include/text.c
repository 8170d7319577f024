/* Folds text to keys, shows hostile text safely, finds near spellings. The callers decide which texts count as equal. */
#include "include/text.h"
#include <string.h>

/* Letters that NFKD does not decompose but that people simplify: "Łukasz" is filed as "Lukasz". */
static const struct {
  gunichar letter;
  const char *plain;
} plain_letters[] = {{0xF8, "o"},  {0x142, "l"},  {0x111, "d"}, {0xDF, "ss"},
                     {0xE6, "ae"}, {0x153, "oe"}, {0x131, "i"}, {0xFE, "th"}};

static void key_append(GString *key, gunichar c) {
  for (gsize i = 0; i < G_N_ELEMENTS(plain_letters); i++)
    if (plain_letters[i].letter == c) {
      g_string_append(key, plain_letters[i].plain);
      return;
    }
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) c = '\'';
  if (c >= 0x2010 && c <= 0x2015) c = '-';
  g_string_append_unichar(key, c);
}

/* The usual case: ASCII only, nothing to decompose. */
static char *key_ascii(const char *text, gsize length) {
  char *key = g_malloc(length + 1), *to = key;
  for (const char *from = text; *from; from++) {
    if (!g_ascii_isspace(*from)) *to++ = g_ascii_tolower(*from);
    else if (to > key && to[-1] != ' ') *to++ = ' ';
  }
  while (to > key && to[-1] == ' ') to--;
  *to = 0;
  return key;
}

char *text_key(const char *text) {
  gsize length = strlen(text);
  if (g_str_is_ascii(text)) return key_ascii(text, length);
  g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
  if (!apart) return key_ascii(text, length);
  GString *key = g_string_sized_new(length);
  bool blank = false;
  for (const char *at = apart; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_unichar_tolower(g_utf8_get_char(at));
    if (g_unichar_ismark(c)) continue;
    if (g_unichar_isspace(c)) {
      blank = key->len > 0;
      continue;
    }
    if (blank) g_string_append_c(key, ' ');
    blank = false;
    key_append(key, c);
  }
  return g_string_free(key, FALSE);
}

/* The usual case here, too. */
static char *words_ascii(const char *text, gsize length) {
  char *words = g_malloc(length + 1), *to = words;
  for (const char *from = text; *from; from++) {
    if (g_ascii_isalnum(*from)) *to++ = g_ascii_tolower(*from);
    else if (*from != '\'' && to > words && to[-1] != ' ') *to++ = ' ';
  }
  while (to > words && to[-1] == ' ') to--;
  *to = 0;
  return words;
}

char *text_words(const char *text) {
  if (g_str_is_ascii(text)) return words_ascii(text, strlen(text));
  char *words = text_key(text), *to = words;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    if (g_unichar_isalnum(g_utf8_get_char(at))) {
      gsize size = (gsize)(g_utf8_next_char(at) - at);
      memmove(to, at, size);
      to += size;
    } else if (*at != '\'' && to > words && to[-1] != ' ') *to++ = ' ';
  }
  while (to > words && to[-1] == ' ') to--;
  *to = 0;
  return words;
}

bool text_particle(const char *word) {
  static const char *const particles[] = {"de",  "la",  "las", "los", "del", "della", "di",  "da",  "dos", "das", "do",
                                          "du",  "le",  "van", "von", "der", "den",   "ter", "ten", "el",  "al",  "bin",
                                          "ibn", "abu", "st",  "ste", "san", "mac",   "mc",  "y",   "e",   NULL};
  return g_strv_contains(particles, word);
}

static bool show_plainly(gunichar c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return false;
  if (c >= 0x2028 && c <= 0x202E) return false;
  switch (g_unichar_type(c)) {
  case G_UNICODE_FORMAT:
  case G_UNICODE_SURROGATE:
  case G_UNICODE_UNASSIGNED: return false;
  default: return true;
  }
}

char *text_show(const char *text, bool one_line) {
  GString *shown = g_string_sized_new(strlen(text) + 16);
  for (const char *at = text; *at;) {
    gunichar c = g_utf8_get_char_validated(at, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      g_string_append_printf(shown, "<0x%02X>", (guchar)*at++);
      continue;
    }
    if (c == '\r' && at[1] == '\n') c = (at++, '\n');
    if (c == '\n' || c == '\t' || c == '\r') g_string_append_c(shown, one_line || c == '\t' ? ' ' : '\n');
    else if (show_plainly(c)) g_string_append_unichar(shown, c);
    else g_string_append_printf(shown, "<U+%04X>", c);
    at = g_utf8_next_char(at);
  }
  return g_string_free(shown, FALSE);
}

static gsize blank_ahead(const char *text) {
  if (g_ascii_isspace(*text)) return 1;
  if ((guchar)text[0] == 0xC2 && (guchar)text[1] == 0xA0) return 2;
  return 0;
}

char *text_trim(char *text) {
  const char *start = text;
  for (gsize blank; (blank = blank_ahead(start));) start += blank;
  gsize length = strlen(start);
  while (length) {
    if (g_ascii_isspace(start[length - 1])) length--;
    else if (length > 1 && blank_ahead(start + length - 2) == 2) length -= 2;
    else break;
  }
  if (start != text) memmove(text, start, length);
  text[length] = 0;
  return text;
}

guint text_distance(const char *a, const char *b) {
  glong an, bn;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast(a, -1, &an), *y = g_utf8_to_ucs4_fast(b, -1, &bn);
  gsize width = (gsize)bn + 1;
  g_autofree guint *table = g_new(guint, ((gsize)an + 1) * width);
  for (gsize i = 0; i <= (gsize)an; i++)
    for (gsize j = 0; j <= (gsize)bn; j++) {
      guint *here = &table[i * width + j];
      if (!i || !j) {
        *here = (guint)(i + j);
        continue;
      }
      guint cost = x[i - 1] != y[j - 1];
      *here = MIN(here[-1] + 1, MIN(here[-(gssize)width] + 1, here[-(gssize)width - 1] + cost));
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) *here = MIN(*here, here[-2 * (gssize)width - 2] + 1);
    }
  return table[(gsize)an * width + (gsize)bn];
}

const char *text_nearest(const char *word, const char *const *candidates) {
  const char *nearest = NULL;
  guint best = G_MAXUINT;
  g_autofree char *key = text_words(word);
  for (; *candidates; candidates++) {
    g_autofree char *other = text_words(*candidates);
    guint distance = text_distance(key, other), longest = (guint)MAX(strlen(key), strlen(other));
    if (distance < best && distance * 3 <= longest + 1) best = distance, nearest = *candidates;
  }
  return nearest;
}

char *text_undress(char *text) {
  gsize length = strlen(text), from = 0;
  if (length > 2 && text[0] == '=' && text[1] == '"' && text[length - 1] == '"') from = 2, text[--length] = '\0';
  else if (*text == '\'' && g_ascii_isdigit(text[1])) from = 1;
  if (from) memmove(text, text + from, length - from + 1);
  return text;
}

static void list_add(GPtrArray *list, GString *part) {
  if (*text_trim(part->str)) g_ptr_array_add(list, g_strdup(part->str));
  g_string_truncate(part, 0);
}

char **text_list(const char *text) {
  GPtrArray *list = g_ptr_array_new();
  g_autoptr(GString) part = g_string_new(NULL);
  for (const char *at = text; *at; at++) {
    if (*at == ';') list_add(list, part);
    else g_string_append_c(part, at[0] == '\\' && at[1] == ';' ? *++at : *at);
  }
  list_add(list, part);
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(list, FALSE);
}

char *text_csv_cell(const char *text, char delimiter) {
  if (!strchr(text, delimiter) && !strpbrk(text, "\"\r\n")) return g_strdup(text);
  GString *quoted = g_string_new(text);
  g_string_replace(quoted, "\"", "\"\"", 0);
  g_string_prepend_c(quoted, '"');
  g_string_append_c(quoted, '"');
  return g_string_free(quoted, FALSE);
}
