/* Weighs the evidence that one report is the report of one session. link.c decides which report wins. */
#include "analyze/link/evidence.h"
#include "analyze/people/name.h"
#include <stdlib.h>
#include <string.h>

static bool person_among(const GArray *people, gint32 person) {
  for (guint i = 0; people && i < people->len; i++)
    if (g_array_index(people, gint64, i) == person) return true;
  return false;
}

/* For a report of a single row, its facts say everything. */
static enum officer_evidence weigh_officer(const struct weigher *weigher, const struct report_facts *facts, gint32 person) {
  if (!person) return OFFICER_NOT;
  if (facts->author == person) return OFFICER_AUTHOR;
  for (guint i = 1; i < facts->rows; i++)
    if (g_array_index(weigher->reports->rows, struct report_row_facts, facts->first_row + i).author == person)
      return OFFICER_AUTHOR;
  return person_among(report_said(facts)->people, person) ? OFFICER_NAMED : OFFICER_NOT;
}

static gint32 row_day(const struct weigher *weigher, const struct report_facts *facts, guint row) {
  return facts->first_day == facts->last_day && facts->rows == 1
             ? facts->first_day
             : g_array_index(weigher->reports->rows, struct report_row_facts, facts->first_row + row).day;
}

static void weigh_time(struct grounds *grounds, const struct weigher *weigher, const struct report_facts *facts,
                       const struct sought *sought) {
  grounds->distance = G_MAXINT32;
  for (guint i = 0; i < facts->rows; i++) {
    gint32 day = row_day(weigher, facts, i);
    if (day == G_MININT32) continue;
    gint32 after = day - sought->first_day, before = sought->last_day - day;
    if (before <= weigher->near_before && after <= weigher->near_after) grounds->near = true;
    gint32 distance = after > 0 ? after : before > 0 ? -before : 0;
    if (grounds->distance == G_MAXINT32 || abs(distance) < abs(grounds->distance)) grounds->distance = distance;
  }
  if (!report_said(facts)->search_days) return;
  bool stated = false;
  for (guint i = 0; i < report_said(facts)->search_days->len; i++) {
    gint32 day = g_array_index(report_said(facts)->search_days, gint32, i);
    stated |= day >= sought->first_day && day <= sought->last_day;
  }
  grounds->stated_day = stated;
  grounds->other_day = !stated;
  grounds->near = stated;
}

static void weigh_subject(struct grounds *grounds, const struct report_facts *facts, const GPtrArray *selected) {
  const GPtrArray *candidates = report_said(facts)->candidates;
  grounds->none_but_selected = facts->no_candidate && !candidates && selected->len;
  if (!candidates || !selected->len) return;
  bool differs = true;
  for (guint i = 0; i < candidates->len; i++)
    for (guint j = 0; j < selected->len; j++) {
      enum name_match match = name_compare(candidates->pdata[i], selected->pdata[j]);
      grounds->subject |= match == NAME_SAME;
      differs &= match == NAME_DIFFERENT;
    }
  grounds->subject_differs = differs;
}

static const double number_weight[] = {
    [BY_NOTHING] = 0, [BY_SLIP] = 4, [BY_SHORT] = 7, [BY_REASON] = 9.5, [BY_CAD] = 9.8, [BY_NUMBER] = 10};

guint grounds_fit(const struct grounds *grounds) {
  return (guint)(grounds->officer != OFFICER_NOT) + grounds->near + grounds->use;
}

struct weight session_weigh(const struct weigher *weigher, const struct sought *sought, guint32 report,
                            enum number_evidence number) {
  const struct report_facts *facts = &weigher->reports->at[report - 1];
  struct weight weight = {.report = report,
                          .grounds = {.number = number, .use = facts->use, .unread = facts->unread, .cited = facts->cited}};
  struct grounds *grounds = &weight.grounds;
  grounds->officer = weigh_officer(weigher, facts, sought->person);
  weigh_time(grounds, weigher, facts, sought);
  weigh_subject(grounds, facts, sought->candidates);
  weight.score = number_weight[number] + 3 * grounds_fit(grounds) + 3 * grounds->subject - 3 * grounds->subject_differs +
                 2 * grounds->stated_day - grounds->none_but_selected;
  if (grounds->distance != G_MAXINT32) weight.score -= 0.02 * MIN(abs(grounds->distance), 50);
  return weight;
}

