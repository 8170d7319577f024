/* Reads who searched and when the narrative says it was; whose account that is, is decided by others. */
#include <string.h>
#include "analyze/narrative/readers.h"
#include "analyze/people/officer_mask.h"
#include "analyze/people/name.h"
#include "analyze/people/rank.h"
#include "include/text.h"

/* A name found: the author himself, or an officer's words. */
struct agent {
  struct span words;
  bool self;
};

static struct span span_of(struct hits *hits, guint i) { return hits->group[i].length ? hits->group[i] : hits->at[i]; }

static bool word_before(const struct sentence *sentence, gsize at, const char *word) {
  while (at > 0 && sentence->text[at - 1] == ' ') at--;
  gsize size = strlen(word);
  return at >= size && !g_ascii_strncasecmp(sentence->text + at - size, word, size) &&
         (at == size || !g_ascii_isalpha(sentence->text[at - size - 1]));
}

/* After these words a name is an object, not who acts. */
static bool agent_is_object(const struct sentence *sentence, gsize at) {
  static const char *const words[] = {"by", "for", "with", "from", "of", "to", "told", "asked", "informed", "advised", "against"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (word_before(sentence, at, words[i])) return true;
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

/* In capitals any word looks like a name: the last one known to be a person's (or with a digit, a badge) ends it. False where
 * none is. */
static bool name_trim(const struct reading *reading, const struct sentence *sentence, struct span *span) {
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
    if (!name_trim(reading, sentence, &span)) continue;
    officers->at[officers->count] = officers->group[officers->count] = span;
    officers->count++;
  }
}

/* The last one named in BEFORE bytes of the sentence who can act; the author counts unless OTHERS. */
static bool agent_before(struct reading *reading, const struct sentence *sentence, gsize before, bool others,
                         struct agent *agent) {
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
    *agent = (struct agent){span, word_before(sentence, span.start, "I,")}, found = true;
  }
  return found;
}

/* "After uploading the still, Det. Marsh ...": who acts follows. */
static bool agent_after(struct reading *reading, const struct sentence *sentence, gsize after, struct agent *agent) {
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

/* "I gave it to an analyst, who ...": then nobody is named. */
static bool someone_between(struct reading *reading, const struct sentence *sentence, gsize from, gsize to) {
  struct span where;
  return from < to && words_find(reading, W_ANONYMOUS, sentence->text + from, to - from, &where, NULL);
}

static bool participle(const struct sentence *sentence, struct span verb) {
  gsize end = verb.start;
  while (end < sentence->length && g_ascii_isalpha(sentence->text[end])) end++;
  return end >= verb.start + 4 && !g_ascii_strncasecmp(sentence->text + end - 3, "ing", 3);
}

/* Whether "he" or "she" stands between the agent and the verb: then the author is not meant. */
static bool pronoun_between(struct reading *reading, const struct sentence *sentence, gsize from, gsize to) {
  struct span where;
  return from < to && words_find(reading, W_PRONOUN, sentence->text + from, to - from, &where, NULL);
}

/* Who does the active verb of a search. */
static bool agent_of_verb(struct reading *reading, guint number, struct span verb, struct agent *agent, guint *at) {
  const struct sentence *sentence = reading_sentence(reading, number);
  bool found = agent_before(reading, sentence, verb.start, false, agent);
  *at = number;
  if (!found && participle(sentence, verb)) return agent_after(reading, sentence, verb.start + verb.length, agent);
  gsize from = found ? agent->words.start + agent->words.length : 0;
  if (someone_between(reading, sentence, from, verb.start)) return false;
  if (!pronoun_between(reading, sentence, from, verb.start)) return found;
  if (agent_before(reading, sentence, verb.start, true, agent)) return true;
  const struct sentence *before = number ? reading_sentence(reading, number - 1) : NULL;
  if (before) *at = number - 1;
  return before && agent_before(reading, before, before->length, true, agent);
}

/* A title alone, a unit, or the Chief of a notice: no name of who searched. To name the wrong person is worse than to name none.
 */
static bool names_nobody(struct slice said) {
  static const char *const units[] = {"investigations",
                                      "investigation",
                                      "intelligence",
                                      "intel",
                                      "records",
                                      "dispatch",
                                      "detectives",
                                      "patrol",
                                      "analytics",
                                      "cid",
                                      "rtcc",
                                      "crime",
                                      "crime analysis",
                                      "criminal investigations",
                                      "agt",
                                      "agent",
                                      "analyst",
                                      "tech",
                                      "technician",
                                      "detective",
                                      "det",
                                      "officer",
                                      "ofc",
                                      "deputy",
                                      "dep",
                                      "investigator",
                                      "inv",
                                      "sergeant",
                                      "sgt",
                                      "corporal",
                                      "cpl",
                                      "insp",
                                      NULL};
  g_autofree char *words = g_strndup(said.text, said.length), *key = text_words(words);
  g_auto(GStrv) each = g_strsplit(key, " ", -1);
  bool chief = g_strv_contains((const char *const *)each, "chief") || g_strv_contains((const char *const *)each, "chiefs") ||
               g_strv_contains((const char *const *)each, "designee");
  return chief || g_strv_contains(units, key);
}

static bool searcher_made(const struct reading *reading, struct slice value) {
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning != SAYS_SEARCHER || !made->value.text != !value.text || made->value.length != value.length) continue;
    if (!value.length || !memcmp(made->value.text, value.text, value.length)) return true;
  }
  return false;
}

