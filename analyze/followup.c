/* Reads what followed a candidate: confirmation by other means, action on a person, and notices to the Chief. */
#include <string.h>
#include "reading.h"

/* What a sentence says of confirmation, told clause by clause. */
struct confirming {
  guint number;
  bool denied;
  struct span yes;
};

static void clause_confirm(struct reading *reading, const struct sentence *clause, void *data) {
  struct confirming *confirming = data;
  struct span where;
  if (confirming->yes.length || words_in(reading, W_UNCONFIRMED, clause)) return;
  if (!words_find(reading, W_CONFIRMED, clause->text, clause->length, &where, NULL)) return;
  const struct sentence *sentence = reading_sentence(reading, confirming->number);
  confirming->yes = (struct span){where.start + (gsize)(clause->text - sentence->text), where.length};
}

static void confirmation_read(struct reading *reading, guint number, gsize from) {
  struct sentence part = *reading_sentence(reading, number);
  struct span denied;
  part.text += from, part.length -= from;
  struct confirming confirming = {.number = number};
  confirming.denied = words_find(reading, W_UNCONFIRMED, part.text, part.length, &denied, NULL);
  if (confirming.denied) clauses_each(reading, &part, clause_confirm, &confirming);
  else clause_confirm(reading, &part, &confirming);
  struct span yes = confirming.yes;
  bool later = !confirming.denied || yes.start > denied.start + from;
  const char *text = reading_sentence(reading, number)->text;
  if (confirming.denied)
    statement_add(reading, SAYS_NOT_CORROBORATED, number, (struct span){denied.start + from, denied.length}, NULL);
  if (yes.length && later) statement_add(reading, SAYS_CORROBORATED, number, yes, g_strndup(text + yes.start, yes.length));
}

/* The person's words, "" for "he" or "the subject"; NULL where an officer is meant. */
static char *action_person(const struct sentence *sentence, struct span who, const struct hits *persons,
                           const struct hits *officers) {
  if (!who.length) return g_strdup("");
  if (hit_overlaps(who, officers)) return NULL;
  for (guint i = 0; i < persons->count; i++) {
    struct span person = persons->at[i];
    if (person.start < who.start || person.start >= who.start + who.length) continue;
    return g_strndup(sentence->text + person.start, person.length);
  }
  return g_strdup("");
}

static void actions_read(struct reading *reading, guint number, gsize from) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits acts, offs, persons, officers;
  words_all(reading, W_ACTION, "who", sentence, &acts);
  if (!acts.count) return;
  words_all(reading, W_INACTION, NULL, sentence, &offs);
  words_all(reading, W_PERSON, "who", sentence, &persons);
  words_all(reading, W_OFFICER, "who", sentence, &officers);
  for (guint i = 0; i < acts.count; i++) {
    if (acts.at[i].start < from || hit_overlaps(acts.at[i], &offs)) continue;
    char *value = action_person(sentence, acts.group[i], &persons, &officers);
    if (value) statement_add(reading, SAYS_ACTION, number, acts.at[i], value);
  }
}

/* Where what followed begins: after the first candidate, else after the use; the start where another row has the use. */
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

void followups_read(struct reading *reading) {
  guint number;
  gsize from;
  followup_start(reading, &number, &from);
  for (; number < reading->sentences->len; number++, from = 0) {
    confirmation_read(reading, number, from);
    actions_read(reading, number, from);
  }
}

/* ------------------------------------------------------------------------------------------------- the Chief */

static enum meaning notice_time(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span notice, first;
  if (words_in(reading, W_NOTICE_DENIED, sentence)) return SAYS_NOTICE_DENIED;
  if (words_in(reading, W_NOTIFYING_FIRST, sentence)) return SAYS_NOTICE_BEFORE;
  if (words_in(reading, W_NOTICE_AFTER, sentence)) return SAYS_NOTICE_AFTER;
  if (words_find(reading, W_NOTICE_BEFORE, sentence->text, sentence->length, &first, NULL)) return SAYS_NOTICE_BEFORE;
  words_find(reading, W_NOTICE, sentence->text, sentence->length, &notice, NULL);
  return number < reading->first_use && reading->first_use != G_MAXUINT ? SAYS_NOTICE_BEFORE : SAYS_NOTICE_UNTIMED;
}

void notices_read(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    struct span where;
    if (!words_find(reading, W_NOTICE, sentence->text, sentence->length, &where, NULL)) continue;
    statement_add(reading, notice_time(reading, i), i, where, NULL);
  }
}
