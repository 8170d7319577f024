/* Texts that come again and again in a column are kept once in the workbook: how a cell names one. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#define SHARED_TAIL 27 /* longest */

struct strings;

/* A text that is kept: what stands in a cell behind its style, up to the cell's end. */
struct shared {
  char *text;
  guint32 hash, length;
  guint32 width; /* characters of its longest line */
  guint8 tail_length;
  char tail[SHARED_TAIL];
};

/* KEEP is asked once for each new text (as a cell holds it) and gives its number in the workbook. */
struct strings *strings_new(guint (*keep)(void *data, const char *text), void *data);
void strings_free(struct strings *strings);

/* Whether a column is still worth sharing: most of what it held so far had been there before. */
struct share {
  guint asked, known;
  bool off;
  const struct shared *last; /* the text before, where it was shared */
};

/* The text as it is kept, for as long as STRINGS; NULL where it is not shared. CUT as in xlsx_cell.h. SHARE NULL: it is worth it.
 */
const struct shared *strings_find(struct strings *strings, struct share *share, const char *text, gsize length, guint64 *cut);
