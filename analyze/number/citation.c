/* Finds the numbers that a cell or a reason cites, distinguished from those of other agencies and courts: CAD events, the
   agency's own in its format (exact_format.c) and in freer spellings (free_spelling.c), and the rest. */
#include "analyze/number/number.h"
#include <stdlib.h>
#include <string.h>
#include "analyze/number/exact_format.h"
#include "analyze/number/free_spelling.h"
#include "analyze/number/report_numbers.h"
#include "analyze/number/label.h"

static void scan_cad(struct scan *scan) {
  if (!g_hash_table_size(scan->numbers->by_cad)) return;
  for (guint from = 0; from < scan->count; from++)
    for (guint to = from; to < scan->count && to < from + 4; to++) {
      if (to > from && scan->tokens[to].gap_length > 1) break;
      const struct token *last = &scan->tokens[to];
      g_autofree char *part = g_strndup(scan->tokens[from].text, (gsize)(last->text + last->length - scan->tokens[from].text));
      g_autofree char *key = number_cad_key(part);
      guint32 report = report_numbers_cad(scan->numbers, key);
      if (report && report != AMBIGUOUS) scan_add(scan, (struct citation){.kind = CITE_CAD, .report = report}, from, to);
    }
}

/* Numbers that are not written in the agency's way: known exactly, or somebody else's, or unreadable. */
static void scan_rest(struct scan *scan, const char *text) {
  gint64 report = report_numbers_text(scan->numbers, text);
  if (report && scan->count) {
    scan_add(scan, (struct citation){.kind = CITE_OWN, .report = report}, 0, scan->count - 1);
    return;
  }
  if (scan->found || !scan->count) return;
  if (scan->gave_up) scan_add(scan, (struct citation){.kind = CITE_UNEVALUATED}, 0, scan->count - 1);
  if (scan->gave_up || scan->zero || scan->free_text) return;
  guint digits = 0;
  bool foreign = false;
  for (guint i = 0; i < scan->count; i++) {
    if (!scan->tokens[i].digits) continue;
    digits += scan->tokens[i].length;
    foreign |= beside_foreign(scan, i, i);
    g_autofree char *label = label_before(scan, i);
    bool inside = i > 1 && scan->tokens[i - 2].digits && gap_joins(&scan->tokens[i - 1], 1); /* "22-CR-00123": a court's */
    foreign |= strlen(label) >= 2 && !(inside ? label_agency(scan->numbers, label) : label_own(scan->numbers, label));
  }
  enum citation_kind kind = foreign && digits >= 3 ? CITE_FOREIGN : digits >= 3 ? CITE_UNREADABLE : CITE_NONE;
  if (kind != CITE_NONE) scan_add(scan, (struct citation){.kind = kind}, 0, scan->count - 1);
}

static int citation_compare(gconstpointer a, gconstpointer b) {
  const struct citation *x = a, *y = b;
  if (!x->report != !y->report) return x->report ? -1 : 1;
  return (int)x->kind - (int)y->kind;
}

/* Whether a number found is that of a report or in the agency's format. */
static bool scan_knows(const struct scan *scan) {
  for (guint i = 0; i < scan->found; i++)
    if (scan->out[i].report || scan->out[i].kind == CITE_OWN || scan->out[i].kind == CITE_UNEVALUATED) return true;
  return false;
}

guint numbers_read(const struct numbers *numbers, const char *text, bool free_text, gint32 day, struct citation *out) {
  struct token tokens[TOKENS_MOST];
  struct scan scan = {.numbers = numbers, .tokens = tokens, .text = text, .free_text = free_text, .day = day, .out = out};
  if (!text || (!free_text && number_placeholder(text))) {
    if (free_text) return 0;
    out[0] = (struct citation){.kind = CITE_NONE};
    return 1;
  }
  scan.count = number_tokens(text, scan.tokens, TOKENS_MOST);
  scan_cad(&scan);
  scan_formats(&scan);
  scan_spellings(&scan);
  scan_rest(&scan, text);
  if (!free_text && !scan_knows(&scan) && numbers_spoilt(numbers, text)) scan.found = 0;
  if (scan.found > 1) qsort(out, scan.found, sizeof *out, citation_compare);
  if (!scan.found && !free_text) out[scan.found++] = (struct citation){.kind = CITE_NONE};
  return scan.found;
}

char *citation_key(const struct citation *citation) {
  if (citation->kind == CITE_NONE) return NULL;
  if (citation->report) return g_strdup_printf("report %" G_GINT64_FORMAT, citation->report);
  if (citation->sequence)
    return g_strdup_printf("%d/%u/%" G_GUINT64_FORMAT, citation->year, citation->series, citation->sequence);
  return number_plain(citation->text);
}
