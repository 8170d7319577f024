/* Runs each rule card against the database and stores its findings. The card's SQL decides what counts as a breach. */
#include "analyze/judge/judge.h"
#include "include/sql_head.h"
#include "include/audit.h"
#include "analyze/judge/card.h"
#include "analyze/judge/finding.h"
#include "analyze/judge/own_rule.h"
#include "analyze/judge/passage.h"
#include "include/assets.h"
#include "include/message.h"
#include "include/timing.h"
#include <stdlib.h>
#include <string.h>

struct judge {
  struct db *db;
  struct findings *findings;
  struct passages *passages;
  GHashTable *counts; /* view -> its number of rows */
};

struct verdict {
  const char *status;
  gint64 tested, exceptions, to_read; /* TO_READ: subjects about which something is not settled */
  char *outside;                      /* a sentence about what lies outside the coverage of an input; NULL: nothing */
  char *total;                        /* what the exceptions come to, to follow "tested"; NULL: their number says it */
  char *why;
};

/* A card while its verdict is determined. */
struct trial {
  const struct card *card;
  int place;
  char *severity, **graver, *lack; /* LACK NULL: all needs are met */
  struct verdict verdict;
};

/* ---------------------------------------------------------------------------------------------------------- needs */

static char *kind_words(struct judge *judge, const char *kind) {
  sqlite3_stmt *statement = db_prepare(judge->db, "SELECT words FROM kind WHERE kind = ?");
  db_bind_text(statement, 1, kind);
  char *words = g_strdup(db_step(judge->db, statement) ? db_text(statement, 0) : kind);
  sqlite3_finalize(statement);
  return words;
}

static bool has_one(struct judge *judge, const char *sql, const char *a, const char *b) {
  sqlite3_stmt *statement = db_prepare(judge->db, sql);
  db_bind_text(statement, 1, a);
  if (b) db_bind_text(statement, 2, b);
  bool there = db_step(judge->db, statement);
  sqlite3_finalize(statement);
  return there;
}

static bool need_met(struct judge *judge, const struct need *need, GString *lack) {
  static const struct {
    const char *need, *section, *key, *lack;
  } of_settings[] = {{"hours", "hours", "start", "audit.ini gives no [hours]"},
                     {"earlier_audit", "run", "earlier_dated",
                      "no earlier audit whose manifest says its date is named ([provenance] earlier_audit of audit.ini)"}};
  g_autofree char *kind = kind_words(judge, need->kind);
  for (gsize i = 0; i < G_N_ELEMENTS(of_settings); i++) {
    if (strcmp(need->kind, of_settings[i].need)) continue;
    if (has_one(judge, "SELECT 1 FROM setting WHERE section = ? AND key = ?", of_settings[i].section, of_settings[i].key))
      return true;
    g_string_append_printf(lack, "%s%s", lack->len ? ", and " : "", of_settings[i].lack);
    return false;
  }
  if (!has_one(judge, "SELECT 1 FROM source WHERE kind = ?", need->kind, NULL)) {
    g_string_append_printf(lack, "%sno %s was supplied", lack->len ? ", and " : "", kind);
    return false;
  }
  if (!need->role) return true;
  if (has_one(judge, "SELECT 1 FROM source_column JOIN source USING (source) WHERE kind = ? AND role = ?", need->kind,
              need->role))
    return true;
  g_string_append_printf(lack, "%sthe %s has no column for \"%s\"", lack->len ? ", and " : "", kind, need->role);
  return false;
}

/* NULL if all needs are met; else what is missing, the caller's string. */
static char *needs_lack(struct judge *judge, const char *needs) {
  g_autoptr(GPtrArray) all = needs_read(needs);
  for (guint i = 0; i < all->len; i++) {
    const GPtrArray *either = all->pdata[i];
    g_autoptr(GString) lack = g_string_new(NULL);
    bool met = false;
    for (guint k = 0; k < either->len && !met; k++) met = need_met(judge, either->pdata[k], lack);
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
    stop_input(card->path, 0, "the SELECT of a rule returns the columns %s, in this order", names);
  }
  if (!sqlite3_stmt_readonly(rows)) stop_input(card->path, 0, "a rule only reads: make it one SELECT");
}

