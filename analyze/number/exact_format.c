/* Finds the parts of a text that are exactly in a learnt format, or as [case_numbers] pattern says. Freer spellings are left to
   free_spelling.c. */
#include "analyze/number/exact_format.h"
#include <string.h>
#include "analyze/number/report_numbers.h"
#include "analyze/number/own_number.h"

static bool gap_tight(const struct token *token) {
  return !token->gap_length || (token->gap_length == 1 && strchr("-/._", *token->gap)) ||
         (token->gap_length == 3 && (guchar)token->gap[0] == 0xE2);
}

/* Digits or letters attached on either side would make it part of something longer; a short tail is a supplement. */
static bool stretch_ends(const struct scan *scan, guint from, guint to) {
  const struct token *first = &scan->tokens[from], *after = &scan->tokens[to + 1];
  if (from && gap_tight(first) && (scan->tokens[from - 1].digits || (!first->gap_length && first->digits))) return false;
  if (to + 1 >= scan->count || !gap_tight(after)) return true;
  return after->length <= (after->digits ? 2u : 1u);
}

static bool run_fits(const struct numbers *numbers, const struct run *run, const struct token *token, bool strict) {
  if (token->digits) return token->length <= run->longest && (!strict || token->length >= run->shortest);
  if (run->varies)
    return token->length <= 3 &&
           g_hash_table_contains(numbers->series, GUINT_TO_POINTER(series_pack(token->text, token->length)));
  return strlen(run->letters) == token->length && !g_ascii_strncasecmp(run->letters, token->text, token->length);
}

static bool stretch_fits(const struct scan *scan, const struct format *format, guint at, guint runs, bool strict) {
  if (at + runs > scan->count) return false;
  for (guint i = 0; i < runs; i++) {
    const struct token *token = &scan->tokens[at + i];
    if (scan->used[at + i] || token->digits != (format->signature[i] == 'D') || (i && !gap_tight(token))) return false;
    if (!run_fits(scan->numbers, &format->run[i], token, strict)) return false;
  }
  return stretch_ends(scan, at, at + runs - 1);
}

/* A bare run of digits is a number by its length alone, and a short pair may be anything ("10-56"): within words these need more
   evidence. */
static bool format_plain(const struct scan *scan, const struct format *format, guint at, guint runs) {
  if (strchr(format->signature, 'L') && format->signature[0] == 'L') return true;
  if (format->year_run < 0) return false;
  guint digits = 0;
  for (guint i = 0; i < runs; i++) digits += scan->tokens[at + i].digits ? scan->tokens[at + i].length : 0;
  return !scan->free_text || digits >= place_size(format->place) + 3;
}

static bool scan_format(struct scan *scan, const struct format *format, guint at, bool strict) {
  guint runs = format->runs - format->supplement;
  struct number_reading reading;
  if (!stretch_fits(scan, format, at, runs, strict) || !format_plain(scan, format, at, runs)) return false;
  if (!format_read(format, &scan->numbers->agency, scan->tokens + at, runs, &reading)) return false;
  struct citation cite = {.kind = CITE_OWN, .year = reading.year, .sequence = reading.sequence, .series = reading.series};
  bool known = report_numbers_report(scan->numbers, cite.year, cite.sequence, cite.series) != 0;
  if (scan->free_text && !strict && !known) return false;
  scan_own(scan, cite, at, at + runs - 1);
  for (guint i = 0; i < runs; i++) scan->used[at + i] = true;
  return true;
}

/* Only a format of three runs is distinctive enough to be read with zeros missing; the others are left to free_spelling.c. */
static void scan_shapes(struct scan *scan, bool strict) {
  const GArray *formats = scan->numbers->formats;
  for (guint i = 0; i < formats->len; i++) {
    const struct format *format = &g_array_index(formats, struct format, i);
    if (!format->usable || (!strict && format->runs - format->supplement < 3)) continue;
    for (guint at = 0; at < scan->count; at++) scan_format(scan, format, at, strict);
  }
}

static void scan_pattern_part(struct scan *scan, const char *from, gsize length) {
  g_autofree char *part = g_strndup(from, length);
  struct citation cite = {.kind = CITE_OWN};
  enum lexicon_result answer = number_pattern_read(scan->numbers->pattern, part, &cite.year, &cite.sequence);
  scan->gave_up |= answer == LEXICON_GAVE_UP;
  if (answer != LEXICON_YES) return;
  guint first = scan->count, last = 0;
  for (guint i = 0; i < scan->count; i++) {
    if (scan->tokens[i].text < from || scan->tokens[i].text >= from + length) continue;
    first = MIN(first, i), last = i;
    if (scan->used[i]) return;
  }
  if (first == scan->count) return;
  scan_own(scan, cite, first, last);
  for (guint i = first; i <= last; i++) scan->used[i] = true;
}

/* The pattern is for a number by itself: it is tried on the whole cell and on each word. */
static void scan_pattern(struct scan *scan) {
  static const char breaks[] = " \t\r\n,;()[]#:";
  gsize begin = strspn(scan->text, breaks), length = strlen(scan->text);
  while (length > begin && strchr(breaks, scan->text[length - 1])) length--;
  if (!scan->free_text && length > begin) scan_pattern_part(scan, scan->text + begin, length - begin);
  for (const char *at = scan->text; *(at += strspn(at, breaks));) {
    gsize word = strcspn(at, breaks);
    scan_pattern_part(scan, at, word);
    at += word;
  }
}

void scan_formats(struct scan *scan) {
  if (scan->numbers->pattern) {
    scan_pattern(scan);
    return;
  }
  scan_shapes(scan, true);
  scan_shapes(scan, false);
}
