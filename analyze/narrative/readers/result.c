/* Reads the result of a search: a candidate with or without a name, or none. Results of anything else are left out. */
#include <string.h>
#include "analyze/narrative/readers/sentence_names.h"
#include "analyze/narrative/readers/readers.h"

#define NAME_AFTER 110 /* bytes between "returned" and the name */
#define NAME_BEFORE 60
#define NEAR 2 /* sentences after the search in which "it" and "nobody" refer to it */

struct result_words {
  struct hits found, none, persons, officers, elsewhere, strong, systems, reasons, notices;
};

/* "As he would not provide a name" is a reason, not a result: if two overlap, the first counts. */
static void reasons_leave(const struct result_words *words, struct hits *from) {
  guint kept = 0;
  for (guint i = 0; i < from->count; i++) {
    struct span hit = from->at[i];
    bool reason = false;
    for (guint k = 0; k < words->reasons.count; k++) {
      struct span why = words->reasons.at[k];
      reason = reason || (why.start <= hit.start && hit.start < span_end(why));
    }
    if (!reason) from->at[kept] = from->at[i], from->group[kept++] = from->group[i];
  }
  from->count = kept;
}

static void result_words_find(struct reading *reading, const struct sentence *sentence, struct result_words *words) {
  words_all(reading, W_FOUND, sentence, &words->found);
  words_all(reading, W_NONE, sentence, &words->none);
  persons_find(reading, sentence, &words->persons);
  words_all(reading, W_OFFICER, sentence, &words->officers);
  words_all(reading, W_ELSEWHERE, sentence, &words->elsewhere);
  words_all(reading, W_NOTICE, sentence, &words->notices);
  words_all(reading, W_STRONG, sentence, &words->strong);
  words_all(reading, W_SYSTEM, sentence, &words->systems);
  words_all(reading, W_REASON, sentence, &words->reasons);
  reasons_leave(words, &words->elsewhere);
  reasons_leave(words, &words->none);
  reasons_leave(words, &words->found);
  reasons_leave(words, &words->persons);
}

/* The start of the last hit before AT, or -1. */
static gssize last_before(const struct hits *hits, gsize at) {
  gssize last = -1;
  for (guint i = 0; i < hits->count; i++)
    if (hits->at[i].start < at) last = (gssize)hits->at[i].start;
  return last;
}

/* A result belongs to whatever was named last before it: the search, or a canvass. */
static bool bound_to_search(const struct result_words *words, struct span result) {
  gssize other = last_before(&words->elsewhere, result.start);
  gsize end = result.start + 1; /* "search was a bust" names it itself */
  return other < 0 || MAX(last_before(&words->systems, end), last_before(&words->strong, end)) > other;
}

static bool candidate_told(const struct reading *reading) {
  for (guint i = 0; i < reading->statements->len; i++)
    if (g_array_index(reading->statements, struct statement, i).meaning == SAYS_CANDIDATE) return true;
  return false;
}

/* Whether this sentence may be about the search's result. LAST is the last one that mentioned the search. */
static bool sentence_eligible(struct reading *reading, guint number, guint last) {
  const struct sentence *sentence = reading_sentence(reading, number);
  if (sentence->system) return sentence->used || reading->in_case || number > reading->first_use;
  if (last == G_MAXUINT && !reading->in_case) return false;
  if (words_in(reading, W_STRONG, sentence)) return true;
  if (words_in(reading, W_ELSEWHERE, sentence)) return false;
  if (sentence->search) return true;
  if (last == G_MAXUINT || number - last > NEAR) return false;
  return words_in(reading, W_REFERRING, sentence) || words_in(reading, W_BARE, sentence) ||
         (number - last == 1 && !candidate_told(reading) && words_in(reading, W_SUBJECT_NAMED, sentence));
}

/* Officers are not candidates: neither those with a title nor the one who searched. */
static bool person_possible(struct reading *reading, const struct sentence *sentence, const struct result_words *words,
                            struct span person) {
  for (guint k = 0; k < words->officers.count; k++) {
    struct span officer = words->officers.group[k];
    if (officer.length && person.start >= officer.start && person.start < span_end(officer)) return false;
  }
  struct slice name = sentence_slice(sentence, person);
  for (guint k = 0; k < reading->statements->len; k++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, k);
    if (made->meaning == SAYS_SEARCHER && slice_holds(made->value, name)) return false;
  }
  return !hit_overlaps(person, &words->systems) && !hit_overlaps(person, &words->notices);
}

/* The first name after the words by which a result was found. */
static bool name_after(struct reading *reading, const struct sentence *sentence, const struct result_words *words,
                       struct span cue, struct span *name) {
  for (guint i = 0; i < words->persons.count; i++) {
    struct span person = words->persons.at[i];
    if (person.start < span_end(cue) || person.start - span_end(cue) > NAME_AFTER) continue;
    if (!person_possible(reading, sentence, words, person)) continue;
    *name = person;
    return true;
  }
  return false;
}

static bool name_before(struct reading *reading, const struct sentence *sentence, const struct result_words *words,
                        struct span cue, struct span *name) {
  for (guint i = words->persons.count; i-- > 0;) {
    struct span person = words->persons.at[i];
    if (span_end(person) > cue.start || cue.start - span_end(person) > NAME_BEFORE) continue;
    if (!person_possible(reading, sentence, words, person)) continue;
    *name = person;
    return true;
  }
  return false;
}

