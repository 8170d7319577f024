/* The forms of a time of the day and the marks of time zones that follow it. */
#include "include/cell/clock.h"
#include <string.h>

static bool glued(const struct token *t) { return !t->blank; }

static guint clock_colons(const struct token *t, struct clock_found *clock) {
  if (t[0].length > 2 || !token_is(&t[1], ':') || t[2].kind != TOKEN_NUMBER || t[2].length > 2) return 0;
  guint at = 3;
  bool three = token_is(&t[3], ':') && t[4].kind == TOKEN_NUMBER;
  if (t[2].length != 2 && !three) return 0; /* 8:5:9 is a time, 8:5 a ratio */
  clock->hour = t[0].value, clock->minute = t[2].value;
  if (three && t[4].length <= 2) {
    clock->second = t[4].value, clock->seconds = true;
    at = 5;
  }
  bool mark = token_is(&t[at], '.') || token_is(&t[at], ',') || token_is(&t[at], ':');
  if (clock->seconds && mark && glued(&t[at]) && t[at + 1].kind == TOKEN_NUMBER && glued(&t[at + 1])) {
    clock->millisecond = (int)(token_fraction(&t[at + 1]) * 1000 + 1e-6);
    at += 2;
  }
  return at;
}

/* 14.05 and 14.05.30: only after a date or before am and pm, where they cannot be a number. 14h05. */
static guint clock_points(const struct token *t, bool after_date, struct clock_found *clock) {
  bool point = token_is(&t[1], '.'), letter = token_word(&t[1], "h");
  if (t[0].length > 2 || !(point || letter) || t[2].kind != TOKEN_NUMBER || t[2].length != 2 || !glued(&t[1]) || !glued(&t[2]))
    return 0;
  guint at = 3;
  clock->hour = t[0].value, clock->minute = t[2].value;
  if (point && token_is(&t[3], '.') && t[4].kind == TOKEN_NUMBER && t[4].length == 2 && glued(&t[4])) {
    clock->second = t[4].value, clock->seconds = true;
    at = 5;
  }
  if (clock->seconds && token_is(&t[at], '.') && t[at + 1].kind == TOKEN_NUMBER && glued(&t[at]) && glued(&t[at + 1])) {
    clock->millisecond = (int)(token_fraction(&t[at + 1]) * 1000 + 1e-6); /* Oracle: 12.05.09.789000 PM */
    at += 2;
  }
  bool half = token_word(&t[at], "am") || token_word(&t[at], "pm");
  return after_date || half || letter ? at : 0;
}

static const char *const hour_words[] = {"hrs", "hr", "hours", "h", NULL};

static guint clock_digits(const struct token *t, struct clock_found *clock) {
  bool hours = token_among(&t[1], hour_words) >= 0;
  if (t->length == 6) clock->hour = t->value / 10000, clock->minute = t->value / 100 % 100, clock->second = t->value % 100;
  else if (t->length == 4 || (t->length == 3 && hours)) clock->hour = t->value / 100, clock->minute = t->value % 100;
  else return 0;
  clock->seconds = t->length == 6;
  clock->digits = true;
  return 1;
}

/* am and pm in any spelling: 0 none, else 'a' or 'p'; USED gets the tokens. */
static char half_read(const struct token *t, guint *used) {
  *used = 0;
  if (t->kind != TOKEN_WORD || !strchr("ap", t->text[0])) return '\0';
  char half = t->text[0];
  if (t->length == 2 && t->text[1] == 'm') *used = 1;
  else if (t->length == 1 && token_is(&t[1], '.') && token_word(&t[2], "m")) *used = 3;
  else if (t->length == 1 && !token_is(&t[1], '.')) *used = 1;
  else return '\0';
  if (token_is(&t[*used], '.')) ++*used;
  return half;
}

/* 13:45 PM and 00:15 AM are redundant and accepted; 14:05 AM and 0:15 PM contradict themselves. */
static bool half_apply(struct clock_found *clock, char half) {
  if (half == 'a') {
    if (clock->hour > 12) return false;
    clock->hour %= 12;
  } else if (clock->hour < 12) {
    if (clock->hour == 0) return false;
    clock->hour += 12;
  }
  return clock->hour < 24;
}

static bool clock_valid(const struct clock_found *clock) {
  if (clock->hour == 24) return !clock->minute && !clock->second && !clock->millisecond;
  return clock->hour < 24 && clock->minute < 60 && clock->second < 60;
}

guint clock_read(const struct token *tokens, bool after_date, struct clock_found *clock) {
  *clock = (struct clock_found){0};
  if (tokens->kind != TOKEN_NUMBER) return 0;
  guint used = clock_colons(tokens, clock), half_used = 0;
  if (!used) used = clock_points(tokens, after_date, clock);
  if (!used) used = clock_digits(tokens, clock);
  char half = half_read(&tokens[used ? used : 1], &half_used);
  if (!used) {
    if (!half || tokens->length > 2) return 0;
    clock->hour = tokens->value;
    used = 1;
  }
  if (half && !half_apply(clock, half)) return 0;
  used += half_used;
  if (!half && token_among(&tokens[used], hour_words) >= 0) {
    used++;
    if (token_is(&tokens[used], '.')) used++;
  }
  return clock_valid(clock) ? used : 0;
}

