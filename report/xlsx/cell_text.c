/* Makes texts and dates fit a cell of Excel. They are written in workbook.c. */
#include "report/xlsx/cell_text.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>

/* -------------------------------------------------------------------------------------------------------------- text */

static gsize text_units(const char *text) {
  gsize units = 0;
  for (; *text; text = g_utf8_next_char(text)) units += g_utf8_get_char(text) > 0xFFFF ? 2 : 1;
  return units;
}

/* The first characters of TEXT that make at most UNITS of UTF-16. */
static char *text_head(const char *text, gsize units) {
  const char *at = text;
  for (gsize used = 0; *at; at = g_utf8_next_char(at)) {
    used += g_utf8_get_char(at) > 0xFFFF ? 2 : 1;
    if (used > units) break;
  }
  return g_strndup(text, (gsize)(at - text));
}

static bool escape_at(const char *at) {
  if (at[0] != '_' || at[1] != 'x') return false;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit(at[i])) return false;
  return at[6] == '_';
}

/* Excel would read "_x0041_" as "A". */
static char *text_escape(const char *text) {
  GString *escaped = g_string_sized_new(strlen(text) + 16);
  for (; *text; text++) {
    if (escape_at(text)) g_string_append(escaped, "_x005F");
    g_string_append_c(escaped, *text);
  }
  return g_string_free(escaped, FALSE);
}

static char *text_cut(const char *shown) {
  for (gsize keep = EXCEL_TEXT - 200;; keep = keep * 3 / 4) {
    g_autofree char *head = text_head(shown, keep);
    g_autofree char *marked = g_strdup_printf("%s … [cut: %ld characters in all, see audit.db]", head, g_utf8_strlen(shown, -1));
    char *escaped = text_escape(marked);
    if (text_units(escaped) <= EXCEL_TEXT) return escaped;
    g_free(escaped);
  }
}

/* Printable ASCII that is not too long and escapes nothing: nearly every text. */
static bool text_plain(const char *text) {
  const char *at = text;
  for (; *at; at++)
    if (*at < ' ' || *at > '~' || (*at == '_' && at[1] == 'x')) return false;
  return at - text <= EXCEL_TEXT;
}

char *text_for_cell(const char *text, guint64 *cut) {
  if (text_plain(text)) return NULL;
  g_autofree char *shown = text_show(text, false);
  char *escaped = text_escape(shown);
  if (text_units(escaped) <= EXCEL_TEXT) return escaped;
  ++*cut;
  g_free(escaped);
  return text_cut(shown);
}

guint text_width(const char *text) {
  guint width = 0, line = 0;
  for (; *text; text++) {
    line = *text == '\n' ? 0 : line + ((*text & 0xC0) != 0x80); /* the first byte of a character */
    width = MAX(width, line);
  }
  return width;
}

/* -------------------------------------------------------------------------------------------------------------- dates */

/* Whether TEXT begins like SHAPE, in which 0 stands for any digit. */
static bool shape_begins(const char *text, const char *shape) {
  for (; *shape; shape++, text++)
    if (*shape == '0' ? !g_ascii_isdigit(*text) : *text != *shape) return false;
  return true;
}

/* Excel believes in 1900-02-29: dates before March 1900 would be a day off. */
static bool day_known(const lxw_datetime *day) {
  return g_date_valid_dmy((GDateDay)day->day, (GDateMonth)day->month, (GDateYear)day->year) &&
         (day->year > 1900 || (day->year == 1900 && day->month > 2));
}

static bool clock_of_moment(const char *text, lxw_datetime *moment) {
  int second, part = 0;
  if (!shape_begins(text, "T00:00:00") || (text[9] == '.' && !shape_begins(text + 9, ".000"))) return false;
  sscanf(text, "T%2d:%2d:%2d.%3d", &moment->hour, &moment->min, &second, &part);
  moment->sec = second + part / 1000.0;
  return moment->hour < 24 && moment->min < 60 && second <= 60;
}

bool moment_read(const char *text, lxw_datetime *moment) {
  *moment = (lxw_datetime){0};
  if (!shape_begins(text, "0000-00-00")) return false;
  sscanf(text, "%4d-%2d-%2d", &moment->year, &moment->month, &moment->day);
  return day_known(moment) && (!text[10] || clock_of_moment(text + 10, moment));
}
