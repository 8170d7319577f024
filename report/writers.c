/* Runs writers in parallel, each in its own process. What they write is up to them. */
#include "report/writers.h"
#include "include/audit.h"
#include "include/message.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOMENT 100 /* milliseconds between two updates of the progress bar */

G_NORETURN static void writer_refuse(const char *path, const char *what) {
  int error = errno;
  stop_system(path, "%s: %s: nothing was changed", what, g_strerror(error));
}

/* A running writer. */
struct writer {
  pid_t child;
  int handle; /* a pidfd; -1 where the system has none */
  char *what;
  const struct post *post;
};

struct writers {
  GArray *running; /* of struct writer */
  guint most;
  pthread_mutex_t lock; /* guards RUNNING: a signal handler stops them all */
  bool stopped;
};

struct post *posts_new(guint count) {
  void *posts = mmap(NULL, count * sizeof(struct post), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (posts == MAP_FAILED) writer_refuse("the reports", "cannot be written");
  return posts;
}

/* The writers must stop writing before the staging folder is removed, even while another thread waits for them. */
static void writers_stop(void *data) {
  struct writers *writers = data;
  pthread_mutex_lock(&writers->lock);
  writers->stopped = true;
  for (guint i = 0; i < writers->running->len; i++) kill(g_array_index(writers->running, struct writer, i).child, SIGKILL);
  for (guint i = 0; i < writers->running->len; i++)
    while (waitpid(g_array_index(writers->running, struct writer, i).child, NULL, 0) < 0 && errno == EINTR) continue;
  g_array_set_size(writers->running, 0);
  pthread_mutex_unlock(&writers->lock);
}

struct writers *writers_new(guint most) {
  struct writers *writers = g_new0(struct writers, 1);
  writers->running = g_array_new(FALSE, FALSE, sizeof(struct writer));
  writers->most = MAX(1, most);
  pthread_mutex_init(&writers->lock, NULL);
  say_at_end(writers_stop, writers);
  return writers;
}

static void writer_judge(struct writers *writers, const struct writer *writer, int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE) return;
  writers_stop(writers);
  if (WIFEXITED(status) && WEXITSTATUS(status) >= EXIT_USAGE) exit(WEXITSTATUS(status)); /* it has said why */
  stop_system(writer->what, "its writer failed (%s %d): nothing was changed: report this",
              WIFSIGNALED(status) ? "signal" : "status", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

static void writers_show(const struct writers *writers) {
  for (guint i = 0; i < writers->running->len; i++) {
    const struct writer *writer = &g_array_index(writers->running, struct writer, i);
    guint64 done = __atomic_load_n(&writer->post->done, __ATOMIC_RELAXED),
            all = __atomic_load_n(&writer->post->all, __ATOMIC_RELAXED);
    if (!all) continue;
    g_autofree char *name = g_path_get_basename(writer->what), *what = g_strconcat("writing ", name, NULL);
    progress_show(what, done, all);
    return;
  }
}

/* Waits until one of them may have ended, MOMENT at most. */
static void writers_pause(const struct writers *writers) {
  g_autofree struct pollfd *waits = g_new0(struct pollfd, writers->running->len);
  for (guint i = 0; i < writers->running->len; i++)
    waits[i] = (struct pollfd){.fd = g_array_index(writers->running, struct writer, i).handle, .events = POLLIN};
  poll(waits, writers->running->len, MOMENT);
}

/* The index of the first that has ended, -1 while all are running. A signal that stops them all ends the program. */
static gint writers_ended(struct writers *writers, int *status) {
  gint ended = -1;
  pid_t child = 0;
  pthread_mutex_lock(&writers->lock);
  while (writers->stopped) pause();
  for (guint i = 0; i < writers->running->len && ended < 0; i++) {
    child = waitpid(g_array_index(writers->running, struct writer, i).child, status, WNOHANG);
    if (child > 0 || (child < 0 && errno != EINTR)) ended = (gint)i;
  }
  pthread_mutex_unlock(&writers->lock);
  if (ended >= 0 && child < 0) writer_refuse(g_array_index(writers->running, struct writer, ended).what, "its writer was lost");
  return ended;
}

/* Waits for the one that ends first. */
static void writers_await(struct writers *writers) {
  int status = 0;
  gint ended;
  while ((ended = writers_ended(writers, &status)) < 0) {
    writers_show(writers);
    writers_pause(writers);
  }
  struct writer writer = g_array_index(writers->running, struct writer, ended);
  pthread_mutex_lock(&writers->lock);
  g_array_remove_index(writers->running, (guint)ended);
  pthread_mutex_unlock(&writers->lock);
  writer_judge(writers, &writer, status);
  if (writer.handle >= 0) close(writer.handle);
  g_free(writer.what);
}

static void writer_run(void (*write)(void *data), void *data, struct post *post) {
  progress_tell(&post->done, &post->all);
  write(data);
  fflush(NULL);
  _exit(EXIT_DONE);
}

void writers_begin(struct writers *writers, const char *what, void (*write)(void *data), void *data, struct post *post) {
  while (writers->running->len == writers->most) writers_await(writers);
  fflush(NULL);
  pid_t parent = getpid();
  pthread_mutex_lock(&writers->lock);
  while (writers->stopped) pause();
  struct writer writer = {.child = fork(), .what = g_strdup(what), .post = post};
  if (writer.child == 0) {
    /* The database handle is shared with the parent, which only waits: reading is safe, and the parent closes it. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(EXIT_SYSTEM);
    writer_run(write, data, post);
  }
  writer.handle = writer.child < 0 ? -1 : pidfd_open(writer.child, 0);
  if (writer.child > 0) g_array_append_val(writers->running, writer);
  pthread_mutex_unlock(&writers->lock);
  if (writer.child > 0) return;
  writers_stop(writers);
  writer_refuse(what, "cannot be written (no process)");
}

void writers_end(struct writers *writers) {
  while (writers->running->len) writers_await(writers);
  progress_end();
}
