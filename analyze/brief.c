/* Goes over the log in the order of events, when all is linked, and keeps of each row what rules look at. */
#include "brief.h"
#include "assets.h"
#include "audit.h"
#include "counts.h"
#include "log_run.h"
#include <string.h>

struct briefer {
  struct db *db;
  const struct links *links;
  struct reports *reports;
  struct counts *counts;
  struct log_runs *runs;
  sqlite3_stmt *to;
  GArray *people;      /* of gint32, by account */
  GPtrArray *purposes; /* by reason */
  GArray *ranks;       /* of guint32, by account: the place of its user id among all */
};

enum { CANDIDATE_UNEXPORTED, CANDIDATE_NONE, CANDIDATE_STATED, CANDIDATE_WITHHELD };

static const char rows_sql[] =
    "SELECT event, at, at_ms, at_other, at_doubt, utc_offset, day, is_search, in_period, account, reason, "
    "withheld, workstation, candidate, id, source, line FROM event ORDER BY event";
enum {
  EVENT,
  AT,
  AT_MS,
  AT_OTHER,
  AT_DOUBT,
  UTC_OFFSET,
  DAY,
  IS_SEARCH,
  IN_PERIOD,
  ACCOUNT,
  REASON,
  WITHHELD,
  WORKSTATION,
  CANDIDATE,
  ID,
  SOURCE,
  LINE
};

static const char brief_sql[] = "INSERT INTO event_brief (event, in_period, is_search, day, account, person, report, use_row, "
                                "purpose, selected, minute, at, at_other, "
                                "at_doubt, reason, phrase, session, searches, cited, case_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
enum {
  TO_EVENT = 1,
  TO_IN_PERIOD,
  TO_IS_SEARCH,
  TO_DAY,
  TO_ACCOUNT,
  TO_PERSON,
  TO_REPORT,
  TO_USE_ROW,
  TO_PURPOSE,
  TO_SELECTED,
  TO_MINUTE,
  TO_AT,
  TO_AT_OTHER,
  TO_AT_DOUBT,
  TO_REASON,
  TO_PHRASE,
  TO_SESSION,
  TO_SEARCHES,
  TO_CITED,
  TO_CASE_KEY
};

/* ------------------------------------------------------------------------------------------------------------- a row */

static int candidate_state(sqlite3_stmt *row, gint64 withheld) {
  if (db_is_null(row, CANDIDATE)) return CANDIDATE_UNEXPORTED;
  if (withheld & 128) return CANDIDATE_WITHHELD;
  return *db_text(row, CANDIDATE) ? CANDIDATE_STATED : CANDIDATE_NONE;
}

static void link_bind(struct briefer *briefer, guint32 event, guint32 session, const struct link *link, guint32 use_row) {
  const struct links *links = briefer->links;
  bool first = event == session;
  if (link->report) db_bind_int(briefer->to, TO_REPORT, link->report);
  if (use_row) db_bind_int(briefer->to, TO_USE_ROW, use_row);
  db_bind_int(briefer->to, TO_PHRASE, link->phrase);
  db_bind_int(briefer->to, TO_SESSION, session);
  if (first) db_bind_int(briefer->to, TO_SEARCHES, link->session & ~LINK_FIRST);
  if (!link->more) return;
  const struct link_more *more = &g_array_index(links->more, struct link_more, link->more - 1);
  if (more->cited) db_bind_text(briefer->to, TO_CITED, links->texts->str + more->cited - 1);
  if (more->key) db_bind_text(briefer->to, TO_CASE_KEY, links->texts->str + more->key - 1);
}

