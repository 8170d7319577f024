/* TABLE: the kinds of file, their roles, the headers that mean them. Finds which column plays which role by its header in any
   spelling and order, helped by what its cells look like; never two columns for one role, never a role by mere position. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum kind { KIND_LOG, KIND_REPORTS, KIND_PERSONNEL, KIND_NOTICES, KIND_DUTY, KIND_DISPOSITIONS, KIND_COUNT };

/* Key of [inputs] and tail of [columns.KEY]: "user_log", "incident_reports", ... */
const char *kind_name(enum kind kind);

enum role {
  /* user_log */
  LOG_TIME,
  LOG_USER,
  LOG_EVENT,
  LOG_USER_NAME,
  LOG_ACTION,
  LOG_WORKSTATION,
  LOG_ADDRESS,
  LOG_CASE,
  LOG_REASON,
  LOG_PROBE,
  LOG_RETURNED,
  LOG_CANDIDATE,
  LOG_AGENCY,
  LOG_DATE_ONLY,
  LOG_TIME_ONLY,
  /* incident_reports */
  REP_NUMBER,
  REP_SUPPLEMENT,
  REP_CAD,
  REP_AT,
  REP_TYPE,
  REP_STATUS,
  REP_OFFICER,
  REP_OFFICER_ID,
  REP_SUPERVISOR,
  REP_APPROVED,
  REP_NARRATIVE,
  REP_DATE_ONLY,
  REP_TIME_ONLY,
  /* personnel */
  PER_USER,
  PER_EMPLOYEE,
  PER_LAST,
  PER_FIRST,
  PER_NAME,
  PER_RANK,
  PER_UNIT,
  PER_UNIT_FROM,
  PER_UNIT_TO,
  PER_APPROVED,
  PER_APPROVED_BY,
  PER_TRAINED,
  PER_SEPARATED,
  PER_DEACTIVATED,
  PER_SHIFT_START,
  PER_SHIFT_END,
  /* chief_notifications */
  NOT_AT,
  NOT_NOTIFIED,
  NOT_METHOD,
  NOT_USER,
  NOT_CASE,
  NOT_SUBJECT,
  NOT_DATE_ONLY,
  NOT_TIME_ONLY,
  /* duty_schedule */
  DUT_USER,
  DUT_START,
  DUT_END,
  DUT_KIND,
  DUT_DATE,
  DUT_START_TIME,
  DUT_END_TIME,
  /* dispositions */
  DIS_FINDING,
  DIS_DISPOSITION,
  DIS_NOTE,
  DIS_BY,
  DIS_ON,
  ROLE_COUNT,
  ROLE_NONE = -1
};

/* As in audit.ini and messages: "time", "event id", "report number"; and whose it is; and whether a file is unusable without it
   (a date column with a time column beside it stands for a time). */
const char *role_name(enum role role);
enum kind role_kind(enum role role);
bool role_required(enum role role);
/* ROLE_NONE where KIND has no role of that name (spelled as role_name does, "_" for a blank allowed, in any case). */
enum role role_named(enum kind kind, const char *name);

struct column {
  char *header;
  enum role role;
  const char *how; /* static: "audit.ini", "header", "header words", "contents", or NULL */
};

struct columns {
  struct column *at; /* COUNT of them, by position */
  guint count;
  int of[ROLE_COUNT]; /* position of a role, -1 where not exported */
};

/* HEADER cells, up to SAMPLE_COUNT rows of sample cells (each of COUNT cells; a short row is padded by the caller), and what
   audit.ini's [columns.KIND] says (role name -> header; may be NULL or empty). Columns_clear frees what is inside. */
void columns_assign(struct columns *columns, enum kind kind, char **header, guint count, char ***samples, guint sample_count,
                    GHashTable *told);
void columns_clear(struct columns *columns);

/* How well a row reads as the header of KIND, 0 to 1; of any kind, the best (KIND set). For csv.h's header_score. */
double header_fits(enum kind kind, char **cells, guint count);
double header_fits_best(char **cells, guint count, enum kind *kind);

/* The required roles a file lacks, in words ("time, user"); NULL when none. The caller's string. */
char *columns_missing(const struct columns *columns, enum kind kind);
