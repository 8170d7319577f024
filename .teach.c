/* Teaches the second reader: writes its weights, a signed byte for each slot and question, and which words it was taught by, to
   standard output. usage: teach KINDS TEXT...   each TEXT of one writer: a line is a narrative, the line below begins with "="
   and says what it tells. An averaged perceptron in integers, so that the same text gives the same bytes on every machine and
   compiler. What a narrative tells it tells in some sentence, and no label says in which: the whole is weighed with the sentence
   that speaks most for it. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "analyze/second/features.h"
#include "analyze/second/second.h"
#include "include/message.h"

/* Rounds over the text; a score below MARGIN is taught again; a step, divided by the root of how often a slot is there and OFTEN
   times more; what a weight is divided by to fit a byte. */
enum { ROUNDS = 8, MARGIN = 150000, STEP = 224, OFTEN = 40, COARSE = 80 };

static const struct {
  const char *among, *says, *then; /* of the narratives that say AMONG, those that say SAYS with a byte of THEN behind it */
} questions[SECOND_QUESTIONS] = {
    [SECOND_USE] = {"", "use", ";"},         [SECOND_REASON] = {"use", "reason", ";"},
    [SECOND_SEARCHER] = {"use", "by", " "},  [SECOND_CANDIDATE] = {"use", "cand", "; "},
    [SECOND_NONE] = {"use", "none", ";"},    [SECOND_BEFORE] = {"use", "before", ";"},
    [SECOND_NAMED] = {"cand", "cand", " "},  [SECOND_CORROBORATED] = {"cand", "corr", ";"},
    [SECOND_ACTION] = {"cand", "act", "; "},
};

struct lesson {
  guint writer;
  char *says;     /* ";use;by I;reason;" */
  guint32 *slots; /* COUNT of the whole, then those of the sentences */
  guint32 runs;
  struct feature_run *run; /* 0: the whole */
};

struct pupil {
  gint32 weight[FEATURE_SLOTS];
  gint64 sum[FEATURE_SLOTS];      /* of what was added, each times the step at which it was */
  guint64 writers[FEATURE_SLOTS]; /* a bit for each that has it */
  guint32 times[FEATURE_SLOTS];   /* that it is there, then the root of that */
  gint64 step;
  bool of_candidate; /* the question is one to which known names count */
};

static bool told(const char *says, const char *word, const char *then) {
  gsize length = strlen(word);
  for (const char *at = says; (at = strchr(at, ';')) && *++at;)
    if (!strncmp(at, word, length) && at[length] && strchr(then, at[length])) return true;
  return false;
}

/* 1 for yes, -1 for no, 0 where the question is not asked. */
static int answer_of(const struct lesson *lesson, int question) {
  if (*questions[question].among && !told(lesson->says, questions[question].among, "; ")) return 0;
  return told(lesson->says, questions[question].says, questions[question].then) ? 1 : -1;
}

/* The names of candidates, which the log gives where there is one. */
static void names_know(struct features *features, GStrv parts) {
  features_forget(features);
  for (char **part = parts; *part; part++)
    if (g_str_has_prefix(g_strstrip(*part), "cand ")) features_know(features, *part + strlen("cand "));
}

static struct lesson lesson_make(struct features *features, const char *line, const char *says, guint writer) {
  g_auto(GStrv) lines = g_strsplit(line, "\\n", -1);
  g_auto(GStrv) parts = g_strsplit(says + 1, "; ", -1);
  g_autofree char *text = g_strjoinv("\n", lines);
  g_autofree char *joined = g_strjoinv(";", parts);
  names_know(features, parts);
  features_read(features, text, strlen(text));
  struct lesson lesson = {.writer = writer, .says = g_strconcat(";", g_strstrip(joined), ";", NULL)};
  lesson.slots = g_memdup2(features->slots->data, features->slots->len * sizeof(guint32));
  lesson.runs = features->sentences->len + 1;
  lesson.run = g_new(struct feature_run, lesson.runs);
  lesson.run[0] = features->whole;
  for (guint i = 1; i < lesson.runs; i++) lesson.run[i] = g_array_index(features->sentences, struct feature_sentence, i - 1).run;
  return lesson;
}

static void lesson_clear(gpointer data) {
  struct lesson *lesson = data;
  g_free(lesson->says), g_free(lesson->slots), g_free(lesson->run);
}

static void words_mark(const struct features *features, guint8 *words) {
  for (guint i = 0; i < features->words->len; i++) {
    guint32 place = features_word(&g_array_index(features->words, struct feature_word, i));
    words[place / 8] |= (guint8)(1 << place % 8);
  }
}

/* Appends a lesson for each narrative at PATH, and marks its words. */
static void lessons_read(const char *path, guint writer, struct features *features, GArray *lessons, guint8 *words) {
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL)) stop_input(path, 0, "cannot be read");
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  const char *narrative = NULL;
  for (guint i = 0; lines[i]; i++) {
    if (!*lines[i] || *lines[i] == '#') continue;
    if (*lines[i] != '=') narrative = lines[i];
    else if (!narrative) stop_input(path, i + 1, "labels without a narrative above them");
    else {
      struct lesson lesson = lesson_make(features, narrative, lines[i], writer);
      g_array_append_val(lessons, lesson);
      words_mark(features, words);
      narrative = NULL;
    }
  }
}

/* In every other step no name is known, for there are logs that give none. */
static guint32 slots_count(const struct pupil *pupil, struct feature_run run) {
  return run.count + (pupil->of_candidate && pupil->step % 2 ? run.named : 0);
}

