/* Reads whether the Chief or a designee was notified of the search, and whether before it: by words, by times or by order. */
#include <string.h>
#include "analyze/narrative/readers/readers.h"

#define EVENT_WITHIN 60 /* bytes between "before" and what it refers to */

enum order { ORDER_UNKNOWN, ORDER_NOTICE_FIRST, ORDER_SEARCH_FIRST };

/* The first search in the sentence that begins at AT or later; -1: none. */
static gssize event_from(const struct hits *events, gsize at) {
  for (guint i = 0; i < events->count; i++)
    if (events->at[i].start >= at) return (gssize)events->at[i].start;
  return -1;
}

/* What follows "before" is later, what follows "after" is earlier. */
static enum order connective_order(const struct hits *connectives, struct span notice, const struct hits *events, bool before) {
  for (guint i = 0; i < connectives->count; i++) {
    gsize end = span_end(connectives->at[i]);
    gssize event = event_from(events, end);
    bool notice_next = notice.start >= end && notice.start - end <= EVENT_WITHIN && (event < 0 || (gsize)event >= notice.start);
    bool event_next = event >= 0 && (gsize)event - end <= EVENT_WITHIN;
    if (notice_next) return before ? ORDER_SEARCH_FIRST : ORDER_NOTICE_FIRST;
    if (event_next) return before ? ORDER_NOTICE_FIRST : ORDER_SEARCH_FIRST;
  }
  return ORDER_UNKNOWN;
}

/* "He was told and then it was run." */
static enum order then_order(const struct hits *thens, struct span notice, const struct hits *events) {
  for (guint i = 0; i < thens->count; i++) {
    struct span then = thens->at[i];
    gssize event = event_from(events, 0);
    if (then.start > notice.start && event_from(events, span_end(then)) >= 0) return ORDER_NOTICE_FIRST;
    if (event >= 0 && (gsize)event < then.start && notice.start >= span_end(then)) return ORDER_SEARCH_FIRST;
  }
  return ORDER_UNKNOWN;
}

/* Minutes of the day; -1 if the words are not a time. */
static int clock_minutes(const struct sentence *sentence, struct span where) {
  int digits = 0, number = 0;
  bool afternoon = false, morning = false;
  for (gsize i = where.start; i < span_end(where); i++) {
    char c = sentence->text[i];
    if (g_ascii_isdigit(c)) number = number * 10 + (c - '0'), digits++;
    afternoon = afternoon || c == 'p' || c == 'P';
    morning = morning || c == 'a' || c == 'A';
  }
  int hour = number / 100, minute = number % 100;
  if (digits < 3 || hour > 24 || minute > 59) return -1;
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour == 12) hour = 0;
  return hour * 60 + minute;
}

static enum order times_order(int notice, int search) {
  if (notice < 0 || search < 0 || notice == search) return ORDER_UNKNOWN;
  return notice < search ? ORDER_NOTICE_FIRST : ORDER_SEARCH_FIRST;
}

/* "At 0810 hrs he was told; at 0835 hrs the search was made." */
static enum order clocks_order(const struct sentence *sentence, const struct hits *clocks, struct span notice,
                               const struct hits *events) {
  gssize event = event_from(events, 0);
  if (clocks->count != 2 || event < 0) return ORDER_UNKNOWN;
  int first = clock_minutes(sentence, clocks->group[0]), second = clock_minutes(sentence, clocks->group[1]);
  return (gsize)event > notice.start ? times_order(first, second) : times_order(second, first);
}

/* Compares the time in this sentence with that in the sentence of the search. */
static enum order sentences_order(struct reading *reading, guint number, const struct hits *clocks) {
  const struct sentence *use = reading->first_use == G_MAXUINT ? NULL : reading_sentence(reading, reading->first_use);
  struct hits others;
  if (!use || number == reading->first_use || clocks->count != 1) return ORDER_UNKNOWN;
  words_all(reading, W_CLOCK, use, &others);
  if (others.count != 1) return ORDER_UNKNOWN;
  return times_order(clock_minutes(reading_sentence(reading, number), clocks->group[0]), clock_minutes(use, others.group[0]));
}

