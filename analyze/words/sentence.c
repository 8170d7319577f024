/* Splits text into sentences as police reports write them; analyze/narrative/ decides what a sentence means. */
#include "analyze/words/sentence.h"
#include "include/title.h"
#include <stdbool.h>
#include <string.h>

static bool word_in(const char *const *words, const char *word, gsize length) {
  char first = length ? g_ascii_tolower(*word) : 0;
  for (; *words; words++)
    if (**words == first && strlen(*words) == length && !g_ascii_strncasecmp(*words, word, length)) return true;
  return false;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool word_byte(char c) { return g_ascii_isalnum(c) || (c & 0x80) || c == '.'; }

/* The first byte after the blanks at AT; 0 at the end. */
static char next_word(const char *text, gsize length, gsize at) {
  while (at < length && blank(text[at])) at++;
  return at < length ? text[at] : 0;
}

/* Whether the period at AT belongs to an abbreviation, an initial or the number of a list. */
static bool period_inside(const char *text, gsize length, gsize at) {
  gsize begin = at;
  while (begin > 0 && word_byte(text[begin - 1])) begin--;
  gsize size = at - begin;
  char next = next_word(text, length, at + 1);
  if (!size || !next) return false;
  bool line_start = begin == 0 || text[begin - 1] == '\n';
  bool digits = strspn(text + begin, "0123456789") >= size;
  if (digits || size == 1) { /* of a list */
    if (line_start) return size <= 2;
    if (digits) return false;
  }
  if (size == 2 && !g_ascii_strncasecmp(text + begin, "no", 2)) return g_ascii_isdigit(next) || next == '#';
  if (size == 1 && g_ascii_isupper(text[begin]) && text[begin] != 'I') return begin == 0 || text[begin - 1] != '/';
  if (size == 3 && !g_ascii_strncasecmp(text + begin, "off", 3)) return text[begin] == 'O' && text[begin + 1] == 'f';
  g_autofree char *word = g_ascii_strdown(text + begin, (gssize)size);
  unsigned marks = title_marks(word, size);
  return marks & TITLE_SHORT || (marks & TITLE_END && !g_ascii_isupper(next));
}

/* "Facial recognition used? No": the answer belongs to the question of a form. */
static bool answer_follows(const char *text, gsize length, gsize at) {
  static const char *const answers[] = {"n", "no", "none", "n/a", "na", "y", "yes", NULL};
  while (at < length && (text[at] == ' ' || text[at] == '\t')) at++;
  gsize end = at;
  while (end < length && (g_ascii_isalpha(text[end]) || text[end] == '/')) end++;
  return word_in(answers, text + at, end - at) && (end == length || strchr(".;,\n\r", text[end]));
}

enum { LABEL_MOST = 30 };

/* "Confirmed by:", however its blanks are. */
static bool label_at(const char *text, gsize length, gsize at) {
  while (at < length && blank(text[at])) at++;
  gsize letters = 0, end = at;
  for (; end < length && letters < LABEL_MOST && (g_ascii_isalpha(text[end]) || blank(text[end]) || strchr("-/#'", text[end]));
       end++)
    letters += !blank(text[end]);
  return letters && end < length && text[end] == ':' && g_ascii_isalpha(text[at]);
}

/* "System: FACES / Operator: Det. Moss / Result: none": the fields of a form on one line, that begins at START. */
static bool field_ends(const char *text, gsize length, gsize start, gsize at) {
  bool apart = at + 1 < length && blank(text[at + 1]) && (text[at] == ';' || (at > start && blank(text[at - 1])));
  return apart && label_at(text, length, start) && label_at(text, length, at + 1);
}

/* Whether the sentence ends with the byte at AT. */
static bool sentence_ends(const char *text, gsize length, gsize at) {
  char c = text[at];
  if (c == '\n' || c == '\r') return true;
  if (c != '.' && c != '!' && c != '?') return false;
  gsize after = at + 1;
  while (after < length && strchr("\"')]", text[after])) after++;
  if (after < length && !blank(text[after])) return false;
  return c == '?' ? !answer_follows(text, length, after) : c != '.' || !period_inside(text, length, at);
}

static void sentence_add(const char *text, gsize start, gsize end, GArray *sentences) {
  while (start < end && blank(text[start])) start++;
  while (end > start && blank(text[end - 1])) end--;
  struct span span = {start, end - start};
  if (span.length) g_array_append_val(sentences, span);
}

void sentences_split(const char *text, gsize length, GArray *sentences) {
  gsize start = 0;
  for (gsize at = 0; (at += strcspn(text + at, ".!?\n\r/|;")) < length; at++) {
    bool field = strchr("/|;", text[at]) != NULL;
    if (field ? !field_ends(text, length, start, at) : !sentence_ends(text, length, at)) continue;
    gsize end = at + 1;
    while (!field && end < length && text[end] && strchr("\"')]", text[end])) end++;
    sentence_add(text, start, field ? at : end, sentences);
    start = end;
    at = end - 1;
  }
  sentence_add(text, start, length, sentences);
}
