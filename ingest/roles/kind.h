/* What a kind of input is: its name, its columns with the headers that mean them, and what is done with its rows. Each kind is
   one file of ingest/kinds/, which states all of this; the rest of ingest/ knows kinds only by this struct. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What a cell looks like. */
enum look {
  LOOK_INTEGER = 1 << 0,
  LOOK_CODE = 1 << 1,  /* one token with digits: 2022-9073, WS-CIU-04 */
  LOOK_LOGIN = 1 << 2, /* one token that begins with a letter: jmarsh, AGENCY\jmarsh, an e-mail address */
  LOOK_HEX = 1 << 3,   /* a UUID or hash */
  LOOK_NAME = 1 << 4,  /* Last, First; First Last; Det. J. Marsh */
  LOOK_WORD = 1 << 5,  /* up to three words without digits */
  LOOK_TEXT = 1 << 6,  /* several words */
  LOOK_LONG = 1 << 7,  /* more than a line of words */
  LOOK_IP = 1 << 8,
  LOOK_FILE = 1 << 9, /* a file name */
  LOOK_DATETIME = 1 << 10,
  LOOK_DATE = 1 << 11, /* a date, or a date at 0:00 */
  LOOK_TIME = 1 << 12,
  LOOK_FLAG = 1 << 13, /* Y, N, true, 0 ... */
  LOOK_COUNT = 14,
  LOOK_ALL = (1 << 14) - 1,
  LOOK_IDS = LOOK_INTEGER | LOOK_CODE, /* identifiers of any form */
  LOOK_DAYS = LOOK_DATE | LOOK_DATETIME,
  LOOK_SHORT = LOOK_ALL & ~(LOOK_LONG | LOOK_DATETIME | LOOK_IP | LOOK_FILE)
};

enum { ROLE_NONE = -1, ROLES_MOST = 32 /* of one kind */ };

/* What a column can be. Elsewhere a role is its index in the roles of its kind. */
struct role {
  const char *name;     /* as in audit.ini and messages: "time", "event id" */
  const char *phrases;  /* "user id:100|user:92": headers in common words (vocabulary.c), and how sure each makes the role */
  const char *column;   /* the column of the kind's table that takes its cells unchanged; NULL: KEEP stores them */
  unsigned fits, bears; /* looks that speak for the role, and looks that it tolerates; any other speaks against it */
  unsigned look, rival; /* if only one column looks like this, it plays the role whatever its header, unless another column has
                           the look RIVAL; 0: no look is enough */
  guint tells;   /* how strongly such a header shows that a table is of this kind; dates and names, which any table has, do not */
  bool required; /* a file cannot be used without it (a date and a time of day together count as a time) */
  bool dated;    /* its cells are dates; the order of day and month is determined for the whole column */
  bool names_row; /* an id that differs on each row and names the row */
  bool repeats;   /* few different cells */
  bool shares;    /* its column may also play a required role */
  /* What init says if no column plays the role, besides the rules that then cannot be tested. */
  const char *absent;
  const char *unless; /* another role, by name, whose column makes this one unnecessary */
  bool quiet;         /* not mentioned if missing: it is rare, or another role serves */
};

/* Times that may be split into two columns, a date and a time of day. ROLE_NONE: no such part. */
struct role_split {
  int whole[2], parts[3]; /* whole[0] = parts[0] with parts[1], whole[1] = parts[0] with parts[2] */
};

/* Which days a kind of input covers: every day from one row to the next, except unusually long silence. */
struct kind_cover {
  const char *days; /* a SELECT of days, or of moments */
  bool moments;
  const char *before, *after; /* keys of [thresholds]: the number of days it covers before its first row, and does not cover
                                 before its last one; NULL: none, and usual silence at the ends of the period is not a gap */
  const char *says;           /* a sentence for a person that explains this; NULL: none */
};

struct intake;
struct intake_file;
struct sample;

struct kind {
  const char *key;   /* of [inputs], and of [columns.KEY] */
  const char *words; /* for a person: "duty schedule" */
  const struct role *roles;
  int role_count;
  const struct role_split *split; /* NULL: none */
  guint telling;                  /* a table is of this kind if the TELLS of its roles add up to this */
  const char *foreign;            /* words that no header of such a table has, separated by blanks; NULL: none */
  bool required;                  /* there is no audit without it */
  bool people;                    /* a row is a person: two rows with withheld names are two people */
  bool quiet;                     /* its absence need not be mentioned */
  const struct kind_cover *cover; /* NULL: assumed to cover the whole period */

  /* Where its rows are stored: columns of a table that KEEP fills, and of another table for long texts (NULL: none). */
  const char *table, *columns, *more, *more_columns;
  /* Stores the current record as such a row. False: rejected; REASON (a buffer of SIZE) says why, "" if it was stored as
   * something else. */
  bool (*keep)(struct intake_file *file, char *reason, gsize size);

  /* The rest may be NULL. GATHER makes what is collected over all files of the kind (intake->gathered), before the first; it is
   * freed after the last. */
  gpointer (*gather)(struct intake *intake);
  void (*gathered_free)(gpointer gathered);
  void (*file_begin)(struct intake_file *file, const struct sample *sample); /* its columns are known, its rows are not */
  void (*file_end)(struct intake_file *file);                                /* all its rows are stored */
  void (*finish)(struct intake *intake);                                     /* all files of the kind are read */
};

/* ROLE_NONE if KIND has no role of this name (in any case, "_" for a blank). */
int role_named(const struct kind *kind, const char *name);
/* Whether a role has a column, or a date and a time of day in its place; OF: the position of each role's column, -1: none. */
bool role_present(const struct kind *kind, const int *of, int role);
/* NULL if none of KINDS, an array that ends with NULL, has this key. */
const struct kind *kind_named(const struct kind *const *kinds, const char *key);

/* Headers that mean a case number, in any kind of input. */
#define CASE_NUMBER_PHRASES                                                                                                      \
  "case number:100|case:90|oir number:100|oir:92|incident report number:98|agency case number:100|"                              \
  "report number:94|case id:93|incident number:91|incident report:88|offense report number:97|offense report:89|"                \
  "offense number:84|reference number:82|reference:78|case reference:87|incident id:86|report id:85|incident:70|"                \
  "report:68|incident case number:95|case incident number:95|incident case:90|go number:88|complaint number:83|"                 \
  "case report number:96|file number:65|cad number:62|cad:58|event number:56|dr number:92|dr:70|"                                \
  "dr case number:97|rd number:90|rd:66|ccn:88|case control number:94|call control number:60|orn:80|"                            \
  "file number case:66|number:46|police report number:95|record number:55"
