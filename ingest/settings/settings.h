/* audit.ini with defaults filled in. An unknown section or key, a bad value, a period that ends before it starts or an unknown
   time zone ends the program with exit 3, naming the line and the nearest known name. */
#pragma once
#include <glib.h>
#include "ingest/roles/kind.h"
#include "include/cell/zone.h"

struct settings_input {
  const struct kind *kind;
  char *path;
}; /* PATH as written in audit.ini, relative to the folder */

struct settings {
  const struct kind *const *kinds; /* all kinds of input, in the order in which they are read; ends with NULL */
  char *folder, *file;             /* the folder as given; the path of audit.ini as shown in messages */
  char *agency, *directive, *timezone;
  char *log_timezone;      /* [log] timezone, else NULL */
  char **authorized_units; /* ends with NULL */
  gint32 from, to;         /* days, both included */
  struct zone *zone;       /* the agency's */
  struct zone *log_zone;   /* of LOG_TIMEZONE */
  GArray *inputs;          /* of struct settings_input: by kind; several files of one kind in the order written */
  GHashTable *columns;     /* see settings_columns */
  GPtrArray *values;       /* of struct setting_value: every section and key with its effective value, for table setting */
};

struct setting_value {
  char *section, *key, *value;
  guint line; /* of audit.ini, 0: a default */
};

/* KINDS: all kinds of input; ends with NULL. */
struct settings *settings_read(const char *folder, const struct kind *const *kinds);
void settings_free(struct settings *settings);
/* The effective value; NULL if there is none. */
const char *settings_value(const struct settings *settings, const char *section, const char *key);
/* The line of audit.ini with this key; 0: a default, or not set. */
guint settings_line(const struct settings *settings, const char *section, const char *key);
/* What [columns.KIND] says: role name -> header. Never NULL. */
GHashTable *settings_columns(const struct settings *settings, const struct kind *kind);
