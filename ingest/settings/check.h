/* Whether audit.ini says what it may say. */
#pragma once
#include "ingest/roles/kind.h"
#include "ingest/settings/ini.h"

/* Stops the program where a section, a key or a value is not known, with the nearest that is, or something is lacking: all faults
   of the file are told. FOLDER is the audit's. */
void settings_check(const struct ini *ini, const struct kind *const *kinds, const char *folder);
/* The kind of a section [columns.KIND]; NULL: it is another section. */
const struct kind *columns_kind(const char *section, const struct kind *const *kinds);
