/* Makes a narrative plain: first characters, then wrapped lines (wrapped_lines.c), then the names of the agency's own system,
   then capitals (name_capitals.c). sentence.c decides where sentences end. */
#include "analyze/words/narrative_text.h"
#include <string.h>
#include "analyze/words/name_capitals.h"
#include "analyze/words/sentence.h"
#include "analyze/words/wordfile.h"
#include "analyze/words/wrapped_lines.h"
#include "include/text.h"

#define KNOWN_NAME "FACESNXT" /* the name of a system that the word files know in every sentence */

struct plain {
  GString *text, *named; /* the text being made; with names replaced */
  GArray *from, *moved;  /* of guint32: the place of each of its bytes in the text as written, and the end */
  GRegex *names,
      *any; /* matches names as written or in capitals; the other in any case, for a text without mixed case. NULL: none */
  GHashTable *people; /* words of their names; may be NULL */
  bool same, cased;   /* the text needed no change; it has both capitals and small letters */
};

/* ---------------------------------------------------------------------------------------------------------- characters */

/* The replacement for a character and its variants; "" removes it. */
static const struct {
  const char *written, *read;
} characters[] = {
    {"\r\n", "\n"},         {"\r", "\n"},           {"\f", "\n"},           {"\v", "\n"},           {"\t", " "},
    {"\xC2\x85", "\n"},     {"\xE2\x80\xA8", "\n"}, {"\xE2\x80\xA9", "\n"}, {"\xC2\xA0", " "},      {"\xE2\x80\x82", " "},
    {"\xE2\x80\x83", " "},  {"\xE2\x80\x89", " "},  {"\xE2\x80\xAF", " "},  {"\xE3\x80\x80", " "},  {"\xC2\xAD", ""},
    {"\xE2\x80\x8B", ""},   {"\xE2\x81\xA0", ""},   {"\xEF\xBB\xBF", ""},   {"\xE2\x80\x98", "'"},  {"\xE2\x80\x99", "'"},
    {"\xE2\x80\x9A", "'"},  {"\xE2\x80\x9B", "'"},  {"\xCA\xBC", "'"},      {"\xE2\x80\x9C", "\""}, {"\xE2\x80\x9D", "\""},
    {"\xE2\x80\x9E", "\""}, {"\xE2\x80\x9F", "\""}};

/* The rule for the character at TEXT; NULL: it is kept. */
static const char *character_read(const char *text, gsize left, gsize *size) {
  *size = 1;
  if (!strchr("\r\f\v\t\xC2\xE2\xE3\xEF\xCA", *text)) return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(characters); i++) {
    gsize length = strlen(characters[i].written);
    if (length > left || memcmp(text, characters[i].written, length)) continue;
    *size = length;
    return characters[i].read;
  }
  return NULL;
}

static char plain_last(const struct plain *plain) { return plain->text->len ? plain->text->str[plain->text->len - 1] : '\n'; }

/* Blanks at the ends of a line, and more than one between words, are layout. */
static void byte_add(struct plain *plain, char c, gsize from) {
  guint32 place = (guint32)from;
  if (c == ' ' && strchr(" \n", plain_last(plain))) return;
  if (c == '\n' && plain->text->len && plain_last(plain) == ' ') {
    plain->text->str[plain->text->len - 1] = c;
    return;
  }
  g_string_append_c(plain->text, c);
  g_array_append_val(plain->from, place);
}

static bool text_has_capital(const char *text) { return text[strcspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]; }

static bool text_cased(const char *text) {
  bool upper = false, lower = false;
  for (; *text && !(upper && lower); text++) upper |= g_ascii_isupper(*text), lower |= g_ascii_islower(*text);
  return upper && lower;
}

/* "__________" and "_": the line on which a form was to be filled in, and nothing was. */
static gsize blank_length(const char *text, gsize at, gsize left) {
  gsize length = MIN(strspn(text + at, "_"), left);
  bool apart = (!at || !g_ascii_isalnum(text[at - 1])) && !g_ascii_isalnum(text[at + length]);
  return length > 1 || apart ? length : 0;
}

/* "T-O-M-M-Y" behind the name that it spells, as dictation has it: its length, with a comma behind it. */
static gsize spelt_length(const char *text, gsize at) {
  gsize letters = 0, length = 0;
  if (at && (g_ascii_isalnum(text[at - 1]) || text[at - 1] == '-')) return 0;
  while (g_ascii_isupper(text[at + length])) {
    letters++, length++;
    if (text[at + length] != '-' || !g_ascii_isupper(text[at + length + 1])) break;
    length++;
  }
  if (letters < 3 || text[at + length] == '-' || g_ascii_isalnum(text[at + length])) return 0;
  return length + (text[at + length] == ',');
}

/* What stands between the name and its letters. */
static void comma_remove(struct plain *plain) {
  gsize length = plain->text->len;
  if (length < 2 || !g_str_has_suffix(plain->text->str, ", ")) return;
  g_string_truncate(plain->text, length - 2);
  g_array_set_size(plain->from, (guint)length - 2);
}

static void characters_make(struct plain *plain, const char *text, gsize length) {
  for (gsize at = 0, size; at < length; at += size) {
    size = text[at] == '_' ? blank_length(text, at, length - at) : g_ascii_isupper(text[at]) ? spelt_length(text, at) : 0;
    if (size && text[at] != '_') comma_remove(plain);
    if (size) continue;
    const char *read = character_read(text + at, length - at, &size);
    if (!read) byte_add(plain, text[at], at);
    else if (*read) byte_add(plain, *read, at);
  }
}