static gint64 run_weigh(const struct pupil *pupil, const struct lesson *lesson, guint32 run) {
  const guint32 *slots = lesson->slots + lesson->run[run].from, count = slots_count(pupil, lesson->run[run]);
  gint64 sum = 0;
  for (guint32 i = 0; i < count; i++) sum += pupil->weight[slots[i]];
  return features_scale(sum, count);
}

/* What only one writer writes teaches nothing of others; what is there often takes small steps, or it would drown what is rare
 * and telling. */
static void run_teach(struct pupil *pupil, const struct lesson *lesson, guint32 run, int answer) {
  const guint32 *slots = lesson->slots + lesson->run[run].from, count = slots_count(pupil, lesson->run[run]);
  gint32 step = answer * (gint32)features_scale(STEP, count);
  for (guint32 i = 0; i < count; i++) {
    guint32 slot = slots[i];
    guint64 writers = pupil->writers[slot];
    if (!(writers & (writers - 1))) continue;
    gint32 own = step / (gint32)pupil->times[slot];
    pupil->weight[slot] += own;
    pupil->sum[slot] += own * pupil->step;
  }
}

static void lesson_teach(struct pupil *pupil, const struct lesson *lesson, int answer) {
  gint64 most = 0;
  guint32 best = 0;
  pupil->step++;
  for (guint32 run = 1; run < lesson->runs; run++) {
    gint64 weight = run_weigh(pupil, lesson, run);
    if (!best || weight > most) most = weight, best = run;
  }
  if (answer * (run_weigh(pupil, lesson, 0) + most) > MARGIN) return;
  run_teach(pupil, lesson, 0, answer);
  if (best) run_teach(pupil, lesson, best, answer);
}

static void lessons_shuffle(gpointer *lessons, guint count, guint64 *random) {
  for (guint i = count; i > 1; i--) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    guint other = (guint)((*random >> 33) % i);
    gpointer lesson = lessons[i - 1];
    lessons[i - 1] = lessons[other];
    lessons[other] = lesson;
  }
}

static void slots_mark(struct pupil *pupil, const struct lesson *lesson) {
  const struct feature_run *last = &lesson->run[lesson->runs - 1];
  for (guint32 i = 0; i < last->from + last->count + last->named; i++)
    pupil->writers[lesson->slots[i]] |= (guint64)1 << lesson->writer % 64, pupil->times[lesson->slots[i]]++;
}

/* The mean of the weights over all steps, rounded. */
static gint8 weight_of(const struct pupil *pupil, guint slot) {
  gint64 mean = pupil->weight[slot] - pupil->sum[slot] / MAX(1, pupil->step);
  return (gint8)CLAMP((mean + (mean < 0 ? -COARSE / 2 : COARSE / 2)) / COARSE, -127, 127);
}

static void question_teach(const GArray *lessons, int question, gint8 (*weights)[SECOND_QUESTIONS]) {
  struct pupil *pupil = g_new0(struct pupil, 1);
  pupil->of_candidate = question >= SECOND_OF_CANDIDATE;
  g_autoptr(GPtrArray) asked = g_ptr_array_new();
  guint64 random = 1;
  for (guint i = 0; i < lessons->len; i++) {
    struct lesson *lesson = &g_array_index(lessons, struct lesson, i);
    if (!answer_of(lesson, question)) continue;
    g_ptr_array_add(asked, lesson);
    slots_mark(pupil, lesson);
  }
  for (guint slot = 0; slot < FEATURE_SLOTS; slot++) pupil->times[slot] = (guint32)sqrt((double)(pupil->times[slot] + OFTEN));
  for (int round = 0; round < ROUNDS; round++) {
    lessons_shuffle(asked->pdata, asked->len, &random);
    for (guint i = 0; i < asked->len; i++) lesson_teach(pupil, asked->pdata[i], answer_of(asked->pdata[i], question));
  }
  for (guint slot = 0; slot < FEATURE_SLOTS; slot++) weights[slot][question] = weight_of(pupil, slot);
  g_free(pupil);
}

static GArray *lessons_new(void) {
  GArray *lessons = g_array_new(FALSE, FALSE, sizeof(struct lesson));
  g_array_set_clear_func(lessons, lesson_clear);
  return lessons;
}

/* Which words there are, and which of them two of the texts have. */
static void words_collect(const char *kinds, char **texts, struct second_taught *taught) {
  struct features *features = features_new(kinds, NULL);
  for (char **text = texts; *text; text++) {
    GArray *lessons = lessons_new();
    g_autofree guint8 *words = g_malloc0(sizeof taught->words);
    lessons_read(*text, 0, features, lessons, words);
    for (gsize i = 0; i < sizeof taught->words; i++)
      taught->common[i] |= taught->words[i] & words[i], taught->words[i] |= words[i];
    g_array_free(lessons, TRUE);
  }
  features_free(features);
}

int main(int argc, char **argv) {
  g_autofree char *kinds = NULL;
  if (argc < 2 || !g_file_get_contents(argv[1], &kinds, NULL, NULL)) stop_usage("teach KINDS TEXT...");
  GArray *lessons = lessons_new();
  struct second_taught *taught = g_new0(struct second_taught, 1);
  words_collect(kinds, argv + 2, taught);
  struct features *features = features_new(kinds, taught->common);
  for (int i = 2; i < argc; i++) lessons_read(argv[i], (guint)i, features, lessons, taught->words);
  for (int question = 0; question < SECOND_QUESTIONS; question++) question_teach(lessons, question, taught->weights);
  fwrite(taught, sizeof *taught, 1, stdout);
  g_array_free(lessons, TRUE);
  features_free(features);
  bool written = !fflush(stdout);
  g_free(taught);
  return written ? EXIT_DONE : EXIT_SYSTEM;
}
