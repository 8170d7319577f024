/* Puts together what is known of the pieces of an expression: short texts, runs of them, the sets of literals that are needed;
   the expression is read by literal.c. */
#include "analyze/literal_piece.h"
#include <string.h>

enum { SET_MOST = 192 }; /* literals of a set */
#define COST_MOST 0.6

/* ------------------------------------------------------------------------------------------------------ texts and runs */

bool word_letter(char c) { return g_ascii_isalnum(c) || c == '_'; }

/* A text that has grown too long keeps its beginning: what is full takes no more. */
static bool text_full(const struct text *text) { return text->length == sizeof text->bytes; }

static void byte_put(struct text *text, char c) {
  if (!text_full(text)) text->bytes[text->length++] = c;
}

/* Puts C behind TEXT, with an edge where a word begins or ends between them. */
static void text_put(struct text *text, char c) {
  char last = text->length ? text->bytes[text->length - 1] : 0;
  if (text_full(text) || (c == NO_WORD && last == NO_WORD)) return;
  if (last == NO_WORD) text->length = 0, last = ' ';
  if (c == NO_WORD && last) c = word_letter(last) ? LITERAL_EDGE : 0;
  if (!c || (c == LITERAL_EDGE && last == LITERAL_EDGE)) return;
  bool mark = c == LITERAL_EDGE || c == NO_WORD || !last || last == LITERAL_EDGE;
  if (!mark && word_letter(last) != word_letter(c)) byte_put(text, LITERAL_EDGE);
  byte_put(text, c);
}

static void text_join(struct text *text, const struct text *more) {
  for (guint i = 0; i < more->length; i++) text_put(text, more->bytes[i]);
}

static void run_nothing(struct run *run) { run->count = 1, run->at[0].length = 0; }

void run_char(struct run *run, char c) {
  run->count = 1;
  run->at[0].length = 1, run->at[0].bytes[0] = g_ascii_tolower(c);
}

void run_put(struct run *run, char c) {
  for (guint i = 0; i < run->count; i++) text_put(&run->at[i], c);
}

bool run_add(struct run *run, const struct text *text) {
  for (guint i = 0; i < run->count; i++)
    if (run->at[i].length == text->length && !memcmp(run->at[i].bytes, text->bytes, text->length)) return true;
  if (run->count == RUN_MOST) return false;
  run->at[run->count++] = *text;
  return true;
}

bool run_join(struct run *run, const struct run *more) {
  if (run->count * more->count > RUN_MOST) return false;
  for (guint k = more->count; k-- > 0;)
    for (guint i = 0; i < run->count; i++) {
      struct text *text = &run->at[k * run->count + i];
      *text = run->at[i];
      text_join(text, &more->at[k]);
    }
  run->count *= more->count;
  return true;
}

/* -------------------------------------------------------------------------------------------------------- sets of literals */

static bool text_empty(const struct text *text) {
  return !text->length || (text->length == 1 && (*text->bytes == LITERAL_EDGE || *text->bytes == NO_WORD));
}

/* About how often it stands in a text of a sentence's length. */
static double text_cost(const struct text *text) {
  static const double costs[] = {1, 1, .09, .027, .0081, .0024, .0007, .0002, .0001, .0001, .0001, .0001, .0001};
  if (text_empty(text)) return 1;
  bool before = *text->bytes == LITERAL_EDGE, after = text->bytes[text->length - 1] == LITERAL_EDGE;
  return costs[text->length - before - after] * (before ? .6 : 1) * (after ? .6 : 1);
}

/* COUNT texts, of which one stands in every match; NULL where that is no use. */
static const struct literal_set *set_keep(struct literals *literals, const struct text *at, guint count) {
  double cost = 0;
  for (guint i = 0; i < count && cost <= COST_MOST; i++) cost += text_cost(&at[i]);
  if (cost > COST_MOST) return NULL;
  struct literal_set *set = g_malloc0(sizeof *set + count * sizeof *set->at);
  set->count = count, set->cost = cost;
  for (guint i = 0; i < count; i++) memcpy(set->at[i], at[i].bytes, at[i].length);
  g_ptr_array_add(literals->sets, set);
  return set;
}

static void needs_add(struct literal_needs *needs, const struct literal_set *set) {
  if (!set) return;
  guint at = needs->count;
  while (at && needs->sets[at - 1]->cost > set->cost) at--;
  if (at == LITERAL_SETS_MOST) return;
  for (guint i = 0; i < needs->count; i++)
    if (needs->sets[i] == set) return;
  needs->count = MIN(needs->count + 1, LITERAL_SETS_MOST);
  memmove(needs->sets + at + 1, needs->sets + at, (needs->count - at - 1) * sizeof *needs->sets);
  needs->sets[at] = set;
}

