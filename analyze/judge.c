/* Runs each rule card against the database and keeps its findings. What counts as a breach is decided by the card's SQL. */
#include "judge.h"
#include "assets.h"
#include "audit.h"
#include "card.h"
#include "ahead.h"
#include "finding.h"
#include "say.h"
#include "times.h"
#include <stdlib.h>
#include <string.h>

struct judge {
  struct db *db;
  struct findings *findings;
  struct ahead *ahead; /* NULL: rows are read in turn */
  GHashTable *counts;  /* SELECT -> how many rows it returns */
};

struct verdict {
  const char *status;
  gint64 tested, exceptions;
  char *why;
};

/* ---------------------------------------------------------------------------------------------------------- needs */

static const struct {
  const char *kind, *words;
} kinds[] = {{"user_log", "user log"},
             {"incident_reports", "incident report file"},
             {"personnel", "personnel file"},
             {"chief_notifications", "file of notifications to the Chief"},
             {"duty_schedule", "duty schedule"}};

static const char *kind_words(const char *kind) {
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (!strcmp(kinds[i].kind, kind)) return kinds[i].words;
  return kind;
}

static bool has_one(struct judge *judge, const char *sql, const char *a, const char *b) {
  sqlite3_stmt *statement = db_prepare(judge->db, sql);
  db_bind_text(statement, 1, a);
  if (b) db_bind_text(statement, 2, b);
  bool there = db_step(judge->db, statement);
  sqlite3_finalize(statement);
  return there;
}

static bool need_met(struct judge *judge, const char *need, GString *lack) {
  g_auto(GStrv) parts = g_strsplit(need, ".", 2);
  if (!strcmp(need, "hours")) {
    if (has_one(judge, "SELECT 1 FROM setting WHERE section = ? AND key = 'start'", need, NULL)) return true;
    g_string_append_printf(lack, "%saudit.ini gives no [hours]", lack->len ? ", and " : "");
    return false;
  }
  if (!has_one(judge, "SELECT 1 FROM source WHERE kind = ?", parts[0], NULL)) {
    g_string_append_printf(lack, "%sno %s was supplied", lack->len ? ", and " : "", kind_words(parts[0]));
    return false;
  }
  if (!parts[1]) return true;
  if (has_one(judge, "SELECT 1 FROM source_column JOIN source USING (source) WHERE kind = ? AND role = ?", parts[0], parts[1]))
    return true;
  g_string_append_printf(lack, "%sthe %s has no column for \"%s\"", lack->len ? ", and " : "", kind_words(parts[0]), parts[1]);
  return false;
}

/* NULL: all needs are met; else what is lacking, the caller's string. */
static char *needs_lack(struct judge *judge, const char *needs) {
  g_auto(GStrv) all = g_strsplit(needs, ",", -1);
  for (char **need = all; *need; need++) {
    g_auto(GStrv) either = g_strsplit(*need, "|", -1);
    g_autoptr(GString) lack = g_string_new(NULL);
    bool met = false;
    for (char **one = either; *one && !met; one++) met = need_met(judge, g_strstrip(*one), lack);
    if (met) continue;
    lack->str[0] = g_ascii_toupper(lack->str[0]);
    return g_strdup_printf("%s.", lack->str);
  }
  return NULL;
}

/* -------------------------------------------------------------------------------------------------------- findings */

static const char *const column_names[FINDING_COLUMNS] = {"subject",     "user_id", "report_number", "occurred_at", "detail",
                                                          "explanation", "source",  "line",          "evidence"};

static void columns_check(const struct card *card, sqlite3_stmt *rows) {
  bool right = sqlite3_column_count(rows) == FINDING_COLUMNS;
  for (int i = 0; right && i < FINDING_COLUMNS; i++) right = !strcmp(sqlite3_column_name(rows, i), column_names[i]);
  if (!right) {
    g_autofree char *names =
        g_strjoinv(", ", (char **)(const char *[]){"subject", "user_id", "report_number", "occurred_at", "detail", "explanation",
                                                   "source", "line", "evidence", NULL});
    stop_input(card->path, 0, "the SELECT of a rule returns the columns %s: mend it", names);
  }
  if (!sqlite3_stmt_readonly(rows)) stop_input(card->path, 0, "a rule only reads: make it one SELECT");
}

/* ---------------------------------------------------------------------------------------------------------- rules */

/* Several rules examine the same rows: they are counted once. WHAT is a SELECT of FILE. */
static gint64 rows_count(struct judge *judge, const char *what, const char *file) {
  gint64 *known = g_hash_table_lookup(judge->counts, what);
  if (known) return *known;
  /* With a LIMIT the SELECT stays a query of its own, which leaves out joins that change no count. */
  g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM (%s LIMIT -1)", what);
  sqlite3_stmt *counting = db_prepare_foreign(judge->db, sql, file);
  gint64 count = db_step(judge->db, counting) ? db_int(counting, 0) : 0;
  sqlite3_finalize(counting);
  g_hash_table_insert(judge->counts, g_strdup(what), g_memdup2(&count, sizeof count));
  return count;
}

/* Rows that a rule of this kind should have examined and could not: withheld reasons, narratives that a pattern gave up on. */
static gint64 rows_unjudged(struct judge *judge, const struct card *card) {
  if (strstr(card->needs, "narrative"))
    return rows_count(judge, "SELECT 1 FROM report WHERE unread AND use_row IS NULL", card->path);
  if (strstr(card->needs, "user_log.reason")) return rows_count(judge, "SELECT 1 FROM search WHERE purpose IS NULL", card->path);
  return 0;
}

