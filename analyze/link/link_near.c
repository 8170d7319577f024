/* Sessions that cite no number: of the reports that nobody accounts for, the one of the same officer, time and use. */
#include "analyze/link/link_inside.h"

/* A report of a person, on a day that it bears. */
struct dated {
  gint32 day;
  guint32 report;
};

static int dated_compare(gconstpointer a, gconstpointer b) {
  const struct dated *x = a, *y = b;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static void person_has(struct linker *linker, gint64 person, struct dated dated) {
  if (!person) return;
  GArray *list = g_hash_table_lookup(linker->by_person, GSIZE_TO_POINTER(person));
  if (!list)
    g_hash_table_insert(linker->by_person, GSIZE_TO_POINTER(person), list = g_array_new(FALSE, FALSE, sizeof(struct dated)));
  g_array_append_val(list, dated);
}

/* The people of a report, on one of its days. */
static void report_index(struct linker *linker, const struct report_facts *facts, gint32 day) {
  struct dated dated = {day, (guint32)(facts - linker->reports->at) + 1};
  if (day == G_MININT32) return;
  for (guint i = 0; i < facts->rows; i++)
    person_has(linker, g_array_index(linker->reports->rows, struct report_row_facts, facts->first_row + i).author, dated);
  for (guint i = 0; report_said(facts)->people && i < report_said(facts)->people->len; i++)
    person_has(linker, g_array_index(report_said(facts)->people, gint64, i), dated);
}

/* A day that the narrative gives for the search counts alone, else those of the rows. */
static void people_index(struct linker *linker) {
  linker->by_person = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  for (gint64 i = 0; i < linker->reports->count; i++) {
    const struct report_facts *facts = &linker->reports->at[i];
    if (!facts->use || facts->claimed) continue;
    for (guint k = 0; report_said(facts)->search_days && k < report_said(facts)->search_days->len; k++)
      report_index(linker, facts, g_array_index(report_said(facts)->search_days, gint32, k));
    for (guint k = 0; !report_said(facts)->search_days && k < facts->rows; k++)
      report_index(linker, facts, g_array_index(linker->reports->rows, struct report_row_facts, facts->first_row + k).day);
  }
  GHashTableIter each;
  gpointer list;
  g_hash_table_iter_init(&each, linker->by_person);
  while (g_hash_table_iter_next(&each, NULL, &list)) g_array_sort(list, dated_compare);
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

static int pair_compare(gconstpointer a, gconstpointer b) {
  const struct pair *x = a, *y = b;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  if (x->open != y->open) return x->open < y->open ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static bool pair_there(const GArray *pairs, guint from, guint32 report) {
  for (guint i = from; i < pairs->len; i++)
    if (g_array_index(pairs, struct pair, i).report == report) return true;
  return false;
}

/* Only what is near in time is weighed: the others cannot fit. */
static void pairs_collect(struct linker *linker, guint at, GArray *pairs) {
  const struct sought *sought = &g_array_index(linker->open, struct sought, at);
  const GArray *list = sought->person ? g_hash_table_lookup(linker->by_person, GSIZE_TO_POINTER((gsize)sought->person)) : NULL;
  gint32 first = sought->last_day - linker->weigher.near_before, last = sought->first_day + linker->weigher.near_after;
  guint from = pairs->len;
  for (guint i = list ? dated_from(list, MIN(first, sought->first_day)) : 0; list && i < list->len; i++) {
    const struct dated *dated = &g_array_index(list, struct dated, i);
    if (dated->day > MAX(last, sought->last_day)) break;
    if (pair_there(pairs, from, dated->report)) continue;
    struct weight weight = session_weigh(&linker->weigher, sought, dated->report, BY_NOTHING);
    struct pair pair = {weight.score, at, dated->report, weight.grounds};
    if (grounds_fit(&weight.grounds) == 3 && !weight.grounds.subject_differs) g_array_append_val(pairs, pair);
  }
}

/* The pairs that fit best come first; a report and a session are each taken once. */
static void pair_take(struct linker *linker, guint at) {
  const struct pair *pair = &g_array_index(linker->pairs, struct pair, at), *winner;
  struct found *found = &linker->found[pair->open];
  struct report_facts *facts = &linker->reports->at[pair->report - 1];
  if (!found->winner && !facts->claimed) {
    found->winner = at + 1;
    facts->claimed = true;
    return;
  }
  winner = found->winner ? &g_array_index(linker->pairs, struct pair, found->winner - 1) : NULL;
  if (winner && winner->score - pair->score < 1.5 && !facts->claimed) found->rivals++;
  if (found->losers < RIVALS_MOST) found->loser[found->losers++] = at + 1;
}

void link_without_number(struct linker *linker) {
  linker->pairs = g_array_new(FALSE, FALSE, sizeof(struct pair));
  people_index(linker);
  for (guint i = 0; i < linker->open->len; i++) pairs_collect(linker, i, linker->pairs);
  g_hash_table_unref(linker->by_person);
  g_array_sort(linker->pairs, pair_compare);
  for (guint i = 0; i < linker->pairs->len; i++) pair_take(linker, i);
}
