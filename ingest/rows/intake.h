/* What the files of ingest share about one file being read: its columns, the date orders, the counts, the database. */
#pragma once
#include "include/audit.h"
#include "include/cell/moment.h"
#include "ingest/csv/csv.h"
#include "ingest/roles/roles.h"
#include "ingest/rows/duplicates.h"
#include "ingest/settings/settings.h"
#include "include/db.h"
#include "ingest/rows/recent.h"

struct counts {
  gint64 rows, kept, duplicates, rejected, not_data;
};

/* Everything that outlives one file. */
struct intake {
  struct db *db;
  const struct settings *settings;
  struct seen *rows[KIND_COUNT];   /* the rows read, by kind; NULL before its first file and after its last */
  GArray *ranks[KIND_COUNT];       /* of guint: the first file's columns by their place among all, as columns_order has it */
  GHashTable *layouts[KIND_COUNT]; /* source -> headers of the file, sorted and joined */
  GHashTable *accounts;            /* user key -> struct account_entry */
  GHashTable *users;               /* user id as written -> the same entries */
  GHashTable *reasons;             /* text -> struct reason_entry */
  GHashTable *candidates;          /* a set of the names selected */
  GHashTable *persons;             /* user key -> person number */
  GPtrArray *person_rows;          /* of struct person_row */
  GHashTable *actions;             /* action as written -> struct action_entry */
  struct memo recent_users, recent_reasons, recent_actions, recent_candidates; /* in front of these tables */
  gint64 searches, in_period;
  gint64 log_first, log_last; /* moments */
};

struct account_entry {
  gint64 account;
  char *user_id, *user_name;
  gint64 searches;
};
struct reason_entry {
  gint64 reason;
  bool withheld;
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
  enum role dated[ROLE_COUNT]; /* the roles that have evidence: DATED_COUNT */
  guint dated_count;
  const struct zone *zone; /* of local times in it */
  bool utc_by_header;
  const char *shape;                  /* of its main dates, static */
  gint64 marked;                      /* cells that bear a zone of their own */
  gint64 ambiguous, skipped, untimed; /* moments of rows kept that are in doubt, and dates without a time */
  const char *layout;                 /* its headers, sorted and joined */
  guint *positions;                   /* of its columns, to compare rows with other files; NULL: as they stand */
  GString *ordered, *name;            /* a row in that order; a name made for it */
  struct moment_text moment;          /* of the row in hand */
  struct sight sight;                 /* of the row in hand; not named where another row bears its id */
  struct seen *others;                /* events of files of other layouts; NULL: there are none */
  gint64 first, last;                 /* moments of rows kept; first > last: none */
  bool name_last_first;               /* a whole name without a comma gives the surname first */
  struct counts counts;
  struct insert *table, *more, *reject, *duplicate, *not_data, *note;
  struct record *record; /* in hand */
};

/* Keeps the record in hand as a row of its kind; false: rejected, and REASON (of this buffer) says why. */
typedef bool (*row_keeper)(struct intake_file *file, char *reason, gsize size);

/* Who keeps the rows of a kind, and what they give: columns of a table, and of another for what is long. */
struct keeper {
  row_keeper keep;
  const char *table, *columns, *more, *more_columns;
};
extern const struct keeper keepers[KIND_COUNT];

/* recognise.c: columns, zone and names of a file, from its header and first rows. */
void file_recognise(struct intake_file *file, struct csv *csv);

/* date_order.c: gathers what the dates of the record in hand say; settles the orders of the columns by all of them. */
void evidence_start(struct intake_file *file);
void evidence_add(struct intake_file *file);
void orders_settle(struct intake_file *file);
void orders_note(struct intake_file *file);

/* rows.c: all rows for evidence; then all of them, to be kept by the orders in force. */
void rows_survey(struct intake_file *file, struct source *source, struct csv *csv);
void rows_read(struct intake_file *file, struct source *source, struct csv *csv);
/* file.c */
void file_ingest(struct intake *intake, const struct settings_input *input, gint64 number);

/* Notes that the record in hand stands at PLACE already, and counts it. */
void duplicate_store(struct intake_file *file, struct place place);

bool log_keep(struct intake_file *file, char *reason, gsize size);
bool report_keep(struct intake_file *file, char *reason, gsize size);
bool person_keep(struct intake_file *file, char *reason, gsize size);
bool notice_keep(struct intake_file *file, char *reason, gsize size);
bool duty_keep(struct intake_file *file, char *reason, gsize size);
bool disposition_keep(struct intake_file *file, char *reason, gsize size);

/* What is inserted once all files of the log are read: accounts, reasons, candidates; and the checks of the log as a whole. */
void log_finish(struct intake *intake);
/* layout.c: before a file of the log, the events of earlier files in another layout, where there are any. */
void log_begin(struct intake_file *file);
/* Another export gave this event, with the same id, moment and user, in other columns or formats. Where the layout is the same
   and the row differs, something was changed between the exports: both rows are kept and said. */
bool event_in_other_layout(struct intake_file *file, const char *id, const char *user, gint64 at);
/* Persons put together from their rows. */
void person_row_free(gpointer row);
void persons_finish(struct intake *intake);

/* The cell that plays a role, trimmed; NULL: not exported. */
const char *cell_of(const struct intake_file *file, enum role role);
gsize cell_length(const struct intake_file *file, enum role role);
/* The same, NULL also where it is empty, a placeholder or withheld. */
const char *cell_stated(const struct intake_file *file, enum role role);
void cell_put(const struct intake_file *file, struct insert *to, guint at, enum role role);

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
