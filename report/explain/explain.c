/* Prints all that an audit knows about one subject: the sections of report/sections/explain in order, and the verdict of each
   rule. What a word means is found by find_subject.c; what is printed is in the sections' SQL. */
#include "report/explain/explain.h"
#include "analyze/words/narrative_text.h"
#include "report/explain/suggest.h"
#include "include/message.h"
#include "report/document/section.h"
#include "report/explain/find_subject.h"
#include "include/text.h"
#include "report/explain/verdict.h"
#include "include/wrap.h"
#include <stdio.h>
#include <string.h>

/* What the ?1, ?2 and ?3 of a section stand for. */
struct about {
  gint64 id;
  const char *text; /* in place of ID where not NULL */
  gint64 line;
  gint64 whole; /* of a row: the findings that rest on it too */
};

static void about_bind(sqlite3_stmt *rows, const struct about *about) {
  int count = sqlite3_bind_parameter_count(rows);
  if (count > 0 && about->text) db_bind_text(rows, 1, about->text);
  else if (count > 0) db_bind_int(rows, 1, about->id);
  if (count > 1) db_bind_int(rows, 2, about->line);
  if (count > 2) db_bind_int(rows, 3, about->whole);
}

/* ---------------------------------------------------------------------------------------------- evidence, statements */

/* The end of one piece of a link's reasons; what is quoted may hold a semicolon. */
static const char *piece_end(const char *at) {
  bool quoted = false;
  for (; *at; at++) {
    if (*at == '"') quoted = !quoted;
    if (!quoted && at[0] == ';' && at[1] == ' ') break;
  }
  return at;
}

static bool piece_against(const char *piece) {
  if (strstr(piece, " differs by a slip (") && !strchr(piece, '"')) return true;
  return g_str_has_prefix(piece, "but ") ||
         (g_ascii_isdigit(*piece) && (strstr(piece, " fit as well") || strstr(piece, " fits as well")));
}

static guint pieces_print(const char *why, bool against) {
  guint count = 0;
  for (const char *at = why, *end; *at; at = *end ? end + 2 : end) {
    end = piece_end(at);
    g_autofree char *piece = g_strndup(at, (gsize)(end - at));
    if (piece_against(piece) != against) continue;
    wrap_pair(count++ ? "" : against ? "against" : "for", g_str_has_prefix(piece, "but ") ? piece + 4 : piece);
  }
  return count;
}

static void evidence_print(const char *why) {
  pieces_print(why, false);
  if (!pieces_print(why, true)) wrap_pair("against", "nothing was noted");
}

static char *sentence_of(const char *narrative, gsize start) {
  g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(struct span));
  plain_sentences(narrative, strlen(narrative), sentences);
  for (guint i = 0; i < sentences->len; i++) {
    const struct span *span = &g_array_index(sentences, struct span, i);
    if (start >= span->start && start < span->start + span->length) return g_strndup(narrative + span->start, span->length);
  }
  return g_strdup(narrative);
}

/* meaning, words, value, user meant, place, narrative, start, day */
static void statement_print(sqlite3_stmt *row) {
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_printf(text, "\"%s\"", db_text(row, 1));
  if (db_text(row, 2) && *db_text(row, 2) && strcmp(db_text(row, 1), db_text(row, 2)))
    g_string_append_printf(text, ", meaning %s", db_text(row, 2));
  if (db_text(row, 3)) g_string_append_printf(text, ", user \"%s\"", db_text(row, 3));
  if (db_text(row, 7)) g_string_append_printf(text, ", read as %s", db_text(row, 7));
  g_string_append_printf(text, " (%s)", db_text(row, 4));
  wrap_pair(db_text(row, 0), text->str);
  g_autofree char *sentence = sentence_of(db_text(row, 5), (gsize)db_int(row, 6)),
                  *quoted = g_strdup_printf("in: \"%s\"", sentence);
  if (strcmp(sentence, db_text(row, 1))) wrap_pair("", quoted);
}

