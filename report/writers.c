/* Runs writers side by side, each in a process of its own. What they write is theirs. */
#include "writers.h"
#include "audit.h"
#include "say.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

G_NORETURN static void writer_refuse(const char *path, const char *what) {
  int error = errno;
  stop_system(path, "%s: %s: nothing was changed", what, g_strerror(error));
}

/* A writer at work in a process of its own. */
struct writer {
  pid_t child;
  char *what;
};

struct writers {
  GArray *running; /* of struct writer */
  guint most;
};

struct writers *writers_new(guint most) {
  struct writers *writers = g_new0(struct writers, 1);
  writers->running = g_array_new(FALSE, FALSE, sizeof(struct writer));
  writers->most = MAX(1, most);
  return writers;
}

/* The others must not write on while the staging folder is removed. */
static void writers_stop(struct writers *writers) {
  for (guint i = 0; i < writers->running->len; i++) kill(g_array_index(writers->running, struct writer, i).child, SIGKILL);
  for (guint i = 0; i < writers->running->len; i++)
    while (waitpid(g_array_index(writers->running, struct writer, i).child, NULL, 0) < 0 && errno == EINTR) continue;
}

static void writer_judge(struct writers *writers, const struct writer *writer, int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE) return;
  writers_stop(writers);
  if (WIFEXITED(status) && WEXITSTATUS(status) >= EXIT_USAGE) exit(WEXITSTATUS(status)); /* it has said why */
  stop_system(writer->what, "its writer failed (%s %d): nothing was changed: report this",
              WIFSIGNALED(status) ? "signal" : "status", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

/* Waits for the one that ends first. */
static void writers_await(struct writers *writers) {
  int status = 0;
  pid_t child;
  while ((child = waitpid(-1, &status, 0)) < 0)
    if (errno != EINTR) writer_refuse(g_array_index(writers->running, struct writer, 0).what, "its writer was lost");
  for (guint i = 0; i < writers->running->len; i++) {
    struct writer writer = g_array_index(writers->running, struct writer, i);
    if (writer.child != child) continue;
    g_array_remove_index(writers->running, i);
    writer_judge(writers, &writer, status);
    g_free(writer.what);
    return;
  }
}

void writers_begin(struct writers *writers, const char *what, void (*write)(void *data), void *data) {
  while (writers->running->len == writers->most) writers_await(writers);
  fflush(NULL);
  pid_t parent = getpid();
  struct writer writer = {fork(), g_strdup(what)};
  if (writer.child < 0) {
    writers_stop(writers);
    writer_refuse(what, "cannot be written (no process)");
  }
  if (writer.child == 0) {
    /* The database handle is shared with the parent, which only waits: reading is safe, and closing it is the parent's. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(EXIT_SYSTEM);
    write(data);
    progress_end();
    fflush(NULL);
    _exit(EXIT_DONE);
  }
  g_array_append_val(writers->running, writer);
}

void writers_end(struct writers *writers) {
  while (writers->running->len) writers_await(writers);
  g_array_unref(writers->running);
  g_free(writers);
}
