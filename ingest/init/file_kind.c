/* Examines one file of a folder and decides which kind it is, and why; trial_run.c reads the whole file. */
#include "ingest/init/survey.h"
#include "ingest/kinds/kinds.h"
#include "include/cell/moment.h"
#include "include/cell/cell_state.h"
#include "ingest/csv/csv.h"
#include "ingest/csv/decode.h"
#include "ingest/csv/grid.h"
#include "ingest/roles/column_shift.h"
#include "ingest/roles/table_kind.h"
#include "include/text.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MARKS_MOST = 20000 };

/* Fit of a header and its columns, 0 to 1: below LEAST it is not a known kind. */
static const double LEAST = .5;

/* ------------------------------------------------------------------------------------------- what is not a table */

static const struct {
  const char *type, *advice;
} advices[] = {{"PDF", "ask for the same export as CSV; a printed table cannot be read safely"},
               {"archive", "unpack it into this folder"},
               {"Word", "save the table in it as CSV"},
               {"Office", "save the table in it as CSV"},
               {"document", "save the table in it as CSV"},
               {"database", "export its table as CSV"},
               {"XML", "ask for the same export as CSV"},
               {"web page", "open it and save the table as CSV"},
               {"picture", "not read"}};

static char *type_advice(const char *type) {
  const char *advice = "save it as CSV if it holds an export";
  for (gsize i = G_N_ELEMENTS(advices); i-- > 0;)
    if (strstr(type, advices[i].type)) advice = advices[i].advice;
  return g_strdup_printf("%s: %s", type, advice);
}

/* NULL: it can be opened as a table. */
static char *file_other(const char *path) {
  guchar bytes[65536];
  char *why;
  g_autoptr(GPtrArray) sheets = grid_sheets(path, &why);
  if (sheets || why) return why;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return g_strdup_printf("cannot be opened (%s): make it readable", g_strerror(errno));
  gssize got = read(fd, bytes, sizeof bytes);
  close(fd);
  if (got < 0) return g_strdup_printf("cannot be read (%s)", g_strerror(errno));
  if (got == 0) return g_strdup("empty: export it again");
  const char *type = other_type(bytes, (gsize)got);
  return type ? type_advice(type) : NULL;
}

/* A name that cannot be written in a line of audit.ini. */
static char *name_other(const char *name) {
  g_autofree char *shown = text_show(name, true);
  bool plain = !strcmp(shown, name) && !g_ascii_isspace(*name) && !g_ascii_isspace(name[strlen(name) - 1]);
  return plain ? NULL : g_strdup("its name holds a blank at an end or an unusual character: rename it, then run init again");
}

/* ------------------------------------------------------------------------------------------------------ samples */

/* KIND NULL: any kind. */
static double probe_score(char **cells, guint count, void *kind) {
  const struct kind *any;
  return kind ? header_fits(kind, cells, count) : header_fits_best(kinds, cells, count, &any);
}

static void probe_sample(struct probe *probe, const struct kind *kind) {
  struct source *source = source_open(probe->path, probe->name);
  struct csv *csv = csv_open(source, probe_score, (gpointer)kind);
  sample_clear(&probe->sample);
  sample_read(&probe->sample, csv);
  probe->width = csv_dialect(csv)->width;
  csv_close(csv);
  source_close(source);
}

char *probe_samples(const struct probe *probe, guint column) {
  GString *samples = g_string_new(NULL);
  guint shown = 0;
  for (guint i = 0; i < probe->sample.rows->len && shown < 3; i++) {
    const char *cell = ((char **)probe->sample.rows->pdata[i])[column];
    if (cell_state(cell) == CELL_EMPTY) continue;
    g_autofree char *safe = text_show(cell, true);
    bool cut = g_utf8_strlen(safe, -1) > 40;
    g_autofree char *brief = g_utf8_substring(safe, 0, cut ? 40 : -1);
    g_string_append_printf(samples, "%s\"%s%s\"", shown++ ? " | " : "", brief, cut ? "..." : "");
  }
  if (!shown) g_string_append(samples, "(all cells of the sample are empty)");
  return g_string_free(samples, FALSE);
}

/* --------------------------------------------------------------------------------------------------------- kinds */

static char *probe_shifted(const struct probe *probe) {
  const struct sample *sample = &probe->sample;
  return columns_shifted(probe->kind, sample->names, (char ***)sample->rows->pdata, sample->rows->len, probe->width,
                         sample->apart);
}

/* Why there is no header. */
static char *header_missing(struct probe *probe) {
  const struct sample *sample = &probe->sample;
  if (!sample->names) return g_strdup("no line reads as the header of a table: left out");
  guint count = g_strv_length(sample->names);
  if (header_fits_best(kinds, sample->names, count, &probe->kind) < LEAST) probe->kind = NULL;
  char *shifted = probe->kind ? probe_shifted(probe) : NULL;
  return shifted ? shifted
                 : g_strdup_printf("line %u reads as its header, but has %u names where the rows have %d cells: left out",
                                   sample->line, count, (int)count + sample->apart);
}

