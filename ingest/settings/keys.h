/* TABLE: the sections and keys of audit.ini, except [inputs] and [columns.KIND], which depend on the kinds of input. */
#pragma once
#include "ingest/settings/ini.h"
#include <stdbool.h>

/* Checks a value; one that the key cannot have becomes a fault of the file. */
typedef void (*setting_check)(const struct ini *ini, const struct ini_entry *entry);

struct setting_key {
  const char *section, *key; /* KEY NULL: any */
  const char *fallback;      /* the default; NULL: none */
  setting_check check;       /* NULL: any value */
};
extern const struct setting_key setting_keys[]; /* the keys of a section are adjacent */
extern const guint setting_key_count;

/* It must not be empty. */
void check_text(const struct ini *ini, const struct ini_entry *entry);
/* Spans of days, separated by ";". */
void check_spans(const struct ini *ini, const struct ini_entry *entry);
bool date_read_iso(const char *text, gint32 *day);
/* "2022-06-01 to 2023-05-31"; false: it is not one. */
bool days_span(const char *text, gint32 *from, gint32 *to);
/* A value in the form that the program uses: dates as ISO, days of the week spelt out, paths relative to the current folder. The
   caller's. */
char *value_effective(const char *folder, const struct ini_entry *entry);
