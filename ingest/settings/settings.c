/* What audit.ini may say and what holds where it says nothing; how its lines are read is in ini.c, names of places in places.c.
 */
#include "ingest/settings/settings.h"
#include "include/assets.h"
#include "include/head.h"
#include "include/cell/moment.h"
#include "ingest/settings/ini.h"
#include "ingest/settings/places.h"
#include "include/message.h"
#include "include/text.h"
#include <string.h>

typedef void (*setting_check)(const struct ini *ini, const struct ini_entry *entry);

static void check_text(const struct ini *ini, const struct ini_entry *entry) {
  if (!*entry->value) stop_input(ini->file, entry->line, "%s is empty: write a value or remove the line", entry->key);
}

static void check_number(const struct ini *ini, const struct ini_entry *entry) {
  gsize length = strlen(entry->value);
  if (!length || length > 6 || strspn(entry->value, "0123456789") != length)
    stop_input(ini->file, entry->line, "%s = %s is no whole number: write digits only, at most 999999", entry->key, entry->value);
}

static void check_one_of(const struct ini *ini, const struct ini_entry *entry, const char *const *words) {
  if (g_strv_contains(words, entry->value)) return;
  const char *near = text_nearest(entry->value, words);
  char *all = g_strjoinv(", ", (char **)(gpointer)words);
  if (near) stop_input(ini->file, entry->line, "%s = %s is not known: did you mean %s?", entry->key, entry->value, near);
  stop_input(ini->file, entry->line, "%s = %s is not known: write one of %s", entry->key, entry->value, all);
}

static void check_severity(const struct ini *ini, const struct ini_entry *entry) { check_one_of(ini, entry, severities); }

static void check_purpose(const struct ini *ini, const struct ini_entry *entry) {
  static const char *const words[] = {"criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized", NULL};
  check_one_of(ini, entry, words);
}

static void check_zone(const struct ini *ini, const struct ini_entry *entry) {
  static const char *const fixed[] = {"EST", "MST", "HST", NULL};
  if (zone_named(entry->value)) {
    if (g_strv_contains(fixed, entry->value))
      say_note(ini->file, entry->line, "%s has no summer time all year: name a place such as America/New_York if clocks change",
               entry->value);
    return;
  }
  char *near = place_nearest(entry->value);
  if (near) stop_input(ini->file, entry->line, "the time zone %s is not known: did you mean %s?", entry->value, near);
  stop_input(ini->file, entry->line, "the time zone %s is not known: write one of the tz database, such as America/New_York",
             entry->value);
}

static void check_pattern(const struct ini *ini, const struct ini_entry *entry) {
  GError *error = NULL;
  GRegex *regex = g_regex_new(entry->value, 0, 0, &error);
  if (!regex) stop_input(ini->file, entry->line, "the pattern cannot be read: %s", error->message);
  if (g_regex_get_string_number(regex, "year") < 0 || g_regex_get_string_number(regex, "number") < 0)
    stop_input(ini->file, entry->line, "the pattern lacks a group: name both, (?<year>...) and (?<number>...)");
  g_regex_unref(regex);
}

static bool time_of_day(const char *text, struct cell_time *time) {
  return cell_time(text, ORDER_UNKNOWN, time) && time->has_time && !time->has_date;
}

static void check_time(const struct ini *ini, const struct ini_entry *entry) {
  struct cell_time time;
  if (!time_of_day(entry->value, &time))
    stop_input(ini->file, entry->line, "%s = %s is no time of the day: write it as 07:00", entry->key, entry->value);
}

static void check_days(const struct ini *ini, const struct ini_entry *entry) {
  char *days = days_list(entry->value);
  if (!days)
    stop_input(ini->file, entry->line, "days = %s are no days of the week: write Mon-Fri, or Mon; Tue; Sat", entry->value);
  g_free(days);
}

static bool date_read_iso(const char *text, gint32 *day) {
  struct cell_time time;
  if (!cell_time(text, ORDER_UNKNOWN, &time) || !time.has_date || time.has_time || !g_str_has_prefix(time.shape, "year"))
    return false;
  *day = day_number(time.civil.year, time.civil.month, time.civil.day);
  return true;
}

static void check_date(const struct ini *ini, const struct ini_entry *entry) {
  gint32 day;
  if (!date_read_iso(entry->value, &day))
    stop_input(ini->file, entry->line, "%s = %s is no date: write year-month-day, such as 2022-06-01", entry->key, entry->value);
}

