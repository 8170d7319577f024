/* Reads a narrative: splits it into sentences and lets the readers (readers.h) make statements of it, one after another. */
#include "analyze/narrative/narrative.h"
#include "analyze/narrative/readers/readers.h"
#include "analyze/words/sentence.h"
#include "analyze/narrative/readers/match_cache.h"

static const char *const meaning_names[MEANING_COUNT] = {
    "use",           "not used",         "searcher",        "reason",        "candidate",     "no candidate",
    "corroborated",  "not corroborated", "means named",     "action",        "notice before", "notice after",
    "notice denied", "notice untimed",   "searcher untold", "reason untold", "search date"};

enum { STATEMENTS_FEW = 32 };

const char *meaning_name(enum meaning meaning) { return meaning_names[meaning]; }

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
  narrator->cache = cache_new(narrator->lexicon);
  narrator->sentences = g_array_new(FALSE, TRUE, sizeof(struct sentence));
  narrator->spans = g_array_new(FALSE, FALSE, sizeof(struct span));
  for (int i = 0; i < W_COUNT; i++) narrator->number[i] = words_number(narrator->lexicon, (enum words)i);
  return narrator;
}

void narrator_free(struct narrator *narrator) {
  if (!narrator) return;
  lexicon_free(narrator->lexicon);
  cache_free(narrator->cache);
  g_array_unref(narrator->sentences), g_array_unref(narrator->spans);
  g_free(narrator);
}

static bool statement_before(const struct statement *one, const struct statement *two) {
  return one->start != two->start ? one->start < two->start : one->meaning < two->meaning;
}

static gint statement_order(gconstpointer a, gconstpointer b) { return statement_before(a, b) ? -1 : statement_before(b, a); }

/* There are nearly always few, nearly in order. */
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

static void sentences_prepare(struct narrator *narrator, const char *text, gsize length) {
  g_array_set_size(narrator->sentences, 0), g_array_set_size(narrator->spans, 0);
  sentences_split(text, length, narrator->spans);
  for (guint i = 0; i < narrator->spans->len; i++) {
    struct span span = g_array_index(narrator->spans, struct span, i);
    struct cache_text *held = cache_of(narrator->cache, text + span.start, span.length);
    struct sentence sentence = {text + span.start, span.start, span.length, held, false, false, false, false};
    g_array_append_val(narrator->sentences, sentence);
  }
}

static void sentences_read(struct reading *reading) {
  uses_read(reading);
  forms_read(reading);
  if (reading->first_use != G_MAXUINT || reading->in_case) {
    searchers_read(reading);
    search_dates_read(reading);
    reasons_read(reading);
    untold_read(reading);
    results_read(reading);
    followups_read(reading);
    notices_read(reading);
  }
  statements_sort(reading->statements);
}

/* A name may run across the end of a sentence. */
static bool system_named(struct reading *reading, const char *text, gsize length) {
  struct span where;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->system) return true;
  return words_find(reading, W_SYSTEM, text, length, &where, NULL);
}

bool narrative_read(struct narrator *narrator, const char *text, gsize length, bool in_case, GArray *statements, GArray *people,
                    bool *mentions) {
  g_array_set_size(statements, 0), g_array_set_size(people, 0);
  cache_begin(narrator->cache);
  sentences_prepare(narrator, text, length);
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
