/* Header rows of many systems and which columns they must be taken for, with two rows of cells each. */
#include "tests/check.h"
#include "ingest/kinds/kinds.h"
#include "ingest/roles/header_scores.h"
#include "ingest/roles/roles.h"

struct role_case {
  const char *kind;
  const char *header, *first, *second; /* cells separated by | */
  const char *want;                    /* a role or - for each column */
};

static const struct role_case cases[] = {
#include "tests/roles_cases.inc"
};

static char **cells_cut(const char *row, guint count) {
  char **cells = g_strsplit(row ? row : "", "|", -1);
  guint have = g_strv_length(cells);
  cells = g_renew(char *, cells, MAX(have, count) + 1);
  for (guint i = have; i < count; i++) cells[i] = g_strdup("");
  cells[MAX(have, count)] = NULL;
  return cells;
}

static char *columns_told(const struct columns *columns, const struct kind *kind) {
  GString *got = g_string_new(NULL);
  for (guint i = 0; i < columns->count; i++)
    g_string_append_printf(got, "%s%s", i ? "|" : "",
                           columns->at[i].role == ROLE_NONE ? "-" : kind->roles[columns->at[i].role].name);
  return g_string_free(got, FALSE);
}

static char *assigned(const char *key, const char *header_row, const char *first, const char *second, GHashTable *told) {
  char **header = cells_cut(header_row, 0);
  guint count = g_strv_length(header);
  char **rows[] = {cells_cut(first, count), cells_cut(second, count)};
  const struct kind *kind = kind_named(kinds, key);
  struct columns columns;
  columns_assign(&columns, kind, header, count, rows, first ? 2 : 0, told);
  char *got = columns_told(&columns, kind);
  columns_clear(&columns);
  g_strfreev(header);
  for (guint i = 0; i < 2; i++) g_strfreev(rows[i]);
  return got;
}

static void header_table(void) {
  guint wrong = 0;
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const struct role_case *c = &cases[i];
    char *got = assigned(c->kind, c->header, c->first, c->second, NULL);
    if (strcmp(got, c->want)) {
      g_test_message("%s: %s", c->kind, c->header);
      g_test_message("   got %s", got);
      g_test_message("  want %s", c->want);
      wrong++;
    }
    g_free(got);
  }
  g_assert_cmpuint(G_N_ELEMENTS(cases), >=, 60);
  g_assert_cmpuint(wrong, ==, 0);
}

/* The order of the columns must not matter: every case again, turned round. */
static void header_reversed(void) {
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *texts[] = {cases[i].header, cases[i].first, cases[i].second, cases[i].want};
    char *turned[4];
    guint count = 0;
    for (guint t = 0; t < 4; t++) {
      char **cells = cells_cut(texts[t], count);
      if (!t) count = g_strv_length(cells);
      for (guint a = 0; a < count / 2; a++) {
        char *kept = cells[a];
        cells[a] = cells[count - 1 - a];
        cells[count - 1 - a] = kept;
      }
      turned[t] = g_strjoinv("|", cells);
      g_strfreev(cells);
    }
    char *got = assigned(cases[i].kind, turned[0], cases[i].first ? turned[1] : NULL, turned[2], NULL);
    g_assert_cmpstr(got, ==, turned[3]);
    g_free(got);
    for (guint t = 0; t < 4; t++) g_free(turned[t]);
  }
}

/* A header row is recognised as its own kind, or at least as one; a row of data never. */
static void header_kinds(void) {
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *texts[] = {cases[i].header, cases[i].first, cases[i].second};
    double fits[3] = {0};
    for (guint t = 0; t < 3; t++) {
      char **cells = cells_cut(texts[t], 0);
      fits[t] = header_fits(kind_named(kinds, cases[i].kind), cells, g_strv_length(cells));
      g_strfreev(cells);
    }
    g_test_message("%s: %s", cases[i].kind, cases[i].header);
    g_assert_cmpfloat(fits[0], >, .25);
    g_assert_cmpfloat(fits[0], <=, 1);
    g_assert_cmpfloat(fits[0], >, fits[1]);
    g_assert_cmpfloat(fits[1], <, .25);
    g_assert_cmpfloat(fits[2], <, .25);
  }
}

