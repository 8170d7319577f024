/* Reads a key file line by line, so that every message can name its line; GLib's own reader has no line numbers and silently
   takes the last of several values. */
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

static void ini_fault_free(void *data) {
  struct ini_fault *fault = data;
  g_free(fault->words);
  g_free(fault);
}

void ini_free(struct ini *ini) {
  if (!ini) return;
  g_free(ini->file);
  g_ptr_array_unref(ini->faults);
  g_ptr_array_unref(ini->sections);
  g_ptr_array_unref(ini->entries);
  g_free(ini);
}

static void fault_add(const struct ini *ini, guint line, guint place, const char *format, va_list words) {
  struct ini_fault *fault = g_new(struct ini_fault, 1);
  *fault = (struct ini_fault){line, place, g_strdup_vprintf(format, words)};
  g_ptr_array_add(ini->faults, fault);
}

void ini_fault(const struct ini *ini, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  fault_add(ini, line, line, format, words);
  va_end(words);
}

void ini_lack(const struct ini *ini, guint line, const char *format, ...) {
  va_list words;
  va_start(words, format);
  fault_add(ini, line, G_MAXUINT, format, words);
  va_end(words);
}

static int fault_compare(gconstpointer a, gconstpointer b) {
  const struct ini_fault *x = *(struct ini_fault *const *)a, *y = *(struct ini_fault *const *)b;
  return (x->place > y->place) - (x->place < y->place);
}

void ini_stop(const struct ini *ini) {
  if (!ini->faults->len) return;
  g_ptr_array_sort(ini->faults, fault_compare); /* stable */
  const struct ini_fault *last = ini->faults->pdata[ini->faults->len - 1];
  for (guint i = 0; i + 1 < ini->faults->len; i++) {
    const struct ini_fault *fault = ini->faults->pdata[i];
    say_note(ini->file, fault->line, "%s", fault->words);
  }
  stop_input(ini->file, last->line, "%s", last->words);
}

static guint line_of(const char *text, const char *at) {
  guint line = 1;
  for (; text < at; text++) line += *text == '\n' || (*text == '\r' && text[1] != '\n');
  return line;
}

/* Notepad may save a file as UTF-16, with a BOM; frees TEXT. */
static char *text_from_utf16(char *text, gsize *length) {
  bool little = !strncmp(text, "\xff\xfe", 2), big = !strncmp(text, "\xfe\xff", 2);
  if (*length < 2 || (!little && !big)) return text;
  gsize written;
  char *read = g_convert(text + 2, (gssize)*length - 2, "UTF-8", little ? "UTF-16LE" : "UTF-16BE", NULL, &written, NULL);
  if (!read) return text;
  g_free(text);
  *length = written;
  return read;
}

/* Notepad appends ".txt" to the name, and Windows hides that. */
G_NORETURN static void file_missing(const char *path, const char *shown) {
  g_autofree char *named = g_strconcat(path, ".txt", NULL);
  if (g_file_test(named, G_FILE_TEST_EXISTS))
    stop_input(shown, 0, "there is no such file, but one named audit.ini.txt, as Notepad saves it: rename it to audit.ini");
  stop_input(shown, 0, "there is no such file: run \"faceaudit init\" on the folder, or write one (see the README)");
}

static char *text_load(const char *path, const char *shown) {
  GError *error = NULL;
  char *text;
  gsize length;
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) file_missing(path, shown);
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    stop_input(shown, 0, "this is not a file: put the settings in a text file of this name");
  errno = 0;
  if (!g_file_get_contents(path, &text, &length, &error)) {
    if (file_error_of_system(error)) stop_system(shown, "cannot be read: %s", error->message);
    stop_input(shown, 0, "cannot be read: %s", error->message);
  }
  if (length > LARGEST) stop_input(shown, 0, "%zu bytes are too many for a settings file: is this an export?", length);
  text = text_from_utf16(text, &length);
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

/* The name of the section, even if its line is faulty: the lines that follow are meant for it. */
static const char *section_add(struct ini *ini, char *line, guint number) {
  char *end = strchr(line, ']');
  if (!end || end[1]) ini_fault(ini, number, "the section \"%s\" does not end with ]: write [name] alone on its line", line);
  if (end) *end = '\0';
  struct ini_section *section = g_new0(struct ini_section, 1);
  section->name = g_strdup(text_trim(line + 1));
  section->line = number;
  if (!*section->name) ini_fault(ini, number, "a section without a name: write its name in the brackets");
  g_ptr_array_add(ini->sections, section);
  return section->name;
}

static void entry_add(struct ini *ini, const char *section, char *line, guint number) {
  char *equals = strchr(line, '=');
  if (!equals) {
    ini_fault(ini, number, "\"%s\" is neither [section], key = value nor # comment: remove it or put # before it", line);
    return;
  }
  if (!section) {
    ini_fault(ini, number, "\"%s\" is in no section: put it under its [section]", line);
    return;
  }
  *equals = '\0';
  const char *key = text_trim(line);
  const struct ini_entry *twin = ini_get(ini, section, key);
  if (!*key) ini_fault(ini, number, "a value without a key: write key = value");
  else if (twin) ini_fault(ini, number, "%s appears twice in [%s], first on line %u: keep one", key, section, twin->line);
  if (!*key || twin) return;
  struct ini_entry *entry = g_new0(struct ini_entry, 1);
  *entry = (struct ini_entry){g_strdup(section), g_strdup(key), g_strdup(text_trim(equals + 1)), number};
  g_ptr_array_add(ini->entries, entry);
}

struct ini *ini_read(const char *path, const char *shown_as) {
  struct ini *ini = g_new0(struct ini, 1);
  ini->file = g_strdup(shown_as);
  ini->faults = g_ptr_array_new_with_free_func(ini_fault_free);
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
