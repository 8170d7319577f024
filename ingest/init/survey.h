/* What faceaudit init knows of a folder, for its own files only: file_kind.c looks at one file, trial_run.c reads those that were
   recognised, zone_guess.c weighs time zones, lacking.c finds what is missing, survey_print.c and compose.c put it into words. */
#pragma once
#include "ingest/kinds/log/clock.h"
#include "include/db.h"
#include "ingest/csv/sample.h"
#include "ingest/roles/roles.h"

enum { ZONES = 8 };

/* Time zones of the United States, the only ones tried. */
struct zone_choice {
  const char *name;
  const struct zone *zone;
};

enum probe_state {
  PROBE_OTHER,   /* not a table of a known kind: WHAT says what it is and what to do */
  PROBE_KNOWN,   /* of KIND */
  PROBE_PERHAPS, /* of KIND, if a person confirms it: few of its columns are known */
  PROBE_LACKING  /* like KIND, but MISSING names the roles without which it cannot be used */
};

struct probe {
  char *name, *path; /* NAME is valid UTF-8, for messages and audit.ini */
  enum probe_state state;
  char *what, *missing;
  const struct kind *kind, *rival; /* NULL: none. RIVAL: another kind, which fits nearly as well */
  struct sample sample;            /* header, sample rows, title lines */
  guint width;                     /* cells of a row */
  guint named;                     /* columns with a role */
  guint tells;                     /* how sure that is */
  const char *beside;              /* the file of its kind that is used instead and has a different header; NULL: none */
  bool telling;                    /* its headers are characteristic of KIND */
  struct columns columns;
  char *sha256;
  const char *same_as;       /* the identical file that is used in its place */
  bool used;                 /* is in [inputs] */
  guint marked, fits[ZONES]; /* cells of the main time with an offset of their own, and with how many of them each zone agrees */
};

struct survey {
  const char *folder;
  GPtrArray *probes; /* of struct probe, by name */
  struct db *db;     /* the known files, read on trial; no rows if that failed */
  char *failed;      /* why it failed */
  struct zone_choice zones[ZONES];
  int zone;                                        /* of the agency: -1 unknown. Sure: the cells say so */
  bool zone_sure, log_utc, log_local;              /* the log's unmarked times are plainly UTC, or local, by the hours of duty */
  char *systems;                                   /* what the narratives call facial recognition; NULL: nothing new */
  struct like *like;                               /* last year's audit.ini, see like.h; NULL: none */
  GString *zone_words, *log_words, *systems_words; /* comments with the evidence, one line each */
};

/* The names of the tables in a file: its own name or, for a workbook with several sheets, one for each, "book.xlsx#Log". Of char
 *, the caller's. */
GPtrArray *probe_files(const char *folder, const char *name);
/* NULL for files not worth mentioning. Cells of times are compared with ZONES. */
struct probe *probe_file(const char *folder, const char *name, const struct zone_choice *zones);
void probe_free(gpointer probe);
/* Three non-empty cells of a column, for a person: "0.72" | "0.71" | "0.72". */
char *probe_samples(const struct probe *probe, guint column);

/* Runs in a process of its own: a file that cannot be read costs init only the figures. */
void trial_read(struct survey *survey);
/* The files of a kind for [inputs], earliest first; of struct probe *, the caller's. */
GPtrArray *survey_inputs(const struct survey *survey, const struct kind *kind);
/* The trial's row in table source for a file; 0 if it was not read. */
gint64 survey_source(const struct survey *survey, const struct probe *probe);
guint survey_count(const struct survey *survey, enum probe_state state, const struct kind *kind);

void zones_open(struct survey *survey);
void zones_weigh(struct survey *survey);
/* The local day of a moment in the trial's table event, by the evidence. ZONE_NAME is the zone in which the trial read its file.
 */
gint32 survey_day(const struct survey *survey, gint64 at, const char *zone_name);

/* The role that an unplaced column may play, by its header; ROLE_NONE if nothing suggests one. */
int role_guess(const struct probe *probe, guint column);
/* What it means that a role has no column; the caller's string. */
char *role_absent(const struct survey *survey, const struct kind *kind, int role);
/* The rules that cannot be tested without a kind of file, separated by commas; NULL if none. */
char *kind_absent(const struct survey *survey, const struct kind *kind);
/* Whether init mentions a role: not one half of a moment that is in one column. */
bool role_spoken(const struct probe *probe, int role);
