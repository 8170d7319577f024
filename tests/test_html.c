/* Tests of the page: whole with any text, closed to everything else, its figures those of the database, never a silent cut. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "report/html/html.h"
#include "report/html/html_quota.h"
#include "report/html/html_rules.h"

static const char *const plain[] = {"burglary suspect", "identify victim"};

struct made {
  struct db *db;
  const char *path;
  gint64 most;
};

static void page_work(void *data) {
  const struct made *made = data;
  html_write_limited(made->db, made->path, made->most);
}

/* The page of DB as text; the string is the caller's. Written in a process of its own, as the program does it: fontconfig and
   Pango keep their caches to the end. */
static char *page_of(struct db *db, gint64 most) {
  char *folder = sample_folder(), *text = NULL;
  g_autofree char *path = g_build_filename(folder, "audit.html", NULL);
  struct made made = {db, path, most};
  g_assert_cmpint(sample_status(page_work, &made, 0), ==, 0);
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  sample_remove(folder);
  return text;
}

static guint count_of(const char *text, const char *what) {
  guint count = 0;
  for (const char *at = text; (at = strstr(at, what)); at += strlen(what)) count++;
  return count;
}

/* What stands between OPEN and CLOSE for the first time; the string is the caller's. */
static char *between(const char *text, const char *open, const char *close) {
  const char *from = strstr(text, open);
  g_assert_nonnull(from);
  from += strlen(open);
  const char *to = strstr(from, close);
  g_assert_nonnull(to);
  return g_strndup(from, (gsize)(to - from));
}

/* ------------------------------------------------------------------------------------------------------- well-formed */

static bool tag_is_void(const char *name) {
  static const char *const alone[] = {"meta", "br", "input", "!DOCTYPE", "rect", "line"};
  for (gsize i = 0; i < G_N_ELEMENTS(alone); i++)
    if (g_str_equal(alone[i], name)) return true;
  return false;
}

/* A term and its description end where another begins, or their list ends. */
static void terms_end(GPtrArray *open, const char *name, bool closes) {
  bool term = g_str_equal(name, "dt") || g_str_equal(name, "dd");
  if (term == closes) return; /* </dt> closes its own; <p> stands inside */
  if (closes && !g_str_equal(name, "dl")) return;
  const char *last = open->len ? open->pdata[open->len - 1] : "";
  if (g_str_equal(last, "dt") || g_str_equal(last, "dd")) g_ptr_array_set_size(open, (int)open->len - 1);
}

/* Every tag is known here, closed by its like and in order; every attribute is quoted. Style and script are skipped. */
static void page_is_whole(const char *text) {
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GRegex) tag =
      g_regex_new("<(/?)([!A-Za-z][A-Za-z0-9]*)((?:\\s+[A-Za-z][A-Za-z0-9-]*(?:=\"[^\"<]*\")?)*)\\s*(/?)>", 0, 0, NULL);
  for (const char *at = text; (at = strchr(at, '<'));) {
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(tag, at, G_REGEX_MATCH_ANCHORED, &match)) g_error("no tag: %.80s", at);
    g_autofree char *whole = g_match_info_fetch(match, 0), *slash = g_match_info_fetch(match, 1);
    g_autofree char *name = g_match_info_fetch(match, 2), *alone = g_match_info_fetch(match, 4);
    at += strlen(whole);
    terms_end(open, name, *slash);
    if (*slash) {
      g_assert_cmpuint(open->len, >, 0);
      g_assert_cmpstr(open->pdata[open->len - 1], ==, name);
      g_ptr_array_set_size(open, (int)open->len - 1);
    } else if (!*alone && !tag_is_void(name)) g_ptr_array_add(open, g_strdup(name));
    if (!*slash && (g_str_equal(name, "style") || g_str_equal(name, "script"))) at = strstr(at, "</");
    g_assert_nonnull(at);
  }
  g_assert_cmpuint(open->len, ==, 0);
  g_assert_cmpuint(count_of(text, "<script"), ==, 1);
  g_assert_cmpuint(count_of(text, "<style"), ==, 1);
  g_assert_cmpuint(count_of(text, "<main"), ==, 1);
  g_assert_true(g_str_has_suffix(text, "</html>\n"));
}

static void ids_are_unique(const char *text) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = text; (at = strstr(at, " id=\"")); at++) {
    const char *end = strchr(at + 5, '"');
    if (!g_hash_table_add(seen, g_strndup(at + 5, (gsize)(end - at - 5)))) g_error("twice: %.60s", at);
  }
}

