/* The numbers that a cell or a reason cites, in any spelling of the agency's own format, told from other agencies' and courts'. */
#include "number_inside.h"
#include "text.h"
#include "zone.h"
#include <stdlib.h>
#include <string.h>

/* Words beside a number that name somebody else's file. */
static const char *const foreign_words[] = {"pd", "so", "sd", "sheriff", "sheriffs", "police", "county", "co", "dps", "hp", "fhp", "chp", "fdle", "dea", "fbi",
                                            "atf", "hsi", "usms", "court", "dept", "department", "agency", "sp", "csp", "isp", "psd", "marshal", "marshals", NULL};

struct scan {
  const struct numbers *numbers;
  struct token tokens[TOKENS_MOST];
  guint count;
  bool free_text;
  int year;                 /* of the search */
  bool january;
  struct citation *out;
  guint found;
};

static bool gap_joins(const struct token *token, guint most) {
  if (token->gap_length > most) return false;
  for (guint i = 0; i < token->gap_length; i++)
    if (strchr("\n,;()[]", token->gap[i])) return false;
  return true;
}

/* The letters that stand right before token AT ("NSBPD 22-1", "S/o 25-2"), folded; "" where none. */
static char *label_before(const struct scan *scan, guint at) {
  GString *label = g_string_new(NULL);
  for (guint i = at; i-- > 0 && !scan->tokens[i].digits;) {
    const struct token *next = &scan->tokens[i + 1];
    bool first = i + 1 == at;
    if (!gap_joins(next, first ? 3 : 1) || (!first && next->gap_length && !strchr("/.&", next->gap[0]))) break;
    for (guint j = scan->tokens[i].length; j-- > 0;) g_string_prepend_c(label, g_ascii_tolower(scan->tokens[i].text[j]));
  }
  return g_string_free(label, FALSE);
}

static bool word_foreign(const struct scan *scan, const char *word) {
  if (!*word || label_own(scan->numbers, word)) return false;
  if (g_strv_contains(foreign_words, word)) return true;
  gsize length = strlen(word);
  static const char *const tails[] = {"pd", "so", "sd", "dps"};
  for (gsize i = 0; i < G_N_ELEMENTS(tails); i++)
    if (length > strlen(tails[i]) && length <= 6 && g_str_has_suffix(word, tails[i])) return true;
  return false;
}

/* A word on either side names another agency: "2507140025 smso", "25-013504 (Alameda CO SO)", "RCPD 2501100169". */
static bool beside_foreign(const struct scan *scan, guint from, guint to) {
  g_autofree char *before = label_before(scan, from);
  if (word_foreign(scan, before)) return true;
  for (guint i = from; i-- > 0 && i + 3 > from;) {
    g_autofree char *word = g_ascii_strdown(scan->tokens[i].text, scan->tokens[i].length);
    if (scan->tokens[i].digits || label_own(scan->numbers, word)) break;
    if (word_foreign(scan, word)) return true;
  }
  for (guint i = to + 1; i < scan->count && i <= to + 4; i++) {
    if (scan->tokens[i].digits || scan->tokens[i].gap_length > 3) break;
    g_autofree char *word = g_ascii_strdown(scan->tokens[i].text, scan->tokens[i].length);
    if (scan->tokens[i].length > 1 && word_foreign(scan, word)) return true;
  }
  return false;
}

static gint64 number_report(const struct numbers *numbers, int year, guint64 sequence, guint16 series) {
  gsize held = GPOINTER_TO_SIZE(g_hash_table_lookup(numbers->by_number, number_slot(year, sequence, series)));
  return held == AMBIGUOUS ? 0 : (gint64)held;
}

