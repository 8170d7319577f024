/* The command line: a table of commands and their options, and how the stages follow one another. What a stage does is in
   ingest/, analyze/ and report/; how the table is read and shown is in include/usage/. */
#include "ingest/answers/answers.h"
#include "ingest/answers/worksheet.h"
#include "include/timing.h"
#include "include/as_of.h"
#include "include/audit.h"
#include "include/choices.h"
#include "analyze/judge/card.h"
#include "analyze/narrative/system_names.h"
#include "ingest/init/init.h"
#include "ingest/init/inspect.h"
#include "report/casefile/casefile.h"
#include "report/explain/explain.h"
#include "report/explain/rules.h"
#include "report/release/cells.h"
#include "report/release/records.h"
#include "include/output.h"
#include "include/db_digest.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/folder/stage.h"
#include "include/guard.h"
#include "include/folder/way.h"
#include "report/report.h"
#include "report/review/compare.h"
#include "report/review/sample.h"
#include "report/review/seal.h"
#include "report/review/verify.h"
#include "include/message.h"
#include "include/text.h"
#include "include/usage/program.h"
#include "include/usage/usage.h"
#include "include/wrap.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* -------------------------------------------------------------------------------------------------------- the options */

static char **severities_list(void) { return g_strdupv((char **)severities); }

static char **rules_list(void) {
  g_autoptr(GPtrArray) cards = cards_load(NULL);
  GStrvBuilder *names = g_strv_builder_new();
  for (guint i = 0; i < cards->len; i++)
    if (((const struct card *)cards->pdata[i])->rule) g_strv_builder_add(names, ((const struct card *)cards->pdata[i])->rule);
  char **list = g_strv_builder_end(names);
  g_strv_builder_unref(names);
  return list;
}

static char **subjects_list(void) {
  g_auto(GStrv) rules = rules_list();
  g_autofree char *all = g_strjoinv(" ", rules), *more = g_strconcat("review ", all, NULL);
  return g_strsplit(more, " ", -1);
}

static char **commands_list(void);
static char **populations_list(void) { return g_strsplit("search report user", " ", -1); }
static char **strata_list(void) { return g_strsplit("user month", " ", -1); }
static char **statuses_list(void) { return g_strsplit("none open concluded", " ", -1); }
static char **release_formats_list(void) { return g_strsplit("xlsx csv pdf", " ", -1); }
static char **columns_list(void) { return g_strdupv((char **)(gpointer)release_columns); }
static char **shells_list(void) { return g_strsplit("bash zsh", " ", -1); }

