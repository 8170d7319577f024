/* What each key of audit.ini may be set to, and the default if it is not set. */
#include "ingest/settings/keys.h"
#include "include/cell/moment.h"
#include "include/choices.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/settings/setting_names.h"
#include <string.h>

void check_text(const struct ini *ini, const struct ini_entry *entry) {
  if (!*entry->value) ini_fault(ini, entry->line, "%s is empty: write a value or remove the line", entry->key);
}

/* TABLE: the ranges of thresholds; those not listed may be any number. */
static const struct {
  const char *key;
  guint least, most;
} ranges[] = {
    {"notice_hours", 1, 8760},      {"session_minutes", 1, 1440},  {"shared_minutes", 1, 240},  {"near_before_days", 1, 365},
    {"near_after_days", 0, 90},     {"repeat_searches", 2, 1000},  {"pending_days", 0, 365},    {"late_report_days", 1, 365},
    {"overused_sessions", 2, 1000}, {"subject_accounts", 2, 1000}, {"burst_sessions", 2, 1000}, {"burst_minutes", 1, 1440},
    {"consecutive_days", 2, 365},   {"isolated_hours", 1, 168},    {"inactive_days", 1, 3650},  {"audit_days", 1, 3650}};

static void range_check(const struct ini *ini, const struct ini_entry *entry, guint64 value) {
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
    if (!strcmp(ranges[i].key, entry->key) && (value < ranges[i].least || value > ranges[i].most))
      ini_fault(ini, entry->line, "%s = %s is out of range: write a number from %u to %u", entry->key, entry->value,
                ranges[i].least, ranges[i].most);
}

/* "(" or "I" would be found in every narrative. */
static void check_names(const struct ini *ini, const struct ini_entry *entry) {
  enum { LETTERS_LEAST = 3 };
  check_text(ini, entry);
  g_auto(GStrv) names = text_list(entry->value);
  for (char **name = names; *name; name++) {
    guint letters = 0;
    for (const char *at = *name; *at; at = g_utf8_next_char(at)) letters += g_unichar_isalpha(g_utf8_get_char(at)) != 0;
    if (letters < LETTERS_LEAST)
      stop_input(ini->file, entry->line, "%s = %s is not the name of a system: write one of at least three letters", entry->key,
                 *name);
  }
}

static void check_number(const struct ini *ini, const struct ini_entry *entry) {
  gsize length = strlen(entry->value);
  bool number = length && length <= 6 && strspn(entry->value, "0123456789") == length;
  if (number) range_check(ini, entry, g_ascii_strtoull(entry->value, NULL, 10));
  else ini_fault(ini, entry->line, "%s = %s is not a whole number: write digits only, at most 999999", entry->key, entry->value);
}

static void check_one_of(const struct ini *ini, const struct ini_entry *entry, const char *const *words) {
  if (g_strv_contains(words, entry->value)) return;
  const char *near = text_nearest(entry->value, words);
  g_autofree char *all = g_strjoinv(", ", (char **)(gpointer)words);
  if (near) ini_fault(ini, entry->line, "%s = %s is not known: did you mean %s?", entry->key, entry->value, near);
  else ini_fault(ini, entry->line, "%s = %s is not known: write one of %s", entry->key, entry->value, all);
}

static void check_severity(const struct ini *ini, const struct ini_entry *entry) { check_one_of(ini, entry, severities); }

static void check_purpose(const struct ini *ini, const struct ini_entry *entry) { check_one_of(ini, entry, purposes_known); }

static void check_zone(const struct ini *ini, const struct ini_entry *entry) {
  static const char *const fixed[] = {"EST", "MST", "HST", NULL};
  const char *meant = zone_meant(entry->value);
  if (meant) {
    say_note(ini->file, entry->line, "%s is read as %s", entry->value, meant);
    return;
  }
  bool named = zone_named(entry->value);
  int error = named ? 0 : zone_error(entry->value);
  if (error_is_of_system(error))
    stop_system(entry->value, "the time zone cannot be read: %s: nothing was changed", g_strerror(error));
  if (named || zone_named(entry->value)) {
    if (g_strv_contains(fixed, entry->value))
      say_note(ini->file, entry->line, "%s never changes its clocks: name a place such as America/New_York if yours change",
               entry->value);
    return;
  }
  g_autofree char *near = place_nearest(entry->value);
  if (near) ini_fault(ini, entry->line, "the time zone %s is not known: did you mean %s?", entry->value, near);
  else
    ini_fault(ini, entry->line, "the time zone %s is not known: write one of the tz database, such as America/New_York",
              entry->value);
}

