/* A small analysed database for the tests of the report: made here, so that they need no other stage. */
#pragma once
#include "include/assets.h"
#include "include/db.h"
#include "include/output.h"
#include "include/message.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static const char sample_setup[] =
    "INSERT INTO setting VALUES ('agency', 'name', 'Tide Harbor Police'), ('agency', 'directive', '32-6'), ('period', 'from', "
    "'2022-06-01'),"
    " ('period', 'to', '2022-12-31'), ('run', 'from_day', '19144'), ('run', 'to_day', '19357'), ('agency', 'timezone', "
    "'America/New_York');"
    "INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, "
    "header_line, time_zone, date_order, first_at, last_at) VALUES (1, 'user_log', 'log.csv', 'ab12', 900, 63, 60, 1, 1, 1, "
    "'UTF-8', 'comma', 1, 'UTC', 'month "
    "first', NULL, NULL),"
    " (2, 'incident_reports', 'reports.csv', 'cd34', 800, 10, 10, 0, 0, 0, 'UTF-8', 'comma', 1, NULL, NULL, NULL, NULL);"
    "INSERT INTO source_column (source, position, header, role, how) VALUES (1, 0, 'User ID', 'user', 'header'), (1, 1, 'Shoe "
    "size', NULL, NULL);"
    "INSERT INTO source_note (note, source, line, text) VALUES (1, 1, 4, 'this local time happened twice');"
    "INSERT INTO reject (source, line, reason, raw) VALUES (1, 9, 'time cannot be read', 'x,y');"
    "INSERT INTO account (account, user_id, user_key, user_name) VALUES (1, 'marsh', 'marsh', 'Jo Marsh');"
    "INSERT INTO report_fact (row, source, line, number) VALUES (1, 2, 2, '2022-0001'), (2, 2, 3, '2022-0002');"
    "INSERT INTO row_meaning (row, report) VALUES (1, 1), (2, 2);"
    "INSERT INTO rule (place, rule, clause, title, severity, subject, examines, needs, says, means, innocent, path, text, own, "
    "status, tested, exceptions, why) VALUES (1, 'orphan-search', '32.6.6', 'Every search is documented', 'high', 'event', "
    "'searches', '', "
    "'says', 'means',"
    "  'innocent', 'rules/a.sql', 'SELECT 1', 0, 'exceptions', 60, 45, ''),"
    " (2, 'off-hours', '32.6.9', 'Searches fall in hours of duty', 'low', 'event', 'searches', 'duty_schedule', 'says', 'means', "
    "'innocent',"
    "  'rules/b.sql', 'SELECT 1', 0, 'not tested', 0, 0, 'no duty schedule was supplied'),"
    " (3, NULL, '32.6.12', 'Public records', NULL, NULL, NULL, NULL, 'says', NULL, NULL, 'rules/c.sql', '', 0, 'not testable', "
    "0, 0, 'a person'),"
    " (4, 'log-gap', '32.6.8', 'The log is complete', 'low', 'log', 'ids', '', 'says', 'means', 'innocent', 'rules/d.sql', "
    "'SELECT 1', 0,"
    "  'compliant', 60, 0, '');";

/* Three sessions: of the first report, of the second, which documents no use, and without one; what comes after the sixtieth
   search is another without. */
static const char sample_links[] =
    "DELETE FROM report; DELETE FROM session; DELETE FROM session_event; DELETE FROM day_activity; DELETE FROM account_activity; "
    "DELETE FROM session_activity;"
    "DELETE FROM log_number;"
    "INSERT INTO report (report, number, first_day, last_day, typed, unread, use_row)"
    "  SELECT * FROM (VALUES (1, '2022-0001', 19150, 19151, 0, 1, 1), (2, '2022-0002', 19152, 19152, 0, 1, NULL))"
    "   WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports');"
    "INSERT INTO session_event SELECT event, iif(event <= 60, (event - 1) / 20 * 20 + 1, event) FROM event;"
    "INSERT INTO session"
    "  SELECT x.session, 1, count(*), p.report, iif(p.report, 'report number', NULL), iif(p.report, 0.99, NULL),"
    "         iif(p.report, 'The log cites \"0012\", report ' || p.number || '.', 'No number is cited.'), iif(p.report, NULL, "
    "'no number'), NULL"
    "    FROM session_event x LEFT JOIN report p ON p.report = (x.session + 19) / 20 AND x.session < 41 GROUP BY x.session;";

/* What reports show of events; to be done again where there are others. */
static inline void sample_count(struct db *db) {
  db_run(db, sample_links);
  db_run(db, asset_text("analyze/link/linked.sql"));
  db_run(db, asset_text("analyze/judge/activity.sql"));
}

