/* Where the rows of a workbook stand, so that cells lead to them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct row_place {
  guint32 sheet, row; /* the sheet of its section, from 0; the row, from 1 */
};

/* By which keys are told apart. */
guint64 links_hash(const char *text);

struct links;
struct links *links_new(void);
void links_free(struct links *links);

/* The row at PLACE has the key TEXT; NULL is none. */
void links_keep(struct links *links, const char *text, struct row_place place);

/* After the last row, before the first links_find. */
void links_ready(struct links *links);
bool links_find(const struct links *links, const char *text, struct row_place *place);
