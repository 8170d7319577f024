/* The log read for linking: this thread reads it, another puts sessions together and looks for their reports. */
#include "audit.h"
#include "link_inside.h"
#include "log_rows.h"
#include "log_run.h"
#include "relay.h"
#include <string.h>

enum { BATCH_SEARCHES = 1024 };

/* Searches on their way to the thread that links them. */
struct batch {
  guint count;
  char *texts;
  struct search searches[BATCH_SEARCHES];
};

/* The last row of an account. */
struct last {
  gint64 at;
  guint32 event; /* 0: none */
  bool noted;
};

struct log_reader {
  struct linker *linker;
  struct relay *relay;
  struct batch *batch; /* in hand */
  GString *texts;      /* of it */
  GArray *last;        /* of struct last, by account */
  gint64 before;       /* the moment of the row before */
  gint64 soon;         /* seconds */
  guint64 done;
};

/* What linking needs, then what is kept of each row besides. */
enum {
  EVENT,
  ACCOUNT,
  AT,
  DAY,
  IS_SEARCH,
  PROBE,
  REASON,
  CASE_NUMBER,
  CANDIDATE,
  WITHHELD,
  AT_MS,
  AT_OTHER,
  AT_DOUBT,
  UTC_OFFSET,
  IN_PERIOD,
  WORKSTATION,
  ID,
  SOURCE,
  LINE
};

#define SEARCH_COLUMNS "event, account, at, day, is_search, probe, reason, case_number, candidate, withheld"
#define ROW_COLUMNS SEARCH_COLUMNS ", at_ms, at_other, at_doubt, utc_offset, in_period, workstation, id, source, line"

/* ----------------------------------------------------------------------------------------------------- searches */

static void batch_link(gpointer data, gpointer own) {
  struct batch *batch = data;
  struct linker *linker = own;
  sessions_add(linker->sessions, batch->searches, batch->count, g_steal_pointer(&batch->texts));
}

static void batch_pass(struct log_reader *reader) {
  struct batch *batch = reader->batch;
  batch->texts = g_memdup2(reader->texts->str, MAX(reader->texts->len, 1));
  g_string_truncate(reader->texts, 0);
  progress_show("linking searches", reader->done += batch->count, reader->linker->links->last);
  reader->batch = relay_pass(reader->relay, batch);
  if (!reader->batch) reader->batch = g_new(struct batch, 1);
  reader->batch->count = 0;
}

static guint32 text_keep(struct log_reader *reader, sqlite3_stmt *row, int column) {
  const char *text = db_text(row, column);
  if (!text) return 0;
  guint32 place = (guint32)reader->texts->len + 1;
  g_string_append_len(reader->texts, text, db_length(row, column) + 1);
  return place;
}

static void search_add(struct log_reader *reader, sqlite3_stmt *row, const struct log_row *kept) {
  struct batch *batch = reader->batch;
  batch->searches[batch->count++] = (struct search){.event = kept->event,
                                                    .account = kept->account,
                                                    .at = kept->at,
                                                    .day = kept->day,
                                                    .reason = kept->reason,
                                                    .withheld = (guint32)db_int(row, WITHHELD),
                                                    .probe = text_keep(reader, row, PROBE),
                                                    .number = text_keep(reader, row, CASE_NUMBER),
                                                    .candidate = text_keep(reader, row, CANDIDATE)};
  if (batch->count == BATCH_SEARCHES) batch_pass(reader);
}

/* Rows of one account that stand close together, each once. */
static void soon_note(struct log_reader *reader, const struct log_row *row) {
  if (reader->last->len <= row->account) g_array_set_size(reader->last, row->account + 1);
  struct last *last = &g_array_index(reader->last, struct last, row->account);
  bool soon = last->event && row->at - last->at <= reader->soon;
  if (soon && !last->noted) g_array_append_val(reader->linker->links->soon, last->event);
  if (soon) g_array_append_val(reader->linker->links->soon, row->event);
  *last = (struct last){row->at, row->event, soon};
}