static void row_bind(struct briefer *briefer, sqlite3_stmt *row, const struct counted *counted, int selected) {
  sqlite3_stmt *to = briefer->to;
  gint32 person = g_array_index(briefer->people, gint32, counted->account);
  const char *purpose = briefer->purposes->pdata[counted->reason];
  db_bind_int(to, TO_EVENT, counted->event);
  db_bind_int(to, TO_IN_PERIOD, counted->in_period);
  db_bind_int(to, TO_IS_SEARCH, counted->is_search);
  db_bind_int(to, TO_DAY, counted->day);
  db_bind_int(to, TO_ACCOUNT, counted->account);
  if (person > 0) db_bind_int(to, TO_PERSON, person);
  if (purpose) db_bind_text(to, TO_PURPOSE, purpose);
  db_bind_int(to, TO_SELECTED, selected);
  db_bind_int(to, TO_MINUTE, counted->minute);
  db_bind_int(to, TO_AT, counted->at);
  if (!db_is_null(row, AT_OTHER)) db_bind_int(to, TO_AT_OTHER, db_int(row, AT_OTHER));
  if (!db_is_null(row, AT_DOUBT)) db_bind_text(to, TO_AT_DOUBT, db_text(row, AT_DOUBT));
  if (!db_is_null(row, REASON)) db_bind_int(to, TO_REASON, counted->reason);
}

static void report_note(struct briefer *briefer, const struct counted *row, struct report_facts *facts, int selected) {
  const guint32 *ranks = &g_array_index(briefer->ranks, guint32, 0);
  if (!facts->account || ranks[row->account] < ranks[facts->account]) facts->account = row->account;
  facts->searches += row->in_period;
  facts->exported |= selected != CANDIDATE_UNEXPORTED;
  facts->selected |= selected == CANDIDATE_STATED;
  facts->withheld |= selected == CANDIDATE_WITHHELD;
}

static struct counted row_read(sqlite3_stmt *row) {
  gint64 withheld = db_int(row, WITHHELD);
  struct counted counted = {.event = db_int(row, EVENT),
                            .at = db_int(row, AT),
                            .at_ms = db_int(row, AT_MS),
                            .day = db_int(row, DAY),
                            .account = (guint32)db_int(row, ACCOUNT),
                            .reason = (guint32)db_int(row, REASON),
                            .is_search = db_int(row, IS_SEARCH),
                            .in_period = db_int(row, IN_PERIOD),
                            .workstation = !(withheld & 2) && db_text(row, WORKSTATION) && *db_text(row, WORKSTATION),
                            .orphan = ORPHAN_KINDS};
  counted.minute = (counted.at / 60 + db_int(row, UTC_OFFSET)) % 1440;
  return counted;
}

static void row_add(struct briefer *briefer, sqlite3_stmt *row) {
  struct counted counted = row_read(row);
  int selected = candidate_state(row, db_int(row, WITHHELD));
  guint32 event = (guint32)counted.event, session = link_session(briefer->links, event);
  counted.candidate = selected == CANDIDATE_STATED;
  row_bind(briefer, row, &counted, selected);
  if (session) {
    const struct link *link = &briefer->links->at[session];
    struct report_facts *facts = link->report ? &briefer->reports->at[link->report - 1] : NULL;
    counted.linked = facts, counted.documented = facts && facts->use_row;
    counted.orphan = phrase_orphan(briefer->links->phrases, link->phrase);
    link_bind(briefer, event, session, link, facts ? facts->use_row : 0);
    if (facts) report_note(briefer, &counted, facts, selected);
  }
  db_step(briefer->db, briefer->to);
  db_reset(briefer->to);
  counts_add(briefer->counts, &counted);
  const char *id = db_text(row, ID);
  log_runs_add(briefer->runs, counted.event, id, id ? (gsize)db_length(row, ID) : 0, db_int(row, SOURCE), db_int(row, LINE));
}

/* ----------------------------------------------------------------------------------------------------- by report */

