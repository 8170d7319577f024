/* Messages on standard error, the ways to stop, and the clean-ups that run when the program ends. The callers decide what is
   said. */
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct ending {
  void (*clean)(void *data);
  void *data;
  struct ending *next;
};

/* The only global state of the program: nobody could pass it to what a signal runs. */
static struct ending *endings;
static pid_t owner;

static int stopping;

bool say_stopping(void) { return g_atomic_int_get(&stopping) != 0; }

/* If two threads stop the program at once, the first one says why. */
static void stop_alone(void) {
  static _Thread_local int mine;
  if (!mine && g_atomic_int_exchange(&stopping, 1))
    for (;;) pause();
  mine = 1;
}

static void endings_run(void) {
  static int running;
  if (getpid() != owner) return;                      /* a forked writer must not remove its parent's files */
  while (g_atomic_int_exchange(&running, 1)) pause(); /* another thread is already ending the program */
  while (endings) {
    struct ending *last = endings;
    endings = last->next;
    last->clean(last->data);
    g_free(last);
  }
}

/* Held while files are put in place; a signal waits for it. */
static struct {
  pthread_mutex_t lock;
  bool made;
} change = {.lock = PTHREAD_MUTEX_INITIALIZER};

void say_change_begin(void) { pthread_mutex_lock(&change.lock); }

void say_change_end(void) {
  change.made = true;
  pthread_mutex_unlock(&change.lock);
}

/* Signals are handled by a thread of their own, which may call anything; in a signal handler the heap might be locked. */
static gpointer signals_wait(gpointer data) {
  int number = 0;
  sigwait(data, &number);
  pthread_mutex_lock(&change.lock);
  stop_alone();
  if (change.made) fputs("\nfaceaudit: stopped: the files are in place\n", stderr);
  else fputs("\nfaceaudit: stopped: nothing was changed\n", stderr);
  endings_run();
  _exit(128 + number);
}

static sigset_t stops;

/* A signal that was already ignored when the program started (nohup) stays ignored. */
static void signal_take(int number) {
  struct sigaction before;
  if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaddset(&stops, number);
}

static void signals_begin(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  sigemptyset(&stops);
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) signal_take(numbers[i]);
  pthread_sigmask(SIG_BLOCK, &stops, NULL); /* also in forked processes, which end with this one */
  g_thread_unref(g_thread_new("signals", signals_wait, &stops));
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN); /* reaching a file-size limit is then an error of write(), reported with the path */
}

bool staging_named(const char *name) { return strlen(name) == strlen(STAGING_NAME) && g_str_has_prefix(name, ".faceaudit-"); }

static char *place_known(const char *file) {
  g_auto(GStrv) names = g_strsplit(file, "/", -1);
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (char **name = names; *name; name++)
    if (!staging_named(*name)) g_ptr_array_add(known, *name);
  g_ptr_array_add(known, NULL);
  return g_strjoinv("/", (char **)known->pdata);
}

static void say_place(const char *file, guint line) {
  if (!file) {
    fputs("faceaudit: ", stderr);
    return;
  }
  g_autofree char *known = place_known(file), *shown = text_show(known, true);
  if (line) fprintf(stderr, "%s:%u: ", shown, line);
  else fprintf(stderr, "%s: ", shown);
}

static void say_words(const char *file, guint line, const char *format, va_list words) {
  g_autofree char *said = g_strdup_vprintf(format, words);
  g_autofree char *shown = text_show(said, true);
  fflush(stdout);
  if (isatty(STDERR_FILENO)) fputs("\r\033[K", stderr); /* clears a progress bar */
  say_place(file, line);
  fprintf(stderr, "%s\n", shown);
}

void say_note(const char *file, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  say_words(file, line, format, words);
  va_end(words);
}

/* Asks the system: the write that failed may be long past, and its errno lost. */
static bool reader_gone(void) {
  struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP));
}

bool say_printed(void) {
  if ((!fflush(stdout) && !ferror(stdout)) || reader_gone()) return true;
  say_note("standard output", 0, "cannot be written: what the command made is in place all the same");
  return false;
}

void stop_usage(const char *format, ...) {
  va_list words;
  stop_alone();
  va_start(words, format);
  say_words(NULL, 0, format, words);
  va_end(words);
  exit(EXIT_USAGE);
}

void stop_input(const char *file, guint line, const char *format, ...) {
  va_list words;
  stop_alone();
  va_start(words, format);
  say_words(file, line, format, words);
  va_end(words);
  exit(EXIT_INPUT);
}

void stop_system(const char *place, const char *format, ...) {
  va_list words;
  stop_alone();
  va_start(words, format);
  say_words(place, 0, format, words);
  va_end(words);
  exit(EXIT_SYSTEM);
}

bool error_is_of_system(int error) {
  return error == EIO || error == EMFILE || error == ENFILE || error == ENOMEM || error == ENOSPC || error == EDQUOT;
}

bool file_error_of_system(const GError *error) {
  static const int codes[] = {G_FILE_ERROR_IO, G_FILE_ERROR_MFILE, G_FILE_ERROR_NFILE, G_FILE_ERROR_NOMEM, G_FILE_ERROR_NOSPC};
  for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
    if (g_error_matches(error, G_FILE_ERROR, codes[i])) return true;
  return false;
}

void say_at_end(void (*clean)(void *data), void *data) {
  struct ending *ending = g_new(struct ending, 1);
  *ending = (struct ending){clean, data, endings};
  endings = ending;
}

/* GLib aborts when memory runs out; this turns that into our exit status. The clean-ups would ask for memory, too: they are left
   to the process that waits (include/guard.h). */
static void glib_says(const char *domain, GLogLevelFlags level, const char *message, gpointer data) {
  (void)domain, (void)data;
  if (level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR)) {
    dprintf(STDERR_FILENO, "faceaudit: %s: give the machine more memory\n", message);
    _exit(EXIT_SYSTEM);
  }
  if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) fprintf(stderr, "faceaudit: %s\n", message);
}

void say_begin(void) {
  owner = getpid();
  atexit(endings_run);
  g_log_set_default_handler(glib_says, NULL);
  signals_begin();
}
