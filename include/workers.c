/* Threads, each with a queue in and a queue out; batches are dealt to them in turn, so that they come back in order. */
#include "include/workers.h"

enum { WIDTH_MOST = 8, AHEAD = 16 /* batches waiting for each thread: with few, the threads wait for one another */ };

struct runner {
  GThread *thread;
  GAsyncQueue *in, *out;
  workers_task *work;
  gpointer own;
};

struct workers {
  struct runner *runners;
  guint count;
  guint64 given, taken;
};

static char done; /* its address marks the end of a queue */

static gpointer runner_run(gpointer data) {
  struct runner *runner = data;
  for (gpointer batch; (batch = g_async_queue_pop(runner->in)) != &done;) {
    runner->work(batch, runner->own);
    g_async_queue_push(runner->out, batch);
  }
  return NULL;
}

struct workers *workers_new(workers_task *work, gpointer *own, guint count) {
  struct workers *workers = g_new0(struct workers, 1);
  workers->runners = g_new0(struct runner, count);
  workers->count = count;
  for (guint i = 0; i < count; i++) {
    struct runner *runner = &workers->runners[i];
    *runner = (struct runner){NULL, g_async_queue_new(), g_async_queue_new(), work, own[i]};
    runner->thread = g_thread_new("worker", runner_run, runner);
  }
  return workers;
}

gpointer workers_take(struct workers *workers) {
  if (workers->taken == workers->given) return NULL;
  return g_async_queue_pop(workers->runners[workers->taken++ % workers->count].out);
}

gpointer workers_pass(struct workers *workers, gpointer batch) {
  g_async_queue_push(workers->runners[workers->given++ % workers->count].in, batch);
  return workers->given - workers->taken > (guint64)AHEAD * workers->count ? workers_take(workers) : NULL;
}

void workers_free(struct workers *workers) {
  for (guint i = 0; i < workers->count; i++) {
    g_async_queue_push(workers->runners[i].in, &done);
    g_thread_join(workers->runners[i].thread);
    g_async_queue_unref(workers->runners[i].in);
    g_async_queue_unref(workers->runners[i].out);
  }
  g_free(workers->runners);
  g_free(workers);
}

guint workers_width(void) { return MIN(g_get_num_processors(), WIDTH_MOST); }
