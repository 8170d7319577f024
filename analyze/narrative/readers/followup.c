/* Reads what followed a candidate: confirmation by other means, and action on a person. */
#define _GNU_SOURCE /* memrchr */
#include <string.h>
#include "analyze/narrative/readers/sentence_names.h"
#include "analyze/narrative/readers/readers.h"

#define SUBJECT_WITHIN 25 /* bytes from a sentence's start that may contain its subject */

/* ------------------------------------------------------------------------------------------------- confirmation */

/* What a sentence says about confirmation, clause by clause. */
struct confirming {
  guint number;
  bool denied;
  struct span yes;
};

static void clause_confirm(struct reading *reading, const struct sentence *clause, void *data) {
  struct confirming *confirming = data;
  struct span where;
  if (confirming->yes.length || words_in(reading, W_UNCONFIRMED, clause)) return;
  if (!words_first(reading, W_CONFIRMED, clause, &where, NULL)) return;
  const struct sentence *sentence = reading_sentence(reading, confirming->number);
  confirming->yes = (struct span){where.start + (gsize)(clause->text - sentence->text), where.length};
}

static void confirmation_read(struct reading *reading, guint number, gsize from) {
  struct sentence part = *reading_sentence(reading, number);
  struct span denied;
  if (from) part.text += from, part.length -= from, part.held = NULL;
  struct confirming confirming = {.number = number};
  confirming.denied = words_first(reading, W_UNCONFIRMED, &part, &denied, NULL);
  if (confirming.denied) clauses_each(reading, &part, clause_confirm, &confirming);
  else clause_confirm(reading, &part, &confirming);
  struct span yes = confirming.yes;
  bool later = !confirming.denied || yes.start > denied.start + from;
  if (confirming.denied)
    statement_add(reading, SAYS_NOT_CORROBORATED, number, (struct span){denied.start + from, denied.length}, NO_VALUE);
  if (yes.length && later)
    statement_add(reading, SAYS_CORROBORATED, number, yes, sentence_slice(reading_sentence(reading, number), yes));
}

/* ------------------------------------------------------------------------------------------------- actions */

struct action_words {
  struct hits acts, offs, persons, officers;
};

static bool person_is_officer(const struct action_words *words, struct span person) {
  for (guint i = 0; i < words->officers.count; i++) {
    struct span officer = words->officers.group[i];
    if (person.start >= officer.start && person.start < span_end(officer)) return true;
  }
  return false;
}

/* "He", "the subject": somebody mentioned before. */
static bool words_refer(const char *text, gsize length) {
  static const char *const words[] = {"he", "him", "she", "her", "they", "them", "the", "this", "that", "said"};
  gsize first = 0;
  while (first < length && g_ascii_isalpha(text[first])) first++;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (first == strlen(words[i]) && !g_ascii_strncasecmp(text, words[i], first)) return true;
  return false;
}

/* The person that the sentence before is about: "Passenger Kip Moss was there. He was arrested." */
static struct slice subject_before(struct reading *reading, guint number) {
  const struct sentence *before = number ? reading_sentence(reading, number - 1) : NULL;
  struct action_words words = {0};
  if (!before) return NO_VALUE;
  persons_find(reading, before, &words.persons);
  words_all(reading, W_OFFICER, before, &words.officers);
  if (!words.persons.count || words.persons.at[0].start > SUBJECT_WITHIN || person_is_officer(&words, words.persons.at[0]))
    return NO_VALUE;
  return sentence_slice(before, words.persons.at[0]);
}

/* Whether a candidate's name contains the last word of this one. */
static bool candidate_bears(const struct reading *reading, struct slice name) {
  const char *blank = memrchr(name.text, ' ', name.length);
  gsize first = blank ? (gsize)(blank - name.text) + 1 : 0;
  struct slice last = {name.text + first, name.length - first};
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning == SAYS_CANDIDATE && slice_holds(made->value, last)) return true;
  }
  return false;
}

static bool candidate_before(const struct reading *reading, guint number) {
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning == SAYS_CANDIDATE && made->sentence <= number) return true;
  }
  return false;
}

/* Whom "he", or no name at all, means: NOBODY for the candidate; no value if the narrative has mentioned none, or belongs to
   another case. */
static struct slice referred_person(struct reading *reading, guint number, struct span act, bool pronoun) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span where;
  gsize from = act.start, end = MIN(sentence->length, span_end(act) + 60);
  while (end < sentence->length && (sentence->text[end] & 0xC0) == 0x80) end++;
  if (words_find(reading, W_UNRELATED, sentence->text + from, end - from, &where, NULL)) return NO_VALUE;
  struct slice subject = pronoun ? subject_before(reading, number) : NO_VALUE;
  if (subject.text && !candidate_bears(reading, subject)) return subject;
  return candidate_before(reading, number) || !reading->in_case || reading->first_use != G_MAXUINT ? NOBODY : NO_VALUE;
}

