/* What the files of ingest/ share about the kind of input and the file being read: columns, date orders, counts. */
#pragma once
#include "include/cell/date_column.h"
#include "include/db.h"
#include "ingest/csv/sample.h"
#include "ingest/roles/roles.h"
#include "ingest/rows/duplicates.h"
#include "ingest/settings/settings.h"

/* One kind of input, over all its files. */
struct intake {
  struct db *db;
  const struct settings *settings;
  const struct kind *kind;
  gpointer gathered;       /* by the kind: see struct kind */
  struct duplicates *seen; /* the rows read */
  GArray *ranks;           /* of guint: the first file's columns by their rank in columns_order; NULL: no file yet */
  GHashTable *layouts;     /* source -> headers of the file, sorted and joined */
  struct insert *table, *more, *reject, *duplicate, *not_data, *note;
  guint role_values[ROLES_MOST]; /* the value of a row of TABLE that is the role's cell as it stands; 0: none */
};

struct counts {
  gint64 rows, kept, duplicates, rejected, not_data;
};

/* One file being read. */
struct intake_file {
  struct intake *intake;
  gint64 number;     /* source */
  const char *shown; /* as audit.ini names it */
  struct columns columns;
  struct date_column evidence[ROLES_MOST]; /* what the cells of dated columns say of their order */
  enum date_order order[ROLES_MOST];
  const struct zone *zone;            /* of local times in it */
  const char *zone_name;              /* for a person */
  const char *shape;                  /* of its main dates, static */
  gint64 marked;                      /* cells with a zone of their own */
  gint64 ambiguous, skipped, untimed; /* moments of rows kept that are in doubt, and dates without a time */
  bool clocked;                       /* some cell of its main moment states a time of day other than 0:00 */
  gint64 unread_clocks;               /* those of them with a time of day that cannot be read */
  char *unread_clock;                 /* the first of these */
  const char *layout;                 /* its headers, sorted and joined */
  guint *positions;                   /* the order of its columns for comparing rows with other files; NULL: unchanged */
  GString *ordered;                   /* a row in that order */
  GString *withheld;                  /* names of the cells withheld in the current row */
  struct moment_text moment;          /* of the row in hand */
  struct row_print print;             /* of the current row; not named if another row has its id */
  gint64 first, last;                 /* moments of rows kept; first > last: none */
  struct counts counts;
  guint repaired;        /* records with bytes that are not text */
  GString *repaired_at;  /* the lines of the first few */
  guint damaged;         /* the line of the last record if it is damaged; 0: it is complete */
  char *damage;          /* what is wrong with it; NULL: nothing */
  struct record *record; /* in hand */
};
