/* Tests of what literals a pattern needs, by hand; and over every pattern and every text there is that no match is ruled out. */
#include "tests/check.h"
#include <stdlib.h>
#include "analyze/lexicon.h"
#include "analyze/literal.h"
#include "analyze/prefilter.h"
#include "assets.h"

#define FOLDER "analyze/lexicon/"
#define PARTS FOLDER "parts.txt"

static int words_order(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* "a|b|; c": the sets, the rarest first, their literals sorted, an edge as |. */
static char *needs_words(const struct literal_needs *needs) {
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < needs->count; i++) {
    const struct literal_set *set = needs->sets[i];
    const char **sorted = g_new(const char *, set->count);
    for (guint k = 0; k < set->count; k++) sorted[k] = set->at[k];
    qsort(sorted, set->count, sizeof *sorted, words_order);
    for (guint k = 0; k < set->count; k++) g_string_append_printf(words, "%s%s", k ? " " : i ? "; " : "", sorted[k]);
    g_free(sorted);
  }
  for (char *at = words->str; *at; at++)
    if (*at == LITERAL_EDGE) *at = '|';
  return g_string_free(words, FALSE);
}

static const struct {
  const char *expression, *needs;
} derivations[] = {
    {"facial", "facial"},
    {"(?-i:FACES)", "faces"},
    {"\\bface\\b", "|face|"},
    {"\\bphoto(?:graph)?s?\\b", "|photo| |photograph |photograph |photos|"},
    {"ran|submitted", "ran submitted"},
    {"(?:ran|submitted)\\s+the\\b", "|the|; ran| submitted|"},
    {"\\b(?:he|she|who|which\\s+(?:he|she))\\b", "|he| |she| |which| |who|; |he| |he| |she| |she| |who|"},
    {"sear\\w*", "sear"},
    {"a\\s*match", "match"},
    {"colou?r", "color colour"},
    {"analy[sz]ed", "analysed analyzed"},
    {"[abcde]xyzzy", "xyzzy"},
    {"x[a-c]yard", "yard"},
    {"[^ab]word", "word"},
    {"n['\\x{2019}]t\\b", "n|'|t| n|\342\200\231|t|"},
    {"caf\303\251teria", "teria; caf"},
    {"(?<who>marsh)+", "marsh"},
    {"(?:marsh){2,3}", "marsh"},
    {"(?:marsh){0,3}", ""},
    {"(?:marsh)*+", ""},
    {"(?:marsh)?", ""},
    {"marsh|", ""},
    {"marsh|\\w+", ""},
    {"a{2}rdvark", "rdvark"},
    {"x{name}", "x|{|name|}"},
    {"(?=.*wall)door", "wall; door"},
    {"(?!wall)door", "door"},
    {"(?<!the\\ wall)(?![)(]x)door", "door"},
    {"(?<=wall)door", "wall; door"},
    {"\\Adoor\\z", "|door|"},
    {"no\\.\\s+1", "no|.; |1"},
    {"e-?mail", "e|-|mail email"},
    {"(?&thing)s(?(DEFINE)(?<thing>door|wall))", "doors walls"},
    {"(?&thing)(?(DEFINE)(?<thing>door(?&thing)))", "door"},
    {"(?&thing)", ""},
    {"(door)\\1", ""},
    {"(?x)door", ""},
    {"door\\Q*\\E", ""},
    {"(*UCP)door", ""},
    {"door)", ""},
    {"(door", ""},
    {"\\w+\\d\\p{L}[[:alpha:]]door", "door"},
};

static void test_derivations(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(derivations); i++) {
    struct literals *literals = literals_new();
    struct literal_needs needs;
    literals_derive(literals, derivations[i].expression, &needs);
    g_autofree char *words = needs_words(&needs);
    if (strcmp(words, derivations[i].needs)) {
      g_test_message("%s\n    wanted: %s\n    got:    %s", derivations[i].expression, derivations[i].needs, words);
      g_test_fail();
    }
    literals_free(literals);
  }
}

/* ------------------------------------------------------------------------------------------------------- the automaton */

static const char *const finding[] = {"|he|", "she", "hers|", "n|'|t", "xxxxxxxxxxx"};

static guint64 literals_found(const struct prefilter *prefilter, const char *text) {
  guint64 found;
  g_assert_cmpuint(prefilter_size(prefilter), ==, 1);
  prefilter_scan(prefilter, text, strlen(text), &found);
  return found & ((1 << G_N_ELEMENTS(finding)) - 1);
}

static void test_automaton(void) {
  struct prefilter *prefilter = prefilter_new();
  for (guint i = 0; i < G_N_ELEMENTS(finding); i++) {
    struct literal_set *set = g_malloc0(sizeof *set + LITERAL_SIZE);
    set->count = 1;
    for (guint k = 0; finding[i][k]; k++) set->at[0][k] = finding[i][k] == '|' ? LITERAL_EDGE : finding[i][k];
    g_assert_cmpuint(prefilter_add(prefilter, set), ==, i);
    g_assert_cmpuint(prefilter_add(prefilter, set), ==, i);
    g_free(set);
  }
  prefilter_finish(prefilter);
  g_assert_cmphex(literals_found(prefilter, ""), ==, 0);
  g_assert_cmphex(literals_found(prefilter, "He"), ==, 1);
  g_assert_cmphex(literals_found(prefilter, "(he)"), ==, 1);
  g_assert_cmphex(literals_found(prefilter, "heat the"), ==, 0);
  g_assert_cmphex(literals_found(prefilter, "uSHErs "), ==, 2 | 4);
  g_assert_cmphex(literals_found(prefilter, "ushers1"), ==, 2);
  g_assert_cmphex(literals_found(prefilter, "she, he"), ==, 1 | 2);
  g_assert_cmphex(literals_found(prefilter, "didn't"), ==, 8);
  g_assert_cmphex(literals_found(prefilter, "yxxxxxxxxxxxxxxxy"), ==, 16);
  g_assert_cmphex(literals_found(prefilter, "\001he\001"), ==, 1);
  g_assert_cmphex(literals_found(prefilter, "\342\204\252"), ==, 31);
  g_assert_cmphex(literals_found(prefilter, "a\305\277"), ==, 31);
  prefilter_free(prefilter);
}

