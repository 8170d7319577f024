/* Threads with a queue in and a queue out each; batches go round them in turn, so that they come back in order. */
#include "include/workers.h"

enum { WIDTH_MOST = 8, AHEAD = 16 /* batches waiting for each thread: with few, each waits for the other in turn */ };

struct runner {
  GThread *thread;
  GAsyncQueue *in, *out;
  relay_work *work;
  gpointer own;
};

struct relay {
  struct runner *runners;
  guint count;
  guint64 given, taken;
};

static char done; /* its place says that nothing follows */

static gpointer runner_run(gpointer data) {
  struct runner *runner = data;
  for (gpointer batch; (batch = g_async_queue_pop(runner->in)) != &done;) {
    runner->work(batch, runner->own);
    g_async_queue_push(runner->out, batch);
  }
  return NULL;
}

struct relay *relay_new(relay_work *work, gpointer *own, guint count) {
  struct relay *relay = g_new0(struct relay, 1);
  relay->runners = g_new0(struct runner, count);
  relay->count = count;
  for (guint i = 0; i < count; i++) {
    struct runner *runner = &relay->runners[i];
    *runner = (struct runner){NULL, g_async_queue_new(), g_async_queue_new(), work, own[i]};
    runner->thread = g_thread_new("relay", runner_run, runner);
  }
  return relay;
}

gpointer relay_take(struct relay *relay) {
  if (relay->taken == relay->given) return NULL;
  return g_async_queue_pop(relay->runners[relay->taken++ % relay->count].out);
}

gpointer relay_pass(struct relay *relay, gpointer batch) {
  g_async_queue_push(relay->runners[relay->given++ % relay->count].in, batch);
  return relay->given - relay->taken > (guint64)AHEAD * relay->count ? relay_take(relay) : NULL;
}

void relay_free(struct relay *relay) {
  for (guint i = 0; i < relay->count; i++) {
    g_async_queue_push(relay->runners[i].in, &done);
    g_thread_join(relay->runners[i].thread);
    g_async_queue_unref(relay->runners[i].in);
    g_async_queue_unref(relay->runners[i].out);
  }
  g_free(relay->runners);
  g_free(relay);
}

guint relay_width(void) { return MIN(g_get_num_processors(), WIDTH_MOST); }
