/* Finds what a word on the command line means in an audit. What is printed about it is decided in explain.c. */
#include "report/explain/find_subject.h"
#include "report/explain/suggest.h"
#include "analyze/people/name.h"
#include "analyze/number/number.h"
#include "analyze/people/roster.h"
#include "include/message.h"
#include "include/text.h"
#include "include/cell/zone.h"
#include <stdlib.h>
#include <string.h>

struct finder {
  struct db *db;
  const char *words;
  GArray *found; /* of struct subject */
};

void subject_clear(struct subject *subject) {
  g_free(subject->text);
  g_free(subject->name);
  g_free(subject->how);
}

/* NAME and HOW are taken over. The same thing found twice counts once, and exactly where one of them was exact. */
static struct subject *found_add(struct finder *finder, enum subject_kind kind, gint64 id, bool exact, char *name, char *how) {
  for (guint i = 0; i < finder->found->len; i++) {
    struct subject *old = &g_array_index(finder->found, struct subject, i);
    if (old->kind != kind || (kind == SUBJECT_FINDING || kind == SUBJECT_PASSAGE || kind == SUBJECT_MATTER || kind == SUBJECT_ROW
                                  ? strcmp(old->name, name) != 0
                                  : old->id != id || old->text))
      continue;
    old->exact |= exact;
    g_free(name);
    g_free(how);
    return old;
  }
  struct subject subject = {.kind = kind, .id = id, .name = name, .how = how, .exact = exact};
  g_array_append_val(finder->found, subject);
  return &g_array_index(finder->found, struct subject, finder->found->len - 1);
}

/* SQL gives id, name, what it is; ?1 is the words. */
static void found_by(struct finder *finder, enum subject_kind kind, const char *prefix, bool exact, const char *sql) {
  sqlite3_stmt *rows = db_prepare(finder->db, sql);
  db_bind_text(rows, 1, finder->words);
  while (db_step(finder->db, rows))
    found_add(finder, kind, db_int(rows, 0), exact, g_strconcat(prefix, db_text(rows, 1), NULL), g_strdup(db_text(rows, 2)));
  sqlite3_finalize(rows);
}

/* ------------------------------------------------------------------------------------------------- rows of the files */

static void events_find(struct finder *finder) {
  static const char select[] =
      "SELECT event, name, 'the row of the log at ' || s.path || ':' || e.line FROM event e JOIN source s USING (source) WHERE ";
  static const char *const fits[] = {"name = ?1 COLLATE NOCASE OR id = ?1 COLLATE NOCASE",
                                     "name <> ?1 AND ltrim(?1, '0') <> '' AND ltrim(name, '0') = ltrim(?1, '0') COLLATE NOCASE"};
  for (gsize i = 0; i < G_N_ELEMENTS(fits); i++) {
    g_autofree char *sql = g_strconcat(select, fits[i], NULL);
    found_by(finder, SUBJECT_EVENT, "event:", i == 0, sql);
  }
}

static gint64 place_owner(struct finder *finder, const char *sql, gint64 source, gint64 line) {
  sqlite3_stmt *rows = db_prepare(finder->db, sql);
  db_bind_int(rows, 1, source);
  db_bind_int(rows, 2, line);
  gint64 owner = db_step(finder->db, rows) ? db_int(rows, 0) : 0;
  sqlite3_finalize(rows);
  return owner;
}

