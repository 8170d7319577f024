/* The command line: a table of commands, nothing else. What a command does is in ingest/, analyze/ and report/. */
#include "include/timing.h"
#include "include/audit.h"
#include "analyze/judge/card.h"
#include "include/cell/moment.h"
#include "ingest/init/init.h"
#include "ingest/init/inspect.h"
#include "report/explain/explain.h"
#include "include/output.h"
#include "report/report.h"
#include "include/message.h"
#include "include/text.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

struct options {
  char *out, *formats, *fail_on, *as_of;
  gboolean rows, times;
  char **arguments; /* what is no option */
  guint count;
};

static const char *const severities[] = {"info", "low", "medium", "high", "critical", NULL};

/* ------------------------------------------------------------------------------------------------------- the stages */

static char *folder_out(const struct options *options) {
  return options->out ? g_strdup(options->out) : g_build_filename(options->arguments[0], "audit", NULL);
}

/* An audit folder (with audit/ inside) or the folder that holds audit.db itself. */
static char *folder_audited(const char *folder) {
  g_autofree char *inside = g_build_filename(folder, "audit", "audit.db", NULL),
                  *here = g_build_filename(folder, "audit.db", NULL);
  if (!g_file_test(here, G_FILE_TEST_EXISTS) && g_file_test(inside, G_FILE_TEST_EXISTS))
    return g_build_filename(folder, "audit", NULL);
  return g_strdup(folder);
}

/* The date of the audit: SOURCE_DATE_EPOCH, overridden by --as-of, else the period's end (CONTRACT 5). */
static char *as_of_read(const struct options *options) {
  struct cell_time time;
  char day[16];
  if (options->as_of) {
    if (!cell_time(options->as_of, ORDER_UNKNOWN, &time) || !time.has_date)
      stop_usage("--as-of: \"%s\" is no date: write it as 2023-05-31", options->as_of);
    return g_strdup(day_iso(day_number(time.civil.year, time.civil.month, time.civil.day), day));
  }
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  if (!epoch || !*epoch) return NULL;
  char *end;
  gint64 seconds = g_ascii_strtoll(epoch, &end, 10);
  if (*end) stop_usage("SOURCE_DATE_EPOCH: \"%s\" is no number of seconds", epoch);
  return g_strdup(day_iso((gint32)(seconds / 86400), day));
}

static void as_of_store(struct db *db, const char *as_of) {
  if (!as_of) return;
  sqlite3_stmt *set = db_prepare(db, "INSERT OR REPLACE INTO setting VALUES ('run', 'as_of', ?)");
  db_bind_text(set, 1, as_of);
  db_step(db, set);
  sqlite3_finalize(set);
}

static void fail_on_check(const struct options *options) {
  if (options->fail_on && !g_strv_contains(severities, options->fail_on))
    stop_usage("--fail-on: \"%s\" is no severity: choose from info, low, medium, high, critical", options->fail_on);
}

static int fail_on_status(struct db *db, const struct options *options) {
  if (!options->fail_on) return EXIT_DONE;
  guint least = 0;
  while (strcmp(severities[least], options->fail_on)) least++;
  for (guint i = least; severities[i]; i++) {
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM finding WHERE severity = '%s'", severities[i]);
    if (db_value_int(db, sql)) return EXIT_SEVERITY;
  }
  return EXIT_DONE;
}

static void staged_copy(const char *folder, const char *staging) {
  g_autofree char *from = g_build_filename(folder, "audit.db", NULL), *to = g_build_filename(staging, "audit.db", NULL);
  if (!g_file_test(from, G_FILE_TEST_EXISTS))
    stop_input(folder, 0, "there is no audit.db here: run faceaudit run, or name the folder it wrote");
  output_copy(from, to);
}

struct stages {
  bool ingest, analyze, report;
};

/* After ingest alone: what was read; nothing is analysed, so nothing is said of clauses. */
static void ingested_print(struct db *db, const char *folder) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT path, kind, rows, kept, duplicates, rejected, not_data, encoding FROM audit_input");
  while (db_step(db, rows)) {
    g_autofree char *shown = text_show(db_text(rows, 0), true);
    printf("%s: %s, %s: %" G_GINT64_FORMAT " rows = %" G_GINT64_FORMAT " kept + %" G_GINT64_FORMAT
           " duplicates + %" G_GINT64_FORMAT " rejected + %" G_GINT64_FORMAT " not data\n",
           shown, db_text(rows, 1), db_text(rows, 7), db_int(rows, 2), db_int(rows, 3), db_int(rows, 4), db_int(rows, 5),
           db_int(rows, 6));
  }
  sqlite3_finalize(rows);
  g_autofree char *shown = text_show(folder, true);
  printf("Not analysed yet: run faceaudit analyze %s\n", shown);
}

