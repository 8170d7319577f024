/* audit.ini: a GLib key file with defaults filled in. An unknown section or key, a bad value, a period that ends before it
   starts, an unknown time zone end the program with exit 3, the line, and the nearest known name. */
#pragma once
#include <glib.h>
#include "ingest/roles/roles.h"
#include "include/cell/zone.h"

struct settings_input {
  enum kind kind;
  char *path;
}; /* PATH as written in audit.ini, relative to the folder */

struct settings {
  char *folder, *file; /* the folder as given; the path of audit.ini as shown in messages */
  char *agency, *directive, *timezone;
  char **authorized_units; /* ends with NULL */
  gint32 from, to;         /* days, both included */
  struct zone *zone;       /* the agency's */
  struct zone *log_zone;   /* [log] timezone, else NULL */
  GArray *inputs;          /* of struct settings_input: user_log first, then by kind, several files in the order written */
  GHashTable *columns[KIND_COUNT]; /* role name -> header; never NULL */
  GPtrArray *values; /* of struct setting_value: every section and key with its effective value, for table setting */
};

struct setting_value {
  char *section, *key, *value;
};

struct settings *settings_read(const char *folder);
void settings_free(struct settings *settings);
