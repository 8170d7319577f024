/* Reads the heads of rule files and puts them in the order of their clauses. What a rule finds is decided by its SQL. */
#include "analyze/judge/card.h"
#include "include/assets.h"
#include "include/message.h"
#include <string.h>

static const struct {
  const char *key;
  gsize at;
  bool of_rules; /* needed by every rule; a clause without a SELECT has the others only */
} keys[] = {
    {"rule", G_STRUCT_OFFSET(struct card, rule), true},       {"clause", G_STRUCT_OFFSET(struct card, clause), false},
    {"title", G_STRUCT_OFFSET(struct card, title), false},    {"severity", G_STRUCT_OFFSET(struct card, severity), true},
    {"subject", G_STRUCT_OFFSET(struct card, subject), true}, {"examines", G_STRUCT_OFFSET(struct card, examines), true},
    {"needs", G_STRUCT_OFFSET(struct card, needs), true},     {"says", G_STRUCT_OFFSET(struct card, says), false},
    {"means", G_STRUCT_OFFSET(struct card, means), true},     {"innocent", G_STRUCT_OFFSET(struct card, innocent), true},
};

static const char *const severities[] = {"critical", "high", "medium", "low", "info", NULL};
static const char *const subjects[] = {"event", "report", "user", "log", NULL};

static char **card_value(struct card *card, const char *key) {
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (!strcmp(keys[i].key, key)) return G_STRUCT_MEMBER_P(card, keys[i].at);
  return NULL;
}

/* One line of the head; VALUE is where a continued line goes. */
static char **head_line(struct card *card, const char *line, guint number, char **value) {
  const char *words = line + 2;
  const char *colon = strchr(words, ':');
  bool continued = g_str_has_prefix(words, "    ");
  if (continued && value) {
    g_autofree char *more = g_strstrip(g_strdup(words)), *before = *value;
    *value = g_strdup_printf("%s %s", before, more);
    return value;
  }
  if (!colon) stop_input(card->path, number, "a line of the head without a key: write \"-- key: value\"");
  g_autofree char *key = g_strstrip(g_strndup(words, (gsize)(colon - words)));
  value = card_value(card, key);
  if (!value)
    stop_input(card->path, number,
               "unknown key \"%s\" in the head of a rule: use rule, clause, title, severity, subject, examines, needs, says, "
               "means, innocent",
               key);
  if (*value) stop_input(card->path, number, "\"%s\" stands twice in the head: leave one", key);
  *value = g_strstrip(g_strdup(colon + 1));
  return value;
}

static void card_check(const struct card *card) {
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    const char *value = G_STRUCT_MEMBER(const char *, card, keys[i].at);
    if (keys[i].of_rules && !card->sql) continue;
    if (!value || !*value) stop_input(card->path, 0, "the head has no \"%s\": add the line", keys[i].key);
  }
  if (!card->sql) return;
  if (!g_strv_contains(severities, card->severity))
    stop_input(card->path, 0, "severity \"%s\" is none of critical, high, medium, low, info", card->severity);
  if (!g_strv_contains(subjects, card->subject))
    stop_input(card->path, 0, "subject \"%s\" is none of event, report, user, log", card->subject);
}

static struct card *card_read(const char *path, const char *text, bool own) {
  struct card *card = g_new0(struct card, 1);
  card->path = g_strdup(path);
  card->text = g_strdup(text);
  card->own = own;
  char **value = NULL;
  guint number = 1;
  const char *line = card->text;
  for (; *line; number++) {
    const char *end = line + strcspn(line, "\n");
    g_autofree char *copy = g_strndup(line, (gsize)(end - line));
    if (!g_str_has_prefix(copy, "--")) break;
    value = head_line(card, copy, number, value);
    line = *end ? end + 1 : end;
  }
  while (g_ascii_isspace(*line)) line++;
  card->sql = *line ? line : NULL;
  card_check(card);
  return card;
}

static void card_free(gpointer data) {
  struct card *card = data;
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) g_free(G_STRUCT_MEMBER(char *, card, keys[i].at));
  g_free(card->path);
  g_free(card->text);
  g_free(card);
}

int clause_compare(const char *a, const char *b) {
  while (*a && *b) {
    if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
      guint64 x = g_ascii_strtoull(a, (char **)&a, 10), y = g_ascii_strtoull(b, (char **)&b, 10);
      if (x != y) return x < y ? -1 : 1;
    } else if (*a != *b) {
      /* A letter (the discussion, C) comes first; "32.6.5" before "32.6.5(1)". */
      bool x = g_ascii_isalpha(*a), y = g_ascii_isalpha(*b);
      return x != y ? (x ? -1 : 1) : *a < *b ? -1 : 1;
    } else a++, b++;
  }
  return *a ? 1 : *b ? -1 : 0;
}

static int card_compare(gconstpointer a, gconstpointer b) {
  const struct card *x = *(struct card *const *)a, *y = *(struct card *const *)b;
  int order = (int)x->own - (int)y->own; /* an agency's own come last: they may read the findings of the others */
  if (!order) order = clause_compare(x->clause, y->clause);
  return order ? order : strcmp(x->path, y->path);
}

static void cards_own(GPtrArray *cards, const char *folder) {
  g_autoptr(GError) error = NULL;
  GDir *dir = g_dir_open(folder, 0, &error);
  if (!dir) stop_input(folder, 0, "%s: mend [rules] folder in audit.ini", error->message);
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
      stop_input(own->path, 0, "rule \"%s\" stands in %s too: rename yours", own->rule, other->path);
    }
  return cards;
}
