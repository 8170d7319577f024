/* Takes sample rows from a file; roles/ decides what they show. */
#include "ingest/csv/sample.h"
#include "include/text.h"

enum { ROWS_MOST = 60, TITLES_MOST = 5 };

static char **cells_copy(const struct record *record, guint count) {
  char **copy = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++) copy[i] = text_trim(g_strdup(i < record->count ? record->cells[i] : ""));
  return copy;
}

void sample_read(struct sample *sample, struct csv *csv) {
  struct record record;
  guint64 seen = 0;
  *sample = (struct sample){.rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev),
                            .titles = g_ptr_array_new_with_free_func(g_free)};
  while (sample->rows->len < ROWS_MOST && csv_next(csv, &record)) {
    if (record.kind == RECORD_TITLE && sample->titles->len < TITLES_MOST)
      g_ptr_array_add(sample->titles, g_strndup(record.raw, record.raw_length));
    if (record.kind == RECORD_HEADER) {
      sample->header = cells_copy(&record, record.count);
      sample->count = record.count, sample->line = record.line;
    }
    /* The first rows and then every seventh: a file often begins with one user's day. */
    if (record.kind == RECORD_DATA && sample->header && (seen++ < 20 || seen % 7 == 0))
      g_ptr_array_add(sample->rows, cells_copy(&record, sample->count));
  }
}

void sample_clear(struct sample *sample) {
  g_strfreev(sample->header);
  if (sample->rows) g_ptr_array_unref(sample->rows);
  if (sample->titles) g_ptr_array_unref(sample->titles);
  *sample = (struct sample){0};
}
