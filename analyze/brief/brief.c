/* Goes over what is kept of the log, in the order of events, when all is linked, and stores of each row what rules look at. */
#include "analyze/brief/brief.h"
#include "include/audit.h"
#include <string.h>

/* What rows tell of their account. */
struct account {
  gint32 person;                 /* negative or 0: not in the personnel file */
  guint32 rank;                  /* the place of its user id among all */
  gint32 watch;                  /* as view account_watch has it */
  gint32 shift_start, shift_end; /* minutes of the day; -1: not told */
};

struct briefer {
  struct db *db;
  const struct links *links;
  struct reports *reports;
  struct counts *counts;
  struct insert *to;
  GArray *accounts;    /* of struct account */
  GPtrArray *purposes; /* by reason */
  guint32 *linked;     /* events, by report */
  guint32 *linked_end; /* by report: where its events begin */
};

static const char columns[] =
    "in_period, is_search, watch, day, account, person, report, use_row, purpose, selected, minute, shift_start, shift_end, "
    "at, at_other, at_doubt, reason, phrase, session, searches, cited, case_key";
enum {
  IN_PERIOD = 1,
  IS_SEARCH,
  WATCH,
  DAY,
  ACCOUNT,
  PERSON,
  REPORT,
  USE_ROW,
  PURPOSE,
  SELECTED,
  MINUTE,
  SHIFT_START,
  SHIFT_END,
  AT,
  AT_OTHER,
  AT_DOUBT,
  REASON,
  PHRASE,
  SESSION,
  SEARCHES,
  CITED,
  CASE_KEY
};

/* ------------------------------------------------------------------------------------------------------------- a row */

static void link_put(struct briefer *briefer, guint32 event, guint32 session) {
  const struct links *links = briefer->links;
  const struct link *link = &links->at[session];
  guint32 use_row = link->report ? briefer->reports->at[link->report - 1].use_row : 0;
  struct insert *to = briefer->to;
  if (link->report) insert_int(to, REPORT, link->report);
  if (use_row) insert_int(to, USE_ROW, use_row);
  insert_int(to, PHRASE, link->phrase);
  insert_int(to, SESSION, session);
  if (event == session) insert_int(to, SEARCHES, link->session & ~LINK_FIRST);
  if (!link->more) return;
  const struct link_more *more = &g_array_index(links->more, struct link_more, link->more - 1);
  if (more->cited) insert_text(to, CITED, links->texts->str + more->cited - 1);
  if (more->key) insert_text(to, CASE_KEY, links->texts->str + more->key - 1);
}

static void row_put(struct briefer *briefer, const struct log_row *row) {
  struct insert *to = briefer->to;
  guint32 session = link_session(briefer->links, row->event);
  const struct account *account = &g_array_index(briefer->accounts, struct account, row->account);
  insert_int(to, IN_PERIOD, row->in_period);
  insert_int(to, IS_SEARCH, row->is_search);
  insert_int(to, WATCH, account->watch);
  insert_int(to, DAY, row->day);
  insert_int(to, ACCOUNT, row->account);
  if (account->person > 0) insert_int(to, PERSON, account->person);
  insert_text(to, PURPOSE, briefer->purposes->pdata[row->reason]);
  insert_int(to, SELECTED, row->candidate);
  insert_int(to, MINUTE, log_row_minute(row));
  if (account->shift_start >= 0) insert_int(to, SHIFT_START, account->shift_start);
  if (account->shift_end >= 0) insert_int(to, SHIFT_END, account->shift_end);
  insert_int(to, AT, row->at);
  if (row->has_other) insert_int(to, AT_OTHER, row->at_other);
  insert_text(to, AT_DOUBT, row->at_doubt);
  if (row->reason) insert_int(to, REASON, row->reason);
  if (session) link_put(briefer, row->event, session);
  insert_row_as(to, row->event);
}

/* ------------------------------------------------------------------------------------------------------- what it tells */

static void report_note(const struct briefer *briefer, const struct log_row *row, struct report_facts *facts) {
  const struct account *accounts = &g_array_index(briefer->accounts, struct account, 0);
  if (!facts->account || accounts[row->account].rank < accounts[facts->account].rank) facts->account = row->account;
  facts->searches += row->in_period;
  facts->exported |= row->candidate != CANDIDATE_UNEXPORTED;
  facts->selected |= row->candidate == CANDIDATE_STATED;
  facts->withheld |= row->candidate == CANDIDATE_WITHHELD;
}

