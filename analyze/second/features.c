/* Turns a narrative into slots of a table by hashing what stands in it; which slots speak for what is taught, not written here.
 */
#include "analyze/second/features.h"
#include <math.h>
#include <stdbool.h>
#include <string.h>
#include "analyze/words/sentence.h"

enum { WORD_MOST = FEATURE_LETTERS - 3, NEAR_MOST = 5, FAR_MOST = 24, LETTERS = 4 };

/* Where a feature stands, and what it is. */
enum { WHOLE = 0, ITSELF = 16, BEFORE = 32, AFTER = 48 };
enum { WORD, PAIR, PART, KIND, KIND_PAIR, KIND_NEAR, KIND_FAR, NO_NEIGHBOUR };

/* FNV-1a, and the last steps of MurmurHash3 for what it leaves unmixed. */
static guint32 bytes_hash(const char *bytes, gsize length) {
  guint32 hash = 2166136261u;
  while (length--) hash = (hash ^ (guint8)*bytes++) * 16777619u;
  return hash;
}

static guint32 hash_mix(guint32 hash) {
  hash = (hash ^ hash >> 16) * 0x85ebca6bu;
  hash = (hash ^ hash >> 13) * 0xc2b2ae35u;
  return hash ^ hash >> 16;
}

struct features *features_new(const char *kinds) {
  struct features *features = g_new0(struct features, 1);
  features->slots = g_array_new(FALSE, FALSE, sizeof(guint32));
  features->words = g_array_new(FALSE, FALSE, sizeof(struct feature_word));
  features->sentences = g_array_new(FALSE, FALSE, sizeof(struct feature_sentence));
  features->seen = g_malloc0(FEATURE_SLOTS);
  features->kinds = g_hash_table_new(NULL, NULL);
  g_auto(GStrv) lines = g_strsplit(kinds, "\n", -1);
  for (guint kind = g_strv_length(lines); kind > 0; kind--) {
    g_auto(GStrv) words = g_strsplit(*lines[kind - 1] == '#' ? "" : lines[kind - 1], " ", -1);
    for (char **word = words; *word; word++)
      g_hash_table_insert(features->kinds, GUINT_TO_POINTER(bytes_hash(*word, strlen(*word))), GUINT_TO_POINTER(kind));
  }
  return features;
}

void features_free(struct features *features) {
  g_array_free(features->slots, TRUE);
  g_array_free(features->words, TRUE);
  g_array_free(features->sentences, TRUE);
  g_hash_table_destroy(features->kinds);
  g_free(features->seen);
  g_free(features);
}

guint32 features_word(const struct feature_word *word) { return hash_mix(word->hash) % FEATURE_WORDS; }

gint64 features_scale(gint64 sum, guint32 count) { return sum * 64 / MAX(1, (gint64)sqrt((double)count)); }

/* Typographic signs, and their ASCII. */
static const struct {
  const char *sign;
  char plain;
} plain_signs[] = {{"\u00A0", ' '}, {"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'},
                   {"\u201D", '"'}, {"\u2013", '-'},  {"\u2014", '-'},  {"\u2026", '.'}};

/* A copy of the same length in which layout and case are gone; a sign of three bytes becomes its ASCII thrice. */
static char *text_flatten(const char *text, gsize length) {
  char *flat = g_ascii_strup(text, (gssize)length);
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isspace(flat[i])) flat[i] = ' ';
    else if (g_ascii_isdigit(flat[i])) flat[i] = '0';
    else if (flat[i] & 0x80)
      for (guint sign = 0; sign < G_N_ELEMENTS(plain_signs); sign++)
        if (g_str_has_prefix(text + i, plain_signs[sign].sign))
          memset(flat + i, plain_signs[sign].plain, strlen(plain_signs[sign].sign));
  return flat;
}

static bool word_byte(char c) { return g_ascii_isalnum(c) || (c & 0x80) || c == '\''; }

/* Appends the word, or the run of one sign, that begins at AT; where the next one may begin. An apostrophe is no part of a word.
 */
static gsize word_read(struct features *features, const char *flat, gsize at, gsize end) {
  struct feature_word word = {.place.start = at, .letters = "<"};
  gsize length = 1;
  char sign = flat[at];
  for (bool in = word_byte(sign); at < end && (in ? word_byte(flat[at]) : flat[at] == sign); at++) {
    char letter = flat[at] & 0x80 ? '~' : flat[at];
    bool again = letter == word.letters[length - 1] && (!in || letter == '~');
    if (!again && length <= WORD_MOST && !(in && letter == '\'')) word.letters[length++] = letter;
  }
  word.letters[length] = '>';
  word.length = (guint8)(length + 1);
  word.place.length = at - word.place.start;
  word.hash = bytes_hash(word.letters + 1, length - 1);
  word.kind = (guint8)GPOINTER_TO_UINT(g_hash_table_lookup(features->kinds, GUINT_TO_POINTER(word.hash)));
  if (length > 1 && sign != ' ') g_array_append_val(features->words, word);
  return at;
}