/* KEY NULL: any key. FALLBACK NULL: without a value there is none. */
static const struct setting_key {
  const char *section, *key, *fallback;
  setting_check check;
} keys[] = {
    {"agency", "name", "this agency", check_text},
    {"agency", "directive", "32-6", check_text},
    {"agency", "timezone", NULL, check_zone},
    {"agency", "authorized_units", "Criminal Investigations Unit", check_text},
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
    {"hours", "start", NULL, check_time},
    {"hours", "end", NULL, check_time},
    {"hours", "days", NULL, check_days},
    {"log", "timezone", NULL, check_zone},
    {"log", "search_actions", NULL, NULL},
    {"redactions", NULL, NULL, NULL},
    {"severity", NULL, NULL, check_severity},
    {"clauses", NULL, NULL, check_text},
    {"rules", "folder", NULL, check_text},
    {"inputs", "user_log", NULL, check_text},
    {"inputs", "incident_reports", NULL, check_text},
    {"inputs", "personnel", NULL, check_text},
    {"inputs", "chief_notifications", NULL, check_text},
    {"inputs", "duty_schedule", NULL, check_text},
    {"inputs", "dispositions", NULL, check_text},
};

static const char columns_prefix[] = "columns.";

static enum kind kind_named(const char *name) {
  enum kind kind = 0;
  while (kind < KIND_COUNT && strcmp(kind_name(kind), name)) kind++;
  return kind;
}

static GPtrArray *sections_known(void) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (!i || strcmp(keys[i].section, keys[i - 1].section)) g_ptr_array_add(names, g_strdup(keys[i].section));
  for (enum kind kind = 0; kind < KIND_COUNT; kind++) g_ptr_array_add(names, g_strconcat(columns_prefix, kind_name(kind), NULL));
  g_ptr_array_add(names, NULL);
  return names;
}

static void sections_check(const struct ini *ini) {
  GPtrArray *known = sections_known();
  const char *const *names = (const char *const *)known->pdata;
  for (guint i = 0; i < ini->sections->len; i++) {
    const struct ini_section *section = ini->sections->pdata[i];
    if (g_strv_contains(names, section->name)) continue;
    const char *near = text_nearest(section->name, names);
    if (near) stop_input(ini->file, section->line, "the section [%s] is not known: did you mean [%s]?", section->name, near);
    char *all = g_strjoinv("], [", (char **)known->pdata);
    stop_input(ini->file, section->line, "the section [%s] is not known: the sections are [%s]", section->name, all);
  }
  g_ptr_array_unref(known);
}

/* NAMES ends with NULL. */
G_NORETURN static void key_refuse(const struct ini *ini, const struct ini_entry *entry, GPtrArray *names) {
  const char *near = text_nearest(entry->key, (const char *const *)names->pdata);
  if (near) stop_input(ini->file, entry->line, "[%s] has no key %s: did you mean %s?", entry->section, entry->key, near);
  char *all = g_strjoinv(", ", (char **)names->pdata);
  stop_input(ini->file, entry->line, "[%s] has no key %s: its keys are %s", entry->section, entry->key, all);
}

static void column_check(const struct ini *ini, const struct ini_entry *entry) {
  enum kind kind = kind_named(entry->section + strlen(columns_prefix));
  enum role role = role_named(kind, entry->key);
  if (role == ROLE_NONE) {
    GPtrArray *names = g_ptr_array_new();
    for (enum role one = 0; one < ROLE_COUNT; one++)
      if (role_kind(one) == kind) g_ptr_array_add(names, (gpointer)role_name(one));
    g_ptr_array_add(names, NULL);
    key_refuse(ini, entry, names);
  }
  check_text(ini, entry);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *twin = ini->entries->pdata[i];
    if (twin->line < entry->line && !strcmp(twin->section, entry->section) && role_named(kind, twin->key) == role)
      stop_input(ini->file, entry->line, "%s stands in [%s] twice, first in line %u: keep one", entry->key, entry->section,
                 twin->line);
  }
}

static void rule_add(GPtrArray *names, const char *text) {
  char *rule = head_value(text, "rule");
  if (rule) g_ptr_array_add(names, rule);
}

/* A file that cannot be read is refused when rules are. */
static void rule_add_file(GPtrArray *names, const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
  if (g_file_get_contents(path, &text, NULL, NULL)) rule_add(names, text);
}