static void place_take(struct finder *finder, gint64 source, const char *path, gint64 line) {
  static const struct {
    enum subject_kind kind;
    const char *prefix, *name, *sql;
  } owners[] = {
      {SUBJECT_EVENT, "event:", "SELECT name FROM event WHERE event = ", "SELECT event FROM event WHERE source = ? AND line = ?"},
      {SUBJECT_REPORT,
       "report:", "SELECT number FROM report WHERE report = ", "SELECT report FROM report_row WHERE source = ? AND line = ?"},
      {SUBJECT_USER, "user:", "SELECT user_id FROM person WHERE person = ",
       "SELECT person FROM person WHERE source = ?1 AND line = ?2 UNION SELECT person FROM assignment WHERE source = ?1 AND line "
       "= ?2"}};
  for (gsize i = 0; i < G_N_ELEMENTS(owners); i++) {
    gint64 owner = place_owner(finder, owners[i].sql, source, line);
    if (!owner) continue;
    g_autofree char *sql = g_strdup_printf("%s%" G_GINT64_FORMAT, owners[i].name, owner), *name = db_value_text(finder->db, sql);
    found_add(finder, owners[i].kind, owner, true, g_strconcat(owners[i].prefix, name, NULL),
              g_strdup_printf("what %s:%" G_GINT64_FORMAT " is a row of", path, line));
    return;
  }
  if (!place_owner(
          finder,
          "SELECT 1 FROM reject WHERE source = ?1 AND line = ?2 UNION SELECT 1 FROM duplicate WHERE source = ?1 AND line = ?2"
          " UNION SELECT 1 FROM not_data WHERE source = ?1 AND line = ?2 UNION SELECT 1 FROM notice WHERE source = ?1 AND line = "
          "?2"
          " UNION SELECT 1 FROM shift WHERE source = ?1 AND line = ?2 UNION SELECT 1 FROM disposition WHERE source = ?1 AND line "
          "= ?2",
          source, line))
    return;
  struct subject *row = found_add(finder, SUBJECT_ROW, source, true, g_strdup_printf("row:%s:%" G_GINT64_FORMAT, path, line),
                                  g_strdup("a row of a file"));
  row->line = line;
}

static void places_find(struct finder *finder) {
  const char *colon = strrchr(finder->words, ':');
  if (!colon || !g_ascii_isdigit(colon[1]) || strspn(colon + 1, "0123456789") != strlen(colon + 1)) return;
  g_autofree char *file = g_strndup(finder->words, (gsize)(colon - finder->words));
  gint64 line = g_ascii_strtoll(colon + 1, NULL, 10);
  sqlite3_stmt *rows = db_prepare(finder->db, "SELECT source, path FROM source");
  while (db_step(finder->db, rows)) {
    g_autofree char *base = g_path_get_basename(db_text(rows, 1));
    if (!strcmp(file, db_text(rows, 1)) || !strcmp(file, base)) place_take(finder, db_int(rows, 0), db_text(rows, 1), line);
  }
  sqlite3_finalize(rows);
}

/* ----------------------------------------------------------------------------------------------------------- reports */

static char *report_name(struct db *db, gint64 report) {
  g_autofree char *sql = g_strdup_printf("SELECT number FROM report WHERE report = %" G_GINT64_FORMAT, report);
  return db_value_text(db, sql);
}

static void cited_take(struct finder *finder, const struct citation *cited) {
  g_autofree char *number = cited->report ? report_name(finder->db, cited->report) : NULL;
  if (!number) return;
  const char *how = cited->kind == CITE_CAD ? "the CAD event number of report"
                    : cited->short_form     ? "the number without its year of report"
                                            : "report";
  found_add(finder, SUBJECT_REPORT, cited->report, !cited->short_form && cited->kind != CITE_FOREIGN,
            g_strconcat("report:", number, NULL), g_strdup_printf("%s %s", how, number));
}

/* A number without its year may be of any year that the reports cover. */
static void reports_find(struct finder *finder) {
  found_by(finder, SUBJECT_REPORT, "report:", true,
           "SELECT report, number, 'report ' || number FROM report WHERE number = ?1 COLLATE NOCASE");
  found_by(finder, SUBJECT_REPORT, "report:", true,
           "SELECT DISTINCT report, p.number, 'the CAD event number of report ' || p.number FROM report_row w JOIN report p "
           "USING (report) WHERE w.cad = ?1 COLLATE NOCASE");
  struct numbers *numbers = numbers_load(finder->db);
  struct citation cited[CITATIONS_MOST];
  sqlite3_stmt *years =
      db_prepare(finder->db,
                 "SELECT DISTINCT min(day) FROM report_row WHERE day NOT NULL GROUP BY strftime('%Y', day * 86400, 'unixepoch')");
  while (db_step(finder->db, years)) {
    guint count = numbers_read(numbers, finder->words, false, (gint32)db_int(years, 0), cited);
    for (guint i = 0; i < count; i++) cited_take(finder, &cited[i]);
  }
  sqlite3_finalize(years);
  numbers_free(numbers);
}

/* ------------------------------------------------------------------------------------------------------------- users */

