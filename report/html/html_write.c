/* Writes pieces of HTML: escaped text, attributes, links. What the page says comes from its parts. */
#include "report/html/html_write.h"
#include "include/text.h"
#include <string.h>

void html_print(struct output *file, const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  g_autofree char *text = g_strdup_vprintf(format, rest);
  va_end(rest);
  output_print(file, text);
}

static void shown_put(struct output *file, const char *text, bool one_line) {
  if (!text) return;
  g_autofree char *shown = text_show(text, one_line), *escaped = g_markup_escape_text(shown, -1);
  output_print(file, escaped);
}

void html_text(struct output *file, const char *text) { shown_put(file, text, true); }
void html_lines(struct output *file, const char *text) { shown_put(file, text, false); }

void html_term(struct output *file, const char *term, const char *text) {
  output_print(file, "<dt>"); /* HTML closes both by what follows: thousands of tags less */
  html_text(file, term);
  output_print(file, "<dd>");
  html_text(file, text);
  output_print(file, "\n");
}

void html_attribute(struct output *file, const char *name, const char *text) {
  if (!text || !*text) return;
  output_put(file, " ", 1);
  output_print(file, name);
  output_put(file, "=\"", 2);
  html_lines(file, text);
  output_print(file, "\"");
}

void html_exact(struct output *file, const char *text) {
  g_autofree char *encoded = g_uri_escape_string(text ? text : "", " /:,;{}[]()|@!*+=?#", FALSE);
  output_print(file, encoded);
}

void html_exact_attribute(struct output *file, const char *name, const char *text) {
  html_print(file, " %s=\"", name);
  html_exact(file, text);
  output_print(file, "\"");
}

char *html_choice(const char *name, const char *value) {
  g_autofree char *shown = text_show(value ? value : "", false), *encoded = g_uri_escape_string(shown, " /:,@", TRUE);
  return g_strconcat(name, "=", encoded, NULL);
}

void html_link(struct output *file, const char *class, const char *go) {
  output_print(file, "<a");
  html_attribute(file, "class", class);
  bool choice = strchr(go, '=') != NULL;
  const char *place = g_str_has_prefix(go, "s-") ? "searches" : g_str_has_prefix(go, "reading=") ? "to-read" : "findings";
  html_print(file, " href=\"#");
  html_text(file, choice ? place : go);
  output_print(file, "\"");
  if (choice) html_attribute(file, "data-go", go);
  output_print(file, ">");
}