static void header_best(void) {
  static const struct {
    const char *kind, *row;
  } rows[] = {
      {"user_log",
       "Log ID|Date/Time|Agency|User ID|User Name|Action|Workstation|IP Address|Case Number|Reason for Search|Probe Image"},
      {"user_log", "Txn #|Query Dt|Operator|Terminal|OIR No.|Purpose|Image ID|# Results|Hit Chosen"},
      {"incident_reports",
       "Report Number|Supplement|CAD Event|Date Reported|Incident Type|Case Status|Officer|Supervisor|Narrative"},
      {"incident_reports", "Rpt No|Supp|Rpt Date|Offense|Disposition|Reporting Officer|Badge|Reviewed By|Review Date|Synopsis"},
      {"personnel",
       "FACES User ID|Employee ID|Last Name|First Name|Rank|Unit|Unit From|Unit To|Access Approved|Training Completed"},
      {"personnel", "Username|Emp #|Surname|Given Name|Title|Assignment|Effective|Through|FR Access Granted|Termination"},
      {"chief_notifications", "Notified At|Notified|Method|By User ID|Case Number|Subject"},
      {"duty_schedule", "User ID|Start|End|Duty"},
      {"duty_schedule", "Emp #|Work Date|Clock In|Clock Out|Pay Code"},
      {"dispositions", "Finding ID|Disposition|Note|By|On"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    const struct kind *kind = NULL;
    char **cells = cells_cut(rows[i].row, 0);
    g_assert_cmpfloat(header_fits_best(kinds, cells, g_strv_length(cells), &kind), >, .6);
    g_test_message("%s", rows[i].row);
    g_assert_cmpstr(kind->key, ==, rows[i].kind);
    g_strfreev(cells);
  }
}

static void title_lines(void) {
  static const char *const rows[] = {"FACES User Activity Report",
                                     "FACES User Activity Report|||",
                                     "Generated: 06/01/2023 08:00|||",
                                     "New Smyrna Beach Police Department||",
                                     "Period 06/01/2022 to 05/31/2023",
                                     "",
                                     "||||",
                                     "Total records: 474",
                                     "-- end of report --",
                                     "User:|jmarsh",
                                     "Page 1 of 20|",
                                     "1|2|3|4|5"};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    const struct kind *kind;
    char **cells = cells_cut(rows[i], 0);
    g_test_message("%s", rows[i]);
    g_assert_cmpfloat(header_fits_best(kinds, cells, g_strv_length(cells), &kind), <, .3);
    g_strfreev(cells);
  }
}

static void told_by_settings(void) {
  GHashTable *told = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(told, (char *)"time", (char *)"colB");
  g_hash_table_insert(told, (char *)"event_id", (char *)"COL a");
  g_hash_table_insert(told, (char *)"reason", (char *)"not there");
  char *got = assigned("user_log", "Col A|ColB|User|Search Date|Reason", "1|6/2/2022 1:00|jm|6/3/2022 2:00|theft",
                       "2|6/2/2022 2:00|kl|6/3/2022 3:00|x y", told);
  g_assert_cmpstr(got, ==, "event id|time|user|-|-");
  g_free(got);
  g_hash_table_remove_all(told);
  g_hash_table_insert(told, (char *)"date", (char *)"D");
  g_hash_table_insert(told, (char *)"time of day", (char *)"T");
  got = assigned("user_log", "D|T|User|Timestamp", "6/2/2022|1:00|jm|6/3/2022 2:00", "6/2/2022|1:01|jm|6/3/2022 2:01", told);
  g_assert_cmpstr(got, ==, "date|time of day|user|-");
  g_free(got);
  g_hash_table_destroy(told);
}

