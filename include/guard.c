/* Begins the child that does the work, waits for it and ends as it did. What is taken back after it is the caller's. */
#define _GNU_SOURCE /* sigabbrev_np */
#include "include/guard.h"
#include "include/message.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static struct guarded alone, *told = &alone;

struct guarded *guard_told(void) {
  return told;
}

void *guard_share(unsigned long count) {
  void *page = mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? NULL : page;
}

/* Standard error without a buffer: this process asks for no memory. */
static void guard_say(const char *what, const char *why, const char *then) {
  dprintf(STDERR_FILENO, "faceaudit: %s%s%s\n", what, why, then);
}

static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

static bool stop_named(int number) {
  for (unsigned i = 0; i < sizeof stops / sizeof *stops; i++)
    if (stops[i] == number) return true;
  return false;
}

/* A child that a signal ended said nothing; one that ended with EXIT_SYSTEM did. */
static int child_judge(int status, bool clean) {
  if (WIFSIGNALED(status) && stop_named(WTERMSIG(status)) && clean && !told->published) { /* before it could say so */
    guard_say("stopped", "", ": nothing was changed");
    return 128 + WTERMSIG(status);
  }
  bool fallen = WIFSIGNALED(status), failed = fallen || WEXITSTATUS(status) == EXIT_SYSTEM;
  if (!failed) return WEXITSTATUS(status);
  const char *name = fallen ? sigabbrev_np(WTERMSIG(status)) : NULL;
  const char *state = told->published ? ": the files are in place all the same"
                      : clean         ? ": nothing was changed"
                                      : ": what it left is removed by the next run";
  if (fallen)
    guard_say("there was no more memory, or this program has a fault: the run was ended by SIG", name ? name : "?", state);
  else if (told->published) guard_say("the run could not say all of what it did", "", state);
  return told->published ? told->status : EXIT_SYSTEM;
}

static void child_await(pid_t child, const sigset_t *signals, bool (*take_back)(void)) {
  int status = 0;
  for (;;) {
    siginfo_t about;
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) break;
    if (sigwaitinfo(signals, &about) > 0 && about.si_signo != SIGCHLD) kill(child, about.si_signo);
  }
  bool clean = take_back();
  _exit(child_judge(status, clean));
}

/* The signals that end a program and are not ignored already (nohup), and SIGCHLD, are waited for. */
static void signals_hold(sigset_t *signals, sigset_t *before) {
  sigemptyset(signals);
  sigaddset(signals, SIGCHLD);
  for (unsigned i = 0; i < sizeof stops / sizeof *stops; i++) {
    struct sigaction action;
    if (sigaction(stops[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) sigaddset(signals, stops[i]);
  }
  sigprocmask(SIG_BLOCK, signals, before);
}

void guard_begin(bool (*take_back)(void)) {
  sigset_t signals, before;
  struct guarded *shared = guard_share(sizeof *shared);
  if (shared) told = shared;
  signals_hold(&signals, &before);
  pid_t parent = getpid(), child = shared ? fork() : -1;
  if (child > 0) child_await(child, &signals, take_back);
  if (child < 0) {
    guard_say("no process can be begun: ", strerrordesc_np(errno), ": nothing was changed");
    _exit(EXIT_SYSTEM);
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(EXIT_SYSTEM);
  sigprocmask(SIG_SETMASK, &before, NULL);
}
