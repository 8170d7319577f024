/* libFuzzer: any text as a narrative, read by the word lists and by the second reader. What is stated stands in the text, and
   layout is undone without losing a place. */
#include "tests/fuzz.h"
#include "analyze/narrative/narrative.h"
#include "analyze/second/second.h"
#include "analyze/words/narrative_text.h"

static void statements_check(const GArray *statements, const char *plain, gsize length) {
  for (guint i = 0; i < statements->len; i++) {
    const struct statement *statement = &g_array_index(statements, struct statement, i);
    MUST(statement->start + statement->length <= length);
    MUST(g_utf8_validate(plain + statement->start, (gssize)statement->length, NULL));
    if (!statement->value.length) continue; /* none, or a person whom no word names */
    MUST(statement->value.text >= plain && statement->value.text + statement->value.length <= plain + length);
  }
}

static void second_check(struct second *second, const char *plain, gsize length) {
  struct second_answer answers[SECOND_QUESTIONS];
  second_read(second, plain, length, answers);
  for (guint i = 0; i < SECOND_QUESTIONS; i++) MUST(span_end(answers[i].sentence) <= length);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static struct narrator *narrator;
  static struct second *second;
  static struct plain *made;
  if (!narrator) narrator = narrator_new(NULL, NULL, NULL), second = second_open(), made = plain_new(NULL, NULL);
  if (!count) return 0;
  g_autofree char *text = fuzz_text(bytes + 1, count - 1);
  gsize written = strlen(text), length;
  const char *plain = plain_make(made, text, written, &length);
  MUST(strlen(plain) == length && g_utf8_validate(plain, (gssize)length, NULL));
  g_autoptr(GArray) statements = g_array_new(FALSE, TRUE, sizeof(struct statement));
  g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
  bool mentions = false;
  if (narrative_read(narrator, plain, length, *bytes & 1, statements, people, &mentions))
    statements_check(statements, plain, length);
  for (guint i = 0; i < statements->len; i++) {
    const struct statement *statement = &g_array_index(statements, struct statement, i);
    MUST(span_end(plain_written(made, (struct span){statement->start, statement->length})) <= written);
  }
  second_check(second, plain, length);
  return 0;
}
