/* TABLE: the sections and keys of audit.ini but [inputs] and [columns.KIND], which are the kinds'. */
#pragma once
#include "ingest/settings/ini.h"
#include <stdbool.h>

/* A value that the key cannot have is a fault of the file. */
typedef void (*setting_check)(const struct ini *ini, const struct ini_entry *entry);

struct setting_key {
  const char *section, *key; /* KEY NULL: any */
  const char *fallback;      /* what holds without a value; NULL: nothing */
  setting_check check;       /* NULL: any value */
};
extern const struct setting_key setting_keys[]; /* those of a section stand together */
extern const guint setting_key_count;

/* It must not be empty. */
void check_text(const struct ini *ini, const struct ini_entry *entry);
/* Stretches of days, separated by ";". */
void check_spans(const struct ini *ini, const struct ini_entry *entry);
bool date_read_iso(const char *text, gint32 *day);
/* "2022-06-01 to 2023-05-31"; false: it is no such thing. */
bool days_span(const char *text, gint32 *from, gint32 *to);
/* A value as the program reads it: dates as ISO, days of the week spelt out, paths from where the program runs. The caller's. */
char *value_effective(const char *folder, const struct ini_entry *entry);