/* "Maintained by Pinellas County", "run by Lee County": a place or an office, where no rank says otherwise. */
static bool names_place(struct reading *reading, const struct sentence *sentence, struct span words) {
  gsize end = words.start + words.length, first = words.start, next = end;
  struct span where;
  while (first < end && g_ascii_isalpha(sentence->text[first])) first++;
  g_autofree char *word = g_utf8_strdown(sentence->text + words.start, (gssize)(first - words.start));
  if (name_title(word)) return false;
  while (next < sentence->length && sentence->text[next] == ' ') next++;
  bool capital = next > end && next < sentence->length && g_ascii_isupper(sentence->text[next]);
  while (capital && next < sentence->length && g_ascii_isalpha(sentence->text[next])) next++;
  gsize length = (capital ? next : end) - words.start;
  return words_find(reading, W_PLACE, sentence->text + words.start, length, &where, NULL);
}

/* False: the words name nobody, and nothing was stated. */
static bool agent_state(struct reading *reading, guint number, struct agent agent) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct slice value = agent.self ? NO_VALUE : sentence_slice(sentence, agent.words);
  if (value.text && (names_nobody(value) || names_place(reading, sentence, agent.words))) return false;
  if (searcher_made(reading, value)) return true;
  statement_add(reading, SAYS_SEARCHER, number, agent.words, value)->first_person = agent.self;
  return true;
}

/* "Searched by", "at my request Moss ran", "my search": forms that name who searched without a subject. */
static bool agent_named(struct reading *reading, guint number) {
  static const struct {
    enum words words;
    bool self;
  } forms[] = {{W_DELEGATED, false}, {W_BY_SELF, true}, {W_BY_OFFICER, false}};
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span where, who;
  struct hits denied;
  words_all(reading, W_DENIED, sentence, &denied);
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    if (!words_first(reading, forms[i].words, sentence, &where, &who)) continue;
    if (hit_overlaps(where, &denied)) continue; /* "not run by me" */
    if (!forms[i].self && !name_trim(reading, sentence, &who)) continue;
    struct agent agent = {forms[i].self ? where : who, forms[i].self};
    if (!agent.self && names_place(reading, sentence, who)) agent_after(reading, sentence, who.start + who.length, &agent);
    if (agent_state(reading, number, agent)) return true;
  }
  return false;
}

/* Whether the verb stands in one piece of the sentence with the system: "after a hit in FACES, I met him" tells of another act.
 */
struct beside {
  gsize verb;
  bool found;
};

static void beside_system(struct reading *reading, const struct sentence *piece, void *data) {
  struct beside *beside = data;
  gsize verb = beside->verb;
  if (verb >= piece->start && verb < piece->start + piece->length && words_in(reading, W_SYSTEM, piece)) beside->found = true;
}

static bool verb_beside_system(struct reading *reading, const struct sentence *sentence, gsize verb) {
  struct beside beside = {sentence->start + verb, false};
  pieces_each(reading, W_PIECE, sentence, beside_system, &beside);
  return beside.found;
}

static bool agent_of_any(struct reading *reading, guint number, enum words verbs, bool beside) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits ran, passive;
  words_all(reading, verbs, sentence, &ran);
  words_all(reading, W_WAS_RUN, sentence, &passive);
  for (guint i = 0; i < ran.count; i++) {
    struct agent agent;
    guint at;
    if (beside && !verb_beside_system(reading, sentence, ran.at[i].start)) continue;
    if ((verbs != W_HAD_RUN && hit_overlaps(ran.at[i], &passive)) || !agent_of_verb(reading, number, ran.at[i], &agent, &at))
      continue;
    if (agent_state(reading, at, agent)) return true;
  }
  return false;
}

/* "Sgt. Pell ran a check; I ran the photo in FACES": the verb beside the system comes first, and any other act must stand there.
 */
static bool agent_acting(struct reading *reading, guint number, enum words verbs) {
  return agent_of_any(reading, number, verbs, true) || (verbs != W_ACT && agent_of_any(reading, number, verbs, false));
}

