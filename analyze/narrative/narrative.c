/* Reads what a narrative says of facial recognition, sentence by sentence. Whether it was used, who searched, what came of it and
   what followed are read by use.c, searcher.c, result.c and followup.c. */
#define _GNU_SOURCE /* memmem */
#include "analyze/narrative/narrative.h"
#include <string.h>
#include "analyze/narrative/reading.h"
#include "analyze/words/sentence.h"
#include "analyze/told.h"

static const char *const meaning_names[MEANING_COUNT] = {
    "use",          "not used",      "searcher",         "reason",     "candidate",
    "no candidate", "corroborated",  "not corroborated", "action",     "notice before",
    "notice after", "notice denied", "notice untimed",   "search date"};

enum {
  STATEMENTS_FEW = 32,
  SENTENCE_MOST = 1 << 18 /* bytes: what goes on for longer is no prose, and patterns would take seconds over it */
};

const char *meaning_name(enum meaning meaning) { return meaning_names[meaning]; }

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
                                                 [W_BY_OFFICER] = "by_officer",
                                                 [W_PRONOUN] = "pronoun",
                                                 [W_TURN] = "turn",
                                                 [W_REASON] = "reason",
                                                 [W_DATE] = "date",
                                                 [W_OTHER_DATE] = "other_date",
                                                 [W_ELSEWHERE] = "elsewhere",
                                                 [W_NONE] = "none",
                                                 [W_FOUND] = "found",
                                                 [W_FOUND_UNNAMED] = "found_unnamed",
                                                 [W_PERSON] = "person",
                                                 [W_REFERRING] = "referring",
                                                 [W_BARE] = "bare",
                                                 [W_CONFIRMED] = "confirmed",
                                                 [W_UNCONFIRMED] = "unconfirmed",
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

const char *const narrative_files[] = {"analyze/lexicon/parts.txt",
                                       "analyze/lexicon/use.txt",
                                       "analyze/lexicon/result.txt",
                                       "analyze/lexicon/followup.txt",
                                       "analyze/lexicon/notice.txt",
                                       "analyze/lexicon/common.txt",
                                       NULL};

struct narrator *narrator_new(GHashTable *known, narrator_names *names, gconstpointer data) {
  struct narrator *narrator = g_new0(struct narrator, 1);
  narrator->lexicon = lexicon_load(narrative_files);
  narrator->known = known, narrator->names = names, narrator->names_data = data;
  narrator->told = told_new(narrator->lexicon);
  narrator->sentences = g_array_new(FALSE, TRUE, sizeof(struct sentence));
  narrator->spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  for (int i = 0; i < W_COUNT; i++) narrator->number[i] = lexicon_meaning(narrator->lexicon, words_names[i]);
  return narrator;
}

void narrator_free(struct narrator *narrator) {
  if (!narrator) return;
  lexicon_free(narrator->lexicon);
  told_free(narrator->told);
  g_array_unref(narrator->sentences), g_array_unref(narrator->spans);
  g_free(narrator);
}

/* ------------------------------------------------------------------------------------------------- words of a sentence */

struct sentence *reading_sentence(const struct reading *reading, guint number) {
  return number < reading->sentences->len ? &g_array_index(reading->sentences, struct sentence, number) : NULL;
}

/* The group that the patterns of these words have, if any. */
static const char *words_group(enum words words) { return words == W_DATE || words == W_DATED ? "when" : "who"; }

/* Steps over the match found last; inside a character none can begin. */
static gsize words_next(const char *text, gsize length, struct span found) {
  gsize next = found.start + MAX(found.length, 1);
  while (next < length && (text[next] & 0xC0) == 0x80) next++;
  return next;
}

/* Looks for the words with PCRE2: MOST hits at the most, remembered for the next time that this text stands somewhere. */
static enum told_state words_seek(const struct reading *reading, enum words words, const char *text, gsize length, guint most,
                                  struct told_text *held, struct hits *hits) {
  const struct narrator *narrator = reading->narrator;
  struct lexicon_text whole = {text, length, told_sifted(narrator->told, held, text, length)};
  enum lexicon_result answer = LEXICON_NO;
  gsize from = 0;
  for (hits->count = 0; hits->count < most && (from < length || !hits->count); hits->count++) {
    struct span *at = &hits->at[hits->count], *group = &hits->group[hits->count];
    answer = lexicon_find(narrator->lexicon, narrator->number[words], &whole, from, at, words_group(words), group);
    if (answer != LEXICON_YES) break;
    from = words_next(text, length, *at);
  }
  enum told_state state = answer == LEXICON_GAVE_UP ? TOLD_GAVE_UP : !hits->count ? TOLD_NO : most == 1 ? TOLD_FIRST : TOLD_ALL;
  if (hits->count && state != TOLD_GAVE_UP) told_keep(held, words, state, hits);
  else told_set(held, words, state);
  return state;
}

