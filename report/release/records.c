/* A release from the request to the register: what is asked for, decided, written, proven, and kept. */
#include "report/release/records.h"
#include "analyze/people/name.h"
#include "include/assets.h"
#include "include/cell/cell_state.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/message.h"
#include "include/output.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/csv/cell.h"
#include "report/document/asked.h"
#include "report/document/document.h"
#include "report/explain/find_subject.h"
#include "report/pdf/pdf.h"
#include "report/release/cells.h"
#include "report/release/decide.h"
#include "report/release/earlier.h"
#include "report/release/letter.h"
#include "report/release/proof.h"
#include "report/release/pseudonym.h"
#include "report/release/review.h"
#include "report/xlsx/xlsx.h"
#include <string.h>

/* ------------------------------------------------------------------------------------------------------- what is asked */

static void subject_set(struct db *db, const char *name, const char *kind, const char *words) {
  if (!words) {
    asked_set(db, name, NULL);
    return;
  }
  g_autofree char *precise = g_strdup_printf("%s:%s", kind, words), *id = NULL;
  struct subject subject = subject_find(db, precise, NULL);
  id = g_strdup_printf("%" G_GINT64_FORMAT, subject.id);
  asked_set(db, name, id);
  subject_clear(&subject);
}

static void names_set(struct db *db, const char *subject) {
  db_run(db, "CREATE TEMP TABLE subject_name (name TEXT PRIMARY KEY)");
  asked_set(db, "subject", subject);
  if (!subject) return;
  sqlite3_stmt *rows = db_prepare(db, "SELECT name FROM candidate"), *to = db_prepare(db, "INSERT INTO subject_name VALUES (?)");
  while (db_step(db, rows)) {
    if (name_compare(subject, db_text(rows, 0)) == NAME_DIFFERENT) continue;
    db_bind_text(to, 1, db_text(rows, 0));
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(to);
}

/* The words of statuses that are usual, and those of [case_status], which go before them. */
static void statuses_set(struct db *db) {
  static const char *const usual[][2] = {
      {"active", "open;active;pending;under investigation;ongoing;assigned;open/active;active "
                 "investigation;reopened;open - active;follow up;working"},
      {"cleared",
       "cleared by arrest;cleared - arrest;cleared/arrest;arrest;closed by "
       "arrest;closed - arrest;cleared by arrest - adult;cleared by arrest - juvenile;closed - cleared by arrest;arrested;cba"},
      {"closed", "closed;inactive;unfounded;exceptionally cleared;cleared exceptionally;exc "
                 "cleared;suspended;closed - no arrest;closed/inactive;administratively closed;"
                 "cleared - exceptional;ex-cleared;closed - unfounded;no further action;nfa"}};
  sqlite3_stmt *to = db_prepare(db, "INSERT OR IGNORE INTO status_word VALUES (lower(?), ?)");
  for (int own = 1; own >= 0; own--)
    for (gsize i = 0; i < G_N_ELEMENTS(usual); i++) {
      static const char *const keys[] = {"open", "pending", "closed"};
      g_autofree char *words = own ? db_setting(db, "case_status", keys[i], "") : g_strdup(usual[i][1]);
      g_auto(GStrv) each = text_list(words);
      for (char **word = each; *word; word++) {
        db_bind_text(to, 1, *word), db_bind_text(to, 2, usual[i][0]);
        db_step(db, to);
        db_reset(to);
      }
    }
  sqlite3_finalize(to);
}

static void request_set(struct db *db, const struct records_asked *asked) {
  asked_set(db, "request", asked->request);
  asked_set(db, "from", asked->from);
  asked_set(db, "to", asked->to);
  asked_set(db, "findings", asked->findings ? "yes" : NULL);
  asked_set(db, "day", asked->day);
  asked_set(db, "user_words", asked->user);
  asked_set(db, "report_words", asked->report);
  subject_set(db, "user", "user", asked->user);
  subject_set(db, "report", "report", asked->report);
  names_set(db, asked->subject);
}

/* --------------------------------------------------------------------------------------------------------- the cover */

/* Each spelling of the officers listed: an id stands for the names that log and personnel file give it, a name for its ids. */
static void undercover_complete(struct db *db, struct release *release) {
  GStrvBuilder *all = g_strv_builder_new();
  g_strv_builder_addv(all, (const char **)release->undercover);
  sqlite3_stmt *rows = db_prepare(
      db,
      "SELECT DISTINCT a.user_id, coalesce(e.user_name, a.user_name, ''), coalesce(p.user_id, ''),"
      " trim(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')) FROM event e JOIN account a USING (account) LEFT "
      "JOIN person p ON p.person = a.person WHERE NOT a.withheld UNION SELECT user_id, '', '', trim(coalesce(first_name, '') || "
      "' ' || coalesce(last_name, '')) FROM person");
  while (db_step(db, rows)) {
    if (!decide_undercover(release, db_text(rows, 0), db_text(rows, 1)) &&
        !decide_undercover(release, db_text(rows, 2), db_text(rows, 3)))
      continue;
    for (int i = 0; i < 4; i++)
      if (*db_text(rows, i) && cell_state(db_text(rows, i)) == CELL_STATED) g_strv_builder_add(all, db_text(rows, i));
  }
  sqlite3_finalize(rows);
  g_strfreev(release->undercover);
  release->undercover = g_strv_builder_end(all);
  g_strv_builder_unref(all);
}

/* A path of audit.ini is from its folder. */
static void settings_set(struct db *db, struct release *release, const char *folder) {
  g_autofree char *named = db_setting(db, "redactions", "exemptions", NULL),
                  *table =
                      named && folder && !g_path_is_absolute(named) ? g_build_filename(folder, named, NULL) : g_strdup(named),
                  *undercover = db_setting(db, "redactions", "undercover", ""),
                  *final = db_setting(db, "redactions", "audit_final", NULL),
                  *statuses = db_setting(db, "redactions", "statuses_on", NULL);
  release->exemptions = exemptions_read(table);
  release->offences = offences_new();
  release->arrest = db_setting(db, "redactions", "cleared_by_arrest", "ask");
  release->gallery = db_setting(db, "redactions", "gallery", "unknown");
  release->undercover = text_list(undercover);
  if (*release->undercover) undercover_complete(db, release);
  asked_set(db, "table", release->exemptions->written);
  asked_set(db, "gallery", release->gallery);
  asked_set(db, "arrest", release->arrest);
  asked_set(db, "undercover", *release->undercover ? "a list was supplied" : "no list was supplied");
  asked_set(db, "statuses_on", statuses);
  asked_set(db, "final", final && strcmp(final, release->day) <= 0 ? final : NULL);
}

/* Which citations of the release nobody has confirmed. */
static void confirmed_set(struct db *db, const struct release *release) {
  g_autoptr(GString) open = g_string_new(NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT cite FROM release_cell WHERE cite NOT NULL ORDER BY cite");
  while (db_step(db, rows)) {
    const struct exemption *exemption = exemption_cited(release->exemptions, db_text(rows, 0));
    if (exemption && !*exemption->confirmed) g_string_append_printf(open, "%s%s", open->len ? "; " : "", exemption->cite);
  }
  sqlite3_finalize(rows);
  asked_set(db, "unconfirmed", open->len ? open->str : NULL);
}

static void release_clear(struct release *release) {
  exemptions_free(release->exemptions);
  offences_free(release->offences);
  g_free((char *)release->arrest);
  g_free((char *)release->gallery);
  g_strfreev(release->undercover);
}

/* ------------------------------------------------------------------------------------------------------------------ print */

static void counts_print(struct db *db) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT CASE outcome WHEN 'released' THEN 'released' WHEN 'withheld' THEN 'withheld' WHEN "
                                      "'person' THEN 'for a person' WHEN 'source' THEN 'withheld by the source' END,"
                                      " printf('%,d cells', count(*)) || coalesce(', ' || cite, '') FROM release_cell WHERE part "
                                      "= 0 AND outcome <> 'blank' GROUP BY outcome, cite"
                                      " UNION ALL SELECT 'parts of text', printf('%,d, %s', count(*), coalesce(cite, outcome)) "
                                      "FROM release_cell WHERE part AND outcome <> 'released' GROUP BY outcome, cite");
  while (db_step(db, rows)) wrap_pair(db_text(rows, 0), db_text(rows, 1));
  sqlite3_finalize(rows);
}

