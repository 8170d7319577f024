/* The date of an audit, from the command line or the environment; what depends on it reads it from table setting. */
#include "include/as_of.h"
#include "include/cell/moment.h"
#include "include/message.h"
#include <errno.h>

char *day_read(const char *text) {
  struct cell_time time;
  char day[16];
  if (!cell_time(text, ORDER_UNKNOWN, &time) || !time.has_date) return NULL;
  return g_strdup(day_iso(day_number(time.civil.year, time.civil.month, time.civil.day), day));
}

char *as_of_read(const char *asked) {
  char day[16], *read = asked ? day_read(asked) : NULL;
  if (asked && !read) stop_usage("--as-of: \"%s\" is not a date: write it as 2023-05-31", asked);
  if (read) return read;
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  if (!epoch || !*epoch) return NULL;
  char *end;
  errno = 0;
  gint64 seconds = g_ascii_strtoll(epoch, &end, 10);
  if (*end || errno || seconds < 0 || seconds / 86400 > G_MAXINT32 / 2)
    stop_usage("SOURCE_DATE_EPOCH: \"%s\" is not a number of seconds: correct or unset it", epoch);
  return g_strdup(day_iso((gint32)(seconds / 86400), day));
}

static void run_set(struct db *db, const char *key, const char *value) {
  sqlite3_stmt *set = db_prepare(db, "INSERT OR REPLACE INTO setting VALUES ('run', ?, ?)");
  db_bind_text(set, 1, key);
  db_bind_text(set, 2, value);
  db_step(db, set);
  sqlite3_finalize(set);
}

void as_of_store(struct db *db, const char *as_of, bool asked) {
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  if (!as_of) return;
  run_set(db, "as_of", as_of);
  if (asked) db_run(db, "DELETE FROM setting WHERE section = 'run' AND key = 'epoch'");
  else run_set(db, "epoch", epoch);
}
