/* Finds numbers of the agency's own format in freer spellings: parts left out, reversed, run together. exact_format.c finds those
   that are exactly in the format. */
#include "analyze/number/free_spelling.h"
#include <string.h>
#include "analyze/number/report_numbers.h"
#include "analyze/number/label.h"
#include "analyze/number/own_number.h"
#include "include/cell/zone.h"

/* Of the search; most numbers say theirs. MONTH may be NULL. */
static int scan_year(const struct scan *scan, int *month) {
  int year, unused;
  day_date(scan->day, &year, month ? month : &unused, &unused);
  return year;
}

static bool number_among(const struct token *token, guint64 least, guint64 most) {
  return token->digits && token->length <= 2 && token_number(token) >= least && token_number(token) <= most;
}

/* "11-6-25", "2022-06-07": a date, not a number. */
static bool reads_as_date(const struct scan *scan, guint at) {
  const struct token *t = scan->tokens + at;
  if (at + 2 >= scan->count || !t[0].digits || !t[1].digits || !t[2].digits) return false;
  if (t[1].gap_length != 1 || t[2].gap_length != 1 || *t[1].gap != *t[2].gap) return false;
  if (scan->numbers->main && !strcmp(scan->numbers->main->signature, "DDD")) return false;
  if (at + 3 < scan->count && t[3].digits && t[3].gap_length == 1 && *t[3].gap == *t[2].gap) return false;
  if (t[0].length == 4) return token_year(t[0].text, 4) && number_among(&t[1], 1, 12) && number_among(&t[2], 1, 31);
  bool american = number_among(&t[0], 1, 12) && number_among(&t[1], 1, 31),
       other = number_among(&t[0], 1, 31) && number_among(&t[1], 1, 12);
  return (american || other) && token_year(t[2].text, t[2].length);
}

/* Digits attached with a dash or a point make a number part of something longer ("123-45-6789"); a short tail is a supplement. */
static bool digits_go_on(const struct scan *scan, guint from, guint to) {
  const struct token *after = &scan->tokens[to + 1], *before = &scan->tokens[from];
  if (from && scan->tokens[from - 1].digits && before->gap_length == 1 && strchr("-.", *before->gap)) return true;
  return to + 1 < scan->count && after->digits && after->length > 2 && after->gap_length == 1 && strchr("-.", *after->gap);
}

/* The digits of the sequence that start at token AT: one run, or as many as the agency's format has after its year. */
static guint64 sequence_at(const struct scan *scan, guint at, guint *last) {
  const struct format *format = scan->numbers->main;
  guint runs = 0, seen = 0;
  guint64 sequence = 0;
  for (guint i = 0; format && i < format->runs - format->supplement; i++)
    if (format->signature[i] == 'D' && (int)i > format->year_run) runs++;
  if (!runs) runs = 1;
  const struct run *run[TOKENS_MOST] = {NULL};
  for (guint i = 0, n = 0; format && i < format->runs - format->supplement; i++)
    if (format->signature[i] == 'D' && (int)i > format->year_run) run[n++] = &format->run[i];
  for (guint i = at; i < scan->count && seen < runs; i++) {
    const struct token *token = &scan->tokens[i];
    if (!token->digits || (i > at && !gap_joins(token, 2)) || token->length > 12) break;
    guint64 scale = 1;
    guint width = seen && run[seen] ? MAX(run[seen]->longest, token->length) : token->length;
    while (width--) scale *= 10;
    sequence = sequence * (seen ? scale : 1) + token_number(token);
    *last = i;
    seen++;
  }
  return seen == runs || seen == 1 ? sequence : 0;
}

/* The letters between year and sequence; false if they are neither the agency's nor a series of its numbers. */
static bool letters_inside(const struct scan *scan, guint at, guint16 *series) {
  const struct token *token = &scan->tokens[at];
  if (token->length > 3 || token->gap_length > 1 || at + 1 >= scan->count) return false;
  g_autofree char *letters = g_ascii_strdown(token->text, token->length);
  guint16 packed = series_pack(letters, token->length);
  if (g_hash_table_contains(scan->numbers->series, GUINT_TO_POINTER(packed))) *series = packed;
  return label_agency(scan->numbers, letters);
}

