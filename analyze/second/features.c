/* Turns a narrative into slots of a table by hashing what stands in it; which slots speak for what is taught, not written here.
 */
#include "analyze/second/features.h"
#include <math.h>
#include <string.h>
#include "analyze/words/sentence.h"

enum { WORD_MOST = FEATURE_LETTERS - 3, NEAR_MOST = 5, FAR_MOST = 24, LETTERS = 4 };

/* Where a feature stands, and what it is. */
enum { WHOLE = 0, ITSELF = 16, BEFORE = 32, AFTER = 48 };
enum { WORD, PAIR, PART, KIND, KIND_PAIR, KIND_NEAR, KIND_FAR, NO_NEIGHBOUR, NAME_BEFORE, NAME_AFTER, NAME_FAR, NAME_EARLIER };

/* The kind of words that no two writers have. */
enum { RARE = 255, RARE_LEAST = 3 };

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

struct features *features_new(const char *kinds, const guint8 *common) {
  struct features *features = g_new0(struct features, 1);
  features->slots = g_array_new(FALSE, FALSE, sizeof(guint32));
  features->words = g_array_new(FALSE, FALSE, sizeof(struct feature_word));
  features->sentences = g_array_new(FALSE, FALSE, sizeof(struct feature_sentence));
  features->seen = g_malloc0(FEATURE_SLOTS);
  features->kinds = g_hash_table_new(NULL, NULL);
  features->names = g_hash_table_new(NULL, NULL);
  features->common = common;
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
  g_hash_table_destroy(features->names);
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

static guint8 word_kind(const struct features *features, const struct feature_word *word) {
  guint8 kind = (guint8)GPOINTER_TO_UINT(g_hash_table_lookup(features->kinds, GUINT_TO_POINTER(word->hash)));
  if (kind || !features->common || word->length < RARE_LEAST + 2 || !g_ascii_isalpha(word->letters[1])) return kind;
  guint32 place = features_word(word);
  return features->common[place / 8] >> place % 8 & 1 ? 0 : RARE;
}

/* Appends the word, or the run of one sign, that begins at AT; where the next one may begin. An apostrophe is no part of a word.
 */
static gsize word_read(struct features *features, const char *flat, gsize at, gsize end) {
  struct feature_word word = {.place.start = at, .letters = "<"};
  gsize length = 1, bare = 0;
  char sign = flat[at];
  for (bool in = word_byte(sign); at < end && (in ? word_byte(flat[at]) : flat[at] == sign); at++) {
    char letter = flat[at] & 0x80 ? '~' : flat[at];
    if (letter == '\'' && !bare) bare = length - 1;
    bool again = letter == word.letters[length - 1] && (!in || letter == '~');
    if (!again && length <= WORD_MOST && !(in && letter == '\'')) word.letters[length++] = letter;
  }
  word.letters[length] = '>';
  word.length = (guint8)(length + 1);
  word.place.length = at - word.place.start;
  word.hash = bytes_hash(word.letters + 1, length - 1);
  word.bare = bare ? bytes_hash(word.letters + 1, bare) : word.hash;
  word.kind = word_kind(features, &word);
  if (length > 1 && sign != ' ') g_array_append_val(features->words, word);
  return at;
}

static void slot_add(struct features *features, guint32 what, guint32 a, guint32 b) {
  guint32 slot = hash_mix(a * 37 + hash_mix(b + what)) % FEATURE_SLOTS;
  if (features->seen[slot]) return;
  features->seen[slot] = 1;
  g_array_append_val(features->slots, slot);
}

static struct feature_run feature_run_begin(const struct features *features) {
  return (struct feature_run){features->slots->len, 0, 0};
}

/* Slots added from now on are about known names. */
static void feature_run_names(const struct features *features, struct feature_run *run) {
  run->count = features->slots->len - run->from;
}

static void feature_run_end(struct features *features, struct feature_run *run) {
  run->named = features->slots->len - run->from - run->count;
  for (guint32 i = 0; i < run->count + run->named; i++)
    features->seen[g_array_index(features->slots, guint32, run->from + i)] = 0;
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

/* What stands before and after a known name, the nearest one, in its sentence; behind such a sentence "he" may be that person. */
static void names_add(struct features *features, const struct feature_sentence *sentence, bool earlier, guint32 where) {
  const struct feature_word *words = (struct feature_word *)features->words->data;
  for (guint32 i = sentence->first; i < sentence->end; i++) {
    guint32 back = 1, on = 1;
    while (back <= MIN(i - sentence->first, FAR_MOST) && !words[i - back].named) back++;
    while (on <= MIN(sentence->end - 1 - i, FAR_MOST) && !words[i + on].named) on++;
    bool after = back <= MIN(i - sentence->first, FAR_MOST), before = on <= MIN(sentence->end - 1 - i, FAR_MOST);
    if (words[i].named) continue;
    if (after && back <= NEAR_MOST)
      slot_add(features, where + NAME_AFTER, kind_of(&words[i]), back == 1),
          slot_add(features, where + NAME_AFTER, kind_of(&words[i]), 2);
    if (before && on <= NEAR_MOST)
      slot_add(features, where + NAME_BEFORE, kind_of(&words[i]), on == 1),
          slot_add(features, where + NAME_BEFORE, kind_of(&words[i]), 2);
    if (words[i].kind && (after || before)) slot_add(features, where + NAME_FAR, words[i].kind, after);
    if (words[i].kind && earlier && !after && !before) slot_add(features, where + NAME_EARLIER, words[i].kind, 0);
  }
}

static bool sentence_named(const struct features *features, const struct feature_sentence *sentence) {
  for (guint32 i = sentence->first; i < sentence->end; i++)
    if (g_array_index(features->words, struct feature_word, i).named) return true;
  return false;
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

static guint32 name_hash(guint32 first, guint32 last) { return hash_mix(first * 37 + hash_mix(last)); }

void features_know(struct features *features, const char *name) {
  g_array_set_size(features->words, 0);
  g_autofree char *flat = text_flatten(name, strlen(name));
  for (gsize at = 0, end = strlen(flat); at < end;) at = word_read(features, flat, at, end);
  const struct feature_word *words = (struct feature_word *)features->words->data;
  guint32 count = features->words->len, comma = 0;
  while (comma < count && words[comma].letters[1] != ',') comma++;
  bool turned = comma && comma + 1 < count;
  if (count < 2 || (comma < count && !turned)) return;
  guint32 first = words[turned ? comma + 1 : 0].hash, last = words[turned ? comma - 1 : count - 1].hash;
  if (first != last) g_hash_table_add(features->names, GUINT_TO_POINTER(name_hash(first, last)));
}

void features_forget(struct features *features) { g_hash_table_remove_all(features->names); }

static void word_named(struct features *features, guint32 hash) {
  for (guint i = 0; i < features->words->len; i++) {
    struct feature_word *word = &g_array_index(features->words, struct feature_word, i);
    word->named |= word->hash == hash || word->bare == hash;
  }
}

/* A first name and a surname, a comma or an initial between them at most, in either order; then the surname wherever it stands.
 */
static void names_find(struct features *features) {
  const struct feature_word *words = (struct feature_word *)features->words->data;
  if (!g_hash_table_size(features->names)) return;
  for (guint i = 0; i < features->words->len; i++)
    for (guint k = i + 1; k < MIN(i + 4, features->words->len); k++) {
      guint32 a = words[i].bare, b = words[k].bare;
      bool last = g_hash_table_contains(features->names, GUINT_TO_POINTER(name_hash(a, b)));
      bool first = !last && g_hash_table_contains(features->names, GUINT_TO_POINTER(name_hash(b, a)));
      if (!last && !first) continue;
      word_named(features, last ? b : a);
      for (guint at = i; at <= k; at++) ((struct feature_word *)features->words->data)[at].named = true;
    }
}

static void whole_add(struct features *features) {
  const struct feature_sentence *sentences = (struct feature_sentence *)features->sentences->data;
  bool earlier = false;
  features->whole = feature_run_begin(features);
  for (guint i = 0; i < features->sentences->len; i++) sentence_add(features, sentences + i, WHOLE);
  feature_run_names(features, &features->whole);
  for (guint i = 0; i < features->sentences->len; i++) {
    names_add(features, sentences + i, earlier, WHOLE);
    earlier |= sentence_named(features, sentences + i);
  }
  feature_run_end(features, &features->whole);
}

static void sentence_run(struct features *features, guint i) {
  struct feature_sentence *sentence = &g_array_index(features->sentences, struct feature_sentence, i);
  bool earlier = i > 0 && sentence_named(features, sentence - 1);
  sentence->run = feature_run_begin(features);
  sentence_add(features, sentence, ITSELF);
  sentence->own = features->slots->len - sentence->run.from;
  neighbour_add(features, (gssize)i - 1, BEFORE);
  neighbour_add(features, (gssize)i + 1, AFTER);
  feature_run_names(features, &sentence->run);
  names_add(features, sentence, earlier, ITSELF);
  if (earlier) slot_add(features, BEFORE + NAME_EARLIER, 0, 0), names_add(features, sentence - 1, false, BEFORE);
  if (i + 1 < features->sentences->len && sentence_named(features, sentence + 1))
    slot_add(features, AFTER + NAME_EARLIER, 0, 0), names_add(features, sentence + 1, false, AFTER);
  if (sentence_named(features, sentence)) slot_add(features, ITSELF + NAME_EARLIER, 0, 1);
  feature_run_end(features, &sentence->run);
}

void features_read(struct features *features, const char *text, gsize length) {
  g_array_set_size(features->slots, 0);
  g_array_set_size(features->words, 0);
  g_array_set_size(features->sentences, 0);
  g_autofree char *flat = text_flatten(text, length);
  sentences_find(features, flat, length);
  names_find(features);
  whole_add(features);
  for (guint i = 0; i < features->sentences->len; i++) sentence_run(features, i);
}