static void missing_words(void) {
  static const struct {
    const char *kind, *header, *want;
  } rows[] = {{"user_log", "User|Reason", "time"},
              {"user_log", "Reason|Action", "time, user"},
              {"user_log", "Date|Time|User", NULL},
              {"user_log", "Date|User", NULL},
              {"incident_reports", "Narrative|Officer", "report number"},
              {"duty_schedule", "User|Date|Start Time|End Time", NULL},
              {"duty_schedule", "User|Start", "end"},
              {"personnel", "Rank|Unit", "user"},
              {"chief_notifications", "Method|Subject", "notified at"},
              {"dispositions", "Note|By", "finding, disposition"}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    char **header = cells_cut(rows[i].header, 0);
    struct columns columns;
    const struct kind *kind = kind_named(kinds, rows[i].kind);
    columns_assign(&columns, kind, header, g_strv_length(header), NULL, 0, NULL);
    char *missing = columns_missing(&columns, kind);
    g_assert_cmpstr(missing, ==, rows[i].want);
    g_free(missing);
    columns_clear(&columns);
    g_strfreev(header);
  }
}

static void how_told(void) {
  char *header[] = {(char *)"User ID", (char *)"Dt of Srch", (char *)"Origin", NULL};
  char *one[] = {(char *)"jm", (char *)"6/2/2022 1:00", (char *)"10.0.0.1", NULL},
       *two[] = {(char *)"kl", (char *)"6/2/2022 2:00", (char *)"10.0.0.2", NULL};
  char **rows[] = {one, two};
  const struct kind *log = kind_named(kinds, "user_log");
  struct columns columns;
  columns_assign(&columns, log, header, 3, rows, 2, NULL);
  g_assert_cmpstr(columns.at[0].how, ==, "header");
  g_assert_cmpstr(columns.at[2].how, ==, "contents");
  g_assert_cmpint(columns.of[role_named(log, "time")], ==, 1);
  g_assert_cmpint(columns.of[role_named(log, "address")], ==, 2);
  g_assert_cmpint(columns.of[role_named(log, "case number")], ==, -1);
  columns_clear(&columns);
}

/* An account that is a name or an employee number plays both roles. */
static void one_column_two_roles(void) {
  char *header[] = {(char *)"Operator Name", (char *)"Search Date", NULL};
  const struct kind *log = kind_named(kinds, "user_log");
  struct columns columns;
  char *one[] = {(char *)"Marsh, Jordan", (char *)"6/2/2022 1:00", NULL};
  char **rows[] = {one};
  columns_assign(&columns, log, header, 2, rows, 1, NULL);
  g_assert_cmpint(columns.of[role_named(log, "user")], ==, 0);
  g_assert_cmpint(columns.of[role_named(log, "user name")], ==, 0);
  columns_clear(&columns);
}

static void kind_names(const struct kind *kind) {
  g_assert_true(kind_named(kinds, kind->key) == kind);
  g_assert_cmpint(kind->role_count, <=, ROLES_MOST);
  for (int role = 0; role < kind->role_count; role++) {
    const char *name = kind->roles[role].name;
    g_assert_cmpint(role_named(kind, name), ==, role);
    g_autofree char *other = g_strdelimit(g_ascii_strup(name, -1), " ", '_');
    g_assert_cmpint(role_named(kind, other), ==, role);
    if (kind->roles[role].unless) g_assert_cmpint(role_named(kind, kind->roles[role].unless), !=, ROLE_NONE);
  }
  g_assert_cmpint(role_named(kind, ""), ==, ROLE_NONE);
}

static void names_round(void) {
  for (guint i = 0; kinds[i]; i++) kind_names(kinds[i]);
  g_assert_cmpint(role_named(kind_named(kinds, "user_log"), "narrative"), ==, ROLE_NONE);
  g_assert_null(kind_named(kinds, "user_logs"));
}

