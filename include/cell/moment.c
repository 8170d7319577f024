/* Reads one cell: a moment in any written form. date.c and clock.c know the forms, date_column.c the order of day and month. */
#include "include/cell/moment.h"
#include <string.h>
#include "include/cell/clock.h"
#include "include/cell/date.h"
#include "include/cell/cell_state.h"

static guint time_alone(const struct token *t, struct cell_time *out) {
  struct clock_found clock;
  guint used = clock_read(t, false, &clock);
  if (!used) return 0;
  out->civil.hour = clock.hour, out->civil.minute = clock.minute;
  out->civil.second = clock.second, out->civil.millisecond = clock.millisecond;
  out->has_time = true;
  return used;
}

/* 0.8958, .8958 or 8.958E-1 of a day: how Excel keeps a time. */
static guint time_fraction(const struct token *t, struct cell_time *out) {
  guint point = token_is(&t[0], '.') ? 0 : 1;
  if (point && t[0].length != 1) return 0;
  if (!token_is(&t[point], '.') || t[point + 1].kind != TOKEN_NUMBER || t[point + 1].blank) return 0;
  double value = (point ? t[0].value : 0) + token_fraction(&t[point + 1]);
  guint used = point + 2;
  if (point && token_word(&t[3], "e") && token_is(&t[4], '-') && t[5].kind == TOKEN_NUMBER && t[5].value > 0 && t[5].value < 10) {
    for (int i = 0; i < t[5].value; i++) value /= 10;
    used = 6;
  }
  gint64 ms = (gint64)(value * 86400000 + 0.5);
  if (value >= 1 || ms >= 86400000 || t[used].kind != TOKEN_END) return 0;
  out->civil.hour = (int)(ms / 3600000), out->civil.minute = (int)(ms / 60000 % 60);
  out->civil.second = (int)(ms / 1000 % 60), out->civil.millisecond = (int)(ms % 1000);
  out->has_time = true;
  out->shape = "serial";
  return used;
}

/* Seconds or milliseconds since 1970, of 2005 to 2030: numbers that begin with a year of this century are not. */
static guint time_epoch(const struct token *t, struct cell_time *out) {
  enum { LEAST = 1104537600, MOST = 1900000000 };
  if (t->kind != TOKEN_NUMBER || (t->length != 10 && t->length != 13)) return 0;
  bool fraction = token_is(&t[1], '.') && t[2].kind == TOKEN_NUMBER && !t[1].blank && !t[2].blank;
  gint64 value = g_ascii_strtoll(t->text, NULL, 10), ms = fraction ? (gint64)(token_fraction(&t[2]) * 1000) : 0;
  if (t->length == 13) ms = value % 1000, value /= 1000;
  if (value < LEAST || value >= MOST || t[fraction ? 3 : 1].kind != TOKEN_END) return 0;
  struct civil *c = &out->civil;
  int second = (int)(value % 86400);
  day_date((gint32)(value / 86400), &c->year, &c->month, &c->day);
  c->hour = second / 3600, c->minute = second / 60 % 60, c->second = second % 60, c->millisecond = (int)ms;
  out->has_date = out->has_time = true;
  out->mark = MARK_UTC;
  out->shape = "seconds since 1970";
  return fraction ? 3 : 1;
}

/* The time of day of a serial, or of 14 digits in one number. */
static bool date_clock(const struct date_found *date, struct cell_time *out) {
  struct civil *civil = &out->civil;
  if (date->milliseconds >= 0) {
    civil->hour = date->milliseconds / 3600000, civil->minute = date->milliseconds / 60000 % 60;
    civil->second = date->milliseconds / 1000 % 60, civil->millisecond = date->milliseconds % 1000;
  } else if (date->clock >= 0) {
    civil->hour = date->clock / 10000, civil->minute = date->clock / 100 % 100, civil->second = date->clock % 100;
    if (civil->hour > 23 || civil->minute > 59 || civil->second > 59) return false;
  } else return true;
  out->has_time = true;
  return true;
}

