/* audit.ini: what is read, what holds without it, and the words and line of every refusal. */
#include "tests/check.h"
#include "ingest/settings/setting_names.h"
#include "ingest/kinds/kinds.h"
#include "ingest/settings/settings.h"
#include "include/message.h"
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define AGENCY "[agency]\nname = Test PD\ntimezone = America/New_York\n"
#define PERIOD "[period]\nfrom = 2022-06-01\nto = 2023-05-31\n"
#define INPUTS "[inputs]\nuser_log = log.csv\n"
#define GOOD AGENCY PERIOD INPUTS

static char *folder_make(const char *text, gssize length) {
  char *folder = g_dir_make_tmp("faceaudit-XXXXXX", NULL), *path = g_build_filename(folder, "audit.ini", NULL);
  g_assert_nonnull(folder);
  if (text) g_assert_true(g_file_set_contents(path, text, length, NULL));
  g_free(path);
  return folder;
}

static void folder_remove(char *folder) {
  char *path = g_build_filename(folder, "audit.ini", NULL);
  g_unlink(path);
  g_rmdir(path);
  g_rmdir(folder);
  g_free(path);
  g_free(folder);
}

static void child_ends(int status, void *data) {
  (void)data;
  fflush(NULL);
  _exit(status); /* what an ending program leaves in memory is not a leak */
}

/* What settings_read says of FOLDER, and its exit status: 0 where it came back. The text is the caller's. */
static char *settings_said(const char *folder, int *status) {
  int ends[2];
  g_assert_cmpint(pipe(ends), ==, 0);
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    on_exit(child_ends, NULL);
    settings_free(settings_read(folder, kinds));
    exit(0);
  }
  close(ends[1]);
  GString *said = g_string_new(NULL);
  char buffer[512];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;) g_string_append_len(said, buffer, got);
  close(ends[0]);
  waitpid(child, status, 0);
  *status = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
  return g_string_free(said, FALSE);
}

