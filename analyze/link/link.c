/* A search and its incident report: numbers first, then, for sessions without one, the best fit among reports nobody accounts
   for. How one report fits one session is weighed in weigh.c; what follows from a missing link is decided by rules. */
#include "analyze/link/link.h"
#include "include/audit.h"
#include "analyze/link/link_inside.h"
#include "analyze/log_rows.h"
#include "include/cell/zone.h"
#include <string.h>

enum { SESSIONS_TOGETHER = 256 };

/* ------------------------------------------------------------------------------------------------------- orphans */

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

static void session_link(struct linker *linker, const struct session *session, const struct cited *cited, guint count) {
  struct by_number by = {.linker = linker, .session = session};
  struct link *link = &linker->links->at[session->sought.session];
  link->session = LINK_FIRST | session->searches;
  g_array_set_size(linker->weights, 0);
  texts_weigh(&by, cited, count);
  weights_settle(linker->weights);
  if (linker->weights->len) {
    winner_keep(&by, link);
    return;
  }
  link->phrase = orphan_phrase(&by);
  more_keep(linker, link, (struct link_more){0, by.key ? key_keep(linker, by.key) : 0});
  if (linker->reports->supplied && !by.own && !by.foreign && !by.unreadable) open_keep(linker, &session->sought);
}

/* On a thread of its own: first what all of them cite, then what comes of it. */
static void sessions_link(gpointer ended, gpointer own) {
  const GPtrArray *sessions = ended;
  struct linker *linker = own;
  guint counts[SESSIONS_TOGETHER], at = 0;
  g_array_set_size(linker->citations, 0), g_array_set_size(linker->cited, 0);
  for (guint i = 0; i < sessions->len; i++) counts[i] = session_read(linker, sessions->pdata[i]);
  for (guint i = 0; i < sessions->len; at += counts[i++])
    session_link(linker, sessions->pdata[i], &g_array_index(linker->cited, struct cited, at), counts[i]);
}

static void sessions_leave(struct linker *linker, GPtrArray *sessions) {
  for (guint i = 0; i < sessions->len; i++) sessions_drop(linker->sessions, sessions->pdata[i]);
  g_ptr_array_set_size(sessions, 0);
}

static void session_take(struct session *session, void *data) {
  struct linker *linker = data;
  g_ptr_array_add(linker->ended, session);
  if (linker->ended->len < SESSIONS_TOGETHER) return;
  GPtrArray *done = relay_pass(linker->relay, linker->ended);
  if (done) sessions_leave(linker, done);
  linker->ended = done ? done : g_ptr_array_sized_new(SESSIONS_TOGETHER);
}

/* The last of them. */
static void sessions_settle(struct linker *linker) {
  GPtrArray *done = relay_pass(linker->relay, linker->ended);
  for (; done || (done = relay_take(linker->relay)); done = NULL) {
    sessions_leave(linker, done);
    g_ptr_array_unref(done);
  }
  linker->ended = g_ptr_array_sized_new(SESSIONS_TOGETHER);
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

static void rival_store(const struct linker *linker, struct insert *to, const struct rival *rival) {
  insert_int(to, 1, rival->session);
  insert_int(to, 2, rival->report);
  insert_int(to, 3, rival->weight);
  insert_int(to, 4, rival->phrase);
  if (rival->cited) insert_text(to, 5, linker->links->texts->str + rival->cited - 1);
  insert_row(to);
}

static void rivals_store(struct linker *linker) {
  struct insert *to = insert_open(linker->db, "rival", "session, report, weight, phrase, cited");
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
  insert_close(to);
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
  linker->cited = g_array_new(FALSE, FALSE, sizeof(struct cited));
  linker->ended = g_ptr_array_sized_new(SESSIONS_TOGETHER);
  linker->relay = relay_new(sessions_link, (gpointer[]){linker}, 1);
  linker->weights = g_array_new(FALSE, FALSE, sizeof(struct weight));
  linker->slips = g_array_new(FALSE, FALSE, sizeof(struct slip));
  linker->sessions = sessions_begin(db, (struct session_takers){session_take, search_join, linker});
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
  linker->sessions = sessions_begin(linker->db, (struct session_takers){session_take, search_join, linker});
}

static void linker_end(struct linker *linker) {
  relay_free(linker->relay);
  sessions_free(linker->sessions);
  g_ptr_array_unref(linker->ended);
  g_free(linker->found);
  if (linker->pairs) g_array_unref(linker->pairs);
  g_array_unref(linker->rivals);
  g_array_unref(linker->open);
  g_array_unref(linker->citations);
  g_array_unref(linker->cited);
  g_array_unref(linker->weights);
  g_array_unref(linker->slips);
  g_string_chunk_free(linker->names);
}

struct links *link_searches(struct db *db, const struct numbers *numbers, struct reports *reports) {
  struct linker linker = {.db = db, .numbers = numbers, .reports = reports};
  linker_begin(&linker);
  /* Without reports nothing is found, but the numbers cited still name the cases of notifications. */
  bool ordered = log_link(&linker);
  sessions_settle(&linker);
  if (!ordered) {
    linker_again(&linker);
    log_link_sorted(&linker);
    sessions_settle(&linker);
  }
  linker.found = g_new0(struct found, linker.open->len + 1);
  if (reports->supplied) link_without_number(&linker);
  open_settle(&linker);
  rivals_store(&linker);
  linker_end(&linker);
  return linker.links;
}
