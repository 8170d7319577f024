/* Serves the readers of a narrative: finds words in a sentence or a clause of one, remembers them, and makes statements. The
   readers decide which words to look for, and where. */
#define _GNU_SOURCE /* memmem */
#include "analyze/narrative/readers/reading.h"
#include <string.h>
#include "analyze/narrative/readers/match_cache.h"

static const char *const words_names[W_COUNT] = {[W_SYSTEM] = "system",
                                                 [W_FOREIGN] = "foreign",
                                                 [W_BOILERPLATE] = "boilerplate",
                                                 [W_DENIED] = "denied",
                                                 [W_PLANNED] = "planned",
                                                 [W_FAILED] = "failed",
                                                 [W_RAN] = "ran",
                                                 [W_HAD_RUN] = "had_run",
                                                 [W_WAS_RUN] = "was_run",
                                                 [W_SPOKEN] = "spoken",
                                                 [W_SELF] = "self",
                                                 [W_OFFICER] = "officer",
                                                 [W_DELEGATED] = "delegated",
                                                 [W_BY_SELF] = "by_self",
                                                 [W_ORGANIZATION_RAN] = "organization_ran",
                                                 [W_BY_OFFICER] = "by_officer",
                                                 [W_OTHER_PART] = "other_part",
                                                 [W_JOINT] = "joint",
                                                 [W_CAUSED] = "caused",
                                                 [W_PRONOUN] = "pronoun",
                                                 [W_TURN] = "turn",
                                                 [W_REASON] = "reason",
                                                 [W_REASON_CASE] = "reason_case",
                                                 [W_SEARCHER_UNTOLD] = "searcher_untold",
                                                 [W_REASON_UNTOLD] = "reason_untold",
                                                 [W_DATE] = "date",
                                                 [W_OTHER_DATE] = "other_date",
                                                 [W_ELSEWHERE] = "elsewhere",
                                                 [W_NONE] = "none",
                                                 [W_FOUND] = "found",
                                                 [W_FOUND_UNNAMED] = "found_unnamed",
                                                 [W_EXCLUDED] = "excluded",
                                                 [W_PERSON] = "person",
                                                 [W_REFERRING] = "referring",
                                                 [W_BARE] = "bare",
                                                 [W_CONFIRMED] = "confirmed",
                                                 [W_UNCONFIRMED] = "unconfirmed",
                                                 [W_MEANS] = "means_named",
                                                 [W_ACTION] = "action",
                                                 [W_INACTION] = "inaction",
                                                 [W_NOTICE] = "notice",
                                                 [W_NOTICE_DENIED] = "notice_denied",
                                                 [W_NOTICE_AFTER] = "notice_after",
                                                 [W_NOTICE_BEFORE] = "notice_before",
                                                 [W_NOTIFYING_FIRST] = "notifying_first",
                                                 [W_ANONYMOUS] = "anonymous",
                                                 [W_CREDIT] = "credit",
                                                 [W_REASON_LABEL] = "reason_label",
                                                 [W_DATED] = "dated",
                                                 [W_PIECE] = "piece",
                                                 [W_ACT] = "act",
                                                 [W_UNDONE] = "undone",
                                                 [W_LABEL] = "label",
                                                 [W_COMMON] = "common",
                                                 [W_PLACE] = "place",
                                                 [W_SUBJECT_NAMED] = "subject_named",
                                                 [W_STRONG] = "strong",
                                                 [W_UNRELATED] = "unrelated",
                                                 [W_SEARCHING] = "searching_event",
                                                 [W_BEFORE] = "before",
                                                 [W_AFTER] = "after",
                                                 [W_THEN] = "then",
                                                 [W_CLOCK] = "clock"};

int words_number(const struct lexicon *lexicon, enum words words) { return lexicon_meaning(lexicon, words_names[words]); }

struct sentence *reading_sentence(const struct reading *reading, guint number) {
  return number < reading->sentences->len ? &g_array_index(reading->sentences, struct sentence, number) : NULL;
}

/* The group that the patterns of these words have, if any. */
static const char *words_group(enum words words) { return words == W_DATE || words == W_DATED ? "when" : "who"; }

/* Skips the last match; the next cannot begin inside a character. */
static gsize words_next(const char *text, gsize length, struct span found) {
  gsize next = found.start + MAX(found.length, 1);
  while (next < length && (text[next] & 0xC0) == 0x80) next++;
  return next;
}

