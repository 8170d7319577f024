/* Cells of the record in hand by their roles: text, moments, days, and what is said about them. */
#include "ingest/rows/intake.h"
#include "include/text.h"
#include <string.h>

const char *cell_of(const struct intake_file *file, enum role role) {
  int at = file->columns.of[role];
  return at < 0 || (guint)at >= file->record->count ? NULL : file->record->cells[at];
}

gsize cell_length(const struct intake_file *file, enum role role) {
  int at = file->columns.of[role];
  return at < 0 || (guint)at >= file->record->count ? 0 : file->record->lengths[at];
}

const char *cell_stated(const struct intake_file *file, enum role role) {
  const char *text = cell_of(file, role);
  return text && cell_state(text) == CELL_STATED && !cell_placeholder(text) ? text : NULL;
}

void cell_put(const struct intake_file *file, struct insert *to, guint at, enum role role) {
  int column = file->columns.of[role];
  if (column < 0 || (guint)column >= file->record->count) return;
  insert_bytes(to, at, file->record->cells[column], file->record->lengths[column]);
}

const char *doubt_name(enum zone_doubt doubt) {
  return doubt == ZONE_AMBIGUOUS ? "ambiguous" : doubt == ZONE_SKIPPED ? "skipped" : NULL;
}

void file_note(struct intake_file *file, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  g_autofree char *text = g_strdup_vprintf(format, words);
  va_end(words);
  insert_int(file->note, 1, file->number);
  insert_int(file->note, 2, line);
  insert_text(file->note, 3, text);
  insert_row(file->note);
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

bool moment_of(struct intake_file *file, enum role whole, enum role date, enum role time, struct when *when, bool *absent) {
  struct cell_time found;
  const char *text = cell_of(file, whole), *day = cell_of(file, date), *clock = cell_of(file, time);
  *absent = false;
  if (text && cell_state(text) == CELL_STATED && !cell_placeholder(text)) {
    if (!cell_time(text, file->order[whole], &found) || !found.has_date) return false;
  } else if (day && cell_state(day) == CELL_STATED) {
    if (clock && cell_state(clock) == CELL_STATED) {
      if (!cell_date_and_time(day, clock, file->order[date], &found)) return false;
    } else if (!cell_time(day, file->order[date], &found) || !found.has_date) return false;
  } else {
    *absent = true;
    return false;
  }
  when_settle(file, &found, when);
  return true;
}

bool day_of(struct intake_file *file, enum role role, gint32 *day) {
  const char *text = cell_stated(file, role);
  struct cell_time found;
  if (!text) return false;
  if (cell_time(text, file->order[role], &found) && found.has_date) {
    *day = day_number(found.civil.year, found.civil.month, found.civil.day);
    if (!file->shape) file->shape = found.shape;
    return true;
  }
  file_note(file, file->record->line, "%s: \"%s\" is no date: it counts as none.", role_name(role), text);
  return false;
}
