/* Suggests what a word that matches nothing may have meant, and knows the spellings of clauses and report numbers. Matching is in
   find_subject.c. */
#include "report/explain/suggest.h"
#include "analyze/number/number.h"
#include "include/text.h"
#include <string.h>

/* ---------------------------------------------------------------------------------------------------------- spelling */

/* "32.6.6(2)" lies in "32.6.6(1)-(4)", as "32.6.6" does. */
static bool clause_holds(const char *clause, const char *name) {
  gsize length = strlen(name);
  if (!strncmp(clause, name, length) && (!clause[length] || clause[length] == '(')) return true;
  const char *open = strchr(name, '('), *from = strchr(clause, '('), *to = from ? strstr(from, "-(") : NULL;
  if (!open || !to || open - name != from - clause || strncmp(name, clause, (gsize)(open - name))) return false;
  gint64 number = g_ascii_strtoll(open + 1, NULL, 10);
  return number >= g_ascii_strtoll(from + 1, NULL, 10) && number <= g_ascii_strtoll(to + 2, NULL, 10);
}

bool clause_meant(const char *clauses, const char *name) {
  g_auto(GStrv) each = g_strsplit(clauses, ", ", -1);
  for (char **one = each; *one; one++)
    if (clause_holds(*one, name)) return true;
  return false;
}

struct numbers *numbers_load(struct db *db) {
  g_autofree char *agency = db_setting(db, "agency", "name", ""), *pattern = db_setting(db, "case_numbers", "pattern", NULL),
                  *prefixes = db_setting(db, "case_numbers", "own_prefixes", NULL);
  struct numbers *numbers = numbers_new(agency, pattern, prefixes);
  sqlite3_stmt *rows = db_prepare(db, "SELECT number, day, report, cad FROM report_row ORDER BY row");
  while (db_step(db, rows)) numbers_learn(numbers, db_text(rows, 0), db_is_null(rows, 1) ? G_MININT32 : (gint32)db_int(rows, 1));
  numbers_settle(numbers);
  db_reset(rows);
  while (db_step(db, rows)) {
    numbers_enter(numbers, db_text(rows, 0), (guint32)db_int(rows, 2), NULL);
    if (!db_is_null(rows, 3)) numbers_add_cad(numbers, db_text(rows, 3), (guint32)db_int(rows, 2));
  }
  sqlite3_finalize(rows);
  return numbers;
}

/* --------------------------------------------------------------------------------------------------------- the nearest */

/* Once, whatever was said of it: "report:24-1  (one digit wrong)" has report:24-1 already. */
static void near_add(GPtrArray *near, char *name) {
  for (guint i = 0; name && i < near->len; i++)
    if (g_str_has_prefix(near->pdata[i], name) && strchr(" ", ((char *)near->pdata[i])[strlen(name)])) {
      g_free(name);
      return;
    }
  if (name) g_ptr_array_add(near, name);
}

/* SQL gives the words to compare with and the precise spelling. */
static void near_by(struct db *db, GPtrArray *near, const char *words, const char *sql) {
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free), names = g_ptr_array_new_with_free_func(g_free);
  sqlite3_stmt *rows = db_prepare(db, sql);
  while (db_step(db, rows)) {
    if (db_is_null(rows, 0)) continue;
    g_ptr_array_add(texts, g_strdup(db_text(rows, 0)));
    g_ptr_array_add(names, g_strdup(db_text(rows, 1)));
  }
  sqlite3_finalize(rows);
  g_ptr_array_add(texts, NULL);
  const char *nearest = text_nearest(words, (const char *const *)texts->pdata);
  for (guint i = 0; nearest && i < names->len; i++)
    if (texts->pdata[i] == nearest) near_add(near, g_strdup(names->pdata[i]));
}

struct slips {
  struct db *db;
  GPtrArray *near;
};

static void slip_take(gint64 report, const char *slip, void *data) {
  struct slips *slips = data;
  g_autofree char *sql = g_strdup_printf("SELECT number FROM report WHERE report = %" G_GINT64_FORMAT, report),
                  *number = db_value_text(slips->db, sql);
  near_add(slips->near, g_strdup_printf("report:%s  (%s)", number, slip));
}

static void near_by_slip(struct db *db, GPtrArray *near, const char *words) {
  struct numbers *numbers = numbers_load(db);
  struct slips slips = {db, near};
  struct citation cited[CITATIONS_MOST];
  guint count = numbers_read(numbers, words, false, (gint32)db_setting_int(db, "run", "to_day", 0), cited);
  for (guint i = 0; i < count; i++) numbers_slips(numbers, &cited[i], slip_take, &slips);
  numbers_free(numbers);
}

GPtrArray *subjects_near(struct db *db, const char *words) {
  static const char *const all[] = {
      "SELECT name, 'event:' || name FROM event ORDER BY event",
      "SELECT user_id, 'user:' || user_id FROM person UNION SELECT user_id, 'user:' || user_id FROM account",
      "SELECT last_name, 'user:' || user_id FROM person",
      "SELECT first_name || ' ' || last_name, 'user:' || user_id FROM person",
      "SELECT number, 'report:' || number FROM report ORDER BY report",
      "SELECT rule, 'rule:' || rule FROM rule ORDER BY place",
      "SELECT clause, 'clause:' || clause FROM rule ORDER BY place",
      "SELECT finding_id, 'finding:' || finding_id FROM finding ORDER BY finding_id",
      "SELECT 'review', 'review'"};
  GPtrArray *near = g_ptr_array_new_with_free_func(g_free);
  const char *colon = strchr(words, ':');
  g_autofree char *bare = g_strdup(colon && colon[1] ? colon + 1 : words);
  near_by_slip(db, near, bare);
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) near_by(db, near, bare, all[i]);
  return near;
}
