/* What rows and cells look like: blank, a header, a total, like their neighbours. parse.c parses them. */
#include "ingest/csv/row_kind.h"
#include <string.h>

bool text_blank(const char *text, gsize length) {
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\t') return false;
  return true;
}

enum cell_class cell_class(const char *text, gsize length) {
  bool digit = false, letter = false;
  for (gsize i = 0; i < length; i++) {
    digit |= g_ascii_isdigit(text[i]);
    letter |= g_ascii_isalpha(text[i]) || (guchar)text[i] >= 0x80;
  }
  if (digit) return letter ? CLASS_MIXED : CLASS_DIGITS;
  return text_blank(text, length) ? CLASS_EMPTY : CLASS_TEXT;
}

void row_pattern_add(struct row_pattern *pattern, const struct row *row) {
  if (!pattern->classes) pattern->classes = g_new0(guint8, pattern->width);
  for (guint i = 0; i < pattern->width && i < row->count; i++)
    pattern->classes[i] = (guint8)(pattern->classes[i] | 1u << cell_class(row->cells[i], row->lengths[i]));
  pattern->rows++;
}

bool class_firm(guint8 classes) { return classes && !(classes & (1u << CLASS_EMPTY | 1u << CLASS_TEXT)); }

void row_pattern_close(struct row_pattern *pattern) {
  pattern->firm = 0;
  for (guint i = 0; pattern->rows >= 3 && i < pattern->width; i++) pattern->firm += class_firm(pattern->classes[i]);
}

bool row_pattern_fits(const struct row_pattern *pattern, const struct row *row) {
  if (row->count < pattern->width) return false;
  for (guint i = 0; pattern->firm && i < pattern->width; i++)
    if (class_firm(pattern->classes[i]) && !(pattern->classes[i] & 1u << cell_class(row->cells[i], row->lengths[i])))
      return false;
  return true;
}

guint row_stated(const struct row *row, guint *first) {
  guint stated = 0;
  for (guint i = 0; i < row->count; i++)
    if (row->lengths[i] && !text_blank(row->cells[i], row->lengths[i])) {
      if (!stated++ && first) *first = i;
    }
  return stated;
}

static bool cell_repeated(const struct row *row, guint at) {
  for (guint i = 0; i < at; i++)
    if (row->lengths[i] == row->lengths[at] && !memcmp(row->cells[i], row->cells[at], row->lengths[at])) return true;
  return false;
}

/* Names of columns are short words and hardly ever repeated ("Location" may appear twice). Dates, numbers and codes are not
   names. */
bool row_like_header(const struct row *row, guint width) {
  guint words = 0, stated = 0, repeated = 0;
  for (guint i = 0; i < row->count; i++) {
    enum cell_class class = cell_class(row->cells[i], row->lengths[i]);
    if (class == CLASS_EMPTY) continue;
    stated++;
    bool code = class == CLASS_MIXED && (g_ascii_isdigit(*row->cells[i]) || strpbrk(row->cells[i], ":$@"));
    if (class == CLASS_DIGITS || code || row->lengths[i] > 80) return false;
    repeated += cell_repeated(row, i);
    words += class == CLASS_TEXT || class == CLASS_MIXED;
  }
  return stated && words == stated && stated * 2 > width && repeated * 4 <= stated;
}

/* "Total records: 474", "-- end of report --", "Page 2 of 9": a phrase at the beginning, and what may follow it. */
static const struct {
  const char *begins;
  bool alone; /* only figures and marks may follow */
} totals[] = {{"total", false},       {"grand total", false},
              {"subtotal", false},    {"record count", false},
              {"row count", false},   {"count", true},
              {"records", true},      {"rows", true},
              {"number of ", false},  {"end of report", false},
              {"end of file", false}, {"end of export", false},
              {"end of list", false}, {"end of log", false},
              {"end of data", false}, {"end of record", false},
              {"page ", true},        {"printed by", false},
              {"printed on", false},  {"printed:", false},
              {"generated", false},   {"report generated", false},
              {"exported by", false}, {"exported on", false},
              {"report run", false},  {"report printed", false},
              {"run by", false},      {"run date", false},
              {"*** end", false},     {"end of page", false}};

static bool tail_alone(const char *text) {
  for (gsize length; *text; text += length) {
    length = strspn(text, " \t0123456789,.:;/=()-*#");
    if (!length && !g_ascii_strncasecmp(text, "of", 2)) length = 2;
    if (!length && !g_ascii_strncasecmp(text, "page", 4)) length = 4;
    if (!length) return false;
  }
  return true;
}

static bool text_total(const char *text) {
  text += strspn(text, " \t-*=#_(");
  for (gsize i = 0; i < G_N_ELEMENTS(totals); i++) {
    gsize length = strlen(totals[i].begins);
    if (g_ascii_strncasecmp(text, totals[i].begins, length)) continue;
    if (g_ascii_isalpha(text[length - 1]) && g_ascii_isalpha(text[length]) && strncmp(text + length, "s", 1)) continue;
    if (!totals[i].alone || tail_alone(text + length)) return true;
  }
  gsize figures = strspn(text, "0123456789,");
  const char *unit = text + figures + strspn(text + figures, " ");
  static const char *const units[] = {"record", "row", "search", "result", "entries", "event"};
  for (gsize i = 0; figures && i < G_N_ELEMENTS(units); i++)
    if (!g_ascii_strncasecmp(unit, units[i], strlen(units[i])) && strlen(unit) < 40) return true;
  return false;
}

bool row_like_total(const struct row *row, guint width) {
  guint first = 0, stated = row_stated(row, &first);
  if (!stated || stated > TOTAL_CELLS || (stated > 1 && stated * 2 > MAX(width, row->count) + 1)) return false;
  if (row->lengths[first] > 120 || !text_total(row->cells[first])) return false;
  for (guint i = first + 1; i < row->count; i++) {
    enum cell_class class = cell_class(row->cells[i], row->lengths[i]);
    if (class != CLASS_EMPTY && class != CLASS_DIGITS) return false;
  }
  return true;
}
