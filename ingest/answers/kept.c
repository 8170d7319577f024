/* Holds the ledger that a run has read against the answers of the run before: an older copy of it loses what came since. */
#include "include/message.h"
#include "ingest/answers/answers.h"
#include <string.h>

/* Whether the database at PATH has the tables of DB; db_open would stop where it has not, and there is nothing to hold it to. */
static bool same_version(struct db *db, const char *path) {
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
  enum { VERSION = 60 }; /* of the header of a database file: four bytes, the most significant first */
  guint32 version;
  if (!file || g_mapped_file_get_length(file) < VERSION + sizeof version) return false;
  memcpy(&version, g_mapped_file_get_contents(file) + VERSION, sizeof version);
  return GUINT32_FROM_BE(version) == (guint32)db_value_int(db, "PRAGMA user_version");
}

/* Whether both are of one agency's audit of one period: an output folder may be given to another. */
static bool same_audit(struct db *one, struct db *other) {
  static const char sql[] = "SELECT group_concat(value, char(10)) FROM (SELECT value FROM setting WHERE (section, key) IN"
                            " (VALUES ('agency', 'name'), ('period', 'from')) ORDER BY section)";
  g_autofree char *first = db_value_text(one, sql), *second = db_value_text(other, sql);
  return g_strcmp0(first, second) == 0;
}

/* How many answers of ONE, a row each, have none in OTHER that TEST gives; FIRST is the id of the first of them. */
static guint answers_without(struct db *one, struct db *other, const char *test, char **first) {
  sqlite3_stmt *row = db_prepare(one, "SELECT DISTINCT id, disposition FROM disposition ORDER BY source, line"),
               *there = db_prepare(other, test);
  guint count = 0;
  while (db_step(one, row)) {
    db_bind_text(there, 1, db_text(row, 0));
    db_bind_text(there, 2, db_text(row, 1));
    if (!db_step(other, there) && !count++) *first = g_strdup(db_text(row, 0));
    db_reset(there);
  }
  sqlite3_finalize(row);
  sqlite3_finalize(there);
  return count;
}

void answers_kept(struct db *db, const char *ledger, const char *out) {
  g_autofree char *database = g_build_filename(out, "audit.db", NULL), *first = NULL, *added = NULL;
  if (!same_version(db, database)) return;
  struct db *before = db_open(database, DB_READ);
  bool same = same_audit(db, before);
  guint lost = !same ? 0 : answers_without(before, db, "SELECT 1 FROM disposition WHERE id = ?1 AND ?2 NOT NULL", &first);
  bool others = lost && answers_without(db, before, "SELECT 1 FROM disposition WHERE id = ?1 AND disposition = ?2", &added);
  db_close(before);
  if (!others) return;
  stop_input(ledger, 0,
             "has new answers and lacks %u that the last run had, the first to %s: an older copy was put in its place. Put the "
             "ledger of the last run back and add the new lines to it; or, where they are to go, remove %s: nothing was replaced",
             lost, first, database);
}
