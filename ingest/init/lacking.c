/* Lists what is missing: columns without a role, roles without a column, kinds without a file, and the rules affected. */
#include "ingest/init/survey.h"
#include "include/assets.h"
#include "include/sql_head.h"
#include "ingest/roles/assign.h"
#include <string.h>

static bool need_supplied(const struct survey *survey, const struct need *need) {
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->used || strcmp(probe->kind->key, need->kind)) continue;
    int role = need->role ? role_named(probe->kind, need->role) : ROLE_NONE;
    if (!need->role || (role != ROLE_NONE && role_present(probe->kind, probe->columns.of, role))) return true;
  }
  return false;
}

/* Whether an unmet need of a rule names KIND and ROLE; or, if ROLE is NULL, KIND. */
static bool needs_unmet(const struct survey *survey, const char *needs, const char *kind, const char *role) {
  g_autoptr(GPtrArray) all = needs_read(needs);
  for (guint i = 0; i < all->len; i++) {
    const GPtrArray *either = all->pdata[i];
    bool named = false, met = false;
    for (guint k = 0; k < either->len; k++) {
      const struct need *need = either->pdata[k];
      named |= !strcmp(need->kind, kind) && (!role || !g_strcmp0(need->role, role));
      met |= need_supplied(survey, need);
    }
    if (named && !met) return true;
  }
  return false;
}

static int rule_compare(gconstpointer a, gconstpointer b) {
  const struct asset *x = *(const struct asset *const *)a, *y = *(const struct asset *const *)b;
  g_autofree char *first = head_value(x->text, "clause"), *second = head_value(y->text, "clause");
  return clause_compare(first ? first : "", second ? second : "");
}

/* The files of the program's own rules, by clause. */
static GPtrArray *rules_all(void) {
  GPtrArray *rules = g_ptr_array_new();
  for (gsize i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "analyze/rules/")) g_ptr_array_add(rules, (gpointer)&assets[i]);
  g_ptr_array_sort(rules, rule_compare);
  return rules;
}

static char *rules_lacking(const struct survey *survey, const char *kind, const char *role) {
  g_autoptr(GPtrArray) all = rules_all();
  GString *rules = g_string_new(NULL);
  for (guint i = 0; i < all->len; i++) {
    const struct asset *file = all->pdata[i];
    g_autofree char *rule = head_value(file->text, "rule"), *needs = head_value(file->text, "needs");
    if (rule && needs && needs_unmet(survey, needs, kind, role))
      g_string_append_printf(rules, "%s%s", rules->len ? ", " : "", rule);
  }
  return g_string_free(rules, rules->len == 0);
}

char *kind_absent(const struct survey *survey, const struct kind *kind) { return rules_lacking(survey, kind->key, NULL); }

char *role_absent(const struct survey *survey, const struct kind *kind, int role) {
  const struct role *absent = &kind->roles[role];
  g_autofree char *rules = rules_lacking(survey, kind->key, absent->name);
  if (!rules) return g_strdup(absent->absent ? absent->absent : "no rule needs it");
  return g_strconcat("not tested: ", rules, absent->absent ? "; " : NULL, absent->absent, NULL);
}

static bool role_part(int role, const struct role_split *split, bool *whole) {
  for (guint i = 0; split && i < 3; i++) {
    if (i < 2 && split->whole[i] == role) return *whole = true;
    if (split->parts[i] == role) return *whole = false, true;
  }
  return false;
}

bool role_spoken(const struct probe *probe, int role) {
  const struct role *absent = &probe->kind->roles[role];
  const int *of = probe->columns.of;
  bool whole;
  if (role_present(probe->kind, of, role)) return false;
  if (role_part(role, probe->kind->split, &whole)) return whole;
  return !absent->quiet && (!absent->unless || of[role_named(probe->kind, absent->unless)] < 0);
}

int role_guess(const struct probe *probe, guint column) {
  struct weighing weighing;
  int found = ROLE_NONE;
  double best = 0;
  weighing_fill(&weighing, probe->kind, probe->sample.header, probe->sample.count, (char ***)probe->sample.rows->pdata,
                probe->sample.rows->len);
  for (int role = 0; role < probe->kind->role_count; role++)
    if (probe->columns.of[role] < 0 && weighing.score[column][role] > best) best = weighing.score[column][role], found = role;
  weighing_clear(&weighing);
  return found;
}
