/* Tests of the purposes: the table of reasons, hostile text, an agency's own words. The examples of the word files are tested
   with the lexicon. */
#include "tests/check.h"
#include <stdio.h>
#include "analyze/purpose/purpose.h"
#include "analyze/purpose/spelling.h"
#include "analyze/words/wordfile.h"

#include <time.h>

/* A file of labelled reasons and the least that is asked of it, in thousandths. */
struct least {
  const char *path;
  guint right, falsely_unauthorized, unclear, kinds;
};
static const struct least leasts[] = {{"tests/reasons.txt", 990, 0, 8, 0},
                                      {"tests/reasons-hands.txt", 890, 0, 90, 980},
                                      {"tests/reasons-held.txt", 910, 1, 70, 950},
                                      {"tests/reasons-near.txt", 590, 0, 380, 0}};

static const char *reason_name(struct purposes *purposes, const char *reason) {
  struct purpose purpose;
  purpose_read(purposes, reason, &purpose);
  if (purpose.words && !strstr(reason, purpose.words)) {
    g_test_message("\"%s\" does not hold the words that decided: \"%s\"", reason, purpose.words);
    g_test_fail();
  }
  g_free(purpose.words);
  return purpose.name;
}

static void reason_check(struct purposes *purposes, const char *reason, const char *wanted) {
  const char *name = reason_name(purposes, reason);
  if (!g_strcmp0(name, wanted)) return;
  g_test_message("\"%s\" is %s, not %s", reason, wanted, name ? name : "nothing");
  g_test_fail();
}

typedef void (*reason_taker)(struct purposes *purposes, const char *label, const char *reason, void *data);

static void file_each(const char *path, struct purposes *purposes, reason_taker take, void *data) {
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    char *tab = strchr(*line, '\t');
    if (**line == '#' || !tab) continue;
    *tab = 0;
    take(purposes, *line, tab + 1, data);
  }
}

struct counts {
  guint reasons, right, falsely_unauthorized, unclear, kinds, kinds_right;
};

static void reason_count(struct purposes *purposes, const char *label, const char *reason, void *data) {
  struct counts *counts = data;
  struct purpose purpose;
  purpose_read(purposes, reason, &purpose);
  g_auto(GStrv) wanted = g_strsplit(label, "-", 2);
  bool right = !g_strcmp0(purpose.name, wanted[0]), unauthorized = !g_strcmp0(purpose.name, "unauthorized");
  counts->reasons++;
  counts->right += right;
  counts->unclear += !right && !g_strcmp0(purpose.name, "unclear");
  counts->falsely_unauthorized += unauthorized && !right;
  counts->kinds += right && wanted[1];
  counts->kinds_right += right && wanted[1] && g_str_has_prefix(purpose.detail, wanted[1]);
  if (!right)
    g_test_message("%s: %s, not %s: %s (%s)", unauthorized ? "FALSELY UNAUTHORIZED" : "other",
                   purpose.name ? purpose.name : "none", label, reason, purpose.words ? purpose.words : purpose.doubt);
  g_free(purpose.words);
}

static void test_files(void) {
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(leasts); i++) {
    struct counts counts = {0};
    file_each(leasts[i].path, purposes, reason_count, &counts);
    printf("# %s: %u reasons, %u right, %u falsely unauthorized, %u unclear, %u of %u kinds right\n", leasts[i].path,
           counts.reasons, counts.right, counts.falsely_unauthorized, counts.unclear, counts.kinds_right, counts.kinds);
    g_assert_cmpuint(counts.reasons, >, 70);
    g_assert_cmpuint(counts.right * 1000, >=, leasts[i].right * counts.reasons);
    g_assert_cmpuint(counts.falsely_unauthorized * 1000, <=, leasts[i].falsely_unauthorized * counts.reasons);
    g_assert_cmpuint(counts.unclear * 1000, <=, leasts[i].unclear * counts.reasons);
    g_assert_cmpuint(counts.kinds_right * 1000, >=, leasts[i].kinds * counts.kinds);
  }
  purposes_free(purposes);
}