/* ---------------------------------------------------------------------------------------------------------- sections */

static void row_print(const struct section *section, sqlite3_stmt *row) {
  const char *label = db_text(row, 0), *text = db_text(row, 1);
  if (!strcmp(section->shows, "statements")) statement_print(row);
  else if (!text) return;
  else if (!strcmp(label, "evidence")) evidence_print(text);
  else wrap_pair(label, text);
}

static void section_print(struct db *db, const struct section *section, const struct about *about) {
  sqlite3_stmt *rows = section_open(db, section);
  about_bind(rows, about);
  bool there = db_step(db, rows);
  if (section->title && (there || section->empty)) wrap_heading(section->title, 2);
  if (there && section->says) wrap_text(section->says, 2);
  if (!there && section->empty) wrap_text(section->empty, 2);
  for (; there; there = db_step(db, rows)) row_print(section, rows);
  sqlite3_finalize(rows);
}

static void sections_print(struct db *db, const char *on, struct about about) {
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++) section_print(db, sections->pdata[i], &about);
}

static gint64 value_of(struct db *db, const char *sql, gint64 id) {
  sqlite3_stmt *rows = db_prepare(db, sql);
  db_bind_int(rows, 1, id);
  gint64 value = db_step(db, rows) ? db_int(rows, 0) : 0;
  sqlite3_finalize(rows);
  return value;
}

static void verdicts_tell(struct db *db, const char *title, const char *kind, gint64 id) {
  wrap_heading(title, 2);
  verdicts_print(db, kind, id);
}

/* ---------------------------------------------------------------------------------------------------------- subjects */

static void event_tell(struct db *db, gint64 event) {
  gint64 report = value_of(db, "SELECT report FROM event_linked WHERE event = ?", event);
  gint64 person = value_of(db, "SELECT a.owner FROM event e JOIN account a USING (account) WHERE e.event = ?", event);
  sections_print(db, "event", (struct about){.id = event});
  sections_print(db, "person", (struct about){.id = person});
  if (value_of(db, "SELECT is_search FROM event WHERE event = ?", event))
    sections_print(db, "search", (struct about){.id = event});
  if (report) sections_print(db, "linked", (struct about){.id = report});
  verdicts_tell(db, "Each rule on this row of the log", "event", event);
  verdicts_tell(db, "Each rule on the log, at this row", "log", event);
  if (report) verdicts_tell(db, "Each rule on the linked report", "report", report);
  verdicts_tell(db, "Each rule on the user", "user", person);
}

static void report_tell(struct db *db, gint64 report) {
  sections_print(db, "report", (struct about){.id = report});
  verdicts_tell(db, "Each rule on this report", "report", report);
  sections_print(db, "report-searches", (struct about){.id = report});
}

static void user_tell(struct db *db, gint64 person) {
  sections_print(db, "person", (struct about){.id = person});
  sections_print(db, "user", (struct about){.id = person});
  verdicts_tell(db, "Each rule on this user", "user", person);
}

static void evidence_tell(struct db *db, const char *finding) {
  wrap_heading("The rows it rests on", 2);
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT v.source, v.line, s.path || ':' || v.line FROM finding JOIN evidence v USING (finding)"
                     " JOIN source s ON s.source = v.source WHERE finding_id = ? ORDER BY v.source, v.line");
  db_bind_text(rows, 1, finding);
  while (db_step(db, rows)) {
    wrap_text(db_text(rows, 2), 2);
    sections_print(db, "row", (struct about){.id = db_int(rows, 0), .line = db_int(rows, 1)});
  }
  sqlite3_finalize(rows);
}

