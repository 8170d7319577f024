/* A search and its incident report: numbers first, then, for sessions without one, the best fit among reports nobody accounts
   for. How one report fits one session is weighed in weigh.c; what follows from a missing link is decided by rules. */
#include "link.h"
#include "audit.h"
#include "fill.h"
#include "link_inside.h"
#include "log_rows.h"
#include "zone.h"
#include <stdlib.h>
#include <string.h>

enum { EXACT_HOLDS = 2 /* an exact number with so many of officer, time and use loses to no slip */ };

/* ------------------------------------------------------------------------------------------------- by number */

/* The numbers that a session cites, and the reports they lead to. */
struct by_number {
  struct linker *linker;
  const struct session *session;
  const struct citation *citation; /* in hand */
  const struct citation *key;      /* the first that has one; NULL: none */
  bool own, foreign, unreadable, off_cover, ambiguous;
};

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

static void cells_read(struct by_number *by, struct citation *citations) {
  const struct session *session = by->session;
  for (guint i = 0; i < few_count(&session->cases); i++, citations += CITATIONS_MOST) {
    guint count = numbers_read(by->linker->numbers, few_at(&session->cases, i), false, session->sought.first_day, citations);
    citations_note(by, citations, count);
    citations_weigh(by, citations, count, false);
  }
}

