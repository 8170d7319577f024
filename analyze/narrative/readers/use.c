/* Reads whether each sentence names a system, and whether it states or denies a use. */
#include "analyze/narrative/readers/readers.h"
#include <string.h>

/* ------------------------------------------------------------------------------------------------- used or not */

static const enum words off_words[] = {W_DENIED, W_PLANNED, W_FAILED};
static const enum words done_words[] = {W_RAN, W_HAD_RUN, W_WAS_RUN};

/* All places where a search is denied, planned or fails. */
static void offs_find(struct reading *reading, const struct sentence *sentence, struct hits *offs) {
  offs->count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(off_words); i++) {
    struct hits more;
    words_all(reading, off_words[i], sentence, &more);
    for (guint k = 0; k < more.count && offs->count < HITS_MOST; k++) offs->at[offs->count++] = more.at[k];
  }
}

static bool search_done(struct reading *reading, const struct sentence *sentence, const struct hits *offs) {
  for (gsize i = 0; i < G_N_ELEMENTS(done_words); i++) {
    struct hits hits;
    words_all(reading, done_words[i], sentence, &hits);
    for (guint k = 0; k < hits.count; k++)
      if (!hit_overlaps(hits.at[k], offs)) return true;
  }
  return false;
}

/* A clause that names the system and describes an act, unless something in it says otherwise. */
static void piece_judge(struct reading *reading, const struct sentence *piece, void *data) {
  struct hits offs;
  bool *done = data;
  if (*done || !words_in(reading, W_SYSTEM, piece) || !words_in(reading, W_ACT, piece) || words_in(reading, W_UNDONE, piece))
    return;
  offs_find(reading, piece, &offs);
  *done = !offs.count;
}

static bool act_told(struct reading *reading, const struct sentence *sentence) {
  bool done = false;
  pieces_each(reading, W_PIECE, sentence, piece_judge, &done);
  return done;
}

/* In a sentence with a denial a clause counts only if it names the system and denies nothing itself. */
static void clause_judge(struct reading *reading, const struct sentence *clause, void *data) {
  struct hits offs;
  bool *done = data;
  if (!words_in(reading, W_SYSTEM, clause)) return;
  offs_find(reading, clause, &offs);
  if (!offs.count && search_done(reading, clause, &offs)) *done = true;
}

/* "The store's own system", a phone, a policy, a class: a use only if an officer acts in the same sentence. */
static bool sentence_foreign(struct reading *reading, const struct sentence *sentence) {
  struct hits ran;
  struct span where;
  if (!words_in(reading, W_FOREIGN, sentence)) return false;
  words_all(reading, W_RAN, sentence, &ran);
  for (guint i = 0; i < ran.count; i++) {
    gsize before = ran.at[i].start, from = before > 40 ? before - 40 : 0;
    while (from < before && (sentence->text[from] & 0xC0) == 0x80) from++;
    if (words_find(reading, W_SELF, sentence->text + from, before - from, &where, NULL)) return false;
    if (words_find(reading, W_OFFICER, sentence->text + from, before - from, &where, NULL)) return false;
  }
  return true;
}

static bool sentence_result(struct reading *reading, const struct sentence *sentence) {
  return words_in(reading, W_NONE, sentence) && !words_in(reading, W_ELSEWHERE, sentence);
}

/* Stores what the sentence says about a use, in the statements and its own flags. */
static void sentence_judge(struct reading *reading, guint number) {
  struct sentence *sentence = reading_sentence(reading, number);
  struct hits offs;
  if (sentence_foreign(reading, sentence)) return;
  offs_find(reading, sentence, &offs);
  bool done = false;
  if (offs.count) clauses_each(reading, sentence, clause_judge, &done);
  else
    done = search_done(reading, sentence, &offs) || sentence_result(reading, sentence) ||
           (words_in(reading, W_SPOKEN, sentence) && !words_in(reading, W_BOILERPLATE, sentence));
  done = done || act_told(reading, sentence);
  struct span whole = {0, sentence->length};
  sentence->used = done;
  if (done && words_in(reading, W_BOILERPLATE, sentence) && !search_done(reading, sentence, &offs)) sentence->used = false;
  if (sentence->used) statement_add(reading, SAYS_USE, number, whole, NO_VALUE);
  if (sentence->used && reading->first_use == G_MAXUINT) reading->first_use = number;
  if (offs.count && !done) statement_add(reading, SAYS_NOT_USED, number, offs.at[0], NO_VALUE);
}

