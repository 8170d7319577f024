/* Checks audit.ini against the known sections and keys, the kinds of input and the rules. */
#include "ingest/settings/check.h"
#include "include/assets.h"
#include "include/sql_head.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/settings/keys.h"
#include "ingest/settings/setting_names.h"
#include <string.h>

static const char section_inputs[] = "inputs", section_coverage[] = "coverage", section_provenance[] = "provenance",
                  columns_prefix[] = "columns.";

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
  g_ptr_array_add(names, g_strdup(section_provenance));
  for (; *kinds; kinds++) g_ptr_array_add(names, g_strconcat(columns_prefix, (*kinds)->key, NULL));
  g_ptr_array_add(names, NULL);
  return names;
}

/* An unknown section is one fault; its keys are not reported as well. */
static void sections_check(const struct ini *ini, const char *const *names) {
  for (guint i = 0; i < ini->sections->len; i++) {
    const struct ini_section *section = ini->sections->pdata[i];
    if (!*section->name || g_strv_contains(names, section->name)) continue;
    const char *near = text_nearest(section->name, names);
    g_autofree char *all = g_strjoinv("], [", (char **)(gpointer)names);
    if (near) ini_fault(ini, section->line, "the section [%s] is not known: did you mean [%s]?", section->name, near);
    else ini_fault(ini, section->line, "the section [%s] is not known: the sections are [%s]", section->name, all);
  }
}

/* NAMES ends with NULL. */
static void setting_refuse(const struct ini *ini, const struct ini_entry *entry, const GPtrArray *names) {
  const char *near = text_nearest(entry->key, (const char *const *)names->pdata);
  g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
  if (near) ini_fault(ini, entry->line, "[%s] has no key %s: did you mean %s?", entry->section, entry->key, near);
  else ini_fault(ini, entry->line, "[%s] has no key %s: its keys are %s", entry->section, entry->key, all);
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
      ini_fault(ini, entry->line, "%s appears twice in [%s], first on line %u: keep one", entry->key, entry->section, twin->line);
  }
}

/* The distinct values of KEY in the heads of cards. */
static void head_add(GPtrArray *names, const char *text, const char *key) {
  g_autofree char *value = head_value(text, key);
  g_auto(GStrv) each = g_strsplit(value ? value : "", ", ", -1);
  for (char **one = each; *one; one++)
    if (!g_ptr_array_find_with_equal_func(names, *one, g_str_equal, NULL)) g_ptr_array_add(names, g_strdup(*one));
}

/* The agency's own cards; one that cannot be read is refused later, with the rules. */
static void heads_own(const struct ini *ini, const char *folder, const char *key, GPtrArray *names) {
  const struct ini_entry *own = ini_get(ini, "rules", "folder");
  g_autofree char *path = own ? path_from(folder, own->value) : NULL;
  GDir *dir = path ? g_dir_open(path, 0, NULL) : NULL;
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *card = g_build_filename(path, name, NULL), *text = NULL;
    if (g_str_has_suffix(name, ".sql") && g_file_get_contents(card, &text, NULL, NULL)) head_add(names, text, key);
  }
  if (dir) g_dir_close(dir);
}

/* The rules or clauses of the program and, if [rules] names a folder, of the agency. Ends with NULL. */
static GPtrArray *heads_known(const struct ini *ini, const char *folder, const char *key) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (size_t i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "analyze/rules/")) head_add(names, assets[i].text, key);
  heads_own(ini, folder, key, names);
  g_ptr_array_add(names, NULL);
  return names;
}

/* Checks that each key of SECTION is a value of KEY in the head of some card. */
static void heads_check(const struct ini *ini, const char *folder, const char *section, const char *key) {
  g_autoptr(GPtrArray) names = heads_known(ini, folder, key);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (!strcmp(entry->section, section) && !g_strv_contains((const char *const *)names->pdata, entry->key))
      setting_refuse(ini, entry, names);
  }
}

static void rules_folder_check(const struct ini *ini, const char *folder) {
  const struct ini_entry *own = ini_get(ini, "rules", "folder");
  g_autofree char *path = own ? path_from(folder, own->value) : NULL;
  GDir *dir = path ? g_dir_open(path, 0, NULL) : NULL;
  if (path && !dir) ini_fault(ini, own->line, "the folder of rules %s cannot be opened: check its name", own->value);
  if (dir) g_dir_close(dir);
}