static void test_whole(void) {
  struct db *db = sample_open(plain, 2);
  g_autofree char *page = page_of(db, 1000), *again = page_of(db, 1000);
  page_is_whole(page);
  ids_are_unique(page);
  g_assert_cmpstr(page, ==, again);
  g_assert_nonnull(strstr(page, "<html lang=\"en\">"));
  g_assert_nonnull(
      strstr(page, "<title>Tide Harbor Police: Facial recognition audit, Directive 32-6, 2022-06-01 to 2022-12-31</title>"));
  db_close(db);
}

/* ----------------------------------------------------------------------------------------------------------- policy */

static void hash_is(const char *policy, const char *directive, const char *body) {
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, (const guchar *)body, (gssize)strlen(body));
  g_checksum_get_digest(sum, digest, &length);
  g_autofree char *base64 = g_base64_encode(digest, length);
  g_autofree char *wanted = g_strdup_printf("; %s 'sha256-%s';", directive, base64);
  g_assert_nonnull(strstr(policy, wanted));
}

static void test_policy(void) {
  struct db *db = sample_open(plain, 2);
  g_autofree char *page = page_of(db, 1000);
  g_autofree char *policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  g_autofree char *style = between(page, "<style>", "</style>"), *script = between(page, "<script>", "</script>");
  g_assert_true(g_str_has_prefix(policy, "default-src 'none';"));
  g_assert_null(strstr(policy, "unsafe"));
  hash_is(policy, "style-src", style);
  hash_is(policy, "script-src", script);
  g_assert_cmpuint(count_of(page, " style=\""), ==, 0);
  g_assert_cmpuint(count_of(page, " src=\""), ==, 0);
  g_assert_cmpuint(count_of(page, " href=\"h"), ==, 0);
  g_assert_null(strstr(style, "url("));
  g_assert_null(strstr(style, "@import"));
  db_close(db);
}

/* ---------------------------------------------------------------------------------------------------------- figures */

static void test_figures(void) {
  struct db *db = sample_open(plain, 2);
  g_autofree char *page = page_of(db, 1000);
  g_assert_cmpuint(count_of(page, "<details id=\"f-"), ==, 45);
  g_assert_nonnull(strstr(page, "<p id=\"status\" role=\"status\">45 findings</p>"));
  g_assert_nonnull(strstr(page, "<span>Searches</span> <b>60</b>"));
  g_assert_nonnull(strstr(page, "<b>45</b> high</a>"));
  g_assert_nonnull(strstr(page, "data-go=\"rule=orphan-search\">45 in 60</a>"));
  g_assert_nonnull(strstr(page, "<span class=\"sign\" aria-hidden=\"true\">○</span>")); /* not tested, by its sign */
  g_assert_nonnull(strstr(page, "no duty schedule was supplied"));
  g_assert_nonnull(strstr(page, "<h4>log.csv:17</h4><dl><dt>Search<dd>00016\n"));
  g_assert_nonnull(
      strstr(page, "<dt>Link<dd>report 2022-0001, by report number, confidence 0.99\n<dt>Link reason<dd>The log cites"));
  g_assert_nonnull(strstr(page, "log.csv:9"));
  g_assert_nonnull(strstr(page, "ab12")); /* the hash of the log */
  g_assert_null(strstr(page, "id=\"left-out\""));
  db_close(db);
}

/* A link of which the program is less than 0.6 sure is counted apart; searches stand on the page, a line each. */
static void test_weak(void) {
  struct db *db = sample_open(plain, 2);
  g_autofree char *sure = page_of(db, 1000);
  g_assert_null(strstr(sure, "weak links"));
  db_run(db, "UPDATE session SET confidence = 0.4 WHERE session = 1");
  g_autofree char *page = page_of(db, 1000), *rows = between(page, "<pre id=\"search-rows\"", "</pre>");
  g_assert_nonnull(strstr(page, "<span>On weak links</span> <b>20</b></a> <small>of the 20 documented"));
  g_assert_nonnull(strstr(page, "Of the 20 documented, 20 stand on weak links"));
  g_assert_cmpuint(count_of(rows, "\tweak\n"), ==, 21); /* one is the name of the column */
  g_assert_cmpuint(count_of(rows, "\n"), ==, 61);       /* the names of the columns, and 60 searches */
  db_close(db);
}

/* ---------------------------------------------------------------------------------------------------- hostile strings */