static const struct usage_option
    option_out = {"out", 'o', "OUT", "write into this folder instead of DIR/audit", USAGE_FOLDER, NULL, false},
    option_ledger = {"ledger",   0,    "FILE", "keep people's answers in this file instead of DIR/dispositions.csv",
                     USAGE_FILE, NULL, false},
    option_formats = {"formats", 0, "LIST", "write only these, separated by commas", USAGE_WORD, report_formats, true},
    option_fail_on =
        {"fail-on",
         0,
         "SEVERITY",
         "exit with 1 where a finding is at least this severe, unless it was answered as explained, unfounded or not sustained",
         USAGE_WORD,
         severities_list,
         false},
    option_as_of = {"as-of",    0,
                    "DATE",     "the date of the audit, as 2023-05-31 (else SOURCE_DATE_EPOCH, else the last day of the period)",
                    USAGE_WORD, NULL,
                    false},
    option_times = {"times", 0, NULL, "show on standard error where the time went", USAGE_WORD, NULL, false},
    option_like = {"like",       0,
                   "EARLIER",    "take agency, zone, units, columns and other settings from last year's audit in this folder",
                   USAGE_FOLDER, NULL,
                   false},
    option_rows = {"rows", 0, NULL, "print every row as a line of JSON", USAGE_WORD, NULL, false},
    option_reperform = {"reperform", 0,    NULL, "audit the same inputs again and compare every output, byte by byte",
                        USAGE_WORD,  NULL, false},
    option_sign = {"sign",     0,
                   "KEY",      "write manifest-sha256.txt.asc, a detached signature by this key of gpg, once all is verified",
                   USAGE_WORD, NULL,
                   false},
    option_stamp = {"timestamp-request",
                    0,
                    NULL,
                    "write manifest-sha256.txt.tsq, for a timestamping authority, by openssl, once all is verified",
                    USAGE_WORD,
                    NULL,
                    false},
    option_size = {"size", 0, "N", "draw so many searches", USAGE_WORD, NULL, false},
    option_seed = {"seed",     0,    "S",  "draw by this seed: dice, or a number that somebody else wrote down before",
                   USAGE_WORD, NULL, false},
    option_of =
        {"of",
         0,
         "POPULATION",
         "draw from the searches without a finding on the search (as without this option), on its report too, or on its user too",
         USAGE_WORD,
         populations_list,
         false},
    option_by = {"by",       0,           "STRATUM", "draw some of each user, or of each month, too; listed apart",
                 USAGE_WORD, strata_list, false},
    option_confidence = {"confidence", 0,    "PERCENT", "work out the size, or the bound, for this confidence (95)",
                         USAGE_WORD,   NULL, false},
    option_tolerable = {"tolerable", 0,
                        "PERCENT",   "work out the size by which so many or more, not in order, would be noticed",
                        USAGE_WORD,  NULL,
                        false},
    option_expected = {"expected", 0,    "PERCENT", "allow for so many in the sample that are not in order (0)",
                       USAGE_WORD, NULL, false},
    option_drawn_by = {"drawn-by", 0,    "NAME", "who draws, for the log of draws (else the name of the account)",
                       USAGE_WORD, NULL, false},
    option_evaluate = {"evaluate", 0,    "FILE", "read the filled-in worksheet, .xlsx or .csv, and say what the answers come to",
                       USAGE_FILE, NULL, false},
    option_user = {"user", 0, "ID", "of this account, and all accounts of the same member", USAGE_WORD, NULL, false},
    option_report = {"report", 0, "N", "of this report, in any spelling of its number", USAGE_WORD, NULL, false},
    option_subject = {"subject",  0,    "NAME", "of this person: every search that selected or named them; internal",
                      USAGE_WORD, NULL, false},
    option_status = {"status", 0, "STATUS", "of the investigation (none)", USAGE_WORD, statuses_list, false},
    option_status_on = {"status-on", 0, "DATE", "the day on which it was opened or concluded", USAGE_WORD, NULL, false},
    option_known_on = {"known-on", 0,    "DATE", "when somebody who may open an investigation first knew of it",
                       USAGE_WORD, NULL, false},
    option_known_by = {"known-by", 0, "NAME", "who that was", USAGE_WORD, NULL, false},
    option_into = {"out", 'o', "FOLDER", "write into this folder instead of OUT", USAGE_FOLDER, NULL, false},
    option_request = {"request", 0, "ID", "the number of the request", USAGE_WORD, NULL, false},
    option_from = {"from", 0, "DATE", "searches from this day on", USAGE_WORD, NULL, false},
    option_to = {"to", 0, "DATE", "searches up to this day", USAGE_WORD, NULL, false},
    option_columns = {"columns",    0,   "LIST", "only these columns, by their heads, separated by commas", USAGE_WORD,
                      columns_list, true},
    option_release_formats = {"formats", 0, "LIST", "write only these, separated by commas", USAGE_WORD, release_formats_list,
                              true},
    option_estimate = {"estimate", 0,    NULL, "only say how many rows and cells it is, and what a person has to decide",
                       USAGE_WORD, NULL, false},
    option_findings = {"findings", 0, NULL, "a sheet with the audit's findings on these searches too", USAGE_WORD, NULL, false},
    option_review = {"review",   0,    "FILE", "write what waits for a person to this CSV file, to be filled in",
                     USAGE_FILE, NULL, false},
    option_answers = {"answers", 0, "FILE", "use a review file that was filled in", USAGE_FILE, NULL, false},
    option_release_day = {"as-of",    0,    "DATE", "the day of the release (else SOURCE_DATE_EPOCH, else today)",
                          USAGE_WORD, NULL, false},
    option_man = {"man", 0, NULL, "print the man page", USAGE_WORD, NULL, false},
    option_completion = {"completion", 0,           "SHELL", "print the script by which a shell completes this command line",
                         USAGE_WORD,   shells_list, false};

/* ------------------------------------------------------------------------------------------------------- the stages */

static char *folder_out(const struct usage_line *line) {
  const char *out = usage_value(line, &option_out);
  return out ? g_strdup(out) : g_build_filename(line->arguments[0], "audit", NULL);
}

/* An audit folder (with audit/ inside) or the folder that holds audit.db itself. */
static char *folder_audited(const char *folder) {
  g_autofree char *inside = g_build_filename(folder, "audit", "audit.db", NULL),
                  *here = g_build_filename(folder, "audit.db", NULL);
  if (!g_file_test(here, G_FILE_TEST_EXISTS) && g_file_test(inside, G_FILE_TEST_EXISTS))
    return g_build_filename(folder, "audit", NULL);
  return g_strdup(folder);
}

static int fail_on_status(struct db *db, const char *severity) {
  for (guint i = 0; i <= severity_rank(severity); i++) {
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM finding WHERE severity = '%s' AND (disposition IS NULL OR "
                                           "disposition NOT IN ('explained', 'unfounded', 'not sustained'))",
                                           severities[i]);
    if (db_value_int(db, sql)) return EXIT_SEVERITY;
  }
  return EXIT_DONE;
}

static void staged_copy(const char *folder, const char *staging) {
  g_autofree char *from = g_build_filename(folder, "audit.db", NULL), *to = g_build_filename(staging, "audit.db", NULL);
  if (!g_file_test(from, G_FILE_TEST_EXISTS))
    stop_input(folder, 0, "holds no audit.db: run faceaudit run first, or name the folder that it wrote");
  output_copy(from, to);
}