/* The rules of the program and, where [rules] names a folder, of the agency. */
static GPtrArray *rules_known(const struct ini *ini, const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (size_t i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "analyze/rules/")) rule_add(names, assets[i].text);
  const struct ini_entry *own = ini_get(ini, "rules", "folder");
  char *path = own ? path_from(folder, own->value) : NULL;
  GDir *dir = path ? g_dir_open(path, 0, NULL) : NULL;
  if (path && !dir) stop_input(ini->file, own->line, "the folder of rules %s cannot be opened: check its name", own->value);
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    if (g_str_has_suffix(name, ".sql")) rule_add_file(names, path, name);
  if (dir) g_dir_close(dir);
  g_free(path);
  g_ptr_array_add(names, NULL);
  return names;
}

static void severities_check(const struct ini *ini, const char *folder) {
  GPtrArray *rules = rules_known(ini, folder);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (!strcmp(entry->section, "severity") && !g_strv_contains((const char *const *)rules->pdata, entry->key))
      key_refuse(ini, entry, rules);
  }
  g_ptr_array_unref(rules);
}

static void entry_check(const struct ini *ini, const struct ini_entry *entry) {
  if (g_str_has_prefix(entry->section, columns_prefix)) {
    column_check(ini, entry);
    return;
  }
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (strcmp(keys[i].section, entry->section)) continue;
    if (keys[i].key) g_ptr_array_add(names, (gpointer)keys[i].key);
    if (keys[i].key && strcmp(keys[i].key, entry->key)) continue;
    if (keys[i].check) keys[i].check(ini, entry);
    g_ptr_array_unref(names);
    return;
  }
  g_ptr_array_add(names, NULL);
  key_refuse(ini, entry, names);
}

static void value_free(void *data) {
  struct setting_value *value = data;
  g_free(value->section);
  g_free(value->key);
  g_free(value->value);
  g_free(value);
}

static void value_add(struct settings *settings, const char *section, const char *key, char *text) {
  struct setting_value *value = g_new0(struct setting_value, 1);
  *value = (struct setting_value){g_strdup(section), g_strdup(key), text};
  g_ptr_array_add(settings->values, value);
}

/* As others read it: dates as ISO, days of the week spelt out, paths from where the program runs. */
static char *value_effective(const char *folder, const struct ini_entry *entry) {
  struct cell_time time;
  gint32 day;
  char date[16];
  if (!strcmp(entry->section, "period") && date_read_iso(entry->value, &day)) return g_strdup(day_iso(day, date));
  if (!strcmp(entry->section, "rules")) return path_from(folder, entry->value);
  if (strcmp(entry->section, "hours")) return g_strdup(entry->value);
  if (!strcmp(entry->key, "days")) return days_list(entry->value);
  time_of_day(entry->value, &time);
  return g_strdup_printf("%02d:%02d", time.civil.hour, time.civil.minute);
}

static void values_fill(struct settings *settings, const struct ini *ini) {
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    const char *key = entry->key;
    if (g_str_has_prefix(entry->section, columns_prefix))
      key = role_name(role_named(kind_named(entry->section + strlen(columns_prefix)), entry->key));
    value_add(settings, entry->section, key, value_effective(settings->folder, entry));
  }
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i].fallback && !ini_get(ini, keys[i].section, keys[i].key))
      value_add(settings, keys[i].section, keys[i].key, g_strdup(keys[i].fallback));
}

static const char *value_of(const struct settings *settings, const char *section, const char *key) {
  for (guint i = 0; i < settings->values->len; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    if (!strcmp(value->section, section) && !strcmp(value->key, key)) return value->value;
  }
  return NULL;
}

static char **list_cut(const char *text) {
  GPtrArray *list = g_ptr_array_new();
  char **parts = g_strsplit(text, ";", -1);
  for (char **part = parts; *part; part++)
    if (*text_trim(*part)) g_ptr_array_add(list, g_strdup(*part));
  g_strfreev(parts);
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(list, FALSE);
}

