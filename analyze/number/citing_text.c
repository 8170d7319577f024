/* Collects what a text cites; exact_format.c and citation.c find it. */
#include "analyze/number/citing_text.h"
#include <string.h>

/* The cut may have been in the middle of a character. */
static void text_cut(char *text) {
  const char *end;
  if (!g_utf8_validate(text, -1, &end)) text[end - text] = 0;
}

void scan_add(struct scan *scan, struct citation cite, guint from, guint to) {
  if (scan->found >= CITATIONS_MOST) return;
  for (guint i = 0; i < scan->found; i++) {
    const struct citation *other = &scan->out[i];
    if (other->kind == cite.kind && other->year == cite.year && other->sequence == cite.sequence && other->report == cite.report)
      return;
  }
  const struct token *last = &scan->tokens[to];
  guint start = from;
  if (from && !scan->tokens[from - 1].digits && !scan->tokens[from].gap_length) start--;
  gsize size = (gsize)(last->text + last->length - scan->tokens[start].text);
  memcpy(cite.text, scan->tokens[start].text, MIN(size, sizeof cite.text - 1));
  if (size >= sizeof cite.text) text_cut(cite.text);
  scan->out[scan->found++] = cite;
}