/* The keys of [inputs] and [coverage] must be kinds of input. */
static void kind_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *const *kinds,
                       setting_check check) {
  if (kind_named(kinds, entry->key)) {
    check(ini, entry);
    return;
  }
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (; *kinds; kinds++) g_ptr_array_add(names, (gpointer)(*kinds)->key);
  g_ptr_array_add(names, NULL);
  setting_refuse(ini, entry, names);
}

/* The keys of [provenance]: who exported each kind, when, from which system and with which query; how far the clocks of two
   systems differ; and where the audit before this one is. */
static void provenance_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *const *kinds) {
  static const char *const what[] = {"by", "on", "system", "query"};
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (; *kinds; kinds++)
    for (gsize i = 0; i < G_N_ELEMENTS(what) && !(*kinds)->quiet; i++)
      g_ptr_array_add(names, g_strconcat((*kinds)->key, "_", what[i], NULL));
  g_ptr_array_add(names, g_strdup("clock_difference"));
  g_ptr_array_add(names, g_strdup("earlier_audit"));
  g_ptr_array_add(names, NULL);
  if (!g_strv_contains((const char *const *)names->pdata, entry->key)) setting_refuse(ini, entry, names);
}

static void key_check(const struct ini *ini, const struct ini_entry *entry) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < setting_key_count; i++) {
    const struct setting_key *known = &setting_keys[i];
    if (strcmp(known->section, entry->section)) continue;
    if (known->key) g_ptr_array_add(names, (gpointer)known->key);
    if (known->key && strcmp(known->key, entry->key)) continue;
    if (known->check) known->check(ini, entry);
    return;
  }
  g_ptr_array_add(names, NULL);
  setting_refuse(ini, entry, names);
}

static void entry_check(const struct ini *ini, const struct ini_entry *entry, const struct kind *const *kinds) {
  const struct kind *kind = columns_kind(entry->section, kinds);
  if (kind) column_check(ini, entry, kind);
  else if (!strcmp(entry->section, section_inputs)) kind_check(ini, entry, kinds, check_text);
  else if (!strcmp(entry->section, section_provenance)) provenance_check(ini, entry, kinds);
  else if (!strcmp(entry->section, section_coverage)) kind_check(ini, entry, kinds, check_spans);
  else key_check(ini, entry);
}

static const struct {
  const char *section, *key, *example;
} required[] = {{"agency", "timezone", "America/New_York"}, {"period", "from", "2022-06-01"}, {"period", "to", "2023-05-31"}};

static void key_require(const struct ini *ini, const char *section, const char *key, const char *example) {
  if (ini_get(ini, section, key)) return;
  guint line = ini_section_line(ini, section);
  ini_lack(ini, line, "%s lacks %s: add it to section [%s], for instance %s = %s", line ? "the section" : "the file", key,
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
    ini_fault(ini, (start ? start : end)->line, "[hours] has only one of start and end: add %s", start ? "end" : "start");
}

static void files_check(const struct ini *ini, const struct ini_entry *entry, const char *folder, GHashTable *seen) {
  g_auto(GStrv) paths = text_list(entry->value);
  if (!*paths && *entry->value) ini_fault(ini, entry->line, "%s names no file: write a file name or remove the line", entry->key);
  for (char **path = paths; *path; path++) {
    g_autofree char *full = path_from(folder, *path);
    if (!g_hash_table_add(seen, g_canonicalize_filename(full, NULL)))
      ini_fault(ini, entry->line, "the file %s is named twice in [inputs]: each file has one kind and counts once", *path);
  }
}

static void inputs_check(const struct ini *ini, const char *folder) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (!strcmp(entry->section, section_inputs)) files_check(ini, entry, folder, seen);
  }
}

static void period_check(const struct ini *ini) {
  const struct ini_entry *from = ini_get(ini, "period", "from"), *to = ini_get(ini, "period", "to");
  gint32 first, last;
  if (from && to && date_read_iso(from->value, &first) && date_read_iso(to->value, &last) && first > last)
    ini_fault(ini, to->line, "the period ends (%s) before it starts (%s): swap the dates or correct one", to->value, from->value);
}

void settings_check(const struct ini *ini, const struct kind *const *kinds, const char *folder) {
  g_autoptr(GPtrArray) sections = sections_known(kinds);
  sections_check(ini, (const char *const *)sections->pdata);
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (g_strv_contains((const char *const *)sections->pdata, entry->section)) entry_check(ini, entry, kinds);
  }
  rules_folder_check(ini, folder);
  heads_check(ini, folder, "severity", "rule");
  heads_check(ini, folder, "clauses", "clause");
  inputs_check(ini, folder);
  period_check(ini);
  required_check(ini, kinds);
  ini_stop(ini);
}
