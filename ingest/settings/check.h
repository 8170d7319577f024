/* Checks the contents of audit.ini. */
#pragma once
#include "ingest/roles/kind.h"
#include "ingest/settings/ini.h"

/* Stops the program if a section, a key or a value is unknown (naming the nearest known one) or something is missing: all faults
   of the file are reported. FOLDER is that of the audit. */
void settings_check(const struct ini *ini, const struct kind *const *kinds, const char *folder);
/* The kind of a section [columns.KIND]; NULL: another section. */
const struct kind *columns_kind(const char *section, const struct kind *const *kinds);