static void lawful_check(struct purposes *purposes, const char *list, const char *reason, void *data) {
  const char *name = reason_name(purposes, reason);
  bool trial = !strcmp(list, "trial");
  ++*(guint *)data;
  if (g_strcmp0(name, trial ? "unstated" : "unauthorized")) return;
  g_test_message("%s: \"%s\" is %s", list, reason, name);
  g_test_fail();
}

static void test_lawful(void) {
  struct purposes *purposes = purposes_new();
  guint count = 0;
  file_each("tests/reasons-lawful.txt", purposes, lawful_check, &count);
  g_assert_cmpuint(count, >, 400);
  purposes_free(purposes);
}

/* The class that a reason has alone it must have with a number beside it. */
static void numbered_check(struct purposes *purposes, const char *label, const char *reason, void *data) {
  (void)label, (void)data;
  if (strpbrk(reason, "+%")) return;
  const char *alone = reason_name(purposes, reason);
  g_autofree char *after = g_strconcat(reason, ", 22-004512", NULL);
  g_autofree char *before = g_strconcat("2022-00000246 ", reason, NULL);
  reason_check(purposes, after, alone);
  reason_check(purposes, before, alone);
}

static void test_number(void) {
  struct purposes *purposes = purposes_new();
  file_each("tests/reasons.txt", purposes, numbered_check, NULL);
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
      {"mu\xCC\x88ller", "unclear"},
      {"locat emissing person", "unable"},
  };
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) reason_check(purposes, reasons[i][0], reasons[i][1]);
  purposes_free(purposes);
}

static void test_words(void) {
  struct purposes *purposes = purposes_new();
  struct purpose purpose;
  purpose_read(purposes, "ID of Homocide, 22-1", &purpose);
  g_assert_cmpstr(purpose.name, ==, "criminal");
  g_assert_cmpstr(purpose.words, ==, "Homocide");
  g_free(purpose.words);
  purpose_read(purposes, "investigation", &purpose);
  g_assert_cmpstr(purpose.name, ==, "unstated");
  g_assert_null(purpose.words);
  purposes_free(purposes);
}

/* What the examples of the word files mean, read as a reason is: the meaning's purpose. */
static const char *const meant[][2] = {{"purpose_machine", "unstated"},
                                       {"purpose_grudge", "unauthorized"},
                                       {"purpose_display", "unauthorized"},
                                       {"purpose_trial", "unstated"},
                                       {"purpose_dissent", "unclear"},
                                       {"purpose_goods", "criminal"},
                                       {"purpose_loss", NULL},
                                       {"purpose_hiring", NULL},
                                       {"purpose_confessed", "unauthorized"},
                                       {"purpose_refusal", "detained"},
                                       {"purpose_cannot", "unable"},
                                       {"purpose_danger", "safety"},
                                       {"purpose_epidemic", "health"},
                                       {"purpose_offence", "criminal"},
                                       {"purpose_sickness", "health"},
                                       {"purpose_sought", "criminal"},
                                       {"purpose_helpless", "unable"},
                                       {"purpose_armed", "safety"},
                                       {"purpose_harmed", "criminal"},
                                       {"purpose_held", "detained"},
                                       {"purpose_present", NULL},
                                       {"purpose_disclaimed", "unauthorized"},
                                       {"purpose_private_said", "unauthorized"},
                                       {"purpose_belief", NULL},
                                       {"purpose_kin", NULL},
                                       {"purpose_civil", NULL},
                                       {"purpose_requester", "unstated"},
                                       {"purpose_filler", "unstated"},
                                       {"purpose_beside_private", NULL},
                                       {"purpose_denied", NULL}};

static const char *meaning_purpose(const char *meaning) {
  for (gsize i = 0; i < G_N_ELEMENTS(meant); i++)
    if (!strcmp(meant[i][0], meaning)) return meant[i][1];
  g_test_message("no purpose is given here for meaning %s", meaning);
  g_test_fail();
  return NULL;
}

