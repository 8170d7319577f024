/* Decides cells by the facts of their search. Every doubt goes to a person: a name too much is a crime, a cell too much a
 * lawsuit. */
#include "report/release/decide.h"
#include "include/text.h"
#include "report/release/role.h"
#include <stdio.h>
#include <string.h>

struct decision decision_released(void) {
  return (struct decision){OUTCOME_RELEASED, NULL, NULL};
}
struct decision decision_person(char *basis) {
  return (struct decision){OUTCOME_PERSON, NULL, basis};
}

/* ---------------------------------------------------------------------------------------------------------------- words */

static void word_fill(GString *words, const char *blank, const char *value) {
  g_string_replace(words, blank, value && *value ? value : "not stated", 0);
}

static char *year_later(const char *day, int years) {
  int year, month, at;
  if (!day || sscanf(day, "%d-%d-%d", &year, &month, &at) != 3) return g_strdup("");
  return g_strdup_printf("%04d-%02d-%02d", year + years, month, at);
}

/* Whether the law keeps secret who is in the case: then nothing that the release says may lead to it. */
static bool case_secret(const struct facts *facts) {
  return facts_tagged(facts, "sexual", true) || facts_tagged(facts, "child abuse", true) || child_of(facts);
}

/* The number of such a case leads to it where it stands beside a name. */
static bool number_secret(const struct facts *facts) { return facts->candidate && *facts->candidate && case_secret(facts); }

struct decision decision_withheld(const struct facts *facts, const char *id, int age) {
  const struct exemption *exemption = exemption_named(facts->release->exemptions, id);
  if (!exemption_in_force(exemption, facts->release->day))
    return decision_person(
        g_strdup_printf("%s is not in force on %s: another ground, or none", exemption->cite, facts->release->day));
  GString *words = g_string_new(exemption->words);
  g_autofree char *until = year_later(facts->incident, 2), *years = age ? g_strdup_printf("%d", age) : g_strdup("under 18");
  word_fill(words, "{report}", number_secret(facts) ? "of this row" : facts->report), word_fill(words, "{type}", facts->types),
      word_fill(words, "{status}", facts->status);
  word_fill(words, "{incident}", facts->incident), word_fill(words, "{until}", until), word_fill(words, "{age}", years);
  return (struct decision){OUTCOME_WITHHELD, exemption, g_string_free(words, FALSE)};
}

/* ------------------------------------------------------------------------------------------------- whatever the status is */

/* False: nothing of this kind holds. */
static bool decide_sexual(const struct facts *facts, struct decision *decision) {
  bool sexual = facts_tagged(facts, "sexual", true), child = facts_tagged(facts, "child abuse", true);
  if (!sexual && !child) return false;
  enum role role = role_of(facts);
  if (role == ROLE_VICTIM) *decision = decision_withheld(facts, child && !sexual ? "child-abuse-victim" : "sexual-victim", 0);
  else
    *decision = decision_person(
        g_strdup("the case is of an offense whose victim the law keeps secret: what may reveal them is read by a person"));
  return true;
}

static bool decide_child(const struct facts *facts, struct decision *decision) {
  int age = child_of(facts);
  enum role role = role_of(facts);
  if (!age) return false;
  if (age < 0) *decision = decision_person(g_strdup("the record speaks of a child, and gives no age"));
  else if (role != ROLE_SUSPECT) *decision = decision_person(g_strdup("a child who is a victim or a witness"));
  else if (!role_arrested(facts))
    *decision = decision_person(g_strdup("a child, and no record shows that they were taken into custody"));
  else if (offence_has(facts->release->offences, "felony", facts->types)) return false;
  else if (offence_has(facts->release->offences, "misdemeanor", facts->types))
    *decision = decision_withheld(facts, "juvenile", age);
  else *decision = decision_person(g_strdup("a child, and the grade of the offense is not known"));
  return true;
}

static bool decide_witness(const struct facts *facts, struct decision *decision) {
  enum role role = role_of(facts);
  if (role != ROLE_WITNESS && role != ROLE_UNCLEAR) return false;
  if (facts_tagged(facts, "death", false)) {
    *decision = decision_person(g_strdup("a witness to a death: whether it was murder a person must say"));
    return true;
  }
  if (!facts_tagged(facts, "murder", true)) return false;
  g_autofree char *until = year_later(facts->incident, 2);
  if (*until && strcmp(facts->release->day, until) > 0) return false;
  if (!*until || role == ROLE_UNCLEAR) {
    *decision = decision_person(g_strdup("perhaps a witness to a murder, or the day is not known"));
    return true;
  }
  *decision = decision_withheld(facts, "murder-witness", 0);
  return true;
}

/* ------------------------------------------------------------------------------------------------------- by the status */

static bool states_have(const struct facts *facts, const char *state) {
  g_auto(GStrv) all = g_strsplit(facts->states ? facts->states : "", ",", -1);
  return g_strv_contains((const char *const *)all, state);
}

/* A narrative that says another status than the column. */
static bool narrative_contradicts(const struct facts *facts, bool open) {
  const char *const closed_words[] = {"case is closed", "case closed", "closed pending", "this case was closed"},
                    *const open_words[] = {"case remains open", "open pending", "remains open", "case is open"};
  for (gsize i = 0; i < 4; i++)
    if (role_text_has(facts->narrative, open ? closed_words[i] : open_words[i])) return true;
  return false;
}