/* REASONS are given to the searches in turn. */
static inline struct db *sample_open(const char *const *reasons, guint count) {
  struct db *db = db_open(":memory:", DB_CREATE);
  db_run(db, sample_setup);
  sqlite3_stmt *reason = db_prepare(db, "INSERT OR IGNORE INTO reason (text, purpose) VALUES (?, 'criminal')");
  for (guint i = 0; i < count; i++) {
    db_bind_text(reason, 1, reasons[i]);
    db_step(db, reason);
    db_reset(reason);
  }
  sqlite3_finalize(reason);
  db_run(db, "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60)"
             "INSERT INTO event (event, source, line, name, id, account, at, utc_offset, occurred_at, day, is_search, in_period, "
             "user_name, "
             "case_number,"
             " reason) SELECT n, 1, n + 1, printf('%05d', n), printf('%05d', n), 1, 1655000000 + n * 90000, -240, "
             "strftime('%Y-%m-%dT%H:%M:%S', 1655000000 + n * 90000 - 240 * 60, 'unixepoch') || '-04:00', "
             "19155, 1, 1, 'Jo Marsh',"
             " '0012', 1 + n % (SELECT count(*) FROM reason) FROM n");
  db_run(db, "INSERT INTO finding_row (finding_id, place, subject, user_id, report_number, "
             "occurred_at, detail, explanation, source, line) SELECT printf('f%05d', event), 1, e.name, 'marsh', NULL, "
             "e.occurred_at, '',"
             " 'No report: ' || r.text, 1, e.line FROM event e JOIN reason r USING (reason) WHERE event > 15");
  db_run(db, "INSERT INTO evidence SELECT finding, source, line FROM finding_row");
  sample_count(db);
  return db;
}

static inline char *sample_folder(void) {
  char *folder = g_dir_make_tmp("faceaudit-test-XXXXXX", NULL);
  g_assert_nonnull(folder);
  return folder;
}

static inline void sample_remove(char *folder) {
  g_autofree char *quoted = g_shell_quote(folder), *command = g_strdup_printf("rm -rf %s", quoted);
  g_assert_cmpint(system(command), ==, 0);
  g_free(folder);
}

/* The output of a shell command on FILE ("%s" in COMMAND); the string is the caller's. */
static inline char *sample_shell(const char *command, const char *file) {
  g_autofree char *quoted = g_shell_quote(file);
  g_auto(GStrv) parts = g_strsplit(command, "%s", -1);
  g_autofree char *joined = g_strjoinv(quoted, parts);
  const char *argv[] = {"/bin/bash", "-c", joined, NULL};
  char *out = NULL;
  GError *error = NULL;
  if (!g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error("%s", error->message);
  return g_strchomp(out);
}

/* Runs DO in a child with files limited to BYTES (0: no limit) and gives its exit status; its messages go nowhere. */
/* Under a leak checker: what a program that stops has not freed is not a leak. */
extern void __lsan_disable(void) __attribute__((weak));

static inline int sample_status(void (*work)(void *data), void *data, rlim_t bytes) {
  pid_t child = fork();
  if (child == 0) {
    struct rlimit limit = {bytes, bytes};
    if (__lsan_disable) __lsan_disable();
    say_begin();
    if (bytes) setrlimit(RLIMIT_FSIZE, &limit);
    if (!freopen("/dev/null", "w", stderr)) _exit(99);
    work(data);
    _exit(0);
  }
  int status;
  g_assert_cmpint(waitpid(child, &status, 0), ==, child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Strings that have broken other programs. */
static const char *const hostile[] = {"=cmd|' /C calc'!A0",
                                      "+1+1",
                                      "-2",
                                      "@SUM(A1)",
                                      "\t=1",
                                      "\r=1",
                                      "\n=1",
                                      "＝1",
                                      "_x0041_",
                                      "\033[2J\033]0;x\007",
                                      "</text><script>alert(1)</script>",
                                      "&amp; <b>]]>",
                                      "\xEF\xBF\xBE\xEF\xBF\xBF",
                                      "\xEF\xB7\x90 \xF4\x8F\xBF\xBF",
                                      "\xE2\x80\xAEreversed",
                                      "Z\xCC\xB5\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85 stacked",
                                      "عربي and עברית",
                                      "日本語のとても長い理由",
                                      "😀😀😀",
                                      "",
                                      " ",
                                      "\x01\x02\x7F",
                                      "a\xC2\x85"
                                      "b\xE2\x80\xA8"
                                      "c",
                                      "'quoted', \"twice\""};

/* These, and those of csv/strings/blns.json in FACEAUDIT_SHARED or ../shared where it is there. */
static inline GPtrArray *sample_hostile(void) {
  GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) g_ptr_array_add(strings, g_strdup(hostile[i]));
  const char *shared = g_getenv("FACEAUDIT_SHARED");
  g_autofree char *path = g_build_filename(shared ? shared : "../shared", "csv/strings/blns.json", NULL);
  g_autofree char *lines =
      sample_shell("test -f %s && python3 -c 'import base64,json,sys\n"
                   "for s in json.load(open(sys.argv[1],encoding=\"utf-8\")):\n"
                   "  b=s.encode(\"utf-8\",\"replace\").replace(b\"\\0\",b\"\"); b and print(base64.b64encode(b).decode())' %s",
                   path);
  g_auto(GStrv) list = g_strsplit(lines, "\n", -1);
  for (char **at = list; *at && **at; at++) {
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(*at, &length);
    g_ptr_array_add(strings, g_utf8_make_valid((const char *)bytes, (gssize)length));
  }
  return strings;
}
