/* The bytes of one file as lines of valid UTF-8: encoding recognised, BOM removed, CRLF, LF and CR distinguished, every line with
   its number. For a workbook, the rows of a sheet are the lines: PATH may name the sheet, "file.xlsx#Sheet". Refuses (stop_input,
   with the place and what to do) a path that is missing, unreadable, a directory, a FIFO or device, empty, of a known other type
   (PDF, gzip, zip), or an output of this program. The memory needed does not grow with a text file; a workbook is read whole. */
#pragma once
#include "ingest/csv/source_line.h"

struct source;

struct source *source_open(const char *path, const char *shown_as);
/* PATH without the sheet that it names; the caller's. SHEET points into PATH; NULL if it names none. */
char *source_file(const char *path, const char **sheet);
/* The same, CHUNK bytes at a time: for tests of what lies across the edge of a chunk. */
struct source *source_open_chunked(const char *path, const char *shown_as, gsize chunk);
void source_close(struct source *source);

/* Line AHEAD lines after the current one (0 = the current one); false past the end of the file. */
bool source_peek(struct source *source, guint ahead, struct source_line *line);
/* Moves on by COUNT lines. */
void source_drop(struct source *source, guint count);
/* Back to the first line. */
void source_rewind(struct source *source);

/* The workbook that the lines come from, see grid.h; NULL: it is a text file. */
struct grid *source_grid(const struct source *source);

const char *
source_encoding(struct source *source); /* "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "xlsx", "xls" */
guint64 source_bytes(const struct source *source);
guint64 source_position(const struct source *source); /* bytes passed so far, for progress */
/* SHA-256 of the bytes of the file, in hex: the caller's string. Stops the program if the file changed after source_open. */
char *source_sha256(struct source *source);