/* Where the answers of the audit folder DIR are kept. */
static char *ledger_path(const struct usage_line *line, const char *dir) {
  const char *ledger = usage_value(line, &option_ledger);
  return ledger ? g_strdup(ledger) : g_build_filename(dir, "dispositions.csv", NULL);
}

/* The audit folder that OUT stands in: it holds audit.ini. */
static char *folder_around(const char *out) {
  g_autofree char *full = g_canonicalize_filename(out, NULL), *around = g_path_get_dirname(full),
                  *ini = g_build_filename(around, "audit.ini", NULL);
  if (!g_file_test(ini, G_FILE_TEST_EXISTS))
    stop_input(out, 0,
               "audit.xlsx was changed and may hold answers, and no audit.ini stands beside this folder: faceaudit run DIR -o %s "
               "keeps them: nothing was replaced",
               out);
  return g_steal_pointer(&around);
}

/* The way from OUT to its audit folder: DIR, or where it is not known what the manifest in OUT says of it; NULL: nothing. */
static char *way_to_inputs(const char *out, const char *dir) {
  guint line;
  if (dir) return way_between(out, dir);
  g_autofree char *path = g_build_filename(out, manifest_name, NULL);
  struct manifest *manifest = manifest_open(path, &line);
  char *way = manifest ? g_strdup(manifest_about(manifest, "audit folder")) : NULL;
  manifest_free(manifest);
  return way;
}

struct stages {
  bool ingest, analyze, report;
};

/* Every stage works in a staging folder beside the results; the files are put in place only when everything is done. */
static int stages_run(const struct usage_line *line, struct stages stages) {
  const char *given = line->arguments[0], *fail_on = usage_value(line, &option_fail_on);
  const char *formats = stages.report ? usage_value(line, &option_formats) : "db";
  g_autofree char *as_of = as_of_read(usage_value(line, &option_as_of));
  if (usage_value(line, &option_times)) times_begin();
  if (stages.ingest && !g_file_test(given, G_FILE_TEST_IS_DIR))
    stop_input(given, 0, "there is no such folder: name the folder that holds audit.ini and the exports");
  g_autofree char *folder = stages.ingest ? folder_out(line) : folder_audited(given);
  bool waiting = stages.report && !stages.ingest && answers_waiting(folder);
  g_autofree char *dir = stages.ingest ? g_strdup(given) : waiting ? folder_around(folder) : NULL;
  g_autofree char *ledger = dir ? ledger_path(line, dir) : NULL;
  bool answered = dir && answers_take(folder, ledger);
  struct stage *stage = stage_new(folder);
  const char *staging = stage_files(stage);
  g_autofree char *path = g_build_filename(staging, "audit.db", NULL);
  if (!stages.ingest) staged_copy(folder, staging);
  struct db *db = db_open(path, stages.ingest ? DB_CREATE : DB_WRITE);
  if (!stages.ingest) digests_check(db);
  times_enter("ingest");
  if (stages.ingest) ingest_folder(db, given, ledger), answers_kept(db, ledger, folder);
  if (waiting) ingest_ledger(db, dir, ledger);
  as_of_store(db, as_of, usage_value(line, &option_as_of) != NULL);
  if (stages.analyze || waiting) analyze_database(db);
  times_enter("closing audit.db");
  digests_store(db);
  db_close(db);
  db = db_open(path, DB_READ);
  if (stages.report && !db_value_int(db, "SELECT count(*) FROM rule"))
    stop_input(folder, 0, "this audit has not been analysed yet: run faceaudit analyze %s", folder);
  g_autofree char *from = way_to_inputs(folder, dir);
  report_write(db, staging, formats, from);
  if (stages.ingest) ingest_unchanged(db, given);
  int status = guard_told()->status = fail_on ? fail_on_status(db, fail_on) : EXIT_DONE;
  times_enter("putting the files in place");
  stage_publish(stage, waiting          ? (const char *const[]){"audit.db", "audit.xlsx", NULL}
                       : !stages.ingest ? (const char *const[]){"audit.db", NULL}
                       : answered       ? (const char *const[]){"audit.xlsx", NULL}
                                        : NULL);
  times_enter("the page on the terminal");
  report_print(db, folder);
  db_close(db);
  times_print();
  return status;
}

static int command_run(const struct usage_line *line) { return stages_run(line, (struct stages){true, true, true}); }
static int command_ingest(const struct usage_line *line) { return stages_run(line, (struct stages){true, false, false}); }
static int command_analyze(const struct usage_line *line) { return stages_run(line, (struct stages){false, true, false}); }
static int command_report(const struct usage_line *line) { return stages_run(line, (struct stages){false, false, true}); }

static int command_init(const struct usage_line *line) {
  init_folder(line->arguments[0], line->called, usage_value(line, &option_like), systems_called);
  return EXIT_DONE;
}

static int command_inspect(const struct usage_line *line) {
  inspect_file(line->arguments[0], usage_value(line, &option_rows) != NULL);
  return EXIT_DONE;
}