static void test_hostile(void) {
  g_autoptr(GPtrArray) strings = sample_hostile();
  struct db *db = sample_open((const char *const *)strings->pdata, strings->len);
  sqlite3_stmt *user = db_prepare(db, "UPDATE finding_row SET user_id = ?1, detail = ?1, subject = ?1, report_number = ?1,"
                                      " explanation = ?1 WHERE finding_id = ?2");
  sqlite3_stmt *decision = db_prepare(db, "INSERT OR REPLACE INTO decision VALUES (?2, ?1, ?1, ?1, ?1, ?1, ?1, NULL, 1, 1)");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
  sqlite3_stmt *id = db_prepare(db, "SELECT finding_id FROM finding ORDER BY finding_id");
  while (db_step(db, id)) g_ptr_array_add(ids, g_strdup(db_text(id, 0)));
  sqlite3_finalize(id);
  for (guint from = 0; from < strings->len; from += ids->len) {
    for (guint i = 0; i < ids->len && from + i < strings->len; i++) {
      db_bind_text(user, 1, strings->pdata[from + i]);
      db_bind_text(user, 2, ids->pdata[i]);
      db_step(db, user);
      db_reset(user);
      db_bind_text(decision, 1, strings->pdata[from + i]);
      db_bind_text(decision, 2, ids->pdata[i]);
      db_step(db, decision);
      db_reset(decision);
    }
    g_autofree char *page = page_of(db, 1000);
    page_is_whole(page);
    g_assert_true(g_utf8_validate(page, -1, NULL));
    g_assert_cmpuint(count_of(page, "<details id=\"f-"), ==, 45);
  }
  sqlite3_finalize(decision);
  sqlite3_finalize(user);
  db_run(db, "UPDATE setting SET value = '</title><script>alert(1)</script>' || char(8238) WHERE key = 'name';"
             "UPDATE source SET path = '\"><img src=x>.csv'; UPDATE reject SET raw = '<!-- ' || char(27) || '[2J';"
             "UPDATE account SET user_id = '<b>&amp;', user_name = '</table>'");
  g_autofree char *page = page_of(db, 1000);
  page_is_whole(page);
  g_assert_null(strstr(page, "<img"));
  g_assert_null(strchr(page, 27));
  g_assert_null(strstr(page, "\xE2\x80\xAE"));
  g_assert_nonnull(strstr(page, "&lt;U+202E&gt;"));
  db_close(db);
}

/* ------------------------------------------------------------------------------------------------ little and much data */

static void test_little(void) {
  struct db *db = sample_open(plain, 2);
  db_run(db, "DELETE FROM finding_row; UPDATE rule SET exceptions = 0, status = 'compliant' WHERE place = 1;"
             "DELETE FROM report_fact; DELETE FROM row_meaning; DELETE "
             "FROM source WHERE source = 2");
  sample_count(db);
  g_autofree char *page = page_of(db, 1000);
  page_is_whole(page);
  g_assert_nonnull(strstr(page, ">0 findings</p>"));
  g_assert_nonnull(strstr(page, "no incident reports were supplied"));
  db_close(db);
  struct db *empty = db_open(":memory:", DB_CREATE);
  g_autofree char *nothing = page_of(empty, 1000);
  page_is_whole(nothing);
  db_close(empty);
}

static void test_cut(void) {
  struct db *db = sample_open(plain, 2);
  db_run(db, "UPDATE rule SET exceptions = 1, status = 'exceptions', severity = 'low' WHERE place = 4;"
             "INSERT INTO finding_row (finding_id, place, subject, detail, explanation)"
             " VALUES ('gap', 4, '00061', '1 id', 'one id is missing')");
  sample_count(db);
  g_autofree char *page = page_of(db, 10);
  page_is_whole(page);
  g_assert_cmpuint(count_of(page, "<details id=\"f-"), ==, 10);
  g_assert_nonnull(strstr(page, "<details id=\"f-gap\"")); /* every rule has its share */
  g_assert_nonnull(strstr(page, "This page carries 10 of the 46 findings; 36 more are in findings.csv"));
  g_assert_nonnull(strstr(page, "The page carries 9 of the 45, evenly spread over the period."));
  const char *last = strstr(page, "<details id=\"f-f0005"); /* the last tenth of the period is there too */
  g_assert_nonnull(last ? last : strstr(page, "<details id=\"f-f00060"));
  db_close(db);
}