/* Letters attached to the front that distinguish series: "S23-004512". */
static guint16 series_before(const struct scan *scan, guint at) {
  if (!at || scan->tokens[at - 1].digits || scan->tokens[at].gap_length || scan->tokens[at - 1].length > 3) return 0;
  guint16 packed = series_pack(scan->tokens[at - 1].text, scan->tokens[at - 1].length);
  return g_hash_table_contains(scan->numbers->series, GUINT_TO_POINTER(packed)) ? packed : 0;
}

/* Within words, "2022 1405" may be a year and an hour: only a known report's number, or one with all its zeros, counts. */
static bool pair_plain(const struct scan *scan, guint at, guint next, guint64 sequence, guint16 series) {
  const struct token *token = &scan->tokens[next];
  if (!scan->free_text) return true;
  if (token->length < 3) return false;
  if (token->gap_length && !strpbrk(token->gap, " ./")) return true;
  bool dashed = token->gap_length && *token->gap != ' ' && *token->gap != '.' && *token->gap != '/';
  int year = token_year(scan->tokens[at].text, scan->tokens[at].length);
  return dashed || token->length == scan->numbers->width ||
         (token->length >= 4 && report_numbers_report(scan->numbers, year, sequence, series));
}

/* Year, perhaps letters, then the sequence: 2022-9073, 23S-004512, 22 4107. LAST gets the last token. */
static bool cite_year_first(struct scan *scan, guint at, guint *last) {
  const struct token *t = &scan->tokens[at];
  struct citation cite = {.year = token_year(t->text, t->length)};
  guint next = at + 1;
  if (!cite.year || next >= scan->count) return false;
  if (!scan->tokens[next].digits && !letters_inside(scan, next++, &cite.series)) return false;
  if (!scan->tokens[next].digits || scan->used[next] || !gap_joins(&scan->tokens[next], 3)) return false;
  cite.sequence = sequence_at(scan, next, last);
  if (scan->tokens[next].length > scan->numbers->width + 2 || digits_go_on(scan, at, *last)) return false;
  if (!cite.series) cite.series = series_before(scan, at);
  if (!pair_plain(scan, at, next, cite.sequence, cite.series)) return false;
  scan_own(scan, cite, at, *last);
  return true;
}

/* Sequence, then the year: 000003-2017. */
static bool cite_year_last(struct scan *scan, guint at) {
  if (at + 1 >= scan->count || !scan->tokens[at + 1].digits || !gap_joins(&scan->tokens[at + 1], 2)) return false;
  const struct token *t = &scan->tokens[at];
  int year = token_year(scan->tokens[at + 1].text, scan->tokens[at + 1].length);
  if (!year || t->length > scan->numbers->width + 1 || (scan->free_text && t->length < 3) || digits_go_on(scan, at, at + 1))
    return false;
  scan_own(scan, (struct citation){.year = year, .sequence = token_number(t)}, at, at + 1);
  return true;
}

static guint64 digits_number(const char *digits) { return g_ascii_strtoull(digits, NULL, 10); }

/* Year and sequence in one run: LB2300456, 202200005619, 2501100169. If month and day lead the sequence, a lost zero was after
   them: 250511002 is 2505110002. */
static void cite_run(struct scan *scan, const char *digits, guint from, guint to) {
  const struct format *format = scan->numbers->main;
  guint length = (guint)strlen(digits), width = scan->numbers->width;
  for (guint size = 4; size >= 2; size -= 2) {
    if (length < size + 3 || length - size > width) continue;
    int year = token_year(digits, size);
    if (!year || (!g_hash_table_contains(scan->numbers->years, GINT_TO_POINTER(year)) && abs(year - scan_year(scan, NULL)) > 1))
      continue;
    bool as_learnt = format->place >= LEADS_4;
    if (scan->free_text && !as_learnt && length - size != width) continue;
    struct citation cite = {.year = year, .sequence = digits_number(digits + size), .series = series_before(scan, from)};
    if (format->dated && length - size + 1 == width && month_day(digits + size)) {
      g_autofree char *mended = g_strdup_printf("%.4s0%s", digits + size, digits + size + 4);
      cite.sequence = digits_number(mended);
    }
    scan_own(scan, cite, from, to);
  }
}