/* Reads the rows again as the kind that was found: that may find a better header. */
static void probe_settle(struct probe *probe) {
  struct sample *sample = &probe->sample;
  struct table_kind table =
      table_kind_find(kinds, sample->header, sample->count, (char ***)sample->rows->pdata, sample->rows->len);
  probe->kind = table.kind, probe->rival = table.rival;
  if (header_own(sample->header, sample->count)) {
    probe->what = g_strdup("findings, as faceaudit itself writes them: left out");
    return;
  }
  if (table.fit < LEAST) {
    probe->what = g_strdup("not a table of a known kind: left out");
    return;
  }
  probe_sample(probe, probe->kind);
  probe->what = probe_shifted(probe);
  if (!sample->header || probe->what) return;
  table = table_kind_of(probe->kind, sample->header, sample->count, (char ***)sample->rows->pdata, sample->rows->len);
  columns_assign(&probe->columns, probe->kind, sample->header, sample->count, (char ***)sample->rows->pdata, sample->rows->len,
                 NULL);
  probe->missing = columns_missing(&probe->columns, probe->kind);
  probe->named = table.named, probe->telling = table.telling, probe->tells = table.tells;
  probe->state = probe->missing ? PROBE_LACKING : table_kind_sure(&table) ? PROBE_KNOWN : PROBE_PERHAPS;
}

/* --------------------------------------------------------------------------------------------------------- marks */

static int time_column(const struct probe *probe) {
  const struct role_split *split = probe->kind->split; /* the first role is the main time of the kind */
  return split ? probe->columns.of[split->whole[0]] : -1;
}

static void mark_count(struct probe *probe, const char *cell, const struct zone_choice *zones) {
  struct cell_time time;
  if (!cell_time(cell, ORDER_MONTH_FIRST, &time) && !cell_time(cell, ORDER_DAY_FIRST, &time)) return;
  if (time.mark != MARK_OFFSET || !time.has_date || !time.has_time) return;
  gint64 day = day_number(time.civil.year, time.civil.month, time.civil.day);
  gint64 at = day * 86400 + time.civil.hour * 3600 + time.civil.minute * 60 + time.civil.second - (gint64)time.offset * 60;
  probe->marked++;
  for (int i = 0; i < ZONES; i++) probe->fits[i] += zone_offset(zones[i].zone, at) == time.offset;
}

/* Over the whole file: its first months may cover only one half of the year. */
static void probe_marks(struct probe *probe, const struct zone_choice *zones) {
  int column = time_column(probe);
  if (column < 0 || probe->state == PROBE_LACKING) return;
  struct source *source = source_open(probe->path, probe->name);
  struct csv *csv = csv_open(source, probe_score, (gpointer)probe->kind);
  struct record record;
  for (guint seen = 0; seen < MARKS_MOST && csv_next(csv, &record);) {
    if (record.kind != RECORD_DATA || (guint)column >= record.count) continue;
    mark_count(probe, record.cells[column], zones);
    seen++;
  }
  csv_close(csv);
  source_close(source);
}

/* ---------------------------------------------------------------------------------------------------------- file */

/* The sheets of one file are named apart. */
static void probe_hash(struct probe *probe, const char *sheet) {
  struct source *source = source_open(probe->path, probe->name);
  g_autofree char *sum = source_sha256(source);
  probe->sha256 = g_strconcat(sum, sheet ? "#" : NULL, sheet, NULL);
  source_close(source);
}

static struct probe *probe_new(const char *folder, const char *name) {
  struct probe *probe = g_new0(struct probe, 1);
  probe->name = g_utf8_make_valid(name, -1);
  probe->path = g_build_filename(folder, name, NULL);
  probe->kind = probe->rival = NULL;
  return probe;
}

struct probe *probe_file(const char *folder, const char *name, const struct zone_choice *zones) {
  struct stat status;
  struct probe *probe = probe_new(folder, name);
  const char *sheet;
  g_autofree char *file = source_file(probe->path, &sheet);
  if (stat(file, &status) < 0) probe->what = g_strdup_printf("cannot be examined (%s)", g_strerror(errno));
  else if (S_ISDIR(status.st_mode)) probe->what = g_strdup("a folder: not searched");
  else if (!S_ISREG(status.st_mode)) probe->what = g_strdup("a pipe or device: not read");
  else if (strcmp(probe->name, name)) probe->what = name_other("\n");
  else probe->what = name_other(name);
  if (!probe->what) probe->what = file_other(file);
  if (probe->what) return probe;
  probe_sample(probe, NULL);
  if (probe->sample.header) probe_settle(probe);
  if (!probe->sample.header && !probe->what) probe->what = header_missing(probe);
  if (probe->what) return probe;
  probe_marks(probe, zones);
  probe_hash(probe, sheet);
  return probe;
}

GPtrArray *probe_files(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL), *why = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) sheets = grid_sheets(path, &why);
  for (guint i = 0; !why && sheets && sheets->len > 1 && i < sheets->len; i++)
    g_ptr_array_add(files, g_strdup_printf("%s#%s", name, (char *)sheets->pdata[i]));
  if (!files->len) g_ptr_array_add(files, g_strdup(name));
  return files;
}

void probe_free(gpointer data) {
  struct probe *probe = data;
  if (!probe) return;
  char *texts[] = {probe->name, probe->path, probe->what, probe->missing, probe->sha256};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  sample_clear(&probe->sample);
  columns_clear(&probe->columns);
  g_free(probe);
}
