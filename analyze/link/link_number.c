/* The numbers that a session cites and the reports they lead to, weighed against each other. What becomes of the session is
   link.c's. */
#include "analyze/link/link_inside.h"
#include <string.h>

enum { EXACT_HOLDS = 2 /* an exact number with so many of officer, time and use loses to no slip */ };

/* Reports lie far apart in memory: they are on their way before the first is looked at. */
static void slip_note(gint64 report, const char *slip, void *data) {
  const struct linker *linker = data;
  struct slip one = {(guint32)report, slip};
  __builtin_prefetch(&linker->reports->at[report - 1].last_day);
  g_array_append_val(linker->slips, one);
}

static void slip_weigh(struct by_number *by, guint32 report, const char *slip) {
  const struct report_facts *facts = &by->linker->reports->at[report - 1];
  if (!report_may_be_near(&by->linker->weigher, &by->session->sought, facts)) return;
  struct weight weight = session_weigh(&by->linker->weigher, &by->session->sought, report, BY_SLIP);
  weight.cited = by->citation->text, weight.slip = slip;
  /* A slip and the right officer at the right time is much; it still takes a report that at least speaks of the matter. */
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
    /* A number with another agency's label is this report's only where all else says so. */
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
    by->ambiguous |= cited[i].ambiguous;
    if (linker->reports->first_day > linker->reports->last_day) continue;
    by->off_cover |=
        cited[i].kind == CITE_OWN && cited[i].year && (cited[i].year < linker->first_year || cited[i].year > linker->last_year);
  }
}

/* Reasons are few, and most hold no digit: those are read once. */
static bool reason_cites(const struct linker *linker, struct reason_text *reason) {
  if (reason->read) return reason->cites;
  struct citation citations[CITATIONS_MOST];
  reason->read = true;
  return reason->cites = strpbrk(reason->text, "0123456789") || numbers_read(linker->numbers, reason->text, true, 0, citations);
}

/* The reports of sessions lie far apart in memory: they are on their way while the next session is read. */
static void text_read(struct linker *linker, const struct session *session, const char *text, bool reason) {
  struct cited cited = {linker->citations->len, 0, reason};
  g_array_set_size(linker->citations, cited.first + CITATIONS_MOST);
  struct citation *citations = &g_array_index(linker->citations, struct citation, cited.first);
  cited.count = numbers_read(linker->numbers, text, reason, session->sought.first_day, citations);
  for (guint i = 0; i < cited.count; i++)
    if (citations[i].report) __builtin_prefetch(&linker->reports->at[citations[i].report - 1].said);
  g_array_set_size(linker->citations, cited.first + cited.count);
  g_array_append_val(linker->cited, cited);
}

guint session_read(struct linker *linker, const struct session *session) {
  guint before = linker->cited->len;
  for (guint i = 0; i < few_count(&session->cases); i++) text_read(linker, session, few_at(&session->cases, i), false);
  for (guint i = 0; i < few_count(&session->reasons); i++) {
    struct reason_text *reason = few_at(&session->reasons, i);
    if (reason_cites(linker, reason)) text_read(linker, session, reason->text, true);
  }
  return linker->cited->len - before;
}

void texts_weigh(struct by_number *by, const struct cited *cited, guint count) {
  bool in_cell = false;
  for (; count--; cited++) {
    const struct citation *citations = &g_array_index(by->linker->citations, struct citation, cited->first);
    if (!cited->reason || !in_cell) citations_note(by, citations, cited->count);
    if (!cited->reason) in_cell = by->own || by->foreign || by->unreadable;
    citations_weigh(by, citations, cited->count, cited->reason);
  }
}

/* ------------------------------------------------------------------------------------------------- the best of them */

/* An exact number that cannot be the report loses to a slip that fits; else the stronger evidence wins. */
static int weight_compare(gconstpointer a, gconstpointer b) {
  const struct weight *x = a, *y = b;
  bool x_slip = x->grounds.number == BY_SLIP, y_slip = y->grounds.number == BY_SLIP;
  if (x_slip != y_slip) {
    const struct weight *exact = x_slip ? y : x;
    const struct weight *slip = x_slip ? x : y;
    bool exact_holds = grounds_fit(&exact->grounds) >= (slip->grounds.use ? EXACT_HOLDS : 1);
    return x_slip == exact_holds ? 1 : -1;
  }
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

void weights_settle(GArray *weights) {
  if (weights->len < 2) return;
  g_array_sort(weights, weight_compare);
  for (guint i = 1; i < weights->len;) {
    bool again = false;
    for (guint j = 0; j < i && !again; j++)
      again = g_array_index(weights, struct weight, j).report == g_array_index(weights, struct weight, i).report;
    if (again) g_array_remove_index(weights, i);
    else i++;
  }
}

guint weights_rivals(const GArray *weights) {
  const struct weight *best = &g_array_index(weights, struct weight, 0);
  guint rivals = 0;
  for (guint i = 1; i < weights->len; i++)
    rivals += best->score - best[i].score < 1.5 && best[i].grounds.number == best->grounds.number;
  return rivals;
}
