/* Deflates on several threads, in pieces that are written in the order they came. What the bytes are is known to others. */
#define _GNU_SOURCE
#include "report/pack.h"
#include "report/deflate.h"
#include "include/message.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define PIECE (256u << 10) /* bytes deflated at a time: a piece knows nothing of the one before */
#define PIECES 8           /* on their way */
#define THREADS_MOST 4

struct piece {
  guint8 *bytes, *packed;
  gsize length, packed_length;
  guint32 crc;
  bool done;
};

struct packer {
  char *path;
  int fd;
  struct piece pieces[PIECES];
  guint first, filling; /* the oldest on its way, and the one being filled; they count on for ever */
  struct run run;
  guint64 size;
  GThread *threads[THREADS_MOST];
  guint thread_count;
  GMutex lock;
  GCond sent, done;
  guint given, next; /* how many pieces the threads have been given, and the one that the next free thread takes */
  bool ending;
};

static struct piece *piece_at(struct packer *packer, guint number) { return &packer->pieces[number % PIECES]; }

static void piece_pack(struct piece *piece, struct deflater *deflater) {
  piece->packed_length = deflater_piece(deflater, piece->bytes, piece->length, piece->packed);
  piece->crc = deflater_crc(piece->bytes, piece->length);
}

static void *pack_thread(void *data) {
  struct packer *packer = data;
  struct deflater *deflater = deflater_new();
  g_mutex_lock(&packer->lock);
  while (true) {
    /* Not by the state of the piece: its place may still hold the one PIECES before it, at work in another thread. */
    if (packer->next != packer->given) {
      struct piece *piece = piece_at(packer, packer->next++);
      g_mutex_unlock(&packer->lock);
      piece_pack(piece, deflater);
      g_mutex_lock(&packer->lock);
      piece->done = true;
      g_cond_broadcast(&packer->done);
    } else if (packer->ending) break;
    else g_cond_wait(&packer->sent, &packer->lock);
  }
  g_mutex_unlock(&packer->lock);
  deflater_free(deflater);
  return NULL;
}

/* Threads are begun with the first full piece. */
static void threads_begin(struct packer *packer) {
  guint count = CLAMP(g_get_num_processors(), 1, THREADS_MOST);
  while (packer->thread_count < count) {
    packer->threads[packer->thread_count] = g_thread_new("pack", pack_thread, packer);
    packer->thread_count++;
  }
}

G_NORETURN static void packer_refuse(const struct packer *packer) {
  stop_system(packer->path, "cannot be written: %s: nothing was changed", g_strerror(errno));
}

static void piece_write(struct packer *packer, struct piece *piece) {
  const guint8 *at = piece->packed;
  for (gsize left = piece->packed_length; left;) {
    gssize done = write(packer->fd, at, left);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) packer_refuse(packer);
    at += done;
    left -= (gsize)done;
  }
  packer->run.crc = (guint32)crc32_combine(packer->run.crc, piece->crc, (z_off_t)piece->length);
  packer->run.packed += piece->packed_length;
  packer->size += piece->packed_length;
  piece->length = 0;
}

/* Writes the oldest piece when it is done. */
static void piece_finish(struct packer *packer) {
  struct piece *piece = piece_at(packer, packer->first);
  g_mutex_lock(&packer->lock);
  while (!piece->done) g_cond_wait(&packer->done, &packer->lock);
  g_mutex_unlock(&packer->lock);
  piece_write(packer, piece);
  g_mutex_lock(&packer->lock);
  piece->done = false;
  g_mutex_unlock(&packer->lock);
  packer->first++;
}

static void piece_send(struct packer *packer) {
  struct piece *piece = piece_at(packer, packer->filling);
  if (!piece->length) return;
  threads_begin(packer);
  g_mutex_lock(&packer->lock);
  packer->given++;
  g_cond_signal(&packer->sent);
  g_mutex_unlock(&packer->lock);
  packer->filling++;
  if (packer->filling - packer->first == PIECES) piece_finish(packer);
}

struct packer *packer_new(const char *path) {
  struct packer *packer = g_new0(struct packer, 1);
  g_autofree char *name = g_strconcat(path, ".XXXXXX", NULL);
  packer->path = g_strdup(path);
  packer->fd = g_mkstemp_full(name, O_RDWR | O_CLOEXEC, 0600);
  if (packer->fd < 0 || unlink(name) < 0) packer_refuse(packer);
  for (guint i = 0; i < PIECES; i++) {
    packer->pieces[i].bytes = g_malloc(PIECE);
    packer->pieces[i].packed = g_malloc(deflater_room(PIECE));
  }
  g_mutex_init(&packer->lock);
  g_cond_init(&packer->sent);
  g_cond_init(&packer->done);
  return packer;
}

void packer_put(struct packer *packer, const void *bytes, gsize length) {
  const guint8 *at = bytes;
  packer->run.length += length;
  while (length) {
    struct piece *piece = piece_at(packer, packer->filling);
    gsize part = MIN(length, PIECE - piece->length);
    memcpy(piece->bytes + piece->length, at, part);
    piece->length += part;
    at += part;
    length -= part;
    if (piece->length == PIECE) piece_send(packer);
  }
}

struct run packer_cut(struct packer *packer) {
  piece_send(packer);
  while (packer->first != packer->filling) piece_finish(packer);
  struct run run = packer->run;
  packer->run = (struct run){.at = packer->size};
  return run;
}

guint64 packer_length(const struct packer *packer) { return packer->run.length; }
guint64 packer_size(const struct packer *packer) { return packer->size; }

void packer_read(struct packer *packer, guint64 at, void *bytes, gsize length) {
  for (guint8 *to = bytes; length;) {
    gssize done = pread(packer->fd, to, length, (off_t)at);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) packer_refuse(packer);
    to += done;
    at += (guint64)done;
    length -= (gsize)done;
  }
}

void packer_free(struct packer *packer) {
  g_mutex_lock(&packer->lock);
  packer->ending = true;
  g_cond_broadcast(&packer->sent);
  g_mutex_unlock(&packer->lock);
  for (guint i = 0; i < packer->thread_count; i++) g_thread_join(packer->threads[i]);
  for (guint i = 0; i < PIECES; i++) {
    g_free(packer->pieces[i].bytes);
    g_free(packer->pieces[i].packed);
  }
  g_mutex_clear(&packer->lock);
  g_cond_clear(&packer->sent);
  g_cond_clear(&packer->done);
  close(packer->fd);
  g_free(packer->path);
  g_free(packer);
}