static const struct {
  const char *text;
  const char *said; /* after "FOLDER/audit.ini" */
} refusals[] = {
    {"", ": the file lacks timezone: add it to section [agency], for instance timezone = America/New_York"},
    {"[agency]\nname = X\n",
     ":1: the section lacks timezone: add it to section [agency], for instance timezone = America/New_York"},
    {AGENCY, ": the file lacks from: add it to section [period], for instance from = 2022-06-01"},
    {AGENCY "[period]\nfrom = 2022-06-01\n",
     ":4: the section lacks to: add it to section [period], for instance to = 2023-05-31"},
    {AGENCY PERIOD, ": the file lacks user_log: add it to section [inputs], for instance user_log = user_log.csv"},
    {AGENCY PERIOD "[inputs]\npersonnel = p.csv\n", ":7: the section lacks user_log: add it to section [inputs]"},
    {GOOD "[agncy]\n", ":9: the section [agncy] is not known: did you mean [agency]?"},
    {GOOD "[treshold]\n", ":9: the section [treshold] is not known: did you mean [thresholds]?"},
    {GOOD "[columns.users_log]\n", ":9: the section [columns.users_log] is not known: did you mean [columns.user_log]?"},
    {GOOD "[zzzzzzzzzz]\n", ":9: the section [zzzzzzzzzz] is not known: the sections are [agency], [period], "},
    {GOOD "incident_report = x.csv\n", ":9: [inputs] has no key incident_report: did you mean incident_reports?"},
    {GOOD "videos = x.csv\n", ":9: [inputs] has no key videos: its keys are user_log, incident_reports, "},
    {GOOD "[thresholds]\nnotice_hour = 3\n", ":10: [thresholds] has no key notice_hour: did you mean notice_hours?"},
    {GOOD "[thresholds]\nnotice_hours = three\n", ":10: notice_hours = three is not a whole number: write digits only"},
    {GOOD "[thresholds]\nnotice_hours =\n", ":10: notice_hours =  is not a whole number"},
    {GOOD "[thresholds]\nnotice_hours = -3\n", ":10: notice_hours = -3 is not a whole number"},
    {GOOD "[thresholds]\nnotice_hours = 99999999999999999999\n",
     ":10: notice_hours = 99999999999999999999 is not a whole number"},
    {"[agency]\ntimezone = America/NewYork\n" PERIOD INPUTS,
     ":2: the time zone America/NewYork is not known: did you mean America/New_York?"},
    {"[agency]\ntimezone = Eastren\n" PERIOD INPUTS, ":2: the time zone Eastren is not known: did you mean "},
    {"[agency]\ntimezone = america/chcago\n" PERIOD INPUTS,
     ":2: the time zone america/chcago is not known: did you mean America/Chicago?"},
    {"[agency]\ntimezone = Xyzzyplugh\n" PERIOD INPUTS,
     ":2: the time zone Xyzzyplugh is not known: write one of the tz database"},
    {"[agency]\ntimezone = ../../etc/passwd\n" PERIOD INPUTS, ":2: the time zone ../../etc/passwd is not known"},
    {"[agency]\ntimezone =\n" PERIOD INPUTS, ":2: the time zone  is not known"},
    {"[agency]\nname =\n", ":2: name is empty: write a value or remove the line"},
    {AGENCY "[period]\nfrom = 06/01/2022\nto = 2023-05-31\n" INPUTS,
     ":5: from = 06/01/2022 is not a date: write year-month-day, such as 2022-06-01"},
    {AGENCY "effective = soon\n" PERIOD INPUTS, ":4: effective = soon is not a date"},
    {AGENCY "systems =\n" PERIOD INPUTS, ":4: systems is empty"},
    {AGENCY "systems = Pinyon; (\n" PERIOD INPUTS,
     ":4: systems = ( is not the name of a system: write one of at least three letters"},
    {AGENCY "systems = I\n" PERIOD INPUTS, ":4: systems = I is not the name of a system"},
    {AGENCY "system = Pinyon\n" PERIOD INPUTS, ":4: [agency] has no key system: did you mean systems?"},
    {AGENCY "[period]\nfrom = 2022-02-30\nto = 2023-05-31\n" INPUTS, ":5: from = 2022-02-30 is not a date"},
    {AGENCY "[period]\nfrom = 2022-02-01 10:00\nto = 2023-05-31\n" INPUTS, ":5: from = 2022-02-01 10:00 is not a date"},
    {AGENCY "[period]\nfrom = soon\nto = 2023-05-31\n" INPUTS, ":5: from = soon is not a date"},
    {AGENCY "[period]\nfrom = 2023-06-01\nto = 2022-05-31\n" INPUTS,
     ":6: the period ends (2022-05-31) before it starts (2023-06-01): swap"},
    {GOOD "user_log = other.csv\n", ":9: user_log appears twice in [inputs], first on line 8: keep one"},
    {GOOD "[agency]\nname = Again\n", ":10: name appears twice in [agency], first on line 2: keep one"},
    {GOOD "personnel = log.csv\n", ":9: the file log.csv is named twice in [inputs]"},
    {GOOD "personnel = ./sub/../log.csv\n", ":9: the file ./sub/../log.csv is named twice in [inputs]"},
    {AGENCY PERIOD "[inputs]\nuser_log = a.csv; b.csv; a.csv\n", ":8: the file a.csv is named twice in [inputs]"},
    {AGENCY PERIOD "[inputs]\nuser_log = ; ;\n", ":8: user_log names no file"},
    {AGENCY PERIOD "[inputs]\nuser_log =\n", ":8: user_log is empty"},
    {"name = X\n", ":1: \"name = X\" is in no section: put it under its [section]"},
    {"[agency\nname = X\n", ":1: the section \"[agency\" does not end with ]"},
    {"[agency] # mine\n", ":1: the section \"[agency] # mine\" does not end with ]"},
    {"[]\n", ":1: a section without a name"},
    {"[agency]\nname\n", ":2: \"name\" is neither [section], key = value nor # comment"},
    {"[agency]\n= X\n", ":2: a value without a key"},
    {"# one\r\n\r\n[agency]\r\nnmae = X\r\n", ":4: [agency] has no key nmae: did you mean name?"},
    {"# one\r\r[agency]\rnmae = X\r", ":4: [agency] has no key nmae: did you mean name?"},
    {"\xef\xbb\xbf[agency]\nnmae = X\n", ":2: [agency] has no key nmae: did you mean name?"},
    {GOOD "[columns.user_log]\ntyme = When\n", ":10: [columns.user_log] has no key tyme: did you mean time?"},
    {GOOD "[columns.user_log]\nnarrative = When\n",
     ":10: [columns.user_log] has no key narrative: its keys are time, user, event id"},
    {GOOD "[columns.user_log]\ntime =\n", ":10: time is empty"},
    {GOOD "[columns.user_log]\nevent id = A\nevent_id = B\n",
     ":11: event_id appears twice in [columns.user_log], first on line 10"},
    {GOOD "[severity]\nno-such-rule-here = high\n", ":10: [severity] has no key no-such-rule-here"},
    {GOOD "[severity]\nuntrained-users = high\n", ":10: [severity] has no key untrained-users: did you mean untrained-user?"},
    {GOOD "[severity]\nuntrained-user = hihg\n", ":10: untrained-user = hihg is not known: did you mean high?"},
    {GOOD "[severity]\nannual-audits = high\n", ":10: [severity] has no key annual-audits"},
    {GOOD "[purposes]\nLost child = wellbeing\n", ":10: Lost child = wellbeing is not known: write one of criminal, detained"},
    {GOOD "[purposes]\nLost child = helth\n", ":10: Lost child = helth is not known: did you mean health?"},
    {GOOD "[case_numbers]\npattern = (?<year>\\d{4}\n", ":10: the pattern cannot be read: "},
    {GOOD "[case_numbers]\npattern = (?<year>\\d{4})-\\d+\n",
     ":10: the pattern lacks a group: name both, (?<year>...) and (?<number>...)"},
    {GOOD "[hours]\nstart = 7\nend = 16:00\n", ":10: start = 7 is not a time of day: write it as 07:00"},
    {GOOD "[hours]\nstart = 07:00\n", ":10: [hours] has only one of start and end: add end"},
    {GOOD "[hours]\nstart = 07:00\nend = 25:00\n", ":11: end = 25:00 is not a time of day"},
    {GOOD "[hours]\nstart = 07:00\nend = 16:00\ndays = Mon-Fry\n", ":12: days = Mon-Fry are not days of the week"},
    {GOOD "[thresholds]\nnotice_hours = 0\n", ":10: notice_hours = 0 is out of range: write a number from 1 to 8760"},
    {GOOD "[redactions]\nx = y\n", ":10: [redactions] has no key x: its keys are event, occurred_at, "},
    {GOOD "[redactions]\nreasons = y\n", ":10: [redactions] has no key reasons: did you mean reason?"},
    {GOOD "[clauses]\n32.6.99 = 7\n", ":10: [clauses] has no key 32.6.99: did you mean 32.6.9?"},
    {GOOD "[provenance]\nuser_log_sytem = FACES\n", ":10: [provenance] has no key user_log_sytem: did you mean user_log_system?"},
    {GOOD "[coverage]\nlog = 2022-06-01 to 2022-07-01\n", ":10: [coverage] has no key log: its keys are user_log, "},
    {GOOD "[coverage]\nuser_log = 2022-06-01\n",
     ":10: user_log = 2022-06-01 is not a span of days: write the first and the last"},
    {GOOD "[coverage]\nuser_log = 2022-07-01 to 2022-06-01\n", ":10: user_log = 2022-07-01 to 2022-06-01 is not a span"},
    {GOOD "[log]\ntimezone = UCT+5\n", ":10: the time zone UCT+5 is not known"},
    {GOOD "[rules]\nfolder = nowhere\n", ":10: the folder of rules nowhere cannot be opened: check its name"},
    {"[agency]\nname = X\x1b[31m\n[agncy]\n", ":3: the section [agncy] is not known"},
};