static void verdict_settle(struct judge *judge, const struct card *card, struct verdict *verdict) {
  gint64 unjudged = rows_unjudged(judge, card);
  g_autofree char *aside =
      unjudged ? g_strdup_printf(" %" G_GINT64_FORMAT
                                 " more could not be judged (withheld, in another script, or beyond the limits of a pattern).",
                                 unjudged)
               : g_strdup("");
  if (!verdict->tested) {
    verdict->status = "not tested";
    verdict->why = g_strdup_printf("There was nothing of this kind to test.%s", aside);
  } else if (verdict->exceptions) {
    verdict->status = "exceptions";
    verdict->why = g_strdup_printf("%" G_GINT64_FORMAT " exception%s, %" G_GINT64_FORMAT " tested.%s", verdict->exceptions,
                                   verdict->exceptions == 1 ? "" : "s", verdict->tested, aside);
  } else {
    verdict->status = unjudged ? "not tested" : "compliant";
    verdict->why = g_strdup_printf("No exception among %" G_GINT64_FORMAT " tested.%s", verdict->tested, aside);
  }
}

struct keeping {
  struct findings *findings;
  gint64 count;
};

static void row_keep(const struct finding_row *row, void *data) {
  struct keeping *keeping = data;
  findings_add(keeping->findings, row);
  keeping->count++;
}

/* An agency's own rule may read the findings of those before it: its rows are read in turn. */
static gint64 rows_keep(struct judge *judge, const struct card *card, sqlite3_stmt *rows) {
  struct keeping keeping = {judge->findings, 0};
  struct finding_row row;
  if (judge->ahead && !card->own) {
    ahead_rows(judge->ahead, card->sql, card->path, row_keep, &keeping);
    return keeping.count;
  }
  while (db_step_foreign(judge->db, rows, card->path)) {
    finding_row_read(&row, rows);
    row_keep(&row, &keeping);
  }
  return keeping.count;
}

static struct verdict card_judge(struct judge *judge, const struct card *card, int place, const char *severity) {
  struct verdict verdict = {"not testable", 0, 0, NULL};
  if (!card->sql) {
    verdict.why = g_strdup("Only a person can test this clause: the records do not tell.");
    return verdict;
  }
  char *lack = needs_lack(judge, card->needs);
  if (lack) return (struct verdict){"not tested", 0, 0, lack};
  g_autofree char *examined = g_strdup_printf("SELECT 1 FROM \"%s\"", card->examines);
  sqlite3_stmt *rows = db_prepare_foreign(judge->db, card->sql, card->path);
  columns_check(card, rows);
  verdict.tested = rows_count(judge, examined, card->path);
  findings_rule(judge->findings, place, card->rule, severity, card->subject);
  if (verdict.tested) verdict.exceptions = rows_keep(judge, card, rows);
  sqlite3_finalize(rows);
  verdict_settle(judge, card, &verdict);
  return verdict;
}

/* Another agency's number for each of the directive's: [clauses]. */
static char *clause_shown(struct db *db, const char *clause) {
  g_auto(GStrv) each = g_strsplit(clause, ", ", -1);
  for (char **one = each; *one; one++) {
    char *own = db_setting(db, "clauses", *one, *one);
    g_free(*one);
    *one = own;
  }
  return g_strjoinv(", ", each);
}

static void card_store(struct judge *judge, const struct card *card, int place, const char *severity,
                       const struct verdict *verdict) {
  sqlite3_stmt *to = db_prepare(judge->db, "INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  g_autofree char *clause = clause_shown(judge->db, card->clause);
  const char *const texts[] = {card->rule,  clause,     card->title, severity,       card->subject, card->examines,
                               card->needs, card->says, card->means, card->innocent, card->path,    card->text};
  db_bind_int(to, 1, place);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) db_bind_text(to, (int)i + 2, texts[i]);
  db_bind_int(to, 14, card->own);
  db_bind_text(to, 15, verdict->status);
  db_bind_int(to, 16, verdict->tested);
  db_bind_int(to, 17, verdict->exceptions);
  db_bind_text(to, 18, verdict->why);
  db_step(judge->db, to);
  sqlite3_finalize(to);
}

static void stage_enter(const struct card *card) {
  if (!card->sql) return;
  g_autofree char *what = g_strconcat("rule ", card->rule, NULL);
  times_enter(what);
}

void rules_judge(struct db *db) {
  g_autofree char *folder = db_setting(db, "rules", "folder", NULL);
  g_autoptr(GPtrArray) cards = cards_load(folder);
  times_enter("rules: tables in brief");
  db_run(db, asset_text("analyze/brief.sql"));
  db_run(db, "COMMIT; BEGIN"); /* so that another connection sees all that rules read */
  struct judge judge = {.db = db,
                        .ahead = ahead_open(db),
                        .findings = findings_begin(db),
                        .counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
  for (guint i = 0; i < cards->len; i++) {
    const struct card *card = cards->pdata[i];
    progress_show("testing rules", i, cards->len);
    stage_enter(card);
    g_autofree char *severity = card->rule ? db_setting(db, "severity", card->rule, card->severity) : NULL;
    struct verdict verdict = card_judge(&judge, card, (int)i + 1, severity);
    card_store(&judge, card, (int)i + 1, severity, &verdict);
    g_free(verdict.why);
  }
  times_enter("rules: indexes");
  ahead_close(judge.ahead);
  findings_end(judge.findings);
  g_hash_table_unref(judge.counts);
}
