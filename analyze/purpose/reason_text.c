/* Makes the plain text of a reason for the purpose patterns; spelling.c corrects slips of typing. */
#include "analyze/purpose/reason_text.h"
#include <string.h>
#include "include/text.h"

struct reader {
  struct purpose_text *text;
  struct spelling *spelling;
  GString *word; /* letters collected, not yet appended */
  guint32 word_from;
};

static void byte_put(struct purpose_text *text, char c, guint32 from, guint32 to) {
  g_string_append_c(text->plain, c);
  g_array_append_val(text->from, from);
  g_array_append_val(text->to, to);
}

static char last_put(const struct purpose_text *text) { return text->plain->len ? text->plain->str[text->plain->len - 1] : ' '; }

static void word_end(struct reader *reader, guint32 at) {
  const char *word = spelling_correct(reader->spelling, reader->word->str);
  for (; *word; word++) byte_put(reader->text, *word, reader->word_from, at);
  g_string_truncate(reader->word, 0);
}

static void blank_put(struct reader *reader, guint32 at) {
  word_end(reader, at);
  if (last_put(reader->text) != ' ') byte_put(reader->text, ' ', at, at);
}

static void letter_put(struct reader *reader, char c, guint32 at) {
  if (!reader->word->len) reader->word_from = at;
  g_string_append_c(reader->word, c);
}

/* "theft22-0101" is a word and a number; "pc459" and "g22" stay whole. */
static void digit_put(struct reader *reader, char c, guint32 at) {
  if (reader->word->len > 3) blank_put(reader, at);
  else word_end(reader, at);
  byte_put(reader->text, c, at, at + 1);
}

/* A mark inside a number is kept, any other separates words; the point of an abbreviation is removed. */
static void mark_put(struct reader *reader, char c, char next, guint32 at) {
  bool abbreviation = c == '.' && reader->word->len == 1 && g_ascii_isalpha(next);
  if (abbreviation || c == '\'') return;
  if (c == '&') {
    blank_put(reader, at);
    for (const char *and = "and"; *and; and++) letter_put(reader, *and, at);
    blank_put(reader, at + 1);
    return;
  }
  char before = reader->word->len ? reader->word->str[reader->word->len - 1] : last_put(reader->text);
  bool joins = strchr("-./", c) && g_ascii_isdigit(next) && (g_ascii_isdigit(before) || before == ')');
  bool opens = c == '(' && (g_ascii_isdigit(before) || before == ')') && g_ascii_isalnum(next);
  bool closes = c == ')' && g_ascii_isalnum(before) && memchr(reader->text->plain->str, '(', reader->text->plain->len);
  if (!joins && !opens && !closes) {
    blank_put(reader, at);
    return;
  }
  word_end(reader, at);
  byte_put(reader->text, c, at, at + 1);
}

/* The ASCII letter for a character; 0 if there is none. */
static char letter_plain(gunichar c) {
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
  if (parts[0] < 0x80) return g_ascii_tolower((char)parts[0]);
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  return 0;
}

/* "%2F" and "+" of a URL, only in a reason without blanks. */
static gunichar char_read(const char **at, bool encoded) {
  const char *here = *at;
  if (encoded && here[0] == '%' && g_ascii_isxdigit(here[1]) && g_ascii_isxdigit(here[2])) {
    int value = g_ascii_xdigit_value(here[1]) << 4 | g_ascii_xdigit_value(here[2]);
    *at = here + 3;
    return value >= 0x20 && value < 0x7F ? (gunichar)value : ' ';
  }
  gsize entity = g_str_has_prefix(here, "&amp;") ? 5 : 0;
  *at = entity ? here + entity : g_utf8_next_char(here);
  return g_utf8_get_char(here);
}

static void text_begin(struct purpose_text *text, gsize length) {
  if (!text->plain) {
    text->plain = g_string_sized_new(length + 16);
    text->from = g_array_sized_new(FALSE, FALSE, sizeof(guint32), (guint)length + 16);
    text->to = g_array_sized_new(FALSE, FALSE, sizeof(guint32), (guint)length + 16);
  }
  g_string_truncate(text->plain, 0);
  g_array_set_size(text->from, 0);
  g_array_set_size(text->to, 0);
}

void purpose_text_read(struct purpose_text *text, const char *reason, struct spelling *spelling) {
  text_begin(text, strlen(reason));
  struct reader reader = {text, spelling, g_string_sized_new(32), 0};
  bool encoded = !strpbrk(reason, " \t\n");
  for (const char *next, *at = reason; *at; at = next) {
    next = at;
    guint32 offset = (guint32)(at - reason);
    char c = letter_plain(char_read(&next, encoded));
    if (g_ascii_isalpha(c)) {
      bool parts = g_ascii_isdigit(last_put(text)) && !reader.word->len;
      if (parts && strspn(next, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 3) blank_put(&reader, offset);
      letter_put(&reader, c, offset);
    } else if (g_ascii_isdigit(c)) digit_put(&reader, c, offset);
    else if (c) mark_put(&reader, c, *next, offset);
    else blank_put(&reader, offset);
  }
  word_end(&reader, (guint32)strlen(reason));
  g_string_free(reader.word, TRUE);
}

void purpose_text_clear(struct purpose_text *text) {
  if (!text->plain) return;
  g_string_free(text->plain, TRUE);
  g_array_free(text->from, TRUE);
  g_array_free(text->to, TRUE);
  *text = (struct purpose_text){NULL, NULL, NULL};
}
