/* Reads who searched; agent.c finds who acts in a sentence, others decide whose account that is. */
#include <string.h>
#include "analyze/narrative/readers/agent.h"
#include "analyze/narrative/readers/readers.h"

static bool searcher_made(const struct reading *reading, struct slice value) {
  for (guint i = 0; i < reading->statements->len; i++) {
    const struct statement *made = &g_array_index(reading->statements, struct statement, i);
    if (made->meaning != SAYS_SEARCHER || !made->value.text != !value.text || made->value.length != value.length) continue;
    if (!value.length || !memcmp(made->value.text, value.text, value.length)) return true;
  }
  return false;
}

/* "Ordered by Sgt. Pell", "Sgt. Pell's approval": the officer did something other than search. */
static bool agent_had_other_part(struct reading *reading, const struct sentence *sentence, struct span words) {
  struct hits parts;
  words_all(reading, W_OTHER_PART, sentence, &parts);
  for (guint i = 0; i < parts.count; i++) parts.at[i] = parts.group[i];
  return hit_overlaps(words, &parts);
}

/* "My partner and I", "I had the still run": the words are quoted in full, since they do not say which of several people
   searched. */
static struct span agent_quoted(struct reading *reading, const struct sentence *sentence, struct span words) {
  struct hits joint, caused;
  words_all(reading, W_JOINT, sentence, &joint);
  words_all(reading, W_CAUSED, sentence, &caused);
  for (guint i = 0; i < joint.count; i++)
    if (words.start >= joint.at[i].start && words.start < joint.at[i].start + joint.at[i].length) return joint.at[i];
  for (guint i = 0; i < caused.count; i++)
    if (words.start == caused.at[i].start) return caused.at[i];
  return words;
}

/* False: the words name nobody, and nothing was stated. */
static bool agent_state(struct reading *reading, guint number, struct agent agent) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct slice value = agent.self ? NO_VALUE : sentence_slice(sentence, agent.words);
  if (agent_is_nobody(reading, sentence, &agent)) return false;
  if (agent.self && reading->others_ran && !sentence->used) return false; /* "I sent the still. The lab ran it." */
  if (!agent.self && agent_had_other_part(reading, sentence, agent.words)) return false;
  if (searcher_made(reading, value)) return true;
  struct span quoted = agent_quoted(reading, sentence, agent.words);
  statement_add(reading, SAYS_SEARCHER, number, quoted, value)->first_person = agent.self;
  return true;
}

/* The author at WHERE where SELF, else WHO. */
static bool agent_at(struct reading *reading, guint number, struct span where, struct span who, bool self) {
  const struct sentence *sentence = reading_sentence(reading, number);
  if (!self && !agent_name_trim(reading, sentence, &who)) return false;
  struct agent agent = {self ? where : who, self};
  if (!self && name_of_place(reading, sentence, who)) agent_after(reading, sentence, who.start + who.length, &agent);
  return agent_state(reading, number, agent);
}

/* "Searched by", "at my request Moss ran", "my search": wordings that name who searched without a subject. */
static bool agent_named(struct reading *reading, guint number) {
  static const struct {
    enum words words;
    bool self;
  } forms[] = {{W_DELEGATED, false}, {W_BY_SELF, true}, {W_BY_OFFICER, false}};
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits denied, hits;
  words_all(reading, W_DENIED, sentence, &denied);
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    words_all(reading, forms[i].words, sentence, &hits);
    for (guint k = 0; k < hits.count; k++) {
      if (hit_overlaps(hits.at[k], &denied)) continue; /* "not run by me" */
      if (agent_at(reading, number, hits.at[k], hits.group[k], forms[i].self)) return true;
    }
  }
  return false;
}

/* Whether the verb is in the same piece of the sentence as the system: "after a hit in FACES, I met him" is about another act. */
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