static const struct {
  const char *name;
  int offset;
} marks[] = {{"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},  {"mst", -420},  {"mdt", -360},
             {"pst", -480}, {"pdt", -420}, {"hst", -600}, {"akst", -540}, {"akdt", -480}, {"ast", -240}};

/* Names of zones; the rest of the name, or the date, decides whether daylight saving time is meant. */
static const struct {
  const char *name, *brief;
  int offset;
} regions[] = {{"eastern", "et", -300}, {"central", "ct", -360}, {"mountain", "mt", -420}, {"pacific", "pt", -480}};

static bool mark_set(struct cell_time *time, int offset) {
  time->mark = offset ? MARK_OFFSET : MARK_UTC;
  time->offset = offset;
  return true;
}

/* Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November, 2:00. */
static bool summer_time(const struct civil *c) {
  gint32 march = day_number(c->year, 3, 8), november = day_number(c->year, 11, 1), day = day_number(c->year, c->month, c->day);
  march += (7 - (march + 4) % 7) % 7;
  november += (7 - (november + 4) % 7) % 7;
  bool late = c->hour >= 2;
  return (day > march || (day == march && late)) && (day < november || (day == november && !late));
}

/* America/New_York, US/Eastern: the clock of a region, with or without daylight saving time. */
static guint zone_place(const struct token *t, struct cell_time *time) {
  static const struct {
    const char *area, *place, *more;
    int offset;
  } places[] = {{"america", "new", "york", -300},  {"america", "detroit", NULL, -300},  {"america", "chicago", NULL, -360},
                {"america", "denver", NULL, -420}, {"america", "los", "angeles", -480}, {"us", "eastern", NULL, -300},
                {"us", "central", NULL, -360},     {"us", "mountain", NULL, -420},      {"us", "pacific", NULL, -480}};
  if (!token_is(&t[1], '/') || !time->has_date || time->civil.year < 2007) return 0;
  for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
    if (!token_word(t, places[i].area) || !token_word(&t[2], places[i].place)) continue;
    if (places[i].more && (!token_is(&t[3], '_') || !token_word(&t[4], places[i].more))) continue;
    mark_set(time, places[i].offset + (summer_time(&time->civil) ? 60 : 0));
    return places[i].more ? 5 : 3;
  }
  return 0;
}

static guint zone_region(const struct token *t, struct cell_time *time) {
  for (guint i = 0; i < G_N_ELEMENTS(regions); i++) {
    bool brief = token_word(t, regions[i].brief);
    if (!brief && !token_word(t, regions[i].name)) continue;
    guint at = 1;
    bool summer = token_word(&t[1], "daylight"), standard = token_word(&t[1], "standard");
    if (!brief && (summer || standard)) at++;
    else if (!time->has_date || time->civil.year < 2007) return 0;
    else summer = summer_time(&time->civil);
    if (!brief && token_word(&t[at], "time")) at++;
    mark_set(time, regions[i].offset + (summer ? 60 : 0));
    return at;
  }
  return 0;
}

/* -04:00, -0400, -04, +05:30. */
static guint zone_sign(const struct token *t, struct cell_time *time) {
  if (!(token_is(t, '+') || token_is(t, '-')) || t[1].kind != TOKEN_NUMBER || t[1].blank) return 0;
  guint used = 2;
  int hours = t[1].value, minutes = 0;
  if (t[1].length == 4) hours = t[1].value / 100, minutes = t[1].value % 100;
  else if (t[1].length > 2) return 0;
  else if (token_is(&t[2], ':') && t[3].kind == TOKEN_NUMBER && t[3].length == 2) minutes = t[3].value, used = 4;
  if (hours > 14 || minutes % 15 || minutes > 45) return 0;
  mark_set(time, (hours * 60 + minutes) * (token_is(t, '-') ? -1 : 1));
  return used;
}

static guint zone_word(const struct token *t, struct cell_time *time) {
  static const char *const utc[] = {"z", "utc", "gmt", "zulu", NULL};
  if (token_among(t, utc) >= 0) {
    mark_set(time, 0);
    return 1 + zone_sign(&t[1], time);
  }
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (token_word(t, marks[i].name)) return mark_set(time, marks[i].offset);
  if (token_word(t, "local")) return token_word(&t[1], "time") ? 2 : 1;
  guint place = zone_place(t, time);
  return place ? place : zone_region(t, time);
}

guint clock_zone(const struct token *tokens, bool sign, struct cell_time *time) {
  guint open = token_is(tokens, '(') ? 1 : 0;
  guint used = zone_word(&tokens[open], time);
  if (!used && !open && (sign || token_is(tokens, '+'))) return zone_sign(tokens, time);
  if (!used) return 0;
  if (open && !token_is(&tokens[open + used], ')')) return 0;
  return used + 2 * open;
}