static void slot_add(struct features *features, guint32 what, guint32 a, guint32 b) {
  guint32 slot = hash_mix(a * 37 + hash_mix(b + what)) % FEATURE_SLOTS;
  if (features->seen[slot]) return;
  features->seen[slot] = 1;
  g_array_append_val(features->slots, slot);
}

static struct feature_run run_begin(const struct features *features) { return (struct feature_run){features->slots->len, 0}; }

static void feature_run_end(struct features *features, struct feature_run *run) {
  run->count = features->slots->len - run->from;
  for (guint32 i = 0; i < run->count; i++) features->seen[g_array_index(features->slots, guint32, run->from + i)] = 0;
}

/* The word at I of a sentence that begins with FIRST, and the pair that it ends. */
static void word_add(struct features *features, guint32 first, guint32 i, guint32 where) {
  const struct feature_word *word = &g_array_index(features->words, struct feature_word, i);
  slot_add(features, where + WORD, word->hash, 0);
  if (i > first) slot_add(features, where + PAIR, word[-1].hash, word->hash);
}

/* Parts of the word carry its misspellings and endings. */
static void parts_add(struct features *features, const struct feature_word *word, guint32 where) {
  for (int i = 0; g_ascii_isalpha(word->letters[1]) && i + LETTERS <= word->length; i++)
    slot_add(features, where + PART, bytes_hash(word->letters + i, LETTERS), 0);
}

static guint32 kind_of(const struct feature_word *word) { return word->kind ? word->kind : word->hash; }

/* Kinds in a row, near and far: who, ran, which picture, through what. */
static void kinds_add(struct features *features, guint32 first, guint32 i, guint32 where) {
  const struct feature_word *word = &g_array_index(features->words, struct feature_word, i);
  if (word->kind) slot_add(features, where + KIND, word->kind, 0);
  for (guint32 back = 1; back <= MIN(i - first, FAR_MOST); back++) {
    const struct feature_word *other = word - back;
    if (back <= NEAR_MOST && (word->kind || other->kind))
      slot_add(features, where + (back == 1 ? KIND_PAIR : KIND_NEAR), kind_of(other), kind_of(word));
    if (word->kind && other->kind) slot_add(features, where + KIND_FAR, other->kind, word->kind);
  }
}

static void sentence_add(struct features *features, const struct feature_sentence *sentence, guint32 where) {
  guint32 from = features->slots->len;
  for (guint32 i = sentence->first; i < sentence->end; i++) {
    struct feature_word *word = &g_array_index(features->words, struct feature_word, i);
    word->from = features->slots->len - from;
    word_add(features, sentence->first, i, where);
    parts_add(features, word, where);
    kinds_add(features, sentence->first, i, where);
  }
}

/* A sentence beside another: its words are enough. */
static void neighbour_add(struct features *features, gssize neighbour, guint32 where) {
  if (neighbour < 0 || neighbour >= features->sentences->len) {
    slot_add(features, where + NO_NEIGHBOUR, 0, 0);
    return;
  }
  const struct feature_sentence *sentence = &g_array_index(features->sentences, struct feature_sentence, neighbour);
  for (guint32 i = sentence->first; i < sentence->end; i++) word_add(features, sentence->first, i, where);
}

static void sentences_find(struct features *features, const char *flat, gsize length) {
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  sentences_split(flat, length, spans);
  for (guint i = 0; i < spans->len; i++) {
    struct feature_sentence sentence = {.place = g_array_index(spans, struct span, i), .first = features->words->len};
    gsize end = sentence.place.start + sentence.place.length;
    for (gsize at = sentence.place.start; at < end;) at = word_read(features, flat, at, end);
    sentence.end = features->words->len;
    if (sentence.end > sentence.first) g_array_append_val(features->sentences, sentence);
  }
}

void features_read(struct features *features, const char *text, gsize length) {
  g_array_set_size(features->slots, 0);
  g_array_set_size(features->words, 0);
  g_array_set_size(features->sentences, 0);
  g_autofree char *flat = text_flatten(text, length);
  sentences_find(features, flat, length);
  struct feature_sentence *sentences = (struct feature_sentence *)features->sentences->data;
  features->whole = run_begin(features);
  for (guint i = 0; i < features->sentences->len; i++) sentence_add(features, sentences + i, WHOLE);
  feature_run_end(features, &features->whole);
  for (guint i = 0; i < features->sentences->len; i++) {
    sentences[i].run = run_begin(features);
    sentence_add(features, sentences + i, ITSELF);
    sentences[i].own = features->slots->len - sentences[i].run.from;
    neighbour_add(features, (gssize)i - 1, BEFORE);
    neighbour_add(features, (gssize)i + 1, AFTER);
    feature_run_end(features, &sentences[i].run);
  }
}
