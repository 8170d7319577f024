/* Runs the passes in order: who is who, purposes, narratives, links, rules. Each pass is in a file of its own. */
#include "include/cell/cell_state.h"
#include "include/assets.h"
#include "include/audit.h"
#include "analyze/decided_by.h"
#include "analyze/judge/answers.h"
#include "analyze/judge/judge.h"
#include "analyze/judge/purpose_by_case.h"
#include "analyze/judge/passage.h"
#include "analyze/link/link.h"
#include "analyze/link/own_prefix.h"
#include "analyze/matter/matter.h"
#include "analyze/people/people.h"
#include "analyze/people/workstation.h"
#include "analyze/purpose/incident_types.h"
#include "analyze/purpose/notice_about.h"
#include "analyze/purpose/purpose.h"
#include "analyze/narrative/narratives.h"
#include "include/timing.h"
#include "include/cell/zone.h"
#include <malloc.h>
#include <string.h>

static const char *const meanings[] = {
    "row_meaning", "approval",      "report",         "reading",        "session",          "session_event",    "alternative",
    "comparison",  "account_hours", "log_number",     "day_activity",   "account_activity", "session_activity", "unevaluated",
    "rule",        "matter",        "finding_matter", "passage_matter", "finding_row",      "evidence",         "second_reading",
    "understood",  "answered",      "passage",        "named_in_text",  "first_sight",      "outside",          "report_unlogged",
    "workstation", "not_covered",   "incident_type"};

/* Removes the results of an earlier analysis; facts stay. */
static void meanings_clear(struct db *db) {
  for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++) {
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s", meanings[i]);
    db_run(db, sql);
  }
  db_run(db, "UPDATE account SET person = NULL, person_how = NULL WHERE person NOT NULL");
}

static void purpose_store(struct db *db, sqlite3_stmt *set, gint64 reason, const struct purpose *purpose, const char *strange) {
  db_bind_text(set, 1, purpose->name);
  db_bind_text(set, 2, purpose->detail);
  db_bind_text(set, 3, purpose->words);
  db_bind_text(set, 4, purpose->doubt);
  db_bind_text(set, 5, strange);
  db_bind_int(set, 6, reason);
  db_step(db, set);
  db_reset(set);
}

static struct purposes *purposes_load(struct db *db) {
  struct purposes *purposes = purposes_new();
  sqlite3_stmt *own = db_prepare(db, "SELECT key, value FROM setting WHERE section = 'purposes'");
  while (db_step(db, own)) purposes_add(purposes, db_text(own, 0), db_text(own, 1));
  sqlite3_finalize(own);
  return purposes;
}

/* There are few reasons for many searches: each distinct reason is read once. */
static void purposes_name(struct db *db, struct purposes *purposes) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT reason, text FROM reason");
  sqlite3_stmt *set = db_prepare(
      db, "UPDATE reason SET purpose = ?, detail = ?, words = ?, doubt = ?, strange = ?, purpose_read = NULL, by_case = NULL, "
          "answer = NULL, answer_place = NULL WHERE reason = ?");
  while (db_step(db, rows)) {
    struct purpose purpose = {.doubt = "withheld in the export"};
    bool withheld = cell_state(db_text(rows, 1)) == CELL_WITHHELD;
    if (!withheld) purpose_read(purposes, db_text(rows, 1), &purpose);
    g_autofree char *strange = withheld ? NULL : purpose_strange(purposes, db_text(rows, 1));
    purpose_store(db, set, db_int(rows, 0), &purpose, strange);
    g_free(purpose.words);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
}

static void links_make(struct db *db) {
  g_autofree char *agency = db_setting(db, "agency", "name", "");
  g_autofree char *pattern = db_setting(db, "case_numbers", "pattern", NULL),
                  *prefixes = db_setting(db, "case_numbers", "own_prefixes", NULL);
  times_enter("people and purposes");
  struct roster *roster = roster_load_with_log(db);
  struct numbers *numbers = numbers_new(agency, pattern, prefixes);
  db_run(db, asset_text("analyze/people/hours.sql"));
  struct reports *reports = reports_collect(db, numbers, roster);
  narratives_read(db, roster, reports);
  db_run(db, asset_text("analyze/narrative/reports.sql"));
  times_enter("linking searches");
  own_prefixes_learn(db, numbers, reports);
  link_searches(db, numbers, reports);
  db_run(db, asset_text("analyze/link/linked.sql"));
  times_enter("notices");
  notices_match(db, numbers);
  reports_free(reports);
  numbers_free(numbers);
  roster_free(roster);
}

void analyze_database(struct db *db) {
  times_enter("people and purposes");
  db_run(db, "BEGIN");
  meanings_clear(db);
  accounts_match(db);
  struct purposes *purposes = purposes_load(db);
  purposes_name(db, purposes);
  users_match(db);
  candidates_match(db);
  workstations_match(db);
  links_make(db);
  malloc_trim(0); /* linking held much memory, which the rules need */
  times_enter("comparing reports");
  reports_compare(db);
  purposes_by_case(db, purposes);
  notices_about(db, purposes);
  incident_types_name(db, purposes);
  purposes_free(purposes);
  answers_read(db);
  rules_judge(db);
  matters_make(db);
  answers_unplaced(db);
  decided_by_store(db);
  progress_end();
  times_enter("committing");
  db_run(db, "COMMIT");
}