static void scan_add(struct scan *scan, struct citation cite, guint from, guint to) {
  if (scan->found >= CITATIONS_MOST) return;
  for (guint i = 0; i < scan->found; i++) {
    const struct citation *other = &scan->out[i];
    if (other->kind == cite.kind && other->year == cite.year && other->sequence == cite.sequence && other->report == cite.report) return;
  }
  const struct token *last = &scan->tokens[to];
  guint start = from;
  if (from && !scan->tokens[from - 1].digits && !scan->tokens[from].gap_length) start--;
  gsize size = (gsize)(last->text + last->length - scan->tokens[start].text);
  memcpy(cite.text, scan->tokens[start].text, MIN(size, sizeof cite.text - 1));
  const char *end;
  if (!g_utf8_validate(cite.text, -1, &end)) cite.text[end - cite.text] = 0;
  scan->out[scan->found++] = cite;
}

static void scan_own(struct scan *scan, int year, guint64 sequence, guint16 series, bool short_form, guint from, guint to) {
  struct citation cite = {.kind = CITE_OWN, .year = year, .sequence = sequence, .series = series, .short_form = short_form};
  if (!sequence) return;
  cite.report = number_report(scan->numbers, year, sequence, series);
  if (beside_foreign(scan, from, to)) cite.kind = CITE_FOREIGN;
  if (scan->free_text && short_form) return;
  scan_add(scan, cite, from, to);
}

/* "11-6-25": a date, not a number. */
static bool reads_as_date(const struct scan *scan, guint at) {
  const struct token *t = scan->tokens + at;
  if (at + 2 >= scan->count || !t[0].digits || !t[1].digits || !t[2].digits) return false;
  if (t[1].gap_length != 1 || t[2].gap_length != 1 || *t[1].gap != *t[2].gap) return false;
  guint64 a = token_number(&t[0]), b = token_number(&t[1]);
  return t[0].length <= 2 && t[1].length <= 2 && (t[2].length == 2 || t[2].length == 4) && a >= 1 && a <= 31 && b >= 1 && b <= 31 &&
         (a <= 12 || b <= 12) && !(scan->numbers->main && !strcmp(scan->numbers->main->signature, "DDD"));
}

