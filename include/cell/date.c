/* The forms of a date; the order of the column decides what a date in numbers means. */
#include "include/cell/date.h"
#include <string.h>

/* Excel's day 25569 is 1970-01-01. Day numbers of 1990 to 2050: other five-digit numbers are not dates. */
enum { SERIAL_EPOCH = 25569, SERIAL_FIRST = 32874, SERIAL_LAST = 54789, DAY_MS = 86400000 };

static const char *const months[] = {"jan",  "feb",    "mar",       "apr",     "may",      "jun",      "jul",   "aug", "sep",
                                     "oct",  "nov",    "dec",       "january", "february", "march",    "april", "may", "june",
                                     "july", "august", "september", "october", "november", "december", "sept",  NULL};
const char *const weekdays[7] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
static const char *const ordinals[] = {"st", "nd", "rd", "th", NULL};

int weekday_named(const char *word, gsize length) {
  enum { LEAST = 3 };
  if (length == strlen("weds") && !strncmp(word, "weds", length)) return 2;
  for (int i = 0; i < 7 && length >= LEAST; i++)
    if (!strncmp(weekdays[i], word, length)) return i;
  return -1;
}

static bool token_weekday(const struct token *token) {
  return token->kind == TOKEN_WORD && weekday_named(token->text, token->length) >= 0;
}

guint weekday_skip(const struct token *t) {
  guint open = token_is(t, '(') ? 1 : 0;
  if (!token_weekday(&t[open])) return 0;
  guint at = open + 1;
  if (token_is(&t[at], open ? ')' : '.')) at++;
  else if (open) return 0;
  return at;
}

static int month_named(const struct token *token) {
  int found = token_among(token, months);
  return found < 0 ? 0 : found == 24 ? 9 : found % 12 + 1;
}

/* 0 if the number is not a year of this or the last century. Two digits: 00 to 69 are of this century. */
static int year_of(const struct token *token) {
  if (token->kind != TOKEN_NUMBER) return 0;
  if (token->length == 2) return token->value + (token->value < 70 ? 2000 : 1900);
  return token->length == 4 && token->value >= 1850 && token->value < 2150 ? token->value : 0;
}

static bool short_number(const struct token *token) { return token->kind == TOKEN_NUMBER && token->length <= 2; }

/* The same mark twice: 06/02/2022, 2022-06-02, 2.6.22. */
static bool marks_agree(const struct token *t) {
  const struct token *one = &t[1], *two = &t[3];
  return one->kind == TOKEN_MARK && one->value == two->value && two->kind == TOKEN_MARK && strchr("/-.", one->value) &&
         (one->value != '.' || !(one->blank || two->blank || t[2].blank || t[4].blank));
}

static guint date_numbers(const struct token *t, struct date_found *date) {
  if (t[0].kind != TOKEN_NUMBER || !t[1].kind || !short_number(&t[2]) || !t[3].kind || !marks_agree(t)) return 0;
  if (t[0].length == 4 && short_number(&t[4])) {
    date->year = year_of(&t[0]), date->month = t[2].value, date->day = t[4].value;
    date->shape = "year first";
    return date->year ? 5 : 0;
  }
  if (!short_number(&t[0])) return 0;
  date->year = year_of(&t[4]), date->first = t[0].value, date->second = t[2].value;
  return date->year ? 5 : 0;
}

static guint mark_skip(const struct token *t, const char *marks) {
  return t->kind == TOKEN_MARK && strchr(marks, t->value) ? 1 : 0;
}

/* A year here, and not the hour of a time that follows a date without a year. */
static bool year_here(const struct token *t, struct date_found *date) {
  guint quote = mark_skip(t, "'");
  date->year = token_is(&t[quote + 1], ':') && t[quote].length < 4 ? 0 : year_of(&t[quote]);
  return date->year != 0;
}

/* 03-Jul-2023, 3 July 2023, 03JUL23, 3rd of July, 2023. */
static guint date_day_named(const struct token *t, struct date_found *date) {
  guint at = 1;
  if (token_among(&t[at], ordinals) >= 0) at++;
  if (token_word(&t[at], "of")) at++;
  at += mark_skip(&t[at], "-/.");
  date->month = month_named(&t[at]), date->day = t[0].value;
  if (!date->month) return 0;
  at++;
  at += mark_skip(&t[at], "-/.,");
  if (!year_here(&t[at], date)) return 0;
  return at + mark_skip(&t[at], "'") + 1;
}

