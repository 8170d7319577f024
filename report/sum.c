/* Hashes blocks in the order they are given, on a thread beside the one that fills them. What is in them is known to output.c. */
#include "report/sum.h"
#include "include/sha256.h"
#include <stdbool.h>

#define BLOCKS 8 /* on their way at most */

struct block {
  char *bytes;
  gsize length, size;
};

struct sum {
  struct hash *hash;
  GThread *thread;
  struct block blocks[BLOCKS];
  guint given, done; /* count on for ever */
  bool ending;
  GMutex lock;
  GCond changed;
};

static void *sum_thread(void *data) {
  struct sum *sum = data;
  g_mutex_lock(&sum->lock);
  while (true) {
    if (sum->done != sum->given) {
      const struct block *block = &sum->blocks[sum->done % BLOCKS];
      g_mutex_unlock(&sum->lock);
      hash_add(sum->hash, block->bytes, block->length);
      g_mutex_lock(&sum->lock);
      sum->done++;
      g_cond_signal(&sum->changed);
    } else if (sum->ending) break;
    else g_cond_wait(&sum->changed, &sum->lock);
  }
  g_mutex_unlock(&sum->lock);
  return NULL;
}

struct sum *sum_begin(void) {
  struct sum *sum = g_new0(struct sum, 1);
  sum->hash = hash_begin();
  g_mutex_init(&sum->lock);
  g_cond_init(&sum->changed);
  return sum;
}

/* The place that the block takes still holds the one BLOCKS before it, which is hashed: that goes back to the caller. */
char *sum_give(struct sum *sum, char *bytes, gsize length, gsize size) {
  if (!sum->thread) sum->thread = g_thread_new("sum", sum_thread, sum);
  g_mutex_lock(&sum->lock);
  while (sum->given - sum->done == BLOCKS) g_cond_wait(&sum->changed, &sum->lock);
  struct block *place = &sum->blocks[sum->given % BLOCKS], before = *place;
  *place = (struct block){bytes, length, size};
  sum->given++;
  g_cond_signal(&sum->changed);
  g_mutex_unlock(&sum->lock);
  return before.size >= size ? before.bytes : g_realloc(before.bytes, size);
}

char *sum_end(struct sum *sum) {
  g_mutex_lock(&sum->lock);
  sum->ending = true;
  g_cond_signal(&sum->changed);
  g_mutex_unlock(&sum->lock);
  if (sum->thread) g_thread_join(sum->thread);
  char *digits = hash_end(sum->hash);
  for (guint i = 0; i < BLOCKS; i++) g_free(sum->blocks[i].bytes);
  g_mutex_clear(&sum->lock);
  g_cond_clear(&sum->changed);
  g_free(sum);
  return digits;
}
