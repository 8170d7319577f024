/* Reads the recognised files into a temporary database, as a run would, to learn their rows, spans, units and doubts. A child
   process does this and fails as a run would; what it said is kept. */
#include "ingest/init/survey.h"
#include "ingest/kinds/kinds.h"
#include "include/audit.h"
#include "include/output.h"
#include "include/folder/stage.h"
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static const char above[] = "../"; /* the staging folder is inside the folder of the exports */

static void trial_inputs(const struct survey *survey, const struct kind *kind, GString *text) {
  bool first = true;
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->used || probe->missing || probe->kind != kind) continue;
    if (first) g_string_append_printf(text, "%s = ", kind->key);
    g_string_append_printf(text, "%s%s%s", first ? "" : "; ", above, probe->name);
    first = false;
  }
  if (!first) g_string_append_c(text, '\n');
}

/* The time zone decides only what is ambiguous; the period is all of time. */
static char *trial_settings(const struct survey *survey) {
  GString *text = g_string_new(
      "[agency]\ntimezone = America/New_York\nauthorized_units = none\n[period]\nfrom = 1900-01-01\nto = 2149-12-31\n[inputs]\n");
  for (guint i = 0; kinds[i]; i++) trial_inputs(survey, kinds[i], text);
  return g_string_free(text, FALSE);
}

G_NORETURN static void trial_child(const char *staging, const char *said, const char *path) {
  int fd = open(said, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 || dup2(fd, STDERR_FILENO) < 0) _exit(EXIT_SYSTEM);
  struct db *db = db_open(path, DB_CREATE);
  ingest_folder(db, staging, NULL);
  db_close(db);
  _exit(EXIT_DONE);
}

static char *said_first(const char *path) {
  char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL)) return g_strdup("the trial reading failed");
  text[strcspn(text, "\n")] = '\0';
  g_auto(GStrv) parts = g_strsplit(text, above, -1);
  g_free(text);
  return g_strjoinv("", parts);
}

static bool trial_fork(struct survey *survey, const char *staging, const char *path) {
  g_autofree char *said = g_build_filename(staging, "said", NULL);
  fflush(NULL);
  pid_t parent = getpid(), child = fork();
  if (child < 0) stop_system(survey->folder, "no process can be started: %s", g_strerror(errno));
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(EXIT_SYSTEM);
    trial_child(staging, said, path);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) stop_system(survey->folder, "the trial reading was lost: %s", g_strerror(errno));
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE) return true;
  survey->failed = said_first(said);
  return false;
}

void trial_read(struct survey *survey) {
  guint logs = 0; /* without a readable log there is nothing to run */
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    logs += probe->used && probe->kind->required && !probe->missing;
  }
  if (!logs) {
    survey->db = db_open(":memory:", DB_CREATE);
    return;
  }
  g_autofree char *staging = scratch_new(survey->folder), *ini = g_build_filename(staging, "audit.ini", NULL);
  g_autofree char *path = g_build_filename(staging, "trial.db", NULL), *text = trial_settings(survey);
  struct output *file = output_open(ini);
  output_print(file, text);
  output_close(file);
  survey->db = trial_fork(survey, staging, path) ? db_open(path, DB_READ) : db_open(":memory:", DB_CREATE);
}

gint64 survey_source(const struct survey *survey, const struct probe *probe) {
  g_autofree char *path = g_strconcat(above, probe->name, NULL);
  sqlite3_stmt *rows = db_prepare(survey->db, "SELECT source FROM source WHERE path = ?");
  db_bind_text(rows, 1, path);
  gint64 source = db_step(survey->db, rows) ? db_int(rows, 0) : 0;
  sqlite3_finalize(rows);
  return source;
}

static char *first_at(const struct survey *survey, const struct probe *probe) {
  g_autofree char *sql =
      g_strdup_printf("SELECT coalesce(first_at, '9') || coalesce(last_at, '9') FROM source WHERE source = %" G_GINT64_FORMAT,
                      survey_source(survey, probe));
  char *at = db_value_text(survey->db, sql);
  return at ? at : g_strdup("9");
}

static int inputs_compare(gconstpointer a, gconstpointer b, gpointer survey) {
  const struct probe *x = *(struct probe *const *)a, *y = *(struct probe *const *)b;
  g_autofree char *first = first_at(survey, x), *second = first_at(survey, y);
  int order = strcmp(first, second);
  return order ? order : strcmp(x->name, y->name);
}

GPtrArray *survey_inputs(const struct survey *survey, const struct kind *kind) {
  GPtrArray *inputs = g_ptr_array_new();
  for (guint i = 0; i < survey->probes->len; i++) {
    struct probe *probe = survey->probes->pdata[i];
    if (probe->used && probe->kind == kind) g_ptr_array_add(inputs, probe);
  }
  g_ptr_array_sort_with_data(inputs, inputs_compare, (gpointer)survey);
  return inputs;
}

guint survey_count(const struct survey *survey, enum probe_state state, const struct kind *kind) {
  guint count = 0;
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    count += probe->state == state && probe->kind == kind;
  }
  return count;
}