/* Rows of the log by the report they are linked to; a report's in their order. */
static void linked_order(struct briefer *briefer) {
  const struct links *links = briefer->links;
  gsize reports = (gsize)briefer->reports->count;
  guint32 *end = briefer->linked_end = g_new0(guint32, reports + 2);
  for (guint32 event = 1; event <= links->last; event++) end[links->at[link_session(links, event)].report]++;
  end[0] = 0;
  for (gsize i = 1; i <= reports + 1; i++) end[i] += end[i - 1];
  briefer->linked = g_new(guint32, end[reports] + 1);
  for (guint32 event = links->last; event; event--) {
    guint32 report = links->at[link_session(links, event)].report;
    if (report) briefer->linked[--end[report]] = event;
  }
}

static void row_count(struct briefer *briefer, const struct log_row *row) {
  const struct links *links = briefer->links;
  struct search_fate fate = {.orphan = ORPHAN_KINDS};
  guint32 session = link_session(links, row->event);
  if (session) {
    const struct link *link = &links->at[session];
    struct report_facts *facts = link->report ? &briefer->reports->at[link->report - 1] : NULL;
    fate = (struct search_fate){facts, facts && facts->use_row, phrase_orphan(links->phrases, link->phrase)};
    if (facts) report_note(briefer, row, facts);
  }
  counts_add(briefer->counts, row, &fate);
}

/* On a thread beside: neither reads what the other writes, and the database is the other's. */
static gpointer rows_count(gpointer data) {
  struct briefer *briefer = data;
  struct log_rows_at at = {0, 0};
  struct log_row row = {0};
  while (log_rows_next(briefer->links->rows, &at, &row)) row_count(briefer, &row);
  linked_order(briefer);
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------ other tables */

static void linked_store(const struct briefer *briefer) {
  struct insert *to = insert_open(briefer->db, "linked", "");
  for (guint32 report = 1; report <= briefer->reports->count; report++)
    for (guint32 i = briefer->linked_end[report]; i < briefer->linked_end[report + 1]; i++)
      insert_row_as(to, (gint64)report << 32 | briefer->linked[i]);
  insert_close(to);
}

static void soon_store(struct db *db, const GArray *soon) {
  struct insert *to = insert_open(db, "event_soon", "");
  for (guint i = 0; i < soon->len; i++) insert_row_as(to, g_array_index(soon, guint32, i));
  insert_close(to);
}

/* ------------------------------------------------------------------------------------------------------- making it */

static void accounts_read(struct briefer *briefer) {
  sqlite3_stmt *rows = db_prepare(briefer->db, "SELECT account, coalesce(person, 0), watch, coalesce(shift_start, -1), "
                                               "coalesce(shift_end, -1) FROM account JOIN account_watch USING (account) "
                                               "ORDER BY user_id");
  for (guint32 rank = 0; db_step(briefer->db, rows); rank++) {
    guint account = (guint)db_int(rows, 0);
    if (briefer->accounts->len <= account) g_array_set_size(briefer->accounts, account + 1);
    g_array_index(briefer->accounts, struct account, account) = (struct account){
        (gint32)db_int(rows, 1), rank, (gint32)db_int(rows, 2), (gint32)db_int(rows, 3), (gint32)db_int(rows, 4)};
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

void brief_make(struct db *db, const struct links *links, struct reports *reports, struct counts *counts) {
  struct briefer briefer = {.db = db,
                            .links = links,
                            .reports = reports,
                            .counts = counts,
                            .to = insert_open(db, "event_brief", columns),
                            .accounts = g_array_new(FALSE, TRUE, sizeof(struct account)),
                            .purposes = g_ptr_array_new()};
  struct log_rows_at at = {0, 0};
  struct log_row row = {0};
  accounts_read(&briefer);
  purposes_read(&briefer);
  GThread *counting = g_thread_new("count", rows_count, &briefer);
  while (log_rows_next(links->rows, &at, &row)) {
    row_put(&briefer, &row);
    if (!(row.event & 4095)) progress_show("counting searches", row.event, links->last);
  }
  insert_close(briefer.to);
  g_thread_join(counting);
  linked_store(&briefer);
  soon_store(db, links->soon);
  g_array_unref(briefer.accounts);
  g_ptr_array_unref(briefer.purposes);
  g_free(briefer.linked);
  g_free(briefer.linked_end);
}
