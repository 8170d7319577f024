/* The bytes of one file as lines of valid UTF-8: encoding recognised, BOM removed, CRLF, LF and CR distinguished, every line with
   its number. Refuses (stop_input, with the place and what to do) a path that is missing, unreadable, a directory, a FIFO or
   device, empty, or of a known other type (xlsx, PDF, gzip, zip). Memory does not grow with the file. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct source;

struct source_line {
  const char *text; /* valid UTF-8 without the line end, NUL-terminated; lives until source_drop passes it */
  gsize length;
  guint number;    /* from 1, physical lines */
  bool repaired;   /* bytes that are not text (bad encoding, NUL, noncharacter) were replaced by U+FFFD */
  bool cut;        /* longer than 1 MiB: the rest of it is not given */
  const char *end; /* its line end: "\n", "\r\n", "\r", or "" at the end of the file (static) */
};

struct source *source_open(const char *path, const char *shown_as);
/* The same, CHUNK bytes at a time: for tests of what lies on a chunk's edge. */
struct source *source_open_chunked(const char *path, const char *shown_as, gsize chunk);
void source_close(struct source *source);

/* Line AHEAD lines after the current one (0 = the current one); false past the end of the file. */
bool source_peek(struct source *source, guint ahead, struct source_line *line);
/* Moves on by COUNT lines. */
void source_drop(struct source *source, guint count);
/* Back to the first line. */
void source_rewind(struct source *source);

const char *source_encoding(struct source *source); /* "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE", "Windows-1252" */
guint64 source_bytes(const struct source *source);
guint64 source_position(const struct source *source); /* bytes passed, for progress */
/* SHA-256 of the bytes of the file, in hex: the caller's string. Stops the program where the file changed since source_open. */
char *source_sha256(struct source *source);