/* Two minutes a cell that a person decides; ten seconds a row to look over. */
static void estimate_print(struct db *db, guint rows) {
  gint64 cells = db_value_int(db, "SELECT count(*) FROM release_cell WHERE part = 0"),
         waits = db_value_int(db, "SELECT count(*) FROM (SELECT DISTINCT column, iif(column = 'Address', '*', value), iif(column "
                                  "= 'Address', '*', event) FROM release_cell WHERE outcome = 'person')");
  g_autofree char *size = g_strdup_printf("%u searches, %" G_GINT64_FORMAT " cells", rows, cells),
                  *person = g_strdup_printf("%" G_GINT64_FORMAT " different cells or parts wait for a person", waits),
                  *time = g_strdup_printf("about %" G_GINT64_FORMAT
                                          " minutes: two for each that waits, ten seconds a row to look over",
                                          2 * waits + rows / 6 + 1);
  wrap_pair("request", size);
  wrap_pair("to decide", person);
  wrap_pair("time", time);
}

/* ------------------------------------------------------------------------------------------------------------------ files */

static bool format_asked(const struct records_asked *asked, const char *format) {
  g_auto(GStrv) formats = g_strsplit(asked->formats ? asked->formats : "xlsx,csv,pdf", ",", -1);
  return g_strv_contains((const char *const *)formats, format);
}