/* A "yes" means what its meaning does, and a "no" of a private meaning accuses nobody, whatever else stands in the word files. */
static void test_examples(void) {
  struct purposes *purposes = purposes_new();
  struct lexicon *lexicon = lexicon_load(purpose_files);
  guint count;
  const struct lexicon_example *examples = lexicon_examples(lexicon, &count);
  for (guint i = 0; i < count; i++) {
    const char *wanted = meaning_purpose(lexicon_meaning_name(lexicon, examples[i].meaning));
    if (!wanted) continue;
    if (examples[i].wanted) reason_check(purposes, examples[i].text, wanted);
    else if (!strcmp(wanted, "unauthorized") && !g_strcmp0(reason_name(purposes, examples[i].text), wanted))
      g_test_message("%s:%u accuses: %s", examples[i].file, examples[i].line, examples[i].text), g_test_fail();
  }
  lexicon_free(lexicon);
  purposes_free(purposes);
}

static void test_kinds(void) {
  static const char *const reasons[][2] = {{"my ex girlfriend", "personal"},
                                           {"eviction", NULL},
                                           {"job applicant", "other"},
                                           {"scare him off", "harassment"},
                                           {"people at the rally", "protected activity"},
                                           {"not work related", "other"},
                                           {"burglary", NULL},
                                           {"yellow sheet", NULL}};
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
    struct purpose purpose;
    purpose_read(purposes, reasons[i][0], &purpose);
    g_assert_cmpstr(purpose.detail, ==, reasons[i][1]);
    g_free(purpose.words);
  }
  purposes_free(purposes);
}

/* A word of a private purpose accuses only where every other word is known or ordinary, and none speaks of a loss. */
static void test_not_understood(void) {
  struct purposes *purposes = purposes_new();
  reason_check(purposes, "neighbor", "unclear");
  reason_check(purposes, "my neighbor", "unauthorized");
  reason_check(purposes, "neighbor glimfeathered", "unclear");
  reason_check(purposes, "investigation", "unstated");
  reason_check(purposes, "investigation glimfeathered", "unclear");
  reason_check(purposes, "neighbor, burglary suspect, glimfeathered", "criminal");
  reason_check(purposes, "new neighbor from the concert on friday", "unauthorized");
  reason_check(purposes, "neighbor, laptop", "unclear");
  reason_check(purposes, "laptop", "criminal");
  reason_check(purposes, "concert on friday", "unclear");
  purposes_free(purposes);
}

/* Held or refusing, and said to endanger the public's health: whether the Chief had to be told first is for a person to say. A
   false name alone is given to an employer, too. */
static void test_health_beside(void) {
  static const char *const both[] = {"gave wrong name at traffic stop, public health", "hepatitis A contact, refused name",
                                     "refused to ID, quarantine violation", "detained, tuberculosis, gave alias",
                                     "health department order, in custody, false name"};
  static const char *const one[][2] = {{"gave wrong name, public health", "health"},
                                       {"gave false name, health department order", "health"},
                                       {"typhoid carrier, cook used a fake name", "health"},
                                       {"gave wrong name at traffic stop", "detained"},
                                       {"sick passenger unable to identify himself", "unable"},
                                       {"measles exposure, unknown passenger", "health"},
                                       {"hep A", "health"}};
  struct purposes *purposes = purposes_new();
  for (gsize i = 0; i < G_N_ELEMENTS(both); i++) reason_check(purposes, both[i], "unclear");
  for (gsize i = 0; i < G_N_ELEMENTS(one); i++) reason_check(purposes, one[i][0], one[i][1]);
  purposes_free(purposes);
}

