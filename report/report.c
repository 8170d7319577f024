/* Writes the formats asked for, each by its own writer in its own process. */
#include "report/report.h"
#include "include/audit.h"
#include "include/output.h"
#include "include/folder/manifest.h"
#include "include/timing.h"
#include "report/csv/findings.h"
#include "report/document/document.h"
#include "report/html/html.h"
#include "report/manifest_text.h"
#include "report/pdf/pdf.h"
#include "report/pictures/pictures.h"
#include "report/writers.h"
#include "report/xlsx/xlsx.h"
#include <string.h>

/* One file to write. WRITE gives its SHA-256 where it knows it; the caller's string. */
struct work {
  struct db *db;
  char *path;
  char *(*write)(struct db *db, const char *path);
  struct post *post;
};

static void work_do(void *data) {
  struct work *work = data;
  g_autofree char *sum = work->write(work->db, work->path);
  if (!sum && g_file_test(work->path, G_FILE_TEST_IS_REGULAR)) sum = output_sha256(work->path);
  if (sum) g_strlcpy(work->post->sum, sum, sizeof work->post->sum);
}

/* The database no longer changes: it is hashed beside the writers. */
static char *write_nothing(struct db *db, const char *path) {
  (void)db, (void)path;
  return NULL;
}

static char *write_pdf(struct db *db, const char *path) {
  struct document *document = document_read(db, "pdf");
  pdf_write(document, path);
  document_free(document);
  return NULL;
}

static char *write_html(struct db *db, const char *path) {
  html_write(db, path);
  return NULL;
}

static char *write_xlsx(struct db *db, const char *path) {
  xlsx_write(db, path);
  return NULL;
}

static char *write_charts(struct db *db, const char *path) {
  pictures_write(db, path);
  return NULL;
}

/* Each format, its file and its writer, the slowest first: the PDF in a small audit (a large one hardly makes it longer), the
   workbook in a large one. */
static const struct {
  const char *format, *file, *doing;
  char *(*write)(struct db *db, const char *path);
} writers[] = {
    {"pdf", "audit.pdf", "writing audit.pdf", write_pdf},
    {"xlsx", "audit.xlsx", "writing audit.xlsx", write_xlsx},
    {"csv", "findings.csv", "writing findings.csv", findings_write},
    {"db", "audit.db", "hashing audit.db", write_nothing},
    {"charts", "charts", "writing charts", write_charts},
    {"html", "audit.html", "writing audit.html", write_html},
};

/* ------------------------------------------------------------------------------------------------------------- formats */

char **report_formats(void) {
  GStrvBuilder *formats = g_strv_builder_new();
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++) g_strv_builder_add(formats, writers[i].format);
  char **list = g_strv_builder_end(formats);
  g_strv_builder_unref(formats);
  return list;
}

/* One file of its name, or any below a folder of that name. */
static bool format_listed(const struct manifest *manifest, const char *file) {
  gsize length = strlen(file);
  for (guint i = 0; i < manifest->files->len; i++) {
    const char *name = ((const struct known *)manifest->files->pdata[i])->name;
    if (g_str_has_prefix(name, file) && (!name[length] || name[length] == '/')) return true;
  }
  return false;
}

char *report_formats_of(const struct manifest *manifest) {
  GString *formats = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++)
    if (format_listed(manifest, writers[i].file))
      g_string_append_printf(formats, "%s%s", formats->len ? "," : "", writers[i].format);
  return g_string_free(formats, FALSE);
}

/* The formats asked for, NULL for all. */
static char **formats_read(const char *formats) {
  if (!formats) return NULL;
  char **asked = g_strsplit(formats, ",", -1);
  for (char **at = asked; *at; at++) g_strstrip(*at);
  return asked;
}

/* audit.db is always there: the caller wrote it. */
static bool format_asked(char **asked, gsize i) {
  return !asked || writers[i].write == write_nothing || g_strv_contains((const char *const *)asked, writers[i].format);
}

static void audit_manifest(struct db *db, const char *folder, const struct known *known, gsize count, const char *from) {
  g_auto(GStrv) about = manifest_text(db, from);
  g_autoptr(GPtrArray) inputs = manifest_inputs(db, from);
  g_autoptr(GArray) elsewhere = g_array_new(FALSE, FALSE, sizeof(struct known));
  for (guint i = 0; i < inputs->len; i++) g_array_append_val(elsewhere, *(struct known *)inputs->pdata[i]);
  manifest_write_about(folder, manifest_name, known, count, about, (const struct known *)(void *)elsewhere->data, elsewhere->len);
}

void report_write(struct db *db, const char *folder, const char *formats, const char *from) {
  g_auto(GStrv) asked = formats_read(formats);
  struct work works[G_N_ELEMENTS(writers)] = {0};
  struct known known[G_N_ELEMENTS(writers)];
  struct post *posts = posts_new(G_N_ELEMENTS(writers));
  struct writers *crew = writers_new(times_asked() ? 1 : g_get_num_processors());
  for (gsize i = 0; i < G_N_ELEMENTS(writers); i++) {
    works[i] = (struct work){db, g_build_filename(folder, writers[i].file, NULL), writers[i].write, &posts[i]};
    known[i] = (struct known){writers[i].file, posts[i].sum};
    if (!format_asked(asked, i)) continue;
    times_enter(writers[i].doing);
    writers_begin(crew, works[i].path, work_do, &works[i], &posts[i]);
    if (times_asked()) writers_end(crew);
  }
  writers_end(crew);
  times_enter("writing the manifest");
  audit_manifest(db, folder, known, G_N_ELEMENTS(known), from);
  for (gsize i = 0; i < G_N_ELEMENTS(works); i++) g_free(works[i].path);
}
