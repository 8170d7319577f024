/* The log read for linking: this thread reads it, another puts sessions together and looks for their reports. */
#include "include/audit.h"
#include "analyze/link/link_inside.h"
#include "analyze/log_rows.h"
#include "analyze/link/id_runs.h"
#include "include/workers.h"
#include <string.h>

enum { BATCH_ROWS = 1024, OUT_OF_ORDER = 2 * 60 * 60 /* seconds that a row may come late: clocks are set back */ };

/* Rows on their way to the thread that links them. */
struct batch {
  guint count;
  char *texts;
  struct search rows[BATCH_ROWS];
};

/* A row that waits for earlier ones that may come. */
struct waiting {
  struct search row;
  struct search_texts *texts;
};

/* The last row of an account. */
struct last {
  gint64 at;
  guint32 event; /* 0: none */
  bool noted;
};

/* On the other thread: rows are taken in the order of time. */
struct line_up {
  struct linker *linker;
  GArray *waiting; /* of struct waiting, in the order of time */
  guint first;     /* of them */
  gint64 taken;    /* the moment of the last that was taken */
  bool late;       /* one came too late */
  GArray *last;    /* of struct last, by account */
  gint64 soon;     /* seconds */
};

struct log_reader {
  struct linker *linker;
  struct relay *relay;
  struct batch *batch; /* in hand */
  GString *texts;      /* of it */
  struct line_up line_up;
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

/* ------------------------------------------------------------------------------------------------ in the order of time */

/* Rows of one account that stand close together, each once. */
static void soon_note(struct line_up *line_up, const struct search *row) {
  if (line_up->last->len <= row->account) g_array_set_size(line_up->last, row->account + 1);
  struct last *last = &g_array_index(line_up->last, struct last, row->account);
  bool soon = last->event && row->at - last->at <= line_up->soon;
  if (soon && !last->noted) g_array_append_val(line_up->linker->links->soon, last->event);
  if (soon) g_array_append_val(line_up->linker->links->soon, row->event);
  *last = (struct last){row->at, row->event, soon};
}

/* Takes the rows before BEFORE. */
static void rows_take(struct line_up *line_up, gint64 before) {
  for (; line_up->first < line_up->waiting->len; line_up->first++) {
    const struct waiting *one = &g_array_index(line_up->waiting, struct waiting, line_up->first);
    if (one->row.at >= before) break;
    line_up->late |= one->row.at < line_up->taken;
    line_up->taken = one->row.at;
    soon_note(line_up, &one->row);
    if (one->row.is_search) sessions_add(line_up->linker->sessions, &one->row, one->texts);
    search_texts_drop(one->texts);
  }
  if (line_up->first < BATCH_ROWS) return;
  g_array_remove_range(line_up->waiting, 0, line_up->first);
  line_up->first = 0;
}

static void row_line_up(struct line_up *line_up, const struct search *row, struct search_texts *texts) {
  struct waiting one = {*row, texts};
  texts->users++;
  g_array_append_val(line_up->waiting, one);
  struct waiting *all = &g_array_index(line_up->waiting, struct waiting, 0);
  guint at = line_up->waiting->len - 1;
  for (; at > line_up->first && all[at - 1].row.at > row->at; at--) all[at] = all[at - 1];
  all[at] = one;
}

static void batch_link(gpointer data, gpointer own) {
  struct batch *batch = data;
  struct line_up *line_up = own;
  struct search_texts *texts = g_new(struct search_texts, 1);
  *texts = (struct search_texts){1, g_steal_pointer(&batch->texts)};
  for (guint i = 0; !line_up->late && i < batch->count; i++) row_line_up(line_up, &batch->rows[i], texts);
  search_texts_drop(texts);
  if (line_up->waiting->len > line_up->first)
    rows_take(line_up, g_array_index(line_up->waiting, struct waiting, line_up->waiting->len - 1).row.at - OUT_OF_ORDER);
}

/* ---------------------------------------------------------------------------------------------------------- reading */

static void batch_pass(struct log_reader *reader) {
  struct batch *batch = reader->batch;
  batch->texts = g_memdup2(reader->texts->str, MAX(reader->texts->len, 1));
  g_string_truncate(reader->texts, 0);
  progress_show("linking searches", reader->done += batch->count, reader->linker->links->last);
  reader->batch = relay_pass(reader->relay, batch);
  if (!reader->batch) reader->batch = g_new(struct batch, 1);
  reader->batch->count = 0;
}

static guint32 text_keep(struct log_reader *reader, sqlite3_stmt *row, guint column) {
  const char *text = db_text(row, (int)column);
  if (!text) return 0;
  guint32 place = (guint32)reader->texts->len + 1;
  g_string_append_len(reader->texts, text, db_length(row, (int)column) + 1);
  return place;
}

static struct search *row_read(struct log_reader *reader, sqlite3_stmt *row) {
  if (reader->batch->count == BATCH_ROWS) batch_pass(reader);
  struct search *search = &reader->batch->rows[reader->batch->count++];
  *search = (struct search){.event = (guint32)db_int(row, EVENT),
                            .account = (guint32)db_int(row, ACCOUNT),
                            .at = db_int(row, AT),
                            .day = (gint32)db_int(row, DAY),
                            .reason = (guint32)db_int(row, REASON),
                            .is_search = db_int(row, IS_SEARCH),
                            .withheld = (guint8)db_int(row, WITHHELD)};
  if (!search->is_search) return search;
  search->probe = text_keep(reader, row, PROBE);
  search->number = text_keep(reader, row, CASE_NUMBER);
  search->candidate = text_keep(reader, row, CANDIDATE);
  return search;
}

static int event_compare(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

static void reader_begin(struct log_reader *reader, struct linker *linker) {
  *reader = (struct log_reader){.linker = linker, .batch = g_new0(struct batch, 1), .texts = g_string_new(NULL)};
  reader->line_up = (struct line_up){.linker = linker,
                                     .waiting = g_array_new(FALSE, FALSE, sizeof(struct waiting)),
                                     .taken = G_MININT64,
                                     .last = g_array_new(FALSE, TRUE, sizeof(struct last)),
                                     .soon = db_setting_int(linker->db, "thresholds", "shared_minutes", 15) * 60 + 1};
  gpointer own[] = {&reader->line_up};
  reader->relay = relay_new(batch_link, own, 1);
}

static void reader_end(struct log_reader *reader) {
  if (reader->batch->count) batch_pass(reader);
  g_free(reader->batch);
  for (struct batch *batch; (batch = relay_take(reader->relay)) != NULL;) g_free(batch);
  relay_free(reader->relay);
  rows_take(&reader->line_up, G_MAXINT64);
  sessions_finish(reader->linker->sessions);
  g_array_sort(reader->linker->links->soon, event_compare);
  g_string_free(reader->texts, TRUE);
  g_array_unref(reader->line_up.waiting);
  g_array_unref(reader->line_up.last);
}

/* -------------------------------------------------------------------------------------------------------- the log */

static enum candidate_state candidate_state(sqlite3_stmt *row, guint8 withheld) {
  const char *candidate = db_text(row, CANDIDATE);
  if (!candidate) return CANDIDATE_UNEXPORTED;
  if (withheld & 128) return CANDIDATE_WITHHELD;
  return *candidate ? CANDIDATE_STATED : CANDIDATE_NONE;
}

static const char *doubt_intern(sqlite3_stmt *row) { return g_intern_string(db_text(row, AT_DOUBT)); }

static void row_keep(struct log_rows *rows, sqlite3_stmt *row, const struct search *search) {
  const char *workstation = db_text(row, WORKSTATION);
  log_rows_add(rows, &(struct log_row){.event = search->event,
                                       .account = search->account,
                                       .at = search->at,
                                       .at_other = db_int(row, AT_OTHER),
                                       .has_other = !db_is_null(row, AT_OTHER),
                                       .at_doubt = doubt_intern(row),
                                       .at_ms = (gint32)db_int(row, AT_MS),
                                       .utc_offset = (gint32)db_int(row, UTC_OFFSET),
                                       .day = search->day,
                                       .reason = search->reason,
                                       .is_search = search->is_search,
                                       .in_period = db_int(row, IN_PERIOD),
                                       .workstation = workstation && *workstation && !(search->withheld & 2),
                                       .candidate = candidate_state(row, search->withheld)});
}

bool log_link(struct linker *linker) {
  struct log_reader reader;
  struct log_runs *runs = log_runs_begin(linker->db);
  reader_begin(&reader, linker);
  sqlite3_stmt *row = db_prepare(linker->db, "SELECT " ROW_COLUMNS " FROM event ORDER BY event");
  while (db_step(linker->db, row)) {
    const struct search *search = row_read(&reader, row);
    const char *id = db_text(row, ID);
    row_keep(linker->links->rows, row, search);
    log_runs_add(runs, search->event, id, db_int(row, SOURCE), db_int(row, LINE));
  }
  sqlite3_finalize(row);
  log_runs_end(runs);
  reader_end(&reader);
  return !reader.line_up.late;
}

void log_link_sorted(struct linker *linker) {
  struct log_reader reader;
  reader_begin(&reader, linker);
  sqlite3_stmt *row = db_prepare(linker->db, "SELECT " SEARCH_COLUMNS " FROM event ORDER BY at, event");
  while (db_step(linker->db, row)) row_read(&reader, row);
  sqlite3_finalize(row);
  reader_end(&reader);
}