static void refusal_table(void) {
  for (guint i = 0; i < G_N_ELEMENTS(refusals); i++) {
    char *folder = folder_make(refusals[i].text, -1), *want = g_strconcat(folder, "/audit.ini", refusals[i].said, NULL);
    int status;
    char *said = settings_said(folder, &status);
    if (status != 3 || !g_str_has_prefix(said, want)) {
      g_test_message("exit %d: %s want: %s", status, said, want);
      g_test_fail();
    }
    g_assert_null(strchr(said, '\x1b'));
    g_free(said);
    g_free(want);
    folder_remove(folder);
  }
}

/* Each text ends the program with exit 3 and these words, whatever the place is called. */
static void bytes_refused(void) {
  static const struct {
    const char *text;
    gssize length;
    const char *said;
  } cases[] = {{"[agency]\nname = \xff\xfe\n", -1, "/audit.ini:2: a character that is not UTF-8: save the file as UTF-8"},
               {"\xff\xfe[\0a\0]\0", 8, "/audit.ini:1: the section [a] is not known"},
               {"[agency]\nna\0me = x\n", 20, "/audit.ini:2: a character that is not UTF-8"},
               {NULL, 0, "/audit.ini: there is no such file: run \"faceaudit init\""}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    int status;
    char *folder = folder_make(cases[i].text, cases[i].length), *said = settings_said(folder, &status);
    g_test_message("%s", said);
    g_assert_cmpint(status, ==, 3);
    g_assert_nonnull(strstr(said, cases[i].said));
    g_free(said);
    folder_remove(folder);
  }
}