/* What may separate a date from its time: a T, a comma, "at", "@", a dash, a colon, a line break, a weekday. */
static guint between_skip(const struct token *t) {
  static const char *const words[] = {"t", "at", NULL};
  guint at = weekday_skip(t);
  while (t[at].kind == TOKEN_MARK && strchr(",@-:|;\n", t[at].value) && at < 4) at++;
  if (token_among(&t[at], words) >= 0) at++;
  return at;
}

static bool day_zero(const struct civil *c) {
  return (c->year == 1899 && c->month == 12 && c->day >= 30) || (c->year == 1900 && c->month == 1 && c->day == 0);
}

/* 24:00 is the first moment of the next day; without a date it stays hour 24. */
static void midnight_settle(struct civil *civil) {
  if (civil->hour != 24) return;
  day_date(day_number(civil->year, civil->month, civil->day) + 1, &civil->year, &civil->month, &civil->day);
  civil->hour = 0;
}

static guint zones_skip(const struct token *t, bool sign, struct cell_time *out) {
  guint at = clock_zone(t, sign, out);
  if (at) at += clock_zone(&t[at], false, out); /* GMT-0400 (Eastern Daylight Time) */
  return at;
}

/* A dash before four digits is an offset only if it cannot be a range: after ISO dates, or where seconds were stated. */
static bool sign_allowed(const struct cell_time *out, const struct clock_found *clock) {
  return out->shape && (!strcmp(out->shape, "year first") || !strcmp(out->shape, "basic") || clock->seconds);
}

/* Reads the time after a date; returns the number of tokens, including what separates the two; 0 if there is no time. */
static guint time_after(const struct token *t, struct cell_time *out) {
  struct clock_found clock;
  guint at = between_skip(t), used = clock_read(&t[at], true, &clock);
  if (!used) return 0;
  out->civil.hour = clock.hour, out->civil.minute = clock.minute;
  out->civil.second = clock.second, out->civil.millisecond = clock.millisecond;
  out->has_time = true;
  at += used;
  return at + zones_skip(&t[at], sign_allowed(out, &clock), out);
}

/* Mon Jul  3 14:05:00 EDT 2023: the year comes last. */
static guint read_ctime(const struct token *t, struct cell_time *out) {
  if (t[0].kind != TOKEN_WORD || t[1].kind != TOKEN_NUMBER) return 0;
  struct clock_found clock;
  struct cell_time zone = {0};
  guint used = clock_read(&t[2], true, &clock), at = 2 + used;
  if (!used || !clock.seconds) return 0;
  at += clock_zone(&t[at], false, &zone);
  struct token joined[6] = {t[0], t[1], t[at]};
  struct date_found date;
  if (t[at].kind != TOKEN_NUMBER || t[at].length != 4 || date_read(joined, &date) != 3 || !date_settle(&date, ORDER_UNKNOWN))
    return 0;
  *out = zone;
  out->civil = (struct civil){date.year, date.month, date.day, clock.hour, clock.minute, clock.second, clock.millisecond};
  out->has_date = out->has_time = true;
  out->shape = date.shape;
  return at + 1;
}

static guint read_date_first(const struct token *t, enum date_order order, struct cell_time *out) {
  struct date_found date;
  guint at = date_read(t, &date);
  if (!at || !date_settle(&date, order)) return 0;
  out->civil.year = date.year, out->civil.month = date.month, out->civil.day = date.day;
  out->has_date = true;
  out->shape = date.shape;
  if (!date_clock(&date, out)) return 0;
  if (out->has_time) at += zones_skip(&t[at], true, out);
  else at += time_after(&t[at], out);
  if (!day_zero(&out->civil)) return at;
  out->civil.year = out->civil.month = out->civil.day = 0;
  out->has_date = false;
  return out->has_time ? at : 0;
}

static guint read_time_first(const struct token *t, enum date_order order, struct cell_time *out) {
  guint at = time_alone(t, out), comma;
  if (!at) return 0;
  at += zones_skip(&t[at], false, out);
  comma = token_is(&t[at], ',') || token_word(&t[at], "on") ? 1 : 0;
  comma += weekday_skip(&t[at + comma]);
  struct date_found date;
  guint used = date_read(&t[at + comma], &date);
  if (!used || !t[at + comma].blank) return at;
  if (!date_settle(&date, order)) return 0;
  out->civil.year = date.year, out->civil.month = date.month, out->civil.day = date.day;
  out->has_date = true;
  out->shape = date.shape;
  return at + comma + used;
}