/* A phrase in other words than the common names would never match: every one must read as itself. */
static void phrases_common(const struct kind *kind, int role) {
  const char *phrases = kind->roles[role].phrases;
  for (const char *at = phrases; *at;) {
    gsize size = strcspn(at, "|");
    char *phrase = g_strndup(at, strcspn(at, ":")), *got = NULL;
    char **want = g_strsplit(phrase, " ", -1);
    struct words words;
    words_read(&words, phrase);
    for (guint i = 0; want[i]; i++)
      if (i >= words.count || strcmp(want[i], words.at[i])) got = got ? got : g_strdup(want[i]);
    if (got) g_test_message("'%s': '%s' is no common name", phrase, got), g_test_fail();
    struct scores scores;
    scores_read(&scores, kind, phrase);
    if (scores.role[role] < 45) g_test_message("'%s' is worth nothing", phrase), g_test_fail();
    g_free(got);
    g_free(phrase);
    g_strfreev(want);
    at += size + (at[size] == '|');
  }
}

static void phrases_all(void) {
  for (guint i = 0; kinds[i]; i++)
    for (int role = 0; role < kinds[i]->role_count; role++) phrases_common(kinds[i], role);
}

static void words_new(void) {
  static const struct role roles[] = {{.name = "plate", .fits = LOOK_IDS, .phrases = "plate:100"},
                                      {.name = "floor", .fits = LOOK_IDS, .phrases = "floor:100"}};
  static const struct kind kind = {.key = "vehicles", .roles = roles, .role_count = 2};
  char *header[] = {"Floor", "Paint", "PLATE", NULL};
  struct columns columns;
  columns_assign(&columns, &kind, header, 3, NULL, 0, NULL);
  char *got = columns_told(&columns, &kind);
  g_assert_cmpstr(got, ==, "floor|-|plate");
  g_free(got);
  columns_clear(&columns);
}

static void words_table(void) {
  static const char *const rows[][2] = {{"Case #", "case number"},
                                        {"caseNumber", "case number"},
                                        {"CASE_NO", "case number"},
                                        {"CaseNbr", "case number"},
                                        {"IPAddress", "ip address"},
                                        {"searchDate", "search date"},
                                        {"searchdate", "search date"},
                                        {"Date/Time (UTC)", "date time utc"},
                                        {"Query Dt", "search date"},
                                        {"Op Login", "user"},
                                        {"Login Name", "user name"},
                                        {"Txn #", "transaction number"},
                                        {"# Results", "number candidate count"},
                                        {"userid", "user id"},
                                        {"USERNAME", "user name"},
                                        {"Naratve", "naratve"},
                                        {"Narrativ", "narrative"},
                                        {"Reprot Number", "report number"},
                                        {"Employe ID", "employee id"},
                                        {"O.I.R. No.", "oir number"},
                                        {"Timestamp", "date time"},
                                        {"  User\xc2\xa0 ID ", "user id"},
                                        {"Incident Type_1", "incident type 1"},
                                        {"End of Employment", "end of employment"},
                                        {"Approved On", "approve on"},
                                        {"Approving Sgt", "approver supervisor"},
                                        {"IR #", "incident report number"},
                                        {"UserIDs", "user id"}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    struct words words;
    words_read(&words, rows[i][0]);
    GString *got = g_string_new(NULL);
    for (guint w = 0; w < words.count; w++) g_string_append_printf(got, "%s%s", w ? " " : "", words.at[w]);
    g_assert_cmpstr(got->str, ==, rows[i][1]);
    g_string_free(got, TRUE);
  }
}

