/* What faceaudit init knows of a folder, for its own files only: file_kind.c looks at one file, trial_run.c reads those that were
   recognised, zone_guess.c weighs time zones, lacking.c says what is lacking, survey_print.c and compose.c put it in words. */
#pragma once
#include "ingest/kinds/log/clock.h"
#include "include/db.h"
#include "ingest/csv/sample.h"
#include "ingest/roles/roles.h"

enum { ZONES = 8 };

/* Time zones of the United States, for want of any other evidence. */
struct zone_choice {
  const char *name;
  const struct zone *zone;
};

enum probe_state {
  PROBE_OTHER,   /* no table of a known kind: WHAT says what it is and what to do */
  PROBE_KNOWN,   /* of KIND */
  PROBE_PERHAPS, /* of KIND, if a person says so: few of its columns are known */
  PROBE_LACKING  /* like KIND, but MISSING names the roles without which it cannot be used */
};

struct probe {
  char *name, *path; /* NAME is valid UTF-8, for messages and audit.ini */
  enum probe_state state;
  char *what, *missing;
  const struct kind *kind, *rival; /* NULL: none. RIVAL: another kind that it fits nearly as well */
  struct sample sample;            /* header, sample rows, title lines */
  guint width;                     /* cells of a row */
  guint named;                     /* columns with a role */
  guint tells;                     /* how much of that */
  const char *beside;              /* the file of its kind that is used and has another header; NULL: none */
  bool telling;                    /* its headers say that it is of KIND, beyond what any table has */
  struct columns columns;
  char *sha256;
  const char *same_as;       /* the file of the same bytes that stands for it */
  bool used;                 /* is in [inputs] */
  guint marked, fits[ZONES]; /* cells of the main time with an offset of their own, and how many each zone agrees with */
};

struct survey {
  const char *folder;
  GPtrArray *probes; /* of struct probe, by name */
  struct db *db;     /* those that are known, read on trial; without rows where that failed */
  char *failed;      /* why it did */
  struct zone_choice zones[ZONES];
  int zone;                                        /* of the agency: -1 unknown. Sure: the cells say so */
  bool zone_sure, log_utc, log_local;              /* the log's unmarked times are plainly UTC, or local, by the hours of duty */
  char *systems;                                   /* what the narratives call facial recognition by; NULL: nothing new */
  GString *zone_words, *log_words, *systems_words; /* comments: the evidence, a line each */
};

/* The names by which a file's tables are named: its own, or of a workbook with several sheets one for each, "book.xlsx#Log". Of
   char *, the caller's. */
GPtrArray *probe_files(const char *folder, const char *name);
/* NULL for what is not worth a word. Cells of times are held against ZONES. */
struct probe *probe_file(const char *folder, const char *name, const struct zone_choice *zones);
void probe_free(gpointer probe);
/* Three cells of a column that state something, for a person: "0.72" | "0.71" | "0.72". */
char *probe_samples(const struct probe *probe, guint column);

/* In a process of its own: a file that cannot be read costs init the figures, not its end. */
void trial_read(struct survey *survey);
/* The files of a kind that [inputs] names, the earliest first; of struct probe *, the caller's. */
GPtrArray *survey_inputs(const struct survey *survey, const struct kind *kind);
/* The trial's row of source for a file, 0 where it was not read. */
gint64 survey_source(const struct survey *survey, const struct probe *probe);
guint survey_count(const struct survey *survey, enum probe_state state, const struct kind *kind);

void zones_open(struct survey *survey);
void zones_weigh(struct survey *survey);
/* The local day of a moment of the trial's event, as the evidence has it. ZONE_NAME is what the trial read its file in. */
gint32 survey_day(const struct survey *survey, gint64 at, const char *zone_name);

/* The role that an unplaced column may play, by its header: ROLE_NONE where nothing speaks for any. */
int role_guess(const struct probe *probe, guint column);
/* What it means that a role has no column: the caller's words. */
char *role_absent(const struct survey *survey, const struct kind *kind, int role);
/* The rules that cannot be tested for want of a kind of file, by commas; NULL where none. */
char *kind_absent(const struct survey *survey, const struct kind *kind);
/* A role that init speaks of: not one half of a date in two columns that stands in one. */
bool role_spoken(const struct probe *probe, int role);