/* -------------------------------------------------------------------------------------------- every pattern, every text */

/* The purposes are one lexicon, all others another; both begin with the shared parts. */
static struct lexicon *lexicon_of(bool purposes) {
  const char *paths[64] = {PARTS};
  gsize count = 1;
  for (gsize i = 0; i < asset_count; i++) {
    const char *path = assets[i].path;
    if (!g_str_has_prefix(path, FOLDER) || !strcmp(path, PARTS)) continue;
    if (g_str_has_prefix(path, FOLDER "purpose") == purposes) paths[count++] = path;
    g_assert_cmpuint(count, <, G_N_ELEMENTS(paths));
  }
  return lexicon_load(paths);
}

struct trial {
  struct lexicon *lexicon;
  guint64 *sifted;
  guint matched, skipped, tried;
};

static void trial_report(const struct trial *trial, int meaning, guint pattern, const char *text) {
  g_test_message("%s, pattern %u, was ruled out and matches: %s", lexicon_meaning_name(trial->lexicon, meaning), pattern + 1,
                 text);
  g_test_fail();
}

static void text_try(struct trial *trial, const char *bytes) {
  gsize length = strlen(bytes);
  struct lexicon_text text = {bytes, length, NULL};
  lexicon_sift(trial->lexicon, bytes, length, trial->sifted);
  for (int meaning = 0; (guint)meaning < lexicon_meaning_count(trial->lexicon); meaning++)
    for (guint pattern = 0; pattern < lexicon_pattern_count(trial->lexicon, meaning); pattern++) {
      struct span where;
      bool possible = lexicon_possible(trial->lexicon, meaning, pattern, trial->sifted);
      bool matches = lexicon_find_pattern(trial->lexicon, meaning, pattern, &text, 0, &where, NULL, NULL) == LEXICON_YES;
      trial->tried++, trial->matched += matches, trial->skipped += !possible;
      if (matches && !possible) trial_report(trial, meaning, pattern, bytes);
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

static void patterns_try(bool purposes, const char *const *paths, guint every, guint step) {
  struct trial trial = {.lexicon = lexicon_of(purposes)};
  trial.sifted = g_new(guint64, lexicon_sift_size(trial.lexicon));
  for (gsize i = 0; paths[i]; i++) file_try(&trial, paths[i], every, step);
  g_test_message("%u tried, %u match, %u ruled out", trial.tried, trial.matched, trial.skipped);
  g_assert_cmpuint(trial.matched, >, 100);
  g_assert_cmpuint(trial.skipped, >, trial.tried / 2);
  g_free(trial.sifted);
  lexicon_free(trial.lexicon);
}

static void examples_try(bool purposes) {
  struct trial trial = {.lexicon = lexicon_of(purposes)};
  trial.sifted = g_new(guint64, lexicon_sift_size(trial.lexicon));
  guint count;
  const struct lexicon_example *examples = lexicon_examples(trial.lexicon, &count);
  for (guint i = 0; i < count; i++) mutations_try(&trial, examples[i].text, 1);
  g_assert_cmpuint(trial.matched, >, count / 2);
  g_assert_cmpuint(trial.skipped, >, trial.tried / 2);
  g_free(trial.sifted);
  lexicon_free(trial.lexicon);
}

static void test_examples(void) { examples_try(false), examples_try(true); }

static void test_narratives(void) {
  static const char *const paths[] = {"tests/narratives.txt", NULL};
  patterns_try(false, paths, 1, 4);
}

static void test_reasons(void) {
  static const char *const paths[] = {"tests/reasons.txt", NULL};
  patterns_try(true, paths, 1, 4);
}

static void test_samples(void) {
  static const char *const paths[] = {"samples/incident_reports.csv", NULL};
  patterns_try(false, paths, 2, 8);
}

static void test_corpus(void) {
  const char *folder = g_getenv("FACEAUDIT_SHARED");
  g_autofree char *path = g_build_filename(folder ? folder : "../shared", "corpus/public/exports/incident_reports.csv", NULL);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_test_skip("no corpus");
    return;
  }
  const char *const paths[] = {path, NULL};
  patterns_try(false, paths, 12, 8);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("literal", "what a pattern needs is what its expression says, never more", test_derivations);
  TEST("literal", "one pass finds every literal in any case, at the edges of words where it asks so", test_automaton);
  TEST("literal", "no pattern that matches an example of any meaning is ruled out, however it is written", test_examples);
  TEST("literal", "no pattern that matches a line of the table of narratives is ruled out", test_narratives);
  TEST("literal", "no pattern that matches a line of the table of reasons is ruled out", test_reasons);
  TEST("literal", "no pattern that matches a line of the sample reports is ruled out", test_samples);
  TEST("literal", "no pattern that matches a line of a corpus is ruled out", test_corpus);
  return g_test_run();
}
