/* The date of an audit, from the command line or the environment; what depends on it reads it from table setting. */
#include "include/as_of.h"
#include "include/cell/moment.h"
#include "include/message.h"

char *as_of_read(const char *asked) {
  struct cell_time time;
  char day[16];
  if (asked) {
    if (!cell_time(asked, ORDER_UNKNOWN, &time) || !time.has_date)
      stop_usage("--as-of: \"%s\" is not a date: write it as 2023-05-31", asked);
    return g_strdup(day_iso(day_number(time.civil.year, time.civil.month, time.civil.day), day));
  }
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  if (!epoch || !*epoch) return NULL;
  char *end;
  gint64 seconds = g_ascii_strtoll(epoch, &end, 10);
  if (*end) stop_usage("SOURCE_DATE_EPOCH: \"%s\" is not a number of seconds: correct or unset it", epoch);
  return g_strdup(day_iso((gint32)(seconds / 86400), day));
}

void as_of_store(struct db *db, const char *as_of) {
  if (!as_of) return;
  sqlite3_stmt *set = db_prepare(db, "INSERT OR REPLACE INTO setting VALUES ('run', 'as_of', ?)");
  db_bind_text(set, 1, as_of);
  db_step(db, set);
  sqlite3_finalize(set);
}
