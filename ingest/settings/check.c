/* Holds audit.ini against the sections and keys there are, and against the kinds of input and the rules. */
#include "ingest/settings/check.h"
#include "include/assets.h"
#include "include/sql_head.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/settings/keys.h"
#include "ingest/settings/setting_names.h"
#include <string.h>

static const char section_inputs[] = "inputs", section_coverage[] = "coverage", columns_prefix[] = "columns.";

const struct kind *columns_kind(const char *section, const struct kind *const *kinds) {
  return g_str_has_prefix(section, columns_prefix) ? kind_named(kinds, section + strlen(columns_prefix)) : NULL;
}

static GPtrArray *sections_known(const struct kind *const *kinds) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < setting_key_count; i++)
    if (!i || strcmp(setting_keys[i].section, setting_keys[i - 1].section))
      g_ptr_array_add(names, g_strdup(setting_keys[i].section));
  g_ptr_array_add(names, g_strdup(section_inputs));
  g_ptr_array_add(names, g_strdup(section_coverage));
  for (; *kinds; kinds++) g_ptr_array_add(names, g_strconcat(columns_prefix, (*kinds)->key, NULL));
  g_ptr_array_add(names, NULL);
  return names;
}

static void sections_check(const struct ini *ini, const struct kind *const *kinds) {
  GPtrArray *known = sections_known(kinds);
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
G_NORETURN static void setting_refuse(const struct ini *ini, const struct ini_entry *entry, GPtrArray *names) {
  const char *near = text_nearest(entry->key, (const char *const *)names->pdata);
  if (near) stop_input(ini->file, entry->line, "[%s] has no key %s: did you mean %s?", entry->section, entry->key, near);
  char *all = g_strjoinv(", ", (char **)names->pdata);
  stop_input(ini->file, entry->line, "[%s] has no key %s: its keys are %s", entry->section, entry->key, all);
}

static void column_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *kind) {
  int role = role_named(kind, entry->key);
  if (role == ROLE_NONE) {
    GPtrArray *names = g_ptr_array_new();
    for (int one = 0; one < kind->role_count; one++) g_ptr_array_add(names, (gpointer)kind->roles[one].name);
    g_ptr_array_add(names, NULL);
    setting_refuse(ini, entry, names);
  }
  check_text(ini, entry);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *twin = ini->entries->pdata[i];
    if (twin->line < entry->line && !strcmp(twin->section, entry->section) && role_named(kind, twin->key) == role)
      stop_input(ini->file, entry->line, "%s appears twice in [%s], first on line %u: keep one", entry->key, entry->section,
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
      setting_refuse(ini, entry, rules);
  }
  g_ptr_array_unref(rules);
}

/* The keys of [inputs] and [coverage] are the kinds. */
static void kind_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *const *kinds,
                       setting_check check) {
  if (kind_named(kinds, entry->key)) {
    check(ini, entry);
    return;
  }
  GPtrArray *names = g_ptr_array_new();
  for (; *kinds; kinds++) g_ptr_array_add(names, (gpointer)(*kinds)->key);
  g_ptr_array_add(names, NULL);
  setting_refuse(ini, entry, names);
}

static void key_check(const struct ini *ini, const struct ini_entry *entry) {
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < setting_key_count; i++) {
    const struct setting_key *known = &setting_keys[i];
    if (strcmp(known->section, entry->section)) continue;
    if (known->key) g_ptr_array_add(names, (gpointer)known->key);
    if (known->key && strcmp(known->key, entry->key)) continue;
    if (known->check) known->check(ini, entry);
    g_ptr_array_unref(names);
    return;
  }
  g_ptr_array_add(names, NULL);
  setting_refuse(ini, entry, names);
}

static void entry_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *const *kinds) {
  const struct kind *kind = columns_kind(entry->section, kinds);
  if (kind) column_check(ini, entry, kind);
  else if (!strcmp(entry->section, section_inputs)) kind_check(ini, entry, kinds, check_text);
  else if (!strcmp(entry->section, section_coverage)) kind_check(ini, entry, kinds, check_spans);
  else key_check(ini, entry);
}

static const struct {
  const char *section, *key, *example;
} required[] = {{"agency", "timezone", "America/New_York"}, {"period", "from", "2022-06-01"}, {"period", "to", "2023-05-31"}};

static void key_require(const struct ini *ini, const char *section, const char *key, const char *example) {
  if (ini_get(ini, section, key)) return;
  guint line = ini_section_line(ini, section);
  stop_input(ini->file, line, "%s lacks %s: add it to section [%s], for instance %s = %s", line ? "the section" : "the file", key,
             section, key, example);
}

static void required_check(const struct ini *ini, const struct kind *const *kinds) {
  for (guint i = 0; i < G_N_ELEMENTS(required); i++) key_require(ini, required[i].section, required[i].key, required[i].example);
  for (; *kinds; kinds++) {
    g_autofree char *example = g_strconcat((*kinds)->key, ".csv", NULL);
    if ((*kinds)->required) key_require(ini, section_inputs, (*kinds)->key, example);
  }
  const struct ini_entry *start = ini_get(ini, "hours", "start"), *end = ini_get(ini, "hours", "end");
  if (!start != !end)
    stop_input(ini->file, (start ? start : end)->line, "[hours] states only one of start and end: add %s",
               start ? "end" : "start");
}

void settings_check(const struct ini *ini, const struct kind *const *kinds, const char *folder) {
  sections_check(ini, kinds);
  for (guint i = 0; i < ini->entries->len; i++) entry_check(ini, ini->entries->pdata[i], kinds);
  severities_check(ini, folder);
  required_check(ini, kinds);
}
