/* A bar on the terminal for work that takes longer than a second. The callers name the work. */
#include "include/audit.h"
#include "include/message.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BAR_WIDTH 24

/* One terminal has one bar: the only state here, and only about what is on the screen. */
static struct {
  char *what;
  gint64 began, shown; /* microseconds; shown 0: nothing is on the screen */
  guint64 *done, *all; /* NULL: the bar is shown here */
} bar;

static void bar_left(GString *line, gint64 spent, guint64 done, guint64 all) {
  if (!done || done >= all) return;
  gint64 left = (gint64)((double)spent / (double)done * (double)(all - done)) / G_USEC_PER_SEC;
  g_string_append_printf(line, ", %d:%02d left", (int)(left / 60), (int)(left % 60));
}

static void bar_draw(gint64 now, guint64 done, guint64 all) {
  gint64 spent = MAX(1, now - bar.began);
  g_autofree char *what = text_show(bar.what, true);
  g_autofree char *name = g_utf8_substring(what, 0, MIN(g_utf8_strlen(what, -1), 32));
  GString *line = g_string_new("\r\033[K");
  g_string_append(line, name);
  if (all) {
    int full = (int)(MIN(done, all) * BAR_WIDTH / all);
    g_string_append(line, "  [");
    for (int i = 0; i < BAR_WIDTH; i++) g_string_append_c(line, i < full ? '#' : '.');
    g_string_append_printf(line, "] %3d %%", (int)(MIN(done, all) * 100 / all));
  }
  if (done) g_string_append_printf(line, "  %.0f/s", (double)done * G_USEC_PER_SEC / (double)spent);
  bar_left(line, spent, done, all);
  fputs(line->str, stderr);
  fflush(stderr);
  g_string_free(line, TRUE);
}

void progress_show(const char *what, guint64 done, guint64 all) {
  if (bar.done) {
    __atomic_store_n(bar.done, done, __ATOMIC_RELAXED);
    __atomic_store_n(bar.all, all, __ATOMIC_RELAXED);
    return;
  }
  gint64 now = g_get_monotonic_time();
  if (!bar.what || !g_str_equal(bar.what, what)) {
    g_free(bar.what);
    bar.what = g_strdup(what);
    bar.began = now;
  }
  if (say_stopping() || now - bar.began < G_USEC_PER_SEC || now - bar.shown < G_USEC_PER_SEC / 10 || !isatty(STDERR_FILENO))
    return;
  bar.shown = now;
  bar_draw(now, done, all);
}

void progress_tell(guint64 *done, guint64 *all) {
  progress_end();
  bar.done = done, bar.all = all;
}

void progress_end(void) {
  if (bar.shown) fputs("\r\033[K", stderr);
  g_clear_pointer(&bar.what, g_free);
  bar.shown = bar.began = 0;
}
