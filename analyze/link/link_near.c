/* Links sessions that cite no number to the unclaimed report of the same officer, time and use. */
#include "analyze/link/linking.h"

/* A report of a person, on one of its days. */
struct dated {
  gint32 day;
  guint32 report;
};

static int dated_compare(gconstpointer a, gconstpointer b) {
  const struct dated *x = a, *y = b;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static void person_has(GHashTable *by_person, gint64 person, struct dated dated) {
  if (!person) return;
  GArray *list = g_hash_table_lookup(by_person, GSIZE_TO_POINTER(person));
  if (!list) g_hash_table_insert(by_person, GSIZE_TO_POINTER(person), list = g_array_new(FALSE, FALSE, sizeof(struct dated)));
  g_array_append_val(list, dated);
}

static const struct report_row_facts *report_row(const struct reports *reports, const struct report_facts *facts, guint row) {
  return &g_array_index(reports->rows, struct report_row_facts, facts->first_row + row);
}

/* The people of a report, on one of its days. */
static void report_index(GHashTable *by_person, const struct reports *reports, const struct report_facts *facts, gint32 day) {
  struct dated dated = {day, (guint32)(facts - reports->at) + 1};
  const GArray *people = report_said(facts)->people;
  if (day == G_MININT32) return;
  for (guint i = 0; i < facts->rows; i++) person_has(by_person, report_row(reports, facts, i)->author, dated);
  for (guint i = 0; people && i < people->len; i++) person_has(by_person, g_array_index(people, gint64, i), dated);
}

static void array_unref(gpointer array) { g_array_unref(array); }

/* Reports that document a use and that nobody claimed: person -> GArray of struct dated, by day. If the narrative gives a day for
   the search, only that counts, else those of the rows. */
static GHashTable *people_index(const struct reports *reports) {
  GHashTable *by_person = g_hash_table_new_full(NULL, NULL, NULL, array_unref);
  for (gint64 i = 0; i < reports->count; i++) {
    const struct report_facts *facts = &reports->at[i];
    const GArray *days = report_said(facts)->search_days;
    if (!facts->use || facts->claimed) continue;
    for (guint k = 0; days && k < days->len; k++) report_index(by_person, reports, facts, g_array_index(days, gint32, k));
    for (guint k = 0; !days && k < facts->rows; k++) report_index(by_person, reports, facts, report_row(reports, facts, k)->day);
  }
  GHashTableIter each;
  gpointer list;
  g_hash_table_iter_init(&each, by_person);
  while (g_hash_table_iter_next(&each, NULL, &list)) g_array_sort(list, dated_compare);
  return by_person;
}

/* The first of LIST on DAY or later. */
static guint dated_from(const GArray *list, gint32 day) {
  guint low = 0, high = list->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(list, struct dated, middle).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

static bool pair_there(const GArray *pairs, guint from, guint32 report) {
  for (guint i = from; i < pairs->len; i++)
    if (g_array_index(pairs, struct pair, i).weight.report == report) return true;
  return false;
}

/* Weighs only reports near in time: the others cannot fit. */
static void pairs_collect(const struct linker *linker, GHashTable *by_person, guint at, GArray *pairs) {
  const struct sought *sought = &((const struct session *)linker->open->pdata[at])->sought;
  const GArray *list = sought->person ? g_hash_table_lookup(by_person, GSIZE_TO_POINTER((gsize)sought->person)) : NULL;
  gint32 first = sought->last_day - linker->weigher.near_before, last = sought->first_day + linker->weigher.near_after;
  guint from = pairs->len;
  for (guint i = list ? dated_from(list, MIN(first, sought->first_day)) : 0; list && i < list->len; i++) {
    const struct dated *dated = &g_array_index(list, struct dated, i);
    if (dated->day > MAX(last, sought->last_day)) break;
    if (pair_there(pairs, from, dated->report)) continue;
    struct pair pair = {at, session_weigh(&linker->weigher, sought, dated->report, BY_NOTHING)};
    if (grounds_fit(&pair.weight.grounds) == 3 && !pair.weight.grounds.subject_differs) g_array_append_val(pairs, pair);
  }
}

static int pair_compare(gconstpointer a, gconstpointer b) {
  const struct pair *x = a, *y = b;
  if (x->weight.score != y->weight.score) return x->weight.score > y->weight.score ? -1 : 1;
  if (x->open != y->open) return x->open < y->open ? -1 : 1;
  return x->weight.report < y->weight.report ? -1 : x->weight.report > y->weight.report;
}

/* Takes the best pairs first; each report and each session is taken once. */
static void pair_take(const struct linker *linker, struct found *found, const struct pair *pair) {
  struct report_facts *facts = &linker->reports->at[pair->weight.report - 1];
  if (!found->winner && !facts->claimed) {
    found->winner = pair;
    facts->claimed = true;
    return;
  }
  if (found->winner && found->winner->weight.score - pair->weight.score < 1.5 && !facts->claimed) found->rivals++;
  if (found->lost < RIVALS_MOST) found->losers[found->lost++] = pair;
}

struct found *link_without_number(struct linker *linker, GArray **pairs) {
  struct found *found = g_new0(struct found, linker->open->len + 1);
  GHashTable *by_person = people_index(linker->reports);
  *pairs = g_array_new(FALSE, FALSE, sizeof(struct pair));
  for (guint i = 0; i < linker->open->len; i++) pairs_collect(linker, by_person, i, *pairs);
  g_hash_table_unref(by_person);
  g_array_sort(*pairs, pair_compare);
  for (guint i = 0; i < (*pairs)->len; i++) {
    const struct pair *pair = &g_array_index(*pairs, struct pair, i);
    pair_take(linker, &found[pair->open], pair);
  }
  return found;
}