/* Rows of the log by the report they are linked to; a report's in their order. */
static void linked_store(struct briefer *briefer) {
  const struct links *links = briefer->links;
  gsize reports = (gsize)briefer->reports->count;
  g_autofree guint32 *end = g_new0(guint32, reports + 1);
  for (guint32 event = 1; event <= links->last; event++) end[links->at[link_session(links, event)].report]++;
  end[0] = 0;
  for (gsize i = 1; i <= reports; i++) end[i] += end[i - 1];
  guint32 all = end[reports];
  g_autofree guint32 *events = g_new(guint32, all + 1);
  for (guint32 event = links->last; event; event--) {
    guint32 report = links->at[link_session(links, event)].report;
    if (report) events[--end[report]] = event;
  }
  sqlite3_stmt *to = db_prepare(briefer->db, "INSERT INTO linked_event VALUES (?, ?)");
  for (guint32 report = 1; report <= reports; report++)
    for (guint32 i = end[report]; i < (report < reports ? end[report + 1] : all); i++) {
      db_bind_int(to, 1, report);
      db_bind_int(to, 2, events[i]);
      db_step(briefer->db, to);
      db_reset(to);
    }
  sqlite3_finalize(to);
}

static void soon_store(struct db *db, const GArray *soon) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO event_soon VALUES (?)");
  for (guint i = 0; i < soon->len; i++) {
    db_bind_int(to, 1, g_array_index(soon, guint32, i));
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

/* ------------------------------------------------------------------------------------------------------- making it */

static void accounts_read(struct briefer *briefer) {
  sqlite3_stmt *rows = db_prepare(briefer->db, "SELECT account, coalesce(person, 0) FROM account ORDER BY user_id");
  for (guint32 rank = 0; db_step(briefer->db, rows); rank++) {
    guint account = (guint)db_int(rows, 0);
    if (briefer->people->len <= account) {
      g_array_set_size(briefer->people, account + 1);
      g_array_set_size(briefer->ranks, account + 1);
    }
    g_array_index(briefer->people, gint32, account) = (gint32)db_int(rows, 1);
    g_array_index(briefer->ranks, guint32, account) = rank;
  }
  sqlite3_finalize(rows);
}

static void purposes_read(struct briefer *briefer) {
  g_ptr_array_add(briefer->purposes, NULL);
  sqlite3_stmt *rows = db_prepare(briefer->db, "SELECT reason, purpose FROM reason");
  while (db_step(briefer->db, rows)) {
    gint reason = (gint)db_int(rows, 0);
    if ((gint)briefer->purposes->len <= reason) g_ptr_array_set_size(briefer->purposes, reason + 1);
    briefer->purposes->pdata[reason] = (gpointer)g_intern_string(db_text(rows, 1));
  }
  sqlite3_finalize(rows);
}

static void rows_add(struct briefer *briefer) {
  guint64 done = 0;
  sqlite3_stmt *rows = db_prepare(briefer->db, rows_sql);
  while (db_step(briefer->db, rows)) {
    row_add(briefer, rows);
    if (!(++done & 1023)) progress_show("counting searches", done, briefer->links->last);
  }
  sqlite3_finalize(rows);
}

void brief_make(struct db *db, const struct links *links, struct reports *reports) {
  struct briefer briefer = {.db = db,
                            .links = links,
                            .reports = reports,
                            .counts = counts_begin(db),
                            .runs = log_runs_begin(db),
                            .to = db_prepare(db, brief_sql),
                            .people = g_array_new(FALSE, TRUE, sizeof(gint32)),
                            .purposes = g_ptr_array_new(),
                            .ranks = g_array_new(FALSE, TRUE, sizeof(guint32))};
  accounts_read(&briefer);
  purposes_read(&briefer);
  rows_add(&briefer);
  log_runs_end(briefer.runs);
  counts_end(briefer.counts);
  sqlite3_finalize(briefer.to);
  linked_store(&briefer);
  soon_store(db, links->soon);
  db_run(db, asset_text("analyze/brief.sql"));
  g_array_unref(briefer.people);
  g_ptr_array_unref(briefer.purposes);
  g_array_unref(briefer.ranks);
}
