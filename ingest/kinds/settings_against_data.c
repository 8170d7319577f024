/* Holds what audit.ini names against the data: units, prefixes of case numbers, the agency. What is near is near_value.c's to
 * say. */
#include "ingest/kinds/settings_against_data.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/kinds/unit_name.h"
#include "ingest/settings/near_value.h"
#include <string.h>

struct holding {
  struct db *db;
  const struct settings *settings;
  GPtrArray *faults; /* of char *: words, said when all is held */
  GArray *lines;     /* of guint: of each */
};

static void fault(struct holding *holding, guint line, char *words) {
  g_ptr_array_add(holding->faults, words);
  g_array_append_val(holding->lines, line);
}

/* A doubt about the first file of KIND. */
static void doubt(struct holding *holding, const char *kind, char *words) {
  sqlite3_stmt *to =
      db_prepare(holding->db, "INSERT INTO source_note (source, line, text, front) SELECT min(source), 0, ?, 1 FROM source "
                              "WHERE kind = ? HAVING count(*)");
  db_bind_text(to, 1, words);
  db_bind_text(to, 2, kind);
  db_step(holding->db, to);
  sqlite3_finalize(to);
  g_free(words);
}

static GPtrArray *values_read(struct db *db, const char *sql) {
  GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
  sqlite3_stmt *rows = db_prepare(db, sql);
  while (db_step(db, rows)) g_ptr_array_add(values, g_strdup(db_text(rows, 0)));
  sqlite3_finalize(rows);
  return values;
}

/* The first of them, for a message. */
static char *values_list(const GPtrArray *values) {
  enum { SHOWN = 6 };
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < values->len && i < SHOWN; i++)
    g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", (char *)values->pdata[i]);
  if (values->len > SHOWN) g_string_append(list, " and more");
  return g_string_free(list, FALSE);
}

/* -------------------------------------------------------------------------------------------------------------- units */

static bool unit_there(const char *unit, const GPtrArray *units) {
  for (guint i = 0; i < units->len; i++)
    if (unit_equals(unit, units->pdata[i])) return true;
  return false;
}

static bool unit_set(const struct settings *settings, const char *unit) {
  for (char **each = settings->authorized_units; *each; each++)
    if (unit_equals(unit, *each)) return true;
  return false;
}

static void unit_hold(struct holding *holding, const char *set, const GPtrArray *units) {
  guint line = settings_line(holding->settings, "agency", "authorized_units");
  const char *meant = value_meant(set, units),
             *key = line ? "authorized_units" : "authorized_units, which audit.ini does not set,";
  if (meant && unit_set(holding->settings, meant)) meant = NULL; /* another unit of the setting is that one */
  g_autofree char *list = values_list(units);
  if (meant)
    fault(holding, line,
          g_strdup_printf(
              "[agency] %s names the unit \"%s\", which no row of the personnel file has; it has \"%s\": write it so, and "
              "several units with ; between them",
              key, set, meant));
  else
    doubt(holding, "personnel",
          g_strdup_printf("No row has the unit \"%s\", which [agency] %s names as authorised; the units of the file are %s.", set,
                          key, list));
}

static void units_hold(struct holding *holding) {
  g_autoptr(GPtrArray) units =
      values_read(holding->db, "SELECT unit FROM assignment WHERE unit <> '' GROUP BY unit ORDER BY count(*) DESC, unit");
  for (char **set = holding->settings->authorized_units; units->len && *set; set++)
    if (!unit_there(*set, units)) unit_hold(holding, *set, units);
}

/* ----------------------------------------------------------------------------------------------------------- prefixes */

/* The letters that numbers begin with, as they stand. */
static const char prefixes_sql[] =
    "SELECT DISTINCT upper(trim(substr(number, 1, length(number) - length(ltrim(upper(number), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ-. ')))"
    ", '-. ')) AS prefix FROM (SELECT number FROM report_fact UNION SELECT case_number FROM event WHERE case_number <> '') "
    "WHERE prefix <> '' ORDER BY prefix";

