/* Tests of what a text must hold for a pattern, by hand; and over every pattern and every text there is that the sieve hides no
   match. */
#include "tests/check.h"
#include "analyze/words/lexicon.h"
#include "analyze/words/sieve/pattern_needs.h"
#include "analyze/words/sieve/sieve.h"
#include "include/assets.h"
#include "analyze/words/wordfile.h"

#define FOLDER "analyze/lexicon/"
#define PARTS FOLDER "parts.txt"
#define SPELLING FOLDER "spelling.txt" /* words, no meanings */
#define ORDINARY FOLDER "ordinary.txt" /* the same */
#define TITLES FOLDER "titles.txt"     /* ranks: tests/test_title.c tries them */

/* "ran|_the_": the texts of the need, a blank as _; "": nothing is needed. */
static char *need_words(const char *expression) {
  struct needs *needs = needs_new();
  const struct need *need = needs_derive(needs, expression);
  GString *words = g_string_new(NULL);
  for (guint i = 0; need && i < need->count; i++) g_string_append_printf(words, "%s%s", i ? "|" : "", need->texts[i].at);
  needs_free(needs);
  return g_strdelimit(g_string_free(words, FALSE), " ", '_');
}

static const struct {
  const char *expression, *need;
} derivations[] = {
    {"facial", "facial"},
    {"(?-i:FACES)", "faces"},
    {"\\bface\\b", "_face_"},
    {"\\bphoto(?:graph)?s?\\b", "_photographs_|_photograph_|_photos_|_photo_"},
    {"ran|submitted", "ran|submitted"},
    {"(?:ran|submitted)\\s+the\\b", "ran_the_|submitted_the_"},
    {"(?|ran|run)\\W{0,3}it", "ran_it|ranit|run_it|runit"},
    {"\\b(?:he|she|who|which\\s+(?:he|she))\\b", "_he_|_she_|_who_|_which_he_|_which_she_"},
    {"\\b(?:sear|quer)\\w*", "_sear|_quer"},
    {"sear\\w*", "sear"},
    {"a\\s*match", "a_match|amatch"},
    {"colou?r", "colour|color"},
    {"x[yz]yard", "yard"},
    {"x[-\\s,.]yard", "x_yard"},
    {"x[ --]yard", "yard"},
    {"[^ab]word", "word"},
    {"n['\\x{2019}]t\\b", "n_t_"},
    {"caf\303\251teria", "caf_teria"},
    {"(?<who>marsh)+", "marsh"},
    {"(?:marsh){2,3}", "marsh"},
    {"(?:marsh){0,3}", ""},
    {"(?:marsh)*+", ""},
    {"(?:marsh)?", ""},
    {"marsh|", ""},
    {"marsh|\\w+", ""},
    {"marsh\\Kwood", "marshwood"},
    {"i\\b", ""},
    {"\\bi\\b", "_i_"},
    {"a{2}rdvark", "rdvark"},
    {"x{name}", "x_name_"},
    {"xyz{2", "xyz_2"},
    {"(?=.*wall)door", "door"},
    {"(?!wall)door", "door"},
    {"(?<!the\\ wall)(?![)(]x)door", "door"},
    {"(?<=wall)door", "door"},
    {"\\Adoor\\z", "_door_"},
    {"no\\.\\s+1", "no_1"},
    {"e-?mail", "e_mail|email"},
    {"investigation\\s+number", "investigation_"},
    {"(?&thing)s(?(DEFINE)(?<thing>door|wall))", "doors|walls"},
    {"(?&thing)(?(DEFINE)(?<thing>door(?&thing)))", "door"},
    {"(?&thing)", ""},
    {"\\w+\\d\\p{L}\\PLdoor", "door"},
    /* what is not understood needs nothing */
    {"(door)\\1", ""},
    {"(?x)door", ""},
    {"door\\Q*\\E", ""},
    {"(*UCP)door", ""},
    {"door(*SKIP)(*FAIL)", ""},
    {"[[:alpha:]]door", ""},
    {"\\x{212A}door", ""},
    {"\305\277door", ""},
    {"door)", ""},
    {"(door", ""},
    {"door[", ""},
    {"door\\", ""},
    {"door\\x", ""},
    {"(?<door", ""},
    {"(?&door", ""},
    {"+door", ""},
};

static void test_derivations(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(derivations); i++) {
    g_autofree char *words = need_words(derivations[i].expression);
    if (!strcmp(words, derivations[i].need)) continue;
    g_test_message("%s\n    wanted: %s\n    got:    %s", derivations[i].expression, derivations[i].need, words);
    g_test_fail();
  }
}

