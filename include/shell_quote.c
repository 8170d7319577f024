/* Quotes words for a shell. */
#include "include/shell_quote.h"
#include "include/text.h"
#include <glib.h>
#include <string.h>

static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";

/* $'...': every byte that a terminal might not print is written in hexadecimal digits. */
static char *word_escaped(const char *word) {
  GString *escaped = g_string_new("$'");
  for (; *word; word++) {
    guchar byte = (guchar)*word;
    if (byte < 0x20 || byte >= 0x7f) g_string_append_printf(escaped, "\\x%02x", byte);
    else if (byte == '\\' || byte == '\'') g_string_append_printf(escaped, "\\%c", byte);
    else g_string_append_c(escaped, *word);
  }
  g_string_append_c(escaped, '\'');
  return g_string_free(escaped, FALSE);
}

char *shell_word(const char *word) {
  if (*word && !word[strspn(word, plain)]) return g_strdup(word);
  if (!g_utf8_validate(word, -1, NULL)) return word_escaped(word);
  g_autofree char *shown = text_show(word, true);
  return strcmp(shown, word) ? word_escaped(word) : g_shell_quote(word);
}

char *shell_path(const char *path) {
  g_autofree char *safe = g_strconcat(*path == '-' ? "./" : "", path, NULL);
  return shell_word(safe);
}
