/* What a report says, before it is a file: headings, text, figures, tables and charts in reading order. All text is ready
   to be shown (text_show) and all numbers are formatted; writers only place it. */
#pragma once
#include "report/chart/chart.h"
#include "include/db.h"
#include "report/document/section.h"

/* Widths of charts, in points. */
#define CHART_FULL 504.0
#define CHART_HALF 246.0

enum block_kind {
  BLOCK_HEADING, /* level, text */
  BLOCK_TEXT,    /* text */
  BLOCK_TERM,    /* label, text: "Tested", "Any event on a day ..." */
  BLOCK_STATUS,  /* label (a status of audit_clause), text */
  BLOCK_FIGURES, /* table of label, value, note */
  BLOCK_TABLE,
  BLOCK_CHART,
  BLOCK_PAGE, /* what follows begins a page */
  BLOCK_SIGN  /* label (who signs), text (for what): lines for a name, a signature and a date */
};

struct table {
  guint columns;
  struct column kinds[COLUMNS_MOST];
  bool hidden[COLUMNS_MOST]; /* a link, or empty in every row */
  GPtrArray *heads;          /* of char * */
  GPtrArray *cells;          /* of char *, row by row */
};

struct block {
  enum block_kind kind;
  int level;
  bool half; /* a chart that shares its line with the next */
  char *label, *text;
  struct table *table;
  struct chart *chart;
};

struct document {
  char *agency, *title, *period;
  char *made_on;     /* ISO 8601: the date of the audit, never that of the clock */
  GPtrArray *blocks; /* of struct block * */
};

/* Reads the sections on ON ("pdf", "page") from an analysed database. */
struct document *document_read(struct db *db, const char *on);

/* The same without all that is no chart. */
struct document *document_read_charts(struct db *db, const char *on);
void document_free(struct document *document);

guint table_rows(const struct table *table);
const char *table_cell(const struct table *table, guint row, guint column);
bool table_shown(const struct table *table, guint column);

/* The sign and the words of a status of audit_clause: no colour is needed to tell them apart. */
const char *status_sign(const char *status);
const char *status_words(const char *status);

/* The date of the audit as seconds of UTC: SOURCE_DATE_EPOCH, else the setting run/as_of, else the end of the period, else 0. */
gint64 document_moment(struct db *db);
