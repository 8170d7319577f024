/* Stores what a person must read, and applies people's answers. understood.sql decides whether a question is settled. */
#include "analyze/judge/passage.h"
#include "analyze/judge/answers.h"
#include "analyze/words/narrative_text.h"
#include "include/choices.h"
#include "include/sha256.h"
#include <string.h>

enum {
  PASSAGE_WHOLE = 1500, /* bytes of a narrative that are shown whole */
  SENTENCES_AROUND = 4  /* in longer ones, this many sentences before and after the use */
};

/* The same question about the same text has the same id, run after run. */
static char *passage_id(const char *question, const char *about) {
  g_autofree char *facts = g_strjoin("|", "passage", question, about, NULL);
  char *id = g_compute_checksum_for_string(G_CHECKSUM_SHA256, facts, -1);
  id[12] = 0;
  return id;
}

static sqlite3_stmt *texts_prepare(struct db *db) {
  return db_prepare(db, "SELECT n.text FROM row_meaning m JOIN narrative n USING (row) WHERE m.report = ? ORDER BY m.row");
}

/* The text that identifies a question about a report: its number and all its narratives, so that an answer does not outlive a
   text that was corrected. The caller's string. */
static char *report_about(struct db *db, sqlite3_stmt *texts, gint64 report, const char *number) {
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  db_bind_int(texts, 1, report);
  while (db_step(db, texts)) g_checksum_update(sum, (const guchar *)db_text(texts, 0), (gssize)db_length(texts, 0) + 1);
  db_reset(texts);
  return g_strjoin("|", number, g_checksum_get_string(sum), NULL);
}

/* ----------------------------------------------------------------------------------------------------------- answers */

struct answer {
  char *answer, *words, *place;
};

static void answer_free(gpointer data) {
  struct answer *answer = data;
  g_free(answer->answer), g_free(answer->words), g_free(answer->place), g_free(answer);
}

/* The answers that stand to passages, by id. */
static GHashTable *answers_given(struct db *db) {
  GHashTable *answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, answer_free);
  sqlite3_stmt *rows = db_prepare(
      db, "SELECT id, disposition, 'Read by ' || coalesce(nullif(decided_by, ''), 'somebody (not said who)')"
          " || coalesce(' on ' || nullif(decided_on, ''), '') || ': \"' || disposition || '\"' || coalesce(' (' || "
          "nullif(note, '') || ')', '') || '.',"
          " source || ':' || line FROM decision WHERE disposition IN (SELECT word FROM choice WHERE about <> 'finding')");
  while (db_step(db, rows)) {
    struct answer *answer = g_new(struct answer, 1);
    *answer = (struct answer){g_strdup(db_text(rows, 1)), g_strdup(db_text(rows, 2)), g_strdup(db_text(rows, 3))};
    g_hash_table_replace(answers, g_strdup(db_text(rows, 0)), answer);
  }
  sqlite3_finalize(rows);
  return answers;
}

static void reports_answer(struct db *db, GHashTable *answers) {
  sqlite3_stmt *asked =
      db_prepare(db, "SELECT r.report, r.number, q.question FROM report r, question q WHERE q.question <> 'purpose'");
  sqlite3_stmt *texts = texts_prepare(db);
  struct insert *to = insert_open(db, "answered", "report, question, answer, words, place");
  while (db_step(db, asked)) {
    g_autofree char *about = report_about(db, texts, db_int(asked, 0), db_text(asked, 1)),
                    *id = passage_id(db_text(asked, 2), about);
    const struct answer *answer = g_hash_table_lookup(answers, id);
    if (!answer || !g_strv_contains(report_answers, answer->answer)) continue;
    insert_int(to, 1, db_int(asked, 0));
    insert_text(to, 2, db_text(asked, 2));
    insert_text(to, 3, answer->answer);
    insert_text(to, 4, answer->words);
    insert_text(to, 5, answer->place);
    insert_row(to);
  }
  insert_close(to);
  sqlite3_finalize(asked);
  sqlite3_finalize(texts);
}

