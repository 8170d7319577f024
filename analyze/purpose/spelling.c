/* Makes the plain text of a reason for the purpose patterns and corrects slips of typing; what the words mean is left
   to purpose.c. */
#include "analyze/purpose/spelling.h"
#include <string.h>
#include "include/assets.h"
#include "include/message.h"
#include "include/text.h"

#define WORD_FILE "analyze/lexicon/spelling.txt"

#define SHORTEST_CORRECTED 5 /* shorter words are too near to one another */
#define TWO_SLIPS_FROM 8

struct spelling {
  GPtrArray *targets; /* words that slips are corrected to, the commoner of two near ones first */
  GHashTable *known;  /* every word of the file: none of them is a slip */
};

static void words_take(struct spelling *spelling, const char *line, bool targets) {
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  for (char **word = words; *word; word++) {
    char *own = g_strdup(*word);
    if (!g_hash_table_add(spelling->known, own)) stop_input(WORD_FILE, 0, "%s appears twice: remove one", *word);
    if (targets) g_ptr_array_add(spelling->targets, own);
  }
}

struct spelling *spelling_new(void) {
  struct spelling *spelling = g_new(struct spelling, 1);
  g_auto(GStrv) lines = g_strsplit(asset_text(WORD_FILE), "\n", -1);
  bool targets = false;
  spelling->targets = g_ptr_array_new();
  spelling->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char **line = lines; *line; line++) {
    if (!**line || **line == '#') continue;
    if (g_str_has_suffix(*line, ":")) targets = !strcmp(*line, "corrected to:");
    else words_take(spelling, *line, targets);
  }
  return spelling;
}

void spelling_free(struct spelling *spelling) {
  if (!spelling) return;
  g_ptr_array_unref(spelling->targets);
  g_hash_table_unref(spelling->known);
  g_free(spelling);
}

/* People keep the first letter right or swap it with the second. */
static bool slip_likely(const char *word, gsize length, const char *target, gsize target_length, guint most) {
  if (length + most < target_length || target_length + most < length) return false;
  return word[0] == target[0] || (word[0] == target[1] && (word[1] == target[0] || word[1] == target[2]));
}

/* The word that WORD is a slip of, or WORD itself. */
static const char *word_correct(const struct spelling *spelling, const char *word) {
  gsize length = strlen(word);
  if (length < SHORTEST_CORRECTED || length > 24 || g_hash_table_contains(spelling->known, word)) return word;
  guint most = length >= TWO_SLIPS_FROM ? 2 : 1, nearest = most + 1;
  const char *corrected = word;
  for (guint i = 0; i < spelling->targets->len; i++) {
    const char *target = g_ptr_array_index(spelling->targets, i);
    gsize target_length = strlen(target);
    if (target_length < SHORTEST_CORRECTED || !slip_likely(word, length, target, target_length, most)) continue;
    guint distance = text_distance(word, target);
    if (distance < nearest) nearest = distance, corrected = target;
  }
  return corrected;
}

struct reader {
  struct purpose_text *text;
  const struct spelling *spelling;
  GString *word; /* letters gathered, not yet put */
  guint32 word_from;
};

static void byte_put(struct purpose_text *text, char c, guint32 from, guint32 to) {
  g_string_append_c(text->plain, c);
  g_array_append_val(text->from, from);
  g_array_append_val(text->to, to);
}

static char last_put(const struct purpose_text *text) { return text->plain->len ? text->plain->str[text->plain->len - 1] : ' '; }

static void word_end(struct reader *reader, guint32 at) {
  const char *word = word_correct(reader->spelling, reader->word->str);
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

/* A mark is kept where it belongs to a number, else it parts words; the point of an abbreviation just goes. */
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

/* The plain ASCII of a letter, 0 where it has none. */
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

void purpose_text_read(struct purpose_text *text, const char *reason, const struct spelling *spelling) {
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

/* Letters next to one another on a keyboard's row. */
static gsize keyboard_run(const char *word, gsize length) {
  static const char rows[] = "qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz";
  gsize longest = 1, run = 1;
  for (gsize i = 1; i < length; i++) {
    const char pair[] = {word[i - 1], word[i], 0};
    run = strstr(rows, pair) ? run + 1 : 1;
    longest = MAX(longest, run);
  }
  return longest;
}

bool word_mashed(const char *word, gsize length) {
  gsize vowels = 0, cluster = 0, longest = 0, same = 1, repeated = 1;
  for (gsize i = 0; i < length; i++) {
    bool vowel = strchr("aeiouy", word[i]) != NULL;
    vowels += vowel;
    cluster = vowel ? 0 : cluster + 1;
    longest = MAX(longest, cluster);
    same = i && word[i] == word[i - 1] ? same + 1 : 1;
    repeated = MAX(repeated, same);
  }
  return length < 3 || !vowels || longest >= 5 || repeated >= 3 || keyboard_run(word, length) >= 4;
}
