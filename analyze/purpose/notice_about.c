/* Reads the subjects of notifications by the words of reasons and by notice_about.txt. Whether a notice counts is decided in the
 * schema. */
#include "analyze/purpose/notice_about.h"
#include "include/cell/cell_state.h"
#include <string.h>

static const char *const files[] = {"analyze/lexicon/parts.txt", "analyze/lexicon/notice_about.txt", NULL};

static bool words_found(struct lexicon *lexicon, const char *meaning, const char *subject) {
  const struct lexicon_text text = {subject, strlen(subject), NULL};
  struct span where;
  return lexicon_find(lexicon, lexicon_meaning(lexicon, meaning), &text, 0, &where, NULL, NULL) == LEXICON_YES;
}

/* A body, or somebody held, may be whom the search was for. */
static bool purpose_other(const char *purpose) { return purpose && (!strcmp(purpose, "criminal") || !strcmp(purpose, "safety")); }

static const char *subject_about(struct purposes *purposes, struct lexicon *lexicon, const char *subject) {
  struct purpose purpose = {0};
  if (cell_state(subject) != CELL_STATED) return NULL;
  purpose_read(purposes, subject, &purpose);
  g_free(purpose.words);
  if (!g_strcmp0(purpose.name, "health") || words_found(lexicon, "about_search", subject)) return "search";
  return purpose_other(purpose.name) || words_found(lexicon, "about_else", subject) ? "other" : NULL;
}

void notices_about(struct db *db, struct purposes *purposes) {
  if (!db_value_int(db, "SELECT EXISTS (SELECT 1 FROM notice WHERE subject <> '')")) return;
  struct lexicon *lexicon = lexicon_load(files);
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT subject FROM notice WHERE subject <> ''");
  sqlite3_stmt *set = db_prepare(db, "UPDATE notice SET about = ? WHERE subject = ?");
  while (db_step(db, rows)) {
    g_autofree char *subject = g_strdup(db_text(rows, 0));
    db_bind_text(set, 1, subject_about(purposes, lexicon, subject));
    db_bind_text(set, 2, subject);
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
  lexicon_free(lexicon);
}