/* Something about the search must precede a result, unless the sentence begins with it. */
static bool cue_counts(const struct result_words *words, const struct sentence *sentence, struct span cue) {
  if (hit_overlaps(cue, &words->none) || !bound_to_search(words, cue)) return false;
  if (!sentence->system) return true;
  return last_before(&words->systems, span_end(cue)) >= 0 || last_before(&words->strong, span_end(cue)) >= 0;
}

static bool candidate_state(struct reading *reading, guint number, const struct result_words *words, struct span name,
                            gsize cue) {
  const struct sentence *sentence = reading_sentence(reading, number);
  if (last_before(&words->none, MAX(name.start, cue)) >= 0) return false;
  statement_add(reading, SAYS_CANDIDATE, number, name, sentence_slice(sentence, name));
  return true;
}

/* "Hale was returned": the name itself is the subject of the result. */
static bool candidate_is_subject(struct reading *reading, guint number, const struct result_words *words) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits subjects;
  words_all(reading, W_SUBJECT_NAMED, sentence, &subjects);
  for (guint i = 0; i < subjects.count; i++)
    for (guint k = words->persons.count; k-- > 0;) {
      struct span who = subjects.group[i], person = words->persons.at[k];
      if (person.start < who.start || span_end(person) > span_end(who)) continue;
      if (!bound_to_search(words, who) || !person_possible(reading, sentence, words, person)) continue;
      if (candidate_state(reading, number, words, person, person.start)) return true;
    }
  return false;
}

static bool candidate_named(struct reading *reading, guint number, const struct result_words *words) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span name;
  if (!words->persons.count) return false;
  if (candidate_is_subject(reading, number, words)) return true;
  for (int before = 0; before < 2; before++)
    for (guint i = 0; i < words->found.count; i++) {
      struct span cue = words->found.at[i];
      if (!cue_counts(words, sentence, cue)) continue;
      if (before ? !name_before(reading, sentence, words, cue, &name) : !name_after(reading, sentence, words, cue, &name))
        continue;
      if (candidate_state(reading, number, words, name, cue.start)) return true;
    }
  return false;
}

static bool result_read(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct result_words words;
  struct hits unnamed;
  result_words_find(reading, sentence, &words);
  if (candidate_named(reading, number, &words)) return true;
  for (guint i = 0; i < words.none.count; i++)
    if (bound_to_search(&words, words.none.at[i])) {
      statement_add(reading, SAYS_NO_CANDIDATE, number, words.none.at[i], NO_VALUE);
      return true;
    }
  words_all(reading, W_FOUND_UNNAMED, sentence, &unnamed);
  reasons_leave(&words, &unnamed);
  for (guint i = 0; i < unnamed.count; i++)
    if (bound_to_search(&words, unnamed.at[i])) {
      statement_add(reading, SAYS_CANDIDATE, number, unnamed.at[i], NO_VALUE);
      return true;
    }
  return false;
}

/* An unnamed candidate adds nothing if one is named, or if all were ruled out afterwards. */
static void unnamed_drop(struct reading *reading) {
  bool better = false;
  for (guint i = reading->statements->len; i-- > 0;) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    better = better || (made->meaning == SAYS_CANDIDATE && made->value.text);
  }
  for (guint i = reading->statements->len; i-- > 0;) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    better = better || made->meaning == SAYS_NO_CANDIDATE;
    if (better && made->meaning == SAYS_CANDIDATE && !made->value.text) g_array_remove_index(reading->statements, i);
  }
}

/* The candidate's statement if exactly one is named; NULL otherwise. */
static const struct statement *candidate_only(const struct reading *reading) {
  const struct statement *only = NULL;
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning == SAYS_NO_CANDIDATE) return NULL;
    if (made->meaning != SAYS_CANDIDATE) continue;
    if (only && (only->value.length != made->value.length || !slice_holds(only->value, made->value))) return NULL;
    only = made;
  }
  return only;
}

/* "The candidate was Hale, who was ruled out": after the name, or in the following sentences. */
static void exclusion_read(struct reading *reading) {
  const struct statement *only = candidate_only(reading);
  guint first = only ? only->sentence : 0, last = only ? MIN(first + NEAR, reading->sentences->len - 1) : 0;
  gsize named = only ? only->start + only->length : 0;
  for (guint i = first; only && i <= last; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    struct hits excluded;
    words_all(reading, W_EXCLUDED, sentence, &excluded);
    for (guint k = 0; k < excluded.count; k++) {
      if (sentence->start + excluded.at[k].start < named) continue;
      statement_add(reading, SAYS_NO_CANDIDATE, i, excluded.at[k], NO_VALUE);
      return;
    }
  }
}

void results_read(struct reading *reading) {
  guint last = G_MAXUINT;
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    bool about = sentence->used || sentence->search;
    if (sentence_eligible(reading, i, last) && (result_read(reading, i) || words_in(reading, W_STRONG, sentence))) about = true;
    if (about) last = i;
  }
  unnamed_drop(reading);
  exclusion_read(reading);
}