/* The digits of the sequence that start at token AT: one run, or as many as the agency's format has after its year. */
static guint64 sequence_at(const struct scan *scan, guint at, guint *last) {
  const struct shape *shape = scan->numbers->main;
  guint runs = 0, seen = 0;
  guint64 sequence = 0;
  for (guint i = 0; shape && i < shape->runs - shape->supplement; i++)
    if (shape->signature[i] == 'D' && (int)i > shape->year_run) runs++;
  if (!runs) runs = 1;
  const struct run *run[TOKENS_MOST] = {NULL};
  for (guint i = 0, n = 0; shape && i < shape->runs - shape->supplement; i++)
    if (shape->signature[i] == 'D' && (int)i > shape->year_run) run[n++] = &shape->run[i];
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

/* Year, perhaps letters, then the sequence: 2022-9073, 23S-004512, 22 4107. */
static bool cite_year_first(struct scan *scan, guint at) {
  const struct token *t = &scan->tokens[at];
  int year = token_year(t->text, t->length);
  if (!year || at + 1 >= scan->count || reads_as_date(scan, at)) return false;
  guint next = at + 1;
  guint16 series = 0;
  const struct shape *shape = scan->numbers->main;
  if (!scan->tokens[next].digits) {
    if (scan->tokens[next].length > 3 || scan->tokens[next].gap_length > 1 || next + 1 >= scan->count) return false;
    g_autofree char *letters = g_ascii_strdown(scan->tokens[next].text, scan->tokens[next].length);
    bool own = label_own(scan->numbers, letters);
    if (!own && !scan->numbers->has_series) return false;
    if (scan->numbers->has_series) series = series_pack(letters, (guint)strlen(letters));
    next++;
  }
  if (!scan->tokens[next].digits || !gap_joins(&scan->tokens[next], 3)) return false;
  if (scan->free_text && (!scan->tokens[next].gap_length || strpbrk(scan->tokens[next].gap, " ./") == scan->tokens[next].gap) &&
      scan->tokens[next].length < 4)
    return false;
  guint last = next;
  guint64 sequence = sequence_at(scan, next, &last);
  if (!sequence || scan->tokens[next].length > scan->numbers->width + 2) return false;
  if (scan->free_text && scan->tokens[next].length < 3) return false;
  if (!series && scan->numbers->has_series && at && !scan->tokens[at - 1].digits && !t->gap_length && scan->tokens[at - 1].length <= 3)
    series = series_pack(scan->tokens[at - 1].text, scan->tokens[at - 1].length);
  if (series && !number_report(scan->numbers, year, sequence, series)) series = 0;
  (void)shape;
  scan_own(scan, year, sequence, series, false, at, last);
  return true;
}

/* Sequence, then the year: 000003-2017. */
static bool cite_year_last(struct scan *scan, guint at) {
  if (at + 1 >= scan->count || !scan->tokens[at + 1].digits || !gap_joins(&scan->tokens[at + 1], 2)) return false;
  const struct token *t = &scan->tokens[at];
  int year = token_year(scan->tokens[at + 1].text, scan->tokens[at + 1].length);
  if (!year || t->length > scan->numbers->width + 1 || (scan->free_text && t->length < 3)) return false;
  scan_own(scan, year, token_number(t), 0, false, at, at + 1);
  return true;
}

/* Year and sequence in one run: LB2300456, 202200005619, 2501100169. */
static void cite_joined(struct scan *scan, guint at) {
  const struct token *t = &scan->tokens[at];
  const struct shape *shape = scan->numbers->main;
  guint width = scan->numbers->width;
  bool attached = at && !scan->tokens[at - 1].digits && !t->gap_length;
  for (guint size = 4; size >= 2; size -= 2) {
    if (t->length < size + 3 || t->length - size > width) continue;
    int year = token_year(t->text, size);
    if (!year || (!g_hash_table_contains(scan->numbers->years, GINT_TO_POINTER(year)) && abs(year - scan->year) > 1)) continue;
    bool as_learnt = shape && shape->place >= LEADS_4;
    if (scan->free_text && !as_learnt && t->length - size != width) continue;
    guint16 series = attached && scan->numbers->has_series ? series_pack(scan->tokens[at - 1].text, scan->tokens[at - 1].length) : 0;
    guint64 sequence = g_ascii_strtoull(t->text + size, NULL, 10);
    char digits[16] = "";
    memcpy(digits, t->text + size, MIN(t->length - size, sizeof digits - 1));
    sequence = g_ascii_strtoull(digits, NULL, 10);
    if (series && !number_report(scan->numbers, year, sequence, series)) series = 0;
    scan_own(scan, year, sequence, series, false, at, at);
  }
}

/* The sequence alone, as people write it who leave out what everybody knows. */
static void cite_short(struct scan *scan, guint at) {
  const struct token *t = &scan->tokens[at];
  const struct shape *shape = scan->numbers->main;
  if (scan->free_text || !shape || t->length > scan->numbers->width || t->length < 2) return;
  if (shape->year_run < 0) {
    scan_own(scan, 0, token_number(t), 0, false, at, at);
    return;
  }
  guint digits = 0;
  for (guint i = 0; i < scan->count; i++) digits += scan->tokens[i].digits;
  if (digits > 1) return;
  scan_own(scan, scan->year, token_number(t), 0, true, at, at);
  if (scan->january) scan_own(scan, scan->year - 1, token_number(t), 0, true, at, at);
}

static void scan_cad(struct scan *scan, const char *text) {
  if (!g_hash_table_size(scan->numbers->by_cad)) return;
  for (guint from = 0; from < scan->count; from++)
    for (guint to = from; to < scan->count && to < from + 4; to++) {
      if (to > from && scan->tokens[to].gap_length > 1) break;
      const struct token *last = &scan->tokens[to];
      g_autofree char *part = g_strndup(scan->tokens[from].text, (gsize)(last->text + last->length - scan->tokens[from].text));
      g_autofree char *key = number_cad_key(part);
      gsize report = GPOINTER_TO_SIZE(g_hash_table_lookup(scan->numbers->by_cad, key));
      if (report && report != AMBIGUOUS) scan_add(scan, (struct citation){.kind = CITE_CAD, .report = (gint64)report}, from, to);
    }
  (void)text;
}

/* Numbers that are written in no way of the agency's: known to the letter, or somebody else's, or unreadable. */
static void scan_rest(struct scan *scan, const char *text) {
  g_autofree char *plain = number_plain(text);
  gint64 report = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(scan->numbers->by_text, plain));
  if (report && scan->count) {
    scan_add(scan, (struct citation){.kind = CITE_OWN, .report = report}, 0, scan->count - 1);
    return;
  }
  if (scan->found || scan->free_text || !scan->count) return;
  guint digits = 0;
  bool foreign = false;
  for (guint i = 0; i < scan->count; i++) {
    if (!scan->tokens[i].digits) continue;
    digits += scan->tokens[i].length;
    foreign |= beside_foreign(scan, i, i);
    g_autofree char *label = label_before(scan, i);
    foreign |= strlen(label) >= 2 && !label_own(scan->numbers, label);
  }
  enum citation_kind kind = foreign && digits >= 3 ? CITE_FOREIGN : digits >= 3 ? CITE_UNREADABLE : CITE_NONE;
  if (kind != CITE_NONE) scan_add(scan, (struct citation){.kind = kind}, 0, scan->count - 1);
}