/* Looks in the text that HELD is known of. */
static bool held_find(struct reading *reading, enum words words, const char *text, gsize length, struct told_text *held,
                      struct span *where, struct span *group) {
  enum told_state state = told_state(held, words);
  if (state == TOLD_NO) return false;
  struct hits hits;
  if (state == TOLD_NOTHING) state = words_seek(reading, words, text, length, 1, held, &hits);
  if (state == TOLD_GAVE_UP) reading->gave_up = true;
  if (state == TOLD_NO || state == TOLD_GAVE_UP) return false;
  told_first(held, words, where, group);
  return true;
}

bool words_find(struct reading *reading, enum words words, const char *text, gsize length, struct span *where,
                struct span *group) {
  return held_find(reading, words, text, length, told_of(reading->narrator->told, text, length), where, group);
}

static struct told_text *sentence_held(const struct reading *reading, const struct sentence *sentence) {
  return sentence->held ? sentence->held : told_of(reading->narrator->told, sentence->text, sentence->length);
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
  struct told_text *held = sentence_held(reading, sentence);
  enum told_state state = told_state(held, words);
  hits->count = 0;
  if (state == TOLD_ALL) told_hits(held, words, hits);
  else if (state == TOLD_NOTHING || state == TOLD_FIRST)
    state = words_seek(reading, words, sentence->text, sentence->length, HITS_MOST, held, hits);
  if (state == TOLD_GAVE_UP) reading->gave_up = true;
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

struct statement *statement_add(struct reading *reading, enum meaning meaning, guint sentence, struct span words,
                                struct slice value) {
  struct statement statement = {.meaning = meaning, .value = value, .sentence = sentence};
  statement.start = reading_sentence(reading, sentence)->start + words.start;
  statement.length = words.length;
  g_array_append_val(reading->statements, statement);
  return &g_array_index(reading->statements, struct statement, reading->statements->len - 1);
}

static bool statement_before(const struct statement *one, const struct statement *two) {
  return one->start != two->start ? one->start < two->start : one->meaning < two->meaning;
}

static gint statement_order(gconstpointer a, gconstpointer b) { return statement_before(a, b) ? -1 : statement_before(b, a); }

/* Nearly always they are few, and nearly in order. */
static void statements_sort(GArray *statements) {
  struct statement *at = (struct statement *)(void *)statements->data;
  if (statements->len > STATEMENTS_FEW) g_array_sort(statements, statement_order);
  else
    for (guint i = 1; i < statements->len; i++)
      for (guint k = i; k && statement_before(&at[k], &at[k - 1]); k--) {
        struct statement held = at[k];
        at[k] = at[k - 1], at[k - 1] = held;
      }
}

/* ------------------------------------------------------------------------------------------------- a narrative */

/* False where a sentence is too long to be read. */
static bool sentences_prepare(struct narrator *narrator, const char *text, gsize length) {
  g_array_set_size(narrator->sentences, 0), g_array_set_size(narrator->spans, 0);
  sentences_split(text, length, narrator->spans);
  for (guint i = 0; i < narrator->spans->len; i++) {
    struct span span = g_array_index(narrator->spans, struct span, i);
    if (span.length > SENTENCE_MOST) return false;
    struct told_text *held = told_of(narrator->told, text + span.start, span.length);
    struct sentence sentence = {text + span.start, span.start, span.length, held, false, false, false, false};
    g_array_append_val(narrator->sentences, sentence);
  }
  return true;
}

static void sentences_read(struct reading *reading) {
  uses_read(reading);
  forms_read(reading);
  if (reading->first_use != G_MAXUINT || reading->in_case) {
    searchers_read(reading);
    reasons_read(reading);
    results_read(reading);
    followups_read(reading);
    notices_read(reading);
  }
  statements_sort(reading->statements);
}

/* A name may stand across the end of a sentence, too. */
static bool system_named(struct reading *reading, const char *text, gsize length) {
  struct span where;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->system) return true;
  return words_find(reading, W_SYSTEM, text, length, &where, NULL);
}

bool narrative_read(struct narrator *narrator, const char *text, gsize length, bool in_case, GArray *statements, GArray *people,
                    bool *mentions) {
  g_array_set_size(statements, 0), g_array_set_size(people, 0);
  told_begin(narrator->told);
  *mentions = false;
  if (!sentences_prepare(narrator, text, length)) return false;
  struct reading reading = {.narrator = narrator,
                            .sentences = narrator->sentences,
                            .statements = statements,
                            .in_case = in_case,
                            .first_use = G_MAXUINT};
  sentences_read(&reading);
  *mentions = system_named(&reading, text, length);
  if (narrator->names && (in_case || reading.first_use != G_MAXUINT)) narrator->names(text, people, narrator->names_data);
  return !reading.gave_up;
}