/* "I asked Cole for a FACES search": who asks does not search. */
static bool handed_over(const struct sentence *sentence, gsize from, gsize to) {
  static const char *const words[] = {"asked", "requested", "sent", "emailed", "forwarded", "told", "provided", "gave"};
  for (gsize at = from; at < to; at++)
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
      if (word_before(sentence, at, words[i])) return true;
  return false;
}

/* No search verb, but the author or an officer stands before the system: "with the help of FACES I got a name". */
static bool agent_near(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits passive;
  struct agent agent;
  words_all(reading, W_WAS_RUN, sentence, &passive);
  if (!sentence->system || passive.count) return false;
  struct span system;
  if (!words_first(reading, W_SYSTEM, sentence, &system, NULL)) return false;
  if (agent_before(reading, sentence, system.start, false, &agent)) {
    gsize end = agent.words.start + agent.words.length;
    if (someone_between(reading, sentence, end, system.start) || handed_over(sentence, end, system.start)) return false;
    return agent_state(reading, number, agent);
  }
  static const char *const openings[] = {"with", "through", "using", "via", "by", "from", "utilizing"};
  bool opened = false;
  for (gsize i = 0; i < G_N_ELEMENTS(openings); i++)
    opened = opened || !g_ascii_strncasecmp(sentence->text, openings[i], strlen(openings[i]));
  if (!opened || system.start > 40 || !agent_after(reading, sentence, system.start, &agent)) return false;
  return agent_state(reading, number, agent);
}

/* Up to three sentences from one that documents a use. */
static bool sentence_beside(const struct reading *reading, guint number) {
  for (guint i = number > 3 ? number - 3 : 0; i <= number + 3 && i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->used) return true;
  return false;
}

static bool date_read(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits dates, others;
  words_all(reading, W_DATE, sentence, &dates);
  words_all(reading, W_OTHER_DATE, sentence, &others);
  for (guint i = 0; i < dates.count; i++) {
    struct span when = dates.group[i];
    if (!when.length || hit_overlaps(when, &others)) continue;
    statement_add(reading, SAYS_SEARCH_DATE, number, when, sentence_slice(sentence, when));
    return true;
  }
  return false;
}

/* "The search is dated ..." beside a use. */
static void date_beside(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    struct hits dates;
    if (!sentence_beside(reading, i)) continue;
    words_all(reading, W_DATED, sentence, &dates);
    if (!dates.count || !dates.group[0].length) continue;
    struct span when = dates.group[0];
    statement_add(reading, SAYS_SEARCH_DATE, i, when, sentence_slice(sentence, when));
    return;
  }
}

void searchers_read(struct reading *reading) {
  bool found = false, dated = false;
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    if (!sentence->used) continue;
    found = agent_named(reading, i) || agent_acting(reading, i, W_RAN) || agent_acting(reading, i, W_HAD_RUN) ||
            agent_acting(reading, i, W_ACT) || found;
    dated = date_read(reading, i) || dated;
  }
  if (!dated) date_beside(reading);
  for (guint i = 0; i < reading->sentences->len && !found; i++)
    if (reading_sentence(reading, i)->search)
      found = agent_named(reading, i) || agent_acting(reading, i, W_RAN) || agent_acting(reading, i, W_HAD_RUN) ||
              agent_acting(reading, i, W_CREDIT);
  for (guint i = 0; i < reading->sentences->len && !found; i++)
    if (reading_sentence(reading, i)->used) found = agent_near(reading, i);
}

/* "Purpose: to learn who ..." */
static bool reason_labelled(struct reading *reading, guint number) {
  struct span where;
  const struct sentence *sentence = reading_sentence(reading, number);
  if (!words_first(reading, W_REASON_LABEL, sentence, &where, NULL)) return false;
  statement_add(reading, SAYS_REASON, number, where, NO_VALUE);
  return true;
}

static bool reason_in(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span where;
  struct hits none;
  if (!sentence || !words_first(reading, W_REASON, sentence, &where, NULL)) return false;
  words_all(reading, W_NONE, sentence, &none); /* "did not help to identify him" is a result */
  if (hit_overlaps(where, &none) && none.at[0].start < where.start) return false;
  statement_add(reading, SAYS_REASON, number, where, NO_VALUE);
  return true;
}

/* In the sentences of the search first, then in those beside them. */
void reasons_read(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++)
    if ((reading_sentence(reading, i)->used || reading_sentence(reading, i)->search) && reason_in(reading, i)) return;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (sentence_beside(reading, i) && reason_labelled(reading, i)) return;
  for (guint i = 0; i < reading->sentences->len; i++) {
    if (!reading_sentence(reading, i)->used) continue;
    const struct sentence *next = reading_sentence(reading, i + 1);
    if (i && reason_in(reading, i - 1)) return;
    if (next && words_in(reading, W_REFERRING, next) && reason_in(reading, i + 1)) return;
  }
}
