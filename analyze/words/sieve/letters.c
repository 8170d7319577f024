/* Builds texts letter by letter while an expression is read; pattern_needs.c decides what they mean for a pattern. */
#include "analyze/words/sieve/letters.h"
#include <string.h>

char letter_of(guchar byte) { return g_ascii_isalnum(byte) || byte == '_' ? g_ascii_tolower((gchar)byte) : ' '; }

/* False if there is no room. Adjacent blanks become one. */
static bool letter_put(struct letters *text, char letter) {
  if (letter == ' ' && text->length && text->at[text->length - 1] == ' ') return true;
  if (text->length == LETTERS_MOST) return false;
  text->at[text->length++] = letter;
  text->at[text->length] = 0;
  return true;
}

bool run_add(struct run *run, const struct letters *text) {
  for (guint i = 0; i < run->count; i++)
    if (!strcmp(run->texts[i].at, text->at)) return true;
  if (run->count == RUN_MOST) return false;
  run->texts[run->count++] = *text;
  return true;
}

bool run_put(struct run *run, char letter) {
  for (guint i = 0; i < run->count; i++)
    if (run->texts[i].length == LETTERS_MOST) return false;
  for (guint i = 0; i < run->count; i++) letter_put(&run->texts[i], letter);
  return true;
}

bool run_join(struct run *run, const struct run *more) {
  struct run joined = {.count = 0};
  if (run->count * more->count > RUN_MOST) return false;
  for (guint i = 0; i < run->count * more->count; i++) {
    struct letters text = run->texts[i / more->count];
    for (const char *letter = more->texts[i % more->count].at; *letter; letter++)
      if (!letter_put(&text, *letter)) return false;
    run_add(&joined, &text);
  }
  *run = joined;
  return true;
}

const char *run_end(const struct run *run) {
  for (guint i = 0; i < run->count; i++)
    if (!run->texts[i].length || run->texts[i].at[run->texts[i].length - 1] != ' ') return "";
  return " ";
}