/* A heading ("FACIAL RECOGNITION:"): only the name of a system and what belongs to it. */
static bool sentence_is_heading(struct reading *reading, const struct sentence *sentence) {
  struct span where;
  if (sentence->length > 60 || !words_first(reading, W_SYSTEM, sentence, &where, NULL)) return false;
  char last = sentence->text[sentence->length - 1];
  if (last == '.' && where.start + where.length + 1 < sentence->length) return false;
  return where.start < 6 && sentence->length - where.start - where.length < 12 && last != '!';
}

static bool search_spoken(struct reading *reading, const struct sentence *sentence) {
  struct hits offs;
  offs_find(reading, sentence, &offs);
  return !offs.count && (words_in(reading, W_CREDIT, sentence) ||
                         (words_in(reading, W_REFERRING, sentence) && search_done(reading, sentence, &offs)));
}

static void clause_spoken(struct reading *reading, const struct sentence *clause, void *data) {
  bool *spoken = data;
  *spoken = *spoken || search_spoken(reading, clause);
}

/* Mentions the search without naming the system: an act on an image or a search, near a sentence that names it. */
static bool sentence_follows(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits offs;
  bool near = false;
  for (guint back = 1; back <= 4 && back <= number; back++) {
    const struct sentence *before = reading_sentence(reading, number - back);
    near =
        near || before->used || (before->heading && back <= 2) || (before->search && back == 1) || (before->system && back <= 3);
  }
  const struct sentence *after = reading_sentence(reading, number + 1);
  near = near || (after && after->system);
  bool label = !near && words_in(reading, W_CREDIT, sentence);
  for (guint i = number + 2; label && i <= number + 3 && i < reading->sentences->len; i++)
    near = near || reading_sentence(reading, i)->system;
  if (!near || words_in(reading, W_ELSEWHERE, sentence) || words_in(reading, W_CONFIRMED, sentence)) return false;
  offs_find(reading, sentence, &offs);
  if (!offs.count) return search_spoken(reading, sentence);
  bool spoken = false;
  clauses_each(reading, sentence, clause_spoken, &spoken);
  return spoken;
}

static void use_add(struct reading *reading, guint number) {
  struct sentence *sentence = reading_sentence(reading, number);
  sentence->used = true, reading->first_use = MIN(reading->first_use, number);
  statement_add(reading, SAYS_USE, number, (struct span){0, sentence->length}, NO_VALUE);
}

/* "We talked of trying FACES. I ran it on Friday.": the act is in a neighbouring sentence, and the one with the system states no
   use. */
static void follow_ups_judge(struct reading *reading) {
  if (reading->first_use != G_MAXUINT) return;
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    if (sentence->system && (words_in(reading, W_DENIED, sentence) || words_in(reading, W_FOREIGN, sentence))) return;
  }
  for (guint i = 0; i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->search) use_add(reading, i);
}

void uses_read(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    struct sentence *sentence = reading_sentence(reading, i);
    sentence->system = words_in(reading, W_SYSTEM, sentence);
    sentence->heading = sentence->system && sentence_is_heading(reading, sentence);
  }
  for (guint i = 0; i < reading->sentences->len; i++) {
    struct sentence *sentence = reading_sentence(reading, i);
    const struct sentence *before = i ? reading_sentence(reading, i - 1) : NULL;
    if (sentence->system) sentence_judge(reading, i);
    if (sentence->used) continue;
    sentence->search = !sentence->system && sentence_follows(reading, i);
    if (!sentence->search || !before || !before->heading || before->used) continue;
    use_add(reading, i);
  }
  follow_ups_judge(reading);
}
