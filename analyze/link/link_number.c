/* Weighs the reports to which the numbers cited by a session lead. link.c decides what becomes of the session. */
#include "analyze/link/linking.h"
#include <string.h>

enum { EXACT_HOLDS = 2 /* an exact number supported by this many of officer, time and use does not lose to a slip */ };

static void slip_note(gint64 report, const char *words, void *data) {
  struct slip slip = {(guint32)report, words};
  g_array_append_val(((const struct linker *)data)->slips, slip);
}

static void slip_weigh(struct by_number *by, guint32 report, const char *slip) {
  const struct report_facts *facts = &by->linker->reports->at[report - 1];
  if (!report_may_be_near(&by->linker->weigher, &by->session->sought, facts)) return;
  struct weight weight = session_weigh(&by->linker->weigher, &by->session->sought, report, BY_SLIP);
  weight.cited = by->citation->text, weight.grounds.slip = slip;
  /* A slip with the right officer at the right time is strong evidence; but the report must at least mention the matter. */
  const struct grounds *grounds = &weight.grounds;
  if (grounds->officer && grounds->near && (grounds->use || facts->mention) && !grounds->subject_differs)
    g_array_append_val(by->linker->weights, weight);
}

static void slips_weigh(struct by_number *by) {
  GArray *slips = by->linker->slips;
  g_array_set_size(slips, 0);
  numbers_slips(by->linker->numbers, by->citation, slip_note, by->linker);
  for (guint i = 0; i < slips->len; i++)
    slip_weigh(by, g_array_index(slips, struct slip, i).report, g_array_index(slips, struct slip, i).words);
}

static enum number_evidence evidence_of(const struct citation *citation, bool reason) {
  if (reason) return BY_REASON;
  if (citation->kind == CITE_CAD) return BY_CAD;
  return citation->short_form ? BY_SHORT : BY_NUMBER;
}

static void citation_weigh(struct by_number *by, bool reason) {
  const struct citation *cited = by->citation;
  bool holds = false;
  if (cited->report) {
    struct weight weight =
        session_weigh(&by->linker->weigher, &by->session->sought, (guint32)cited->report, evidence_of(cited, reason));
    guint fits = grounds_fit(&weight.grounds);
    bool foreign = cited->kind == CITE_FOREIGN;
    weight.cited = cited->text, weight.grounds.foreign = foreign;
    /* A number with another agency's label means this report only if everything else agrees. */
    if (!foreign || fits == 3) g_array_append_val(by->linker->weights, weight);
    holds = !foreign && fits >= EXACT_HOLDS;
  }
  if (!holds) slips_weigh(by);
}

static void citations_weigh(struct by_number *by, const struct citation *cited, guint count, bool reason) {
  if (!by->key && count && cited->kind != CITE_NONE) by->key = cited;
  for (guint i = 0; i < count; i++) {
    by->citation = &cited[i];
    citation_weigh(by, reason);
  }
}

static void citations_note(struct by_number *by, const struct citation *cited, guint count) {
  const struct linker *linker = by->linker;
  for (guint i = 0; i < count; i++) {
    by->own |= cited[i].kind == CITE_OWN || cited[i].kind == CITE_CAD;
    by->foreign |= cited[i].kind == CITE_FOREIGN;
    by->unreadable |= cited[i].kind == CITE_UNREADABLE;
    by->unevaluated |= cited[i].kind == CITE_UNEVALUATED;
    by->ambiguous |= cited[i].ambiguous;
    if (linker->reports->first_day > linker->reports->last_day) continue;
    by->off_cover |=
        cited[i].kind == CITE_OWN && cited[i].year && (cited[i].year < linker->first_year || cited[i].year > linker->last_year);
  }
}

static void text_read(struct linker *linker, const struct session *session, const char *text, bool reason) {
  struct cited cited = {linker->citations->len, 0, reason};
  g_array_set_size(linker->citations, cited.first + CITATIONS_MOST);
  cited.count = numbers_read(linker->numbers, text, reason, session->sought.first_day,
                             &g_array_index(linker->citations, struct citation, cited.first));
  g_array_set_size(linker->citations, cited.first + cited.count);
  g_array_append_val(linker->cited, cited);
}

static void session_read(struct linker *linker, const struct session *session) {
  g_array_set_size(linker->citations, 0), g_array_set_size(linker->cited, 0);
  for (guint i = 0; i < session->cases->len; i++) text_read(linker, session, session->cases->pdata[i], false);
  for (guint i = 0; i < session->reasons->len; i++) text_read(linker, session, session->reasons->pdata[i], true);
}

/* A number in a reason does not decide the kind of orphan if the cell has a number. */
static void texts_weigh(struct by_number *by) {
  const GArray *all = by->linker->cited;
  bool in_cell = false;
  for (guint i = 0; i < all->len; i++) {
    const struct cited *cited = &g_array_index(all, struct cited, i);
    const struct citation *citations = &g_array_index(by->linker->citations, struct citation, cited->first);
    if (!cited->reason || !in_cell) citations_note(by, citations, cited->count);
    if (!cited->reason) in_cell = by->own || by->foreign || by->unreadable || by->unevaluated;
    citations_weigh(by, citations, cited->count, cited->reason);
  }
}

/* ------------------------------------------------------------------------------------------------- the best of them */

/* Whether the number may well be meant as cited: a report of this time that could not be read, or one whose rival, a slip away,
   is cited by another session with its own number. */
static bool exact_possible(const struct grounds *exact, const struct grounds *slip) {
  return exact->near && (exact->unread || slip->cited);
}

/* An exact number that cannot be the report loses to a slip that fits; else the stronger evidence wins. */
static int weight_compare(gconstpointer a, gconstpointer b) {
  const struct weight *x = a, *y = b;
  bool x_slip = x->grounds.number == BY_SLIP, y_slip = y->grounds.number == BY_SLIP;
  if (x_slip != y_slip) {
    const struct weight *exact = x_slip ? y : x;
    const struct weight *slip = x_slip ? x : y;
    bool exact_holds =
        grounds_fit(&exact->grounds) >= (slip->grounds.use ? EXACT_HOLDS : 1) || exact_possible(&exact->grounds, &slip->grounds);
    return x_slip == exact_holds ? 1 : -1;
  }
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static bool weight_again(const GArray *weights, guint at) {
  for (guint i = 0; i < at; i++)
    if (g_array_index(weights, struct weight, i).report == g_array_index(weights, struct weight, at).report) return true;
  return false;
}

void numbers_weigh(struct by_number *by) {
  GArray *weights = by->linker->weights;
  g_array_set_size(weights, 0);
  session_read(by->linker, by->session);
  texts_weigh(by);
  g_array_sort(weights, weight_compare);
  for (guint i = 1; i < weights->len;)
    if (weight_again(weights, i)) g_array_remove_index(weights, i);
    else i++;
}

bool weights_contested(const GArray *weights) {
  const struct weight *best = &g_array_index(weights, struct weight, 0);
  bool exact = false;
  for (guint i = 1; i < weights->len; i++) exact |= best[i].grounds.number > BY_SLIP && best[i].grounds.near;
  return weights->len && best->grounds.number == BY_SLIP && exact;
}

guint weights_rivals(const GArray *weights) {
  const struct weight *best = &g_array_index(weights, struct weight, 0);
  guint rivals = 0;
  for (guint i = 1; i < weights->len; i++)
    rivals += best->score - best[i].score < 1.5 && best[i].grounds.number == best->grounds.number;
  return rivals;
}
