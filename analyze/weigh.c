/* The evidence that one report is the report of one session. Which report wins is decided in link.c. */
#include "weigh.h"
#include <stdlib.h>
#include <string.h>

static bool person_among(const GArray *people, gint64 person) {
  for (guint i = 0; people && i < people->len; i++)
    if (g_array_index(people, gint64, i) == person) return true;
  return false;
}

static void weigh_officer(struct weight *weight, const struct weigher *weigher, const struct report_facts *facts, gint64 person) {
  if (!person) return;
  for (guint i = 0; i < facts->rows; i++)
    if (g_array_index(weigher->reports->rows, struct report_row_facts, facts->first_row + i).author == person) {
      weight->officer = true;
      weight->officer_how = "the searcher is its author";
      return;
    }
  if (!person_among(report_said(facts)->people, person)) return;
  weight->officer = true;
  weight->officer_how = "the searcher is named in it";
}

static void weigh_time(struct weight *weight, const struct weigher *weigher, const struct report_facts *facts,
                       const struct session *session) {
  weight->distance = G_MAXINT32;
  for (guint i = 0; i < facts->rows; i++) {
    gint32 day = g_array_index(weigher->reports->rows, struct report_row_facts, facts->first_row + i).day;
    if (day == G_MININT32) continue;
    gint32 after = day - session->first_day, before = session->last_day - day;
    if (before <= weigher->near_before && after <= weigher->near_after) weight->near = true;
    gint32 distance = after > 0 ? after : before > 0 ? -before : 0;
    if (weight->distance == G_MAXINT32 || abs(distance) < abs(weight->distance)) weight->distance = distance;
  }
  if (!report_said(facts)->search_days) return;
  bool stated = false;
  for (guint i = 0; i < report_said(facts)->search_days->len; i++) {
    gint32 day = g_array_index(report_said(facts)->search_days, gint32, i);
    stated |= day >= session->first_day && day <= session->last_day;
  }
  weight->stated_day = stated;
  weight->other_day = !stated;
  weight->near = stated;
}

static void weigh_subject(struct weight *weight, const struct report_facts *facts, const struct session *session) {
  weight->none_but_selected = facts->no_candidate && !report_said(facts)->candidates && session->candidates;
  if (!report_said(facts)->candidates || !session->candidates) return;
  bool differs = true;
  for (guint i = 0; i < report_said(facts)->candidates->len; i++)
    for (guint j = 0; j < session->candidates->len; j++) {
      enum name_match match = name_compare(report_said(facts)->candidates->pdata[i], session->candidates->pdata[j]);
      weight->subject |= match == NAME_SAME;
      differs &= match == NAME_DIFFERENT;
    }
  weight->subject_differs = differs;
}

static const double number_weight[] = {
    [BY_NOTHING] = 0, [BY_SLIP] = 4, [BY_SHORT] = 7, [BY_REASON] = 9.5, [BY_CAD] = 9.8, [BY_NUMBER] = 10};

guint weight_fits(const struct weight *weight) { return (guint)weight->officer + weight->near + weight->use; }

struct weight session_weigh(const struct weigher *weigher, const struct session *session, gint64 report,
                            enum number_evidence number, const char *cited, const char *slip) {
  const struct report_facts *facts = &weigher->reports->at[report - 1];
  struct weight weight = {.report = report, .number = number, .slip = slip, .use = facts->use};
  g_strlcpy(weight.cited, cited ? cited : "", sizeof weight.cited);
  weigh_officer(&weight, weigher, facts, session->person);
  weigh_time(&weight, weigher, facts, session);
  weigh_subject(&weight, facts, session);
  weight.score = number_weight[number] + 3 * weight_fits(&weight) + 3 * weight.subject - 3 * weight.subject_differs +
                 2 * weight.stated_day - weight.none_but_selected;
  if (weight.distance != G_MAXINT32) weight.score -= 0.02 * MIN(abs(weight.distance), 50);
  return weight;
}

const char *weight_method(const struct weight *weight) {
  static const char *const methods[] = {[BY_NOTHING] = "officer, time and use",
                                        [BY_SLIP] = "report number with a slip",
                                        [BY_SHORT] = "report number without its year",
                                        [BY_REASON] = "number in the reason",
                                        [BY_CAD] = "CAD event number",
                                        [BY_NUMBER] = "report number"};
  return methods[weight->number];
}

