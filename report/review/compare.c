/* Compares two audits. The numbers are statistics.c's; what is comparable is said in compare.sql. */
#include "report/review/compare.h"
#include "include/assets.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/document/document.h"
#include "report/pdf/pdf.h"
#include "report/review/statistics.h"
#include "report/xlsx/xlsx.h"
#include <string.h>

enum { COUNTS_ONLY = 30 }; /* fewer: counts, no rates */

static char *share_words(gint64 part, gint64 whole) {
  if (whole < COUNTS_ONLY) return g_strdup_printf("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, part, whole);
  return g_strdup_printf("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " (%.1f %%)", part, whole,
                         100.0 * (double)part / (double)whole);
}

/* The difference is a fact; the interval says how much a process that stays the same would often differ. */
static char *difference_words(gint64 part, gint64 whole, gint64 before, gint64 of) {
  if (!whole || !of) return g_strdup("nothing to compare: one of the two is empty");
  if (whole < COUNTS_ONLY || of < COUNTS_ONLY) return g_strdup("counts only: one of the two is of fewer than 30");
  if (part > whole || before > of) return g_strdup("counts only: there is more than one for some");
  struct interval interval = newcombe((guint64)part, (guint64)whole, (guint64)before, (guint64)of);
  double difference = 100 * ((double)part / (double)whole - (double)before / (double)of),
         p = fisher((guint64)part, (guint64)whole, (guint64)before, (guint64)of);
  bool zero = interval.low <= 0 && interval.high >= 0;
  return g_strdup_printf("%+.1f points (95 %%: %+.1f to %+.1f): %s", difference, 100 * interval.low, 100 * interval.high,
                         zero || p >= 0.05 ? "may be chance"
                         : p < 0.01        ? (difference < 0 ? "lower than chance makes it" : "higher than chance makes it")
                                           : (difference < 0 ? "lower; one in twenty such differences is chance"
                                                             : "higher; one in twenty such differences is chance"));
}

static void rate_add(struct db *db, sqlite3_stmt *to, sqlite3_stmt *row, gint64 place, const char *why) {
  gint64 part = db_int(row, 1), whole = db_int(row, 2), before = db_int(row, 3), of = db_int(row, 4);
  g_autofree char *what = g_strdup(db_text(row, 0)), *now = share_words(part, whole), *then = share_words(before, of),
                  *words = why ? g_strdup_printf("not comparable: %s", why) : difference_words(part, whole, before, of);
  db_bind_int(to, 1, place);
  db_bind_text(to, 2, what), db_bind_text(to, 3, now), db_bind_text(to, 4, then), db_bind_text(to, 5, words);
  db_step(db, to);
  db_reset(to);
}

static void rates_fill(struct db *db) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO rate VALUES (?, ?, ?, ?, ?)");
  sqlite3_stmt *figures =
      db_prepare(db, "SELECT what, part, whole, then_part, then_whole, place, (SELECT 'the ' || s.words || ' covered ' || "
                     "printf('%.0f %%', 100 * coalesce(s.then_share, 0)) || ' then, ' || "
                     "printf('%.0f %%', 100 * coalesce(s.now, 0)) || ' now' FROM share_of s WHERE s.kind = figure.kind AND "
                     "abs(coalesce(s.now, 0) - coalesce(s.then_share, 0)) > 0.1) FROM figure");
  while (db_step(db, figures)) rate_add(db, to, figures, db_int(figures, 5), db_is_null(figures, 6) ? NULL : db_text(figures, 6));
  sqlite3_finalize(figures);
  sqlite3_stmt *rules = db_prepare(db, "SELECT title, exceptions, tested, coalesce(then_exceptions, 0), coalesce(then_tested, "
                                       "0), 100 + place, why FROM rule_pair ORDER BY place");
  while (db_step(db, rules)) rate_add(db, to, rules, db_int(rules, 5), db_is_null(rules, 6) ? NULL : db_text(rules, 6));
  sqlite3_finalize(rules);
  sqlite3_finalize(to);
}

/* The same agency, and a period before this one. */
static void years_check(struct db *db, const char *earlier) {
  g_autofree char *own = db_value_text(db, "SELECT value FROM main.setting WHERE section = 'agency' AND key = 'name'"),
                  *other = db_value_text(db, "SELECT value FROM earlier.setting WHERE section = 'agency' AND key = 'name'"),
                  *key = text_key(own ? own : ""), *other_key = text_key(other ? other : "");
  if (strcmp(key, other_key))
    stop_input(earlier, 0, "is an audit of %s, not of %s: two agencies are not compared", other ? other : "nobody",
               own ? own : "nobody");
  if (db_value_int(db, "SELECT (SELECT last FROM year WHERE which = 'then') >= (SELECT first FROM year WHERE which = 'now')"))
    stop_input(earlier, 0,
               "its period does not end before this one begins: periods that overlap, or the later one, are not compared");
}

static void files_write(struct db *db, const char *out) {
  struct stage *stage = stage_new(out);
  const char *files = stage_files(stage);
  g_autofree char *pdf = g_build_filename(files, "compare.pdf", NULL), *xlsx = g_build_filename(files, "compare.xlsx", NULL);
  struct document *document =
      document_read_titled(db, "compare", "Two audits compared", "For official use: handle as personnel records.");
  pdf_write(document, pdf);
  document_free(document);
  xlsx_write_sections(db, xlsx, "compare-sheets");
  manifest_write(files, "compare-sha256.txt", NULL, 0);
  stage_publish_as(stage, "compare-sha256.txt", NULL);
  wrap_text("Wrote compare.pdf, compare.xlsx and compare-sha256.txt.", 0);
}

void compare_write(struct db *db, const char *out, const char *earlier) {
  db_attach(db, earlier, "earlier");
  db_run(db, asset_text("report/review/compare.sql"));
  years_check(db, earlier);
  rates_fill(db);
  files_write(db, out);
  g_autofree char
      *changed = db_value_text(
          db, "SELECT sum(words LIKE '%than chance makes it' OR words LIKE '%is chance') || ' of ' || count(*) || ' figures "
              "differ by more than chance makes two years differ' FROM rate WHERE words NOT LIKE 'not comparable%'"),
      *not_compared = db_value_text(
          db, "SELECT count(*) || ' are not comparable, each with its reason' FROM rate WHERE words LIKE 'not comparable%'"),
      *recur = db_value_text(
          db, "SELECT count(DISTINCT user_id) || ' accounts with a rule that names them in both years' FROM recurring");
  wrap_pair("changed", changed), wrap_pair("not compared", not_compared), wrap_pair("recurring", recur);
}
