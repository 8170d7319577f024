/* Tests of what a narrative says: every line of tests/narratives.txt, and the edges of narrative_read. */
#include "tests/check.h"
#include <stdlib.h>
#include "analyze/narrative/narrative.h"
#include "analyze/words/narrative_text.h"
#include "analyze/words/sentence.h"
#include "analyze/words/wordfile.h"

static const struct {
  const char *word;
  enum meaning meaning;
} word_meanings[] = {{"use", SAYS_USE},
                     {"not", SAYS_NOT_USED},
                     {"by", SAYS_SEARCHER},
                     {"reason", SAYS_REASON},
                     {"cand", SAYS_CANDIDATE},
                     {"none", SAYS_NO_CANDIDATE},
                     {"corr", SAYS_CORROBORATED},
                     {"nocorr", SAYS_NOT_CORROBORATED},
                     {"act", SAYS_ACTION},
                     {"before", SAYS_NOTICE_BEFORE},
                     {"after", SAYS_NOTICE_AFTER},
                     {"denied", SAYS_NOTICE_DENIED},
                     {"date", SAYS_SEARCH_DATE},
                     {"untimed", SAYS_NOTICE_UNTIMED},
                     {"means", SAYS_MEANS},
                     {"who untold", SAYS_SEARCHER_UNTOLD},
                     {"why untold", SAYS_REASON_UNTOLD}};

/* A statement as the table writes it: "by Det. Marsh". */
static char *statement_words(const struct statement *statement) {
  for (gsize i = 0; i < G_N_ELEMENTS(word_meanings); i++) {
    if (word_meanings[i].meaning != statement->meaning) continue;
    struct slice value = statement->first_person ? (struct slice){"I", 1} : statement->value;
    if (!value.length || statement->meaning == SAYS_CORROBORATED) return g_strdup(word_meanings[i].word);
    return g_strdup_printf("%s %.*s", word_meanings[i].word, (int)value.length, value.text);
  }
  g_assert_not_reached();
}

static gint words_order(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Sorted, each once. A denial beside a use says no more than the use. */
static char *statements_words(const GArray *statements, bool keep_denial) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < statements->len; i++) {
    const struct statement *statement = &g_array_index(statements, struct statement, i);
    if (statement->meaning == SAYS_NOT_USED && !keep_denial) continue;
    char *word = statement_words(statement);
    if (g_ptr_array_find_with_equal_func(words, word, g_str_equal, NULL)) g_free(word);
    else g_ptr_array_add(words, word);
  }
  g_ptr_array_sort(words, words_order);
  g_ptr_array_add(words, NULL);
  return g_strjoinv("; ", (char **)words->pdata);
}

static char *expected_words(const char *line, bool *use) {
  g_auto(GStrv) words = g_strsplit(line, ";", -1);
  *use = false;
  for (guint i = 0; words[i]; i++) *use = !strcmp(g_strstrip(words[i]), "use") || *use;
  guint kept = 0;
  for (guint i = 0; words[i]; i++) {
    if (*use && !strcmp(words[i], "not")) g_free(words[i]);
    else words[kept++] = words[i];
  }
  words[kept] = NULL;
  qsort(words, kept, sizeof *words, words_order);
  return g_strjoinv("; ", words);
}

static bool narrative_check(struct narrator *narrator, const char *text, const char *expected) {
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  g_autofree char *written = g_strcompress(text);
  struct plain *made = plain_new(NULL, NULL);
  gsize length;
  const char *plain = plain_make(made, written, strlen(written), &length);
  g_assert_true(narrative_read(narrator, plain, length, false, statements, people, &(bool){false}));
  bool use;
  g_autofree char *wanted = expected_words(expected, &use);
  g_autofree char *got = statements_words(statements, !use);
  plain_free(made);
  if (!strcmp(wanted, got)) return true;
  g_test_message("%s\n    wanted: %s\n    got:    %s", text, wanted, got);
  return false;
}

static void table_check(const char *path) {
  g_autofree char *table = NULL;
  g_assert_true(g_file_get_contents(path, &table, NULL, NULL));
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
  guint right = 0, all = 0;
  for (guint i = 0; lines[i]; i++) {
    if (!*lines[i] || *lines[i] == '#') continue;
    g_assert_true(lines[i + 1] && *lines[i + 1] == '=');
    right += narrative_check(narrator, lines[i], lines[i + 1] + 1), all++, i++;
  }
  narrator_free(narrator);
  g_test_message("%u of %u", right, all);
  g_assert_cmpuint(all, >, 150);
  g_assert_cmpuint(right, ==, all);
}

static void test_table(void) { table_check("tests/narratives.txt"); }

