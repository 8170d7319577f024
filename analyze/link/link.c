/* Links searches to their incident reports: first by numbers; then, for sessions without one, by the best fit among the reports
   that no session has claimed. evidence.c weighs how one report fits one session; the rules decide what a missing link means. */
#include "analyze/link/link.h"
#include "analyze/link/linking.h"
#include "include/audit.h"
#include "include/cell/zone.h"
#include <math.h>
#include <string.h>

/* ------------------------------------------------------------------------------------------------------- orphans */

enum orphan_kind { ORPHAN_FOREIGN, ORPHAN_NO_NUMBER, ORPHAN_NOT_FOUND, ORPHAN_OUTSIDE, ORPHAN_PENDING, ORPHAN_UNEVALUATED };

static const struct {
  const char *name, *words;
} orphans[] = {
    [ORPHAN_NO_NUMBER] = {"no number",
                          "No number is cited, and no report that documents a use by this officer near this time is left."},
    [ORPHAN_NOT_FOUND] = {"number not found", "The number cited is in no report supplied, nor one a slip away that fits."},
    [ORPHAN_FOREIGN] = {"another agency's number", "The number cited bears another agency's label or form."},
    [ORPHAN_OUTSIDE] = {"outside the reports supplied",
                        "The day of the search or the number cited lies outside the time that the reports supplied cover."},
    [ORPHAN_PENDING] =
        {"report may be pending",
         "No report supplied is that of this search, which is so late that its report may not have been written or "
         "approved yet."},
    [ORPHAN_UNEVALUATED] = {"not evaluated",
                            "[case_numbers] pattern in audit.ini reached its limit on the number cited, so that no report was "
                            "looked for: simplify the pattern, or look for the report by hand."}};

/* Whether a search is so late that its report may not be written yet; unknown if no report is dated. */
static bool session_late(const struct by_number *by) {
  const struct reports *reports = by->linker->reports;
  return reports->first_day <= reports->last_day && by->session->sought.last_day > reports->last_day - by->linker->pending_days;
}

/* Whether the reports supplied would include one of the session, if there were one. */
static bool session_covered(const struct by_number *by) {
  const GArray *coverage = by->linker->coverage;
  gint32 day = by->session->sought.last_day;
  for (guint i = 0; coverage && i < coverage->len; i++) {
    const struct days *days = &g_array_index(coverage, struct days, i);
    if (day >= days->from && day <= days->to) return true;
  }
  return !coverage;
}

static enum orphan_kind orphan_kind(const struct by_number *by) {
  gint32 latest = by->linker->reports->last_day + by->linker->pending_days;
  if (by->unevaluated && !by->own) return ORPHAN_UNEVALUATED;
  if (!by->own && by->foreign) return ORPHAN_FOREIGN;
  if (!session_covered(by)) return session_late(by) && by->session->sought.last_day <= latest ? ORPHAN_PENDING : ORPHAN_OUTSIDE;
  if (by->off_cover) return ORPHAN_OUTSIDE;
  return by->own || by->unreadable ? ORPHAN_NOT_FOUND : ORPHAN_NO_NUMBER;
}

static char *orphan_tell(const struct by_number *by, enum orphan_kind kind) {
  bool numberless = kind == ORPHAN_NO_NUMBER;
  return g_strconcat(by->session->case_withheld && numberless ? "The case number is withheld in the export. " : "",
                     by->ambiguous ? "The number cited means several reports (their letters are left out), and none of them fits "
                                     "alone."
                                   : orphans[kind].words,
                     NULL);
}

/* --------------------------------------------------------------------------------------------------- keeping it */

enum { ACCOUNT = 1, SEARCHES, REPORT, METHOD, CONFIDENCE, WHY, ORPHAN_KIND, CASE_KEY };
static const char session_columns[] = "account, searches, report, method, confidence, why, orphan_kind, case_key";

static void session_store(struct linker *linker, const struct session *session) {
  insert_int(linker->sessions, ACCOUNT, session->account);
  insert_int(linker->sessions, SEARCHES, session->searches);
  insert_row_as(linker->sessions, session->number);
}

/* KEY may be NULL. */
static void link_store(struct linker *linker, const struct session *session, const struct weight *weight, guint rivals,
                       const char *key) {
  struct report_facts *facts = &linker->reports->at[weight->report - 1];
  g_autofree char *why = grounds_tell(&weight->grounds, weight->cited, facts->number, rivals);
  facts->claimed = true, facts->cited |= weight->grounds.number > BY_SLIP;
  insert_int(linker->sessions, REPORT, weight->report);
  insert_text(linker->sessions, METHOD, grounds_method(&weight->grounds));
  insert_real(linker->sessions, CONFIDENCE, grounds_confidence(&weight->grounds, rivals));
  insert_text(linker->sessions, WHY, why);
  insert_text(linker->sessions, CASE_KEY, key);
  session_store(linker, session);
}