/* Where a reason says an offence too, a confession, a grudge or a protest accuses nobody. */
static void test_both(void) {
  struct purposes *purposes = purposes_new();
  reason_check(purposes, "just for fun", "unauthorized");
  reason_check(purposes, "set dumpster on fire for fun", "unclear");
  reason_check(purposes, "payback shooting", "unclear");
  reason_check(purposes, "open house burglary", "criminal");
  reason_check(purposes, "protest", "unclear");
  reason_check(purposes, "protest organizers", "unauthorized");
  reason_check(purposes, "protest, disorderly conduct", "unclear");
  reason_check(purposes, "arson at protest", "criminal");
  reason_check(purposes, "job applicant", "unauthorized");
  reason_check(purposes, "job applicant, prior theft", "unclear");
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
  reason_check(purposes, "sig 131", "unclear");
  reason_check(purposes, "burglary", "unauthorized");
  reason_check(purposes, "burglarysuspect theft", "criminal");
  purposes_free(purposes);
}

/* Long and odd text ends in time, with a purpose or with none claimed. */
static void test_hostile(void) {
  struct purposes *purposes = purposes_new();
  static const char *const words[] = {"refused unknown no ", "theft ",           "the ", "detained ", "qwrtz", "(1",
                                      "neighbor ",           "threat to people "};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    for (gsize size = 4000; size <= 1 << 20; size <<= 4) {
      GString *text = g_string_new(NULL);
      while (text->len < size) g_string_append(text, words[i]);
      struct purpose purpose;
      clock_t start = clock();
      purpose_read(purposes, text->str, &purpose);
      g_assert_cmpint(clock() - start, <, 2 * CLOCKS_PER_SEC);
      g_assert_true(size <= 4096 || !purpose.name);
      g_assert_true(purpose.name || purpose.doubt);
      g_free(purpose.words);
      g_string_free(text, TRUE);
    }
  reason_check(purposes, "\x1b[31m\xF0\x9F\x98\x80\xE2\x80\xAE", "unstated");
  purposes_free(purposes);
}

/* A log of long reasons is not read for ever. */
static void test_budget(void) {
  struct purposes *purposes = purposes_new();
  g_autofree char *text = g_strnfill(4000, 'x');
  struct purpose purpose = {.name = "unstated"};
  guint read = 0;
  for (; purpose.name && read < 5000; read++) purpose_read(purposes, text, &purpose);
  g_assert_cmpuint(read, >, 500);
  g_assert_cmpuint(read, <, 5000);
  g_assert_nonnull(purpose.doubt);
  reason_check(purposes, "burglary", "criminal");
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
  reason_check(purposes, "اشتباه في سرقة", "unclear");
  reason_check(purposes, "חשוד בגניבה", "unclear");
  reason_check(purposes, "подозреваемый в краже", "unclear");
  reason_check(purposes, "--- ?", "unstated");
  reason_check(purposes, "кража burglary suspect", "criminal");
  purposes_free(purposes);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("purpose", "labelled reasons are read as well as they were", test_files);
  TEST("purpose", "a lawful reason that holds a private word accuses nobody", test_lawful);
  TEST("purpose", "every example of the word files means its purpose end to end", test_examples);
  TEST("purpose", "an unauthorized purpose has its kind", test_kinds);
  TEST("purpose", "a reason that is not understood accuses nobody", test_not_understood);
  TEST("purpose", "a threat to health beside another purpose is for a person to read", test_health_beside);
  TEST("purpose", "a private purpose beside an offence accuses nobody", test_both);
  TEST("purpose", "a case number beside a reason changes nothing", test_number);
  TEST("purpose", "blanks, marks and numbers say nothing", test_nothing_said);
  TEST("purpose", "encodings, accents and slips of typing are read", test_spelling_and_marks);
  TEST("purpose", "the words that decided are quoted as typed", test_words);
  TEST("purpose", "an agency's own words win, the longest first", test_own_words);
  TEST("purpose", "hostile text ends in time", test_hostile);
  TEST("purpose", "long reasons have a budget of a run", test_budget);
  TEST("purpose", "a reason in another script is unclear", test_other_script);
  TEST("purpose", "a mash of keys is distinguished from a name", test_mash);
  return g_test_run();
}
