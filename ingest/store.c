/* Batches of rows between the thread that reads the exports and the one that inserts. What a row means is for the callers. */
#include "store.h"
#include <pthread.h>
#include <string.h>

enum { BATCHES = 8, BATCH_BYTES = 64 * 1024 }; /* small enough to stay in the caches of both processors */

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT };

/* In a batch the bytes of a row's texts stand behind its values, in their order. */
struct value {
  union {
    gint64 number;
    const char *text; /* before the row is given away */
  };
  guint length;
  enum value_kind kind;
};

struct insert {
  struct store *store;
  sqlite3_stmt *statement;
  guint count;
  struct value *values; /* of the row being made */
  struct value *bound;  /* the writer's: what the statement holds already; text is never taken for held */
};

struct row_head {
  struct insert *insert;
  gsize size; /* of the row with this head, a multiple of its alignment */
};

struct batch {
  char *bytes;
  gsize used, room;
  struct batch *next;
};

struct batches {
  struct batch *first, *last;
};

struct store {
  struct db *db;
  GThread *writer;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct batch all[BATCHES];
  struct batches empty, full; /* under LOCK, like the two below */
  guint out;                  /* batches that are not empty */
  bool ended;
  struct batch *open; /* the reader's */
};

static void batches_push(struct batches *list, struct batch *batch) {
  batch->next = NULL;
  if (list->first) list->last->next = batch;
  else list->first = batch;
  list->last = batch;
}

/* The one used last is used next: it is still near the processor. */
static void batches_return(struct batches *list, struct batch *batch) {
  batch->next = list->first;
  if (!list->first) list->last = batch;
  list->first = batch;
}

static struct batch *batches_pop(struct batches *list) {
  struct batch *batch = list->first;
  if (batch) list->first = batch->next;
  return batch;
}

/* ------------------------------------------------------------------------------------------------------ the writer */

static bool value_held(const struct value *held, const struct value *value) {
  if (held->kind != value->kind || value->kind == VALUE_TEXT) return false;
  return value->kind == VALUE_NULL || held->number == value->number;
}

static void row_write(struct db *db, struct insert *insert, const struct value *values) {
  const char *text = (const char *)(values + insert->count);
  for (guint i = 0; i < insert->count; i++) {
    const struct value *value = &values[i];
    if (value_held(&insert->bound[i], value)) continue;
    insert->bound[i] = *value;
    if (value->kind == VALUE_INT) db_bind_int(insert->statement, (int)i + 1, value->number);
    else if (value->kind == VALUE_NULL) db_bind_null(insert->statement, (int)i + 1);
    else {
      sqlite3_bind_text(insert->statement, (int)i + 1, text, (int)value->length, SQLITE_STATIC);
      text += value->length;
    }
  }
  db_step(db, insert->statement);
  sqlite3_reset(insert->statement);
}

static void batch_write(struct store *store, const struct batch *batch) {
  for (gsize at = 0; at < batch->used;) {
    const struct row_head *head = (const void *)(batch->bytes + at);
    row_write(store->db, head->insert, (const void *)(head + 1));
    at += head->size;
  }
}