static void cite_joined(struct scan *scan, guint at) {
  const struct token *t = &scan->tokens[at];
  char digits[24] = "";
  if (t->length >= sizeof digits || digits_go_on(scan, at, at)) return;
  memcpy(digits, t->text, t->length);
  cite_run(scan, digits, at, at);
}

/* One run written with dashes: 250110-0169, 25-0110-0169. */
static bool cite_parted(struct scan *scan, guint at, guint *last) {
  const struct format *format = scan->numbers->main;
  if (format->year_run < 0 || format->place < LEADS_4 || format->place > LEADS_2) return false;
  guint whole = format->run[format->year_run].longest, length = 0;
  char digits[24] = "";
  for (guint i = at; i < scan->count && length < whole && whole < sizeof digits; i++) {
    const struct token *token = &scan->tokens[i];
    bool joined = i == at || (token->gap_length == 1 && strchr(scan->free_text ? "-" : "-/ ", *token->gap));
    if (!token->digits || scan->used[i] || !joined || length + token->length > whole) return false;
    memcpy(digits + length, token->text, token->length);
    length += token->length;
    *last = i;
  }
  if (length != whole || *last == at || digits_go_on(scan, at, *last)) return false;
  cite_run(scan, digits, at, *last);
  return true;
}

/* Letters attached on either side that are not the agency's: "L106668" is not a bare sequence. */
static bool letters_cling(const struct scan *scan, guint at) {
  if (at + 1 < scan->count && !scan->tokens[at + 1].digits && !scan->tokens[at + 1].gap_length && scan->tokens[at + 1].length > 1)
    return true;
  if (!at || scan->tokens[at - 1].digits || scan->tokens[at].gap_length) return false;
  g_autofree char *label = label_before(scan, at);
  return !label_own(scan->numbers, label);
}

/* The sequence alone, as written by people who leave out what everybody knows. */
static void cite_short(struct scan *scan, guint at) {
  const struct token *t = &scan->tokens[at];
  const struct format *format = scan->numbers->main;
  if (scan->free_text || t->length > scan->numbers->width || t->length < 2 || letters_cling(scan, at)) return;
  if (format->year_run < 0) {
    scan_own(scan, (struct citation){.sequence = token_number(t)}, at, at);
    return;
  }
  guint digits = 0;
  for (guint i = 0; i < scan->count; i++) digits += scan->tokens[i].digits;
  if (digits > 1) return;
  int month, year = scan_year(scan, &month);
  scan_own(scan, (struct citation){.year = year, .sequence = token_number(t), .short_form = true}, at, at);
  if (month <= 2) scan_own(scan, (struct citation){.year = year - 1, .sequence = token_number(t), .short_form = true}, at, at);
}

static bool year_comes_last(const struct format *format) {
  if (format->year_run < 1 || format->place > WHOLE_2) return false;
  for (guint i = (guint)format->year_run + 1; i < format->runs - format->supplement; i++)
    if (format->signature[i] == 'D') return false;
  return true;
}

/* A number that begins at token AT in a freer spelling than the format; LAST gets its last token. */
static void scan_number(struct scan *scan, guint at, guint *last) {
  const struct format *format = scan->numbers->main;
  *last = at;
  if (reads_as_date(scan, at)) {
    *last = at + 2;
    return;
  }
  if (format->year_run >= 0) {
    if (year_comes_last(format) && cite_year_last(scan, at)) {
      *last = at + 1;
      return;
    }
    guint end = at;
    if (cite_parted(scan, at, &end) || cite_year_first(scan, at, &end)) {
      *last = end;
      return;
    }
    cite_joined(scan, at);
  }
  cite_short(scan, at);
}

void scan_spellings(struct scan *scan) {
  if (!scan->numbers->main) return;
  for (guint at = 0, last; at < scan->count; at++) {
    if (!scan->tokens[at].digits || scan->used[at]) continue;
    scan_number(scan, at, &last);
    at = last;
  }
}
