/* Weighs the features of a narrative with what was taught at build time; what features are is features.c's. */
#include "analyze/second/second.h"
#include "include/assets.h"
#include "include/sha256.h"

extern const struct second_taught second_taught;

enum { WORD_LEAST = 3, SENTENCES_NEAR = 2 };

/* NO and YES: a margin at or beyond them is sure, at CERTAIN or beyond certain. On writers held out about one sure answer in
 * twenty was wrong (README.md). */
static const struct {
  const char *name;
  gint32 no, yes, certain;
} questions[SECOND_QUESTIONS] = {
    [SECOND_USE] = {"use", -15, 36, 46},          [SECOND_REASON] = {"reason", 15, 35, 35},
    [SECOND_SEARCHER] = {"searcher", 20, 36, 52}, [SECOND_CANDIDATE] = {"candidate", -12, 30, 68},
    [SECOND_NONE] = {"none", -22, 30, 50},        [SECOND_BEFORE] = {"before", -70, 8, G_MAXINT32},
    [SECOND_NAMED] = {"named", -20, 55, 75},      [SECOND_CORROBORATED] = {"corroborated", -40, 30, 75},
    [SECOND_ACTION] = {"action", -42, 42, 60},
};

struct second {
  const struct second_taught *taught;
  struct features *features;
};

struct second *second_open_with(const struct second_taught *taught) {
  struct second *second = g_new(struct second, 1);
  *second = (struct second){taught, features_new(asset_text("analyze/second/kinds.txt"), taught->common)};
  return second;
}

struct second *second_open(void) {
  return second_open_with(&second_taught);
}

char *second_sha256(void) {
  struct hash *hash = hash_begin();
  hash_add(hash, &second_taught, sizeof second_taught);
  return hash_end(hash);
}

void second_close(struct second *second) {
  features_free(second->features);
  g_free(second);
}

void second_know(struct second *second, const char *name) { features_know(second->features, name); }

void second_forget(struct second *second) { features_forget(second->features); }

const char *second_name(enum second_question question) { return questions[question].name; }

enum second_word second_says(enum second_question question, gint32 margin) {
  if (margin <= questions[question].no) return SECOND_SAYS_NO;
  if (margin >= questions[question].certain) return SECOND_CERTAIN;
  return margin >= questions[question].yes ? SECOND_SAYS_YES : SECOND_UNSURE;
}

bool second_leans(enum second_question question, gint32 margin) {
  return second_says(question, margin) == SECOND_UNSURE && 2 * margin > MIN(questions[question].yes, questions[question].certain);
}

static void run_weigh(const struct second *second, struct feature_run run, gint64 sums[SECOND_QUESTIONS]) {
  const guint32 *slots = &g_array_index(second->features->slots, guint32, run.from);
  for (int question = 0; question < SECOND_QUESTIONS; question++) sums[question] = 0;
  for (guint32 i = 0; i < run.count; i++)
    for (int question = 0; question < SECOND_QUESTIONS; question++) sums[question] += second->taught->weights[slots[i]][question];
  for (guint32 i = run.count; i < run.count + run.named; i++)
    for (int question = SECOND_OF_CANDIDATE; question < SECOND_QUESTIONS; question++)
      sums[question] += second->taught->weights[slots[i]][question];
  for (int question = 0; question < SECOND_QUESTIONS; question++)
    sums[question] = features_scale(sums[question], run.count + (question < SECOND_OF_CANDIDATE ? 0 : run.named));
}

/* What the word, one of SENTENCE, adds to the answer. */
static gint64 word_weigh(const struct second *second, const struct feature_sentence *sentence, guint32 word, int question) {
  const struct feature_word *words = (struct feature_word *)second->features->words->data;
  guint32 end = word + 1 < sentence->end ? words[word + 1].from : sentence->own;
  gint64 sum = 0;
  for (guint32 i = words[word].from; i < end; i++)
    sum += second->taught->weights[g_array_index(second->features->slots, guint32, sentence->run.from + i)][question];
  return sum;
}