/* Every stage works on a staging folder beside the results; only when all is done are the files put in place. */
static int stages_run(const struct options *options, struct stages stages) {
  if (options->times) times_begin();
  fail_on_check(options);
  report_check(options->formats);
  g_autofree char *as_of = as_of_read(options);
  const char *formats = stages.report ? options->formats : "db";
  if (stages.ingest && !g_file_test(options->arguments[0], G_FILE_TEST_IS_DIR))
    stop_input(options->arguments[0], 0, "there is no such folder: name the folder that holds audit.ini and the exports");
  g_autofree char *folder = stages.ingest ? folder_out(options) : folder_audited(options->arguments[0]);
  g_autofree char *staging = output_stage(folder), *path = g_build_filename(staging, "audit.db", NULL);
  if (!stages.ingest) staged_copy(folder, staging);
  struct db *db = db_open(path, stages.ingest ? DB_CREATE : DB_WRITE);
  times_enter("ingest");
  if (stages.ingest) ingest_folder(db, options->arguments[0]);
  as_of_store(db, as_of);
  if (stages.analyze) analyze_database(db);
  times_enter("closing audit.db");
  db_close(db);
  db = db_open(path, DB_READ);
  if (stages.report && !db_value_int(db, "SELECT count(*) FROM rule"))
    stop_input(folder, 0, "this audit is not analysed yet: run faceaudit analyze %s", folder);
  report_write(db, staging, formats);
  times_enter("putting the files in place");
  output_publish(staging, folder);
  times_enter("the page on the terminal");
  if (db_value_int(db, "SELECT count(*) FROM rule")) report_print(db, folder);
  else ingested_print(db, folder);
  int status = fail_on_status(db, options);
  db_close(db);
  times_print();
  return status;
}

static int command_run(const struct options *options) { return stages_run(options, (struct stages){true, true, true}); }
static int command_ingest(const struct options *options) { return stages_run(options, (struct stages){true, false, false}); }
static int command_analyze(const struct options *options) { return stages_run(options, (struct stages){false, true, false}); }
static int command_report(const struct options *options) { return stages_run(options, (struct stages){false, false, true}); }

static int command_init(const struct options *options) {
  init_folder(options->arguments[0]);
  return EXIT_DONE;
}

static int command_inspect(const struct options *options) {
  inspect_file(options->arguments[0], options->rows);
  return EXIT_DONE;
}

static int command_explain(const struct options *options) {
  g_autofree char *folder = folder_audited(options->arguments[0]), *path = g_build_filename(folder, "audit.db", NULL);
  struct db *db = db_open(path, DB_READ);
  explain_print(db, options->arguments[1]);
  db_close(db);
  return EXIT_DONE;
}

/* ------------------------------------------------------------------------------------------------------------ rules */

static void wrapped_print(const char *label, const char *text) {
  gsize column = 0;
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  printf("  %-10s", label);
  for (char **word = words; *word; word++) {
    gsize length = (gsize)g_utf8_strlen(*word, -1);
    if (column && column + length > 84) printf("\n  %-10s", ""), column = 0;
    column += (gsize)printf("%s%s", column ? " " : "", *word);
  }
  putchar('\n');
}

static void card_print(const struct card *card, bool whole) {
  printf("%-16s %s%s%s\n", card->clause, card->rule ? card->rule : "(not testable from records)", card->severity ? "  " : "",
         card->severity ? card->severity : "");
  wrapped_print("", card->title);
  if (!whole) return;
  wrapped_print("asks", card->says);
  if (card->means) wrapped_print("tested", card->means);
  if (card->needs) wrapped_print("needs", card->needs);
  if (card->innocent) wrapped_print("innocent", card->innocent);
  wrapped_print("file", card->path);
  if (card->sql) printf("\n%s\n", card->sql);
}

static bool card_wanted(const struct card *card, const char *name) {
  if (card->rule && !strcmp(card->rule, name)) return true;
  g_auto(GStrv) clauses = g_strsplit(card->clause, ", ", -1);
  for (char **clause = clauses; *clause; clause++)
    if (!strcmp(*clause, name) || (g_str_has_prefix(*clause, name) && (*clause)[strlen(name)] == '(')) return true;
  return false;
}

static int command_rules(const struct options *options) {
  g_autoptr(GPtrArray) cards = cards_load(NULL);
  const char *name = options->count ? options->arguments[0] : NULL;
  guint shown = 0;
  for (guint i = 0; i < cards->len; i++) {
    if (name && !card_wanted(cards->pdata[i], name)) continue;
    if (shown++) putchar('\n');
    card_print(cards->pdata[i], name != NULL);
  }
  if (shown) return EXIT_DONE;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < cards->len; i++)
    if (((struct card *)cards->pdata[i])->rule) g_ptr_array_add(names, ((struct card *)cards->pdata[i])->rule);
  g_ptr_array_add(names, NULL);
  const char *nearest = text_nearest(name, (const char *const *)names->pdata);
  if (nearest) stop_usage("there is no rule or clause \"%s\": did you mean %s?", name, nearest);
  stop_usage("there is no rule or clause \"%s\": faceaudit rules lists them", name);
}

/* ----------------------------------------------------------------------------------------------------------- table */

