/* libFuzzer: any two texts as cells: names, numbers, dates, what a cell states, how it is shown. What is compared is the same
   from both sides where it must be, and what is shown has nothing that a reader does not see. */
#include "tests/fuzz.h"
#include "analyze/number/number.h"
#include "analyze/people/name.h"
#include "include/cell/cell_state.h"
#include "include/cell/moment.h"
#include "include/text.h"

static void names_check(const char *one, const char *other) {
  MUST(name_compare(one, other) == name_compare(other, one));
  g_autofree char *key = name_key(one), *again = name_key(key);
  MUST(strlen(again) <= strlen(key));
  for (int whole = 0; whole < 2; whole++) {
    const char *last = whole ? NULL : other, *first = whole ? other : "Ann";
    officer_compare(one, last, first);
    officer_mentioned(one, last, first, 0, strlen(one));
    officer_searches(one, last, first);
  }
  name_bears(one, other, "Ann");
}

static void numbers_check(const char *one, const char *other) {
  static struct numbers *numbers;
  if (!numbers) {
    numbers = numbers_new("Harbor Police Department", NULL, NULL);
    for (int i = 1; i < 40; i++) {
      g_autofree char *number = g_strdup_printf("23-%05d", i * 37);
      numbers_learn(numbers, number, G_MININT32);
    }
    numbers_settle(numbers);
  }
  struct citation cited[CITATIONS_MOST];
  MUST(numbers_read(numbers, one, false, 19000, cited) >= 1);
  guint found = numbers_read(numbers, other, true, 19000, cited);
  MUST(found <= CITATIONS_MOST);
  for (guint i = 0; i < found; i++) {
    g_autofree char *key = citation_key(&cited[i]);
    MUST(strlen(cited[i].text) < sizeof cited[i].text && (!key || *key));
  }
  g_autofree char *supplement = NULL, *key = numbers_key(numbers, one, &supplement);
  MUST(key);
  numbers_spoilt(numbers, other);
}

static void text_check(const char *text) {
  g_autofree char *shown = text_show(text, true), *again = text_show(shown, true), *key = text_key(text), *twice = text_key(key);
  MUST(!strcmp(shown, again) && !strchr(shown, '\n') && !strchr(shown, 27));
  MUST(!strcmp(key, twice));
  struct cell_time time;
  cell_time(text, ORDER_UNKNOWN, &time);
  if (cell_state(text) == CELL_EMPTY) MUST(!g_ascii_isalnum(*text));
  cell_placeholder(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  g_autofree char *one = NULL, *other = NULL;
  fuzz_texts(bytes, count, &one, &other);
  text_check(one);
  numbers_check(one, other);
  names_check(one, other);
  return 0;
}