static void reasons_read(struct by_number *by, struct citation *citations) {
  const struct few *reasons = &by->session->reasons;
  bool in_cell = by->own || by->foreign || by->unreadable;
  for (guint i = 0; i < few_count(reasons); i++, citations += CITATIONS_MOST) {
    struct reason_text *reason = few_at(reasons, i);
    if (!reason_cites(by->linker, reason)) continue;
    guint count = numbers_read(by->linker->numbers, reason->text, true, by->session->sought.first_day, citations);
    if (!in_cell) citations_note(by, citations, count);
    citations_weigh(by, citations, count, true);
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

/* Best first, each report once. */
static void weights_settle(GArray *weights) {
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

static guint weights_rivals(const GArray *weights) {
  const struct weight *best = &g_array_index(weights, struct weight, 0);
  guint rivals = 0;
  for (guint i = 1; i < weights->len; i++)
    rivals += best->score - best[i].score < 1.5 && best[i].grounds.number == best->grounds.number;
  return rivals;
}

/* So late that its report may not be written yet; not known where no report bears a date. */
static bool session_late(const struct by_number *by) {
  const struct reports *reports = by->linker->reports;
  return reports->first_day <= reports->last_day && by->session->sought.last_day > reports->last_day - by->linker->pending_days;
}

static enum orphan_kind orphan_kind(const struct by_number *by) {
  const struct reports *reports = by->linker->reports;
  const struct sought *sought = &by->session->sought;
  gint32 pending = by->linker->pending_days;
  if (!by->own && !by->unreadable && !by->foreign) return ORPHAN_NO_NUMBER;
  if (!by->own && by->foreign) return ORPHAN_FOREIGN;
  if (by->off_cover || sought->last_day < reports->first_day || sought->first_day > reports->last_day + pending)
    return ORPHAN_OUTSIDE;
  return session_late(by) ? ORPHAN_PENDING : ORPHAN_NOT_FOUND;
}

static guint32 orphan_phrase(const struct by_number *by) {
  const struct reports *reports = by->linker->reports;
  struct orphan orphan = {.kind = orphan_kind(by),
                          .ambiguous = by->ambiguous,
                          .withheld = by->session->withheld_case,
                          .late = session_late(by),
                          .unsupplied = !reports->supplied};
  return phrases_orphan(by->linker->links->phrases, &orphan);
}

/* --------------------------------------------------------------------------------------------------- keeping it */

static guint32 text_keep(struct links *links, const char *text) {
  guint32 place = (guint32)links->texts->len + 1;
  g_string_append_len(links->texts, text, (gssize)strlen(text) + 1);
  return place;
}

/* A number is kept where it cannot be had from the case number of the first search. */
static guint32 cited_keep(struct linker *linker, const struct session *session, const char *cited) {
  bool elsewhere = session->first_case && !strcmp(cited, session->first_case);
  return elsewhere && session->searches == 1 ? 0 : text_keep(linker->links, cited);
}

static void more_keep(struct linker *linker, struct link *link, struct link_more more) {
  if (!more.cited && !more.key) return;
  g_array_append_val(linker->links->more, more);
  link->more = linker->links->more->len;
}

static guint32 key_keep(struct linker *linker, const struct citation *citation) {
  g_autofree char *key = citation_key(citation);
  return key ? text_keep(linker->links, key) : 0;
}

static gint32 hundredths(double score) { return (gint32)(score * 100 + (score < 0 ? -0.5 : 0.5)); }

static void rivals_keep(struct linker *linker, const struct session *session) {
  for (guint i = 1; i < MIN(linker->weights->len, RIVALS_MOST + 1u); i++) {
    const struct weight *weight = &g_array_index(linker->weights, struct weight, i);
    struct rival rival = {.weight = hundredths(weight->score), .session = session->sought.session, .report = weight->report};
    rival.phrase = phrases_link(linker->links->phrases, &weight->grounds, weight->slip, 0, false);
    const char *case_number = session->first_case;
    if (!case_number || strcmp(weight->cited, case_number)) rival.cited = text_keep(linker->links, weight->cited);
    g_array_append_val(linker->rivals, rival);
  }
}

static void winner_keep(struct by_number *by, struct link *link) {
  struct linker *linker = by->linker;
  const struct weight *best = &g_array_index(linker->weights, struct weight, 0);
  bool keyed = by->key && by->key->report == best->report;
  link->report = best->report;
  link->phrase = phrases_link(linker->links->phrases, &best->grounds, best->slip, weights_rivals(linker->weights), keyed);
  more_keep(linker, link,
            (struct link_more){cited_keep(linker, by->session, best->cited), keyed || !by->key ? 0 : key_keep(linker, by->key)});
  linker->reports->at[best->report - 1].claimed = true;
  rivals_keep(linker, by->session);
}

/* A session without a number waits until all others have claimed their reports. */
static void open_keep(struct linker *linker, const struct sought *sought) {
  struct sought open = *sought;
  open.candidates = (struct few){NULL, NULL};
  for (guint i = 0; i < few_count(&sought->candidates); i++)
    few_add(&open.candidates, g_string_chunk_insert_const(linker->names, few_at(&sought->candidates, i)));
  g_array_append_val(linker->open, open);
}

static void session_link(struct session *session, void *data) {
  struct linker *linker = data;
  struct by_number by = {.linker = linker, .session = session};
  struct link *link = &linker->links->at[session->sought.session];
  link->session = LINK_FIRST | session->searches;
  guint cases = few_count(&session->cases);
  g_array_set_size(linker->weights, 0);
  g_array_set_size(linker->citations, (cases + few_count(&session->reasons)) * CITATIONS_MOST);
  struct citation *citations = &g_array_index(linker->citations, struct citation, 0);
  cells_read(&by, citations);
  reasons_read(&by, citations + cases * CITATIONS_MOST);
  weights_settle(linker->weights);
  if (linker->weights->len) {
    winner_keep(&by, link);
    return;
  }
  link->phrase = orphan_phrase(&by);
  more_keep(linker, link, (struct link_more){0, by.key ? key_keep(linker, by.key) : 0});
  if (linker->reports->supplied && !by.own && !by.foreign && !by.unreadable) open_keep(linker, &session->sought);
}

static void search_join(guint32 event, guint32 session, void *data) {
  struct linker *linker = data;
  linker->links->at[event].session = session;
}

/* What the second look found for sessions that were orphans. */
static void open_settle(struct linker *linker) {
  for (guint i = 0; i < linker->open->len; i++) {
    const struct found *found = &linker->found[i];
    if (!found->winner) continue;
    const struct pair *winner = &g_array_index(linker->pairs, struct pair, found->winner - 1);
    struct link *link = &linker->links->at[g_array_index(linker->open, struct sought, i).session];
    link->report = winner->report;
    link->phrase = phrases_link(linker->links->phrases, &winner->grounds, NULL, found->rivals, false);
  }
}

/* ------------------------------------------------------------------------------------------------------- storing */

static void rival_store(const struct linker *linker, struct fill *to, const struct rival *rival) {
  fill_int(to, 1, rival->session);
  fill_int(to, 2, rival->report);
  fill_int(to, 3, rival->weight);
  fill_int(to, 4, rival->phrase);
  if (rival->cited) fill_text(to, 5, linker->links->texts->str + rival->cited - 1);
  fill_row(to);
}

static void rivals_store(struct linker *linker) {
  struct fill *to = fill_open(linker->db, linker->load, "rival", "session, report, weight, phrase, cited");
  for (guint i = 0; i < linker->rivals->len; i++) rival_store(linker, to, &g_array_index(linker->rivals, struct rival, i));
  for (guint i = 0; linker->pairs && i < linker->open->len; i++)
    for (guint k = 0; k < linker->found[i].losers; k++) {
      const struct pair *pair = &g_array_index(linker->pairs, struct pair, linker->found[i].loser[k] - 1);
      struct rival rival = {.weight = hundredths(pair->score),
                            .report = pair->report,
                            .session = g_array_index(linker->open, struct sought, i).session,
                            .phrase = phrases_link(linker->links->phrases, &pair->grounds, NULL, 0, false)};
      rival_store(linker, to, &rival);
    }
  fill_close(to);
}

static struct links *links_new(struct db *db) {
  struct links *links = g_new0(struct links, 1);
  links->last = (guint32)db_value_int(db, "SELECT max(event) FROM event");
  links->at = g_new0(struct link, (gsize)links->last + 1);
  links->more = g_array_new(FALSE, FALSE, sizeof(struct link_more));
  links->texts = g_string_new(NULL);
  links->soon = g_array_new(FALSE, FALSE, sizeof(guint32));
  links->phrases = phrases_new();
  links->rows = log_rows_new();
  return links;
}

void linking_free(struct links *links) {
  g_free(links->at);
  g_array_unref(links->more);
  g_string_free(links->texts, TRUE);
  g_array_unref(links->soon);
  phrases_free(links->phrases);
  log_rows_free(links->rows);
  g_free(links);
}

static void sought_clear(gpointer data) { few_clear(&((struct sought *)data)->candidates); }

static void linker_begin(struct linker *linker) {
  struct db *db = linker->db;
  const struct reports *reports = linker->reports;
  int unused;
  linker->weigher = (struct weigher){reports, (gint32)db_setting_int(db, "thresholds", "near_before_days", 14),
                                     (gint32)db_setting_int(db, "thresholds", "near_after_days", 3)};
  linker->pending_days = (gint32)db_setting_int(db, "thresholds", "pending_days", 14);
  if (reports->first_day <= reports->last_day) {
    day_date(reports->first_day, &linker->first_year, &unused, &unused);
    day_date(reports->last_day, &linker->last_year, &unused, &unused);
  }
  linker->links = links_new(db);
  linker->names = g_string_chunk_new(16 * 1024);
  linker->rivals = g_array_new(FALSE, FALSE, sizeof(struct rival));
  linker->open = g_array_new(FALSE, FALSE, sizeof(struct sought));
  g_array_set_clear_func(linker->open, sought_clear);
  linker->citations = g_array_new(FALSE, FALSE, sizeof(struct citation));
  linker->weights = g_array_new(FALSE, FALSE, sizeof(struct weight));
  linker->slips = g_array_new(FALSE, FALSE, sizeof(struct slip));
  linker->sessions = sessions_begin(db, (struct session_takers){session_link, search_join, linker});
}

/* Forgets what was found so far, but not the log. */
static void linker_again(struct linker *linker) {
  struct links *links = linker->links;
  memset(links->at, 0, sizeof *links->at * ((gsize)links->last + 1));
  GArray *const arrays[] = {links->more, links->soon, linker->rivals, linker->open};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++) g_array_set_size(arrays[i], 0);
  g_string_truncate(links->texts, 0);
  for (gint64 i = 0; i < linker->reports->count; i++) linker->reports->at[i].claimed = false;
  sessions_free(linker->sessions);
  linker->sessions = sessions_begin(linker->db, (struct session_takers){session_link, search_join, linker});
}

static void linker_end(struct linker *linker) {
  sessions_free(linker->sessions);
  g_free(linker->found);
  if (linker->pairs) g_array_unref(linker->pairs);
  g_array_unref(linker->rivals);
  g_array_unref(linker->open);
  g_array_unref(linker->citations);
  g_array_unref(linker->weights);
  g_array_unref(linker->slips);
  g_string_chunk_free(linker->names);
}

struct links *link_searches(struct db *db, struct load *load, const struct numbers *numbers, struct reports *reports) {
  struct linker linker = {.db = db, .load = load, .numbers = numbers, .reports = reports};
  linker_begin(&linker);
  /* Without reports nothing is found, but the numbers cited still name the cases of notifications. */
  if (!log_link(&linker)) {
    linker_again(&linker);
    log_link_sorted(&linker);
  }
  linker.found = g_new0(struct found, linker.open->len + 1);
  if (reports->supplied) link_without_number(&linker);
  open_settle(&linker);
  rivals_store(&linker);
  linker_end(&linker);
  return linker.links;
}
