/* Threads that step SELECTs, and batches of rows on their way to the one that stores them. What the rows say is the rule's. */
#include "analyze/ahead.h"
#include <pthread.h>
#include <string.h>

/* Bytes of rows that are sent together; of the question that is being answered so many wait in any case. */
enum { BATCH_BYTES = 256 * 1024, FIRST_LEAST = 4 * BATCH_BYTES };

struct question {
  char *sql;
  sqlite3_stmt *rows; /* of the caller's database, where that answers; else NULL */
  const char *file;
  bool answered;
  GQueue batches; /* of GByteArray * */
  gsize held;     /* bytes in them */
};

struct runner {
  struct ahead *ahead;
  struct db *db;
  GThread *thread;
};

struct ahead {
  struct db *db; /* the caller's */
  struct runner *runners;
  guint width;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  /* Under LOCK: */
  GPtrArray *questions; /* of struct question * */
  guint next, first;    /* the next to be taken up; the one whose rows are wanted */
  gsize held, most;     /* bytes of all that waits, and may wait */
  GQueue spare;         /* batches to be filled again */
  bool ended;
};

/* ------------------------------------------------------------------------------------------------------------ batches */

/* A row on its way: this head, then the bytes of its texts, each with a NUL behind it. */
struct row_head {
  gsize size;
  gint64 source, line;
  bool has_source, has_line;
  gint32 length[FINDING_COLUMNS]; /* -1: NULL */
};

