/* Whether audit.ini says what it may say. */
#pragma once
#include "ingest/roles/kind.h"
#include "ingest/settings/ini.h"

/* Stops the program at a section, a key or a value that is not known, with the nearest that is, and where something is lacking.
   FOLDER is the audit's. */
void settings_check(const struct ini *ini, const struct kind *const *kinds, const char *folder);
/* The kind of a section [columns.KIND]; NULL: it is another section. */
const struct kind *columns_kind(const char *section, const struct kind *const *kinds);