static guint read_start(const struct token *t, enum date_order order, struct cell_time *out) {
  static guint (*const forms[])(const struct token *, enum date_order, struct cell_time *) = {read_date_first, read_time_first};
  guint at = weekday_skip(t), used;
  if (at && token_is(&t[at], ',')) at++;
  *out = (struct cell_time){0};
  if ((used = read_ctime(&t[at], out))) return at + used;
  if (!at && ((used = time_fraction(t, out)) || (used = time_epoch(t, out)))) return used;
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    *out = (struct cell_time){0};
    if ((used = forms[i](&t[at], order, out))) return at + used;
  }
  return 0;
}

/* "start - end", "start to end", start and end on two lines. The end must be a date or time too, else the cell is something else.
   Bare digits need blanks around the dash: 2022-0912 is a case number. After an ISO date, -17:00 is a malformed offset. */
static bool range_ends(const struct token *t, const struct cell_time *start, enum date_order order) {
  static const char *const words[] = {"to", "thru", "through", "until", NULL};
  struct cell_time end;
  bool dash = token_is(t, '-');
  if (!dash && !token_is(t, '\n') && token_among(t, words) < 0) return false;
  bool apart = t->blank && t[1].blank, iso = start->shape && !strcmp(start->shape, "year first");
  if (dash && !apart && t[1].kind == TOKEN_NUMBER && (iso || !token_is(&t[2], ':'))) return false;
  guint used = read_start(&t[1], order, &end);
  return used && t[1 + used].kind == TOKEN_END;
}

bool cell_time(const char *text, enum date_order order, struct cell_time *out) {
  struct scan scan;
  struct cell_time found;
  if (!scan_read(&scan, text)) return false;
  const struct token *t = scan.at;
  guint used = read_start(t, order, &found);
  if (!used) return false;
  used += weekday_skip(&t[used]);
  while (token_is(&t[used], '\n') && t[used + 1].kind == TOKEN_END) used++;
  if (t[used].kind != TOKEN_END && !range_ends(&t[used], &found, order)) return false;
  if (found.has_date) midnight_settle(&found.civil);
  *out = found;
  return true;
}

/* A time cell whose leading zeros a spreadsheet removed: 905, 14000, 0. */
static bool time_short(const char *text, struct cell_time *out) {
  struct scan scan;
  if (!scan_read(&scan, text) || scan.at[0].kind != TOKEN_NUMBER || scan.at[1].kind != TOKEN_END) return false;
  int value = scan.at[0].value;
  guint length = scan.at[0].length;
  if (length != 3 && length != 5 && !(length == 1 && value == 0)) return false;
  *out = (struct cell_time){.has_time = true};
  struct civil *civil = &out->civil;
  if (length == 5) civil->hour = value / 10000, civil->minute = value / 100 % 100, civil->second = value % 100;
  else civil->hour = value / 100, civil->minute = value % 100;
  return civil->minute < 60 && civil->second < 60;
}

bool cell_date_and_time(const char *date, const char *time, enum date_order order, struct cell_time *out) {
  struct cell_time day, clock;
  if (!cell_time(date, order, &day) || !day.has_date) return false;
  *out = day; /* a day at 0:00 is how databases write a day */
  if (!day.civil.hour && !day.civil.minute && !day.civil.second && !day.civil.millisecond) out->has_time = false;
  if (!time_short(time, &clock) && (!cell_time(time, order, &clock) || !clock.has_time)) return true;
  const struct civil *c = &clock.civil;
  day.civil = (struct civil){day.civil.year, day.civil.month, day.civil.day, c->hour, c->minute, c->second, c->millisecond};
  day.has_time = true;
  if (clock.mark != MARK_NONE) day.mark = clock.mark, day.offset = clock.offset;
  midnight_settle(&day.civil);
  *out = day;
  return true;
}