/* The agency's zone is that of its people, who say EST for New York's time. The log's zone may be a fixed offset. */
static void check_agency_zone(const struct ini *ini, const struct ini_entry *entry) {
  const char *meant = zone_of_people(entry->value);
  if (meant) say_note(ini->file, entry->line, "%s is read as %s", entry->value, meant);
  else check_zone(ini, entry);
}

static void check_pattern(const struct ini *ini, const struct ini_entry *entry) {
  GError *error = NULL;
  GRegex *regex = g_regex_new(entry->value, 0, 0, &error);
  if (!regex) {
    ini_fault(ini, entry->line, "the pattern cannot be read: %s", error->message);
    g_error_free(error);
    return;
  }
  if (g_regex_get_string_number(regex, "year") < 0 || g_regex_get_string_number(regex, "number") < 0)
    ini_fault(ini, entry->line, "the pattern lacks a group: name both, (?<year>...) and (?<number>...)");
  g_regex_unref(regex);
}

static bool time_of_day(const char *text, struct cell_time *time) {
  return cell_time(text, ORDER_UNKNOWN, time) && time->has_time && !time->has_date;
}

static void check_time(const struct ini *ini, const struct ini_entry *entry) {
  struct cell_time time;
  if (!time_of_day(entry->value, &time))
    ini_fault(ini, entry->line, "%s = %s is not a time of day: write it as 07:00", entry->key, entry->value);
}

static void check_days(const struct ini *ini, const struct ini_entry *entry) {
  char *days = days_list(entry->value);
  if (!days) ini_fault(ini, entry->line, "days = %s are not days of the week: write Mon-Fri, or Mon; Tue; Sat", entry->value);
  g_free(days);
}

bool date_read_iso(const char *text, gint32 *day) {
  struct cell_time time;
  if (!cell_time(text, ORDER_UNKNOWN, &time) || !time.has_date || time.has_time || !g_str_has_prefix(time.shape, "year"))
    return false;
  *day = day_number(time.civil.year, time.civil.month, time.civil.day);
  return true;
}

bool days_span(const char *text, gint32 *from, gint32 *to) {
  const char *between = strstr(text, " to ");
  if (!between) return false;
  g_autofree char *first = text_trim(g_strndup(text, (gsize)(between - text))), *last = text_trim(g_strdup(between + 4));
  return date_read_iso(first, from) && date_read_iso(last, to) && *from <= *to;
}

void check_spans(const struct ini *ini, const struct ini_entry *entry) {
  g_auto(GStrv) spans = text_list(entry->value);
  gint32 from, to;
  bool good = *spans;
  for (char **span = spans; *span && good; span++) good = days_span(*span, &from, &to);
  if (!good)
    ini_fault(ini, entry->line, "%s = %s is not a span of days: write the first and the last, such as 2022-06-01 to 2023-05-31",
              entry->key, entry->value);
}

static void check_date(const struct ini *ini, const struct ini_entry *entry) {
  gint32 day;
  if (!date_read_iso(entry->value, &day))
    ini_fault(ini, entry->line, "%s = %s is not a date: write year-month-day, such as 2022-06-01", entry->key, entry->value);
}

static void check_arrest(const struct ini *ini, const struct ini_entry *entry) {
  check_one_of(ini, entry, (const char *const[]){"ask", "closed", "active", NULL});
}

static void check_gallery(const struct ini *ini, const struct ini_entry *entry) {
  check_one_of(ini, entry, (const char *const[]){"booking", "dhsmv", "mixed", "unknown", NULL});
}

