/* Text helpers used on both sides of the database. All strings are valid, NUL-terminated UTF-8. New strings are the
   caller's, to g_free. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Upper and lower case, accents, width and repeated white space do not count in a key: "PEÑA,  José " -> "pena, jose". */
char *text_key(const char *text);

/* A key of letters and digits only, words joined by one space: "Date/Time (UTC)" -> "date time utc". */
char *text_words(const char *text);

/* "de", "van", "st": a folded word that begins surnames and is none alone. */
bool text_particle(const char *word);

/* For a person to read on a terminal or in a cell: controls, bidirectional marks, zero-width characters, noncharacters
   appear as U+XXXX in angle brackets; line breaks and tabs become a space when ONE_LINE. */
char *text_show(const char *text, bool one_line);

/* White space at both ends removed in place (ASCII blanks and NBSP); returns TEXT. */
char *text_trim(char *text);

/* How a spreadsheet keeps a number as text, taken off in place: ="0042" and '0042 are 0042. Returns TEXT. */
char *text_undress(char *text);

/* The parts of a list that is separated by ";", without the blanks round them, none empty. Ends with NULL; g_strfreev. */
char **text_list(const char *text);

/* Edit distance with transpositions of neighbours (optimal string alignment), by character. */
guint text_distance(const char *a, const char *b);

/* The candidate nearest to WORD, or NULL where none is near enough to be a slip. CANDIDATES ends with NULL. */
const char *text_nearest(const char *word, const char *const *candidates);