/* Looks for the words with PCRE2: at most MOST hits, remembered for the next time that this text occurs. */
static enum cache_state words_seek(const struct reading *reading, enum words words, const char *text, gsize length, guint most,
                                   struct cache_text *held, struct hits *hits) {
  const struct narrator *narrator = reading->narrator;
  struct lexicon_text whole = {text, length, cache_sifted(narrator->cache, held, text, length)};
  enum lexicon_result answer = LEXICON_NO;
  gsize from = 0;
  for (hits->count = 0; hits->count < most && (from < length || !hits->count); hits->count++) {
    struct span *at = &hits->at[hits->count], *group = &hits->group[hits->count];
    answer = lexicon_find(narrator->lexicon, narrator->number[words], &whole, from, at, words_group(words), group);
    if (answer != LEXICON_YES) break;
    from = words_next(text, length, *at);
  }
  enum cache_state state = answer == LEXICON_GAVE_UP ? CACHE_GAVE_UP
                           : !hits->count            ? CACHE_NO
                           : most == 1               ? CACHE_FIRST
                                                     : CACHE_ALL;
  if (hits->count && state != CACHE_GAVE_UP) cache_keep(held, words, state, hits);
  else cache_set(held, words, state);
  return state;
}

/* Looks in the text to which HELD belongs. */
static bool held_find(struct reading *reading, enum words words, const char *text, gsize length, struct cache_text *held,
                      struct span *where, struct span *group) {
  enum cache_state state = cache_state(held, words);
  if (state == CACHE_NO) return false;
  struct hits hits;
  if (state == CACHE_NOTHING) state = words_seek(reading, words, text, length, 1, held, &hits);
  if (state == CACHE_GAVE_UP) reading->gave_up = true;
  if (state == CACHE_NO || state == CACHE_GAVE_UP) return false;
  cache_first(held, words, where, group);
  return true;
}

bool words_find(struct reading *reading, enum words words, const char *text, gsize length, struct span *where,
                struct span *group) {
  return held_find(reading, words, text, length, cache_of(reading->narrator->cache, text, length), where, group);
}

static struct cache_text *sentence_held(const struct reading *reading, const struct sentence *sentence) {
  return sentence->held ? sentence->held : cache_of(reading->narrator->cache, sentence->text, sentence->length);
}

bool words_first(struct reading *reading, enum words words, const struct sentence *sentence, struct span *where,
                 struct span *group) {
  return held_find(reading, words, sentence->text, sentence->length, sentence_held(reading, sentence), where, group);
}

bool words_in(struct reading *reading, enum words words, const struct sentence *sentence) {
  struct span where;
  return words_first(reading, words, sentence, &where, NULL);
}

void words_all(struct reading *reading, enum words words, const struct sentence *sentence, struct hits *hits) {
  struct cache_text *held = sentence_held(reading, sentence);
  enum cache_state state = cache_state(held, words);
  hits->count = 0;
  if (state == CACHE_ALL) cache_hits(held, words, hits);
  else if (state == CACHE_NOTHING || state == CACHE_FIRST)
    state = words_seek(reading, words, sentence->text, sentence->length, HITS_MOST, held, hits);
  if (state == CACHE_GAVE_UP) reading->gave_up = true;
}

bool hit_overlaps(struct span span, const struct hits *hits) {
  for (guint i = 0; i < hits->count; i++)
    if (span.start < hits->at[i].start + hits->at[i].length && hits->at[i].start < span.start + span.length) return true;
  return false;
}

void pieces_each(struct reading *reading, enum words words, const struct sentence *sentence, clause_taker *take, void *data) {
  struct hits turns;
  words_all(reading, words, sentence, &turns);
  gsize start = 0;
  for (guint i = 0; i <= turns.count; i++) {
    gsize end = i < turns.count ? turns.at[i].start : sentence->length;
    struct sentence clause = *sentence;
    clause.text += start, clause.start += start, clause.length = end - start;
    if (turns.count) clause.held = NULL;
    if (end > start) take(reading, &clause, data);
    start = end;
  }
}

void clauses_each(struct reading *reading, const struct sentence *sentence, clause_taker *take, void *data) {
  pieces_each(reading, W_TURN, sentence, take, data);
}

/* ------------------------------------------------------------------------------------------------- statements */

struct slice sentence_slice(const struct sentence *sentence, struct span span) {
  return (struct slice){sentence->text + span.start, span.length};
}

bool slice_holds(struct slice slice, struct slice words) {
  return slice.text && memmem(slice.text, slice.length, words.text, words.length);
}

bool beside_use(const struct reading *reading, guint number) {
  for (guint i = number > 3 ? number - 3 : 0; i <= number + 3 && i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->used) return true;
  return false;
}

struct statement *statement_add(struct reading *reading, enum meaning meaning, guint sentence, struct span words,
                                struct slice value) {
  struct statement statement = {.meaning = meaning, .value = value, .sentence = sentence};
  statement.start = reading_sentence(reading, sentence)->start + words.start;
  statement.length = words.length;
  g_array_append_val(reading->statements, statement);
  return &g_array_index(reading->statements, struct statement, reading->statements->len - 1);
}
