/* The few written forms that nearly all exports use, read without cutting them into tokens: a date in numbers, alone or with a
   clock time, am or pm, Z or an offset. Says exactly what date.c and clock.c say, or leaves the cell to them. */
#include "include/cell/tokens.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* LEAST to MOST digits; false where there are others. */
static bool number_take(const char **text, int least, int most, int *value) {
  const char *at = *text;
  *value = 0;
  while (is_digit(*at) && at - *text < most) *value = *value * 10 + (*at++ - '0');
  if (at - *text < least || is_digit(*at)) return false;
  *text = at;
  return true;
}

static bool mark_take(const char **text, char mark) {
  if (**text != mark) return false;
  ++*text;
  return true;
}

/* 2022-06-02 or 6/2/2022. */
static bool date_take(const char **text, struct date_found *date) {
  int first, second, third;
  const char *start = *text;
  *date = (struct date_found){.milliseconds = -1, .clock = -1};
  if (!number_take(text, 1, 4, &first) || (**text != '/' && **text != '-')) return false;
  bool iso = *text - start == 4;
  char mark = *(*text)++;
  if ((!iso && *text - start > 3) || !number_take(text, iso ? 2 : 1, 2, &second)) return false;
  if (!mark_take(text, mark) || !number_take(text, iso ? 2 : 4, iso ? 2 : 4, &third)) return false;
  date->year = iso ? first : third;
  if (date->year <= 1900 || date->year >= 2150) return false; /* around 1900 lie Excel's days 0 */
  if (!iso) date->first = first, date->second = second;
  else date->month = second, date->day = third, date->shape = "year first";
  return iso || first || second;
}

static bool half_take(const char **text, struct civil *time) {
  const char *at = *text + (**text == ' ');
  char half = (char)(*at | 0x20);
  if (!*at || (half != 'a' && half != 'p') || (at[1] | 0x20) != 'm' || at[2]) return true;
  *text = at + 2;
  if (time->hour > 12 || (half == 'p' && !time->hour)) return false;
  time->hour = time->hour % 12 + (half == 'p' ? 12 : 0);
  return true;
}

/* Z, -04:00 or -0400, and nothing behind it. */
static bool zone_take(const char **text, struct cell_time *out) {
  char sign = **text;
  int hours, minutes;
  if (sign != '+' && sign != '-') {
    if (sign != 'Z' && sign != 'z') return true;
    out->mark = MARK_UTC;
    ++*text;
    return true;
  }
  ++*text;
  const char *start = *text;
  if (!number_take(text, 2, 4, &hours)) return false;
  bool colon = mark_take(text, ':');
  if (*text - start != (colon ? 3 : 4) || (colon && !number_take(text, 2, 2, &minutes))) return false;
  if (!colon) minutes = hours % 100, hours /= 100;
  if (hours > 14 || minutes % 15 || minutes > 45) return false;
  out->offset = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  out->mark = out->offset ? MARK_OFFSET : MARK_UTC;
  return true;
}

static bool clock_take(const char **text, bool iso, struct cell_time *out) {
  struct civil *time = &out->civil;
  if (!mark_take(text, ' ') && !(iso && mark_take(text, 'T'))) return false;
  if (!number_take(text, 1, 2, &time->hour) || !mark_take(text, ':') || !number_take(text, 2, 2, &time->minute)) return false;
  bool seconds = mark_take(text, ':');
  if (seconds && !number_take(text, 2, 2, &time->second)) return false;
  if (time->hour > 23 || time->minute > 59 || time->second > 59 || !half_take(text, time)) return false;
  out->has_time = true;
  return !**text || ((iso || seconds) && zone_take(text, out));
}

bool usual_read(const char *text, struct usual *usual) {
  usual->time = (struct cell_time){0};
  return date_take(&text, &usual->date) && (!*text || (clock_take(&text, usual->date.shape != NULL, &usual->time) && !*text));
}

bool usual_settle(const struct usual *usual, enum date_order order, struct cell_time *out) {
  struct date_found date = usual->date;
  if (!date_settle(&date, order)) return false;
  *out = usual->time;
  out->civil.year = date.year, out->civil.month = date.month, out->civil.day = date.day;
  out->has_date = true;
  out->shape = date.shape;
  return true;
}

bool usual_time(const char *text, enum date_order order, struct cell_time *out) {
  struct usual usual;
  return usual_read(text, &usual) && usual_settle(&usual, order, out);
}