static int citation_compare(gconstpointer a, gconstpointer b) {
  const struct citation *x = a, *y = b;
  if (!x->report != !y->report) return x->report ? -1 : 1;
  return (int)x->kind - (int)y->kind;
}

static void scan_numbers(struct scan *scan) {
  const struct shape *shape = scan->numbers->main;
  bool year_last = shape && shape->place <= WHOLE_2 && shape->year_run > 0 && shape->signature[shape->year_run - 1] == 'D';
  for (guint i = 0; i < scan->count; i++) {
    if (!scan->tokens[i].digits) continue;
    if (shape && shape->year_run >= 0) {
      if (year_last && cite_year_last(scan, i)) {
        i++;
        continue;
      }
      guint before = scan->found;
      if (cite_year_first(scan, i)) {
        if (scan->found > before && i + 1 < scan->count) i++;
        continue;
      }
      cite_joined(scan, i);
    }
    cite_short(scan, i);
  }
}

guint numbers_read(const struct numbers *numbers, const char *text, bool free_text, gint32 day, struct citation *out) {
  struct scan scan = {.numbers = numbers, .free_text = free_text, .out = out};
  if (!text || (!free_text && number_placeholder(text))) {
    if (free_text) return 0;
    out[0] = (struct citation){.kind = CITE_NONE};
    return 1;
  }
  int month, unused;
  day_date(day, &scan.year, &month, &unused);
  scan.january = month <= 2;
  scan.count = number_tokens(text, scan.tokens, TOKENS_MOST);
  scan_cad(&scan, text);
  scan_numbers(&scan);
  scan_rest(&scan, text);
  qsort(out, scan.found, sizeof *out, citation_compare);
  if (!scan.found && !free_text) out[scan.found++] = (struct citation){.kind = CITE_NONE};
  return scan.found;
}

char *citation_key(const struct citation *citation) {
  if (citation->kind == CITE_NONE) return NULL;
  if (citation->report) return g_strdup_printf("report %" G_GINT64_FORMAT, citation->report);
  if (citation->sequence) return g_strdup_printf("%d/%u/%" G_GUINT64_FORMAT, citation->year, citation->series, citation->sequence);
  return number_plain(citation->text);
}