static void orphan_store(const struct by_number *by, const char *key) {
  struct linker *linker = by->linker;
  enum orphan_kind kind = orphan_kind(by);
  bool supplied = linker->reports->supplied;
  g_autofree char *why = supplied ? orphan_tell(by, kind) : g_strdup("No incident reports were supplied.");
  insert_text(linker->sessions, WHY, why);
  insert_text(linker->sessions, ORPHAN_KIND, supplied ? orphans[kind].name : NULL);
  insert_text(linker->sessions, CASE_KEY, key);
  session_store(linker, by->session);
}

static void alternative_store(struct linker *linker, gint64 session, const struct weight *weight) {
  g_autofree char *why = grounds_tell(&weight->grounds, weight->cited, linker->reports->at[weight->report - 1].number, 0);
  insert_int(linker->alternatives, 1, session);
  insert_int(linker->alternatives, 2, weight->report);
  insert_real(linker->alternatives, 3, round(weight->score * 100) / 100);
  insert_text(linker->alternatives, 4, why);
  insert_int(linker->alternatives, 5, weight->grounds.number > BY_SLIP && (weight->grounds.near || weight->grounds.officer));
  insert_row(linker->alternatives);
}

/* ------------------------------------------------------------------------------------------------------- sessions */

/* Whether a dispatch number of another officer's report from another time is no evidence: if the session's own report lies
   outside those supplied, its number only looks like that dispatch number. */
static bool number_borrowed(const struct by_number *by) {
  const GArray *weights = by->linker->weights;
  if (!weights->len || session_covered(by)) return false;
  const struct grounds *best = &g_array_index(weights, struct weight, 0).grounds;
  return best->number == BY_CAD && best->officer == OFFICER_NOT && !best->near;
}

/* Frees the session, or keeps it for later; a contested one is kept only the FIRST time. */
static void session_link(struct linker *linker, struct session *session, bool first) {
  struct by_number by = {.linker = linker, .session = session};
  const GArray *weights = linker->weights;
  numbers_weigh(&by);
  if (first && weights_contested(weights)) {
    g_ptr_array_add(linker->contested, session);
    return;
  }
  if (number_borrowed(&by)) g_array_set_size(linker->weights, 0);
  g_autofree char *key = by.key ? citation_key(by.key) : NULL;
  bool cites = by.own || by.foreign || by.unreadable || by.unevaluated;
  if (weights->len) {
    link_store(linker, session, &g_array_index(weights, struct weight, 0), weights_rivals(weights), key);
    for (guint i = 1; i < MIN(weights->len, RIVALS_MOST + 1u); i++)
      alternative_store(linker, session->number, &g_array_index(weights, struct weight, i));
  } else if (cites || !linker->reports->supplied) orphan_store(&by, key);
  else {
    g_ptr_array_add(linker->open, session); /* it waits until all others have claimed their reports */
    return;
  }
  session_free(session);
}

static void contested_link(struct linker *linker) {
  g_autoptr(GPtrArray) sessions = g_steal_pointer(&linker->contested);
  for (guint i = 0; i < sessions->len; i++) session_link(linker, sessions->pdata[i], false);
}

static void open_link(struct linker *linker) {
  GArray *pairs;
  g_autofree struct found *found = link_without_number(linker, &pairs);
  for (guint i = 0; i < linker->open->len; i++) {
    const struct session *session = linker->open->pdata[i];
    struct by_number by = {.linker = linker, .session = session};
    if (found[i].winner) link_store(linker, session, &found[i].winner->weight, found[i].rivals, NULL);
    else orphan_store(&by, NULL);
    for (guint k = 0; k < found[i].lost; k++) alternative_store(linker, session->number, &found[i].losers[k]->weight);
  }
  g_array_unref(pairs);
}

static struct search search_read(sqlite3_stmt *row) {
  enum {
    EVENT,
    ACCOUNT_OF,
    PERSON,
    AT,
    DAY,
    PROBE,
    CASE,
    REASON,
    CANDIDATE,
    PROBE_WITHHELD,
    CASE_WITHHELD,
    REASON_WITHHELD,
    CANDIDATE_WITHHELD,
    USER_WITHHELD
  };
  return (struct search){.event = db_int(row, EVENT),
                         .account = db_int(row, ACCOUNT_OF),
                         .person = (gint32)db_int(row, PERSON),
                         .at = db_int(row, AT),
                         .day = (gint32)db_int(row, DAY),
                         .probe = db_text(row, PROBE),
                         .case_number = db_text(row, CASE),
                         .reason = db_text(row, REASON),
                         .candidate = db_text(row, CANDIDATE),
                         .probe_withheld = db_int(row, PROBE_WITHHELD),
                         .case_withheld = db_int(row, CASE_WITHHELD),
                         .reason_withheld = db_int(row, REASON_WITHHELD),
                         .candidate_withheld = db_int(row, CANDIDATE_WITHHELD),
                         .user_withheld = db_int(row, USER_WITHHELD)};
}

