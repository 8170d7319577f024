/* What a report says, before it is a file: headings, text, figures, tables and charts in reading order. Writers only place it. */
#pragma once
#include "include/db.h"
#include "report/document/block.h"

struct document {
  char *agency, *title, *period;
  char *foot;        /* of every page: the date of the audit, the program, the fingerprint, how to handle it */
  char *made_on;     /* ISO 8601: the date of the audit, never that of the clock */
  GPtrArray *blocks; /* of struct block * */
};

/* Reads the sections on ON ("pdf", "page") from an analysed database. */
struct document *document_read(struct db *db, const char *on);

/* The same under a TITLE of its own; HANDLING is the last sentence of its foot. */
struct document *document_read_titled(struct db *db, const char *on, const char *title, const char *handling);

/* As document_read, charts only. */
struct document *document_read_charts(struct db *db, const char *on);
void document_free(struct document *document);

/* The date of the audit as seconds of UTC: the settings run/epoch or run/as_of, else the end of the period, else 0. */
gint64 document_moment(struct db *db);