static void places_refused(void) {
  int status;
  char *said = settings_said("/nonexistent/folder", &status);
  g_assert_cmpint(status, ==, 3);
  g_assert_cmpstr(said, ==, "/nonexistent/folder: there is no such folder: name the folder that holds audit.ini\n");
  g_free(said);
  char *folder = folder_make(NULL, 0), *path = g_build_filename(folder, "audit.ini", NULL);
  g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
  said = settings_said(folder, &status);
  g_assert_cmpint(status, ==, 3);
  g_assert_nonnull(strstr(said, "this is not a file"));
  g_free(said);
  g_free(path);
  folder_remove(folder);
}

static void least_file(void) {
  char *folder = folder_make("[agency]\ntimezone=UTC\n[period]\nfrom=2022-06-01\nto=2022-06-01\n[inputs]\nuser_log=log.csv", -1);
  struct settings *settings = settings_read(folder, kinds);
  g_assert_cmpstr(settings->folder, ==, folder);
  g_assert_cmpstr(settings->agency, ==, "this agency");
  g_assert_cmpstr(settings->directive, ==, "32-6");
  g_assert_cmpstr(settings->authorized_units[0], ==, "Criminal Investigations Unit");
  g_assert_null(settings->authorized_units[1]);
  g_assert_cmpint(settings->from, ==, settings->to);
  g_assert_null(settings->log_zone);
  g_assert_cmpuint(settings->inputs->len, ==, 1);
  static const char *const defaults[][2] = {
      {"notice_hours", "72"},      {"session_minutes", "30"}, {"shared_minutes", "15"}, {"near_before_days", "14"},
      {"near_after_days", "3"},    {"repeat_searches", "3"},  {"pending_days", "14"},   {"late_report_days", "14"},
      {"overused_sessions", "10"}, {"subject_accounts", "4"}, {"burst_sessions", "10"}, {"burst_minutes", "60"},
      {"consecutive_days", "10"},  {"isolated_hours", "8"},   {"inactive_days", "90"},  {"audit_days", "396"}};
  for (guint i = 0; i < G_N_ELEMENTS(defaults); i++)
    g_assert_cmpstr(settings_value(settings, "thresholds", defaults[i][0]), ==, defaults[i][1]);
  g_assert_null(settings_value(settings, "hours", "start"));
  g_assert_null(settings_value(settings, "case_numbers", "pattern"));
  for (guint i = 0; kinds[i]; i++) g_assert_cmpuint(g_hash_table_size(settings_columns(settings, kinds[i])), ==, 0);
  settings_free(settings);
  folder_remove(folder);
  settings_free(NULL);
}

