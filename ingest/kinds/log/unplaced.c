/* Holds the unused columns of a log against the numbers of the reports. Which column is whose is decided in ingest/roles/. */
#include "ingest/kinds/log/unplaced.h"
#include "include/message.h"
#include "include/text.h"

/* Letters and digits alone. */
static char *key_of(const char *text) {
  g_autofree char *words = text_words(text);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  return g_strjoinv("", parts);
}

static void cell_keep(sqlite3_stmt *to, const struct intake_file *file, guint line, const char *header, const char *cell) {
  g_autofree char *key = key_of(cell);
  if (!*key) return;
  db_bind_int(to, 1, file->number);
  db_bind_int(to, 2, line);
  db_bind_text(to, 3, header);
  db_bind_text(to, 4, key);
  db_step(file->intake->db, to);
  db_reset(to);
}

void unplaced_keep(struct intake_file *file, const struct sample *sample, int case_role) {
  if (file->columns.of[case_role] >= 0) return;
  struct db *db = file->intake->db;
  db_run(db, "CREATE TEMP TABLE IF NOT EXISTS unplaced (source INTEGER, line INTEGER, header TEXT, key TEXT)");
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO unplaced VALUES (?, ?, ?, ?)");
  for (guint i = 0; i < file->columns.count; i++)
    for (guint k = 0; file->columns.at[i].role == ROLE_NONE && k < sample->rows->len; k++)
      cell_keep(to, file, sample->line, file->columns.at[i].header, ((char **)sample->rows->pdata[k])[i]);
  sqlite3_finalize(to);
}

/* The keys of the reports' numbers, to be met by those of a column. */
static void reports_key(struct db *db) {
  db_run(db, "CREATE TEMP TABLE report_key (key TEXT PRIMARY KEY) WITHOUT ROWID");
  sqlite3_stmt *numbers = db_prepare(db, "SELECT DISTINCT number FROM report_fact"),
               *to = db_prepare(db, "INSERT OR IGNORE INTO report_key VALUES (?)");
  while (db_step(db, numbers)) {
    g_autofree char *key = key_of(db_text(numbers, 0));
    db_bind_text(to, 1, key);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(numbers);
  sqlite3_finalize(to);
}

void unplaced_hold(struct db *db) {
  if (!db_value_int(db, "SELECT count(*) FROM sqlite_temp_schema WHERE name = 'unplaced'")) return;
  reports_key(db);
  sqlite3_stmt *column = db_prepare(db, "SELECT s.path, u.line, u.header, sum(r.key NOT NULL) AS met, count(*) AS cells FROM "
                                        "unplaced u JOIN source s USING (source)"
                                        " LEFT JOIN report_key r USING (key) WHERE length(u.key) > 3 GROUP BY u.source, u.header"
                                        " HAVING met >= 2 AND met * 2 >= cells ORDER BY met DESC LIMIT 1");
  if (db_step(db, column))
    stop_input(
        db_text(column, 0), (guint)db_int(column, 1),
        "no column was taken for case numbers, and %d of %d cells looked at in the column \"%s\" are numbers of your reports: "
        "say so in [columns.user_log] of audit.ini: case number = %s",
        (int)db_int(column, 3), (int)db_int(column, 4), db_text(column, 2), db_text(column, 2));
  sqlite3_finalize(column);
  db_run(db, "DROP TABLE temp.unplaced; DROP TABLE temp.report_key");
}