static const struct {
  const char *kind, *title, *sql;
  void (*tell)(struct db *db, gint64 id);
} finding_subjects[] = {{"event", "The search it is about",
                         "SELECT event FROM event JOIN finding ON subject = name WHERE finding_id = ?", event_tell},
                        {"report", "The report it is about",
                         "SELECT report FROM report JOIN finding ON subject = number WHERE finding_id = ?", report_tell},
                        {"user", "The user it is about",
                         "SELECT coalesce((SELECT owner FROM account a WHERE lower(a.user_id) = lower(subject)), (SELECT person "
                         "FROM person p WHERE lower(p.user_id) = lower(subject))) FROM finding WHERE finding_id = ?",
                         user_tell},
                        {"log", "The row of the log where it begins",
                         "SELECT event FROM event JOIN finding USING (source, line) WHERE finding_id = ?", event_tell}};

static void finding_tell(struct db *db, const char *finding) {
  sections_print(db, "finding", (struct about){.text = finding});
  evidence_tell(db, finding);
  sqlite3_stmt *kind = db_prepare(db, "SELECT subject_kind FROM finding WHERE finding_id = ?");
  db_bind_text(kind, 1, finding);
  for (gsize i = 0; db_step(db, kind) && i < G_N_ELEMENTS(finding_subjects); i++, db_reset(kind)) {
    if (strcmp(finding_subjects[i].kind, db_text(kind, 0))) continue;
    sqlite3_stmt *rows = db_prepare(db, finding_subjects[i].sql);
    db_bind_text(rows, 1, finding);
    gint64 id = db_step(db, rows) ? db_int(rows, 0) : 0;
    sqlite3_finalize(rows);
    if (!id) continue;
    wrap_heading(finding_subjects[i].title, 1);
    finding_subjects[i].tell(db, id);
  }
  sqlite3_finalize(kind);
}

static void clause_tell(struct db *db, const char *clause) {
  sqlite3_stmt *rules = db_prepare(db, "SELECT place, clause, coalesce(rule, title) FROM rule ORDER BY place");
  while (db_step(db, rules)) {
    if (!clause_meant(db_text(rules, 1), clause)) continue;
    g_autofree char *title = g_strdup_printf("%s  %s", db_text(rules, 1), db_text(rules, 2));
    wrap_heading(title, 1);
    sections_print(db, "rule", (struct about){.id = db_int(rules, 0)});
  }
  sqlite3_finalize(rules);
}

static void subject_tell(struct db *db, const struct subject *subject) {
  switch (subject->kind) {
  case SUBJECT_EVENT: event_tell(db, subject->id); break;
  case SUBJECT_REPORT: report_tell(db, subject->id); break;
  case SUBJECT_USER: user_tell(db, subject->id); break;
  case SUBJECT_FINDING: finding_tell(db, subject->text); break;
  case SUBJECT_MATTER: sections_print(db, "matter", (struct about){.text = subject->text}); break;
  case SUBJECT_PASSAGE: sections_print(db, "passage", (struct about){.text = subject->text}); break;
  case SUBJECT_ROW: sections_print(db, "row", (struct about){.id = subject->id, .line = subject->line, .whole = 1}); break;
  case SUBJECT_REVIEW: sections_print(db, "review", (struct about){0}); break;
  case SUBJECT_RULE:
    if (subject->text) clause_tell(db, subject->text);
    else sections_print(db, "rule", (struct about){.id = subject->id});
    break;
  }
}

static void also_tell(const GArray *also) {
  for (guint i = 0; i < also->len; i++) {
    const struct subject *one = &g_array_index(also, struct subject, i);
    g_autofree char *words = g_strdup_printf("It may also mean %s (%s).", one->name, one->how);
    wrap_text(words, 0);
  }
}

void explain_print(struct db *db, const char *words) {
  if (!db_value_int(db, "SELECT count(*) FROM rule"))
    stop_input(db->path, 0, "this audit has not been analysed yet: run faceaudit analyze");
  GArray *also = NULL;
  struct subject subject = subject_find(db, words, &also);
  g_autofree char *title = g_strdup_printf("%s  %s", subject.name, subject.how);
  wrap_heading(title, 1);
  also_tell(also);
  subject_tell(db, &subject);
  subject_clear(&subject);
  g_array_unref(also);
}