/* Every name that the word files know, in one spelling at least. */
static void test_systems(void) {
  static const char *const names[] = {"FACES",
                                      "faces",
                                      "FACESNXT",
                                      "FACES NXT",
                                      "FR",
                                      "FR-Net",
                                      "FRT",
                                      "Clearview AI",
                                      "Rekognition",
                                      "Amazon Rekognition",
                                      "NeoFace",
                                      "MorphoFace",
                                      "DataWorks Plus",
                                      "PimEyes",
                                      "LACRIS",
                                      "Idemia",
                                      "Cognitec",
                                      "FaceFirst",
                                      "FindFace",
                                      "TACIDS",
                                      "FaceVACS",
                                      "Face++",
                                      "Paravision",
                                      "BriefCam",
                                      "Corsight",
                                      "Oosto",
                                      "AnyVision",
                                      "Innovatrics",
                                      "FindClone",
                                      "Search4faces",
                                      "FaceCheck.ID",
                                      "NGI-IPS",
                                      "BI2 Tech",
                                      "TrueFace",
                                      "CyberExtruder",
                                      "Ayonix",
                                      "Veritone",
                                      "SAFR",
                                      "MORIS",
                                      "STARS-IS",
                                      "Kairos",
                                      "Luxand",
                                      "Herta",
                                      "DMV-FR",
                                      "ROC Watch",
                                      "Michigan SNAP",
                                      "Rank One Computing",
                                      "the Interstate Photo System",
                                      "facial recognition"};
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *text =
        g_strdup_printf("I ran the still through %s to identify the driver. No candidates were returned.", names[i]);
    if (!narrative_check(narrator, text, "use; by I; reason; none")) g_test_fail();
  }
  narrator_free(narrator);
}

static void sentences_are(const char *text, guint count) {
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  sentences_split(text, strlen(text), spans);
  if (spans->len != count) g_test_message("%s: %u", text, spans->len), g_test_fail();
}

static void test_sentences(void) {
  sentences_are("Det. J. Marsh met Sgt. Cole at 5 p.m. on the beach. He left.", 2);
  sentences_are("1. I pulled it.\n2. Done", 2);
  sentences_are("Report No. 12 vs. No. 13. End!", 2);
  sentences_are("The still was run through FACES\nResults: none", 2);
  sentences_are("He arrived at 5 p.m. The U.S. flag was up. It measured 2.5 in.", 3);
  sentences_are(" \n \n", 0);
  sentences_are("", 0);
}

static void test_other_row(void) {
  static const char text[] = "The victim picked him out of a photo lineup. Hale was arrested.";
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  g_assert_true(narrative_read(narrator, text, strlen(text), false, statements, people, &(bool){false}));
  g_assert_cmpuint(statements->len, ==, 0);
  g_assert_true(narrative_read(narrator, text, strlen(text), true, statements, people, &(bool){false}));
  g_autofree char *words = statements_words(statements, true);
  g_assert_cmpstr(words, ==, "act Hale; corr");
  narrator_free(narrator);
}

/* The second time it is remembered, and stands elsewhere. */
static void test_again(void) {
  static const char text[] = "I ran the still through FACESNXT to identify the driver. One candidate was returned, Victor Ochoa.";
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  g_autofree char *first = NULL;
  for (guint i = 0; i < 3; i++) {
    bool mentions = false;
    g_autofree char *own = g_strdup(text), *words = NULL;
    g_assert_true(narrative_read(narrator, own, strlen(own), false, statements, people, &mentions));
    g_assert_true(mentions);
    for (guint k = 0; k < statements->len; k++) {
      struct slice value = g_array_index(statements, struct statement, k).value;
      g_assert_true(!value.length || (value.text >= own && value.text + value.length <= own + strlen(own)));
    }
    words = statements_words(statements, true);
    if (!first) first = g_steal_pointer(&words);
    else g_assert_cmpstr(words, ==, first);
  }
  g_assert_nonnull(strstr(first, "cand Victor Ochoa"));
  narrator_free(narrator);
}

/* Meanings whose examples are read from a report: behind what they speak of, with a pronoun's word in its place, and what they
 * must say there. */
