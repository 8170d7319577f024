/* Measures the stages of a run. The callers name them. */
#include "include/timing.h"
#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>

struct stage {
  char *what;
  double clock, processor;
  long peak; /* the most memory held until its end, in KiB */
};

/* One program has one clock: the only state here. */
static struct {
  GArray *stages; /* NULL: not asked for */
  gint now;       /* index in STAGES; -1: none */
  double clock, processor;
} times = {.now = -1};

static double clock_now(void) { return (double)g_get_monotonic_time() / G_USEC_PER_SEC; }

static double processor_now(void) {
  static const int whose[] = {RUSAGE_SELF, RUSAGE_CHILDREN};
  double seconds = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(whose); i++) {
    struct rusage used;
    getrusage(whose[i], &used);
    seconds +=
        (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  }
  return seconds;
}

void times_begin(void) {
  times.stages = g_array_new(FALSE, TRUE, sizeof(struct stage));
  times_enter("starting");
}

bool times_asked(void) { return times.stages != NULL; }

static gint stage_place(const char *what) {
  for (guint i = 0; i < times.stages->len; i++)
    if (g_str_equal(g_array_index(times.stages, struct stage, i).what, what)) return (gint)i;
  struct stage stage = {.what = g_strdup(what)};
  g_array_append_val(times.stages, stage);
  return (gint)times.stages->len - 1;
}

void times_enter(const char *what) {
  if (!times.stages) return;
  double clock = clock_now(), processor = processor_now();
  if (times.now >= 0) {
    struct stage *stage = &g_array_index(times.stages, struct stage, times.now);
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    stage->peak = used.ru_maxrss;
    stage->clock += clock - times.clock, stage->processor += processor - times.processor;
  }
  times.clock = clock, times.processor = processor;
  times.now = stage_place(what);
}

void times_print(void) {
  if (!times.stages) return;
  times_enter("ending");
  double clock = 0, processor = 0;
  fprintf(stderr, "%-34s %9s %9s %9s\n", "stage", "seconds", "cpu", "peak MiB");
  for (guint i = 0; i < times.stages->len; i++) {
    struct stage *stage = &g_array_index(times.stages, struct stage, i);
    clock += stage->clock, processor += stage->processor;
    fprintf(stderr, "%-34s %9.3f %9.3f %9ld\n", stage->what, stage->clock, stage->processor, stage->peak / 1024);
    g_free(stage->what);
  }
  fprintf(stderr, "%-34s %9.3f %9.3f\n", "all", clock, processor);
  g_array_unref(times.stages);
  times.stages = NULL;
}
