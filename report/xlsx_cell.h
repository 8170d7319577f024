/* Cells of a sheet as XML: fast where a text is plain, careful where it is not. Text is only ever a string, never a formula. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define EXCEL_TEXT 32767u /* UTF-16 units in a cell */
#define EXCEL_ROWS 1048576u
#define EXCEL_LINKS 65530u /* on a sheet */

/* Bytes to write into: room is asked for first, then AT moves. */
struct ink {
  char *bytes, *at;
  gsize size;
};

void ink_grow(struct ink *ink, gsize length);
void ink_free(struct ink *ink);

/* Room for so many bytes more; AT may move. */
static inline void ink_need(struct ink *ink, gsize length) {
  if (G_UNLIKELY((gsize)(ink->size - (gsize)(ink->at - ink->bytes)) < length)) ink_grow(ink, length);
}

static inline void ink_text(struct ink *ink, const char *text, gsize length) {
  ink_need(ink, length);
  memcpy(ink->at, text, length);
  ink->at += length;
}

static inline void ink_number(struct ink *ink, guint64 number) {
  char digits[24], *end = digits + sizeof digits, *at = end;
  do *--at = (char)('0' + number % 10);
  while (number /= 10);
  ink_text(ink, at, (gsize)(end - at));
}

#define ink_literal(ink, text) ink_text(ink, text, sizeof(text) - 1)

/* TEXT as a cell holds it, without its escapes of XML: controls shown, at most as long as Excel takes; the cut is in sight
   and CUT is raised. */
char *cell_string(const char *text, guint64 *cut);

/* The same in XML. WIDTH is set to the characters of its longest line. */
void cell_xml(struct ink *ink, const char *text, gsize length, guint *width, guint64 *cut);

/* A plain text is its own XML: printable ASCII without markup, not too long, no blank at its ends. */
bool text_plain(const char *text, gsize length);

/* Whether Excel has such a date: a local moment in milliseconds since 1970. */
bool moment_shown(gint64 moment);
/* One that it has, as days since 1899-12-31. */
void cell_serial(struct ink *ink, gint64 moment);

/* The local milliseconds of ISO 8601 (a date, or a date and time; its offset is not looked at); false where it is none. */
bool moment_parse(const char *text, gint64 *moment);
/* The same, where MOMENT is that of its date already. */
bool moment_parse_clock(const char *text, gint64 *moment);
void cell_real(struct ink *ink, double value);
