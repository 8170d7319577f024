/* Holds an agency's own rules to what the outputs rely on. The rules themselves are run by judge.c. */
#include "analyze/judge/own_rule.h"
#include "analyze/judge/finding.h"
#include "include/message.h"
#include <string.h>

void own_rule_begin(struct db *db, const struct card *card) {
  if (card->own) db_bound(db, OWN_SECONDS, OWN_TEXT_BYTES);
}

void own_rule_end(struct db *db, const struct card *card) {
  if (card->own) db_bound(db, 0, 0);
}

/* The next line of TEXT that says something to SQLite, or one of the marks behind which another SELECT may stand; NULL: none. */
static const char *text_said(const char *text) {
  static const char *const marks[] = {"-- to read:", "-- otherwise:"};
  for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
    const char *line = text + strspn(text, " \t\r;");
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
      if (g_str_has_prefix(line, marks[i])) return NULL;
    if (*line && *line != '\n' && !g_str_has_prefix(line, "--")) return line;
  }
  return NULL;
}

void own_rule_alone(const struct card *card, gsize length) {
  if (!card->own || !text_said(card->sql + length)) return;
  stop_input(
      card->path, 0,
      "a second statement follows the SELECT and would not run: keep one, or put it behind \"-- to read:\" or \"-- otherwise:\"");
}

static void row_refuse(const struct card *card, gint64 number, const char *what) {
  stop_input(card->path, 0, "row %" G_GINT64_FORMAT " of the SELECT: %s", number, what);
}

/* "2023-06-01", "2023-06-01T10:00:00-04:00" */
static bool moment_right(const char *text) {
  return g_regex_match_simple("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-2][0-9]:[0-5][0-9](:[0-6][0-9].*)?)?$",
                              text, 0, 0);
}

static bool place_read(struct db *db, gint64 source) {
  sqlite3_stmt *find = db_prepare(db, "SELECT 1 FROM source WHERE source = ?");
  db_bind_int(find, 1, source);
  bool there = db_step(db, find);
  sqlite3_finalize(find);
  return there;
}

void own_rule_row(struct db *db, const struct card *card, sqlite3_stmt *row, gint64 number) {
  if (!card->own) return;
  const char *subject = db_text(row, FINDING_SUBJECT), *explanation = db_text(row, FINDING_EXPLANATION),
             *moment = db_text(row, FINDING_OCCURRED);
  if (number > OWN_FINDINGS_MOST) row_refuse(card, number, "so many findings are none that a person works through: ask for less");
  if (!subject || !*subject) row_refuse(card, number, "subject is empty: it is the event id, report number or user id");
  if (!explanation || !*explanation) row_refuse(card, number, "explanation is empty: say in a sentence what was found");
  if (moment && *moment && !moment_right(moment))
    row_refuse(card, number, "occurred_at is no moment such as 2023-06-01T10:00:00: take it from a view");
  if (db_is_null(row, FINDING_SOURCE) != db_is_null(row, FINDING_LINE) ||
      (!db_is_null(row, FINDING_SOURCE) && (!place_read(db, db_int(row, FINDING_SOURCE)) || db_int(row, FINDING_LINE) < 1)))
    row_refuse(card, number, "source and line are not a row that was read: take both from a view, or give NULL for both");
}