/* Bit i: the expression of number i may match. */
static guint passing(const struct sieve *sieve, const char *text) {
  guint64 found;
  guint passes = 0;
  g_assert_cmpuint(sieve_size(sieve), ==, 1);
  sieve_text(sieve, text, strlen(text), &found);
  for (guint i = 0; i < 5; i++) passes |= (guint)sieve_passes(sieve, i, &found) << i;
  return passes;
}

static void test_texts(void) {
  static const char *const expressions[] = {"\\bhe\\b", "she", "hers\\b", "n't", ".*"};
  struct sieve *sieve = sieve_new(expressions, G_N_ELEMENTS(expressions));
  g_assert_cmphex(passing(sieve, ""), ==, 16);
  g_assert_cmphex(passing(sieve, "He"), ==, 16 | 1);
  g_assert_cmphex(passing(sieve, "(he)"), ==, 16 | 1);
  g_assert_cmphex(passing(sieve, "heat the"), ==, 16);
  g_assert_cmphex(passing(sieve, "uSHErs "), ==, 16 | 2 | 4);
  g_assert_cmphex(passing(sieve, "ushers1"), ==, 16 | 2);
  g_assert_cmphex(passing(sieve, "she, he"), ==, 16 | 1 | 2);
  g_assert_cmphex(passing(sieve, "a\342\200\224he\342\200\224a"), ==, 16 | 1);
  g_assert_cmphex(passing(sieve, "didn't"), ==, 16 | 8);
  g_assert_cmphex(passing(sieve, "\342\204\252"), ==, 31);
  g_assert_cmphex(passing(sieve, "a\305\277"), ==, 31);
  g_assert_cmphex(passing(sieve, "a\305"), ==, 16);
  sieve_free(sieve);
}

/* -------------------------------------------------------------------------------------------- every pattern, every text */

struct trial {
  struct lexicon *lexicon;
  guint64 *sifted;
  guint matched, hidden, tried; /* matches; tries that the sieve spares */
};

/* The purposes are one lexicon, all others another; both begin with the shared parts. */
static void trial_begin(struct trial *trial, bool purposes) {
  const char *paths[64] = {PARTS};
  gsize count = 1;
  for (gsize i = 0; i < asset_count; i++) {
    const char *path = assets[i].path;
    if (!g_str_has_prefix(path, FOLDER) || !strcmp(path, PARTS) || !strcmp(path, SPELLING) || !strcmp(path, ORDINARY) ||
        !strcmp(path, TITLES))
      continue;
    if (g_str_has_prefix(path, FOLDER "purpose") == purposes) paths[count++] = path;
    g_assert_cmpuint(count, <, G_N_ELEMENTS(paths));
  }
  *trial = (struct trial){.lexicon = lexicon_load(paths)};
  trial->sifted = g_new(guint64, lexicon_sift_size(trial->lexicon));
}

static void trial_end(struct trial *trial) {
  g_test_message("%u tried, %u match, %u spared", trial->tried, trial->matched, trial->hidden);
  g_assert_cmpuint(trial->hidden, >, trial->tried / 2);
  lexicon_free(trial->lexicon);
  g_free(trial->sifted);
}

/* One pattern without the sieve and with it. */
static void pattern_try(struct trial *trial, int meaning, guint pattern, const char *text) {
  struct lexicon_text plain = {text, strlen(text), NULL}, sifted = {text, strlen(text), trial->sifted};
  struct span truth = {0, 0}, found = {0, 0};
  enum lexicon_result without = lexicon_find_pattern(trial->lexicon, meaning, pattern, &plain, 0, &truth, NULL, NULL),
                      with = lexicon_find_pattern(trial->lexicon, meaning, pattern, &sifted, 0, &found, NULL, NULL);
  trial->tried++, trial->matched += without == LEXICON_YES;
  if (without == with && truth.start == found.start && truth.length == found.length) return;
  g_test_message("%s, pattern %u: %d without the sieve, %d with it: %s", lexicon_meaning_name(trial->lexicon, meaning),
                 pattern + 1, without, with, text);
  g_test_fail();
}