static void hostile(void) {
  GRand *rand = g_rand_new_with_seed(5);
  static const char bits[] = "UserIDdatetimeCase #No.|||\xc3\xa9_-/()'.0123456789 NamebyOn";
  for (int i = 0; i < 3000; i++) {
    char rows[3][160];
    for (int r = 0; r < 3; r++) {
      int length = g_rand_int_range(rand, 0, 150);
      for (int c = 0; c < length; c++) rows[r][c] = bits[g_rand_int_range(rand, 0, (gint32)sizeof bits - 1)];
      rows[r][length] = '\0';
      char *valid = g_utf8_make_valid(rows[r], -1);
      g_strlcpy(rows[r], valid, 150);
      g_free(valid);
      if (!g_utf8_validate(rows[r], -1, NULL)) rows[r][0] = '\0';
    }
    g_free(assigned(kinds[i % 6]->key, rows[0], rows[1], rows[2], NULL));
  }
  g_rand_free(rand);
}

static char *shared_path(const char *name) {
  const char *folder = g_getenv("FACEAUDIT_SHARED");
  char *path = g_build_filename(folder ? folder : "../shared", name, NULL);
  if (g_file_test(path, G_FILE_TEST_EXISTS)) return path;
  g_free(path);
  return NULL;
}

/* First lines without quoted commas only: these files have none above their third line that matter here. */
static void real_files(void) {
  static const struct {
    const char *path, *kind, *want;
  } files[] = {{"corpus/public/exports/faces_user_log.csv", "user_log",
                "event id|time|agency|user|user name|action|workstation|address|case number|reason|probe image|candidates "
                "returned|candidate selected"},
               {"corpus/public/exports/incident_reports.csv", "incident_reports",
                "report number|supplement|CAD event number|reported at|type|status|officer|officer id|supervisor|supervisor "
                "approved at|narrative"},
               {"corpus/public/exports/personnel.csv", "personnel",
                "user|employee id|last name|first name|rank|unit|unit from|unit to|access approved|approved by|training "
                "completed|separated|access deactivated"},
               {"corpus/public/exports/chief_notifications.csv", "chief_notifications",
                "notified at|who was notified|method|by user|case number|subject"},
               {"corpus/public/exports/duty_schedule.csv", "duty_schedule", "user|start|end|kind"},
               {"real/EPDSearchAuditLogs.csv", "user_log", "event id|user|time|-|reason"}};
  guint seen = 0;
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    char *path = shared_path(files[i].path), *text = NULL;
    if (!path) continue;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char **lines = g_strsplit_set(g_str_has_prefix(text, "\xef\xbb\xbf") ? text + 3 : text, "\r\n", 2);
    char *header = g_strdelimit(g_strdup(lines[0]), ",", '|');
    char **bare = g_strsplit(header, "\"", -1);
    char *row = g_strjoinv("", bare), *got = assigned(files[i].kind, row, NULL, NULL, NULL);
    g_assert_cmpstr(got, ==, files[i].want);
    seen++;
    g_strfreev(lines);
    g_strfreev(bare);
    g_free(header);
    g_free(row);
    g_free(got);
    g_free(text);
    g_free(path);
  }
  if (!seen) g_test_skip("no shared data");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("roles", "columns of unmapped exports find their roles", header_table);
  TEST("roles", "the order of the columns does not matter", header_reversed);
  TEST("roles", "a header reads as its kind and a row of data does not", header_kinds);
  TEST("roles", "the best kind of a header is its own", header_best);
  TEST("roles", "title lines are no header", title_lines);
  TEST("roles", "what audit.ini says wins, and a header that is not there leaves the role empty", told_by_settings);
  TEST("roles", "missing required roles are named", missing_words);
  TEST("roles", "how a column was recognised is kept", how_told);
  TEST("roles", "a name that is the account plays both roles", one_column_two_roles);
  TEST("roles", "every role is found by its name", names_round);
  TEST("roles", "every phrase of the kinds is in common names", phrases_all);
  TEST("roles", "a phrase in a word of its own needs no line in the vocabulary", words_new);
  TEST("roles", "words of headers get their common names", words_table);
  TEST("roles", "hostile headers and cells do no harm", hostile);
  TEST("roles", "headers of real exports find their roles", real_files);
  return g_test_run();
}
