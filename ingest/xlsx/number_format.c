/* Tells dates, times and masked numbers by their formats and writes them in one way, whatever the format looks like. Which moment
   is meant by a text, include/cell/ decides. */
#include "ingest/xlsx/number_format.h"
#include <math.h>
#include <string.h>

#define DAY_LAST 2958465 /* 9999-12-31 */
#define DAY_LEAP 60      /* 1900-02-29, a day that Excel has and no calendar */
#define DAY_ZERO 693594  /* GLib's number of 1899-12-30 */
#define DAYS_1904 1462

/* ------------------------------------------------------------------------------------------------------------- formats */

/* The ids that a workbook need not explain. Those of 27 to 36 and 50 to 58 are dates of East Asia. */
static const struct {
  guint first, last;
  const char *code;
} own[] = {{14, 17, "m/d/yy"}, {18, 21, "h:mm"},      {22, 22, "m/d/yy h:mm"}, {27, 36, "m/d/yy"},
           {45, 45, "mm:ss"},  {46, 46, "[h]:mm:ss"}, {47, 47, "mm:ss.0"},     {50, 58, "m/d/yy"}};

static const char *own_code(guint id) {
  for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
    if (id >= own[i].first && id <= own[i].last) return own[i].code;
  return "";
}

/* What is shown as it stands, "quoted" or \escaped, or is no part of what is shown: a blank as wide as a sign (_x), one repeated
   (*x). Gives how long it is. */
static gsize literal_length(const char *at) {
  if (*at == '"') return strcspn(at + 1, "\"") + (strchr(at + 1, '"') ? 2 : 1);
  if (strchr("\\_*", *at)) return at[1] ? 1 + (gsize)(g_utf8_next_char(at + 1) - (at + 1)) : 1;
  return 0;
}

/* [Red], [$-409], [>=100]; and [h], which is hours that go on behind 24. */
static gsize bracket_length(const char *at, bool *elapsed) {
  if (*at != '[') return 0;
  gsize inside = strcspn(at + 1, "]");
  if (inside && strspn(at + 1, "hHmMsS") == inside) *elapsed = true;
  return inside + (at[1 + inside] ? 2 : 1);
}

/* Letters of the first section that stand for a part of a moment, in lower case; figures' places as '0'. */
static void code_parts(const char *code, GString *parts, bool *elapsed) {
  for (gsize skip; *code && *code != ';'; code += skip) {
    if ((skip = literal_length(code)) || (skip = bracket_length(code, elapsed))) continue;
    skip = 1;
    if (!g_ascii_strncasecmp(code, "general", 7)) skip = 7;
    else if (!g_ascii_strncasecmp(code, "am/pm", 5)) g_string_append_c(parts, 'h'), skip = 5;
    else if (!g_ascii_strncasecmp(code, "a/p", 3)) g_string_append_c(parts, 'h'), skip = 3;
    else if (strchr("ymdhseMYDHSE", *code)) g_string_append_c(parts, g_ascii_tolower(*code));
    else if (strchr("0#?", *code)) g_string_append_c(parts, '0');
  }
}

/* Places for figures with marks between them, and at least two that are filled up with zeros. */
static void mask_read(const char *code, char *mask, gsize room) {
  g_autoptr(GString) read = g_string_new(NULL);
  guint zeros = 0;
  for (gsize length; *code && *code != ';'; code += length) {
    length = literal_length(code);
    if (length == 2 && *code == '\\') g_string_append_c(read, code[1]);
    else if (length > 2 && *code == '"') g_string_append_len(read, code + 1, (gssize)length - 2);
    else if (!length && strchr("0#- /", *code)) g_string_append_c(read, *code), zeros += *code == '0', length = 1;
    else return;
  }
  if (zeros > 1 && read->len < room) g_strlcpy(mask, read->str, room);
}

struct number_format number_format(guint id, const char *code) {
  struct number_format format = {0};
  g_autoptr(GString) parts = g_string_new(NULL);
  if (!code) code = own_code(id);
  code_parts(code, parts, &format.elapsed);
  bool clock = strpbrk(parts->str, "hs") || format.elapsed;
  format.time = clock;
  format.date =
      strpbrk(parts->str, "yd") || (strchr(parts->str, 'm') && !clock) || (strchr(parts->str, 'e') && !strchr(parts->str, '0'));
  if (!format.date && !format.time) mask_read(code, format.mask, sizeof format.mask);
  return format;
}

/* ------------------------------------------------------------------------------------------------------------- numbers */

static char *number_plain(double value) {
  char text[64];
  bool whole = value == trunc(value) && fabs(value) < 1e15;
  return g_strdup(g_ascii_formatd(text, sizeof text, whole ? "%.0f" : "%.15g", whole && value == 0 ? 0 : value));
}

/* From the right: a place takes a figure, zero where none is left; what is left at the end stands before it. */
static char *number_masked(double value, const char *mask) {
  g_autofree char *plain = number_plain(value);
  g_autoptr(GString) reversed = g_string_new(NULL);
  gsize left = strlen(plain);
  if (strspn(plain, "0123456789") != left) return g_steal_pointer(&plain);
  for (gsize i = strlen(mask); i-- > 0;) {
    if (mask[i] == '0') g_string_append_c(reversed, left ? plain[--left] : '0');
    else if (mask[i] != '#') g_string_append_c(reversed, mask[i]);
    else if (left) g_string_append_c(reversed, plain[--left]);
  }
  while (left) g_string_append_c(reversed, plain[--left]);
  return g_strreverse(g_string_free(g_steal_pointer(&reversed), FALSE));
}

/* Excel has a 29 February 1900; what it shows for day 0 is no date. */
static void date_add(GString *text, guint day) {
  GDate date;
  if (day == 0 || day == DAY_LEAP) {
    g_string_append(text, day ? "1900-02-29" : "1900-01-00");
    return;
  }
  g_date_clear(&date, 1);
  g_date_set_julian(&date, DAY_ZERO + day + (day < DAY_LEAP));
  g_string_append_printf(text, "%04u-%02u-%02u", g_date_get_year(&date), (guint)g_date_get_month(&date), g_date_get_day(&date));
}

/* Where only the time of day is shown the date still stands, unless it is the year 1900, which is how some systems write none. */
static char *moment_text(double value, const struct number_format *format) {
  guint64 seconds = (guint64)llround(value * 86400);
  guint day = (guint)(seconds / 86400), clock = (guint)(seconds % 86400);
  bool date = format->date || (!format->elapsed && day > 366);
  guint hours = format->elapsed && !date ? (guint)(seconds / 3600) : clock / 3600;
  GString *text = g_string_new(NULL);
  if (date) date_add(text, day);
  if (date && (format->time || clock)) g_string_append_c(text, ' ');
  if (format->time || clock) g_string_append_printf(text, "%02u:%02u:%02u", hours, clock / 60 % 60, clock % 60);
  return g_string_free(text, FALSE);
}

char *number_text(double value, const struct number_format *format, bool start_1904) {
  if (*format->mask) return number_masked(value, format->mask);
  if (!format->date && !format->time) return number_plain(value);
  if (start_1904 && (format->date || value > 366)) value += DAYS_1904;
  return value >= 0 && value < DAY_LAST + 1 ? moment_text(value, format) : number_plain(value);
}
