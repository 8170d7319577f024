/* The log read for linking: this thread reads searches and stores sessions, another puts them together and looks for their
   reports. */
#include "audit.h"
#include "link_inside.h"
#include "relay.h"
#include <string.h>

enum { BATCH_SEARCHES = 1024 };

/* Searches on their way to the thread that links them, and what it says of the sessions that ended. */
struct batch {
  GArray *searches; /* of struct search; texts by their place in TEXTS, plus one */
  GString *texts;
  GArray *told; /* of struct told_link */
};

static struct batch *batch_new(void) {
  struct batch *batch = g_new(struct batch, 1);
  *batch = (struct batch){g_array_sized_new(FALSE, FALSE, sizeof(struct search), BATCH_SEARCHES), g_string_new(NULL),
                          g_array_new(FALSE, FALSE, sizeof(struct told_link))};
  return batch;
}

static void told_store(struct linker *linker, GArray *told) {
  for (guint i = 0; i < told->len; i++) link_store(linker, &g_array_index(told, struct told_link, i));
  g_array_unref(told);
}

static void batch_store(struct linker *linker, struct batch *batch) {
  if (!batch) return;
  told_store(linker, batch->told);
  g_array_unref(batch->searches);
  g_string_free(batch->texts, TRUE);
  g_free(batch);
}

static const char *text_keep(struct batch *batch, const char *text) {
  if (!text) return NULL;
  gsize place = batch->texts->len + 1;
  g_string_append_len(batch->texts, text, (gssize)strlen(text) + 1);
  return GSIZE_TO_POINTER(place);
}

static const char *text_kept(const struct batch *batch, const char *place) {
  return place ? batch->texts->str + GPOINTER_TO_SIZE(place) - 1 : NULL;
}

static void batch_link(gpointer data, gpointer own) {
  struct batch *batch = data;
  struct linker *linker = own;
  linker->told = batch->told;
  for (guint i = 0; i < batch->searches->len; i++) {
    struct search search = g_array_index(batch->searches, struct search, i);
    search.probe = text_kept(batch, search.probe);
    search.number = text_kept(batch, search.number);
    search.candidate = text_kept(batch, search.candidate);
    sessions_add(linker->sessions, &search);
  }
}

static void search_add(struct batch *batch, sqlite3_stmt *row) {
  struct search search = {.event = db_int(row, 0),
                          .account = db_int(row, 1),
                          .at = db_int(row, 2),
                          .day = (gint32)db_int(row, 3),
                          .reason = db_int(row, 5),
                          .withheld = db_int(row, 8)};
  search.probe = text_keep(batch, db_text(row, 4));
  search.number = text_keep(batch, db_text(row, 6));
  search.candidate = text_keep(batch, db_text(row, 7));
  g_array_append_val(batch->searches, search);
}

/* Most logs stand in the order of time already; another is sorted. */
static bool log_in_order(struct db *db) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT at FROM event WHERE is_search ORDER BY event");
  gint64 before = G_MININT64;
  bool ordered = true;
  while (ordered && db_step(db, rows)) {
    ordered = db_int(rows, 0) >= before;
    before = db_int(rows, 0);
  }
  sqlite3_finalize(rows);
  return ordered;
}

static void log_read(struct linker *linker, struct relay *relay) {
  struct db *db = linker->db;
  g_autofree char *sql = g_strconcat("SELECT event, account, at, day, probe, reason, case_number, candidate, withheld FROM event"
                                     " WHERE is_search ORDER BY ",
                                     log_in_order(db) ? "event" : "at, event", NULL);
  guint64 all = (guint64)db_value_int(db, "SELECT max(event) FROM event"), done = 0;
  sqlite3_stmt *rows = db_prepare(db, sql);
  struct batch *batch = batch_new();
  while (db_step(db, rows)) {
    search_add(batch, rows);
    if (batch->searches->len < BATCH_SEARCHES) continue;
    progress_show("linking searches", done += batch->searches->len, all);
    batch_store(linker, relay_pass(relay, batch));
    batch = batch_new();
  }
  sqlite3_finalize(rows);
  batch_store(linker, relay_pass(relay, batch));
  while ((batch = relay_take(relay))) batch_store(linker, batch);
}

void log_link(struct linker *linker, session_taker *take) {
  gpointer own[] = {linker};
  linker->sessions = sessions_begin(linker->db, take, linker);
  struct relay *relay = relay_new(batch_link, own, 1);
  log_read(linker, relay);
  relay_free(relay);
  linker->told = g_array_new(FALSE, FALSE, sizeof(struct told_link));
  sessions_finish(linker->sessions);
  told_store(linker, linker->told);
  sessions_end(linker->sessions, linker->db);
}