static const struct command {
  const char *name, *arguments, *does;
  guint least, most;
  const char *options; /* those it takes: o out, f formats, s fail-on, a as-of, r rows, t times */
  int (*run)(const struct options *options);
} commands[] = {
    {"init", "DIR", "look at the files in DIR and write audit.ini, saying what was recognised; never overwrites", 1, 1, "",
     command_init},
    {"run", "DIR", "ingest, analyze and report in one go, into DIR/audit/ or -o OUT", 1, 1, "ofsat", command_run},
    {"ingest", "DIR", "read the exports that DIR/audit.ini names into audit.db", 1, 1, "oat", command_ingest},
    {"analyze", "OUT", "link searches to reports and evaluate every rule", 1, 1, "sat", command_analyze},
    {"report", "OUT", "write the reports of an audit", 1, 1, "fsat", command_report},
    {"inspect", "FILE", "how a file is read: encoding, delimiter, header, roles, rows kept and rejected", 1, 1, "r",
     command_inspect},
    {"explain", "OUT SUBJECT",
     "all that is known of a search, report, user, finding, rule; of \"review\": what a person must look at", 2, 2, "",
     command_explain},
    {"rules", "[RULE or CLAUSE]", "the rules, their clause and how each is tested", 0, 1, "", command_rules},
};

static void help_print(void) {
  puts("faceaudit " FACEAUDIT_VERSION
       ": audits the use of facial recognition against a department's directive.\n\nUsage: faceaudit COMMAND ...\n");
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    printf("  %-8s %-17s %s\n", commands[i].name, commands[i].arguments, commands[i].does);
  puts("\nOptions: -o, --out OUT    --formats db,csv,pdf,html,xlsx,charts    --fail-on SEVERITY    --as-of DATE\n"
       "         --rows (inspect)    --times (where the time goes)\n"
       "Exit status: 0 done, whatever was found; 1 --fail-on was met; 2 usage; 3 an input cannot be used; 4 the system failed.");
}

static void option_refuse(const struct command *command, char letter, const void *given, const char *name) {
  if (given && !strchr(command->options, letter))
    stop_usage("%s takes no %s: faceaudit --help lists what each command takes", command->name, name);
}

static struct options options_read(const struct command *command, int argc, char **argv) {
  struct options options = {0};
  const GOptionEntry entries[] = {{"out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, "", NULL},
                                  {"formats", 0, 0, G_OPTION_ARG_STRING, &options.formats, "", NULL},
                                  {"fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on, "", NULL},
                                  {"as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, "", NULL},
                                  {"rows", 0, 0, G_OPTION_ARG_NONE, &options.rows, "", NULL},
                                  {"times", 0, 0, G_OPTION_ARG_NONE, &options.times, "", NULL},
                                  {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, "", NULL},
                                  {NULL, 0, 0, 0, NULL, NULL, NULL}};
  g_autoptr(GOptionContext) context = g_option_context_new(NULL);
  g_autoptr(GError) error = NULL;
  g_option_context_set_help_enabled(context, FALSE);
  g_option_context_add_main_entries(context, entries, NULL);
  if (!g_option_context_parse(context, &argc, &argv, &error))
    stop_usage("%s: faceaudit --help lists the options", error->message);
  options.count = options.arguments ? g_strv_length(options.arguments) : 0;
  option_refuse(command, 'o', options.out, "-o");
  option_refuse(command, 'f', options.formats, "--formats");
  option_refuse(command, 's', options.fail_on, "--fail-on");
  option_refuse(command, 'a', options.as_of, "--as-of");
  option_refuse(command, 't', options.times ? "" : NULL, "--times");
  option_refuse(command, 'r', options.rows ? "" : NULL, "--rows");
  if (options.count < command->least || options.count > command->most)
    stop_usage("usage: faceaudit %s %s", command->name, command->arguments);
  return options;
}

static const struct command *command_find(const char *name) {
  const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    names[i] = commands[i].name;
    if (!strcmp(commands[i].name, name)) return &commands[i];
  }
  const char *nearest = text_nearest(name, names);
  if (nearest) stop_usage("there is no command \"%s\": did you mean %s?", name, nearest);
  stop_usage("there is no command \"%s\": faceaudit --help lists them", name);
}

int main(int argc, char **argv) {
  say_begin();
  umask(077); /* names and reasons are nobody else's business */
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  if (argc < 2) {
    help_print();
    return EXIT_USAGE;
  }
  if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) return help_print(), EXIT_DONE;
  if (!strcmp(argv[1], "--version")) return puts("faceaudit " FACEAUDIT_VERSION), EXIT_DONE;
  const struct command *command = command_find(argv[1]);
  struct options options = options_read(command, argc - 1, argv + 1);
  int status = command->run(&options);
  g_strfreev(options.arguments);
  g_free(options.out);
  g_free(options.formats);
  g_free(options.fail_on);
  g_free(options.as_of);
  if (!fflush(stdout) && !ferror(stdout)) return status;
  say_note("standard output", 0, "cannot be written: what the command made is in its place all the same");
  return EXIT_SYSTEM;
}