/* A number that could be read after all is none. */
static void spoilt_count(struct linker *linker, const struct search *search) {
  struct citation citations[CITATIONS_MOST];
  if (search->case_withheld || !numbers_spoilt(linker->numbers, search->case_number)) return;
  numbers_read(linker->numbers, search->case_number, false, search->day, citations);
  if (citations[0].kind != CITE_NONE) return;
  if (!linker->spoilt++) linker->spoilt_event = search->event;
}

static void spoilt_note(struct linker *linker) {
  if (!linker->spoilt) return;
  sqlite3_stmt *to = db_prepare(
      linker->db, "INSERT INTO source_note (source, line, text, front) SELECT source, line, printf('%,d %s what a spreadsheet "
                  "makes of a number"
                  " that it takes for a date or shortens (\"%s\"): which case it was cannot be told. Export the log again with "
                  "case numbers as"
                  " text.', ?2, iif(?2 = 1, 'case number is', 'case numbers are'), case_number), 1 FROM event WHERE event = ?1");
  db_bind_int(to, 1, linker->spoilt_event);
  db_bind_int(to, 2, linker->spoilt);
  db_step(linker->db, to);
  sqlite3_finalize(to);
}

/* Numbers are sorted, not rows. */
static const char searches_sql[] =
    "SELECT e.event, e.account, coalesce(a.owner, 0), e.at, e.day, e.probe, e.case_number, r.text, e.candidate, "
    "e.probe_withheld, e.case_withheld, e.reason_withheld, e.candidate_withheld, coalesce(a.withheld, 0)"
    " FROM (SELECT event FROM event WHERE is_search ORDER BY at, event LIMIT -1) o CROSS JOIN event e ON e.event = o.event"
    " LEFT JOIN account a ON a.account = e.account LEFT JOIN reason r ON r.reason = e.reason";

/* Without reports nothing can be linked, but the numbers cited still name the cases of notifications. */
static void sessions_link(struct linker *linker) {
  struct sessions *sessions = sessions_new(db_setting_int(linker->db, "thresholds", "session_minutes", 30) * 60);
  struct insert *to = insert_open(linker->db, "session_event", "session");
  sqlite3_stmt *rows = db_prepare(linker->db, searches_sql);
  guint64 done = 0, all = (guint64)db_value_int(linker->db, "SELECT count(*) FROM event WHERE is_search");
  struct session *ended;
  while (db_step(linker->db, rows)) {
    struct search search = search_read(rows);
    spoilt_count(linker, &search);
    insert_int(to, 1, sessions_add(sessions, &search)->number);
    insert_row_as(to, search.event);
    while ((ended = sessions_next(sessions, search.at))) session_link(linker, ended, true);
    if (!(++done & 4095)) progress_show("linking searches", done, all);
  }
  while ((ended = sessions_next(sessions, G_MAXINT64))) session_link(linker, ended, true);
  sqlite3_finalize(rows);
  insert_close(to);
  sessions_free(sessions);
}

/* --------------------------------------------------------------------------------------------------------- linker */

static void session_drop(gpointer session) { session_free(session); }

/* Coverage is not determined for days outside the period: they count as covered. */
static GArray *coverage_read(struct db *db) {
  if (!db_value_int(db, "SELECT count(*) FROM coverage_kind WHERE kind = 'incident_reports'")) return NULL;
  GArray *coverage = g_array_new(FALSE, FALSE, sizeof(struct days));
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT from_day, to_day FROM coverage WHERE kind = 'incident_reports'"
                     " UNION ALL SELECT -1000000, from_day - 1 FROM period UNION ALL SELECT to_day + 1, 1000000 FROM period");
  while (db_step(db, rows)) {
    const struct days days = {(gint32)db_int(rows, 0), (gint32)db_int(rows, 1)};
    g_array_append_val(coverage, days);
  }
  sqlite3_finalize(rows);
  return coverage;
}

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
  linker->coverage = coverage_read(db);
  linker->sessions = insert_open(db, "session", session_columns);
  linker->alternatives = insert_open(db, "alternative", "session, report, score, why, cited");
  linker->contested = g_ptr_array_new();
  linker->open = g_ptr_array_new_with_free_func(session_drop);
  linker->citations = g_array_new(FALSE, FALSE, sizeof(struct citation));
  linker->cited = g_array_new(FALSE, FALSE, sizeof(struct cited));
  linker->weights = g_array_new(FALSE, FALSE, sizeof(struct weight));
  linker->slips = g_array_new(FALSE, FALSE, sizeof(struct slip));
}

static void linker_end(struct linker *linker) {
  insert_close(linker->sessions);
  insert_close(linker->alternatives);
  g_ptr_array_unref(linker->open);
  GArray *const arrays[] = {linker->citations, linker->cited, linker->weights, linker->slips};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++) g_array_unref(arrays[i]);
  if (linker->coverage) g_array_unref(linker->coverage);
}

void link_searches(struct db *db, const struct numbers *numbers, struct reports *reports) {
  struct linker linker = {.db = db, .numbers = numbers, .reports = reports};
  linker_begin(&linker);
  sessions_link(&linker);
  contested_link(&linker);
  open_link(&linker);
  spoilt_note(&linker);
  linker_end(&linker);
}