static gint64 quota_of(const gint64 *found, const char *const *severities, guint count, gint64 most, gint64 *shown) {
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < count; i++) {
    struct html_rule *rule = g_new0(struct html_rule, 1);
    *rule = (struct html_rule){.found = found[i], .severity = (char *)severities[i]};
    g_ptr_array_add(rules, rule);
  }
  gint64 sum = html_quota(rules, most);
  for (guint i = 0; i < count; i++) shown[i] = ((struct html_rule *)rules->pdata[i])->shown;
  return sum;
}

static void test_quota(void) {
  static const gint64 found[] = {100000, 7, 300000, 0, 50};
  static const char *const severities[] = {"low", "medium", "critical", NULL, "high"};
  gint64 shown[5];
  g_assert_cmpint(quota_of(found, severities, 5, 20000, shown), ==, 20000);
  g_assert_cmpint(shown[1], ==, 7);
  g_assert_cmpint(shown[4], ==, 50);
  g_assert_cmpint(shown[3], ==, 0);
  g_assert_cmpint(shown[0], >=, 4000);
  g_assert_cmpint(shown[2], >, shown[0]); /* the most severe has the rest */
  g_assert_cmpint(quota_of(found, severities, 5, 1000000, shown), ==, 400057);
  g_assert_cmpint(quota_of(found, severities, 5, 3, shown), ==, 3);
}

/* Events stand at lines 2 to 61; a line of the personnel file says two things. */
static void test_proofs(void) {
  struct db *db = sample_open(plain, 2);
  db_run(db, "INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, "
             "delimiter, header_line, time_zone, date_order, other_agency, first_at, last_at) SELECT 3, 'personnel', "
             "'roster.csv', sha256, bytes, rows, kept, duplicates, rejected, not_data, "
             "encoding, "
             "delimiter, header_line, time_zone, date_order, 0, first_at, last_at FROM source WHERE source = 2");
  db_run(db, "INSERT INTO person (person, user_id, user_key, source, line) VALUES (1, 'marsh', 'marsh', 3, 7)");
  db_run(db, "INSERT INTO assignment (person, unit, authorized, source, line) VALUES (1, 'Patrol', 0, 3, 7)");
  db_run(db, "DELETE FROM evidence WHERE finding IN (1, 2);"
             "WITH RECURSIVE n (i) AS (SELECT 30 UNION ALL SELECT i - 1 FROM n WHERE i > 9) INSERT INTO evidence "
             "SELECT 1, 3, 7 UNION ALL SELECT 1, 1, 999 UNION ALL SELECT 1, 1, i FROM n");
  db_run(db, "INSERT INTO evidence VALUES (2, 3, 7), (2, 1, 4)");
  g_autofree char *text = page_of(db, 20000), *many = between(text, "<details id=\"f-f00016\"", "</details>");
  g_autofree char *two = between(text, "<details id=\"f-f00017\"", "</details>");
  g_assert_cmpuint(count_of(many, "<h4>"), ==, 20);
  g_assert_nonnull(strstr(many, "<h4>log.csv:28</h4>"));
  g_assert_null(strstr(many, "<h4>log.csv:29</h4>"));
  g_assert_true(strstr(many, "<h4>log.csv:9</h4>") < strstr(many, "<h4>log.csv:10</h4>"));
  g_assert_nonnull(strstr(many, "<p>… and 4 more rows, in the view audit_evidence of audit.db.</p>"));
  g_assert_true(strstr(two, "<h4>log.csv:4</h4><dl><dt>Search<dd>") <
                strstr(two, "<h4>roster.csv:7</h4><dl><dt>Member<dd>marsh\n"));
  g_assert_nonnull(strstr(two, "\n<dt>Assignment<dd>marsh, Patrol from (no date) to (no date)\n</dl>"));
  db_close(db);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("html", "every tag is closed, every id stands once, the same bytes each time", test_whole);
  TEST("html", "the policy names the only style and script, and nothing is loaded", test_policy);
  TEST("html", "figures, signs and source rows are those of the database", test_figures);
  TEST("html", "a finding shows the rows it rests on in the order of their files", test_proofs);
  TEST("html", "weak links are counted apart, and every search has its line", test_weak);
  TEST("html", "hostile names, reasons, files and agencies stay text", test_hostile);
  TEST("html", "without findings, without reports, without anything the page is whole", test_little);
  TEST("html", "what does not fit is counted and said, and every rule is represented", test_cut);
  TEST("html", "places are shared by rule first and by severity then", test_quota);
  return g_test_run();
}
