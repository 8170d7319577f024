/* Texts, numbers and dates as the XML of a cell. Which cell they stand in is known to xlsx_rows.c. */
#include "report/xlsx_cell.h"
#include "include/text.h"
#include "include/cell/zone.h"
#include <math.h>
#include <string.h>

void ink_grow(struct ink *ink, gsize length) {
  gsize used = (gsize)(ink->at - ink->bytes);
  ink->size = MAX(ink->size * 2, MAX(used + length, 1024));
  ink->bytes = g_realloc(ink->bytes, ink->size);
  ink->at = ink->bytes + used;
}

void ink_free(struct ink *ink) {
  g_free(ink->bytes);
  *ink = (struct ink){0};
}

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

char *cell_string(const char *text, guint64 *cut) {
  g_autofree char *shown = text_show(text, false);
  char *escaped = text_escape(shown);
  gsize units = text_units(escaped);
  if (units <= EXCEL_TEXT) return escaped;
  ++*cut;
  for (gsize keep = EXCEL_TEXT - 200; units > EXCEL_TEXT; keep = keep * 3 / 4) {
    g_autofree char *head = text_head(shown, keep);
    g_autofree char *marked = g_strdup_printf("%s … [cut: %ld characters in all, see audit.db]", head, g_utf8_strlen(shown, -1));
    g_free(escaped);
    escaped = text_escape(marked);
    units = text_units(escaped);
  }
  return escaped;
}

/* Bytes side by side: each is 255 where a question was answered with yes, else 0. */
typedef guint8 bytes16 __attribute__((vector_size(16)));
typedef guint64 words2 __attribute__((vector_size(16)));

/* Whether any of the bytes may need an escape. */
static bool bytes_special(const char *at) {
  bytes16 bytes;
  memcpy(&bytes, at, sizeof bytes);
  words2 found =
      (words2)((bytes - ' ' > (guint8)('~' - ' ')) | (bytes == '<') | (bytes == '>') | (bytes == '&') | (bytes == '_'));
  return (found[0] | found[1]) != 0;
}

static bool bytes_plain(const char *text, gsize length) {
  for (const char *at = text, *end = text + length; at < end; at++) {
    guchar c = (guchar)*at;
    if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&' || (c == '_' && at[1] == 'x')) return false;
  }
  return true;
}

bool text_plain(const char *text, gsize length) {
  if (!length || length > EXCEL_TEXT || text[0] == ' ' || text[length - 1] == ' ') return false;
  char held[16] = "                ";
  gsize at = 0;
  for (; at + 16 <= length; at += 16)
    if (bytes_special(text + at) && !bytes_plain(text + at, 16)) return false;
  if (at == length) return true;
  if (length > 16) return !bytes_special(text + length - 16) || bytes_plain(text + length - 16, 16);
  memcpy(held, text, length);
  return !bytes_special(held) || bytes_plain(text, length);
}

static guint line_longest(const char *text) {
  glong longest = 0;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **at = lines; *at; at++) longest = MAX(longest, g_utf8_strlen(*at, -1));
  return (guint)longest;
}

static void xml_put(struct ink *ink, const char *text) {
  for (; *text; text++) {
    if (*text == '&') ink_literal(ink, "&amp;");
    else if (*text == '<') ink_literal(ink, "&lt;");
    else if (*text == '>') ink_literal(ink, "&gt;");
    else ink_text(ink, text, 1);
  }
}

void cell_xml(struct ink *ink, const char *text, gsize length, guint *width, guint64 *cut) {
  if (text_plain(text, length)) {
    *width = (guint)length;
    ink_literal(ink, "<t>");
    ink_text(ink, text, length);
  } else {
    g_autofree char *string = cell_string(text, cut);
    *width = line_longest(string);
    ink_literal(ink, "<t xml:space=\"preserve\">");
    xml_put(ink, string);
  }
  ink_literal(ink, "</t>");
}

/* ------------------------------------------------------------------------------------------------- dates and numbers */

#define DAY_LENGTH 86400000LL /* milliseconds */
/* Excel believes in 1900-02-29: dates before March 1900 would be a day off. */
#define FIRST_DAY -25508 /* 1900-03-01 */
#define LAST_DAY 2932896 /* 9999-12-31 */

static gint64 moment_day(gint64 moment) { return moment / DAY_LENGTH - (moment % DAY_LENGTH < 0); }

bool moment_shown(gint64 moment) { return moment_day(moment) >= FIRST_DAY && moment_day(moment) <= LAST_DAY; }

void cell_serial(struct ink *ink, gint64 moment) {
  gint64 day = moment_day(moment), part = moment - day * DAY_LENGTH;
  ink_number(ink, (guint64)(day + 25569));
  if (!part) return;
  char digits[12];
  guint64 rest = ((guint64)part * 100000000000ULL + (guint64)DAY_LENGTH / 2) /
                 (guint64)DAY_LENGTH; /* eleven places: less than a microsecond */
  for (int i = 11; i >= 1; i--, rest /= 10) digits[i] = (char)('0' + rest % 10);
  digits[0] = '.';
  ink_text(ink, digits, sizeof digits);
}

/* COUNT digits as a number, -1 where there is anything else. */
static int digits_read(const char *text, int count) {
  int value = 0;
  for (int i = 0; i < count; i++) {
    if (!g_ascii_isdigit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

static bool clock_parse(const char *text, gint64 *moment) {
  int hour = digits_read(text, 2), minute = hour < 0 || text[2] != ':' ? -1 : digits_read(text + 3, 2);
  int second = minute < 0 || text[5] != ':' ? -1 : digits_read(text + 6, 2);
  if (second < 0 || hour > 23 || minute > 59 || second > 60) return false;
  *moment += ((hour * 60 + minute) * 60 + second) * 1000LL;
  if (text[8] != '.') return true;
  int part = digits_read(text + 9, 3);
  *moment += MAX(part, 0);
  return part >= 0;
}

bool moment_parse_clock(const char *text, gint64 *moment) {
  return !text[10] || (text[10] == 'T' && clock_parse(text + 11, moment));
}

bool moment_parse(const char *text, gint64 *moment) {
  int year = digits_read(text, 4), month = year < 0 || text[4] != '-' ? -1 : digits_read(text + 5, 2);
  int day = month < 0 || text[7] != '-' ? -1 : digits_read(text + 8, 2);
  if (day < 0 || !day_valid(year, month, day)) return false;
  *moment = day_number(year, month, day) * DAY_LENGTH;
  return moment_parse_clock(text, moment);
}

/* As short as gives the same number again. */
void cell_real(struct ink *ink, double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double hundredth = value * 100;
  if (hundredth >= 0 && hundredth < 1e6 && hundredth == floor(hundredth) && (double)(gint64)hundredth / 100 == value) {
    guint64 whole = (guint64)hundredth;
    char places[] = {'.', (char)('0' + whole / 10 % 10), (char)('0' + whole % 10)};
    ink_number(ink, whole / 100);
    ink_text(ink, places, sizeof places);
    return;
  }
  g_ascii_formatd(digits, sizeof digits, "%.15g", value);
  if (g_ascii_strtod(digits, NULL) != value) g_ascii_dtostr(digits, sizeof digits, value);
  ink_text(ink, digits, strlen(digits));
}