static int command_explain(const struct usage_line *line) {
  g_autofree char *folder = folder_audited(line->arguments[0]), *path = g_build_filename(folder, "audit.db", NULL);
  struct db *db = db_open(path, DB_READ);
  digests_check(db);
  explain_print(db, line->arguments[1]);
  db_close(db);
  return EXIT_DONE;
}

/* ------------------------------------------------------------------------------------------------------ verification */

/* How the audit in OUT was made. */
struct made {
  char *dir, *ledger, *as_of, *epoch, *formats, *from;
};

static void made_read(struct made *made, const char *out, const struct manifest *manifest) {
  g_autofree char *path = g_build_filename(out, "audit.db", NULL);
  const char *from = manifest_about(manifest, "audit folder");
  if (!from) stop_input(out, 0, "its manifest does not say where the inputs are: run the audit again");
  struct db *db = db_open(path, DB_READ);
  g_autofree char *dir = g_path_is_absolute(from) ? g_strdup(from) : g_build_filename(out, from, NULL),
                  *ledger = db_value_text(db, "SELECT path FROM source WHERE kind = 'dispositions' ORDER BY source DESC");
  *made = (struct made){.dir = g_canonicalize_filename(dir, NULL),
                        .as_of = db_setting(db, "run", "as_of", NULL),
                        .epoch = db_setting(db, "run", "epoch", NULL),
                        .formats = report_formats_of(manifest),
                        .from = g_strdup(from)};
  if (ledger) made->ledger = g_path_is_absolute(ledger) ? g_strdup(ledger) : g_build_filename(made->dir, ledger, NULL);
  db_close(db);
}

static void made_clear(struct made *made) {
  char *texts[] = {made->dir, made->ledger, made->as_of, made->epoch, made->formats, made->from};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
}

static void audit_again(const struct made *made, const char *files) {
  g_autofree char *path = g_build_filename(files, "audit.db", NULL);
  if (made->epoch) g_setenv("SOURCE_DATE_EPOCH", made->epoch, TRUE);
  struct db *db = db_open(path, DB_CREATE);
  ingest_folder(db, made->dir, made->ledger);
  as_of_store(db, made->as_of, !made->epoch);
  analyze_database(db);
  digests_store(db);
  db_close(db);
  db = db_open(path, DB_READ);
  report_write(db, files, made->formats, made->from);
  db_close(db);
}

static void audit_reperform(const char *out) {
  guint line;
  struct made made;
  g_autofree char *path = g_build_filename(out, manifest_name, NULL), *files = scratch_new(out),
                  *again = g_build_filename(files, manifest_name, NULL);
  struct manifest *old = manifest_open(path, &line);
  const char *program = old ? manifest_about(old, "program") : NULL;
  if (g_strcmp0(program, "faceaudit " FACEAUDIT_VERSION))
    stop_input(out, 0, "was made by %s, and this is faceaudit " FACEAUDIT_VERSION ": reperform with the program that made it",
               program ? program : "a program that its manifest does not name");
  made_read(&made, out, old);
  audit_again(&made, files);
  struct manifest *new = manifest_open(again, &line);
  if (!verify_same(old, new)) stop_input(out, 0, "the audit made again is not the same: see above");
  manifest_free(old);
  manifest_free(new);
  made_clear(&made);
}

static void manifest_seal(const struct usage_line *line, const char *folder) {
  g_autofree char *manifest = g_build_filename(folder, manifest_name, NULL);
  const char *key = usage_value(line, &option_sign);
  if (key) seal_sign(manifest, key);
  if (usage_value(line, &option_stamp)) seal_request(manifest);
}

/* Not found is not as good as the same: it was not tested. */
static int command_verify(const struct usage_line *line) {
  g_autofree char *folder = folder_audited(line->arguments[0]);
  struct verified sum = verify_print(folder, answers_waiting(folder) && workbook_is_own(folder));
  guint kept = sum.answered + sum.grown;
  if (sum.seals) stop_input(folder, 0, "a signature or timestamp is of other bytes: see above");
  if (sum.changed + sum.missing)
    stop_input(folder, 0, "of %u files %u %s changed and %u not found: see above", sum.right + kept + sum.changed + sum.missing,
               sum.changed, sum.changed == 1 ? "was" : "were", sum.missing);
  if (!kept) wrap_text("Every file is as its manifest lists it.", 0);
  else wrap_text("Every file is as its manifest lists it, but for what people have added.", 0);
  manifest_seal(line, folder);
  if (!usage_value(line, &option_reperform)) return EXIT_DONE;
  if (sum.grown) stop_input(folder, 0, "the ledger has new lines since this run: run the audit again, then reperform it");
  audit_reperform(folder);
  return EXIT_DONE;
}

/* ---------------------------------------------------------------------------------------------------------------- review */

/* The audit of the first argument, unchanged since it was made; FOLDER, the caller's, is where it lies. */
static struct db *audit_open(const struct usage_line *line, char **folder) {
  *folder = folder_audited(line->arguments[0]);
  g_autofree char *path = g_build_filename(*folder, "audit.db", NULL);
  struct db *db = db_open(path, DB_READ);
  digests_check(db);
  if (!db_value_int(db, "SELECT count(*) FROM rule"))
    stop_input(*folder, 0, "this audit has not been analysed yet: run faceaudit analyze %s", *folder);
  return db;
}