static void person_take(struct finder *finder, gint64 person, bool exact, const char *how) {
  g_autofree char *sql = g_strdup_printf(person > 0 ? "SELECT user_id FROM person WHERE person = %" G_GINT64_FORMAT
                                                    : "SELECT user_id FROM account WHERE owner = %" G_GINT64_FORMAT,
                                         person);
  g_autofree char *name = db_value_text(finder->db, sql);
  if (name)
    found_add(finder, SUBJECT_USER, person, exact, g_strconcat("user:", name, NULL), g_strdup_printf("a user, by %s", how));
}

static void person_named(gint64 person, void *data) { person_take(data, person, false, "surname"); }

/* "22-00221" is not a badge: a badge is a single run of digits, without anything that joins numbers. */
static bool badge_like(const char *words) {
  const char *digits = strpbrk(words, "0123456789");
  if (!digits || strpbrk(words, "-/")) return false;
  digits += strspn(digits, "0123456789");
  return !strpbrk(digits, "0123456789");
}

static void accounts_find(struct finder *finder) {
  g_autofree char *key = text_key(finder->words);
  sqlite3_stmt *rows = db_prepare(finder->db, "SELECT owner, user_key, user_name FROM account");
  while (db_step(finder->db, rows)) {
    if (!strcmp(db_text(rows, 1), key)) person_take(finder, db_int(rows, 0), true, "user id of the log");
    else if (strchr(finder->words, ' ') && !db_is_null(rows, 2) && name_compare(finder->words, db_text(rows, 2)) == NAME_SAME)
      person_take(finder, db_int(rows, 0), false, "name in the log");
  }
  sqlite3_finalize(rows);
}

static void users_find(struct finder *finder) {
  accounts_find(finder);
  struct roster *roster = roster_load(finder->db);
  const char *how = NULL;
  gint64 person = roster_account(roster, finder->words, finder->words, &how);
  if (person <= 0) person = roster_officer(roster, finder->words, finder->words, &how);
  if (person > 0 && how && !strcmp(how, "badge") && !badge_like(finder->words)) person = 0;
  if (person > 0)
    person_take(finder, person, how && (!strcmp(how, "user id") || !strcmp(how, "employee id")), how ? how : "name");
  else roster_named(roster, finder->words, person_named, finder);
  roster_free(roster);
}

/* ----------------------------------------------------------------------------------------------- findings and rules */

/* Of SQL: id, rule, subject. WHAT says what has such an id. */
static void ids_find(struct finder *finder, enum subject_kind kind, const char *prefix, const char *what, const char *sql) {
  if (strlen(finder->words) < 4 || strspn(finder->words, "0123456789abcdefABCDEF") != strlen(finder->words)) return;
  g_autofree char *id = g_ascii_strdown(finder->words, -1);
  sqlite3_stmt *rows = db_prepare(finder->db, sql);
  db_bind_text(rows, 1, id);
  while (db_step(finder->db, rows)) {
    struct subject *one = found_add(finder, kind, 0, !strcmp(id, db_text(rows, 0)), g_strconcat(prefix, db_text(rows, 0), NULL),
                                    g_strdup_printf("a %s of %s, %s", what, db_text(rows, 1), db_text(rows, 2)));
    if (!one->text) one->text = g_strdup(db_text(rows, 0));
  }
  sqlite3_finalize(rows);
}

static void findings_find(struct finder *finder) {
  ids_find(finder, SUBJECT_FINDING, "finding:", "finding",
           "SELECT finding_id, rule, subject_kind || ' ' || subject FROM finding WHERE substr(finding_id, 1, length(?1)) = ?1"
           " ORDER BY finding_id");
}

static void passages_find(struct finder *finder) {
  ids_find(finder, SUBJECT_PASSAGE, "passage:", "passage to read",
           "SELECT passage_id, min(rule), min(subject_kind || ' ' || subject) FROM audit_passage"
           " WHERE substr(passage_id, 1, length(?1)) = ?1 GROUP BY passage_id");
}

static void matters_find(struct finder *finder) {
  sqlite3_stmt *rows = db_prepare(finder->db, "SELECT matter_id FROM matter WHERE matter_id = ?1 COLLATE NOCASE");
  db_bind_text(rows, 1, finder->words);
  if (db_step(finder->db, rows)) {
    struct subject *one =
        found_add(finder, SUBJECT_MATTER, 0, true, g_strconcat("matter:", db_text(rows, 0), NULL), g_strdup("a matter"));
    if (!one->text) one->text = g_strdup(db_text(rows, 0));
  }
  sqlite3_finalize(rows);
}

