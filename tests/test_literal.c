/* Tests of what literals a pattern needs, by hand; and over every pattern and every text there is that no match is ruled out. */
#include "tests/check.h"
#include <stdlib.h>
#include "analyze/literal.h"
#include "analyze/words/matcher.h"
#include "analyze/prefilter.h"
#include "analyze/words/wordfile.h"
#include "include/assets.h"

#define FOLDER "analyze/lexicon/"
#define PARTS FOLDER "parts.txt"
#define SPELLING FOLDER "spelling.txt" /* word lists, no meanings */

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

static guint64 literals_found(const struct automaton *automaton, const char *text) {
  guint64 found;
  g_assert_cmpuint(automaton->size, ==, 1);
  automaton_scan(automaton, text, strlen(text), &found);
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
  struct automaton *automaton = prefilter_finish(prefilter);
  g_assert_cmphex(literals_found(automaton, ""), ==, 0);
  g_assert_cmphex(literals_found(automaton, "He"), ==, 1);
  g_assert_cmphex(literals_found(automaton, "(he)"), ==, 1);
  g_assert_cmphex(literals_found(automaton, "heat the"), ==, 0);
  g_assert_cmphex(literals_found(automaton, "uSHErs "), ==, 2 | 4);
  g_assert_cmphex(literals_found(automaton, "ushers1"), ==, 2);
  g_assert_cmphex(literals_found(automaton, "she, he"), ==, 1 | 2);
  g_assert_cmphex(literals_found(automaton, "didn't"), ==, 8);
  g_assert_cmphex(literals_found(automaton, "yxxxxxxxxxxxxxxxy"), ==, 16);
  g_assert_cmphex(literals_found(automaton, "\001he\001"), ==, 1);
  g_assert_cmphex(literals_found(automaton, "\342\204\252"), ==, 31);
  g_assert_cmphex(literals_found(automaton, "a\305\277"), ==, 31);
  g_free(automaton);
}

/* -------------------------------------------------------------------------------------------- every pattern, every text */

struct trial {
  struct lexicon *lexicon;
  struct wordfile *words;
  GPtrArray *matchers; /* of struct matcher: all patterns, meaning by meaning */
  struct matcher_room *room;
  guint64 *sifted;
  guint matched, skipped, tried;
};

/* The purposes are one lexicon, all others another; both begin with the shared parts. */
static void trial_begin(struct trial *trial, bool purposes) {
  const char *paths[64] = {PARTS};
  gsize count = 1;
  for (gsize i = 0; i < asset_count; i++) {
    const char *path = assets[i].path;
    if (!g_str_has_prefix(path, FOLDER) || !strcmp(path, PARTS) || !strcmp(path, SPELLING)) continue;
    if (g_str_has_prefix(path, FOLDER "purpose") == purposes) paths[count++] = path;
    g_assert_cmpuint(count, <, G_N_ELEMENTS(paths));
  }
  *trial = (struct trial){lexicon_load(paths), wordfile_read(paths), g_ptr_array_new(), matcher_room_new(), NULL, 0, 0, 0};
  trial->sifted = g_new(guint64, lexicon_sift_size(trial->lexicon));
  for (guint i = 0; i < trial->words->meanings->len; i++) {
    const GArray *patterns = g_array_index(trial->words->meanings, struct word_meaning, i).patterns;
    for (guint k = 0; k < patterns->len; k++) {
      char *fault = NULL;
      g_ptr_array_add(trial->matchers, matcher_compile(g_array_index(patterns, struct word_pattern, k).expression, &fault));
      g_assert_null(fault);
    }
  }
}

static void trial_end(struct trial *trial) {
  for (guint i = 0; i < trial->matchers->len; i++) matcher_free(trial->matchers->pdata[i]);
  g_ptr_array_unref(trial->matchers);
  matcher_room_free(trial->room);
  wordfile_free(trial->words);
  lexicon_free(trial->lexicon);
  g_free(trial->sifted);
}

static void trial_report(const struct trial *trial, int meaning, guint pattern, const char *what, const char *text) {
  g_test_message("%s, pattern %u, %s: %s", lexicon_meaning_name(trial->lexicon, meaning), pattern + 1, what, text);
  g_test_fail();
}

/* What the lexicon says of one pattern against what PCRE2 says of it by itself, from START on. */
static void pattern_try(struct trial *trial, int meaning, guint pattern, struct matcher *matcher, const struct lexicon_text *text,
                        gsize start) {
  struct matcher_text whole = {text->bytes, text->length, false, NULL};
  struct span where = {0, 0}, truth = {0, 0};
  bool possible = lexicon_possible(trial->lexicon, meaning, pattern, trial->sifted);
  bool matches = matcher_find(matcher, trial->room, &whole, start, G_MAXSIZE, &truth, NULL, NULL) == LEXICON_YES;
  bool found = matches && lexicon_find_pattern(trial->lexicon, meaning, pattern, text, start, &where, NULL, NULL) == LEXICON_YES;
  trial->tried++, trial->matched += matches, trial->skipped += !possible;
  if (matches && !possible) trial_report(trial, meaning, pattern, "was ruled out and matches", text->bytes);
  if (matches != found) trial_report(trial, meaning, pattern, "is not found where it matches", text->bytes);
  if (found && (where.start != truth.start || where.length != truth.length))
    trial_report(trial, meaning, pattern, "is found elsewhere", text->bytes);
}

static void text_try(struct trial *trial, const char *bytes) {
  struct lexicon_text text = {bytes, strlen(bytes), NULL};
  guint place = 0;
  lexicon_sift(trial->lexicon, bytes, text.length, trial->sifted);
  for (int meaning = 0; (guint)meaning < lexicon_meaning_count(trial->lexicon); meaning++)
    for (guint pattern = 0; pattern < lexicon_pattern_count(trial->lexicon, meaning); pattern++)
      pattern_try(trial, meaning, pattern, trial->matchers->pdata[place++], &text, 0);
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
  struct trial trial;
  trial_begin(&trial, purposes);
  for (gsize i = 0; paths[i]; i++) file_try(&trial, paths[i], every, step);
  g_test_message("%u tried, %u match, %u ruled out", trial.tried, trial.matched, trial.skipped);
  g_assert_cmpuint(trial.matched, >, 100);
  g_assert_cmpuint(trial.skipped, >, trial.tried / 2);
  trial_end(&trial);
}

static void examples_try(bool purposes) {
  struct trial trial;
  trial_begin(&trial, purposes);
  guint count;
  const struct lexicon_example *examples = lexicon_examples(trial.lexicon, &count);
  for (guint i = 0; i < count; i++) mutations_try(&trial, examples[i].text, 1);
  g_assert_cmpuint(trial.matched, >, count / 2);
  g_assert_cmpuint(trial.skipped, >, trial.tried / 2);
  trial_end(&trial);
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
  TEST("literal", "every pattern that matches an example of any meaning is found there, however it is written", test_examples);
  TEST("literal", "every pattern that matches a line of the table of narratives is found there", test_narratives);
  TEST("literal", "every pattern that matches a line of the table of reasons is found there", test_reasons);
  TEST("literal", "every pattern that matches a line of the sample reports is found there", test_samples);
  TEST("literal", "every pattern that matches a line of a corpus is found there", test_corpus);
  return g_test_run();
}
