/* Cells of a sheet as XML: fast where a text is plain, careful where it is not. Text is only ever a string, never a formula. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#define EXCEL_TEXT 32767u /* UTF-16 units in a cell */
#define EXCEL_ROWS 1048576u
#define EXCEL_LINKS 65530u /* on a sheet */

/* Bytes to write into: room is asked for first, then AT moves. */
struct ink {
  char *bytes, *at;
  gsize size;
};

void ink_need(struct ink *ink, gsize length); /* room for so many bytes more, AT may move */
void ink_text(struct ink *ink, const char *text, gsize length);
void ink_number(struct ink *ink, guint64 number);
void ink_free(struct ink *ink);
#define ink_literal(ink, text) ink_text(ink, text, sizeof(text) - 1)

/* TEXT as a cell holds it, without its escapes of XML: controls shown, at most as long as Excel takes; the cut is in sight
   and CUT is raised. */
char *cell_string(const char *text, guint64 *cut);

/* The same in XML. WIDTH is set to the characters of its longest line. */
void cell_xml(struct ink *ink, const char *text, gsize length, guint *width, guint64 *cut);

/* A plain text is its own XML: printable ASCII without markup, not too long, no blank at its ends. */
bool text_plain(const char *text, gsize length);

/* Days since 1899-12-31 of a local moment in milliseconds since 1970; false where Excel has no such date. */
bool cell_serial(struct ink *ink, gint64 moment);

/* The local milliseconds of ISO 8601 (a date, or a date and time; its offset is not looked at); false where it is none. */
bool moment_parse(const char *text, gint64 *moment);
void cell_real(struct ink *ink, double value);
