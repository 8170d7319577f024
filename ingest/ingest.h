/* What the files of ingest share about one file being read: its columns, the date orders, the counts, the database. */
#pragma once
#include "audit.h"
#include "cell.h"
#include "csv.h"
#include "roles.h"
#include "seen.h"
#include "settings.h"

struct counts {
  gint64 rows, kept, duplicates, rejected, not_data;
};

/* Everything that outlives one file. */
struct intake {
  struct db *db;
  const struct settings *settings;
  struct seen *rows[KIND_COUNT]; /* fingerprints of rows kept, by kind */
  struct seen *ids;              /* event ids */
  struct seen *events;           /* id, moment and user of log rows: the same event in another layout */
  GHashTable *layouts;           /* source -> layout */
  GHashTable *accounts;          /* user key -> struct account_entry */
  GHashTable *reasons;           /* text -> number */
  GHashTable *persons;           /* user key -> person number */
  GHashTable *actions;           /* action as written -> struct action_entry */
  gint64 searches, in_period;
  gint64 log_first, log_last; /* moments */
};

struct account_entry {
  gint64 account;
  char *user_id, *user_name;
  gint64 searches;
};
struct action_entry {
  bool search;
  gint64 rows;
};

/* One file being read. */
struct intake_file {
  struct intake *intake;
  enum kind kind;
  gint64 number;     /* source */
  const char *shown; /* as audit.ini names it */
  struct columns columns;
  enum date_order order[ROLE_COUNT]; /* of the columns that hold dates */
  struct date_column *evidence[ROLE_COUNT];
  const struct zone *zone; /* of local times in it */
  bool utc_by_header;
  const char *shape;                  /* of its main dates, static */
  gint64 marked;                      /* cells that bear a zone of their own */
  gint64 ambiguous, skipped, untimed; /* moments of rows kept that are in doubt, and dates without a time */
  struct fingerprint layout;          /* of its headers, in any order */
  gint64 first, last;                 /* moments of rows kept; first > last: none */
  bool name_last_first;               /* a whole name without a comma gives the surname first */
  struct counts counts;
  sqlite3_stmt *insert, *insert_more, *reject, *duplicate, *not_data, *note;
  struct record *record; /* in hand */
};

/* Keeps the record in hand as a row of its kind; false: rejected, and REASON (of this buffer) says why. */
typedef bool (*row_keeper)(struct intake_file *file, char *reason, gsize size);

/* Notes that the record in hand stands at SOURCE and LINE already, and counts it. */
void duplicate_store(struct intake_file *file, guint source, guint line);

bool log_keep(struct intake_file *file, char *reason, gsize size);
bool report_keep(struct intake_file *file, char *reason, gsize size);
bool person_keep(struct intake_file *file, char *reason, gsize size);
bool notice_keep(struct intake_file *file, char *reason, gsize size);
bool duty_keep(struct intake_file *file, char *reason, gsize size);
bool disposition_keep(struct intake_file *file, char *reason, gsize size);

/* What is inserted once all files of the log are read: accounts, reasons; and the checks of the log as a whole. */
void log_finish(struct intake *intake);
/* Persons put together from their rows. */
void persons_finish(struct intake *intake);

/* The cell that plays a role, trimmed; NULL: not exported. */
const char *cell_of(const struct intake_file *file, enum role role);
/* The same, NULL also where it is empty, a placeholder or withheld. */
const char *cell_stated(const struct intake_file *file, enum role role);
void cell_bind(const struct intake_file *file, sqlite3_stmt *statement, int at, enum role role);

struct when {
  gint64 at, other;
  int millisecond;
  gint32 day;
  enum zone_doubt doubt;
  bool has_time;
};

/* The moment that a role's cell (or its date cell with its time cell) gives. ABSENT tells an empty cell from an unreadable one.
 */
bool moment_of(struct intake_file *file, enum role whole, enum role date, enum role time, struct when *when, bool *absent);
/* The day of a date cell; notes an unreadable one. */
bool day_of(struct intake_file *file, enum role role, gint32 *day);
const char *doubt_name(enum zone_doubt doubt);
void file_note(struct intake_file *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
void file_span(struct intake_file *file, gint64 moment);
