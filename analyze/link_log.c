/* The log read for linking: this thread reads it, another puts sessions together and looks for their reports. */
#include "audit.h"
#include "link_inside.h"
#include "relay.h"
#include <string.h>

enum { BATCH_SEARCHES = 1024 };

/* Searches on their way to the thread that links them. */
struct batch {
  guint count;
  char *texts;
  struct search searches[BATCH_SEARCHES];
};

/* The last row of an account. */
struct last {
  gint64 at;
  guint32 event; /* 0: none */
  bool noted;
};

struct log_reader {
  struct linker *linker;
  struct relay *relay;
  struct batch *batch; /* in hand */
  GString *texts;      /* of it */
  GArray *last;        /* of struct last, by account */
  gint64 soon;         /* seconds */
  guint64 done, all;
};

enum { EVENT, ACCOUNT, AT, DAY, IS_SEARCH, PROBE, REASON, CASE_NUMBER, CANDIDATE, WITHHELD };

static const char rows_sql[] =
    "SELECT event, account, at, day, is_search, probe, reason, case_number, candidate, withheld FROM event ORDER BY ";

static void batch_link(gpointer data, gpointer own) {
  struct batch *batch = data;
  struct linker *linker = own;
  sessions_add(linker->sessions, batch->searches, batch->count, g_steal_pointer(&batch->texts));
}

static void batch_pass(struct log_reader *reader) {
  struct batch *batch = reader->batch;
  batch->texts = g_memdup2(reader->texts->str, MAX(reader->texts->len, 1));
  g_string_truncate(reader->texts, 0);
  progress_show("linking searches", reader->done += batch->count, reader->all);
  reader->batch = relay_pass(reader->relay, batch);
  if (!reader->batch) reader->batch = g_new(struct batch, 1);
  reader->batch->count = 0;
}

static guint32 text_keep(struct log_reader *reader, sqlite3_stmt *row, int column) {
  const char *text = db_text(row, column);
  if (!text) return 0;
  guint32 place = (guint32)reader->texts->len + 1;
  g_string_append_len(reader->texts, text, db_length(row, column) + 1);
  return place;
}

static void search_add(struct log_reader *reader, sqlite3_stmt *row, guint32 event, guint32 account, gint64 at) {
  struct batch *batch = reader->batch;
  batch->searches[batch->count++] = (struct search){.event = event,
                                                    .account = account,
                                                    .at = at,
                                                    .day = (gint32)db_int(row, DAY),
                                                    .reason = (guint32)db_int(row, REASON),
                                                    .withheld = (guint32)db_int(row, WITHHELD),
                                                    .probe = text_keep(reader, row, PROBE),
                                                    .number = text_keep(reader, row, CASE_NUMBER),
                                                    .candidate = text_keep(reader, row, CANDIDATE)};
  if (batch->count == BATCH_SEARCHES) batch_pass(reader);
}

/* Rows of one account that stand close together, each once. */
static void soon_note(struct log_reader *reader, guint32 event, guint32 account, gint64 at) {
  if (reader->last->len <= account) g_array_set_size(reader->last, account + 1);
  struct last *last = &g_array_index(reader->last, struct last, account);
  bool soon = last->event && at - last->at <= reader->soon;
  if (soon && !last->noted) g_array_append_val(reader->linker->links->soon, last->event);
  if (soon) g_array_append_val(reader->linker->links->soon, event);
  *last = (struct last){at, event, soon};
}

/* False: a row is earlier than the one before. */
static bool rows_read(struct log_reader *reader, sqlite3_stmt *rows) {
  gint64 before = G_MININT64;
  while (db_step(reader->linker->db, rows)) {
    guint32 event = (guint32)db_int(rows, EVENT), account = (guint32)db_int(rows, ACCOUNT);
    gint64 at = db_int(rows, AT);
    if (at < before) return false;
    before = at;
    soon_note(reader, event, account, at);
    if (db_int(rows, IS_SEARCH)) search_add(reader, rows, event, account, at);
  }
  return true;
}

static int event_compare(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

bool log_link(struct linker *linker, bool sorted) {
  g_autofree char *sql = g_strconcat(rows_sql, sorted ? "at, event" : "event", NULL);
  gpointer own[] = {linker};
  struct log_reader reader = {.linker = linker,
                              .relay = relay_new(batch_link, own, 1),
                              .batch = g_new0(struct batch, 1),
                              .texts = g_string_new(NULL),
                              .last = g_array_new(FALSE, TRUE, sizeof(struct last)),
                              .soon = db_setting_int(linker->db, "thresholds", "shared_minutes", 15) * 60 + 1,
                              .all = linker->links->last};
  sqlite3_stmt *rows = db_prepare(linker->db, sql);
  bool ordered = rows_read(&reader, rows);
  sqlite3_finalize(rows);
  if (reader.batch->count) batch_pass(&reader);
  g_free(reader.batch);
  for (struct batch *batch; (batch = relay_take(reader.relay)) != NULL;) g_free(batch);
  relay_free(reader.relay);
  sessions_finish(linker->sessions);
  g_array_sort(linker->links->soon, event_compare);
  g_string_free(reader.texts, TRUE);
  g_array_unref(reader.last);
  return ordered;
}