static struct log_row row_read(sqlite3_stmt *row) {
  return (struct log_row){.event = (guint32)db_int(row, EVENT),
                          .account = (guint32)db_int(row, ACCOUNT),
                          .at = db_int(row, AT),
                          .day = (gint32)db_int(row, DAY),
                          .reason = (guint32)db_int(row, REASON),
                          .is_search = db_int(row, IS_SEARCH)};
}

/* False: the row is earlier than the one before. */
static bool row_link(struct log_reader *reader, sqlite3_stmt *row, const struct log_row *kept) {
  if (kept->at < reader->before) return false;
  reader->before = kept->at;
  soon_note(reader, kept);
  if (kept->is_search) search_add(reader, row, kept);
  return true;
}

static int event_compare(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

static struct log_reader reader_begin(struct linker *linker, gpointer *own) {
  return (struct log_reader){.linker = linker,
                             .relay = relay_new(batch_link, own, 1),
                             .batch = g_new0(struct batch, 1),
                             .texts = g_string_new(NULL),
                             .last = g_array_new(FALSE, TRUE, sizeof(struct last)),
                             .before = G_MININT64,
                             .soon = db_setting_int(linker->db, "thresholds", "shared_minutes", 15) * 60 + 1};
}

static void reader_end(struct log_reader *reader) {
  if (reader->batch->count) batch_pass(reader);
  g_free(reader->batch);
  for (struct batch *batch; (batch = relay_take(reader->relay)) != NULL;) g_free(batch);
  relay_free(reader->relay);
  sessions_finish(reader->linker->sessions);
  g_array_sort(reader->linker->links->soon, event_compare);
  g_string_free(reader->texts, TRUE);
  g_array_unref(reader->last);
}

/* -------------------------------------------------------------------------------------------------------- the log */

static enum candidate_state candidate_state(sqlite3_stmt *row) {
  const char *candidate = db_text(row, CANDIDATE);
  if (!candidate) return CANDIDATE_UNEXPORTED;
  if (db_int(row, WITHHELD) & 128) return CANDIDATE_WITHHELD;
  return *candidate ? CANDIDATE_STATED : CANDIDATE_NONE;
}

static void row_keep(struct log_rows *rows, sqlite3_stmt *row, struct log_row *kept) {
  const char *doubt = db_text(row, AT_DOUBT), *workstation = db_text(row, WORKSTATION);
  kept->at_ms = (gint32)db_int(row, AT_MS);
  kept->has_other = !db_is_null(row, AT_OTHER), kept->at_other = db_int(row, AT_OTHER);
  kept->at_doubt = doubt ? g_intern_string(doubt) : NULL;
  kept->utc_offset = (gint32)db_int(row, UTC_OFFSET);
  kept->in_period = db_int(row, IN_PERIOD);
  kept->workstation = workstation && *workstation && !(db_int(row, WITHHELD) & 2);
  kept->candidate = candidate_state(row);
  log_rows_add(rows, kept);
}

bool log_link(struct linker *linker) {
  gpointer own[] = {linker};
  struct log_reader reader = reader_begin(linker, own);
  struct log_runs *runs = log_runs_begin(linker->db, linker->load);
  sqlite3_stmt *rows = db_prepare(linker->db, "SELECT " ROW_COLUMNS " FROM event ORDER BY event");
  bool ordered = true;
  while (db_step(linker->db, rows)) {
    struct log_row row = row_read(rows);
    const char *id = db_text(rows, ID);
    row_keep(linker->links->rows, rows, &row);
    log_runs_add(runs, row.event, id, id ? (gsize)db_length(rows, ID) : 0, db_int(rows, SOURCE), db_int(rows, LINE));
    ordered = ordered && row_link(&reader, rows, &row);
  }
  sqlite3_finalize(rows);
  log_runs_end(runs);
  reader_end(&reader);
  return ordered;
}

void log_link_sorted(struct linker *linker) {
  gpointer own[] = {linker};
  struct log_reader reader = reader_begin(linker, own);
  sqlite3_stmt *rows = db_prepare(linker->db, "SELECT " SEARCH_COLUMNS " FROM event ORDER BY at, event");
  while (db_step(linker->db, rows)) {
    struct log_row row = row_read(rows);
    row_link(&reader, rows, &row);
  }
  sqlite3_finalize(rows);
  reader_end(&reader);
}