static bool prefix_there(const char *prefix, const GPtrArray *prefixes) {
  g_autofree char *key = text_words(prefix);
  for (guint i = 0; i < prefixes->len; i++) {
    g_autofree char *other = text_words(prefixes->pdata[i]);
    if (!strcmp(key, other)) return true;
  }
  return false;
}

/* A letter more, less or another, in three or more; or the prefix is one of the parts. */
static const char *prefix_meant(const char *set, const GPtrArray *prefixes) {
  g_auto(GStrv) parts = g_strsplit_set(set, ",/|&+ ", -1);
  for (guint i = 0; i < prefixes->len; i++) {
    const char *prefix = prefixes->pdata[i];
    g_autofree char *key = text_words(set), *other = text_words(prefix);
    if (strlen(key) >= 3 && strlen(other) >= 3 && text_distance(key, other) <= 1) return prefix;
    for (char **part = parts; parts[1] && *part; part++)
      if (!g_ascii_strcasecmp(*part, prefix)) return prefix;
  }
  return NULL;
}

/* Numbers inside reasons bear prefixes, too. */
static bool reason_has(struct db *db, const char *prefix) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT 1 FROM reason WHERE instr(upper(text), upper(?)) LIMIT 1");
  db_bind_text(rows, 1, prefix);
  bool there = db_step(db, rows);
  sqlite3_finalize(rows);
  return there;
}

static void prefixes_hold(struct holding *holding) {
  const char *value = settings_value(holding->settings, "case_numbers", "own_prefixes");
  g_auto(GStrv) set = text_list(value ? value : "");
  guint line = settings_line(holding->settings, "case_numbers", "own_prefixes");
  if (!*set) return;
  g_autoptr(GPtrArray) prefixes = values_read(holding->db, prefixes_sql);
  for (char **prefix = set; *prefix; prefix++) {
    if (prefix_there(*prefix, prefixes)) continue;
    const char *meant = prefix_meant(*prefix, prefixes);
    if (meant && !g_strv_contains((const char *const *)set, meant))
      fault(
          holding, line,
          g_strdup_printf("[case_numbers] own_prefixes names \"%s\", which no case number of the log or the reports begins with; "
                          "some begin with \"%s\": write it so, and several with ; between them",
                          *prefix, meant));
    else if (!meant && !reason_has(holding->db, *prefix))
      doubt(
          holding, "user_log",
          g_strdup_printf("No case number of the log or the reports begins with \"%s\", which [case_numbers] own_prefixes names.",
                          *prefix));
  }
}

/* ------------------------------------------------------------------------------------------------------------- agency */

/* The log names several agencies and none of them is ours, or not the one that log_name gives. */
static void agency_hold(struct holding *holding) {
  const char *log_name = settings_value(holding->settings, "agency", "log_name"),
             *set = log_name ? log_name : holding->settings->agency;
  g_autoptr(GPtrArray) agencies = values_read(
      holding->db, "SELECT agency FROM log_agency WHERE NOT (SELECT max(own) FROM log_agency) ORDER BY rows DESC, agency");
  const char *meant = agencies->len > 1 || log_name ? value_meant(set, agencies) : NULL;
  if (!meant) return;
  guint line = settings_line(holding->settings, "agency", log_name ? "log_name" : "name");
  fault(holding, line,
        g_strdup_printf(
            "[agency] %s is \"%s\", which no row of the log names; it names \"%s\": set [agency] log_name to that, if it is "
            "this agency",
            log_name ? "log_name" : "name", set, meant));
}

void settings_hold(struct db *db, const struct settings *settings) {
  struct holding holding = {db, settings, g_ptr_array_new_with_free_func(g_free), g_array_new(FALSE, FALSE, sizeof(guint))};
  agency_hold(&holding);
  units_hold(&holding);
  prefixes_hold(&holding);
  for (guint i = 0; i < holding.faults->len; i++)
    (i + 1 < holding.faults->len ? say_note : stop_input)(settings->file, g_array_index(holding.lines, guint, i), "%s",
                                                          (char *)holding.faults->pdata[i]);
  g_ptr_array_unref(holding.faults);
  g_array_unref(holding.lines);
}