static gpointer store_run(gpointer data) {
  struct store *store = data;
  pthread_mutex_lock(&store->lock);
  for (;;) {
    struct batch *batch = batches_pop(&store->full);
    if (!batch && store->ended) break;
    if (!batch) {
      pthread_cond_wait(&store->changed, &store->lock);
      continue;
    }
    pthread_mutex_unlock(&store->lock);
    batch_write(store, batch);
    batch->used = 0;
    pthread_mutex_lock(&store->lock);
    batches_return(&store->empty, batch);
    store->out--;
    pthread_cond_broadcast(&store->changed);
  }
  pthread_mutex_unlock(&store->lock);
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------ the reader */

static struct batch *batch_take(struct store *store) {
  struct batch *batch;
  pthread_mutex_lock(&store->lock);
  while (!(batch = batches_pop(&store->empty))) pthread_cond_wait(&store->changed, &store->lock);
  store->out++;
  pthread_mutex_unlock(&store->lock);
  return batch;
}

static void batch_send(struct store *store) {
  if (!store->open) return;
  pthread_mutex_lock(&store->lock);
  batches_push(&store->full, store->open);
  pthread_cond_broadcast(&store->changed);
  pthread_mutex_unlock(&store->lock);
  store->open = NULL;
}

struct store *store_open(struct db *db) {
  struct store *store = g_new0(struct store, 1);
  store->db = db;
  pthread_mutex_init(&store->lock, NULL);
  pthread_cond_init(&store->changed, NULL);
  for (guint i = 0; i < BATCHES; i++) batches_push(&store->empty, &store->all[i]);
  store->writer = g_thread_new("store", store_run, store);
  return store;
}

void store_drain(struct store *store) {
  batch_send(store);
  pthread_mutex_lock(&store->lock);
  while (store->out) pthread_cond_wait(&store->changed, &store->lock);
  pthread_mutex_unlock(&store->lock);
}

void store_close(struct store *store) {
  store_drain(store);
  pthread_mutex_lock(&store->lock);
  store->ended = true;
  pthread_cond_broadcast(&store->changed);
  pthread_mutex_unlock(&store->lock);
  g_thread_join(store->writer);
  for (guint i = 0; i < BATCHES; i++) g_free(store->all[i].bytes);
  pthread_cond_destroy(&store->changed);
  pthread_mutex_destroy(&store->lock);
  g_free(store);
}

struct insert *insert_new(struct store *store, const char *sql) {
  store_drain(store);
  struct insert *insert = g_new0(struct insert, 1);
  insert->store = store;
  insert->statement = db_prepare(store->db, sql);
  insert->count = (guint)sqlite3_bind_parameter_count(insert->statement);
  insert->values = g_new0(struct value, insert->count);
  insert->bound = g_new0(struct value, insert->count);
  return insert;
}

void insert_free(struct insert *insert) {
  if (!insert) return;
  store_drain(insert->store);
  sqlite3_finalize(insert->statement);
  g_free(insert->values);
  g_free(insert->bound);
  g_free(insert);
}

void insert_int(struct insert *insert, guint at, gint64 value) {
  insert->values[at - 1] = (struct value){.number = value, .kind = VALUE_INT};
}

void insert_bytes(struct insert *insert, guint at, const char *text, gsize length) {
  insert->values[at - 1] = (struct value){.text = text, .length = (guint)length, .kind = VALUE_TEXT};
}

void insert_text(struct insert *insert, guint at, const char *text) {
  if (text) insert_bytes(insert, at, text, strlen(text));
  else insert->values[at - 1].kind = VALUE_NULL;
}

static gsize row_size(const struct insert *insert) {
  gsize size = sizeof(struct row_head) + insert->count * sizeof(struct value), unit = sizeof(struct row_head);
  for (guint i = 0; i < insert->count; i++)
    if (insert->values[i].kind == VALUE_TEXT) size += insert->values[i].length;
  return (size + unit - 1) / unit * unit;
}

static char *batch_room(struct store *store, gsize size) {
  if (store->open && store->open->used + size > store->open->room) batch_send(store);
  if (!store->open) store->open = batch_take(store);
  struct batch *batch = store->open;
  if (size > batch->room) {
    g_free(batch->bytes);
    batch->room = MAX(size, BATCH_BYTES);
    batch->bytes = g_malloc(batch->room);
  }
  batch->used += size;
  return batch->bytes + batch->used - size;
}

void insert_row(struct insert *insert) {
  struct row_head head = {insert, row_size(insert)};
  char *at = batch_room(insert->store, head.size);
  memcpy(at, &head, sizeof head);
  memcpy(at += sizeof head, insert->values, insert->count * sizeof(struct value));
  at += insert->count * sizeof(struct value);
  for (guint i = 0; i < insert->count; i++) {
    struct value *value = &insert->values[i];
    if (value->kind == VALUE_TEXT) memcpy(at, value->text, value->length), at += value->length;
    value->kind = VALUE_NULL;
  }
}
