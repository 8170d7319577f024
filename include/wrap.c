/* Wraps text for a terminal. */
#include "include/wrap.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_LEAST = 40, COLUMNS_UNKNOWN = 80, PARAGRAPH_MOST = 100, LABEL_AT = 2, TEXT_AT = 26 };

guint wrap_columns(void) {
  const char *set = g_getenv("COLUMNS");
  guint64 columns;
  struct winsize size;
  if (set && g_ascii_string_to_unsigned(set, 10, 1, G_MAXUINT16, &columns, NULL)) return MAX(COLUMNS_LEAST, (guint)columns);
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) return MAX(COLUMNS_LEAST, size.ws_col);
  return COLUMNS_UNKNOWN;
}

static guint paragraph_columns(void) { return MIN(wrap_columns(), PARAGRAPH_MOST); }

static guint cell_width(gunichar c) { return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1; }

guint wrap_width(const char *text) {
  guint cells = 0;
  for (; *text; text = g_utf8_next_char(text)) cells += cell_width(g_utf8_get_char(text));
  return cells;
}

guint wrap_word_most(const char *text) {
  g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
  guint most = 0;
  for (char **word = words; *word; word++) most = MAX(most, wrap_width(*word));
  return most;
}

/* The end of the first line: the last blank within WIDTH, or the first one after it. */
static const char *line_end(const char *text, guint width) {
  const char *at = text, *blank = NULL;
  for (guint cells = 0; *at && *at != '\n'; at = g_utf8_next_char(at)) {
    cells += cell_width(g_utf8_get_char(at));
    if (*at == ' ') blank = at;
    if (cells > width && blank) return blank;
  }
  return at;
}

/* Takes the first line of TEXT, from its first word to END; returns the rest. */
static const char *line_take(const char **text, const char **end, guint width) {
  while (**text == ' ') (*text)++;
  *end = line_end(*text, width);
  return **end ? *end + 1 : *end;
}

GPtrArray *wrap_lines(const char *text, guint width) {
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  const char *end;
  do {
    const char *left = line_take(&text, &end, width);
    g_ptr_array_add(lines, g_strchomp(g_strndup(text, (gsize)(end - text))));
    text = left;
  } while (*text);
  return lines;
}

guint wrap_count(const char *text, guint width) {
  guint count = 0;
  const char *end;
  do {
    text = line_take(&text, &end, width);
    count++;
  } while (*text);
  return count;
}

/* The first line stands where the cursor is; the others begin at INDENT. */
static void lines_put(const char *text, guint indent) {
  guint columns = paragraph_columns();
  g_autoptr(GPtrArray) lines = wrap_lines(text, columns - MIN(indent, columns - 1));
  for (guint i = 0; i < lines->len; i++) printf("%*s%s\n", i ? (int)indent : 0, "", (const char *)lines->pdata[i]);
}

void wrap_heading(const char *text, guint level) {
  g_autofree char *shown = text_show(text, TRUE);
  putchar('\n');
  lines_put(shown, 0);
  if (level > 1) return;
  for (guint i = MIN(wrap_width(shown), paragraph_columns()); i; i--) putchar('=');
  putchar('\n');
}

void wrap_text(const char *text, guint indent) {
  g_autofree char *shown = text_show(text, TRUE);
  printf("%*s", (int)indent, "");
  lines_put(shown, indent);
}

void wrap_pair_at(const char *label, const char *text, guint at) {
  g_autofree char *left = text_show(label ? label : "", TRUE), *right = text_show(text ? text : "", TRUE);
  guint width = wrap_width(left);
  printf("%*s", LABEL_AT, "");
  if (!*right || LABEL_AT + width + 2 > at) {
    lines_put(left, LABEL_AT + 2);
    if (!*right) return;
    printf("%*s", (int)at, "");
  } else printf("%s%*s", left, (int)(at - LABEL_AT - width), "");
  lines_put(right, at);
}

/* A narrow terminal has less room for labels. */
void wrap_pair(const char *label, const char *text) { wrap_pair_at(label, text, MIN(TEXT_AT, wrap_columns() / 3)); }
