/* Runs of ids, put together row by row; gaps between them are judged by a rule. */
#include "analyze/link/id_runs.h"
#include <string.h>

enum { DIGITS_MOST = 18 };

struct end { /* a row of the log */
  gint64 event, source, line;
};

struct log_runs {
  struct insert *to;
  bool open;
  GString *prefix;
  gint64 first_number, number;
  gsize digits; /* of the last */
  struct end first, last;
};

struct log_runs *log_runs_begin(struct db *db) {
  struct log_runs *runs = g_new0(struct log_runs, 1);
  runs->to =
      insert_open(db, "log_run", "prefix, first, last, digits, first_source, first_line, last_source, last_line, last_event");
  runs->prefix = g_string_new(NULL);
  return runs;
}

static void run_close(struct log_runs *runs) {
  if (!runs->open) return;
  const gint64 values[] = {runs->first_number, runs->number,      (gint64)runs->digits, runs->first.source,
                           runs->first.line,   runs->last.source, runs->last.line,      runs->last.event};
  insert_text(runs->to, 1, runs->prefix->str);
  for (guint i = 0; i < G_N_ELEMENTS(values); i++) insert_int(runs->to, i + 2, values[i]);
  insert_row(runs->to);
  runs->open = false;
}

/* Up to DIGITS_MOST digits. */
static gint64 digits_number(const char *digits, gsize count) {
  gint64 number = 0;
  for (gsize i = 0; i < count; i++) number = number * 10 + digits[i] - '0';
  return number;
}

void log_runs_add(struct log_runs *runs, gint64 event, const char *id, gint64 source, gint64 line) {
  gsize length = id ? strlen(id) : 0, prefix = length;
  while (prefix && g_ascii_isdigit(id[prefix - 1])) prefix--;
  gsize digits = length - prefix;
  if (!digits || digits > DIGITS_MOST) {
    run_close(runs);
    return;
  }
  gint64 number = digits_number(id + prefix, digits);
  bool goes_on = runs->open && number == runs->number + 1 && event == runs->last.event + 1 && prefix == runs->prefix->len &&
                 !memcmp(id, runs->prefix->str, prefix);
  if (!goes_on) {
    run_close(runs);
    runs->open = true;
    g_string_truncate(runs->prefix, 0);
    g_string_append_len(runs->prefix, id, (gssize)prefix);
    runs->first_number = number, runs->first = (struct end){event, source, line};
  }
  runs->number = number, runs->digits = digits, runs->last = (struct end){event, source, line};
}

void log_runs_end(struct log_runs *runs) {
  run_close(runs);
  insert_close(runs->to);
  g_string_free(runs->prefix, TRUE);
  g_free(runs);
}
