/* The formats of a report, by the names that the command line gives them. */
#pragma once

/* The names of all formats, for g_strfreev. */
char **report_formats(void);