/* It runs only when somebody asks why a rule has no finding, but an error in it must show at once. */
static void otherwise_check(struct judge *judge, const struct card *card) {
  if (!card->otherwise) return;
  sqlite3_stmt *rows = db_prepare_foreign(judge->db, card->otherwise, card->path);
  bool right = sqlite3_column_count(rows) == 2 && !strcmp(sqlite3_column_name(rows, 0), "verdict") &&
               !strcmp(sqlite3_column_name(rows, 1), "words") && sqlite3_stmt_readonly(rows);
  sqlite3_finalize(rows);
  if (!right) stop_input(card->path, 0, "\"-- otherwise:\" is not followed by one SELECT of verdict and words: correct it");
}

/* ---------------------------------------------------------------------------------------------------------- rules */

/* Several rules examine the same rows, which are counted only once. */
static gint64 view_count(struct judge *judge, const char *view, const char *file) {
  gint64 *known = g_hash_table_lookup(judge->counts, view);
  if (known) return *known;
  /* With a LIMIT the SELECT stays a query of its own, which leaves out joins that change no number. */
  g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM (SELECT 1 FROM \"%s\" LIMIT -1)", view);
  sqlite3_stmt *counting = db_prepare_foreign(judge->db, sql, file);
  gint64 count = db_step_foreign(judge->db, counting, file) ? db_int(counting, 0) : 0;
  sqlite3_finalize(counting);
  g_hash_table_insert(judge->counts, g_strdup(view), g_memdup2(&count, sizeof count));
  return count;
}

/* Rows that a rule of this kind should have examined but could not: withheld reasons, narratives on which a pattern gave up. */
static gint64 rows_unjudged(struct judge *judge, const struct card *card) {
  if (strstr(card->needs, "narrative")) return view_count(judge, "report_unjudged", card->path);
  if (!strcmp(card->examines, "search_evaluated")) return view_count(judge, "search_unevaluated", card->path);
  if (strstr(card->needs, "user_log.reason")) return view_count(judge, "search_unjudged", card->path);
  return 0;
}

/* The rows of the card's view of what is outside, counted by their words. */
static char *outside_tell(struct judge *judge, const struct card *card) {
  if (!card->outside) return NULL;
  g_autofree char *sql = g_strdup_printf(
      "SELECT group_concat(count || ' ' || words, '; ') FROM (SELECT count(*) AS count, words FROM \"%s\" GROUP BY words "
      "ORDER BY 1 DESC, 2)",
      card->outside);
  sqlite3_stmt *statement = db_prepare_foreign(judge->db, sql, card->path);
  bool some = db_step_foreign(judge->db, statement, card->path) && !db_is_null(statement, 0);
  char *words = some ? g_strdup_printf(" Not tested: %s.", db_text(statement, 0)) : NULL;
  sqlite3_finalize(statement);
  return words;
}

/* "376 searches" */
static char *tested_tell(struct judge *judge, const struct card *card, gint64 tested) {
  sqlite3_stmt *unit =
      db_prepare(judge->db, "SELECT iif(?3 = 1, one, many) FROM unit WHERE examines IN (?1, ?2) ORDER BY examines = ?1 DESC");
  db_bind_text(unit, 1, card->examines);
  db_bind_text(unit, 2, card->subject);
  db_bind_int(unit, 3, tested);
  db_step(judge->db, unit);
  char *words = g_strdup_printf("%" G_GINT64_FORMAT " %s", tested, db_text(unit, 0));
  sqlite3_finalize(unit);
  return words;
}

/* A gap may be of many ids. */
static char *total_tell(struct judge *judge, const struct trial *trial) {
  if (strcmp(trial->card->subject, "log") || strcmp(trial->card->examines, "log_id") || !trial->verdict.exceptions) return NULL;
  sqlite3_stmt *rows = db_prepare(judge->db, "SELECT sum(CAST(detail AS INTEGER)) FROM finding_row WHERE place = ?");
  db_bind_int(rows, 1, trial->place);
  gint64 ids = db_step(judge->db, rows) ? db_int(rows, 0) : 0;
  sqlite3_finalize(rows);
  return ids ? g_strdup_printf("; %" G_GINT64_FORMAT " %s missing in all", ids, ids == 1 ? "id is" : "ids are") : NULL;
}

