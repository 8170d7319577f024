/* Writes lines of audit.ini: whatever an export put into a text stays on its line. */
#include "ingest/init/ini_text.h"
#include "include/text.h"

void comment_add(GString *ini, const char *text) {
  g_autofree char *shown = text_show(text, true);
  g_string_append_printf(ini, "# %s\n", shown);
}

void comments_add(GString *ini, const char *text) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line) comment_add(ini, *line);
}

void value_add(GString *ini, const char *key, const char *value) {
  g_autofree char *shown = value ? text_trim(text_show(value, true)) : NULL;
  g_string_append_printf(ini, "%s =%s%s\n", key, shown && *shown ? " " : "", shown ? shown : "");
}

void fill_add(GString *ini, GString *fill, const char *key) {
  value_add(ini, key, NULL);
  g_string_append_printf(fill, "%s%s", fill->len ? ", " : "", key);
}

char *list_part(const char *text) {
  g_auto(GStrv) parts = g_strsplit(text, ";", -1);
  return g_strjoinv("\\;", parts);
}
