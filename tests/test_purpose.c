/* Tests of the purposes: the table of reasons, hostile text, an agency's own words. The examples of the word files are tested
   with the lexicon. */
#include "tests/check.h"
#include <stdio.h>
#include "analyze/purpose/purpose.h"
#include "analyze/purpose/spelling.h"

#define TABLE "tests/reasons.txt"

static void reason_check(const struct purposes *purposes, const char *reason, const char *wanted) {
  char *words = NULL;
  const char *purpose = purpose_of(purposes, reason, &words);
  if (g_strcmp0(purpose, wanted)) {
    g_test_message("\"%s\" is %s, not %s (%s)", reason, wanted, purpose ? purpose : "nothing", words ? words : "no words");
    g_test_fail();
  }
  if (words && !strstr(reason, words)) {
    g_test_message("\"%s\" does not hold the words that decided: \"%s\"", reason, words);
    g_test_fail();
  }
  g_free(words);
}

static guint table_each(void (*check)(const struct purposes *, const char *, const char *), const struct purposes *purposes) {
  char *text = NULL;
  g_assert_true(g_file_get_contents(TABLE, &text, NULL, NULL));
  char **lines = g_strsplit(text, "\n", -1);
  const char *wanted = NULL;
  guint count = 0;
  for (guint i = 0; lines[i]; i++) {
    if (!*lines[i] || *lines[i] == '#') continue;
    if (g_str_has_prefix(lines[i], "= ")) wanted = lines[i] + 2;
    else check(purposes, lines[i], wanted), count++;
  }
  g_strfreev(lines);
  g_free(text);
  return count;
}

static void test_table(void) {
  struct purposes *purposes = purposes_new();
  g_assert_cmpuint(table_each(reason_check, purposes), >, 1000);
  purposes_free(purposes);
}

/* The class that a reason has alone it must have with a number beside it. */
static void numbered_check(const struct purposes *purposes, const char *reason, const char *wanted) {
  if (strpbrk(reason, "+%") || !strncmp(reason, "^", 1)) return;
  g_autofree char *after = g_strconcat(reason, ", 22-004512", NULL);
  g_autofree char *before = g_strconcat("2022-00000246 ", reason, NULL);
  reason_check(purposes, after, wanted);
  reason_check(purposes, before, wanted);
}

static void test_number(void) {
  struct purposes *purposes = purposes_new();
  table_each(numbered_check, purposes);
  purposes_free(purposes);
}

static void test_nothing_said(void) {
  static const char *const reasons[] = {"",           " ", "\t\r\n", "...", "---", "*", "\xC2\xA0", "\xE2\x80\x94",
                                        "12/03/2022", "0", "%",      "+",   "%zz"};
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) reason_check(purposes, reasons[i], "unstated");
  purposes_free(purposes);
}

static void test_spelling_and_marks(void) {
  static const char *const reasons[][2] = {
      {"BURGLARY", "criminal"},
      {"burg%6Cary+suspect", "criminal"},
      {"hit &amp; run", "criminal"},
      {"v\xC3\xAD"
       "ctima de robo",
       "criminal"},
      {"Theft22-0101", "criminal"},
      {"F.S. \xC2\xA7 812.014(2)(c)", "criminal"},
      {"refus\xE2\x80\x91"
       "es name",
       "detained"},
      {"won\xE2\x80\x99t give name", "detained"},
      {"tuberclosis", "health"},
      {"decaesed male", "unable"},
      {"bomb/threat", "safety"},
      {"mu\xCC\x88ller", "unstated"},
  };
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) reason_check(purposes, reasons[i][0], reasons[i][1]);
  purposes_free(purposes);
}

static void test_words(void) {
  struct purposes *purposes = purposes_new();
  char *words;
  g_assert_cmpstr(purpose_of(purposes, "ID of Homocide, 22-1", &words), ==, "criminal");
  g_assert_cmpstr(words, ==, "Homocide");
  g_free(words);
  g_assert_cmpstr(purpose_of(purposes, "investigation", &words), ==, "unstated");
  g_assert_null(words);
  purposes_free(purposes);
}

static void test_own_words(void) {
  struct purposes *purposes = purposes_new();
  g_assert_true(purposes_add(purposes, "Sig 13", "criminal"));
  g_assert_true(purposes_add(purposes, "sig 13 C", "unable"));
  g_assert_true(purposes_add(purposes, "burglary", "unauthorized"));
  g_assert_false(purposes_add(purposes, "burglary", "pleasure"));
  g_assert_false(purposes_add(purposes, " - ", "criminal"));
  reason_check(purposes, "sig 13", "criminal");
  reason_check(purposes, "sig 13 c", "unable");
  reason_check(purposes, "sig 131", "unstated");
  reason_check(purposes, "burglary", "unauthorized");
  reason_check(purposes, "burglarysuspect theft", "criminal");
  purposes_free(purposes);
}

/* Long and odd text ends in time, with a purpose or with none claimed. */
static void test_hostile(void) {
  struct purposes *purposes = purposes_new();
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < 4000; i++) g_string_append(text, i % 3 ? "refused " : "unknown no ");
  char *words;
  purpose_of(purposes, text->str, &words);
  g_free(words);
  g_string_assign(text, "");
  for (guint i = 0; i < 20000; i++) g_string_append(text, "(1");
  g_assert_cmpstr(purpose_of(purposes, text->str, &words), ==, "unstated");
  g_free(words);
  reason_check(purposes, "\x1b[31m\xF0\x9F\x98\x80\xE2\x80\xAE", "unstated");
  g_string_free(text, TRUE);
  purposes_free(purposes);
}

static void test_mash(void) {
  g_assert_true(word_mashed("asdf", 4));
  g_assert_true(word_mashed("zxcvb", 5));
  g_assert_true(word_mashed("jjjj", 4));
  g_assert_false(word_mashed("taylor", 6));
  g_assert_false(word_mashed("rally", 5));
}

/* Words that cannot be read are not said to be no reason. */
static void test_other_script(void) {
  struct purposes *purposes = purposes_new();
  static const char *const unread[] = {"اشتباه في سرقة", "חשוד בגניבה", "подозреваемый в краже"}, *const read[] = {
                                                                                                      "--- ?",
                                                                                                      "кража burglary suspect"};
  char *words;
  for (gsize i = 0; i < G_N_ELEMENTS(unread); i++) g_assert_null(purpose_of(purposes, unread[i], &words));
  g_assert_cmpstr(purpose_of(purposes, read[0], &words), ==, "unstated");
  g_free(words);
  g_assert_cmpstr(purpose_of(purposes, read[1], &words), ==, "criminal");
  g_free(words);
  purposes_free(purposes);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("purpose", "every reason of the table has its class", test_table);
  TEST("purpose", "a case number beside a reason changes nothing", test_number);
  TEST("purpose", "blanks, marks and numbers say nothing", test_nothing_said);
  TEST("purpose", "encodings, accents and slips of typing are read", test_spelling_and_marks);
  TEST("purpose", "the words that decided are quoted as typed", test_words);
  TEST("purpose", "an agency's own words win, the longest first", test_own_words);
  TEST("purpose", "hostile text ends in time", test_hostile);
  TEST("purpose", "a reason in another script is not judged", test_other_script);
  TEST("purpose", "a mash of keys is told from a name", test_mash);
  return g_test_run();
}