static void verdict_settle(struct verdict *verdict, gint64 unjudged, const char *tested) {
  g_autofree char *blind =
      unjudged ? g_strdup_printf(" %" G_GINT64_FORMAT
                                 " more could not be judged (withheld, in another script, or beyond the limits of a pattern).",
                                 unjudged)
               : g_strdup("");
  g_autofree char *aside = g_strconcat(blind, verdict->outside, NULL);
  g_autofree char *reading =
      verdict->to_read ? g_strdup_printf(" %" G_GINT64_FORMAT " to be read by a person.", verdict->to_read) : g_strdup("");
  if (!verdict->tested && !verdict->to_read) {
    verdict->status = "not tested";
    verdict->why = g_strdup_printf("There was nothing of this kind to test%s.%s",
                                   verdict->outside ? " in what the inputs cover" : "", aside);
  } else if (verdict->exceptions) {
    verdict->status = "exceptions";
    verdict->why =
        g_strdup_printf("%" G_GINT64_FORMAT " exception%s, %s tested%s.%s%s", verdict->exceptions,
                        verdict->exceptions == 1 ? "" : "s", tested, verdict->total ? verdict->total : "", reading, aside);
  } else if (verdict->to_read) {
    verdict->status = "to be read";
    verdict->why = g_strdup_printf("No exception that both readings agree on, %s tested.%s%s", tested, reading, aside);
  } else {
    verdict->status = unjudged || verdict->outside ? "not tested" : "compliant";
    verdict->why = g_strdup_printf("No exception among %s tested.%s", tested, aside);
  }
}

/* The SELECT of a card, its rows in the order that outputs show them. */
static sqlite3_stmt *card_select(struct judge *judge, const struct card *card) {
  sqlite3_stmt *alone = db_prepare_foreign(judge->db, card->sql, card->path);
  columns_check(card, alone);
  GString *sql = g_string_new(sqlite3_sql(alone)); /* without what follows it */
  own_rule_alone(card, sql->len);
  sqlite3_finalize(alone);
  while (sql->len && strchr("; \n\t\r", sql->str[sql->len - 1])) g_string_truncate(sql, sql->len - 1);
  g_string_prepend(sql, "SELECT * FROM (");
  g_string_append(sql, "\n) ORDER BY occurred_at, subject");
  sqlite3_stmt *rows = db_prepare_foreign(judge->db, sql->str, card->path);
  g_string_free(sql, TRUE);
  return rows;
}

static gint64 findings_keep(struct judge *judge, const struct trial *trial) {
  const struct card *card = trial->card;
  gint64 count = 0;
  sqlite3_stmt *rows = card_select(judge, card);
  findings_rule(judge->findings, trial->place, card->rule, card->subject);
  for (; trial->verdict.tested && db_step_foreign(judge->db, rows, card->path); count++) {
    own_rule_row(judge->db, card, rows, count + 1);
    findings_add(judge->findings, rows);
  }
  sqlite3_finalize(rows);
  return count;
}

/* What a person must read before the rule can say anything about it. */
static gint64 passages_keep(struct judge *judge, const struct trial *trial) {
  const struct card *card = trial->card;
  if (!card->to_read) return 0;
  gint64 count = 0;
  sqlite3_stmt *rows = db_prepare_foreign(judge->db, card->to_read, card->path);
  if (sqlite3_column_count(rows) != PASSAGE_COLUMNS)
    stop_input(card->path, 0, "the SELECT behind \"-- to read:\" returns %d columns, not %d", sqlite3_column_count(rows),
               PASSAGE_COLUMNS);
  while (db_step_foreign(judge->db, rows, card->path)) count += passages_add(judge->passages, trial->place, rows);
  sqlite3_finalize(rows);
  return count;
}

/* For a clause that no record can test: what the records do show about it, and what they cannot show. The caller's. */
static char *untestable_tell(struct judge *judge, const struct card *card) {
  const char *means = card->means ? card->means : "Only a person can test this clause: the records do not tell.";
  if (!card->found) return g_strdup(means);
  sqlite3_stmt *statement = db_prepare_foreign(judge->db, card->found, card->path);
  bool some = db_step_foreign(judge->db, statement, card->path) && !db_is_null(statement, 0);
  char *words = some ? g_strdup_printf("%s %s", db_text(statement, 0), means) : g_strdup(means);
  sqlite3_finalize(statement);
  return words;
}

static void trial_judge(struct judge *judge, struct trial *trial) {
  const struct card *card = trial->card;
  struct verdict *verdict = &trial->verdict;
  if (!card->sql) {
    *verdict = (struct verdict){.status = "not testable", .why = untestable_tell(judge, card)};
    return;
  }
  otherwise_check(judge, card);
  if (trial->lack) {
    *verdict = (struct verdict){.status = "not tested", .why = g_strdup(trial->lack)};
    return;
  }
  verdict->tested = view_count(judge, card->examines, card->path);
  verdict->exceptions = findings_keep(judge, trial);
  verdict->to_read = passages_keep(judge, trial);
  verdict->outside = outside_tell(judge, card);
  g_autofree char *tested = tested_tell(judge, card, verdict->tested);
  verdict->total = total_tell(judge, trial);
  verdict_settle(verdict, rows_unjudged(judge, card), tested);
}