const char *grounds_method(const struct grounds *grounds) {
  static const char *const methods[] = {[BY_NOTHING] = "officer, time and use",
                                        [BY_SLIP] = "report number with a slip",
                                        [BY_SHORT] = "report number without its year",
                                        [BY_REASON] = "number in the reason",
                                        [BY_CAD] = "CAD event number",
                                        [BY_NUMBER] = "report number"};
  return methods[grounds->number];
}

/* Figures from the labelled years: how often links of each kind were right (tests/test_years.sh holds them to it). */
double grounds_confidence(const struct grounds *grounds, guint rivals) {
  guint fits = grounds_fit(grounds);
  if (grounds->number >= BY_REASON) {
    static const double exact[] = {0.55, 0.80, 0.96, 0.99};
    double sure = exact[fits] - (grounds->number == BY_REASON ? 0.01 : 0);
    if (grounds->subject) sure = MAX(sure, 0.98);
    if (grounds->foreign) sure -= 0.2;
    if (grounds->subject_differs) sure -= fits == 3 ? 0.02 : 0.1;
    return rivals ? sure - 0.1 : sure;
  }
  if (grounds->number == BY_SHORT) return fits == 3 ? 0.93 : fits == 2 ? 0.8 : 0.55;
  if (grounds->number == BY_SLIP && !grounds->use) return 0.55;
  if (grounds->number == BY_SLIP)
    return (grounds->subject ? 0.93 : 0.85) - (rivals ? 0.3 : 0) - (grounds->subject_differs ? 0.2 : 0);
  double sure = 0.65 + (grounds->subject ? 0.22 : 0) + (grounds->stated_day ? 0.1 : 0) - (grounds->none_but_selected ? 0.15 : 0);
  return MAX(0.3, MIN(0.95, sure) - (rivals ? 0.25 : 0));
}

/* ------------------------------------------------------------------------------------------------------- in words */

static const struct {
  const char *head, *middle, *tail;
} number_words[] = {[BY_NOTHING] = {"No number is cited", "; report ", " fits"},
                    [BY_SLIP] = {"The log cites \"", "\"; report ", " differs by a slip ("},
                    [BY_SHORT] = {"The log cites \"", "\" without a year; report ", " is of the year of the search"},
                    [BY_REASON] = {"The reason cites \"", "\", report ", ""},
                    [BY_CAD] = {"The log cites \"", "\", the CAD event number of report ", ""},
                    [BY_NUMBER] = {"The log cites \"", "\", report ", ""}};

static void words_time(GString *words, const struct grounds *grounds) {
  if (grounds->stated_day) g_string_append(words, "; it dates the search on this day");
  else if (grounds->other_day) g_string_append(words, "; but it dates the search on another day");
  else if (grounds->distance == G_MAXINT32) g_string_append(words, "; it bears no date that could be read");
  else if (grounds->distance == 0) g_string_append(words, "; dated the same day");
  else
    g_string_append_printf(words, "; %sdated %d day%s %s the search", grounds->near ? "" : "but ", abs(grounds->distance),
                           abs(grounds->distance) == 1 ? "" : "s", grounds->distance < 0 ? "before" : "after");
}

char *grounds_tell(const struct grounds *grounds, const char *cited, const char *number, guint rivals) {
  static const char *const officer[] = {[OFFICER_NOT] = "; but the searcher is neither its author nor named in it",
                                        [OFFICER_AUTHOR] = "; the searcher is its author",
                                        [OFFICER_NAMED] = "; the searcher is named in it"};
  GString *words = g_string_new(number_words[grounds->number].head);
  if (cited) g_string_append(words, cited);
  g_string_append(words, number_words[grounds->number].middle);
  g_string_append(words, number);
  g_string_append(words, number_words[grounds->number].tail);
  if (grounds->number == BY_SLIP) g_string_append_printf(words, "%s) and fits", grounds->slip);
  if (grounds->foreign) g_string_append(words, "; but the number bears another agency's label");
  g_string_append(words, officer[grounds->officer]);
  words_time(words, grounds);
  g_string_append(words, grounds->use      ? "; it documents a use"
                         : grounds->unread ? "; a narrative of it could not be evaluated"
                                           : "; but no row of it documents a use");
  if (grounds->subject) g_string_append(words, "; it names the candidate that was selected");
  if (grounds->subject_differs) g_string_append(words, "; but it names another candidate than was selected");
  if (grounds->none_but_selected) g_string_append(words, "; but it says that no candidate came back");
  if (rivals)
    g_string_append_printf(words, "; %u other report%s fit%s as well", rivals, rivals == 1 ? "" : "s", rivals == 1 ? "s" : "");
  return g_string_free(g_string_append_c(words, '.'), FALSE);
}