static struct decision decide_open(const struct facts *facts, enum role role) {
  bool crime = facts->types && !offence_has(facts->release->offences, "not a crime", facts->types);
  bool criminal = !g_strcmp0(facts->purpose, "criminal") || (!g_strcmp0(facts->purpose, "safety") && crime);
  if (role == ROLE_VICTIM && criminal && crime) return decision_released();
  if (role == ROLE_VICTIM || role == ROLE_UNCLEAR)
    return decision_person(g_strdup("what part this person had in the case is not clear"));
  if (criminal && crime) return decision_withheld(facts, "active-criminal", 0);
  return decision_person(
      g_strdup_printf("the case is open, and its purpose (%s) or type (%s) shows no crime that is being investigated",
                      facts->purpose ? facts->purpose : "unclear", facts->types ? facts->types : "none"));
}

static struct decision decide_cleared(const struct facts *facts, enum role role) {
  if (!strcmp(facts->release->arrest, "closed")) return decision_released();
  if (!strcmp(facts->release->arrest, "active")) return decide_open(facts, role);
  return decision_person(g_strdup(
      "the case was cleared by the arrest of somebody, and no record shows that it was this person: is a prosecution pending?"));
}

static struct decision decide_status(const struct facts *facts) {
  enum role role = role_of(facts);
  if (!facts->report_there) return decision_person(g_strdup("no report is linked: by no rule is there an active criminal case"));
  if (!facts->states)
    return decision_person(g_strdup_printf("the link to report %s is not sure (%.2f)", facts->report, facts->confidence));
  if (facts->arrested && role_arrested(facts)) return decision_released();
  bool active = states_have(facts, "active"), cleared = states_have(facts, "cleared"), closed = states_have(facts, "closed"),
       unknown = states_have(facts, "unknown") || states_have(facts, "blank");
  if (unknown)
    return decision_person(g_strdup_printf("the status of report %s is %s, which says neither open nor closed", facts->report,
                                           facts->status && *facts->status ? facts->status : "blank"));
  if (active + cleared + closed > 1)
    return decision_person(g_strdup_printf("the rows of report %s disagree on its status (%s)", facts->report, facts->status));
  if (narrative_contradicts(facts, active))
    return decision_person(
        g_strdup_printf("the narrative of report %s says another status than its column (%s)", facts->report, facts->status));
  struct decision decision = active ? decide_open(facts, role) : cleared ? decide_cleared(facts, role) : decision_released();
  if (!facts->arrested || decision.outcome != OUTCOME_WITHHELD) return decision;
  g_free(decision.basis);
  return decision_person(g_strdup("an arrest stands beside the name: whether it was of this person a person must say"));
}

/* ---------------------------------------------------------------------------------------------------------------- cells */

struct decision decide_candidate(const struct facts *facts) {
  struct decision decision;
  if (facts_tagged(facts, "informant", true)) return decision_person(g_strdup("the record speaks of an informant"));
  if (decide_sexual(facts, &decision) || decide_child(facts, &decision) || decide_witness(facts, &decision)) return decision;
  if (!g_strcmp0(facts->purpose, "unauthorized"))
    return decision_person(
        g_strdup("the reason is no authorised purpose: no criminal case is in sight, and one against the user may be"));
  return decide_status(facts);
}

struct decision decide_reason(const struct facts *facts) {
  static const struct {
    const char *tag, *why;
  } doubts[] = {{"disease", "a disease, which may stand beside a name"}, {"child", "the words speak of a child"},
                {"informant", "the words speak of an informant"},        {"harassment", "the words speak of harassment"},
                {"plate reader", "data of a plate reader may be in it"}, {"history", "criminal history may be in it"},
                {"abuse of an adult", "the abuse of an adult"}};
  const struct offences *offences = facts->release->offences;
  for (gsize i = 0; i < G_N_ELEMENTS(doubts); i++)
    if (offence_has(offences, doubts[i].tag, facts->reason) &&
        (strcmp(doubts[i].tag, "disease") || (facts->candidate && *facts->candidate)))
      return decision_person(g_strdup(doubts[i].why));
  if (case_secret(facts) && offence_has(offences, "mosaic", facts->reason))
    return decision_person(g_strdup("a relation or a place, which may reveal the victim of such an offense, or a child"));
  return decision_released();
}

struct decision decide_number(const struct facts *facts) {
  if (number_secret(facts))
    return decision_person(g_strdup("the number leads to a case of a child or of a sexual offense, and stands beside a name"));
  return decision_released();
}

bool decide_undercover(const struct release *release, const char *user_id, const char *name) {
  for (char **one = release->undercover; one && *one; one++) {
    g_autofree char *flag = text_words(*one), *id = text_words(user_id ? user_id : ""), *own = text_words(name ? name : "");
    g_auto(GStrv) words = g_strsplit(flag, " ", -1), owns = g_strsplit(own, " ", -1);
    if (*flag && (!strcmp(flag, id) || !strcmp(flag, own))) return true;
    guint same = 0;
    for (char **word = words; *word; word++) same += g_strv_contains((const char *const *)owns, *word) ? 1 : 0;
    if (g_strv_length(words) >= 2 && same == g_strv_length(words)) return true; /* in any order */
  }
  return false;
}
