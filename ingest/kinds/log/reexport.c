/* Events that another export of the log gives in other columns or formats. */
#include "ingest/kinds/log/log.h"
#include "ingest/rows/not_kept.h"
#include "include/text.h"
#include <string.h>

static struct print event_print(struct duplicates *seen, const char *id, const char *user_key, gint64 at) {
  g_autofree char *text = g_strdup_printf("%s\n%s\n%" G_GINT64_FORMAT, id, user_key, at);
  return print_of(seen, text, strlen(text));
}

static bool layouts_differ(const struct intake_file *file) {
  GHashTableIter each;
  gpointer layout;
  g_hash_table_iter_init(&each, file->intake->layouts);
  while (g_hash_table_iter_next(&each, NULL, &layout))
    if (strcmp(layout, file->layout)) return true;
  return false;
}

static const char **account_keys(const struct log *log) {
  const char **keys = g_new0(const char *, g_hash_table_size(log->accounts) + 1);
  GHashTableIter each;
  gpointer key, entry;
  g_hash_table_iter_init(&each, log->accounts);
  while (g_hash_table_iter_next(&each, &key, &entry)) keys[((struct log_account *)entry)->account] = key;
  return keys;
}

void log_reexport_begin(struct intake_file *file) {
  struct log *log = file->intake->gathered;
  g_clear_pointer(&log->others, duplicates_free);
  if (!layouts_differ(file)) return;
  struct duplicates *others = log->others = duplicates_new();
  struct place place;
  g_autofree const char **keys = account_keys(log);
  sqlite3_stmt *rows =
      db_prepare(file->intake->db, "SELECT source, line, id, account, at FROM event WHERE id IS NOT NULL ORDER BY event");
  while (db_step(file->intake->db, rows)) {
    struct row_print event = {.row = event_print(others, db_text(rows, 2), keys[db_int(rows, 3)], db_int(rows, 4))};
    if (!duplicates_find(others, &event, &place))
      duplicates_add(others, &event, (struct place){(guint)db_int(rows, 0), (guint)db_int(rows, 1)});
  }
  sqlite3_finalize(rows);
}

bool log_reexported(struct intake_file *file, const char *id, const char *user, gint64 at) {
  struct place place;
  const struct log *log = file->intake->gathered;
  if (!log->others) return false;
  g_autofree char *key = text_key(user);
  const struct row_print event = {.row = event_print(log->others, id, key, at)};
  if (!duplicates_find(log->others, &event, &place)) return false;
  const char *other = g_hash_table_lookup(file->intake->layouts, GUINT_TO_POINTER(place.source));
  if (!strcmp(other, file->layout)) return false;
  duplicate_store(file, place);
  return true;
}
