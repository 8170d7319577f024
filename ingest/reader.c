/* Copies records into batches, which a thread beside fills while those before are kept. What a record is, is csv.c's to tell. */
#include "ingest/reader.h"
#include "include/workers.h"
#include <string.h>

enum { BATCH_BYTES = 64 << 10, BESIDE_LEAST = 1 << 20 /* bytes of a file that is worth a thread */ };

/* A record on its way: where it is in its batch, until all are there and nothing moves any more. */
struct kept {
  struct record record;
  gsize cells, lengths, raw;
};

struct batch {
  GArray *records;   /* of struct kept */
  GByteArray *bytes; /* of cells, each with its end, and of lines as read */
  GPtrArray *cells;  /* where in BYTES each begins, then the text itself */
  GArray *lengths;   /* of gsize */
  GPtrArray *faults; /* of the faults of records that have some */
  guint64 position;
  guint next;
  bool last;
};

/* Used by the thread that fills batches. */
struct filler {
  struct csv *csv;
  struct source *source;
  GPtrArray *none; /* the faults of most records */
  bool ended;
};

struct reader {
  struct filler filler;
  struct relay *relay; /* NULL: batches are filled when they are wanted */
  struct batch *batch; /* in hand */
};

/* ------------------------------------------------------------------------------------------------------------ batches */

static void faults_free(gpointer faults) { g_ptr_array_unref(faults); }

static struct batch *batch_new(void) {
  struct batch *batch = g_new(struct batch, 1);
  *batch = (struct batch){.records = g_array_new(FALSE, FALSE, sizeof(struct kept)),
                          .bytes = g_byte_array_sized_new(BATCH_BYTES),
                          .cells = g_ptr_array_new(),
                          .lengths = g_array_new(FALSE, FALSE, sizeof(gsize)),
                          .faults = g_ptr_array_new_with_free_func(faults_free)};
  return batch;
}

static void batch_free(struct batch *batch) {
  g_array_unref(batch->records);
  g_byte_array_unref(batch->bytes);
  g_ptr_array_unref(batch->cells);
  g_array_unref(batch->lengths);
  g_ptr_array_unref(batch->faults);
  g_free(batch);
}

static void batch_clear(struct batch *batch) {
  g_array_set_size(batch->records, 0);
  g_byte_array_set_size(batch->bytes, 0);
  g_ptr_array_set_size(batch->cells, 0);
  g_array_set_size(batch->lengths, 0);
  g_ptr_array_set_size(batch->faults, 0);
  batch->next = 0;
}

static GPtrArray *faults_copy(struct batch *batch, const GPtrArray *faults) {
  GPtrArray *copy = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < faults->len; i++) g_ptr_array_add(copy, g_strdup(faults->pdata[i]));
  g_ptr_array_add(batch->faults, copy);
  return copy;
}

static void cells_add(struct batch *batch, const struct record *record) {
  guint last = record->count - 1;
  for (guint i = 0; i < record->count; i++)
    g_ptr_array_add(batch->cells, GSIZE_TO_POINTER(batch->bytes->len + (gsize)(record->cells[i] - record->cells[0])));
  g_array_append_vals(batch->lengths, record->lengths, record->count);
  g_byte_array_append(batch->bytes, (const guint8 *)record->cells[0],
                      (guint)(record->cells[last] - record->cells[0]) + (guint)record->lengths[last] + 1);
}

static void record_add(struct batch *batch, const struct filler *filler, const struct record *record) {
  struct kept kept = {.record = *record, .cells = batch->cells->len, .lengths = batch->lengths->len};
  kept.record.faults = record->faults->len ? faults_copy(batch, record->faults) : filler->none;
  if (record->count) cells_add(batch, record);
  kept.raw = batch->bytes->len;
  g_byte_array_append(batch->bytes, (const guint8 *)record->raw, (guint)record->raw_length);
  g_byte_array_append(batch->bytes, (const guint8 *)"", 1);
  g_array_append_val(batch->records, kept);
}

/* Places become what stands there. */
static void batch_settle(struct batch *batch) {
  char *bytes = (char *)batch->bytes->data;
  for (guint i = 0; i < batch->cells->len; i++) batch->cells->pdata[i] = bytes + GPOINTER_TO_SIZE(batch->cells->pdata[i]);
  for (guint i = 0; i < batch->records->len; i++) {
    struct kept *kept = &g_array_index(batch->records, struct kept, i);
    kept->record.cells = kept->record.count ? (char **)batch->cells->pdata + kept->cells : NULL;
    kept->record.lengths = kept->record.count ? &g_array_index(batch->lengths, gsize, kept->lengths) : NULL;
    kept->record.raw = bytes + kept->raw;
  }
}

static void batch_fill(gpointer given, gpointer own) {
  struct batch *batch = given;
  struct filler *filler = own;
  struct record record;
  batch_clear(batch);
  while (!filler->ended && batch->bytes->len < BATCH_BYTES) {
    if (csv_next(filler->csv, &record)) record_add(batch, filler, &record);
    else filler->ended = true;
  }
  batch->last = filler->ended;
  batch->position = source_position(filler->source);
  batch_settle(batch);
}

/* ------------------------------------------------------------------------------------------------------------- reader */

struct reader *reader_open(struct csv *csv, struct source *source) {
  struct reader *reader = g_new0(struct reader, 1);
  reader->filler = (struct filler){csv, source, g_ptr_array_new(), false};
  if (source_bytes(source) >= BESIDE_LEAST) reader->relay = relay_new(batch_fill, (gpointer[]){&reader->filler}, 1);
  return reader;
}

/* The batch behind BATCH, which is filled again; NULL: there is none yet. */
static struct batch *batch_next(struct reader *reader, struct batch *batch) {
  if (!batch) batch = batch_new();
  if (!reader->relay) batch_fill(batch, &reader->filler);
  struct batch *filled = reader->relay ? relay_pass(reader->relay, batch) : batch;
  while (!filled) filled = relay_pass(reader->relay, batch_new());
  return filled;
}

struct record *reader_next(struct reader *reader) {
  while (!reader->batch || reader->batch->next == reader->batch->records->len) {
    if (reader->batch && reader->batch->last) return NULL;
    reader->batch = batch_next(reader, reader->batch);
  }
  return &g_array_index(reader->batch->records, struct kept, reader->batch->next++).record;
}

guint64 reader_position(const struct reader *reader) { return reader->batch ? reader->batch->position : 0; }

void reader_close(struct reader *reader) {
  for (struct batch *batch; reader->relay && (batch = relay_take(reader->relay));) batch_free(batch);
  if (reader->relay) relay_free(reader->relay);
  if (reader->batch) batch_free(reader->batch);
  g_ptr_array_unref(reader->filler.none);
  g_free(reader);
}