static void row_pack(GByteArray *batch, const struct finding_row *row) {
  struct row_head head = {
      .size = sizeof head, .source = row->source, .line = row->line, .has_source = row->has_source, .has_line = row->has_line};
  for (int i = 0; i < FINDING_COLUMNS; i++) {
    head.length[i] = row->text[i] ? (gint32)row->length[i] : -1;
    head.size += row->text[i] ? row->length[i] + 1 : 0;
  }
  guint start = batch->len;
  head.size = (head.size + 7) & ~(gsize)7;
  g_byte_array_set_size(batch, start + (guint)head.size);
  guint8 *to = batch->data + start;
  memcpy(to, &head, sizeof head);
  to += sizeof head;
  for (int i = 0; i < FINDING_COLUMNS; i++)
    if (row->text[i]) memcpy(to, row->text[i], row->length[i] + 1), to += row->length[i] + 1;
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

static GByteArray *batch_new(struct ahead *ahead) {
  pthread_mutex_lock(&ahead->lock);
  GByteArray *batch = g_queue_pop_head(&ahead->spare);
  pthread_mutex_unlock(&ahead->lock);
  return batch ? batch : g_byte_array_sized_new(BATCH_BYTES + BATCH_BYTES / 8);
}

/* The rows that are wanted now come through whatever waits behind them. */
static bool batch_waits(const struct ahead *ahead, const struct question *question) {
  bool first = ahead->first < ahead->questions->len && ahead->questions->pdata[ahead->first] == question;
  return ahead->held >= ahead->most && !(first && question->held < FIRST_LEAST);
}

static void batch_send(struct ahead *ahead, struct question *question, GByteArray *batch) {
  pthread_mutex_lock(&ahead->lock);
  while (batch_waits(ahead, question)) pthread_cond_wait(&ahead->changed, &ahead->lock);
  g_queue_push_tail(&question->batches, batch);
  question->held += batch->len, ahead->held += batch->len;
  pthread_cond_broadcast(&ahead->changed);
  pthread_mutex_unlock(&ahead->lock);
}

/* ------------------------------------------------------------------------------------------------------------ runners */

static void rows_answer(struct ahead *ahead, struct db *db, struct question *question) {
  sqlite3_stmt *rows = db_prepare_foreign(db, question->sql, question->file);
  GByteArray *batch = batch_new(ahead);
  struct finding_row row;
  while (db_step_foreign(db, rows, question->file)) {
    finding_row_read(&row, rows);
    row_pack(batch, &row);
    if (batch->len < BATCH_BYTES) continue;
    batch_send(ahead, question, batch);
    batch = batch_new(ahead);
  }
  sqlite3_finalize(rows);
  batch_send(ahead, question, batch);
}

static gpointer runner_run(gpointer data) {
  struct runner *runner = data;
  struct ahead *ahead = runner->ahead;
  pthread_mutex_lock(&ahead->lock);
  for (;;) {
    while (ahead->next == ahead->questions->len && !ahead->ended) pthread_cond_wait(&ahead->changed, &ahead->lock);
    if (ahead->next == ahead->questions->len) break;
    struct question *question = ahead->questions->pdata[ahead->next++];
    pthread_mutex_unlock(&ahead->lock);
    rows_answer(ahead, runner->db, question);
    pthread_mutex_lock(&ahead->lock);
    question->answered = true;
    pthread_cond_broadcast(&ahead->changed);
  }
  pthread_mutex_unlock(&ahead->lock);
  return NULL;
}

/* ----------------------------------------------------------------------------------------------------------- the caller */

guint ahead_ask(struct ahead *ahead, sqlite3_stmt *rows, const char *file) {
  struct question *question = g_new0(struct question, 1);
  *question = (struct question){.sql = g_strdup(sqlite3_sql(rows)), .rows = rows, .file = file};
  if (ahead->width) sqlite3_finalize(g_steal_pointer(&question->rows));
  pthread_mutex_lock(&ahead->lock);
  guint number = ahead->questions->len;
  g_ptr_array_add(ahead->questions, question);
  pthread_cond_broadcast(&ahead->changed);
  pthread_mutex_unlock(&ahead->lock);
  return number;
}

/* The next batch of its rows; NULL: there are no more. */
static GByteArray *batch_next(struct ahead *ahead, struct question *question) {
  pthread_mutex_lock(&ahead->lock);
  while (!question->batches.length && !question->answered) pthread_cond_wait(&ahead->changed, &ahead->lock);
  GByteArray *batch = g_queue_pop_head(&question->batches);
  if (batch) question->held -= batch->len, ahead->held -= batch->len;
  pthread_cond_broadcast(&ahead->changed);
  pthread_mutex_unlock(&ahead->lock);
  return batch;
}

static void batch_return(struct ahead *ahead, GByteArray *batch) {
  g_byte_array_set_size(batch, 0);
  pthread_mutex_lock(&ahead->lock);
  g_queue_push_head(&ahead->spare, batch); /* still near the processor */
  pthread_mutex_unlock(&ahead->lock);
}

static void rows_take(struct db *db, const struct question *question, ahead_taker *take, void *data) {
  struct finding_row row;
  while (db_step_foreign(db, question->rows, question->file)) {
    finding_row_read(&row, question->rows);
    take(&row, data);
  }
  sqlite3_reset(question->rows);
}

void ahead_rows(struct ahead *ahead, guint number, ahead_taker *take, void *data) {
  struct question *question = ahead->questions->pdata[number];
  if (!ahead->width) {
    rows_take(ahead->db, question, take, data);
    return;
  }
  pthread_mutex_lock(&ahead->lock);
  ahead->first = number;
  pthread_cond_broadcast(&ahead->changed);
  pthread_mutex_unlock(&ahead->lock);
  for (GByteArray *batch; (batch = batch_next(ahead, question));) {
    batch_take(batch, take, data);
    batch_return(ahead, batch);
  }
}

static void question_free(gpointer data) {
  struct question *question = data;
  sqlite3_finalize(question->rows);
  g_free(question->sql);
  g_free(question);
}

static void batch_free(gpointer batch) { g_byte_array_unref(batch); }

struct ahead *ahead_open(struct db *db, guint width, gsize waiting) {
  struct ahead *ahead = g_new0(struct ahead, 1);
  ahead->db = db, ahead->most = waiting;
  ahead->questions = g_ptr_array_new_with_free_func(question_free);
  ahead->runners = g_new0(struct runner, MAX(width, 1));
  pthread_mutex_init(&ahead->lock, NULL);
  pthread_cond_init(&ahead->changed, NULL);
  for (struct db *own; ahead->width < width && (own = db_open_again(db)); ahead->width++)
    ahead->runners[ahead->width] = (struct runner){ahead, own, NULL};
  for (guint i = 0; i < ahead->width; i++) ahead->runners[i].thread = g_thread_new("ahead", runner_run, &ahead->runners[i]);
  return ahead;
}

void ahead_close(struct ahead *ahead) {
  pthread_mutex_lock(&ahead->lock);
  ahead->ended = true;
  pthread_cond_broadcast(&ahead->changed);
  pthread_mutex_unlock(&ahead->lock);
  for (guint i = 0; i < ahead->width; i++) {
    g_thread_join(ahead->runners[i].thread);
    db_close(ahead->runners[i].db);
  }
  g_queue_clear_full(&ahead->spare, batch_free);
  g_ptr_array_unref(ahead->questions);
  g_free(ahead->runners);
  pthread_cond_destroy(&ahead->changed);
  pthread_mutex_destroy(&ahead->lock);
  g_free(ahead);
}
