/* The formats of a report, by the names that the command line gives them. */
#pragma once
#include "include/folder/manifest.h"

/* The names of all formats, for g_strfreev. */
char **report_formats(void);

/* The formats of the files that an audit's MANIFEST lists, separated by commas; the caller's. */
char *report_formats_of(const struct manifest *manifest);