/* "I asked Kip Moss to come in and he was interviewed": the one named last before "he", unless that is a candidate. */
static struct slice subject_inside(const struct reading *reading, const struct sentence *sentence,
                                   const struct action_words *words, struct span who) {
  bool pronoun = who.length < 4 || !g_ascii_strncasecmp(sentence->text + who.start, "they", 4);
  for (guint i = words->persons.count; pronoun && i-- > 0;) {
    struct span person = words->persons.at[i];
    if (span_end(person) > who.start || person_is_officer(words, person)) continue;
    struct slice name = sentence_slice(sentence, person);
    return candidate_bears(reading, name) ? NO_VALUE : name;
  }
  return NO_VALUE;
}

/* The person's words, NOBODY for "he" or "the subject"; no value if an officer or nobody is meant. */
static struct slice action_person(struct reading *reading, guint number, const struct action_words *words, guint i) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span who = words->acts.group[i];
  if (!who.length) return referred_person(reading, number, words->acts.at[i], false);
  if (hit_overlaps(who, &words->officers)) return NO_VALUE;
  for (guint k = 0; k < words->persons.count; k++) {
    struct span person = words->persons.at[k];
    if (span_end(person) <= who.start || person.start >= span_end(who) || person_is_officer(words, person)) continue;
    return sentence_slice(sentence, person);
  }
  struct slice named = subject_inside(reading, sentence, words, who);
  if (named.text) return named;
  return words_refer(sentence->text + who.start, who.length) ? referred_person(reading, number, words->acts.at[i], true)
                                                             : NO_VALUE;
}

static void actions_read(struct reading *reading, guint number, gsize from) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct action_words words = {0};
  words_all(reading, W_ACTION, sentence, &words.acts);
  if (!words.acts.count) return;
  words_all(reading, W_INACTION, sentence, &words.offs);
  persons_find(reading, sentence, &words.persons);
  words_all(reading, W_OFFICER, sentence, &words.officers);
  for (guint i = 0; i < words.acts.count; i++) {
    if (words.acts.at[i].start < from || hit_overlaps(words.acts.at[i], &words.offs)) continue;
    struct slice value = action_person(reading, number, &words, i);
    if (value.text) statement_add(reading, SAYS_ACTION, number, words.acts.at[i], value);
  }
}

/* Skips the rest of what came back ("Hale's booking photo at 92%"), which is not a confirmation. */
static gsize result_end(const struct sentence *sentence, gsize from) {
  static const char and[] = " and ";
  for (gsize at = from; at < sentence->length; at++)
    if (strchr(",;", sentence->text[at]) ||
        (sentence->length - at >= strlen(and) && !memcmp(sentence->text + at, and, strlen(and))))
      return at;
  return sentence->length;
}

/* Where what followed begins: after the first candidate, else after the use; the start of the text if another row has the use. */
static void followup_start(const struct reading *reading, guint *number, gsize *from) {
  *number = reading->first_use == G_MAXUINT ? 0 : reading->first_use + 1;
  *from = 0;
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning != SAYS_CANDIDATE) continue;
    *number = made->sentence;
    *from = made->start + made->length - reading_sentence(reading, made->sentence)->start;
    return;
  }
}

static bool stated(const struct reading *reading, enum meaning meaning) {
  for (guint i = 0; i < reading->statements->len; i++)
    if (g_array_index(reading->statements, struct statement, i).meaning == meaning) return true;
  return false;
}

/* What no pattern reads as a confirmation or the want of one may be either. */
static void means_read(struct reading *reading, guint from) {
  struct span where;
  if (!stated(reading, SAYS_ACTION) || stated(reading, SAYS_CORROBORATED) || stated(reading, SAYS_NOT_CORROBORATED)) return;
  for (guint i = from; i < reading->sentences->len; i++) {
    if (reading_sentence(reading, i)->used || !words_first(reading, W_MEANS, reading_sentence(reading, i), &where, NULL))
      continue;
    statement_add(reading, SAYS_MEANS, i, where, NO_VALUE);
    return;
  }
}

void followups_read(struct reading *reading) {
  guint number;
  gsize from;
  followup_start(reading, &number, &from);
  guint first = number;
  for (; number < reading->sentences->len; number++, from = 0) {
    const struct sentence *sentence = reading_sentence(reading, number);
    confirmation_read(reading, number, from ? result_end(sentence, from) : 0);
    actions_read(reading, number, from);
  }
  means_read(reading, first);
}
