/* Finds who acts in a sentence: the author or an officer who is named. Others decide whose account that is. */
#include "analyze/narrative/readers/agent.h"
#include <string.h>
#include "analyze/people/name.h"
#include "analyze/people/officer_mask.h"
#include "include/title.h"
#include "include/text.h"

static struct span span_of(struct hits *hits, guint i) { return hits->group[i].length ? hits->group[i] : hits->at[i]; }

bool word_stands_before(const struct sentence *sentence, gsize at, const char *word) {
  while (at > 0 && sentence->text[at - 1] == ' ') at--;
  gsize size = strlen(word);
  return at >= size && !g_ascii_strncasecmp(sentence->text + at - size, word, size) &&
         (at == size || !g_ascii_isalpha(sentence->text[at - size - 1]));
}

/* A name after these words is an object, not the agent. */
static bool agent_is_object(const struct sentence *sentence, gsize at) {
  static const char *const words[] = {"by", "for", "with", "from", "of", "to", "told", "asked", "informed", "advised", "against"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (word_stands_before(sentence, at, words[i])) return true;
  return false;
}

static bool who_follows(const struct sentence *sentence, gsize at) {
  static const char who[] = "who ";
  while (at < sentence->length && strchr(", ", sentence->text[at])) at++;
  return sentence->length - at > sizeof who && !g_ascii_strncasecmp(sentence->text + at, who, sizeof who - 1);
}

static bool all_capitals(const struct sentence *sentence) {
  for (gsize i = 0; i < sentence->length; i++)
    if (g_ascii_islower(sentence->text[i])) return false;
  return true;
}

static bool word_known(const struct reading *reading, const char *text, gsize length) {
  g_autofree char *word = g_strndup(text, length);
  g_autofree char *key = text_words(word);
  return mask_word(key) || g_hash_table_contains(reading->narrator->known, key);
}

static bool name_byte(char c) { return g_ascii_isalpha(c) || (c & 0x80); }

bool agent_name_trim(const struct reading *reading, const struct sentence *sentence, struct span *span) {
  if (!reading->narrator->known || !all_capitals(sentence)) return true;
  gsize last = 0;
  const char *text = sentence->text + span->start;
  for (gsize at = 0, end; at < span->length; at = end) {
    end = at + 1;
    if (!name_byte(text[at])) continue;
    while (end < span->length && (name_byte(text[end]) || (text[end] == '\'' && end + 1 < span->length))) end++;
    if (end - at > 1 && word_known(reading, text + at, end - at)) last = end;
  }
  if (!last) return false;
  bool badge = false;
  for (gsize at = last; at < span->length; at++) badge = badge || g_ascii_isdigit(text[at]);
  if (!badge) span->length = last;
  return true;
}

/* The officers named in a sentence. */
static void officers_all(struct reading *reading, const struct sentence *sentence, struct hits *officers) {
  struct hits found;
  words_all(reading, W_OFFICER, sentence, &found);
  officers->count = 0;
  for (guint i = 0; i < found.count; i++) {
    struct span span = span_of(&found, i);
    if (!agent_name_trim(reading, sentence, &span)) continue;
    officers->at[officers->count] = officers->group[officers->count] = span;
    officers->count++;
  }
}

bool agent_before(struct reading *reading, const struct sentence *sentence, gsize before, bool others, struct agent *agent) {
  struct hits selves, officers;
  bool found = false;
  officers_all(reading, sentence, &officers);
  words_all(reading, W_SELF, sentence, &selves);
  for (guint i = 0; !others && i < selves.count; i++)
    if (selves.at[i].start + selves.at[i].length <= before) *agent = (struct agent){selves.at[i], true}, found = true;
  for (guint i = 0; i < officers.count; i++) {
    struct span span = span_of(&officers, i);
    bool who = who_follows(sentence, span.start + span.length);
    if (span.start + span.length > before || (!who && !others && agent_is_object(sentence, span.start))) continue;
    if (found && span.start <= agent->words.start) continue;
    *agent = (struct agent){span, word_stands_before(sentence, span.start, "I,")}, found = true;
  }
  return found;
}

bool agent_after(struct reading *reading, const struct sentence *sentence, gsize after, struct agent *agent) {
  struct hits selves, officers;
  words_all(reading, W_SELF, sentence, &selves);
  officers_all(reading, sentence, &officers);
  bool found = false;
  for (guint i = 0; i < selves.count && !found; i++)
    if (selves.at[i].start >= after) *agent = (struct agent){selves.at[i], true}, found = true;
  for (guint i = 0; i < officers.count; i++) {
    struct span span = span_of(&officers, i);
    if (span.start < after || agent_is_object(sentence, span.start)) continue;
    if (!found || span.start < agent->words.start) *agent = (struct agent){span, false};
    return true;
  }
  return found;
}

bool agent_anonymous(struct reading *reading, const struct sentence *sentence, gsize from, gsize to) {
  struct span where;
  return from < to && words_find(reading, W_ANONYMOUS, sentence->text + from, to - from, &where, NULL);
}

static bool participle(const struct sentence *sentence, struct span verb) {
  gsize end = verb.start;
  while (end < sentence->length && g_ascii_isalpha(sentence->text[end])) end++;
  return end >= verb.start + 4 && !g_ascii_strncasecmp(sentence->text + end - 3, "ing", 3);
}

/* Whether "he" or "she" is between the agent and the verb: then the author is not meant. */
static bool pronoun_between(struct reading *reading, const struct sentence *sentence, gsize from, gsize to) {
  struct span where;
  return from < to && words_find(reading, W_PRONOUN, sentence->text + from, to - from, &where, NULL);
}

bool agent_of_verb(struct reading *reading, guint number, struct span verb, struct agent *agent, guint *at) {
  const struct sentence *sentence = reading_sentence(reading, number);
  bool found = agent_before(reading, sentence, verb.start, false, agent);
  *at = number;
  if (!found && participle(sentence, verb)) return agent_after(reading, sentence, verb.start + verb.length, agent);
  gsize from = found ? agent->words.start + agent->words.length : 0;
  if (agent_anonymous(reading, sentence, from, verb.start)) return false;
  if (!pronoun_between(reading, sentence, from, verb.start)) return found;
  if (agent_before(reading, sentence, verb.start, true, agent)) return true;
  const struct sentence *before = number ? reading_sentence(reading, number - 1) : NULL;
  if (before) *at = number - 1;
  return before && agent_before(reading, before, before->length, true, agent);
}

/* A title alone, a unit, or the Chief in a notice does not name who searched. Naming the wrong person is worse than naming
   nobody. */
static bool name_nobody(struct slice said) {
  static const char *const units[] = {"investigations", "investigation",           "dispatch", "analytics", "cid", "rtcc",
                                      "crime analysis", "criminal investigations", NULL};
  g_autofree char *words = g_strndup(said.text, said.length), *key = text_words(words);
  g_auto(GStrv) each = g_strsplit(key, " ", -1);
  bool chief = g_strv_contains((const char *const *)each, "chief") || g_strv_contains((const char *const *)each, "chiefs") ||
               g_strv_contains((const char *const *)each, "designee");
  return chief || title_is(key, TITLE_RANK | TITLE_POST | TITLE_UNIT) || g_strv_contains(units, key);
}

bool name_of_place(struct reading *reading, const struct sentence *sentence, struct span words) {
  gsize end = words.start + words.length, first = words.start, next = end;
  struct span where;
  while (first < end && g_ascii_isalpha(sentence->text[first])) first++;
  g_autofree char *word = g_utf8_strdown(sentence->text + words.start, (gssize)(first - words.start));
  if (title_is(word, TITLE_ANY)) return false;
  while (next < sentence->length && sentence->text[next] == ' ') next++;
  bool capital = next > end && next < sentence->length && g_ascii_isupper(sentence->text[next]);
  while (capital && next < sentence->length && g_ascii_isalpha(sentence->text[next])) next++;
  gsize length = (capital ? next : end) - words.start;
  return words_find(reading, W_PLACE, sentence->text + words.start, length, &where, NULL);
}

bool agent_is_nobody(struct reading *reading, const struct sentence *sentence, const struct agent *agent) {
  return !agent->self && (name_nobody(sentence_slice(sentence, agent->words)) || name_of_place(reading, sentence, agent->words));
}
