/* Between the files that make the user log a kind of input: its columns, and what is gathered over all its files. */
#pragma once
#include "ingest/rows/intake.h"

enum log_role {
  LOG_TIME,
  LOG_USER,
  LOG_EVENT,
  LOG_USER_NAME,
  LOG_ACTION,
  LOG_WORKSTATION,
  LOG_ADDRESS,
  LOG_CASE,
  LOG_REASON,
  LOG_OFFENSE,
  LOG_PROBE,
  LOG_RETURNED,
  LOG_CANDIDATE,
  LOG_AGENCY,
  LOG_DATE,
  LOG_CLOCK,
  LOG_ROLES
};

struct log_account {
  gint64 account;
  char *user_id, *user_name;
  gint64 searches; /* in the period */
  bool withheld;   /* its user is: rows of anybody */
};
struct log_action {
  bool search;
  gint64 rows;
};

struct log {
  GHashTable *accounts;              /* user key -> struct log_account */
  GHashTable *users;                 /* user id as written -> the same */
  GHashTable *reasons;               /* text -> its number in table reason */
  GHashTable *candidates;            /* a set of the names selected */
  GHashTable *actions;               /* as written -> struct log_action */
  struct insert *reason, *candidate; /* their tables */
  gint64 searches, in_period;
  gint64 first, last;        /* moments */
  gint64 withheld;           /* rows of the file in hand whose user is */
  struct zone *utc;          /* for files whose header says UTC; NULL: none yet */
  struct duplicates *others; /* events of earlier files of other layouts than the file in hand; NULL: there are none */
  GString *name;             /* of the row in hand */
  GString *purpose;          /* its reason and offense type */
};

/* row.c: see struct kind. */
bool log_keep(struct intake_file *file, char *reason, gsize size);

/* actions.c: whether the record in hand is a search, which counts its action; and the actions that are searches, or are not,
   with their rows (the caller's string). */
bool log_searches(struct intake_file *file);
char *log_actions(const struct log *log, bool search);

/* reexport.c: looks up the events that earlier files gave in other columns or formats. */
void log_reexport_begin(struct intake_file *file);
/* Another export gave this event, with the same id, moment and user, in other columns or formats: a duplicate, which is stored.
   Where the layout is the same and the row differs, something was changed between the exports: both rows are kept and said. */
bool log_reexported(struct intake_file *file, const char *id, const char *user, gint64 at);

/* agency.c: moves the rows of other agencies from table event to other_event, counts and notes them; and, when accounts are
   stored, takes out those that no row of ours has. */
void log_agencies_part(struct intake *intake);
void log_agencies_accounts(struct intake *intake);

/* whole.c: checks the log as a whole and stores what was gathered. */
void log_finish(struct intake *intake);
