/* Wraps labelled text for a terminal; what is said comes from others. */
#include "include/wrap.h"
#include "include/text.h"
#include <stdio.h>

enum { WRAP_COLUMNS = 100, LABEL_AT = 2, TEXT_AT = 26 };

static guint cell_width(gunichar c) { return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1; }

static guint width_of(const char *text) {
  guint cells = 0;
  for (; *text; text = g_utf8_next_char(text)) cells += cell_width(g_utf8_get_char(text));
  return cells;
}

/* The end of the first line: after a word where there is one, else anywhere; one character at least. */
static const char *line_cut(const char *text, guint width) {
  const char *at = text, *blank = NULL;
  for (guint cells = 0; *at; at = g_utf8_next_char(at)) {
    cells += cell_width(g_utf8_get_char(at));
    if (cells > width && at > text) return *at == ' ' ? at : blank ? blank : at;
    if (*at == ' ') blank = at;
  }
  return at;
}

/* The first line stands where the cursor is; the others begin at INDENT. */
static void lines_put(const char *text, guint indent) {
  for (gboolean first = TRUE; first || *text; first = FALSE) {
    const char *end = line_cut(text, WRAP_COLUMNS - indent);
    if (!first) printf("%*s", (int)indent, "");
    printf("%.*s\n", (int)(end - text), text);
    for (text = end; *text == ' ';) text++;
  }
}

void wrap_heading(const char *text, guint level) {
  g_autofree char *shown = text_show(text, TRUE);
  putchar('\n');
  lines_put(shown, 0);
  if (level > 1) return;
  for (guint i = MIN(width_of(shown), WRAP_COLUMNS); i; i--) putchar('=');
  putchar('\n');
}

void wrap_text(const char *text, guint indent) {
  g_autofree char *shown = text_show(text, TRUE);
  printf("%*s", (int)indent, "");
  lines_put(shown, indent);
}

void wrap_pair(const char *label, const char *text) {
  g_autofree char *left = text_show(label ? label : "", TRUE), *right = text_show(text ? text : "", TRUE);
  guint width = width_of(left);
  printf("%*s", LABEL_AT, "");
  if (!*right || LABEL_AT + width + 2 > TEXT_AT) {
    lines_put(left, LABEL_AT + 2);
    if (!*right) return;
    printf("%*s", TEXT_AT, "");
  } else printf("%s%*s", left, (int)(TEXT_AT - LABEL_AT - width), "");
  lines_put(right, TEXT_AT);
}