static const char full_text[] =
    "\xef\xbb\xbf# an audit\r\n; of a year\r\n\r\n[agency]\r\nname = P\xc3\xa9ninsule PD\r\ndirective = 7-102\r\n"
    "  timezone = America/Los_Angeles  \r\nauthorized_units = Investigations; Crime Analysis ;\r\n"
    "systems = Pinyon; Juniper Gate\r\ndesignees = Lt. Crowe\r\nlog_name = PPD\r\nadministrator = kroy\r\neffective = "
    "2021/3/1\r\n"
    "[inputs]\r\ndispositions = d.csv\r\npersonnel = /abs/p.csv\r\nuser_log = a b.csv; ../b.csv\r\n"
    "[period]\r\nfrom = 2022-06-01\r\nto = 2023-05-31\r\n"
    "[columns.user_log]\r\nevent_id = Log # = No\r\nTime = When\r\n[columns.personnel]\r\nunit from = Since\r\n"
    "[case_numbers]\r\npattern = (?<year>\\d{4})-(?<number>\\d+)\r\nown_prefixes = NSB; NS\r\n"
    "[purposes]\r\nlost child = unable\r\n[thresholds]\r\nnotice_hours = 24\r\n"
    "[hours]\r\nstart = 7:00 AM\r\nend = 1600\r\ndays = Mon-Wed; Sat\r\n"
    "[log]\r\ntimezone = UTC\r\nsearch_actions = SEARCH; FACE SEARCH\r\n[redactions]\r\nreason = 119.071(2)(c)1.\r\n"
    "[clauses]\r\n32.6.10 = 7.102.4\r\n";

