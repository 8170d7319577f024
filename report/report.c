/* Writes the formats asked for, each by its own writer in its own process. What they say is read by document.c. */
#include "report.h"
#include "audit.h"
#include "chart.h"
#include "document.h"
#include "output.h"
#include "pdf.h"
#include "say.h"
#include "text.h"
#include "times.h"
#include "writers.h"
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct work {
  struct db *db;
  const char *path;
  void (*write)(struct db *db, const char *path);
};

static void work_do(void *data) {
  const struct work *work = data;
  work->write(work->db, work->path);
}

static void write_pdf(struct db *db, const char *path) {
  struct document *document = document_read(db, "pdf");
  pdf_write(document, path);
  document_free(document);
}

/* Each chart on its own canvas, with a margin. */
#define CHART_MARGIN 10.0

static void picture_draw(struct canvas *canvas, void *data) {
  const struct chart *chart = data;
  chart_draw(canvas, chart, (struct box){CHART_MARGIN, CHART_MARGIN, chart->width, chart->height});
}

static void chart_files(struct chart *chart, const char *folder) {
  double width = chart->width + 2 * CHART_MARGIN, height = chart->height + 2 * CHART_MARGIN;
  g_autofree char *svg_path = g_strconcat(folder, "/", chart->name, ".svg", NULL);
  g_autofree char *png_path = g_strconcat(folder, "/", chart->name, ".png", NULL);
  struct canvas *canvas = canvas_svg_begin(width, height, chart->title, chart->says);
  picture_draw(canvas, chart);
  g_autofree char *svg = canvas_svg_end(canvas);
  struct output *file = output_open(svg_path);
  output_print(file, svg);
  output_close(file);
  png_write(png_path, width, height, 2 * 96.0 / 72, picture_draw, chart); /* twice the pixels of a screen */
}

static void write_charts(struct db *db, const char *path) {
  type_require();
  if (g_mkdir(path, 0700) < 0) stop_system(path, "the folder cannot be made: nothing was changed");
  struct document *document = document_read_charts(db, "pdf");
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    if (block->kind == BLOCK_CHART) chart_files(block->chart, path);
  }
  document_free(document);
}

/* A format, its file and who writes it; what takes longest first. The database is there already: the caller wrote it. */
static const struct {
  const char *format, *file;
  void (*write)(struct db *db, const char *path);
} writers[] = {
    {"db", "audit.db", NULL},           {"pdf", "audit.pdf", write_pdf},    {"xlsx", "audit.xlsx", xlsx_write},
    {"charts", "charts", write_charts}, {"html", "audit.html", html_write}, {"csv", "findings.csv", findings_write},
};

/* ------------------------------------------------------------------------------------------------- sum of the database */

/* The database no longer changes: it is hashed beside the writers, and its sum comes by a pipe. */
struct sum {
  char *path;
  int ends[2]; /* of the pipe: to read, to write */
};

static void sum_write(void *data) {
  const struct sum *sum = data;
  g_autofree char *digits = output_sha256(sum->path);
  gssize length = (gssize)strlen(digits);
  if (write(sum->ends[1], digits, (gsize)length) != length) stop_system(sum->path, "its sum was lost: nothing was changed");
}

static struct sum sum_begin(struct writers *crew, const char *folder) {
  struct sum sum = {.path = g_build_filename(folder, writers[0].file, NULL), .ends = {-1, -1}};
  if (!g_file_test(sum.path, G_FILE_TEST_EXISTS)) return sum;
  if (!g_unix_open_pipe(sum.ends, FD_CLOEXEC, NULL)) stop_system(sum.path, "no pipe: %s: nothing was changed", g_strerror(errno));
  writers_begin(crew, sum.path, sum_write, &sum);
  return sum;
}

/* All writers have ended. */
static void sum_end(struct sum *sum, const char *folder) {
  char digits[65] = "";
  bool there = sum->ends[0] >= 0;
  if (there && read(sum->ends[0], digits, sizeof digits - 1) != (gssize)sizeof digits - 1)
    stop_system(sum->path, "its sum was lost: nothing was changed");
  output_manifest(folder, there ? writers[0].file : NULL, digits);
  if (there) close(sum->ends[0]), close(sum->ends[1]);
  g_free(sum->path);
}

/* ------------------------------------------------------------------------------------------------------------- formats */

static void format_check(const char *format) {
  const char *known[G_N_ELEMENTS(writers) + 1] = {NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++) {
    known[i] = writers[i].format;
    if (g_str_equal(format, known[i])) return;
  }
  const char *nearest = text_nearest(format, known);
  g_autofree char *all = g_strjoinv(", ", (char **)known);
  if (nearest) stop_usage("--formats: there is no format %s: did you mean %s? (%s)", format, nearest, all);
  stop_usage("--formats: there is no format %s: choose from %s", format, all);
}

/* The formats asked for, NULL for all. */
static char **formats_read(const char *formats) {
  if (!formats) return NULL;
  char **asked = g_strsplit(formats, ",", -1);
  for (char **at = asked; *at; at++) format_check(g_strstrip(*at));
  return asked;
}

void report_check(const char *formats) { g_strfreev(formats_read(formats)); }

void report_write(struct db *db, const char *folder, const char *formats) {
  g_auto(GStrv) asked = formats_read(formats);
  struct work works[G_N_ELEMENTS(writers)];
  char *paths[G_N_ELEMENTS(writers)] = {NULL};
  struct writers *crew = writers_new(times_asked() ? 1 : g_get_num_processors());
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++) {
    if (!writers[i].write || (asked && !g_strv_contains((const char *const *)asked, writers[i].format))) continue;
    paths[i] = g_build_filename(folder, writers[i].file, NULL);
    g_autofree char *what = g_strconcat("writing ", writers[i].file, NULL);
    times_enter(what);
    progress_show(what, i, G_N_ELEMENTS(writers));
    works[i] = (struct work){db, paths[i], writers[i].write};
    writers_begin(crew, paths[i], work_do, &works[i]);
    if (times_asked()) writers_end(crew), crew = writers_new(1);
  }
  times_enter("hashing the files");
  struct sum sum = sum_begin(crew, folder);
  writers_end(crew);
  for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) g_free(paths[i]);
  progress_end();
  sum_end(&sum, folder);
}
