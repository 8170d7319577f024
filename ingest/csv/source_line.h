/* One line of a file, whatever it comes from. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct source_line {
  const char *text; /* valid UTF-8 without the line end, NUL-terminated; lives until source_drop passes it */
  gsize length;
  guint number;    /* from 1, physical lines */
  bool repaired;   /* bytes that are not text (bad encoding, NUL, noncharacter) were replaced by U+FFFD */
  bool cut;        /* longer than 16 MiB: the rest of it is not given */
  const char *end; /* its line end: "\n", "\r\n", "\r", or "" at the end of the file (static) */
};
