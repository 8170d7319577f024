/* Whether a column writes the month or the day first, by all its cells. */
#include "include/cell/date_column.h"
#include <string.h>
#include "include/cell/clock.h"
#include "include/cell/date.h"
#include "include/cell/cell_state.h"

static void column_follow(struct date_column *column, int reading, gint64 day) {
  if (column->seen[reading] && day < column->last[reading]) column->descents[reading]++;
  if (column->seen[reading] && day > column->last[reading]) column->ascents[reading]++;
  column->seen[reading] = true;
  column->last[reading] = day;
}

static void column_numbers(struct date_column *column, const struct date_found *date) {
  bool month = day_valid(date->year, date->first, date->second), day = day_valid(date->year, date->second, date->first);
  if (!month && !day) return;
  column->dated++;
  if (month) column_follow(column, 0, day_number(date->year, date->first, date->second));
  if (day) column_follow(column, 1, day_number(date->year, date->second, date->first));
  if (month && day) column->either++;
  else if (month) column->month_first_only++;
  else column->day_first_only++;
}

static void column_take(struct date_column *column, const struct date_found *date) {
  column->cells++;
  if (date->first || date->second) {
    column_numbers(column, date);
    return;
  }
  if (!day_valid(date->year, date->month, date->day)) return;
  column->dated++;
  if (!strcmp(date->shape, "serial")) column->serials++;
  else if (!strcmp(date->shape, "named month")) column->named++;
  else column->iso++;
}

static bool any_date(const char *text, struct date_found *date) {
  struct scan scan;
  if (!scan_read(&scan, text)) return false;
  guint at = weekday_skip(scan.at);
  if (at && token_is(&scan.at[at], ',')) at++;
  if (date_read(&scan.at[at], date)) return true;
  struct clock_found clock;
  guint used = clock_read(&scan.at[at], false, &clock);
  return used && date_read(&scan.at[at + used], date);
}

void date_column_add(struct date_column *column, const char *text) {
  struct date_found date;
  if (cell_state(text) == CELL_EMPTY) return;
  if (any_date(text, &date)) column_take(column, &date);
  else column->cells++;
}

static enum date_order order_by_days(const struct date_column *column, const char **why) {
  guint64 month = column->month_first_only, day = column->day_first_only;
  *why = month ? "days above 12 come second" : "days above 12 come first";
  if (!month || !day) return month ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
  *why = "days above 12 come second in almost all cells";
  if (month / 4 >= day) return ORDER_MONTH_FIRST;
  *why = "days above 12 come first in almost all cells";
  if (day / 4 >= month) return ORDER_DAY_FIRST;
  *why = "the column mixes both orders of day and month: only dates that fit just one order are read";
  return ORDER_UNKNOWN;
}

/* How often the column reverses, whether it is ascending or descending. */
static gint64 column_turns(const struct date_column *column, int reading) {
  return MIN(column->descents[reading], column->ascents[reading]);
}

enum date_order date_column_order(const struct date_column *column, enum date_order fallback, const char **why) {
  const char *unheard;
  if (!why) why = &unheard;
  if (column->month_first_only || column->day_first_only) return order_by_days(column, why);
  *why = "no date of the column needs an order of day and month";
  if (!column->either) return fallback;
  gint64 month = column_turns(column, 0), day = column_turns(column, 1);
  *why = "the rows are in order of time only with the month first";
  if (day >= 3 && month * 10 < day) return ORDER_MONTH_FIRST;
  *why = "the rows are in order of time only with the day first";
  if (month >= 3 && day * 10 < month) return ORDER_DAY_FIRST;
  *why = "every date fits both orders: read in the order that is usual here";
  return fallback;
}
