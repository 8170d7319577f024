/* A workbook as a file of lines, for source.c: each row of one of its sheets is a line, numbered as in the sheet, and already
   split into cells. The whole file is read once, so that the bytes hashed are those that were parsed. */
#pragma once
#include "ingest/csv/source_line.h"

struct grid;

/* NULL: PATH is not a workbook. Ends the program (stop_input) if it is a workbook that cannot be read, or an output of this
   program. SHEET NULL: the visible sheet with the most cells, until grid_use. */
struct grid *grid_open(const char *path, const char *shown_as, const char *sheet);
/* The sheets of a workbook that are not empty, with their names trimmed: of char *, the caller's. WHY says why it cannot be used
   (the caller's), else NULL. NULL without WHY: PATH is not a workbook. */
GPtrArray *grid_sheets(const char *path, char **why);
void grid_close(struct grid *grid);

guint grid_count(const struct grid *grid);  /* sheets to choose from: 1 if one was named */
void grid_use(struct grid *grid, guint at); /* from the first row on */
const char *grid_name(const struct grid *grid, guint at);
guint grid_used(const struct grid *grid);
bool grid_hidden(const struct grid *grid); /* the sheet is */
/* Records another sheet that reads as well as the one used; AT -1: none does. */
void grid_rival(struct grid *grid, int at);
const char *grid_rival_name(const struct grid *grid); /* NULL: none */
bool grid_empty(const struct grid *grid);             /* no cell of the sheet holds anything */

bool grid_peek(struct grid *grid, guint ahead, struct source_line *line);
void grid_drop(struct grid *grid, guint count);
void grid_rewind(struct grid *grid);

/* The cells of the line AHEAD lines after the current one; every row has the same number. */
void grid_cells(struct grid *grid, guint ahead, void (*take)(void *text, size_t length, void *data), void *data);
/* From now on rows have WIDTH cells; what is beside them is a fault of its row. */
void grid_narrow(struct grid *grid, guint width);
/* Adds to FAULTS (of char *, which it owns) what is wrong with cells of the current line. */
void grid_faults(struct grid *grid, GPtrArray *faults);
/* What a person should know about the sheet: hidden rows, other sheets. Of char *, the caller's. */
GPtrArray *grid_notes(const struct grid *grid);

const char *grid_encoding(const struct grid *grid); /* "xlsx" or "xls" */
guint64 grid_bytes(const struct grid *grid);
guint64 grid_position(const struct grid *grid);
char *grid_sha256(const struct grid *grid); /* the caller's */
