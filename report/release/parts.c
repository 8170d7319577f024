/* Finds the parts of a text that an exemption may cover. */
#include "report/release/parts.h"
#include "include/text.h"
#include <string.h>

enum { NUMBER_LEAST = 6 }; /* digits of an account's number; a social security number has nine */

static bool luhn(const char *digits) {
  int sum = 0, count = 0;
  for (gsize i = strlen(digits); i-- > 0;) {
    if (!g_ascii_isdigit(digits[i])) continue;
    int digit = digits[i] - '0';
    if (count++ % 2) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return count >= 13 && count <= 19 && sum % 10 == 0;
}

static void part_add(GArray *parts, gsize start, gsize length, struct decision decision) {
  struct part part = {start, length, decision};
  if (decision.outcome == OUTCOME_RELEASED) g_free(decision.basis);
  else g_array_append_val(parts, part);
}

static void parts_match(GArray *parts, const struct facts *facts, const char *text, const char *pattern, const char *id,
                        bool (*holds)(const char *found)) {
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
  g_regex_match(regex, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int start, end;
    g_autofree char *found = g_match_info_fetch(match, 0);
    g_match_info_fetch_pos(match, 0, &start, &end);
    if (!holds || holds(found)) part_add(parts, (gsize)start, (gsize)(end - start), decision_withheld(facts, id, 0));
  }
}

#define DASH "[ .‐‑‒–—−-]"

static void parts_number(GArray *parts, const struct facts *facts, const char *text) {
  static const struct {
    const char *pattern, *id;
    bool (*holds)(const char *found);
  } numbers[] = {
      {"(?<!\\d)\\d{3}" DASH "\\d{2}" DASH "\\d{4}(?!\\d)", "ssn", NULL},
      {"\\b(?:s\\.?s\\.?n?\\.?|soc(?:ial)?(?: sec(?:urity)?)?\\.?)(?: ?(?:number|num|no\\.?|nr|is|of|#|:|=))* ?\\d{3}" DASH
       "?\\d{2}" DASH "?\\d{4}(?!\\d)",
       "ssn", NULL},
      {"(?<!\\d)(?:\\d" DASH "?){12,18}\\d(?!\\d)", "account-number", luhn},
      {"\\b(?:acct|account|a/c|card|visa|mastercard|amex|checking|savings|iban)s?\\.?(?: "
       "?(?:number|num|no\\.?|nr|is|acct\\.?|account|ending|in|#|:|=))*"
       " ?[#:=]? ?\\d(?:" DASH "?\\d){5,18}(?!\\d)",
       "account-number", NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    parts_match(parts, facts, text, numbers[i].pattern, numbers[i].id, numbers[i].holds);
}

static void parts_candidate(GArray *parts, const struct facts *facts, const char *text) {
  if (!facts->candidate || !*facts->candidate) return;
  g_autoptr(GArray) found = name_find(text, facts->candidate);
  for (guint i = 0; i < found->len; i++) {
    const struct part *part = &g_array_index(found, struct part, i);
    part_add(parts, part->start, part->length, decide_candidate(facts));
  }
}

/* Undercover staff who are named in a text. */
static void parts_undercover(GArray *parts, const struct facts *facts, const char *text) {
  for (char **flag = facts->release->undercover; flag && *flag; flag++) {
    g_autoptr(GArray) found = name_find(text, *flag);
    for (guint i = 0; i < found->len; i++) {
      const struct part *part = &g_array_index(found, struct part, i);
      part_add(parts, part->start, part->length, decision_withheld(facts, "undercover", 0));
    }
  }
}

/* The groups of digits of a number without zeros before them and without a century: "2026-00009999" and "26-9999" are one. */
static char *number_key(const char *number, bool last_alone) {
  g_auto(GStrv) groups = g_strsplit_set(number, "-–/ ", -1);
  GString *key = g_string_new(NULL);
  for (char **group = groups; *group; group++) {
    const char *digits = *group + strcspn(*group, "0123456789");
    if (strlen(digits) == 4 && g_str_has_prefix(digits, "20") && group[1]) digits += 2;
    digits += strspn(digits, "0");
    if (last_alone) g_string_truncate(key, 0);
    if (*digits) g_string_append_printf(key, "%s%s", key->len ? "-" : "", digits);
  }
  return g_string_free(key, FALSE);
}

static bool number_same(const char *found, const char *number) {
  if (!number || !*number) return false;
  g_autofree char *key = number_key(found, false), *own = number_key(number, false), *last = number_key(number, true);
  return strlen(key) >= 3 && (!strcmp(key, own) || !strcmp(key, last));
}

/* The number of the case, where it is secret, in another cell of its row. */
static void parts_case(GArray *parts, const struct facts *facts, const char *text) {
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new("\\d+(?:[-–/]\\d+)*", 0, 0, NULL);
  g_regex_match(regex, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int start, end;
    g_autofree char *found = g_match_info_fetch(match, 0);
    g_match_info_fetch_pos(match, 0, &start, &end);
    if (number_same(found, facts->report) || number_same(found, facts->case_number))
      part_add(parts, (gsize)start, (gsize)(end - start), decide_number(facts));
  }
}

/* Nine digits without a word before them, as a social security number has: not 000, 666, nor 00 or 0000 within. */
static void parts_nine(GArray *parts, const struct facts *facts, const char *text) {
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new("(?<![\\w-])(?!000|666)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}(?![\\w-])", 0, 0, NULL);
  g_regex_match(regex, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int start, end;
    g_autofree char *found = g_match_info_fetch(match, 0);
    g_match_info_fetch_pos(match, 0, &start, &end);
    if (!number_same(found, facts->report) && !number_same(found, facts->case_number))
      part_add(parts, (gsize)start, (gsize)(end - start),
               decision_person(g_strdup("nine digits, which may be a social security number")));
  }
}

static int parts_order(gconstpointer a, gconstpointer b) {
  const struct part *x = a, *y = b;
  return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->length < y->length) - (x->length > y->length);
}

/* Parts over each other are one, and so are parts beside each other under one citation: how many words a name has is nobody's
   business. */
static void parts_join(const char *text, GArray *parts) {
  for (guint i = 0; i + 1 < parts->len;) {
    struct part *part = &g_array_index(parts, struct part, i), *next = &g_array_index(parts, struct part, i + 1);
    gsize end = part->start + part->length, after = next->start + next->length;
    bool over = next->start < end, beside = !over && strspn(text + end, " ,.'") >= next->start - end,
         same = part->decision.exemption == next->decision.exemption && part->decision.outcome == next->decision.outcome;
    if (!over && !(beside && same)) {
      i++;
      continue;
    }
    part->length = MAX(end, after) - part->start;
    if (part->decision.outcome != OUTCOME_WITHHELD && next->decision.outcome == OUTCOME_WITHHELD) { /* nobody may release it */
      struct decision decision = part->decision;
      part->decision = next->decision, next->decision = decision;
    }
    g_free(next->decision.basis);
    g_array_remove_index(parts, i + 1);
  }
}

static guint digits_of(const char *text) {
  guint digits = 0;
  for (; *text; text++) digits += g_ascii_isdigit(*text) ? 1 : 0;
  return digits;
}

GArray *parts_find(const struct facts *facts, const char *text) {
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));
  guint digits = digits_of(text);
  if (digits >= NUMBER_LEAST) parts_number(parts, facts, text);
  if (digits >= 9) parts_nine(parts, facts, text);
  parts_undercover(parts, facts, text);
  parts_candidate(parts, facts, text);
  if (digits) parts_case(parts, facts, text);
  g_array_sort(parts, parts_order);
  parts_join(text, parts);
  return parts;
}
