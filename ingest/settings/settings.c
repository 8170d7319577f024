/* audit.ini in the form that the rest of the program uses. ini.c reads its lines; check.c and keys.c know what is allowed in it.
 */
#include "ingest/settings/settings.h"
#include "ingest/settings/check.h"
#include "ingest/settings/ini.h"
#include "ingest/settings/keys.h"
#include "ingest/settings/setting_names.h"
#include "include/message.h"
#include "include/text.h"
#include <string.h>

static void value_free(void *data) {
  struct setting_value *value = data;
  g_free(value->section);
  g_free(value->key);
  g_free(value->value);
  g_free(value);
}

/* LINE 0: a default. */
static void setting_add(struct settings *settings, const char *section, const char *key, char *text, guint line) {
  struct setting_value *value = g_new0(struct setting_value, 1);
  *value = (struct setting_value){g_strdup(section), g_strdup(key), text, line};
  g_ptr_array_add(settings->values, value);
}

static void values_fill(struct settings *settings, const struct ini *ini) {
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    const struct kind *kind = columns_kind(entry->section, settings->kinds);
    const char *key = kind ? kind->roles[role_named(kind, entry->key)].name : entry->key;
    setting_add(settings, entry->section, key, value_effective(settings->folder, entry), entry->line);
  }
  for (guint i = 0; i < setting_key_count; i++) {
    const struct setting_key *known = &setting_keys[i];
    if (known->fallback && !ini_get(ini, known->section, known->key))
      setting_add(settings, known->section, known->key, g_strdup(known->fallback), 0);
  }
}

const char *settings_value(const struct settings *settings, const char *section, const char *key) {
  for (guint i = 0; i < settings->values->len; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    if (!strcmp(value->section, section) && !strcmp(value->key, key)) return value->value;
  }
  return NULL;
}

static void inputs_fill(struct settings *settings, const struct ini *ini) {
  settings->inputs = g_array_new(FALSE, FALSE, sizeof(struct settings_input));
  for (guint i = 0; settings->kinds[i]; i++) {
    const struct ini_entry *entry = ini_get(ini, "inputs", settings->kinds[i]->key);
    g_auto(GStrv) paths = text_list(entry ? entry->value : "");
    for (char **path = paths; *path; path++) {
      const struct settings_input input = {settings->kinds[i], g_strdup(*path)};
      g_array_append_val(settings->inputs, input);
    }
  }
}

static void columns_fill(struct settings *settings, const struct ini *ini) {
  settings->columns = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; settings->kinds[i]; i++)
    g_hash_table_insert(settings->columns, (gpointer)settings->kinds[i],
                        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free));
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    const struct kind *kind = columns_kind(entry->section, settings->kinds);
    if (!kind) continue;
    const char *role = kind->roles[role_named(kind, entry->key)].name;
    g_hash_table_insert(settings_columns(settings, kind), g_strdup(role), g_strdup(entry->value));
  }
}

guint settings_line(const struct settings *settings, const char *section, const char *key) {
  for (guint i = 0; i < settings->values->len; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    if (!strcmp(value->section, section) && !strcmp(value->key, key)) return value->line;
  }
  return 0;
}

GHashTable *settings_columns(const struct settings *settings, const struct kind *kind) {
  return g_hash_table_lookup(settings->columns, kind);
}

static void period_fill(struct settings *settings, const struct ini *ini) {
  const struct ini_entry *from = ini_get(ini, "period", "from"), *to = ini_get(ini, "period", "to");
  date_read_iso(from->value, &settings->from);
  date_read_iso(to->value, &settings->to);
}

struct settings *settings_read(const char *folder, const struct kind *const *kinds) {
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
    stop_input(folder, 0, "there is no such folder: name the folder that holds audit.ini");
  struct settings *settings = g_new0(struct settings, 1);
  settings->folder = g_strdup(folder);
  settings->kinds = kinds;
  settings->file = g_build_filename(folder, "audit.ini", NULL);
  settings->values = g_ptr_array_new_with_free_func(value_free);
  struct ini *ini = ini_read(settings->file, settings->file);
  settings_check(ini, kinds, folder);
  values_fill(settings, ini);
  period_fill(settings, ini);
  inputs_fill(settings, ini);
  columns_fill(settings, ini);
  ini_free(ini);
  settings->agency = g_strdup(settings_value(settings, "agency", "name"));
  settings->directive = g_strdup(settings_value(settings, "agency", "directive"));
  settings->timezone = g_strdup(settings_value(settings, "agency", "timezone"));
  settings->authorized_units = text_list(settings_value(settings, "agency", "authorized_units"));
  settings->zone = zone_open(settings->timezone);
  settings->log_timezone = g_strdup(settings_value(settings, "log", "timezone"));
  settings->log_zone = settings->log_timezone ? zone_open(settings->log_timezone) : NULL;
  return settings;
}

void settings_free(struct settings *settings) {
  if (!settings) return;
  char *texts[] = {settings->folder,    settings->file,     settings->agency,
                   settings->directive, settings->timezone, settings->log_timezone};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  g_strfreev(settings->authorized_units);
  zone_free(settings->zone);
  zone_free(settings->log_zone);
  for (guint i = 0; i < settings->inputs->len; i++) g_free(g_array_index(settings->inputs, struct settings_input, i).path);
  g_array_unref(settings->inputs);
  g_hash_table_unref(settings->columns);
  g_ptr_array_unref(settings->values);
  g_free(settings);
}