/* Replaces the directive's clause numbers by the agency's own, from [clauses]. */
static char *clause_shown(struct db *db, const char *clause) {
  g_auto(GStrv) each = g_strsplit(clause, ", ", -1);
  for (char **one = each; *one; one++) {
    char *own = db_setting(db, "clauses", *one, *one);
    g_free(*one);
    *one = own;
  }
  return g_strjoinv(", ", each);
}

static void trial_store(struct judge *judge, const struct trial *trial) {
  const struct card *card = trial->card;
  const struct verdict *verdict = &trial->verdict;
  sqlite3_stmt *to = db_prepare(
      judge->db, "INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  g_autofree char *clause = clause_shown(judge->db, card->clause);
  const char *const texts[] = {card->rule,  clause,     card->title, trial->severity, card->subject, card->examines,
                               card->needs, card->says, card->means, card->innocent,  card->path,    card->text};
  db_bind_int(to, 1, trial->place);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) db_bind_text(to, (int)i + 2, texts[i]);
  db_bind_int(to, 14, card->own);
  db_bind_text(to, 15, verdict->status);
  db_bind_int(to, 16, verdict->tested);
  db_bind_int(to, 17, verdict->exceptions);
  db_bind_int(to, 18, verdict->to_read);
  db_bind_text(to, 19, verdict->why);
  db_bind_text(to, 20, card->remedy);
  db_bind_text(to, 21, card->limit);
  db_bind_text(to, 22, card->matter);
  db_bind_text(to, 23, card->tells);
  db_bind_text(to, 24, trial->graver ? trial->graver[0] : NULL);
  db_bind_text(to, 25, trial->graver ? trial->graver[1] : NULL);
  db_step(judge->db, to);
  sqlite3_finalize(to);
}

static void stage_enter(const struct card *card) {
  if (!card->sql) return;
  g_autofree char *what = g_strconcat("rule ", card->rule, NULL);
  times_enter(what);
}

/* The severity of a card's findings of one detail, and the detail; NULL where there is none, or where audit.ini says how severe
   the rule is: then all of its findings are. The caller's. */
static char **graver_find(struct judge *judge, const struct card *card) {
  if (!card->graver) return NULL;
  g_autofree char *set = db_setting(judge->db, "severity", card->rule, "");
  return *set ? NULL : g_strsplit(card->graver, ", ", 2);
}

/* An agency's rule comes after the others and may read their findings. */
static void card_judge(struct judge *judge, const struct card *card, int place) {
  struct trial trial = {.card = card, .place = place};
  stage_enter(card);
  if (card->rule) trial.severity = db_setting(judge->db, "severity", card->rule, card->severity);
  trial.graver = graver_find(judge, card);
  if (card->sql) trial.lack = needs_lack(judge, card->needs);
  own_rule_begin(judge->db, card);
  trial_judge(judge, &trial);
  own_rule_end(judge->db, card);
  trial_store(judge, &trial);
  g_free(trial.severity);
  g_strfreev(trial.graver);
  g_free(trial.lack);
  g_free(trial.verdict.why);
  g_free(trial.verdict.outside);
  g_free(trial.verdict.total);
}

void rules_judge(struct db *db) {
  g_autofree char *folder = db_setting(db, "rules", "folder", NULL);
  g_autoptr(GPtrArray) cards = cards_load(folder);
  times_enter("what is understood");
  db_run(db, asset_text("analyze/judge/first_sight.sql"));
  db_run(db, asset_text("analyze/judge/understood.sql"));
  db_run(db, asset_text("analyze/judge/activity.sql"));
  db_run(db, asset_text("analyze/judge/outside.sql"));
  times_enter("rules");
  struct judge judge = {.db = db,
                        .findings = findings_begin(db),
                        .passages = passages_begin(db),
                        .counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
  for (int last = 0; last < 2; last++)
    for (guint i = 0; i < cards->len; i++) {
      const struct card *card = cards->pdata[i];
      if ((card->judged != NULL) != last) continue;
      progress_show("testing rules", i, cards->len);
      card_judge(&judge, card, (int)i + 1);
    }
  findings_end(judge.findings);
  passages_end(judge.passages);
  g_hash_table_unref(judge.counts);
}
