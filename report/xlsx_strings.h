/* Texts that come again and again in a column are kept once in the workbook: which number each has. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct strings;

/* KEEP is asked once for each new text (as a cell holds it) and gives its number in the workbook. */
struct strings *strings_new(guint (*keep)(void *data, const char *text), void *data);
void strings_free(struct strings *strings);

/* Whether a column is still worth sharing: most of what it held so far had been there before. */
struct share {
  guint asked, known;
  bool off;
  const void *last; /* the text before, where it was shared */
};

/* The number of TEXT and the characters of its longest line; false where it is not shared. CUT as in xlsx_cell.h. */
bool strings_find(struct strings *strings, struct share *share, const char *text, gsize length, guint *number, guint *width,
                  guint64 *cut);
