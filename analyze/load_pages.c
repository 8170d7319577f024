/* Pages of the file: who has which, and the thread that writes them. What is in them is known to load_tree.c. */
#include "analyze/load_inside.h"
#include "include/message.h"

enum { WAITING_MOST = 6 };

/* --------------------------------------------------------------------------------------------------------- the writer */

static void file_check(const struct load *load, int code) {
  if (code != SQLITE_OK)
    stop_system(load->db->path, "%s: nothing was changed: free space on this disk, or name another folder with -o",
                sqlite3_errstr(code));
}

/* SQLite's way to the file takes less than 128 KiB at a time. */
void file_write(const struct load *load, const guint8 *bytes, gsize size, guint32 page) {
  enum { MOST = 64 * 1024 };
  sqlite3_int64 to = (sqlite3_int64)(page - 1) * (sqlite3_int64)load->page;
  for (gsize at = 0; at < size; at += MOST)
    file_check(load, load->file->pMethods->xWrite(load->file, bytes + at, (int)MIN(MOST, size - at), to + (sqlite3_int64)at));
}

void file_read(const struct load *load, guint8 *bytes, gsize size, guint32 page) {
  file_check(load,
             load->file->pMethods->xRead(load->file, bytes, (int)size, (sqlite3_int64)(page - 1) * (sqlite3_int64)load->page));
}

void piece_free(struct piece *piece) {
  if (!piece) return;
  g_free(piece->bytes);
  g_free(piece);
}

static gpointer writer_run(gpointer data) {
  struct load *load = data;
  pthread_mutex_lock(&load->lock);
  for (;;) {
    struct piece *piece = load->first;
    if (!piece && load->ended) break;
    if (!piece) {
      pthread_cond_wait(&load->changed, &load->lock);
      continue;
    }
    load->first = piece->next;
    pthread_mutex_unlock(&load->lock);
    file_write(load, piece->bytes, piece->size, piece->page);
    pthread_mutex_lock(&load->lock);
    /* The one used last is used next: it is still near the processor. */
    if (piece->room == CHUNK_PAGES * load->page) piece->next = load->spare, load->spare = piece;
    else piece_free(piece);
    load->waiting--;
    pthread_cond_broadcast(&load->changed);
  }
  pthread_mutex_unlock(&load->lock);
  return NULL;
}

void writer_begin(struct load *load) {
  pthread_mutex_init(&load->lock, NULL);
  pthread_cond_init(&load->changed, NULL);
  load->writer = g_thread_new("store", writer_run, load);
}

void writer_end(struct load *load) {
  pthread_mutex_lock(&load->lock);
  load->ended = true;
  pthread_cond_broadcast(&load->changed);
  pthread_mutex_unlock(&load->lock);
  g_thread_join(load->writer);
  for (struct piece *piece = load->spare, *next; piece; piece = next) next = piece->next, piece_free(piece);
  pthread_cond_destroy(&load->changed);
  pthread_mutex_destroy(&load->lock);
}

/* -------------------------------------------------------------------------------------------------------------- pages */

struct piece *piece_take(struct load *load, gsize room) {
  struct piece *piece = NULL;
  pthread_mutex_lock(&load->lock);
  while (load->waiting >= WAITING_MOST) pthread_cond_wait(&load->changed, &load->lock);
  if (room == CHUNK_PAGES * load->page && (piece = load->spare)) load->spare = piece->next;
  pthread_mutex_unlock(&load->lock);
  if (piece) return piece;
  piece = g_new0(struct piece, 1);
  piece->bytes = g_malloc(piece->room = room);
  return piece;
}

void piece_send(struct load *load, struct piece *piece) {
  piece->next = NULL;
  pthread_mutex_lock(&load->lock);
  if (load->first) load->final->next = piece;
  else load->first = piece;
  load->final = piece;
  load->waiting++;
  pthread_cond_broadcast(&load->changed);
  pthread_mutex_unlock(&load->lock);
}

void pieces_wait(struct load *load) {
  pthread_mutex_lock(&load->lock);
  while (load->waiting) pthread_cond_wait(&load->changed, &load->lock);
  pthread_mutex_unlock(&load->lock);
}

void page_leave(struct load *load, guint32 page) { g_array_append_val(load->free, page); }

/* COUNT pages one behind the other of those that were left last; 0: they are not. */
static guint32 pages_again(struct load *load, guint32 count) {
  guint left = load->free->len;
  if (left < count) return 0;
  guint32 first = g_array_index(load->free, guint32, left - count);
  for (guint i = 1; i < count; i++)
    if (g_array_index(load->free, guint32, left - count + i) != first + i) return 0;
  g_array_set_size(load->free, left - count);
  return first;
}

/* The page with the byte by which SQLite locks a file, at 1 GiB: nothing may stand there. */
static guint32 page_of_lock(const struct load *load) {
  return (guint32)sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, 0) / (guint32)load->page + 1;
}

/* COUNT pages one behind the other; SQLite may have taken some since the load was settled. */
guint32 pages_take(struct load *load, guint32 count) {
  guint32 lock = page_of_lock(load);
  if (!load->loading) {
    g_assert(sqlite3_get_autocommit(load->db->handle));
    load->next = (guint32)db_value_int(load->db, "PRAGMA page_count") + 1;
    load->loading = true;
  }
  guint32 again = pages_again(load, count);
  if (again) return again;
  if (load->next <= lock && load->next + count > lock) {
    while (load->next < lock) page_leave(load, load->next++);
    load->next++;
  }
  load->next += count;
  return load->next - count;
}