/* Figures from the labelled years: how often links of each kind were right (tests/test_link.c holds them to it). */
double weight_confidence(const struct weight *weight, guint rivals) {
  guint fits = weight_fits(weight);
  if (weight->number >= BY_REASON) {
    static const double exact[] = {0.55, 0.80, 0.96, 0.99};
    double sure = exact[fits] - (weight->number == BY_REASON ? 0.01 : 0);
    if (weight->subject) sure = MAX(sure, 0.98);
    if (weight->foreign) sure -= 0.2;
    if (weight->subject_differs) sure -= fits == 3 ? 0.02 : 0.1;
    return rivals ? sure - 0.1 : sure;
  }
  if (weight->number == BY_SHORT) return fits == 3 ? 0.93 : fits == 2 ? 0.8 : 0.55;
  if (weight->number == BY_SLIP && !weight->use) return 0.55;
  if (weight->number == BY_SLIP)
    return (weight->subject ? 0.93 : 0.85) - (rivals ? 0.3 : 0) - (weight->subject_differs ? 0.2 : 0);
  double sure = 0.65 + (weight->subject ? 0.22 : 0) + (weight->stated_day ? 0.1 : 0) - (weight->none_but_selected ? 0.15 : 0);
  return MAX(0.3, MIN(0.95, sure) - (rivals ? 0.25 : 0));
}

static void words_number(GString *words, const struct weight *weight, const char *number) {
  switch (weight->number) {
  case BY_NUMBER: g_string_append_printf(words, "The log cites \"%s\", report %s", weight->cited, number); break;
  case BY_CAD:
    g_string_append_printf(words, "The log cites \"%s\", the CAD event number of report %s", weight->cited, number);
    break;
  case BY_REASON: g_string_append_printf(words, "The reason cites \"%s\", report %s", weight->cited, number); break;
  case BY_SHORT:
    g_string_append_printf(words, "The log cites \"%s\" without a year; report %s is of the year of the search", weight->cited,
                           number);
    break;
  case BY_SLIP:
    g_string_append_printf(words, "The log cites \"%s\"; report %s differs by a slip (%s) and fits", weight->cited, number,
                           weight->slip);
    break;
  case BY_NOTHING: g_string_append_printf(words, "No number is cited; report %s fits", number); break;
  }
}

static void words_time(GString *words, const struct weight *weight) {
  if (weight->stated_day) g_string_append(words, "; it dates the search on this day");
  else if (weight->other_day) g_string_append(words, "; but it dates the search on another day");
  else if (weight->distance == G_MAXINT32) g_string_append(words, "; it bears no date that could be read");
  else if (weight->distance == 0) g_string_append(words, "; dated the same day");
  else
    g_string_append_printf(words, "; %sdated %d day%s %s the search", weight->near ? "" : "but ", abs(weight->distance),
                           abs(weight->distance) == 1 ? "" : "s", weight->distance < 0 ? "before" : "after");
}

char *weight_words(const struct weight *weight, const char *number, guint rivals) {
  GString *words = g_string_new(NULL);
  words_number(words, weight, number);
  if (weight->foreign) g_string_append(words, "; but the number bears another agency's label");
  if (weight->officer) g_string_append_printf(words, "; %s", weight->officer_how);
  else g_string_append(words, "; but the searcher is neither its author nor named in it");
  words_time(words, weight);
  g_string_append(words, weight->use ? "; it documents a use" : "; but no row of it documents a use");
  if (weight->subject) g_string_append(words, "; it names the candidate that was selected");
  if (weight->subject_differs) g_string_append(words, "; but it names another candidate than was selected");
  if (weight->none_but_selected) g_string_append(words, "; but it says that no candidate came back");
  if (rivals)
    g_string_append_printf(words, "; %u other report%s fit%s as well", rivals, rivals == 1 ? "" : "s", rivals == 1 ? "s" : "");
  g_string_append_c(words, '.');
  return g_string_free(words, FALSE);
}