/* Most narratives are one line and already plain. */
static bool text_plain(const char *text, gsize length) {
  for (gsize at = 0; at < length; at++)
    if (strchr("\r\n\f\v\t_\xC2\xE2\xE3\xEF\xCA", text[at]) || (text[at] == ' ' && text[at + 1] == ' ') ||
        (text[at] == '-' && at && g_ascii_isupper(text[at - 1]) && g_ascii_isupper(text[at + 1])))
      return false;
  return true;
}

/* --------------------------------------------------------------------------------------------------------------- names */

/* Neither part of a word nor of the name of a street or a building. */
static const char name_before[] = "(?<![\\w-])(?:", name_after[] = ")(?![\\w])(?! (?:\\w+ )?(?i:%s)\\b)";

static char *name_pattern(const char *name) {
  g_autofree char *escaped = g_regex_escape_string(name, -1);
  g_auto(GStrv) words = g_strsplit(escaped, " ", -1);
  return g_strjoinv("\\s+", words);
}

static char *premises_read(void) {
  static const char *const paths[] = {"analyze/lexicon/parts.txt", NULL};
  struct wordfile *words = wordfile_read(paths);
  char *premises = g_strdup(g_hash_table_lookup(words->parts, "premises"));
  wordfile_free(words);
  return premises;
}

static void names_compile(struct plain *plain, const char *const *names) {
  g_autoptr(GString) pattern = g_string_new(name_before);
  g_autofree char *premises = premises_read();
  for (guint i = 0; names[i]; i++) {
    g_autofree char *capitals = g_utf8_strup(names[i], -1), *one = name_pattern(names[i]), *other = name_pattern(capitals);
    g_string_append_printf(pattern, "%s%s|%s", i ? "|" : "", one, other);
  }
  g_string_append_printf(pattern, name_after, premises);
  plain->names = g_regex_new(pattern->str, G_REGEX_OPTIMIZE, 0, NULL);
  plain->any = g_regex_new(pattern->str, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
}

static void piece_add(struct plain *plain, const char *text, gsize length, gsize from, bool moves) {
  for (gsize i = 0; i < length; i++) {
    guint32 place = g_array_index(plain->from, guint32, moves ? from : from + i);
    g_array_append_val(plain->moved, place);
  }
  g_string_append_len(plain->named, text, (gssize)length);
}

static void names_replace(struct plain *plain) {
  GMatchInfo *match = NULL;
  const GRegex *names = plain->cased ? plain->names : plain->any;
  gsize from = 0;
  gint start, end;
  if (!names || !g_regex_match(names, plain->text->str, 0, &match)) {
    g_match_info_free(match);
    return;
  }
  g_string_truncate(plain->named, 0), g_array_set_size(plain->moved, 0);
  for (; g_match_info_matches(match) && g_match_info_fetch_pos(match, 0, &start, &end); g_match_info_next(match, NULL)) {
    piece_add(plain, plain->text->str + from, (gsize)start - from, from, false);
    piece_add(plain, KNOWN_NAME, strlen(KNOWN_NAME), (gsize)start, true);
    from = (gsize)end;
  }
  piece_add(plain, plain->text->str + from, plain->text->len - from + 1, from, false);
  g_string_truncate(plain->named, plain->named->len - 1);
  g_match_info_free(match);
  GString *text = plain->text;
  GArray *places = plain->from;
  plain->text = plain->named, plain->named = text;
  plain->from = plain->moved, plain->moved = places;
}

/* ------------------------------------------------------------------------------------------------------------ a text */

struct plain *plain_new(const char *const *names, GHashTable *people) {
  struct plain *plain = g_new0(struct plain, 1);
  plain->text = g_string_new(NULL), plain->named = g_string_new(NULL);
  plain->from = g_array_new(FALSE, FALSE, sizeof(guint32)), plain->moved = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (names && *names) names_compile(plain, names);
  plain->people = people;
  return plain;
}

void plain_free(struct plain *plain) {
  if (!plain) return;
  g_string_free(plain->text, TRUE), g_string_free(plain->named, TRUE);
  g_array_unref(plain->from), g_array_unref(plain->moved);
  if (plain->names) g_regex_unref(plain->names), g_regex_unref(plain->any);
  g_free(plain);
}

const char *plain_make(struct plain *plain, const char *text, gsize length, gsize *plain_length) {
  guint32 end = (guint32)length;
  plain->same = !plain->names && text_plain(text, length) && (!plain->people || text_has_capital(text));
  *plain_length = length;
  if (plain->same) return text;
  g_string_truncate(plain->text, 0), g_array_set_size(plain->from, 0);
  characters_make(plain, text, length);
  g_array_append_val(plain->from, end);
  plain->cased = text_cased(plain->text->str);
  lines_join(plain->text->str, plain->cased);
  names_replace(plain);
  if (plain->people && !text_has_capital(text)) people_capitalise(plain->text->str, plain->people);
  *plain_length = plain->text->len;
  return plain->text->str;
}

struct span plain_written(const struct plain *plain, struct span span) {
  if (plain->same || !span.length) return plain->same ? span : (struct span){g_array_index(plain->from, guint32, span.start), 0};
  const guint32 *from = &g_array_index(plain->from, guint32, 0);
  gsize end = span.start + span.length;
  while (end < plain->text->len && from[end] == from[end - 1]) end++; /* never half of a name */
  return (struct span){from[span.start], from[end] - from[span.start]};
}

void plain_sentences(const char *text, gsize length, GArray *sentences) {
  struct plain *plain = plain_new(NULL, NULL);
  gsize size;
  const char *made = plain_make(plain, text, length, &size);
  guint first = sentences->len;
  sentences_split(made, size, sentences);
  for (guint i = first; i < sentences->len; i++) {
    struct span *span = &g_array_index(sentences, struct span, i);
    *span = plain_written(plain, *span);
  }
  plain_free(plain);
}