static void csv_write(struct db *db, const char *path) {
  struct output *file = output_open(path);
  struct section *section = section_read("report/sections/release/20-records-searches.sql");
  sqlite3_stmt *rows = section_open(db, section);
  for (int head = 1; head || db_step(db, rows); head = 0) {
    for (int i = 0; i < (int)section->column_count; i++) {
      if (i) output_print(file, ",");
      if (head || !db_is_null(rows, i)) csv_put(file, head ? sqlite3_column_name(rows, i) : db_text(rows, i));
    }
    output_print(file, "\n");
  }
  sqlite3_finalize(rows);
  section_free(section);
  output_close(file);
}

static void files_write(struct db *db, const char *out, const struct records_asked *asked, const struct release *release) {
  earlier_compare(db, asked->earlier, out);
  struct stage *stage = stage_new(out);
  const char *files = stage_files(stage);
  g_autofree char *book = g_build_filename(files, "records.xlsx", NULL), *csv = g_build_filename(files, "searches.csv", NULL),
                  *pdf = g_build_filename(files, "records.pdf", NULL), *letter = g_build_filename(files, "letter.txt", NULL);
  if (format_asked(asked, "xlsx")) xlsx_write_sections(db, book, asked->findings ? "records-findings" : "records");
  if (format_asked(asked, "csv")) csv_write(db, csv);
  struct document *document =
      document_read_titled(db, "records-pdf", "Public-records release", "Redacted under chapter 119, Florida Statutes.");
  if (format_asked(asked, "pdf")) pdf_write(document, pdf);
  letter_write(db, letter, release);
  guint sought = release_prove(db, files, document);
  document_free(document);
  manifest_write(files, manifest_name, NULL, 0);
  g_autofree char *kept = earlier_keep(out, files);
  stage_publish(stage, NULL);
  g_autofree char *proof =
      g_strdup_printf("%u withheld values were sought in every part of what was written, and none was found", sought);
  wrap_pair("proof", proof);
  g_autofree char *since = db_value_text(db, "SELECT value FROM asked WHERE name = 'since'");
  if (since) wrap_pair("since the last", since);
  wrap_pair("wrote", out);
  if (kept) wrap_pair("kept", kept);
}

/* A release of one account says who it is, whatever code stands in its cells. */
static void user_check(struct db *db, const struct release *release, const char *user) {
  if (!user) return;
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT s.user_id, s.user_name FROM release_search s");
  bool listed = decide_undercover(release, user, user);
  while (!listed && db_step(db, rows)) listed = decide_undercover(release, db_text(rows, 0), db_text(rows, 1));
  sqlite3_finalize(rows);
  if (listed)
    stop_input("audit.ini", 0,
               "[redactions] undercover: --user %s is on the list of undercover staff: rows of this account alone would say "
               "whose they are: release them "
               "with those of others (--from, --to), or ask counsel",
               user);
}

/* Nor does a mark hide a name that was asked for. */
static void subject_check(struct db *db, const char *out, const char *subject) {
  gint64 hidden = !subject
                      ? 0
                      : db_value_int(db, "SELECT count(*) FROM release_cell WHERE part = 0 AND column = 'Candidate selected' "
                                         "AND outcome IN ('withheld', 'person')");
  if (hidden)
    say_note(out, 0,
             "%" G_GINT64_FORMAT
             " of these searches do not release the name that was asked for, and that they are in a release by "
             "--subject tells it: read them before it is handed out",
             hidden);
}

void records_write(struct db *db, const char *out, const struct records_asked *asked) {
  struct release release = {.day = asked->day};
  if (asked->review && g_file_test(asked->review, G_FILE_TEST_EXISTS))
    stop_input(asked->review, 0, "is there, and may hold decisions: name another file, or use it with --answers");
  request_set(db, asked);
  settings_set(db, &release, asked->folder);
  g_autoptr(GPtrArray) answers = review_answers(&release, asked->answers, asked->answers_path);
  struct pseudonyms *pseudonyms = pseudonyms_new(asked->folder);
  db_run(db, asset_text("report/release/release.sql"));
  statuses_set(db);
  db_run(db, asset_text("report/release/release_rows.sql"));
  user_check(db, &release, asked->user);
  guint rows = cells_decide(db, &release, asked->columns, answers, pseudonym_of, pseudonyms);
  review_unused(answers, asked->answers_path);
  confirmed_set(db, &release);
  subject_check(db, out, asked->subject);
  wrap_heading(asked->estimate ? "Estimate of a release" : "Release", 2);
  estimate_print(db, rows);
  counts_print(db);
  if (asked->review) review_write(db, asked->review);
  if (!asked->estimate) {
    files_write(db, out, asked, &release);
    register_add(db, asked->folder, asked->request, asked->day, out);
  }
  pseudonyms_free(pseudonyms);
  release_clear(&release);
}
