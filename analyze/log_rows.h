/* What is kept of the log in memory from one pass to the next: a few bytes a row. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum candidate_state { CANDIDATE_UNEXPORTED, CANDIDATE_NONE, CANDIDATE_STATED, CANDIDATE_WITHHELD };

struct log_row {
  guint32 event, account;
  gint64 at, at_other;  /* at_other where has_other */
  const char *at_doubt; /* interned; NULL: none */
  gint32 at_ms, utc_offset, day;
  guint32 reason; /* 0: not exported */
  bool is_search, in_period, has_other;
  bool workstation; /* it states one */
  enum candidate_state candidate;
};

/* As events' own minute of the day, agency time. */
static inline gint32 log_row_minute(const struct log_row *row) { return (gint32)((row->at / 60 + row->utc_offset) % 1440); }

struct log_rows;
struct log_rows *log_rows_new(void);
void log_rows_free(struct log_rows *rows);
void log_rows_add(struct log_rows *rows, const struct log_row *row);

/* The rows in the order they were added: ROW is all zeroes at first. False: there are no more. */
struct log_rows_at {
  guint block;
  gsize offset;
};
bool log_rows_next(const struct log_rows *rows, struct log_rows_at *at, struct log_row *row);