void needs_join(struct literal_needs *needs, const struct literal_needs *more) {
  for (guint i = 0; i < more->count; i++) needs_add(needs, more->sets[i]);
}

void needs_run(struct literals *literals, struct literal_needs *needs, const struct run *run) {
  for (guint i = 0; i < run->count; i++)
    if (text_empty(&run->at[i])) return;
  needs_add(needs, set_keep(literals, run->at, run->count));
}

void piece_settle(struct literals *literals, struct piece *piece) {
  if (piece->exact) needs_run(literals, &piece->needs, &piece->run);
  piece->exact = false;
}

void piece_anything(struct piece *piece) { piece->exact = piece->blank = false, piece->needs.count = 0; }

void piece_nothing(struct piece *piece) {
  piece->exact = true, piece->blank = false, piece->needs.count = 0;
  run_nothing(&piece->run);
}

void piece_char(struct piece *piece, char c) {
  piece->exact = true, piece->blank = false, piece->needs.count = 0;
  run_char(&piece->run, c);
}

/* ------------------------------------------------------------------------------------------------------------ alternatives */

/* A branch is its texts, all of TEXTS from FIRST on, or its needs. */
struct branch {
  bool exact;
  guint first, count;
  struct literal_needs needs;
};

struct branches {
  GArray *at, *texts; /* of struct branch, of struct text */
  guint needs_most;   /* of a branch */
  bool exact, hopeless;
};

struct branches *branches_new(void) {
  struct branches *branches = g_new0(struct branches, 1);
  branches->at = g_array_new(FALSE, FALSE, sizeof(struct branch));
  branches->texts = g_array_new(FALSE, FALSE, sizeof(struct text));
  branches->exact = true;
  return branches;
}

void branches_free(struct branches *branches) {
  g_array_unref(branches->at), g_array_unref(branches->texts);
  g_free(branches);
}

void branch_add(struct branches *branches, const struct piece *piece) {
  struct branch branch = {piece->exact, branches->texts->len, piece->run.count, piece->needs};
  if (piece->exact) g_array_append_vals(branches->texts, piece->run.at, piece->run.count);
  for (guint i = 0; piece->exact && i < piece->run.count; i++)
    if (text_empty(&piece->run.at[i])) branches->hopeless = true;
  branches->hopeless = branches->hopeless || (!piece->exact && !piece->needs.count);
  branches->exact = branches->exact && piece->exact;
  branches->needs_most = MAX(branches->needs_most, piece->exact ? 1 : piece->needs.count);
  g_array_append_val(branches->at, branch);
}

static void texts_of_set(GArray *texts, const struct literal_set *set) {
  for (guint i = 0; i < set->count; i++) {
    struct text text = {.length = (guint8)strlen(set->at[i])};
    memcpy(text.bytes, set->at[i], text.length);
    g_array_append_val(texts, text);
  }
}

/* The literals of one need of every branch; a branch with fewer gives its last again. */
static const struct literal_set *branches_need(struct literals *literals, const struct branches *branches, guint number) {
  g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(struct text));
  for (guint i = 0; i < branches->at->len && texts->len <= SET_MOST; i++) {
    const struct branch *branch = &g_array_index(branches->at, struct branch, i);
    if (branch->exact) g_array_append_vals(texts, &g_array_index(branches->texts, struct text, branch->first), branch->count);
    else texts_of_set(texts, branch->needs.sets[MIN(number, branch->needs.count - 1)]);
  }
  return texts->len <= SET_MOST ? set_keep(literals, (const struct text *)(void *)texts->data, texts->len) : NULL;
}

void branches_settle(struct literals *literals, const struct branches *branches, struct piece *piece) {
  const struct text *texts = (const struct text *)(void *)branches->texts->data;
  piece->exact = branches->exact && branches->texts->len <= RUN_MOST;
  piece->blank = false, piece->needs.count = 0, piece->run.count = 0;
  for (guint i = 0; piece->exact && i < branches->texts->len; i++) run_add(&piece->run, &texts[i]);
  if (piece->exact || branches->hopeless) return;
  for (guint i = 0; i < branches->needs_most; i++) needs_add(&piece->needs, branches_need(literals, branches, i));
}

char run_after(const struct run *run) {
  char all = 0;
  for (guint i = 0; i < run->count; i++) {
    if (text_full(&run->at[i])) return 0;
    char last = run->at[i].length ? run->at[i].bytes[run->at[i].length - 1] : 0;
    char known = !last || word_letter(last) ? 0 : last == LITERAL_EDGE ? LITERAL_EDGE : NO_WORD;
    if (!known || (all && all != known)) return 0;
    all = known;
  }
  return all;
}
