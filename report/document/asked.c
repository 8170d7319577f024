/* Hands what the command line asked for to the SELECTs of sections. */
#include "report/document/asked.h"

void asked_set(struct db *db, const char *name, const char *value) {
  db_run(db, "CREATE TEMP TABLE IF NOT EXISTS asked (name TEXT PRIMARY KEY, value TEXT)");
  sqlite3_stmt *set = db_prepare(db, "INSERT OR REPLACE INTO asked (name, value) VALUES (?, ?)");
  db_bind_text(set, 1, name);
  db_bind_text(set, 2, value);
  db_step(db, set);
  sqlite3_finalize(set);
}
