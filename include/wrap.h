/* Plain text for a person at a terminal: as wide as the terminal, wrapped between words and never inside one. */
#pragma once
#include <glib.h>

/* How many columns there are: COLUMNS of the environment where it is set, else those of the terminal on standard output, else 80;
   never less than 40. */
guint wrap_columns(void);

/* How many of them TEXT takes. */
guint wrap_width(const char *text);

/* TEXT in lines of at most WIDTH; a word that is longer has a line of its own. An array of char *, freed with it. */
GPtrArray *wrap_lines(const char *text, guint width);
guint wrap_count(const char *text, guint width);

/* The longest word of TEXT. */
guint wrap_word_most(const char *text);

/* What follows prints on standard output, and makes text safe to show. Paragraphs are at most 100 columns wide: longer lines are
   hard to read. */
void wrap_heading(const char *text, guint level); /* 1 is underlined, 2 is not */
void wrap_text(const char *text, guint indent);
/* "  label      text", the text below where the label is too long; NULL or empty text prints the label alone. */
void wrap_pair(const char *label, const char *text);
/* The same with the text at column AT. */
void wrap_pair_at(const char *label, const char *text, guint at);