/* A clause is one subject, however many rules it has: each is kept with the clause as text and printed in turn. */
static void rules_find(struct finder *finder) {
  found_by(finder, SUBJECT_RULE, "rule:", true, "SELECT place, rule, 'a rule' FROM rule WHERE rule = ?1 COLLATE NOCASE");
  sqlite3_stmt *rows = db_prepare(finder->db, "SELECT clause FROM rule ORDER BY place");
  bool clause = false;
  while (!clause && db_step(finder->db, rows)) clause = clause_meant(db_text(rows, 0), finder->words);
  sqlite3_finalize(rows);
  if (!clause) return;
  struct subject subject = {.kind = SUBJECT_RULE,
                            .text = g_strdup(finder->words),
                            .name = g_strconcat("clause:", finder->words, NULL),
                            .how = g_strdup("a clause"),
                            .exact = true};
  g_array_append_val(finder->found, subject);
}

static void review_find(struct finder *finder) {
  if (!strcmp(finder->words, "review"))
    found_add(finder, SUBJECT_REVIEW, 0, true, g_strdup("review"), g_strdup("what a person must look at"));
}

/* --------------------------------------------------------------------------------------------------------- settling */

static const struct {
  const char *prefix;
  void (*find)(struct finder *finder);
} finders[] = {{"event:", events_find},     {"row:", places_find},     {"report:", reports_find},
               {"cad:", reports_find},      {"user:", users_find},     {"finding:", findings_find},
               {"passage:", passages_find}, {"matter:", matters_find}, {"rule:", rules_find},
               {"clause:", rules_find},     {"", review_find}};

/* "event:104201" asks for a row of the log only; anything else is looked for everywhere. */
static void finders_run(struct finder *finder) {
  for (gsize i = 0; i < G_N_ELEMENTS(finders); i++) {
    gsize length = strlen(finders[i].prefix);
    if (!length || g_ascii_strncasecmp(finder->words, finders[i].prefix, length) || !finder->words[length]) continue;
    struct finder part = {finder->db, finder->words + length, finder->found};
    finders[i].find(&part);
  }
  if (!finder->found->len) matters_find(finder); /* "report/2024-00001234" is the matter, not the report */
  if (finder->found->len) return;
  for (gsize i = 0; i < G_N_ELEMENTS(finders); i++)
    if (!i || finders[i].find != finders[i - 1].find) finders[i].find(finder);
}

G_NORETURN static void several_stop(const struct finder *finder, bool exact) {
  say_note(NULL, 0, "\"%s\" means several things: say which", finder->words);
  for (guint i = 0; i < finder->found->len; i++) {
    const struct subject *one = &g_array_index(finder->found, struct subject, i);
    if (!exact || one->exact) say_note(NULL, 0, "  %s  (%s)", one->name, one->how);
  }
  exit(EXIT_USAGE);
}

G_NORETURN static void none_stop(struct db *db, const char *words) {
  g_autoptr(GPtrArray) near = subjects_near(db, words);
  if (!near->len)
    stop_usage("nothing in this audit is called \"%s\": give an event id, a file:line, a report number, a user, a finding, a "
               "passage, a rule or \"review\"",
               words);
  say_note(NULL, 0, "nothing in this audit is called \"%s\": the nearest are", words);
  for (guint i = 0; i < near->len; i++) say_note(NULL, 0, "  %s", (char *)near->pdata[i]);
  exit(EXIT_USAGE);
}

struct subject subject_find(struct db *db, const char *words, GArray **also) {
  struct finder finder = {db, words, g_array_new(FALSE, FALSE, sizeof(struct subject))};
  if (*words) finders_run(&finder);
  guint exact = 0, at = 0;
  for (guint i = 0; i < finder.found->len; i++)
    if (g_array_index(finder.found, struct subject, i).exact) exact++, at = i;
  if (!finder.found->len) none_stop(db, words);
  if (exact > 1 || (!exact && finder.found->len > 1)) several_stop(&finder, exact > 1);
  struct subject subject = g_array_index(finder.found, struct subject, at);
  g_array_remove_index(finder.found, at);
  g_array_set_clear_func(finder.found, (GDestroyNotify)subject_clear);
  if (also) *also = finder.found;
  else g_array_unref(finder.found);
  return subject;
}
