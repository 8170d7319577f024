/* Batches of rows from a thread that steps a SELECT to the one that stores what it finds. What the rows say is the rule's. */
#include "ahead.h"
#include <string.h>

enum { BATCHES = 6, BATCH_BYTES = 256 * 1024 };

struct ahead {
  struct db *db;
  GThread *reader;
  GAsyncQueue *asked, *full, *empty; /* of sqlite3_stmt *; of GByteArray *, an empty one at the end of each SELECT */
};

static char ended; /* its place says that no other SELECT follows */

/* A row on its way: this head, then the bytes of its texts, each with a NUL behind it. */
struct row_head {
  gsize size;
  gint64 source, line;
  bool has_source, has_line;
  gint32 length[FINDING_COLUMNS]; /* -1: NULL */
};

static void row_pack(GByteArray *batch, sqlite3_stmt *row) {
  struct row_head head = {.size = sizeof head};
  head.has_source = !db_is_null(row, FINDING_SOURCE), head.has_line = !db_is_null(row, FINDING_LINE);
  head.source = db_int(row, FINDING_SOURCE), head.line = db_int(row, FINDING_LINE);
  const char *texts[FINDING_COLUMNS] = {NULL};
  for (int i = 0; i < FINDING_COLUMNS; i++) {
    head.length[i] = -1;
    if (i == FINDING_SOURCE || i == FINDING_LINE || !(texts[i] = db_text(row, i))) continue;
    head.length[i] = sqlite3_column_bytes(row, i);
    head.size += (gsize)head.length[i] + 1;
  }
  guint start = batch->len;
  gsize room = (head.size + 7) & ~(gsize)7;
  g_byte_array_set_size(batch, start + (guint)room);
  guint8 *to = batch->data + start;
  head.size = room;
  memcpy(to, &head, sizeof head);
  to += sizeof head;
  for (int i = 0; i < FINDING_COLUMNS; i++)
    if (head.length[i] >= 0) memcpy(to, texts[i], (gsize)head.length[i] + 1), to += head.length[i] + 1;
}

static void select_read(struct ahead *ahead, sqlite3_stmt *rows) {
  GByteArray *batch = g_async_queue_pop(ahead->empty);
  while (db_step(ahead->db, rows)) {
    row_pack(batch, rows);
    if (batch->len < BATCH_BYTES) continue;
    g_async_queue_push(ahead->full, batch);
    batch = g_async_queue_pop(ahead->empty);
  }
  sqlite3_reset(rows);
  bool last = !batch->len;
  g_async_queue_push(ahead->full, batch);
  if (!last) g_async_queue_push(ahead->full, g_async_queue_pop(ahead->empty));
}

static gpointer ahead_run(gpointer data) {
  struct ahead *ahead = data;
  for (gpointer rows; (rows = g_async_queue_pop(ahead->asked)) != &ended;) select_read(ahead, rows);
  return NULL;
}

static void batch_take(const GByteArray *batch, ahead_taker *take, void *data) {
  for (guint at = 0; at < batch->len;) {
    struct row_head head;
    memcpy(&head, batch->data + at, sizeof head);
    const char *text = (const char *)batch->data + at + sizeof head;
    struct finding_row row = {.source = head.source, .line = head.line, .has_source = head.has_source, .has_line = head.has_line};
    for (int i = 0; i < FINDING_COLUMNS; i++)
      if (head.length[i] >= 0) row.text[i] = text, row.length[i] = (gsize)head.length[i], text += head.length[i] + 1;
    take(&row, data);
    at += (guint)head.size;
  }
}

void ahead_rows(struct ahead *ahead, const char *sql, const char *file, ahead_taker *take, void *data) {
  sqlite3_stmt *rows = db_prepare_foreign(ahead->db, sql, file);
  g_async_queue_push(ahead->asked, rows);
  for (bool more = true; more;) {
    GByteArray *batch = g_async_queue_pop(ahead->full);
    more = batch->len > 0;
    batch_take(batch, take, data);
    g_byte_array_set_size(batch, 0);
    g_async_queue_push(ahead->empty, batch);
  }
  sqlite3_finalize(rows);
}

struct ahead *ahead_open(struct db *db) {
  struct db *second = db_open_again(db);
  if (!second) return NULL;
  struct ahead *ahead = g_new(struct ahead, 1);
  *ahead = (struct ahead){second, NULL, g_async_queue_new(), g_async_queue_new(), g_async_queue_new()};
  for (int i = 0; i < BATCHES; i++) g_async_queue_push(ahead->empty, g_byte_array_new());
  ahead->reader = g_thread_new("ahead", ahead_run, ahead);
  return ahead;
}

void ahead_close(struct ahead *ahead) {
  if (!ahead) return;
  g_async_queue_push(ahead->asked, &ended);
  g_thread_join(ahead->reader);
  for (GByteArray *batch; (batch = g_async_queue_try_pop(ahead->empty));) g_byte_array_unref(batch);
  g_async_queue_unref(ahead->asked);
  g_async_queue_unref(ahead->full);
  g_async_queue_unref(ahead->empty);
  db_close(ahead->db);
  g_free(ahead);
}
