/* Rows of the incident reports, notifications to the Chief, duty records and dispositions, kept as they were said. */
#include "ingest/rows/intake.h"
#include "include/text.h"
#include <string.h>

static const struct {
  enum role role;
  int bit;
} withholdable[] = {{REP_TYPE, 1}, {REP_OFFICER, 2}, {REP_SUPERVISOR, 4}, {REP_APPROVED, 8}, {REP_NARRATIVE, 16}};

bool report_keep(struct intake_file *file, char *reason, gsize size) {
  const char *number = cell_of(file, REP_NUMBER);
  if (!number || cell_state(number) != CELL_STATED || cell_placeholder(number)) {
    g_snprintf(reason, size, number && *number ? "the report number \"%.60s\" is none" : "the row has no report number", number);
    return false;
  }
  struct when when;
  bool absent;
  struct insert *to = file->table;
  char iso[40];
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  cell_put(file, to, 3, REP_NUMBER);
  cell_put(file, to, 4, REP_SUPPLEMENT);
  cell_put(file, to, 5, REP_CAD);
  if (moment_of(file, REP_AT, REP_DATE_ONLY, REP_TIME_ONLY, &when, &absent)) {
    if (when.has_time) insert_int(to, 6, when.at);
    insert_text(to, 7, doubt_name(when.doubt));
    insert_int(to, 8, when.day);
    if (when.has_time) {
      moment_text(&file->moment, file->intake->settings->zone, when.at, 0);
      insert_bytes(to, 9, file->moment.text, file->moment.length);
    } else insert_text(to, 9, day_iso(when.day, iso));
    file_span(file, when.at);
  } else if (!absent) file_note(file, file->record->line, "The date of report %s cannot be read: it counts as unknown.", number);
  static const enum role texts[] = {REP_TYPE, REP_STATUS, REP_OFFICER, REP_OFFICER_ID, REP_SUPERVISOR, REP_APPROVED};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) cell_put(file, to, 10 + i, texts[i]);
  const char *narrative = cell_of(file, REP_NARRATIVE);
  if (narrative) insert_int(to, 16, *narrative != 0);
  int withheld = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(withholdable); i++) {
    const char *text = cell_of(file, withholdable[i].role);
    if (text && *text && cell_state(text) == CELL_WITHHELD) withheld |= withholdable[i].bit;
  }
  insert_int(to, 17, withheld);
  gint64 row = insert_row(to);
  if (!narrative || !*narrative) return true;
  cell_put(file, file->more, 1, REP_NARRATIVE);
  insert_row_as(file->more, row);
  return true;
}

bool notice_keep(struct intake_file *file, char *reason, gsize size) {
  struct when when;
  bool absent;
  if (!moment_of(file, NOT_AT, NOT_DATE_ONLY, NOT_TIME_ONLY, &when, &absent)) {
    g_snprintf(reason, size, absent ? "the row has no time" : "the time of the notification cannot be read");
    return false;
  }
  if (!when.has_time)
    file_note(file, file->record->line, "The notification has a date and no time: it counts as made at the start of that day.");
  struct insert *to = file->table;
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  insert_int(to, 3, when.at);
  insert_text(to, 4, doubt_name(when.doubt));
  static const enum role texts[] = {NOT_NOTIFIED, NOT_METHOD, NOT_USER};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) cell_put(file, to, 5 + i, texts[i]);
  insert_text(to, 8, cell_stated(file, NOT_CASE));
  cell_put(file, to, 9, NOT_SUBJECT);
  insert_row(to);
  file_span(file, when.at);
  return true;
}

/* Records of a roster that say that somebody was away. */
static const char *const away_words[] = {
    "leave", "off",         "vacation", "vac", "sick", "pto",  "annual", "suspended", "suspension", "fmla",    "rdo", "absent",
    "awol",  "bereavement", "holiday",  "al",  "sl",   "lwop", "dayoff", "jury",      "military",   "injured", NULL};

static bool kind_on_duty(const char *kind) {
  if (!kind || !*kind) return true;
  g_autofree char *words = text_words(kind);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (g_strv_contains(away_words, *word)) return false;
  return true;
}

/* Start and end given whole, or as a date with two times; an end that is not after the start is on the next day. */
static bool duty_span(struct intake_file *file, struct when *start, struct when *end) {
  bool absent;
  if (!moment_of(file, DUT_START, DUT_DATE, DUT_START_TIME, start, &absent)) return false;
  bool whole = moment_of(file, DUT_END, DUT_DATE, DUT_END_TIME, end, &absent);
  struct cell_time clock;
  const char *text = cell_of(file, DUT_END);
  if (!whole && text && cell_time(text, file->order[DUT_END], &clock) && clock.has_time && !clock.has_date) {
    struct civil civil = zone_civil(file->intake->settings->zone, start->at);
    civil.hour = clock.civil.hour, civil.minute = clock.civil.minute, civil.second = clock.civil.second;
    *end = (struct when){.at = zone_moment(file->zone, &civil, NULL, NULL), .has_time = true};
    whole = true;
  }
  if (whole && end->at <= start->at && start->at - end->at < 86400) end->at += 86400;
  return whole && end->at > start->at;
}

bool duty_keep(struct intake_file *file, char *reason, gsize size) {
  struct when start, end;
  const char *user = cell_stated(file, DUT_USER);
  if (!user) {
    g_snprintf(reason, size, "the row has no user");
    return false;
  }
  const char *kind = cell_of(file, DUT_KIND);
  bool on_duty = kind_on_duty(kind);
  if (!duty_span(file, &start, &end)) {
    g_snprintf(reason, size, "the start or the end of the duty cannot be read, or the end is not after the start");
    return false;
  }
  struct insert *to = file->table;
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  insert_text(to, 3, user);
  insert_int(to, 4, start.at);
  insert_int(to, 5, end.at);
  insert_text(to, 6, kind);
  insert_int(to, 7, on_duty);
  insert_row(to);
  file_span(file, start.at);
  file_span(file, end.at);
  return true;
}

bool disposition_keep(struct intake_file *file, char *reason, gsize size) {
  static const char *const known[] = {"explained", "unfounded", "not sustained", "sustained", "policy failure", "referred", "pending",
                                      "stated", "not stated", /* of a passage; of a reason, its purpose */
                                      "criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized", NULL};
  /* "not stated" is an answer here, and an empty cell elsewhere. */
  const char *finding = cell_stated(file, DIS_FINDING), *disposition = cell_of(file, DIS_DISPOSITION);
  if (!finding || !disposition || !*disposition) {
    g_snprintf(reason, size, "the row has no finding id or no disposition");
    return false;
  }
  g_autofree char *key = text_key(disposition);
  if (!g_strv_contains(known, key)) {
    g_snprintf(reason, size, "the disposition \"%.40s\" is none of explained, unfounded, not sustained, sustained, policy failure, referred, pending, stated, not stated, nor a purpose",
               disposition);
    return false;
  }
  struct insert *to = file->table;
  insert_text(to, 1, finding);
  insert_text(to, 2, key);
  cell_put(file, to, 3, DIS_NOTE);
  cell_put(file, to, 4, DIS_BY);
  cell_put(file, to, 5, DIS_ON);
  insert_int(to, 6, file->number);
  insert_int(to, 7, file->record->line);
  insert_row(to);
  return true;
}
