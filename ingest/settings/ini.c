/* Reads a key file line by line, so that every message can name its line; GLib's own reader has no line numbers and silently
   takes the last of two values. */
#include "ingest/settings/ini.h"
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <string.h>

enum { LARGEST = 1 << 20 };

static void ini_entry_free(void *data) {
  struct ini_entry *entry = data;
  g_free(entry->section);
  g_free(entry->key);
  g_free(entry->value);
  g_free(entry);
}

static void ini_section_free(void *data) {
  struct ini_section *section = data;
  g_free(section->name);
  g_free(section);
}

void ini_free(struct ini *ini) {
  if (!ini) return;
  g_free(ini->file);
  g_ptr_array_unref(ini->sections);
  g_ptr_array_unref(ini->entries);
  g_free(ini);
}

static guint line_of(const char *text, const char *at) {
  guint line = 1;
  for (; text < at; text++) line += *text == '\n' || (*text == '\r' && text[1] != '\n');
  return line;
}

static char *text_load(const char *path, const char *shown) {
  GError *error = NULL;
  char *text;
  gsize length;
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    stop_input(shown, 0, "there is no such file: run \"faceaudit init\" on the folder, or write one (see the README)");
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    stop_input(shown, 0, "this is not a file: put the settings in a text file of that name");
  if (!g_file_get_contents(path, &text, &length, &error)) stop_input(shown, 0, "cannot be read: %s", error->message);
  if (length > LARGEST) stop_input(shown, 0, "%zu bytes are too many for a settings file: is this an export?", length);
  const char *end;
  if (!g_utf8_validate(text, (gssize)length, &end))
    stop_input(shown, line_of(text, end), "a character that is not UTF-8: save the file as UTF-8");
  return text;
}

const struct ini_entry *ini_get(const struct ini *ini, const char *section, const char *key) {
  for (guint i = 0; i < ini->entries->len; i++) {
    const struct ini_entry *entry = ini->entries->pdata[i];
    if (!strcmp(entry->section, section) && !strcmp(entry->key, key)) return entry;
  }
  return NULL;
}

guint ini_section_line(const struct ini *ini, const char *section) {
  for (guint i = 0; i < ini->sections->len; i++) {
    const struct ini_section *found = ini->sections->pdata[i];
    if (!strcmp(found->name, section)) return found->line;
  }
  return 0;
}

static const char *section_add(struct ini *ini, char *line, guint number) {
  char *end = strchr(line, ']');
  if (!end || end[1])
    stop_input(ini->file, number, "the section \"%s\" does not end with ]: write [name] alone on its line", line);
  *end = '\0';
  struct ini_section *section = g_new0(struct ini_section, 1);
  section->name = g_strdup(text_trim(line + 1));
  section->line = number;
  if (!*section->name) stop_input(ini->file, number, "a section without a name: write its name in the brackets");
  g_ptr_array_add(ini->sections, section);
  return section->name;
}

static void entry_add(struct ini *ini, const char *section, char *line, guint number) {
  char *equals = strchr(line, '=');
  if (!equals)
    stop_input(ini->file, number, "\"%s\" is neither [section], key = value nor # comment: remove it or put # before it", line);
  if (!section) stop_input(ini->file, number, "\"%s\" is in no section: put it under its [section]", line);
  *equals = '\0';
  struct ini_entry *entry = g_new0(struct ini_entry, 1);
  entry->section = g_strdup(section);
  entry->key = g_strdup(text_trim(line));
  entry->value = g_strdup(text_trim(equals + 1));
  entry->line = number;
  if (!*entry->key) stop_input(ini->file, number, "a value without a key: write key = value");
  const struct ini_entry *twin = ini_get(ini, section, entry->key);
  if (twin)
    stop_input(ini->file, number, "%s appears twice in [%s], first on line %u: keep one", entry->key, section, twin->line);
  g_ptr_array_add(ini->entries, entry);
}

struct ini *ini_read(const char *path, const char *shown_as) {
  struct ini *ini = g_new0(struct ini, 1);
  ini->file = g_strdup(shown_as);
  ini->sections = g_ptr_array_new_with_free_func(ini_section_free);
  ini->entries = g_ptr_array_new_with_free_func(ini_entry_free);
  char *text = text_load(path, shown_as), *at = text;
  const char *section = NULL;
  if (g_str_has_prefix(at, "\xef\xbb\xbf")) at += 3;
  for (guint number = 1; *at; number++) {
    gsize length = strcspn(at, "\r\n");
    char *next = at + length;
    if (*next) next += next[0] == '\r' && next[1] == '\n' ? 2 : 1;
    at[length] = '\0';
    char *line = text_trim(at);
    if (*line == '[') section = section_add(ini, line, number);
    else if (*line && *line != '#' && *line != ';') entry_add(ini, section, line, number);
    at = next;
  }
  g_free(text);
  return ini;
}