static const struct {
  const char *name, *before, *pronoun, *noun;
  enum meaning says;
  bool not_said;
} carried[] = {{"reason", "I ran the still in FACES. ", NULL, NULL, SAYS_REASON, false},
               {"reason_label", "I ran the still in FACES. ", NULL, NULL, SAYS_REASON, false},
               {"none", "I ran the still in FACES. ", NULL, NULL, SAYS_NO_CANDIDATE, false},
               {"subject_named", "I ran the still in FACES. ", NULL, NULL, SAYS_CANDIDATE, false},
               {"found_unnamed", "I ran the still in FACES. ", NULL, NULL, SAYS_CANDIDATE, false},
               {"confirmed", "I ran the still in FACES. It returned Robert Hale. ", NULL, NULL, SAYS_CORROBORATED, false},
               {"unconfirmed", "I ran the still in FACES. It returned Robert Hale. ", NULL, NULL, SAYS_NOT_CORROBORATED, false},
               {"action", "I ran the still in FACES. It returned Robert Kerr. ", NULL, NULL, SAYS_ACTION, false},
               {"ran", "FACES: ", NULL, NULL, SAYS_USE, false},
               {"had_run", "FACES: ", NULL, NULL, SAYS_USE, false},
               {"was_run", "FACES: ", NULL, NULL, SAYS_USE, false},
               {"denied", "We thought of it. ", "(?i)\\bit\\b", "FACES", SAYS_USE, true},
               {"planned", "We thought of it. ", "(?i)\\bit\\b", "FACES", SAYS_USE, true},
               {"failed", "We thought of it. ", NULL, NULL, SAYS_USE, true},
               {"officer", "", "It was|\\A(?=Quill)", "The still was run in FACES by ", SAYS_SEARCHER, false},
               {"by_officer", "The still was run in FACES. ", "(?i)\\bit\\b(?! was me)|the query|(?<=My )search", "FACES search",
                SAYS_SEARCHER, false},
               {"by_self", "The still was run in FACES. ", "(?i)\\bit\\b(?! was me)|the query|(?<=My )search", "FACES search",
                SAYS_SEARCHER, false},
               {"delegated", "", "\\bit\\b|\\bone\\b|him", "a FACES search", SAYS_SEARCHER, false},
               {"credit", "The still was run in FACES. ", NULL, NULL, SAYS_SEARCHER, false},
               {"organization_ran", "I sent off the still. ", "\\bit\\b(?! in)", "the still in FACES", SAYS_SEARCHER, true},
               {"notice", "I ran the still in FACES. ", NULL, NULL, SAYS_NOTICE_DENIED, true},
               {"notice_denied", "I ran the still in FACES. ", "(?i)\\bhim\\b|\\bhe\\b", "the Chief", SAYS_NOTICE_DENIED, false},
               {"notice_after", "I ran the still in FACES. ", "(?i)\\bhim\\b|\\bhe\\b", "the Chief", SAYS_NOTICE_AFTER, false},
               {"notice_before", "I ran the still in FACES. ", "(?i)\\bhim\\b|\\bhe\\b", "the Chief", SAYS_NOTICE_BEFORE, false}};

static bool text_says(struct narrator *narrator, const char *text, enum meaning says) {
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  struct plain *made = plain_new(NULL, NULL);
  gsize length;
  const char *written = plain_make(made, text, strlen(text), &length);
  g_assert_true(narrative_read(narrator, written, length, false, statements, people, &(bool){false}));
  bool said = false;
  for (guint i = 0; i < statements->len; i++) said = said || g_array_index(statements, struct statement, i).meaning == says;
  plain_free(made);
  return said;
}

static char *carried_text(gsize k, const char *example) {
  if (!carried[k].pronoun) return g_strdup(example);
  g_autoptr(GRegex) pronoun = g_regex_new(carried[k].pronoun, 0, 0, NULL);
  return g_regex_replace_literal(pronoun, example, -1, 0, carried[k].noun, 0, NULL);
}

static void test_examples(void) {
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  struct lexicon *lexicon = lexicon_load(narrative_files);
  guint count;
  const struct lexicon_example *examples = lexicon_examples(lexicon, &count);
  for (guint i = 0; i < count; i++)
    for (gsize k = 0; examples[i].wanted && k < G_N_ELEMENTS(carried); k++) {
      if (examples[i].meaning != lexicon_meaning(lexicon, carried[k].name)) continue;
      g_autofree char *told = carried_text(k, examples[i].text), *text = g_strconcat(carried[k].before, told, NULL);
      if (text_says(narrator, text, carried[k].says) != carried[k].not_said) continue;
      g_test_message("%s:%u: not read as %s: %s", examples[i].file, examples[i].line, carried[k].name, text);
      g_test_fail();
    }
  lexicon_free(lexicon);
  narrator_free(narrator);
}

static void test_bad_text(void) {
  struct narrator *narrator = narrator_new(NULL, NULL, NULL);
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  g_assert_false(narrative_read(narrator, "I ran \xff FACES.", 14, true, statements, people, &(bool){false}));
  narrator_free(narrator);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("narrative", "a sentence ends where a sentence ends", test_sentences);
  TEST("narrative", "every narrative of the table says what the table says", test_table);
  TEST("narrative", "a search in any system that the word files know is a use", test_systems);
  TEST("narrative", "a row without the system's name counts where another row documents a use", test_other_row);
  TEST("narrative", "one that was read before says the same again", test_again);
  TEST("narrative", "what the word files give as examples is read from a report's narrative", test_examples);
  TEST("narrative", "bad text is not evaluated", test_bad_text);
  return g_test_run();
}
