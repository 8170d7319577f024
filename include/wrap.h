/* Plain text for a terminal: wrapped to its width, between words, never inside one. */
#pragma once
#include <glib.h>

/* The number of columns: the environment's COLUMNS if set, else the terminal's on standard output, else 80; at least 40. */
guint wrap_columns(void);

/* The number of columns that TEXT takes. */
guint wrap_width(const char *text);

/* TEXT in lines of at most WIDTH; a word that is longer has a line of its own. An array of char *, which frees them. */
GPtrArray *wrap_lines(const char *text, guint width);
guint wrap_count(const char *text, guint width);

/* The width of the longest word of TEXT. */
guint wrap_word_most(const char *text);

/* These functions print on standard output and make text safe to show. Paragraphs are at most 100 columns wide, because longer
   lines are hard to read. */
void wrap_heading(const char *text, guint level); /* 1 is underlined, 2 is not */
void wrap_text(const char *text, guint indent);
/* " label text", with the text on the next line if the label is too long; NULL or empty text prints the label alone. */
void wrap_pair(const char *label, const char *text);
/* The same with the text at column AT. */
void wrap_pair_at(const char *label, const char *text, guint at);
