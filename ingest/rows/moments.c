/* Cells as moments and days, by the zone of the file and the order of the column. include/cell/ knows the forms. */
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

static void when_settle(struct intake_file *file, const struct cell_time *time, struct when *when) {
  const struct zone *agency = file->intake->settings->zone;
  *when = (struct when){.millisecond = time->civil.millisecond, .has_time = time->has_time};
  if (time->mark == MARK_NONE || !time->has_time) {
    /* A date alone is a day of the agency, whatever zone the times are in. */
    when->at = zone_moment(time->has_time ? file->zone : agency, &time->civil, &when->doubt, &when->other);
  } else {
    gint32 day = day_number(time->civil.year, time->civil.month, time->civil.day);
    when->at =
        (gint64)day * 86400 + time->civil.hour * 3600 + time->civil.minute * 60 + time->civil.second - (gint64)time->offset * 60;
    when->other = when->at;
    file->marked++;
  }
  when->day = zone_day(agency, when->at);
  file->ambiguous += when->doubt == ZONE_AMBIGUOUS, file->skipped += when->doubt == ZONE_SKIPPED,
      file->untimed += !time->has_time;
  if (!file->shape) file->shape = time->shape;
}

/* "06/02/2022 unknown": the day stands. */
static bool day_before(const char *text, enum date_order order, struct cell_time *found) {
  const char *blank = strchr(text, ' ');
  if (!blank || !(cell_placeholder(blank + 1) || cell_state(blank + 1) == CELL_WITHHELD)) return false;
  g_autofree char *day = g_strndup(text, (gsize)(blank - text));
  return cell_time(day, order, found);
}

/* A time of day that is unknown, withheld or cannot be read leaves the day. */
static bool day_with_clock(struct intake_file *file, const char *day, const char *clock, enum date_order order,
                           struct cell_time *found) {
  bool stated = clock && cell_state(clock) == CELL_STATED && !cell_placeholder(clock);
  if (!cell_date_and_time(day, stated ? clock : "", order, found)) return false;
  if (!stated || found->has_time) return true;
  if (!file->unread_clocks++) file->unread_clock = g_strdup(clock);
  return true;
}

bool cell_when(struct intake_file *file, int whole, int date, int time, struct when *when, bool *absent) {
  struct cell_time found;
  const char *text = cell_of(file, whole), *day = cell_of(file, date), *clock = cell_of(file, time);
  *absent = false;
  if (text && cell_state(text) == CELL_STATED && !cell_placeholder(text)) {
    if (!cell_time(text, file->order[whole], &found) && !day_before(text, file->order[whole], &found)) return false;
    if (!found.has_date) return false;
    if (!file->clocked && whole == file->intake->kind->split->whole[0]) found.has_time = false;
  } else if (day && cell_state(day) == CELL_STATED) {
    if (!day_with_clock(file, day, clock, file->order[date], &found)) return false;
  } else {
    *absent = true;
    return false;
  }
  when_settle(file, &found, when);
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
