/* libFuzzer: any bytes as a CSV file. Every physical line is in exactly one record, cells are valid UTF-8, a good record has the
   width it must have, a damaged one says why, and chunks of another size or a second reading change nothing. */
#define _GNU_SOURCE
#include "tests/fuzz.h"
#include "ingest/csv/csv.h"
#include "ingest/csv/decode.h"
#include <sys/mman.h>
#include <unistd.h>

static guint64 mix(guint64 hash, const void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) hash = (hash ^ ((const guchar *)bytes)[i]) * 1099511628211u;
  return hash;
}

static guint64 record_check(const struct csv *csv, const struct record *record, guint64 hash) {
  const struct dialect *dialect = csv_dialect(csv);
  MUST(record->kind != RECORD_DATA || record->count == dialect->width);
  MUST((record->kind == RECORD_DAMAGED) <= (record->faults->len > 0));
  MUST(record->kind != RECORD_HEADER || record->line == dialect->header_line);
  MUST(g_utf8_validate(record->raw, (gssize)record->raw_length, NULL));
  for (guint i = 0; i < record->count; i++) {
    MUST(g_utf8_validate(record->cells[i], (gssize)record->lengths[i], NULL));
    MUST(strlen(record->cells[i]) == record->lengths[i]);
    hash = mix(hash, record->cells[i], record->lengths[i] + 1);
  }
  guint facts[] = {record->kind, record->line, record->lines, record->count, record->faults->len};
  return mix(hash, facts, sizeof facts);
}

static guint64 records_check(struct csv *csv) {
  struct record record;
  guint64 hash = 14695981039346656037u;
  guint next = 1, headers = 0;
  while (csv_next(csv, &record)) {
    MUST(record.line == next && record.lines > 0);
    next += record.lines;
    headers += record.kind == RECORD_HEADER;
    hash = record_check(csv, &record, hash);
  }
  MUST(headers == (csv_dialect(csv)->header_line > 0));
  return hash;
}

static guint64 file_check(const char *path, gsize chunk) {
  struct source *source = source_open_chunked(path, "fuzz", chunk);
  struct csv *csv = csv_open(source, NULL, NULL);
  guint64 hash = records_check(csv);
  csv_rewind(csv);
  MUST(records_check(csv) == hash);
  csv_close(csv);
  source_close(source);
  return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  if (!count || other_type(bytes, count)) return 0;
  int fd = memfd_create("fuzz", 0);
  MUST(write(fd, bytes, count) == (ssize_t)count);
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  MUST(file_check(path, 4096) == file_check(path, 3));
  close(fd);
  return 0;
}
