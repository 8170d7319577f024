/* Officers of the personnel file where a narrative names them with a rank. Everybody here is made up. */
#include "analyze/people/officer_mask.h"
#include "tests/check.h"

static struct mask *mask_of(const char *const *surnames) {
  struct db *db = db_open(":memory:", DB_CREATE);
  sqlite3_stmt *insert = db_prepare(
      db, "INSERT INTO person (user_id, user_key, last_name, first_name, source, line) VALUES (?1, ?1, ?1, 'Carmen', 1, 2)");
  for (; *surnames; surnames++) {
    db_bind_text(insert, 1, *surnames);
    db_step(db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
  struct mask *mask = mask_load(db);
  db_close(db);
  return mask;
}

static void masked_check(const char *const *surnames, const char *text, const char *wanted) {
  struct mask *mask = mask_of(surnames);
  g_autoptr(GString) masked = g_string_new(NULL);
  bool any = mask_apply(mask, text, masked);
  g_assert_cmpstr(any ? masked->str : NULL, ==, wanted);
  if (any) g_assert_cmpuint(masked->len, ==, strlen(text));
  mask_free(mask);
}

static const char *const force[] = {"May",   "de la Cruz",  "Iñiguez", "St. John",  "Chief", "To",
                                    "Singh", "Smith-Jones", "Löwe",    "Vance III", NULL};

static void test_ranks(void) {
  static const char *const rows[][2] = {
      {"TFO May ran it.", "Det Zoo ran it."},
      {"It was run by P/O Carmen May.", "It was run by Det Zooooooooo."},
      {"Det. I Singh ran it.", "Det Zooooooo ran it."},
      {"P.O. Carmen May ran it.", "Det Zoooooooooo ran it."},
      {"Rsv. Ofc. de la Cruz ran it.", "Det Zoooooo Zooooooo ran it."},
      {"DET. IÑIGUEZ RAN IT.", "DET ZOOOOOOOO RAN IT."},
      {"Sgt. St. John and Det. Jones ran it.", "Det Zoooooooo and Det Zooooo ran it."},
      {"Det. Cpl. Chief ran it.", "Det Zoooooooooo ran it."},
      {"PO To ran it.", "PO Zo ran it."},
      {"Det. Vance ran it.", "Det Zooooo ran it."},
      {"Det. Loewe ran it.", "Det Zooooo ran it."},
      {"Sgt. 1st Class Singh ran it.", "Det Zoooooo Zooooooo ran it."},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) masked_check(force, rows[i][0], rows[i][1]);
}

static void test_left(void) {
  static const char *const rows[] = {"In May I ran it.",
                                     "May ran it.",
                                     "Suspect May ran.",
                                     "Mr. May ran.",
                                     "I ran it on Main St. May helped.",
                                     "FR. May ran it.",
                                     "It was run by May",
                                     "John, a suspect, ran.",
                                     "He ran to the store.",
                                     "Det. Bell ran it.",
                                     "the chief was told",
                                     ""};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) masked_check(force, rows[i], NULL);
}

static void test_chiefs(void) { masked_check(force, "Chief May was told first.", "Chief Zoo was told first."); }

static void test_words(void) {
  g_assert_true(mask_word("zoo") && mask_word("zooooo"));
  g_assert_false(mask_word("zoe") || mask_word("z") || mask_word("zorro") || mask_word(""));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("mask", "an officer of the file is found behind any rank, however the surname is written", test_ranks);
  TEST("mask", "a month, a suspect, a street and who is in no file stay as they are", test_left);
  TEST("mask", "who is told rather than acts keeps the rank", test_chiefs);
  TEST("mask", "what a surname became is known again", test_words);
  return g_test_run();
}