/* A notice only intended: "will be notified", "I plan to tell the Chief". */
static bool notice_planned(const struct sentence *sentence, struct span notice, const struct hits *afters) {
  static const char *const words[] = {"will", "to be", "shall", "going to", "plan", "intend", "need"};
  for (guint i = 0; i < afters->count; i++) {
    struct span after = afters->at[i];
    if (after.start + 25 < notice.start || after.start > span_end(notice)) continue;
    for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
      if (!g_ascii_strncasecmp(sentence->text + after.start, words[k], strlen(words[k]))) return true;
  }
  return false;
}

static enum order sentence_order(struct reading *reading, guint number, const struct sentence *sentence, struct span notice) {
  struct hits events, befores, afters, thens, clocks;
  words_all(reading, W_SEARCHING, sentence, &events);
  words_all(reading, W_BEFORE, sentence, &befores);
  words_all(reading, W_AFTER, sentence, &afters);
  words_all(reading, W_THEN, sentence, &thens);
  words_all(reading, W_CLOCK, sentence, &clocks);
  enum order order = clocks_order(sentence, &clocks, notice, &events);
  if (!order && words_in(reading, W_NOTIFYING_FIRST, sentence)) order = ORDER_NOTICE_FIRST;
  if (!order) order = connective_order(&befores, notice, &events, true);
  if (!order) order = connective_order(&afters, notice, &events, false);
  if (!order) order = then_order(&thens, notice, &events);
  if (!order && words_in(reading, W_NOTICE_AFTER, sentence)) order = ORDER_SEARCH_FIRST;
  if (!order && words_in(reading, W_NOTICE_BEFORE, sentence)) order = ORDER_NOTICE_FIRST;
  if (!order) order = sentences_order(reading, number, &clocks);
  gssize event = event_from(&events, 0);
  if (!order && reading->first_use == number && event >= 0 && notice.start < (gsize)event) order = ORDER_NOTICE_FIRST;
  return order;
}

static enum meaning notice_time(struct reading *reading, guint number, const struct sentence *sentence, struct span notice) {
  struct hits afters;
  words_all(reading, W_NOTICE_AFTER, sentence, &afters);
  if (notice_planned(sentence, notice, &afters)) return SAYS_NOTICE_AFTER;
  enum order order = sentence_order(reading, number, sentence, notice);
  if (order) return order == ORDER_NOTICE_FIRST ? SAYS_NOTICE_BEFORE : SAYS_NOTICE_AFTER;
  return number < reading->first_use && reading->first_use != G_MAXUINT ? SAYS_NOTICE_BEFORE : SAYS_NOTICE_UNTIMED;
}

/* The clause with a notice that is not denied, in a sentence that denies something. */
struct undenied {
  struct sentence clause;
  struct span notice;
  bool found;
};

static void clause_notice(struct reading *reading, const struct sentence *clause, void *data) {
  struct undenied *undenied = data;
  struct span where;
  bool denied = words_in(reading, W_NOTICE_DENIED, clause);
  if (!words_first(reading, W_NOTICE, clause, &where, NULL)) {
    if (denied) undenied->found = false; /* "the Chief was called but could not be reached" */
  } else if (!denied) {
    *undenied = (struct undenied){*clause, where, true};
  }
}

static void notice_read(struct reading *reading, guint number, struct span notice) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct undenied undenied = {*sentence, notice, false};
  enum meaning meaning = SAYS_NOTICE_DENIED;
  if (!words_in(reading, W_NOTICE_DENIED, sentence) || words_in(reading, W_NOTIFYING_FIRST, sentence)) {
    meaning = notice_time(reading, number, sentence, notice);
  } else {
    clauses_each(reading, sentence, clause_notice, &undenied);
    if (undenied.found) meaning = notice_time(reading, number, &undenied.clause, undenied.notice);
  }
  statement_add(reading, meaning, number, notice, NO_VALUE);
}

void notices_read(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    struct span where;
    if (words_first(reading, W_NOTICE, sentence, &where, NULL)) notice_read(reading, i, where);
  }
}
