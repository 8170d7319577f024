/* Takes sample rows from a file; ingest/roles/ decides what they show. */
#include "ingest/csv/sample.h"
#include "include/text.h"

enum { ROWS_MOST = 60, TITLES_MOST = 5 };

static char **cells_copy(char *const *cells, guint most, guint count) {
  char **copy = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++) copy[i] = text_undress(text_trim(g_strdup(i < most ? cells[i] : "")));
  return copy;
}

/* If the header does not fit its rows, only its names are returned. */
static void names_take(struct sample *sample, const struct dialect *dialect, char *const *cells, guint count) {
  sample->names = cells_copy(cells, count, count);
  guint named = count;
  while (named && !*sample->names[named - 1]) g_clear_pointer(&sample->names[--named], g_free);
  sample->apart = (int)(dialect->width + dialect->spare) - (int)named;
}

static void header_take(struct sample *sample, const struct dialect *dialect, const struct record *record) {
  names_take(sample, dialect, record->cells, record->count);
  sample->count = MIN(record->count, dialect->width), sample->line = record->line;
  sample->header = cells_copy(record->cells, record->count, sample->count);
}

void sample_read(struct sample *sample, struct csv *csv) {
  struct record record;
  guint64 seen = 0;
  const struct dialect *dialect = csv_dialect(csv);
  guint line;
  char *const *unmatched = csv_unmatched(csv, &line);
  *sample = (struct sample){.rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev),
                            .titles = g_ptr_array_new_with_free_func(g_free)};
  if (unmatched) {
    names_take(sample, dialect, unmatched, g_strv_length((char **)unmatched));
    sample->line = line;
  }
  while (sample->rows->len < ROWS_MOST && csv_next(csv, &record)) {
    if (record.kind == RECORD_TITLE && sample->titles->len < TITLES_MOST)
      g_ptr_array_add(sample->titles, g_strndup(record.raw, record.raw_length));
    if (record.kind == RECORD_HEADER) header_take(sample, dialect, &record);
    /* The first rows and then every seventh: a file often begins with one user's day. */
    if (record.kind == RECORD_DATA && sample->names && (seen++ < 20 || seen % 7 == 0))
      g_ptr_array_add(sample->rows, cells_copy(record.cells, record.count, dialect->width));
  }
}

char *sample_cell(const struct sample *sample, guint column) {
  for (guint i = 0; i < sample->rows->len; i++) {
    const char *cell = ((char **)sample->rows->pdata[i])[column];
    if (*cell) return text_show(cell, true);
  }
  return g_strdup("");
}

void sample_clear(struct sample *sample) {
  g_strfreev(sample->header);
  g_strfreev(sample->names);
  if (sample->rows) g_ptr_array_unref(sample->rows);
  if (sample->titles) g_ptr_array_unref(sample->titles);
  *sample = (struct sample){0};
}
