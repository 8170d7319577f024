/* Text helpers used on both sides of the database. All strings are valid, NUL-terminated UTF-8. New strings are the caller's
   (g_free). */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A key ignores case, accents, width and repeated white space: "PEÑA, José " -> "pena, jose". */
char *text_key(const char *text);

/* A key of letters and digits only, words joined by one space: "Date/Time (UTC)" -> "date time utc". */
char *text_words(const char *text);

/* Whether a folded word begins surnames but is not a surname by itself: "de", "van", "st". */
bool text_particle(const char *word);

/* For a person to read on a terminal or in a cell: controls, bidirectional marks, zero-width characters, noncharacters
   appear as U+XXXX in angle brackets; line breaks and tabs become a space when ONE_LINE. */
char *text_show(const char *text, bool one_line);

/* TEXT as a cell of a CSV file: in quotes where it holds the DELIMITER, a quote or a line break. */
char *text_csv_cell(const char *text, char delimiter);

/* Removes white space (ASCII and NBSP) from both ends, in place; returns TEXT. */
char *text_trim(char *text);

/* Removes, in place, what a spreadsheet writes around a number that is kept as text: ="0042" and '0042 become 0042. Returns TEXT.
 */
char *text_undress(char *text);

/* The parts of a list separated by ";", trimmed, without empty ones; "\;" is a semicolon in a part. Ends with NULL; g_strfreev.
 */
char **text_list(const char *text);

/* Edit distance with transpositions of neighbours (optimal string alignment), by character. */
guint text_distance(const char *a, const char *b);

/* The candidate nearest to WORD, or NULL if none is near enough to be a slip. CANDIDATES ends with NULL. */
const char *text_nearest(const char *word, const char *const *candidates);