static struct share option_share(const struct usage_line *line, const struct usage_option *option, const char *fallback) {
  struct share share;
  const char *text = usage_value(line, option);
  if (!share_read(text ? text : fallback, &share))
    stop_usage("--%s %s is not a percentage from 0 to 100, such as 5 or 0.75", option->name, text);
  return share;
}

static struct sample_asked sample_options(const struct usage_line *line) {
  const char *size = usage_value(line, &option_size), *seed = usage_value(line, &option_seed),
             *of = usage_value(line, &option_of), *by = usage_value(line, &option_drawn_by);
  if (!seed) stop_usage("sample needs --seed S, or --evaluate FILE: a draw that nobody could redo is none");
  if (!*seed || strlen(seed) > 40 ||
      strspn(seed, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-") != strlen(seed) || *seed == '.')
    stop_usage("--seed %s: write at most 40 letters, digits, dots and dashes", seed);
  if (!size == !usage_value(line, &option_tolerable))
    stop_usage("sample needs either --size N or --tolerable PERCENT, by which the size is worked out");
  if (size && (!*size || strspn(size, "0123456789") != strlen(size) || strlen(size) > 7 || !g_ascii_strtoull(size, NULL, 10)))
    stop_usage("--size %s is not a number of searches: write a whole number above 0", size);
  return (struct sample_asked){.seed = seed,
                               .of = of ? of : "search",
                               .by = usage_value(line, &option_by),
                               .drawn_by = by ? by : g_get_user_name(),
                               .size = size ? g_ascii_strtoull(size, NULL, 10) : 0,
                               .confidence = option_share(line, &option_confidence, "95"),
                               .tolerable = option_share(line, &option_tolerable, "5"),
                               .expected = option_share(line, &option_expected, "0")};
}

static int command_sample(const struct usage_line *line) {
  char *folder;
  const char *file = usage_value(line, &option_evaluate);
  struct sample_asked asked = {0};
  struct share confidence = option_share(line, &option_confidence, "95");
  if (confidence.part == confidence.whole) stop_usage("--confidence 100: no sample gives that: read all");
  if (!file) asked = sample_options(line);
  struct db *db = audit_open(line, &folder);
  if (file) {
    g_autoptr(GPtrArray) rows = worksheet_rows(file, "Sample");
    sample_evaluate(db, &(struct worksheet){(char *)file, rows}, confidence);
  } else sample_draw(db, folder, &asked);
  db_close(db);
  g_free(folder);
  return EXIT_DONE;
}

/* ------------------------------------------------------------------------------------------------------------- case file */

/* The caller's; NULL: not given. */
static char *option_day(const struct usage_line *line, const struct usage_option *option) {
  const char *text = usage_value(line, option);
  char *day = text ? day_read(text) : NULL;
  if (text && !day) stop_usage("--%s: \"%s\" is not a date: write it as 2023-05-31", option->name, text);
  return day;
}

/* What the case file is about: exactly one of three. */
static void dossier_of(const struct usage_line *line, struct dossier_asked *asked) {
  const struct usage_option *const options[] = {&option_user, &option_report, &option_subject};
  for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
    const char *words = usage_value(line, options[i]);
    if (!words) continue;
    if (asked->kind) stop_usage("dossier is of one of --user, --report and --subject: leave out the others");
    if (!*words) stop_usage("--%s is empty: say whom or what", options[i]->name);
    asked->kind = options[i]->name, asked->words = words;
  }
  if (!asked->kind) stop_usage("dossier needs --user ID, --report N or --subject NAME");
}

static int command_dossier(const struct usage_line *line) {
  char *folder;
  const char *status = usage_value(line, &option_status), *out = usage_value(line, &option_into);
  g_autofree char *status_on = option_day(line, &option_status_on), *known_on = option_day(line, &option_known_on);
  struct dossier_asked asked = {.status = status ? status : "none",
                                .status_on = status_on,
                                .known_on = known_on,
                                .known_by = usage_value(line, &option_known_by)};
  dossier_of(line, &asked);
  if (strcmp(asked.status, "none") && !status_on)
    stop_usage("--status %s needs --status-on DATE: the header says since when", asked.status);
  struct db *db = audit_open(line, &folder);
  dossier_write(db, out ? out : folder, &asked);
  db_close(db);
  g_free(folder);
  return EXIT_DONE;
}

/* --------------------------------------------------------------------------------------------------------------- release */

/* The day on which the law is looked at: that of the release, not that of the audit. */
static char *release_day(const struct usage_line *line) {
  g_autofree char *asked = option_day(line, &option_release_day), *epoch = asked ? NULL : as_of_read(NULL);
  if (asked) return g_steal_pointer(&asked);
  if (epoch) return g_steal_pointer(&epoch);
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return g_date_time_format(now, "%Y-%m-%d");
}

/* Beside audit.ini; NULL: not known. */
static char *audit_folder_of(const char *out) {
  g_autofree char *way = way_to_inputs(out, NULL), *path = !way                      ? NULL
                                                           : g_path_is_absolute(way) ? g_strdup(way)
                                                                                     : g_build_filename(out, way, NULL);
  g_autofree char *full = path ? g_canonicalize_filename(path, NULL) : NULL,
                  *ini = full ? g_build_filename(full, "audit.ini", NULL) : NULL;
  return ini && g_file_test(ini, G_FILE_TEST_EXISTS) ? g_steal_pointer(&full) : NULL;
}

static int command_records(const struct usage_line *line) {
  char *folder;
  const char *columns = usage_value(line, &option_columns), *answers = usage_value(line, &option_answers),
             *out = usage_value(line, &option_into);
  g_autofree char *from = option_day(line, &option_from), *to = option_day(line, &option_to), *day = release_day(line);
  g_auto(GStrv) list = columns ? g_strsplit(columns, ",", -1) : NULL;
  for (char **one = list; one && *one; one++) g_strstrip(*one);
  if (from && to && strcmp(from, to) > 0) stop_usage("--from %s comes after --to %s", from, to);
  struct db *db = audit_open(line, &folder);
  g_autofree char *here = audit_folder_of(folder), *usual = g_build_filename(folder, "records", NULL);
  g_autoptr(GPtrArray) rows = answers ? worksheet_rows(answers, "Review") : NULL;
  g_autofree char *then = g_build_filename(out ? out : usual, "searches.csv", NULL);
  g_autoptr(GPtrArray) earlier = g_file_test(then, G_FILE_TEST_IS_REGULAR) ? worksheet_rows(then, "Searches") : NULL;
  records_write(db, out ? out : usual,
                &(struct records_asked){.request = usage_value(line, &option_request),
                                        .from = from,
                                        .to = to,
                                        .user = usage_value(line, &option_user),
                                        .report = usage_value(line, &option_report),
                                        .subject = usage_value(line, &option_subject),
                                        .columns = list,
                                        .day = day,
                                        .formats = usage_value(line, &option_release_formats),
                                        .review = usage_value(line, &option_review),
                                        .folder = here,
                                        .findings = usage_value(line, &option_findings) != NULL,
                                        .answers = rows,
                                        .answers_path = answers,
                                        .earlier = earlier,
                                        .estimate = usage_value(line, &option_estimate) != NULL});
  db_close(db);
  g_free(folder);
  return EXIT_DONE;
}

/* ------------------------------------------------------------------------------------------------------------ comparison */

static int command_compare(const struct usage_line *line) {
  char *folder;
  g_autofree char *other = folder_audited(line->arguments[1]), *path = g_build_filename(other, "audit.db", NULL);
  struct db *earlier = db_open(path, DB_READ);
  digests_check(earlier);
  db_close(earlier);
  struct db *db = audit_open(line, &folder);
  compare_write(db, folder, path);
  db_close(db);
  g_free(folder);
  return EXIT_DONE;
}

static int command_rules(const struct usage_line *line) {
  rules_print(line->arguments ? line->arguments[0] : NULL);
  return EXIT_DONE;
}

/* ------------------------------------------------------------------------------------------------------------ help */

static int command_help(const struct usage_line *line) {
  const struct usage_program *program = line->program;
  const char *shell = usage_value(line, &option_completion);
  g_autofree char *page = NULL;
  if (usage_value(line, &option_man)) page = usage_manual(program);
  else if (shell) page = strcmp(shell, "bash") ? usage_zsh(program) : usage_bash(program);
  if (page) fputs(page, stdout);
  else if (line->arguments) usage_help_command(program, usage_find(program, line->arguments[0]));
  else usage_help(program);
  return EXIT_DONE;
}

/* ----------------------------------------------------------------------------------------------------------- table */

#define ARGUMENTS (const struct usage_argument *const[])
#define OPTIONS (const struct usage_option *const[])
#define TEXTS (const struct usage_text[])

static const struct usage_argument
    argument_exports = {"DIR", "the folder that holds the exports, as other systems wrote them", USAGE_FOLDER, NULL, false},
    argument_dir = {"DIR", "the folder that holds audit.ini and the exports that it names", USAGE_FOLDER, NULL, false},
    argument_out = {"OUT", "the folder that faceaudit run wrote, or the one that holds it as audit/", USAGE_FOLDER, NULL, false},
    argument_file = {"FILE",
                     "a CSV file or workbook (FILE.xlsx#Sheet for one sheet of several): one of an audit's exports or any other",
                     USAGE_FILE, NULL, false},
    argument_subject =
        {"SUBJECT",
         "an event id, a report number, a user id, the id of a finding or matter, a rule or FILE:LINE; \"review\" lists what a "
         "person must look at",
         USAGE_WORD, subjects_list, false},
    argument_rule = {"RULE", "a rule, or a clause of the directive and all its rules", USAGE_WORD, rules_list, true},
    argument_earlier = {"EARLIER", "the folder of the earlier audit, as OUT", USAGE_FOLDER, NULL, false},
    argument_command = {"COMMAND", "one of the commands", USAGE_WORD, commands_list, true};

static const struct usage_command commands[] = {
    {.name = "init",
     .purpose = "look at the exports in DIR and write a first DIR/audit.ini, showing what was recognised",
     .about =
         "What the exports do not show (which units are authorised, say) is left to fill in, with a comment that says how. An "
         "audit.ini that already exists is never overwritten.",
     .arguments = ARGUMENTS{&argument_exports, NULL},
     .options = OPTIONS{&option_like, NULL},
     .examples = TEXTS{{"init 2024/", "write 2024/audit.ini from the files in 2024/"},
                       {"init 2025/ --like 2024/", "the same, with the settings of the year before"},
                       {0}},
     .exits = "0234",
     .run = command_init},
    {.name = "inspect",
     .purpose = "show how one export is read: encoding, delimiter, header, columns, rows kept and rejected",
     .arguments = ARGUMENTS{&argument_file, NULL},
     .options = OPTIONS{&option_rows, NULL},
     .examples = TEXTS{{"inspect 2024/user_log.csv", "see which column was taken for what, and why rows were rejected"},
                       {"inspect --rows 2024/user_log.csv", "hand every record to another program, as lines of JSON"},
                       {0}},
     .exits = "0234",
     .run = command_inspect},
    {.name = "run",
     .purpose = "audit the exports in DIR and write the reports into DIR/audit/: ingest, analyze and report in one go",
     .about =
         "The files appear only when all of them are complete; a run that fails changes nothing. They are readable by you alone.",
     .arguments = ARGUMENTS{&argument_dir, NULL},
     .options = OPTIONS{&option_out, &option_ledger, &option_formats, &option_fail_on, &option_as_of, &option_times, NULL},
     .examples = TEXTS{{"run 2024/", "audit a year; the reports are in 2024/audit/"},
                       {"run 2024/ -o /tmp/draft --formats db,csv", "only the database and findings.csv, into another folder"},
                       {"run 2024/ --fail-on high", "for a script: exit with 1 where a finding is high or critical"},
                       {0}},
     .exits = "01234",
     .run = command_run},
    {.name = "ingest",
     .purpose = "the first stage alone: read the exports in DIR into audit.db",
     .arguments = ARGUMENTS{&argument_dir, NULL},
     .options = OPTIONS{&option_out, &option_ledger, &option_as_of, &option_times, NULL},
     .examples = TEXTS{{"ingest 2024/", "read the exports into 2024/audit/audit.db and count their rows"}, {0}},
     .exits = "0234",
     .run = command_ingest},
    {.name = "analyze",
     .purpose = "the second stage alone: link searches to reports and test every rule",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_fail_on, &option_as_of, &option_times, NULL},
     .examples = TEXTS{{"analyze 2024/audit", "judge again what was ingested"}, {0}},
     .exits = "01234",
     .run = command_analyze},
    {.name = "report",
     .purpose = "the third stage alone: write the reports of an audit that was analyzed",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_ledger, &option_formats, &option_fail_on, &option_as_of, &option_times, NULL},
     .examples = TEXTS{{"report 2024/audit --formats pdf,xlsx", "write the PDF and the workbook again"}, {0}},
     .exits = "01234",
     .run = command_report},
    {.name = "explain",
     .purpose = "show everything known about one search, report, user, finding or rule, with file and line",
     .arguments = ARGUMENTS{&argument_out, &argument_subject, NULL},
     .examples = TEXTS{{"explain 2024/audit 58226", "why this search was linked to its report, and what each rule makes of it"},
                       {"explain 2024/audit review", "every link that is less than 0.6 sure"},
                       {0}},
     .exits = "0234",
     .run = command_explain},
    {.name = "verify",
     .purpose = "hold the files of an audit, and what it was made from, against its manifest",
     .about =
         "Names each file that was changed or is not found and, of audit.db, the table. Exit status 3 where there is one: what "
         "is not "
         "found was not verified. audit.xlsx with answers in it, and a ledger with new lines, are called so and are no fault.",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_reperform, &option_sign, &option_stamp, NULL},
     .examples = TEXTS{{"verify 2024/audit", "nothing was changed since the audit was made"},
                       {"verify 2024/audit --reperform", "and the same inputs give the same outputs again"},
                       {0}},
     .exits = "0234",
     .run = command_verify},
    {.name = "sample",
     .purpose = "draw a sample of searches without findings for people to read, and say what their answers come to",
     .about = "Writes OUT/sample-S.xlsx, whose questions are answered by yes or no, and OUT/sample-S.csv with the ticket of "
              "every search, by which anybody can draw it again. "
              "Each draw adds a line to OUT/sample-draws.csv.",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_size, &option_seed, &option_confidence, &option_tolerable, &option_expected, &option_of,
                        &option_by, &option_drawn_by, &option_evaluate, NULL},
     .examples = TEXTS{{"sample 2024/audit --tolerable 5 --seed 20240131",
                        "draw as many as show, with 95 % confidence, that fewer than 5 % are not in order"},
                       {"sample 2024/audit --size 25 --seed 413 --by month", "draw 25, and some of each month beside them"},
                       {"sample 2024/audit --evaluate sample-20240131.xlsx", "say what the answers come to"},
                       {0}},
     .exits = "0234",
     .run = command_sample},
    {.name = "dossier",
     .purpose = "write a case file of one user, one report or one person searched for, as PDF and workbook, for internal affairs",
     .about = "Material for an investigation, not its report: what the rows show, what speaks for the person, what was not "
              "tested, each search with its evidence. A case file holds other "
              "people's data: who may have it is for counsel.",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_user, &option_report, &option_subject, &option_status, &option_status_on, &option_known_on,
                        &option_known_by, &option_into, NULL},
     .examples =
         TEXTS{{"dossier 2024/audit --user ldelgado", "the case file of one account"},
               {"dossier 2024/audit --subject \"Gaines, Stella\"", "was this person searched for, by whom, in which case"},
               {0}},
     .exits = "0234",
     .run = command_dossier},
    {.name = "records",
     .purpose = "write a public-records release of the log into OUT/records/: redacted, each exemption cited, with a letter",
     .about = "Each cell is released, withheld under a citation that is in force on the day, or marked [review] for a person to "
              "decide. The table of exemptions is data: faceaudit is no counsel. What is "
              "written is opened again and searched for every withheld value.",
     .arguments = ARGUMENTS{&argument_out, NULL},
     .options = OPTIONS{&option_request, &option_from, &option_to, &option_user, &option_report, &option_subject, &option_columns,
                        &option_release_formats, &option_estimate, &option_findings, &option_review, &option_answers,
                        &option_release_day, &option_into, NULL},
     .examples =
         TEXTS{{"records 2024/audit --request 24-117 --estimate", "how much work a request is"},
               {"records 2024/audit --request 24-117 --review wait.csv", "write the release, and what waits for a person"},
               {"records 2024/audit --request 24-117 --answers wait.csv", "write it again with what people decided"},
               {0}},
     .exits = "0234",
     .run = command_records},
    {.name = "compare",
     .purpose = "hold an audit against an earlier one of the same agency: what changed, what recurs, what cannot be compared",
     .about = "Rates have intervals, small counts have none; what the two do not share (a rule, a threshold, the reading of "
              "words, what an input covers) is named and not compared.",
     .arguments = ARGUMENTS{&argument_out, &argument_earlier, NULL},
     .examples = TEXTS{{"compare 2025/audit 2024/audit", "write 2025/audit/compare.pdf and compare.xlsx"}, {0}},
     .exits = "0234",
     .run = command_compare},
    {.name = "rules",
     .purpose = "list the rules, or show one in full: what its clause asks, how it is tested, its SQL",
     .arguments = ARGUMENTS{&argument_rule, NULL},
     .examples = TEXTS{{"rules orphan-search", "one rule"}, {"rules 32.6.6", "all rules of a clause"}, {0}},
     .exits = "024",
     .run = command_rules},
    {.name = "help",
     .purpose = "show this list, or what one command takes, with examples",
     .arguments = ARGUMENTS{&argument_command, NULL},
     .options = OPTIONS{&option_man, &option_completion, NULL},
     .examples = TEXTS{{"help run", "the same as faceaudit run --help"},
                       {"help --completion bash > ~/.local/share/bash-completion/completions/faceaudit",
                        "let bash complete the command line"},
                       {0}},
     .exits = "024",
     .run = command_help},
    {0}};

