/* Reads cells as moments and days, in the zone of the file and the order of the column. include/cell/ knows the forms. */
#include "ingest/rows/moments.h"
#include "ingest/rows/fields.h"
#include "ingest/rows/not_kept.h"
#include "include/cell/cell_state.h"
#include "include/cell/moment.h"
#include <string.h>

const char *doubt_name(enum zone_doubt doubt) {
  return doubt == ZONE_AMBIGUOUS ? "ambiguous" : doubt == ZONE_SKIPPED ? "skipped" : NULL;
}

void file_span(struct intake_file *file, gint64 moment) {
  if (file->first > file->last) file->first = file->last = moment;
  file->first = MIN(file->first, moment);
  file->last = MAX(file->last, moment);
}

static struct when when_of(const struct intake_file *file, const struct cell_time *time) {
  const struct zone *agency = file->intake->settings->zone;
  struct when when = {.millisecond = time->civil.millisecond, .has_time = time->has_time};
  if (time->mark == MARK_NONE || !time->has_time) {
    /* A date alone is a day of the agency, whatever zone the times are in. */
    when.at = zone_moment(time->has_time ? file->zone : agency, &time->civil, &when.doubt, &when.other);
  } else {
    gint32 day = day_number(time->civil.year, time->civil.month, time->civil.day);
    when.at =
        (gint64)day * 86400 + time->civil.hour * 3600 + time->civil.minute * 60 + time->civil.second - (gint64)time->offset * 60;
    when.other = when.at;
  }
  when.day = zone_day(agency, when.at);
  return when;
}

static void when_count(struct intake_file *file, const struct cell_time *time, const struct when *when) {
  file->marked += time->mark != MARK_NONE && time->has_time;
  file->ambiguous += when->doubt == ZONE_AMBIGUOUS, file->skipped += when->doubt == ZONE_SKIPPED;
  file->untimed += !time->has_time;
  if (!file->shape) file->shape = time->shape;
}

/* "06/02/2022 unknown": the day counts. */
static bool day_before(const char *text, enum date_order order, struct cell_time *found) {
  const char *blank = strchr(text, ' ');
  if (!blank || !(cell_placeholder(blank + 1) || cell_state(blank + 1) == CELL_WITHHELD)) return false;
  g_autofree char *day = g_strndup(text, (gsize)(blank - text));
  return cell_time(day, order, found);
}

/* The cells of a moment. */
struct cells {
  const char *whole, *day, *clock; /* NULL if they state nothing */
};

static struct cells cells_of(const struct intake_file *file, int whole, int date, int time) {
  const char *day = cell_of(file, date);
  return (struct cells){cell_stated(file, whole), day && cell_state(day) == CELL_STATED ? day : NULL, cell_stated(file, time)};
}

/* If the time of day is unknown, withheld or unreadable, the day still counts. */
static bool cells_read(const struct intake_file *file, const struct cells *cells, int whole, int date, struct cell_time *found) {
  if (!cells->whole)
    return cells->day && cell_date_and_time(cells->day, cells->clock ? cells->clock : "", file->order[date], found);
  enum date_order order = file->order[whole];
  if (!cell_time(cells->whole, order, found) && !day_before(cells->whole, order, found)) return false;
  if (!file->clocked && whole == file->intake->kind->split->whole[0]) found->has_time = false;
  return found->has_date;
}

bool cell_when(struct intake_file *file, int whole, int date, int time, struct when *when, bool *absent) {
  struct cell_time found;
  struct cells cells = cells_of(file, whole, date, time);
  *absent = !cells.whole && !cells.day;
  if (!cells_read(file, &cells, whole, date, &found)) return false;
  *when = when_of(file, &found);
  when_count(file, &found, when);
  if (!cells.whole && cells.clock && !found.has_time && !file->unread_clocks++) file->unread_clock = g_strdup(cells.clock);
  return true;
}

bool row_moment(const struct intake_file *file, struct when *when) {
  const struct role_split *split = file->intake->kind->split;
  struct cell_time found;
  struct cells cells = cells_of(file, split->whole[0], split->parts[0], split->parts[1]);
  if (!cells_read(file, &cells, split->whole[0], split->parts[0], &found)) return false;
  *when = when_of(file, &found);
  return true;
}

bool cell_local_day(const struct intake_file *file, int role, gint32 *day) {
  const char *text = cell_stated(file, role);
  struct cell_time found;
  if (!text || !cell_time(text, file->order[role], &found) || !found.has_date) return false;
  if (!found.civil.hour && !found.civil.minute && !found.civil.second) found.has_time = false;
  *day = when_of(file, &found).day;
  return true;
}

bool cell_day(struct intake_file *file, int role, gint32 *day) {
  const char *text = cell_stated(file, role);
  struct cell_time found;
  if (!text) return false;
  if (cell_time(text, file->order[role], &found) && found.has_date) {
    *day = day_number(found.civil.year, found.civil.month, found.civil.day);
    if (!file->shape) file->shape = found.shape;
    return true;
  }
  file_note(file, file->record->line, "%s: \"%s\" is not a date: it is ignored.", file->intake->kind->roles[role].name, text);
  return false;
}
