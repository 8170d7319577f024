/* Records that know their line and faults, parsed by libcsv. A damaged record costs one record, never its neighbours, and is
   never returned as a good one. The delimiter, blanks around quoted cells, the header and the lines above it are recognised from
   the file (struct dialect). */
#pragma once
#include "ingest/csv/dialect.h"

enum record_kind {
  RECORD_DATA,
  RECORD_DAMAGED,  /* faults say why; its cells are a guess */
  RECORD_HEADER,   /* returned once; it may have more cells than the rows */
  RECORD_TITLE,    /* above the header */
  RECORD_REPEATED, /* the header again */
  RECORD_TOTAL,    /* "Total records: 474", "-- end of report --" */
  RECORD_BLANK
};

struct record {
  enum record_kind kind;
  guint line;  /* the first physical line */
  guint lines; /* physical lines it takes */
  guint count;
  char **
      cells; /* COUNT strings, valid UTF-8, not trimmed, adjacent in memory, each ended by a NUL; valid until the next csv_next */
  gsize *lengths;
  const char *raw; /* the physical lines as read (UTF-8), joined by \n; valid as long */
  gsize raw_length;
  bool repaired;     /* bytes in it were no text */
  GPtrArray *faults; /* of const char *: what is wrong, in words; empty if nothing is */
};

struct csv;

/* Recognises the dialect; SOURCE stays the caller's and must outlive the reader. */
struct csv *csv_open(struct source *source, header_score score, void *data);
void csv_close(struct csv *csv);
const struct dialect *csv_dialect(const struct csv *csv);
/* If no header was found: the cells of the line, LINE, that reads as one but is wider or narrower than the rows; NULL: there is
   none. */
char *const *csv_unmatched(const struct csv *csv, guint *line);
bool csv_next(struct csv *csv, struct record *record); /* false at the end; every physical line is in exactly one record */
void csv_rewind(struct csv *csv);                      /* starts again with the first record */