/* What the sieve spares: patterns that cannot be found in bad text, where PCRE2 always gives up, are those that it hides. */
static void text_try(struct trial *trial, const char *text) {
  lexicon_sift(trial->lexicon, text, strlen(text), trial->sifted);
  for (int meaning = 0; (guint)meaning < lexicon_meaning_count(trial->lexicon); meaning++)
    for (guint pattern = 0; pattern < lexicon_pattern_count(trial->lexicon, meaning); pattern++) {
      struct lexicon_text bad = {"\xff", 1, trial->sifted};
      struct span where;
      pattern_try(trial, meaning, pattern, text);
      trial->hidden += lexicon_find_pattern(trial->lexicon, meaning, pattern, &bad, 0, &where, NULL, NULL) == LEXICON_NO;
    }
}

static char *replaced(const char *text, const char *what, const char *with) {
  g_auto(GStrv) parts = g_strsplit(text, what, -1);
  return g_strjoinv(with, parts);
}

enum { MUTATIONS = 9 };

/* What a text may look like that says the same to a caseless pattern. */
static char *mutated(const char *text, guint mutation) {
  static const char *const exchanges[MUTATIONS][2] = {{NULL, NULL},      {NULL, NULL},          {"k", "\342\204\252"},
                                                      {"s", "\305\277"}, {"'", "\342\200\231"}, {" ", "  "},
                                                      {" ", "\n"},       {" ", "\t \n"},        {".", "!"}};
  if (mutation == 0) return g_strdup(text);
  if (mutation == 1) return g_ascii_strup(text, -1);
  return replaced(text, exchanges[mutation][0], exchanges[mutation][1]);
}

static void mutations_try(struct trial *trial, const char *text, guint step) {
  for (guint i = 0; i < MUTATIONS; i += step) {
    g_autofree char *other = mutated(text, i);
    if (!i || strcmp(other, text)) text_try(trial, other);
  }
}

static void file_try(struct trial *trial, const char *path, guint every, guint step) {
  g_autofree char *all = NULL;
  g_assert_true(g_file_get_contents(path, &all, NULL, NULL));
  g_autofree char *valid = g_utf8_make_valid(all, -1);
  g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (i % every == 0 && strlen(lines[i]) > 20) mutations_try(trial, lines[i], step);
}

/* Every EVERYth line of the file, every STEPth mutation of it. */
static void patterns_try(bool purposes, const char *path, guint every, guint step) {
  struct trial trial;
  trial_begin(&trial, purposes);
  file_try(&trial, path, every, step);
  g_assert_cmpuint(trial.matched, >, 100);
  trial_end(&trial);
}

static void examples_try(bool purposes) {
  struct trial trial;
  trial_begin(&trial, purposes);
  guint count;
  const struct lexicon_example *examples = lexicon_examples(trial.lexicon, &count);
  for (guint i = 0; i < count; i++) mutations_try(&trial, examples[i].text, 1);
  g_assert_cmpuint(trial.matched, >, count / 2);
  trial_end(&trial);
}

static void test_examples(void) { examples_try(false), examples_try(true); }
static void test_narratives(void) { patterns_try(false, "tests/narratives.txt", 1, 4); }
static void test_reasons(void) {
  patterns_try(true, "tests/reasons.txt", 1, 4);
  patterns_try(true, "tests/reasons-hands.txt", 1, MUTATIONS);
  patterns_try(true, "tests/reasons-held.txt", 1, MUTATIONS);
  patterns_try(true, "tests/reasons-near.txt", 1, MUTATIONS);
}
static void test_samples(void) { patterns_try(false, "samples/incident_reports.csv", 2, 8); }

static void test_corpus(void) {
  const char *folder = g_getenv("FACEAUDIT_SHARED");
  g_autofree char *path = g_build_filename(folder ? folder : "../shared", "corpus/public/exports/incident_reports.csv", NULL);
  if (g_file_test(path, G_FILE_TEST_EXISTS)) patterns_try(false, path, 12, 8);
  else g_test_skip("no corpus");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("sieve", "what a pattern needs is what its expression says, never more", test_derivations);
  TEST("sieve", "one pass finds every text that is needed, at the edges of words where it must stand there", test_texts);
  TEST("sieve", "every example of every meaning is answered alike with the sieve and without, however it is written",
       test_examples);
  TEST("sieve", "every line of the table of narratives is answered alike", test_narratives);
  TEST("sieve", "every line of the tables of reasons is answered alike", test_reasons);
  TEST("sieve", "every other line of the sample reports is answered alike", test_samples);
  TEST("sieve", "every twelfth line of a corpus is answered alike", test_corpus);
  return g_test_run();
}