/* July 3, 2023; Jul. 3rd 2023; Jul-03-2023. */
static guint date_month_named(const struct token *t, struct date_found *date) {
  date->month = month_named(&t[0]);
  if (!date->month) return 0;
  guint at = 1 + mark_skip(&t[1], ".-/");
  if (!short_number(&t[at])) return 0;
  date->day = t[at++].value;
  if (token_among(&t[at], ordinals) >= 0) at++;
  at += mark_skip(&t[at], ",-/.");
  if (!year_here(&t[at], date)) return 0;
  return at + mark_skip(&t[at], "'") + 1;
}

/* 2023-Jul-03. */
static guint date_year_named(const struct token *t, struct date_found *date) {
  guint at = 1 + mark_skip(&t[1], "-/.");
  date->year = year_of(&t[0]), date->month = month_named(&t[at]);
  if (!date->month || !date->year) return 0;
  at++;
  at += mark_skip(&t[at], "-/.,");
  date->day = t[at].value;
  return short_number(&t[at]) ? at + 1 : 0;
}

static guint date_named(const struct token *t, struct date_found *date) {
  guint used = 0;
  if (t[0].kind == TOKEN_WORD) used = date_month_named(t, date);
  else if (short_number(&t[0])) used = date_day_named(t, date);
  else if (t[0].length == 4) used = date_year_named(t, date);
  if (used) date->shape = "named month";
  return used;
}

static int digits_value(const char *text, guint count) {
  int value = 0;
  while (count--) value = value * 10 + (*text++ - '0');
  return value;
}

/* 20230703, 07032023, 202307031405, 20230703140500. No eight digits can be read both with the year first and with the year last.
 */
static guint date_digits(const struct token *t, struct date_found *date) {
  if (t->kind != TOKEN_NUMBER || (t->length != 8 && t->length != 12 && t->length != 14)) return 0;
  const char *text = t->text;
  date->shape = "basic";
  date->year = digits_value(text, 4), date->month = digits_value(text + 4, 2), date->day = digits_value(text + 6, 2);
  if (t->length > 8) date->clock = digits_value(text + 8, t->length - 8) * (t->length == 12 ? 100 : 1);
  bool year_fits = date->year >= 1900 && date->year < 2100;
  if (year_fits && day_valid(date->year, date->month, date->day)) return 1;
  if (t->length > 8) return 0;
  date->first = digits_value(text, 2), date->second = digits_value(text + 2, 2), date->year = digits_value(text + 4, 4);
  date->month = date->day = 0;
  return date->year >= 1900 && date->year < 2100 ? 1 : 0;
}

static guint date_serial(const struct token *t, struct date_found *date) {
  if (t->kind != TOKEN_NUMBER || t->length != 5 || t->value < SERIAL_FIRST || t->value >= SERIAL_LAST) return 0;
  bool fraction = token_is(&t[1], '.') && t[2].kind == TOKEN_NUMBER && !t[1].blank && !t[2].blank;
  if (t[fraction ? 3 : 1].kind != TOKEN_END) return 0;
  gint64 ms = fraction ? (gint64)(token_fraction(&t[2]) * DAY_MS + 0.5) : 0;
  date->serial_day = (gint32)(t->value - SERIAL_EPOCH + ms / DAY_MS);
  date->milliseconds = ms ? (int)(ms % DAY_MS) : -1;
  day_date(date->serial_day, &date->year, &date->month, &date->day);
  date->shape = "serial";
  return fraction ? 3 : 1;
}

guint date_read(const struct token *tokens, struct date_found *date) {
  static guint (*const forms[])(const struct token *, struct date_found *) = {date_numbers, date_named, date_digits, date_serial};
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    *date = (struct date_found){.milliseconds = -1, .clock = -1};
    guint used = forms[i](tokens, date);
    if (used) return used;
  }
  return 0;
}

/* Excel writes a time without a date as one of its days 0: 12/30/1899, 12/31/1899, 1/0/1900. */
static bool day_zero(const struct date_found *date) { return date->year == 1900 && date->month == 1 && date->day == 0; }

bool date_settle(struct date_found *date, enum date_order order) {
  if (!date->first && !date->second) return day_valid(date->year, date->month, date->day) || day_zero(date);
  if (order == ORDER_UNKNOWN) {
    bool month = day_valid(date->year, date->first, date->second), day = day_valid(date->year, date->second, date->first);
    if (month && day && date->first != date->second) return false;
    order = month ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
  }
  bool month_first = order == ORDER_MONTH_FIRST;
  date->month = month_first ? date->first : date->second;
  date->day = month_first ? date->second : date->first;
  if (!date->shape) date->shape = month_first ? "month first" : "day first";
  return day_valid(date->year, date->month, date->day) || day_zero(date);
}