/* "I do not know who ran it": whoever did is asked for, and is not the author. */
static bool doer_asked(const struct sentence *sentence, gsize from, gsize to) {
  static const char *const words[] = {"who", "which", "whoever"};
  for (gsize at = from; at < to; at++)
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
      if (word_stands_before(sentence, at, words[i])) return true;
  return false;
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
    if (agent.self && at == number && doer_asked(sentence, span_end(agent.words), ran.at[i].start)) continue;
    if (agent_state(reading, at, agent)) return true;
  }
  return false;
}

/* "Sgt. Pell ran a check; I ran the photo in FACES": the verb next to the system has precedence, and any other act must be there.
 */
static bool agent_acting(struct reading *reading, guint number, enum words verbs) {
  return agent_of_any(reading, number, verbs, true) || (verbs != W_ACT && agent_of_any(reading, number, verbs, false));
}

/* "I asked Cole for a FACES search": who asks does not search. */
static bool handed_over(const struct sentence *sentence, gsize from, gsize to) {
  static const char *const words[] = {"asked", "requested", "sent", "emailed", "forwarded", "told", "provided", "gave"};
  for (gsize at = from; at < to; at++)
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
      if (word_stands_before(sentence, at, words[i])) return true;
  return false;
}

/* No search verb, but the author or an officer is named before the system: "with the help of FACES I got a name". */
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
    if (agent_anonymous(reading, sentence, end, system.start) || handed_over(sentence, end, system.start)) return false;
    return agent_state(reading, number, agent);
  }
  static const char *const openings[] = {"with", "through", "using", "via", "by", "from", "utilizing"};
  bool opened = false;
  for (gsize i = 0; i < G_N_ELEMENTS(openings); i++)
    opened = opened || !g_ascii_strncasecmp(sentence->text, openings[i], strlen(openings[i]));
  if (!opened || system.start > 40 || !agent_after(reading, sentence, system.start, &agent)) return false;
  return agent_state(reading, number, agent);
}

/* "I sent the still to the lab and Examiner Moss ran it": an officer who acts is a searcher, too, beside an author who hands
   over. A report that names several contradicts the account of none of them. */
static void officers_also(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits ran, passive;
  words_all(reading, W_RAN, sentence, &ran);
  words_all(reading, W_WAS_RUN, sentence, &passive);
  for (guint i = 0; i < ran.count; i++) {
    struct agent agent;
    guint at;
    if (!hit_overlaps(ran.at[i], &passive) && agent_of_verb(reading, number, ran.at[i], &agent, &at) && !agent.self &&
        at == number)
      agent_state(reading, number, agent);
  }
}

static bool used_near(struct reading *reading, guint number) {
  return reading_sentence(reading, number)->used || (number && reading_sentence(reading, number - 1)->used);
}

void searchers_read(struct reading *reading) {
  bool found = false;
  for (guint i = 0; i < reading->sentences->len && !reading->others_ran; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    reading->others_ran = sentence->used && words_in(reading, W_ORGANIZATION_RAN, sentence);
  }
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    if (!sentence->used) continue;
    found = agent_named(reading, i) || agent_acting(reading, i, W_RAN) || agent_acting(reading, i, W_HAD_RUN) ||
            agent_acting(reading, i, W_ACT) || found;
  }
  for (guint i = 0; i < reading->sentences->len && !found; i++)
    if (reading_sentence(reading, i)->search || (reading->first_use != G_MAXUINT && reading_sentence(reading, i)->system))
      found = agent_named(reading, i) || agent_acting(reading, i, W_RAN) || agent_acting(reading, i, W_HAD_RUN) ||
              agent_acting(reading, i, W_CREDIT);
  for (guint i = 0; i < reading->sentences->len && !found; i++)
    if (reading_sentence(reading, i)->used) found = agent_near(reading, i);
  for (guint i = 0; i < reading->sentences->len && found; i++)
    if (used_near(reading, i)) officers_also(reading, i);
}
