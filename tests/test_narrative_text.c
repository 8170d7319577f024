/* Tests of a narrative made plain: layout is no meaning, and each byte knows where it stood. */
#include "tests/check.h"
#include "analyze/words/narrative_text.h"

static const char *const names[] = {"Pinyon", "County Face Desk", NULL};

static void plain_is(const char *written, const char *wanted) {
  struct plain *plain = plain_new(names, NULL);
  gsize length;
  g_assert_cmpstr(plain_make(plain, written, strlen(written), &length), ==, wanted);
  g_assert_cmpuint(length, ==, strlen(wanted));
  plain_free(plain);
}

static void test_characters(void) {
  plain_is("I ran\xC2\xA0it.  He said \xE2\x80\x9CNo.\xE2\x80\x9D", "I ran it. He said \"No.\"");
  plain_is("O\xE2\x80\x99"
           "Brien\tleft. \r\nResult: none\r",
           "O'Brien left.\nResult: none\n");
  plain_is("One.\fTwo.", "One.\nTwo.");
  plain_is("so\xC2\xAD"
           "ft  blank ",
           "soft blank ");
  plain_is("Run by: ________. Reason: __\nBadge _: 4_a IMG_2", "Run by: . Reason:\nBadge : 4_a IMG_2");
  plain_is("It gave Dontrell, D-O-N-T-R-E-L-L, Eads and a Lee L-E-E.", "It gave Dontrell Eads and a Lee .");
  plain_is("Case C-A-12, X-ray, A-B-C-9, unit B-C.", "Case C-A-12, X-ray, A-B-C-9, unit B-C.");
  plain_is("", "");
}

static void test_wrapped(void) {
  plain_is("The still frame was uploaded to\nFACESNXT by Det. Marsh to identify the\nsuspect.",
           "The still frame was uploaded to FACESNXT by Det. Marsh to identify the suspect.");
  plain_is("I submitted the image of the man with the cap to the system and the first\nMarcus Hale was returned by it as the "
           "only candidate of all, so that his\nbooking photo was viewed.",
           "I submitted the image of the man with the cap to the system and the first Marcus Hale was returned by it as the only "
           "candidate of all, so that his booking photo was viewed.");
  plain_is("THE STILL OF THE MALE WAS SUBMITTED TO THE SYSTEM BY THE UNDERSIGNED AND\nTHE TOP CANDIDATE THAT CAME BACK WAS HALE, "
           "MARCUS, WHOSE BOOKING PHOTO\nMATCHED THE MALE.",
           "THE STILL OF THE MALE WAS SUBMITTED TO THE SYSTEM BY THE UNDERSIGNED AND THE TOP CANDIDATE THAT CAME BACK WAS HALE, "
           "MARCUS, WHOSE BOOKING PHOTO MATCHED THE MALE.");
}

static void test_lists(void) {
  static const char *const lists[] = {
      "Video pulled\nRan still in FACES\nNo hits\nClosed pending leads",
      "a. image run: the platform photo\nb. system used: FACESNXT\nc. run by: Det. Marsh\nd. why: identification",
      "1. pulled the still from the lobby camera of the hotel\n2. ran it\n3. no candidates",
      "FACIAL RECOGNITION:\nnot used",
      "pulled still\nran in faces\nno hits",
      "One.\n\nTwo.",
      NULL};
  for (guint i = 0; lists[i]; i++) plain_is(lists[i], lists[i]);
}

static void test_names(void) {
  plain_is("I ran it in Pinyon.", "I ran it in FACESNXT.");
  plain_is("RAN STILL IN PINYON, NEG", "RAN STILL IN FACESNXT, NEG");
  plain_is("He sat under a pinyon pine on Pinyon Road near Pinyon Creek Apartments.",
           "He sat under a pinyon pine on Pinyon Road near Pinyon Creek Apartments.");
  plain_is("the county face desk ran it", "the FACESNXT ran it");
  plain_is("Pinyonville", "Pinyonville");
}

static void test_people(void) {
  g_autoptr(GHashTable) people = g_hash_table_new(g_str_hash, g_str_equal);
  static const char *const words[] = {"noel", "pell", "will", "case", "marsh"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) g_hash_table_add(people, (gpointer)words[i]);
  struct plain *plain = plain_new(NULL, people);
  gsize length;
  static const char small[] =
      "i asked det. marsh to run it. the case stays open. noel pell came up, and pell was told. det. will case left.";
  g_assert_cmpstr(
      plain_make(plain, small, strlen(small), &length), ==,
      "i asked det. Marsh to run it. the case stays open. Noel Pell came up, and Pell was told. det. Will Case left.");
  plain_free(plain);
}

static void test_written(void) {
  static const char written[] = "It  ran  in\r\nCounty  Face Desk, \xE2\x80\x9CHale\xE2\x80\x9D.";
  struct plain *plain = plain_new(names, NULL);
  gsize length;
  const char *text = plain_make(plain, written, strlen(written), &length);
  g_assert_cmpstr(text, ==, "It ran in FACESNXT, \"Hale\".");
  static const struct {
    const char *read, *stood;
  } spans[] = {{"ran in", "ran  in"},
               {"FACESNXT", "County  Face Desk"},
               {"FACES", "County  Face Desk"},
               {"\"Hale\"", "\xE2\x80\x9CHale\xE2\x80\x9D"},
               {"Hale", "Hale"}};
  for (gsize i = 0; i < G_N_ELEMENTS(spans); i++) {
    struct span span = {(gsize)(strstr(text, spans[i].read) - text), strlen(spans[i].read)};
    span = plain_written(plain, span);
    g_autofree char *stood = g_strndup(written + span.start, span.length);
    g_assert_cmpstr(stood, ==, spans[i].stood);
  }
  plain_free(plain);
}

static void test_sentences(void) {
  static const char written[] = "I ran it  with\r\nDet.\r\nMarsh.  He left.\r\n";
  g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(struct span));
  plain_sentences(written, strlen(written), sentences);
  g_assert_cmpuint(sentences->len, ==, 2);
  struct span second = g_array_index(sentences, struct span, 1);
  g_assert_cmpint(strncmp(written + second.start, "He left.", second.length), ==, 0);
  g_assert_cmpuint(second.length, ==, 8);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("plain", "quotes, blanks and line ends of any kind are plain ones", test_characters);
  TEST("plain", "a line that wraps goes on in the next", test_wrapped);
  TEST("plain", "a list with one item a line stays a list", test_lists);
  TEST("plain", "what the agency calls its system is a system, a street of that name is not", test_names);
  TEST("plain", "a text without capitals has them again where people are named", test_people);
  TEST("plain", "each span knows where it stood", test_written);
  TEST("plain", "sentences of a text as written", test_sentences);
  return g_test_run();
}