static void inputs_fill(struct settings *settings, const struct ini *ini) {
  GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  settings->inputs = g_array_new(FALSE, FALSE, sizeof(struct settings_input));
  for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
    const struct ini_entry *entry = ini_get(ini, "inputs", kind_name(kind));
    char **paths = list_cut(entry ? entry->value : "");
    if (entry && !*paths)
      stop_input(ini->file, entry->line, "%s names no file: write a file name or remove the line", entry->key);
    for (char **path = paths; *path; path++) {
      struct settings_input input = {kind, g_strdup(*path)};
      char *full = path_from(settings->folder, *path), *canonical = g_canonicalize_filename(full, NULL);
      if (!g_hash_table_add(seen, canonical))
        stop_input(ini->file, entry->line, "the file %s is named twice in [inputs]: each file has one kind and counts once",
                   *path);
      g_array_append_val(settings->inputs, input);
      g_free(full);
    }
    g_strfreev(paths);
  }
  g_hash_table_unref(seen);
}

static void columns_fill(struct settings *settings, const struct ini *ini) {
  for (enum kind kind = 0; kind < KIND_COUNT; kind++)
    settings->columns[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (!g_str_has_prefix(entry->section, columns_prefix)) continue;
    enum kind kind = kind_named(entry->section + strlen(columns_prefix));
    g_hash_table_insert(settings->columns[kind], g_strdup(role_name(role_named(kind, entry->key))), g_strdup(entry->value));
  }
}

static const struct {
  const char *section, *key, *example;
} required[] = {{"agency", "timezone", "America/New_York"},
                {"period", "from", "2022-06-01"},
                {"period", "to", "2023-05-31"},
                {"inputs", "user_log", "user_log.csv"}};

static void required_check(const struct ini *ini) {
  for (guint i = 0; i < G_N_ELEMENTS(required); i++) {
    if (ini_get(ini, required[i].section, required[i].key)) continue;
    guint line = ini_section_line(ini, required[i].section);
    stop_input(ini->file, line, "%s lacks %s: add it to section [%s], for instance %s = %s", line ? "the section" : "the file",
               required[i].key, required[i].section, required[i].key, required[i].example);
  }
  const struct ini_entry *start = ini_get(ini, "hours", "start"), *end = ini_get(ini, "hours", "end");
  if (!start != !end)
    stop_input(ini->file, (start ? start : end)->line, "[hours] states only one of start and end: add %s",
               start ? "end" : "start");
}

static void period_fill(struct settings *settings, const struct ini *ini) {
  const struct ini_entry *from = ini_get(ini, "period", "from"), *to = ini_get(ini, "period", "to");
  date_read_iso(from->value, &settings->from);
  date_read_iso(to->value, &settings->to);
  if (settings->from > settings->to)
    stop_input(ini->file, to->line, "the period ends (%s) before it starts (%s): exchange the dates or correct one", to->value,
               from->value);
}

struct settings *settings_read(const char *folder) {
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
    stop_input(folder, 0, "there is no such folder: name the folder that holds audit.ini");
  struct settings *settings = g_new0(struct settings, 1);
  settings->folder = g_strdup(folder);
  settings->file = g_build_filename(folder, "audit.ini", NULL);
  settings->values = g_ptr_array_new_with_free_func(value_free);
  struct ini *ini = ini_read(settings->file, settings->file);
  sections_check(ini);
  for (guint i = 0; i < ini->entries->len; i++) entry_check(ini, ini->entries->pdata[i]);
  severities_check(ini, folder);
  required_check(ini);
  values_fill(settings, ini);
  period_fill(settings, ini);
  inputs_fill(settings, ini);
  columns_fill(settings, ini);
  ini_free(ini);
  settings->agency = g_strdup(value_of(settings, "agency", "name"));
  settings->directive = g_strdup(value_of(settings, "agency", "directive"));
  settings->timezone = g_strdup(value_of(settings, "agency", "timezone"));
  settings->authorized_units = list_cut(value_of(settings, "agency", "authorized_units"));
  settings->zone = zone_open(settings->timezone);
  const char *log_zone = value_of(settings, "log", "timezone");
  settings->log_zone = log_zone ? zone_open(log_zone) : NULL;
  return settings;
}

void settings_free(struct settings *settings) {
  if (!settings) return;
  char *texts[] = {settings->folder, settings->file, settings->agency, settings->directive, settings->timezone};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  g_strfreev(settings->authorized_units);
  zone_free(settings->zone);
  zone_free(settings->log_zone);
  for (guint i = 0; i < settings->inputs->len; i++) g_free(g_array_index(settings->inputs, struct settings_input, i).path);
  g_array_unref(settings->inputs);
  for (enum kind kind = 0; kind < KIND_COUNT; kind++) g_hash_table_unref(settings->columns[kind]);
  g_ptr_array_unref(settings->values);
  g_free(settings);
}
