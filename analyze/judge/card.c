/* Loads the files of rules as cards, in the order of their clauses. A rule's SQL decides what it finds. */
#include "analyze/judge/card.h"
#include "include/assets.h"
#include "include/choices.h"
#include "include/sql_head.h"
#include "include/message.h"
#include <string.h>

/* The first are in every head, the others if a SELECT follows. */
enum { KEYS_OF_CLAUSES = 3 };
static const struct head_key keys[] = {
    {"clause", G_STRUCT_OFFSET(struct card, clause)},     {"title", G_STRUCT_OFFSET(struct card, title)},
    {"says", G_STRUCT_OFFSET(struct card, says)},         {"rule", G_STRUCT_OFFSET(struct card, rule)},
    {"severity", G_STRUCT_OFFSET(struct card, severity)}, {"subject", G_STRUCT_OFFSET(struct card, subject)},
    {"examines", G_STRUCT_OFFSET(struct card, examines)}, {"needs", G_STRUCT_OFFSET(struct card, needs)},
    {"means", G_STRUCT_OFFSET(struct card, means)},       {"innocent", G_STRUCT_OFFSET(struct card, innocent)},
    {"outside", G_STRUCT_OFFSET(struct card, outside)},   {"remedy", G_STRUCT_OFFSET(struct card, remedy)},
    {"limit", G_STRUCT_OFFSET(struct card, limit)},       {"matter", G_STRUCT_OFFSET(struct card, matter)},
    {"tells", G_STRUCT_OFFSET(struct card, tells)},       {"judged", G_STRUCT_OFFSET(struct card, judged)},
    {"graver", G_STRUCT_OFFSET(struct card, graver)},
};
enum { KEYS_OF_RULES = G_N_ELEMENTS(keys) - 7 /* the last may be omitted */ };

static const char *const subjects[] = {"event", "report", "user", "log", NULL};

static void word_check(const struct card *card, const char *key, const char *value, const char *const *known) {
  if (g_strv_contains(known, value)) return;
  char *all = g_strjoinv(", ", (char **)(gpointer)known);
  stop_input(card->path, 0, "%s \"%s\" is not known: use one of %s", key, value, all);
}

static void graver_check(const struct card *card) {
  if (!card->graver) return;
  g_auto(GStrv) parts = g_strsplit(card->graver, ", ", 2);
  if (!parts[0] || !parts[1]) stop_input(card->path, 0, "graver \"%s\" is not \"SEVERITY, DETAIL\"", card->graver);
  word_check(card, "graver", parts[0], severities);
}

static void card_check(const struct card *card) {
  head_require(card->path, keys, card->sql ? KEYS_OF_RULES : KEYS_OF_CLAUSES, card);
  if (!card->sql) return;
  word_check(card, "severity", card->severity, severities);
  word_check(card, "subject", card->subject, subjects);
  graver_check(card);
  if (card->judged) word_check(card, "judged", card->judged, (const char *const[]){"last", NULL});
  if (card->matter && !g_str_has_prefix(card->matter, "account ") && !g_str_has_prefix(card->matter, "log "))
    stop_input(card->path, 0, "matter \"%s\" is of nothing: begin it with \"account\" or \"log\"", card->matter);
}

/* The text after the line that consists of MARK, perhaps followed by blanks or a carriage return. */
static const char *text_behind(const char *text, const char *mark) {
  for (const char *at = text; (at = strstr(at, mark)); at++) {
    const char *end = at + strlen(mark);
    end += strspn(end, " \t\r");
    if (at > text && at[-1] == '\n' && *end == '\n') return end + 1;
  }
  return NULL;
}

const char *card_otherwise(const char *text) { return text_behind(text, "-- otherwise:"); }

static struct card *card_read(const char *path, const char *text, bool own) {
  struct card *card = g_new0(struct card, 1);
  card->path = g_strdup(path);
  card->text = g_strdup(text);
  card->own = own;
  const char *body = head_read(card->path, card->text, keys, G_N_ELEMENTS(keys), card);
  while (g_ascii_isspace(*body)) body++;
  card->found = text_behind(card->text, "-- found:");
  card->sql = *body && !card->found ? body : NULL;
  card->to_read = text_behind(body, "-- to read:");
  card->otherwise = card_otherwise(body);
  card_check(card);
  return card;
}

static void card_free(gpointer data) {
  struct card *card = data;
  head_clear(keys, G_N_ELEMENTS(keys), card);
  g_free(card->path);
  g_free(card->text);
  g_free(card);
}

static int card_compare(gconstpointer a, gconstpointer b) {
  const struct card *x = *(struct card *const *)a, *y = *(struct card *const *)b;
  int order = (int)x->own - (int)y->own; /* an agency's own come last, because they may read the findings of the others */
  if (!order) order = clause_compare(x->clause, y->clause);
  return order ? order : strcmp(x->path, y->path);
}

static void cards_own(GPtrArray *cards, const char *folder) {
  g_autoptr(GError) error = NULL;
  GDir *dir = g_dir_open(folder, 0, &error);
  if (!dir) stop_input(folder, 0, "%s: correct [rules] folder in audit.ini", error->message);
  for (const char *name; (name = g_dir_read_name(dir));) {
    if (!g_str_has_suffix(name, ".sql")) continue;
    g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, &error)) stop_input(path, 0, "%s: make it readable", error->message);
    g_ptr_array_add(cards, card_read(path, text, true));
  }
  g_dir_close(dir);
}

GPtrArray *cards_load(const char *own_folder) {
  GPtrArray *cards = g_ptr_array_new_with_free_func(card_free);
  for (gsize i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "analyze/rules/"))
      g_ptr_array_add(cards, card_read(assets[i].path, assets[i].text, false));
  if (own_folder && *own_folder) cards_own(cards, own_folder);
  g_ptr_array_sort(cards, card_compare);
  for (guint i = 0; i < cards->len; i++)
    for (guint j = i + 1; j < cards->len; j++) {
      const struct card *a = cards->pdata[i], *b = cards->pdata[j];
      if (!a->rule || !b->rule || strcmp(a->rule, b->rule)) continue;
      const struct card *own = a->own ? a : b, *other = a->own ? b : a;
      stop_input(own->path, 0, "rule \"%s\" is also in %s: rename yours", own->rule, other->path);
    }
  return cards;
}