static void full_file(void) {
  char *folder = folder_make(full_text, -1);
  struct settings *settings = settings_read(folder, kinds);
  static const char *const inputs[][2] = {
      {"user_log", "a b.csv"}, {"user_log", "../b.csv"}, {"personnel", "/abs/p.csv"}, {"dispositions", "d.csv"}};
  g_assert_cmpstr(settings->agency, ==, "P\xc3\xa9ninsule PD");
  g_assert_cmpstr(settings->directive, ==, "7-102");
  g_assert_cmpstr(settings->timezone, ==, "America/Los_Angeles");
  g_assert_cmpstr(settings->authorized_units[1], ==, "Crime Analysis");
  g_assert_null(settings->authorized_units[2]);
  g_assert_cmpint(settings->from, ==, day_number(2022, 6, 1));
  g_assert_cmpint(settings->to, ==, day_number(2023, 5, 31));
  g_assert_cmpint(zone_offset(settings->zone, 1655000000), ==, -420);
  g_assert_cmpint(zone_offset(settings->log_zone, 1655000000), ==, 0);
  g_assert_cmpuint(settings->inputs->len, ==, G_N_ELEMENTS(inputs));
  for (guint i = 0; i < G_N_ELEMENTS(inputs); i++) {
    g_assert_cmpstr(g_array_index(settings->inputs, struct settings_input, i).kind->key, ==, inputs[i][0]);
    g_assert_cmpstr(g_array_index(settings->inputs, struct settings_input, i).path, ==, inputs[i][1]);
  }
  g_assert_cmpstr(g_hash_table_lookup(settings_columns(settings, kind_named(kinds, "user_log")), "event id"), ==, "Log # = No");
  g_assert_cmpstr(g_hash_table_lookup(settings_columns(settings, kind_named(kinds, "user_log")), "time"), ==, "When");
  g_assert_cmpstr(g_hash_table_lookup(settings_columns(settings, kind_named(kinds, "personnel")), "unit from"), ==, "Since");
  static const char *const values[][3] = {{"case_numbers", "pattern", "(?<year>\\d{4})-(?<number>\\d+)"},
                                          {"purposes", "lost child", "unable"},
                                          {"agency", "systems", "Pinyon; Juniper Gate"},
                                          {"agency", "designees", "Lt. Crowe"},
                                          {"agency", "effective", "2021-03-01"},
                                          {"thresholds", "notice_hours", "24"},
                                          {"thresholds", "pending_days", "14"},
                                          {"hours", "start", "07:00"},
                                          {"hours", "end", "16:00"},
                                          {"hours", "days", "Mon;Tue;Wed;Sat"},
                                          {"log", "search_actions", "SEARCH; FACE SEARCH"},
                                          {"redactions", "reason", "119.071(2)(c)1."},
                                          {"clauses", "32.6.10", "7.102.4"},
                                          {"columns.user_log", "event id", "Log # = No"},
                                          {"period", "from", "2022-06-01"}};
  for (guint i = 0; i < G_N_ELEMENTS(values); i++)
    g_assert_cmpstr(settings_value(settings, values[i][0], values[i][1]), ==, values[i][2]);
  GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < settings->values->len; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    g_assert_true(g_hash_table_add(seen, g_strconcat(value->section, "\n", value->key, NULL)));
  }
  g_hash_table_unref(seen);
  settings_free(settings);
  folder_remove(folder);
}

static void own_rule_severity(void) {
  static const char text[] = GOOD "[severity]\nnight-search = high\n[rules]\nfolder = .\n";
  char *folder = folder_make(text, -1), *rule = g_build_filename(folder, "ours.sql", NULL);
  g_assert_true(g_file_set_contents(rule, "-- rule: night-search\n", -1, NULL));
  struct settings *settings = settings_read(folder, kinds);
  g_assert_cmpstr(settings_value(settings, "severity", "night-search"), ==, "high");
  g_assert_true(g_str_has_prefix(settings_value(settings, "rules", "folder"), folder));
  settings_free(settings);
  g_unlink(rule);
  g_free(rule);
  folder_remove(folder);
}

static void days_spelt(void) {
  static const char *const lists[][2] = {{"Mon-Fri", "Mon;Tue;Wed;Thu;Fri"},
                                         {"sat-mon", "Mon;Sat;Sun"},
                                         {"Wednesday", "Wed"},
                                         {"tues, thurs", "Tue;Thu"},
                                         {"Mon-Sun", "Mon;Tue;Wed;Thu;Fri;Sat;Sun"},
                                         {"", NULL},
                                         {";", NULL},
                                         {"Mo", NULL},
                                         {"Mon-", NULL},
                                         {"Funday", NULL},
                                         {"Mon;Funday", NULL},
                                         {"Mon-Tue-Wed", NULL}};
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    char *list = days_list(lists[i][0]);
    g_assert_cmpstr(list, ==, lists[i][1]);
    g_free(list);
  }
}

/* What settings_read says of a file whose agency is in ZONE and whose log is in LOG. */
static char *zones_said(const char *zone, const char *log) {
  int status;
  g_autofree char *text = g_strdup_printf("[agency]\ntimezone = %s\n" PERIOD INPUTS "[log]\ntimezone = %s\n", zone, log);
  char *folder = folder_make(text, -1), *said = settings_said(folder, &status);
  g_assert_cmpint(status, ==, 0);
  folder_remove(folder);
  return said;
}