/* Keeps the heaviest words on the answer's side, heaviest first. */
static void words_choose(const struct second *second, const struct feature_sentence *sentence, int question,
                         struct second_answer *answer) {
  gint64 kept[SECOND_WORDS] = {0};
  for (guint32 word = sentence->first; word < sentence->end; word++) {
    gint64 weight = word_weigh(second, sentence, word, question) * (answer->margin < 0 ? -1 : 1);
    int place = SECOND_WORDS;
    for (; place > 0 && weight > kept[place - 1]; place--)
      if (place < SECOND_WORDS) kept[place] = kept[place - 1], answer->words[place] = answer->words[place - 1];
    if (place == SECOND_WORDS) continue;
    kept[place] = weight;
    answer->words[place] = g_array_index(second->features->words, struct feature_word, word).place;
  }
}

void second_read(struct second *second, const char *text, gsize length, struct second_answer answers[SECOND_QUESTIONS]) {
  features_read(second->features, text, length);
  const GArray *sentences = second->features->sentences;
  gint64 whole[SECOND_QUESTIONS], sums[SECOND_QUESTIONS], most[SECOND_QUESTIONS] = {0};
  guint best[SECOND_QUESTIONS] = {0};
  run_weigh(second, second->features->whole, whole);
  for (guint i = 0; i < sentences->len; i++) {
    run_weigh(second, g_array_index(sentences, struct feature_sentence, i).run, sums);
    for (int question = 0; question < SECOND_QUESTIONS; question++)
      if (i == 0 || sums[question] > most[question]) most[question] = sums[question], best[question] = i;
  }
  for (int question = 0; question < SECOND_QUESTIONS; question++) {
    answers[question] = (struct second_answer){.margin = (gint32)((whole[question] + most[question]) / 25)};
    if (!sentences->len) continue;
    const struct feature_sentence *sentence = &g_array_index(sentences, struct feature_sentence, best[question]);
    answers[question].sentence = sentence->place;
    words_choose(second, sentence, question, &answers[question]);
  }
}

static bool sentence_in_capitals(const char *text, struct span place) {
  for (gsize i = 0; i < place.length; i++)
    if (g_ascii_islower(text[place.start + i])) return false;
  return true;
}

/* A name begins with a capital where others do not; a number and a scrap are no words. */
static bool word_counts(const char *text, const struct feature_word *word, bool first, bool capitals) {
  const char *at = text + word->place.start;
  if (word->place.length < WORD_LEAST || (g_ascii_isupper(*at) && !first && !capitals)) return false;
  for (gsize i = 0; i < word->place.length; i++)
    if (!g_ascii_isalpha(at[i])) return false;
  return true;
}

static guint sentence_untried(const struct second *second, const char *text, const struct feature_sentence *sentence) {
  bool capitals = sentence_in_capitals(text, sentence->place);
  guint untried = 0;
  for (guint32 i = sentence->first; i < sentence->end; i++) {
    const struct feature_word *word = &g_array_index(second->features->words, struct feature_word, i);
    guint32 place = features_word(word);
    if (!(second->taught->words[place / 8] >> place % 8 & 1)) untried += word_counts(text, word, i == sentence->first, capitals);
  }
  return untried;
}

guint second_untried(const struct second *second, const char *text, struct span sentence) {
  const GArray *sentences = second->features->sentences;
  guint at = 0, untried = 0;
  while (at < sentences->len && g_array_index(sentences, struct feature_sentence, at).place.start < sentence.start) at++;
  for (guint i = at < SENTENCES_NEAR ? 0 : at - SENTENCES_NEAR; i < MIN(at + SENTENCES_NEAR + 1, sentences->len); i++)
    untried += sentence_untried(second, text, &g_array_index(sentences, struct feature_sentence, i));
  return untried;
}