static char **commands_list(void) {
  GStrvBuilder *names = g_strv_builder_new();
  for (const struct usage_command *command = commands; command->name; command++) g_strv_builder_add(names, command->name);
  char **list = g_strv_builder_end(names);
  g_strv_builder_unref(names);
  return list;
}

static const struct usage_program program = {
    .name = "faceaudit",
    .version = FACEAUDIT_VERSION,
    .date = FACEAUDIT_DATE,
    .purpose = "audit the use of facial recognition against a directive",
    .about = program_about,
    .commands = commands,
    .examples = TEXTS{{"init 2024/", "first: look at the exports in 2024/ and write 2024/audit.ini"},
                      {"run 2024/", "then, once audit.ini is filled in: audit them, into 2024/audit/"},
                      {"explain 2024/audit review", "last: see what a person must look at"},
                      {0}},
    .files = program_files,
    .environment = program_environment,
    .exits = program_exits,
};

/* No core file, and no other process of this user may read what is in memory. A leak checker must be able to. */
static void memory_keep_private(void) {
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
#ifndef __SANITIZE_ADDRESS__
  prctl(PR_SET_DUMPABLE, 0);
#endif
}

int main(int argc, char **argv) {
  umask(077); /* names and reasons are nobody else's business */
  memory_keep_private();
  stages_share();
  guard_begin(stages_take_back);
  say_begin();
  int status = usage_run(&program, argc, argv);
  return say_printed() ? status : EXIT_SYSTEM;
}