const struct setting_key setting_keys[] = {
    {"agency", "name", "this agency", check_text},
    {"agency", "directive", "32-6", check_text},
    {"agency", "timezone", NULL, check_agency_zone},
    {"agency", "authorized_units", "Criminal Investigations Unit", check_text},
    {"agency", "systems", NULL, check_names},
    {"agency", "designees", NULL, check_text},
    {"agency", "log_name", NULL, check_text},
    {"agency", "administrator", NULL, check_text},
    {"agency", "effective", NULL, check_date},
    {"period", "from", NULL, check_date},
    {"period", "to", NULL, check_date},
    {"case_numbers", "pattern", NULL, check_pattern},
    {"case_numbers", "own_prefixes", NULL, NULL},
    {"purposes", NULL, NULL, check_purpose},
    {"thresholds", "notice_hours", "72", check_number},
    {"thresholds", "session_minutes", "30", check_number},
    {"thresholds", "shared_minutes", "15", check_number},
    {"thresholds", "near_before_days", "14", check_number},
    {"thresholds", "near_after_days", "3", check_number},
    {"thresholds", "repeat_searches", "3", check_number},
    {"thresholds", "pending_days", "14", check_number},
    {"thresholds", "late_report_days", "14", check_number},
    {"thresholds", "overused_sessions", "10", check_number},
    {"thresholds", "subject_accounts", "4", check_number},
    {"thresholds", "burst_sessions", "10", check_number},
    {"thresholds", "burst_minutes", "60", check_number},
    {"thresholds", "consecutive_days", "10", check_number},
    {"thresholds", "isolated_hours", "8", check_number},
    {"thresholds", "inactive_days", "90", check_number},
    {"thresholds", "audit_days", "396", check_number},
    {"case_status", "open", NULL, check_text},
    {"case_status", "pending", NULL, check_text},
    {"case_status", "closed", NULL, check_text},
    {"hours", "start", NULL, check_time},
    {"hours", "end", NULL, check_time},
    {"hours", "days", NULL, check_days},
    {"log", "timezone", NULL, check_zone},
    {"log", "search_actions", NULL, NULL},
    {"redactions", "event", NULL, check_text},
    {"redactions", "occurred_at", NULL, check_text},
    {"redactions", "user_id", NULL, check_text},
    {"redactions", "user_name", NULL, check_text},
    {"redactions", "case_number", NULL, check_text},
    {"redactions", "reason", NULL, check_text},
    {"redactions", "purpose", NULL, check_text},
    {"redactions", "candidate_selected", NULL, check_text},
    {"redactions", "report_number", NULL, check_text},
    {"redactions", "action", NULL, check_text},
    {"redactions", "workstation", NULL, check_text},
    {"redactions", "address", NULL, check_text},
    {"redactions", "probe_image", NULL, check_text},
    {"redactions", "candidates_returned", NULL, check_text},
    {"redactions", "cleared_by_arrest", "ask", check_arrest},
    {"redactions", "gallery", "unknown", check_gallery},
    {"redactions", "undercover", NULL, check_text},
    {"redactions", "statuses_on", NULL, check_date},
    {"redactions", "audit_final", NULL, check_date},
    {"redactions", "exemptions", NULL, check_text},
    {"severity", NULL, NULL, check_severity},
    {"clauses", NULL, NULL, check_text},
    {"rules", "folder", NULL, check_text},
};
const guint setting_key_count = G_N_ELEMENTS(setting_keys);

char *value_effective(const char *folder, const struct ini_entry *entry) {
  struct cell_time time;
  gint32 day;
  char date[16];
  bool dated = !strcmp(entry->section, "period") || !strcmp(entry->key, "effective");
  if (dated && date_read_iso(entry->value, &day)) return g_strdup(day_iso(day, date));
  bool zone = !strcmp(entry->key, "timezone");
  const char *meant = zone && !strcmp(entry->section, "agency") ? zone_of_people(entry->value) : NULL;
  if (zone && !meant) meant = zone_meant(entry->value);
  if (meant) return g_strdup(meant);
  if (!strcmp(entry->section, "rules")) return path_from(folder, entry->value);
  if (strcmp(entry->section, "hours")) return g_strdup(entry->value);
  if (!strcmp(entry->key, "days")) return days_list(entry->value);
  time_of_day(entry->value, &time);
  return g_strdup_printf("%02d:%02d", time.civil.hour, time.civil.minute);
}