static void reasons_answer(struct db *db, GHashTable *answers) {
  sqlite3_stmt *reasons = db_prepare(db, "SELECT reason, text FROM reason");
  sqlite3_stmt *set = db_prepare(db, "UPDATE reason SET purpose_read = purpose, purpose = ?, detail = NULL, doubt = NULL, words "
                                     "= NULL, answer = ?, answer_place = ? WHERE reason = ?");
  while (db_step(db, reasons)) {
    g_autofree char *id = passage_id("purpose", db_text(reasons, 1));
    const struct answer *answer = g_hash_table_lookup(answers, id);
    if (!answer || !g_strv_contains(purposes_known, answer->answer)) continue;
    db_bind_text(set, 1, answer->answer);
    db_bind_text(set, 2, answer->words);
    db_bind_text(set, 3, answer->place);
    db_bind_int(set, 4, db_int(reasons, 0));
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(reasons);
  sqlite3_finalize(set);
}

void answers_read(struct db *db) {
  answers_settle(db);
  GHashTable *answers = answers_given(db);
  if (g_hash_table_size(answers)) {
    reports_answer(db, answers);
    reasons_answer(db, answers);
  }
  g_hash_table_unref(answers);
}

/* ---------------------------------------------------------------------------------------------------------- passages */

struct passages {
  struct db *db;
  struct insert *to;
  sqlite3_stmt *texts;  /* all narratives of a report */
  sqlite3_stmt *answer; /* what a person said of a report and question, or of a reason; NULL: nobody answered */
  sqlite3_stmt *rows;   /* the narratives of a report, the one most concerned with a use first */
  gint64 report;        /* the last one asked about: a rule asks several questions about one report in a row */
  char *text, *about;   /* of that report */
};

struct passages *passages_begin(struct db *db) {
  struct passages *passages = g_new(struct passages, 1);
  *passages = (struct passages){
      db,
      insert_open(
          db, "passage",
          "passage_id, place, subject, user_id, report_number, occurred_at, question, passage, why, source, line, answer"),
      texts_prepare(db),
      NULL,
      db_prepare(db, "SELECT n.text, s.path || ':' || w.line,"
                     " coalesce((SELECT min(g.start) FROM reading g WHERE g.row = w.row AND g.meaning = 'use'), 0)"
                     " FROM report_row w JOIN narrative n USING (row) JOIN source s ON s.source = w.source"
                     " WHERE w.report = ? AND NOT w.narrative_withheld AND trim(n.text) <> '' ORDER BY w.row"),
      0,
      NULL,
      NULL};
  if (db_value_int(db, "SELECT EXISTS (SELECT 1 FROM disposition)"))
    passages->answer = db_prepare(db, "SELECT answer FROM understood WHERE report = ?1 AND question = ?2 UNION ALL SELECT answer "
                                      "FROM reason WHERE text = ?3 AND ?1 IS NULL");
  return passages;
}

/* In a long narrative, the whole sentences around START; omissions are marked. */
static void narrative_append(GString *passage, const char *text, gsize start) {
  gsize length = strlen(text);
  if (length <= PASSAGE_WHOLE) {
    g_string_append(passage, text);
    return;
  }
  g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(struct span));
  plain_sentences(text, length, sentences);
  guint at = 0;
  while (at + 1 < sentences->len && g_array_index(sentences, struct span, at + 1).start <= start) at++;
  guint first = at > SENTENCES_AROUND ? at - SENTENCES_AROUND : 0, last = MIN(at + SENTENCES_AROUND + 1, sentences->len);
  if (first) g_string_append(passage, "[...] ");
  if (first < last) {
    struct span from = g_array_index(sentences, struct span, first), to = g_array_index(sentences, struct span, last - 1);
    g_string_append_len(passage, text + from.start, (gssize)(to.start + to.length - from.start));
  }
  if (last < sentences->len) g_string_append(passage, " [...]");
}

static char *report_passage(struct passages *passages, gint64 report) {
  GString *passage = g_string_new(NULL);
  db_bind_int(passages->rows, 1, report);
  while (db_step(passages->db, passages->rows)) {
    g_string_append_printf(passage, "%s[%s] ", passage->len ? "\n" : "", db_text(passages->rows, 1));
    narrative_append(passage, db_text(passages->rows, 0), (gsize)db_int(passages->rows, 2));
  }
  db_reset(passages->rows);
  return g_string_free(passage, FALSE);
}

/* The caller's string; NULL: nobody answered. */
static char *passage_answer(struct passages *passages, sqlite3_stmt *row) {
  sqlite3_stmt *answer = passages->answer;
  if (!answer) return NULL;
  if (!db_is_null(row, PASSAGE_OF)) db_bind_int(answer, 1, db_int(row, PASSAGE_OF));
  db_bind_text(answer, 2, db_text(row, PASSAGE_QUESTION));
  db_bind_text(answer, 3, db_text(row, PASSAGE_TEXT));
  char *said = db_step(passages->db, answer) ? g_strdup(db_text(answer, 0)) : NULL;
  db_reset(answer);
  return said;
}

static void report_turn_to(struct passages *passages, gint64 report, const char *number) {
  if (passages->text && passages->report == report) return;
  g_free(passages->text);
  g_free(passages->about);
  passages->report = report;
  passages->text = report_passage(passages, report);
  passages->about = report_about(passages->db, passages->texts, report, number);
}

bool passages_add(struct passages *passages, int place, sqlite3_stmt *row) {
  bool narrative = !db_is_null(row, PASSAGE_OF);
  if (narrative) report_turn_to(passages, db_int(row, PASSAGE_OF), db_text(row, PASSAGE_REPORT));
  const char *text = narrative ? passages->text : db_text(row, PASSAGE_TEXT);
  const char *about = narrative ? passages->about : text;
  g_autofree char *id = passage_id(db_text(row, PASSAGE_QUESTION), about);
  insert_text(passages->to, 1, id);
  insert_int(passages->to, 2, place);
  insert_text(passages->to, 3, db_text(row, PASSAGE_SUBJECT));
  insert_text(passages->to, 4, db_text(row, PASSAGE_USER));
  insert_text(passages->to, 5, db_text(row, PASSAGE_REPORT));
  insert_text(passages->to, 6, db_text(row, PASSAGE_OCCURRED));
  insert_text(passages->to, 7, db_text(row, PASSAGE_WORDS));
  insert_text(passages->to, 8, text);
  insert_text(passages->to, 9, db_text(row, PASSAGE_WHY));
  insert_int(passages->to, 10, db_int(row, PASSAGE_SOURCE));
  insert_int(passages->to, 11, db_int(row, PASSAGE_LINE));
  g_autofree char *answer = passage_answer(passages, row);
  if (answer) insert_text(passages->to, 12, answer);
  insert_row(passages->to);
  return !answer;
}

void passages_end(struct passages *passages) {
  sqlite3_finalize(passages->texts);
  sqlite3_finalize(passages->answer);
  insert_close(passages->to);
  sqlite3_finalize(passages->rows);
  g_free(passages->text);
  g_free(passages->about);
  g_free(passages);
}