static void zones_in_words(void) {
  static const char *const words[][2] = {{"Eastern", "America/New_York"},
                                         {"EST", "America/New_York"},
                                         {"America/New York", "America/New_York"},
                                         {"Eastern Time (US & Canada)", "America/New_York"},
                                         {"US/Eastern Standard Time", "America/New_York"},
                                         {"Central Daylight Time", "America/Chicago"},
                                         {"pacific", "America/Los_Angeles"},
                                         {"Arizona", "America/Phoenix"}};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *said = zones_said(words[i][0], "UTC"),
                    *want = g_strdup_printf("audit.ini:2: %s is read as %s\n", words[i][0], words[i][1]);
    g_assert_nonnull(strstr(said, want));
  }
  g_autofree char *plain = zones_said("US/Eastern", "UTC"), *fixed = zones_said("America/New_York", "EST");
  g_assert_cmpstr(plain, ==, "");
  g_assert_nonnull(strstr(fixed, "audit.ini:9: EST never changes its clocks"));
}

static void every_fault(void) {
  static const char text[] = "[agency]\ntimezone = Xyzzyplugh\nnmae = X\n[perod]\nfrom = 2022-06-01\n[period]\nfrom = "
                             "soon\nstray\n[thresholds]\nnotice_hours = 0\n";
  static const char *const wanted[] = {
      ":2: the time zone", ":3: [agency] has no key nmae", ":4: the section [perod]",  ":7: from = soon",
      ":8: \"stray\"",     ":10: notice_hours = 0",        ":6: the section lacks to", ": the file lacks user_log"};
  int status;
  char *folder = folder_make(text, -1), *said = settings_said(folder, &status);
  g_assert_cmpint(status, ==, 3);
  g_auto(GStrv) lines = g_strsplit(g_strchomp(said), "\n", -1);
  g_assert_cmpuint(g_strv_length(lines), ==, G_N_ELEMENTS(wanted));
  for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) g_assert_nonnull(strstr(lines[i], wanted[i]));
  g_free(said);
  folder_remove(folder);
}

/* As Notepad saves "Unicode", and "audit.ini" where the system hides that it is audit.ini.txt. */
static void notepad(void) {
  gsize size;
  g_autofree char *wide = g_convert("\xef\xbb\xbf" GOOD, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
  char *folder = folder_make(wide, (gssize)size);
  struct settings *settings = settings_read(folder, kinds);
  g_assert_cmpstr(settings->agency, ==, "Test PD");
  settings_free(settings);
  folder_remove(folder);
  folder = folder_make(NULL, 0);
  g_autofree char *named = g_build_filename(folder, "audit.ini.txt", NULL);
  g_assert_true(g_file_set_contents(named, GOOD, -1, NULL));
  int status;
  g_autofree char *said = settings_said(folder, &status);
  g_assert_cmpint(status, ==, 3);
  g_assert_nonnull(strstr(said, "but one named audit.ini.txt, as Notepad saves it: rename it to audit.ini"));
  g_unlink(named);
  folder_remove(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("settings", "the least file gets every default", least_file);
  TEST("settings", "every section and key is read as it stands", full_file);
  TEST("settings", "what cannot be used is refused with its line and what to do", refusal_table);
  TEST("settings", "a file that is missing or no text is refused", bytes_refused);
  TEST("settings", "a folder that is missing and a folder in place of the file are refused", places_refused);
  TEST("settings", "an agency's own rules have a severity too", own_rule_severity);
  TEST("settings", "days of the week are spelt out", days_spelt);
  TEST("settings", "time zones are read in a person's words", zones_in_words);
  TEST("settings", "every fault of the file is told at once, in the order of the lines", every_fault);
  TEST("settings", "a file as Notepad saves it is read, or named", notepad);
  return g_test_run();
}
