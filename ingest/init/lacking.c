/* What is lacking: columns without a role, roles without a column, kinds without a file, and the rules that suffer from it. */
#include "ingest/init/survey.h"
#include "include/assets.h"
#include "include/head.h"
#include "ingest/roles/assign.h"
#include <string.h>

/* What else than a rule depends on a role. */
static const struct {
  enum role role;
  const char *means;
} meanings[] = {
    {LOG_ACTION, "every row of the log counts as a search"},
    {LOG_CASE, "searches are linked by numbers inside the reason, by officer and time alone"},
    {LOG_PROBE, "searches for one image are told by the same reason and case within 30 minutes"},
    {LOG_USER_NAME, "the log's users are known by their accounts alone"},
    {LOG_AGENCY, "searches for or by another agency cannot be told apart"},
    {LOG_EVENT, "events are named by their file and line"},
    {REP_CAD, "CAD numbers that a search cites find no report"},
    {REP_AT, "how near a report is to a search cannot be told"},
    {REP_OFFICER, "a report's author is unknown: searches are linked by their numbers alone"},
    {REP_OFFICER_ID, "officers of reports are known by name alone"},
    {REP_SUPPLEMENT, "rows of one number are taken as one report all the same"},
    {REP_TYPE, "the type of investigation cannot be read from a column"},
    {REP_STATUS, "whether a case is open is unknown: it decides what may be released"},
    {REP_APPROVED, "when a supervisor approved is unknown"},
    {REP_SUPERVISOR, "which supervisor approved is unknown"},
    {PER_EMPLOYEE, "officers of reports are matched by name alone"},
    {PER_LAST, "members are matched by account alone"},
    {PER_RANK, "ranks are not shown"},
    {PER_UNIT, "whether a user is assigned to an authorised unit is unknown: approvals alone count"},
    {PER_UNIT_FROM, "an assignment counts from the beginning"},
    {PER_UNIT_TO, "an assignment counts to this day"},
    {NOT_CASE, "a notification counts for its user"},
    {NOT_USER, "a notification counts only for the case it names"},
    {DUT_KIND, "every record counts as on duty: check that it holds no leave"},
};

static bool need_met(const struct survey *survey, const struct need *need) {
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->used || strcmp(kind_name(probe->kind), need->kind)) continue;
    enum role role = need->role ? role_named(probe->kind, need->role) : ROLE_NONE;
    if (!need->role || (role != ROLE_NONE && role_present(probe->columns.of, role))) return true;
  }
  return false;
}

/* Some part of a rule's needs is not met and names KIND and ROLE; or, where ROLE is NULL, any of KIND. */
static bool needs_lack(const struct survey *survey, const char *needs, const char *kind, const char *role) {
  g_autoptr(GPtrArray) all = needs_read(needs);
  for (guint i = 0; i < all->len; i++) {
    const GPtrArray *either = all->pdata[i];
    bool named = false, met = false;
    for (guint k = 0; k < either->len; k++) {
      const struct need *need = either->pdata[k];
      named |= !strcmp(need->kind, kind) && (!role || !g_strcmp0(need->role, role));
      met |= need_met(survey, need);
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
    if (rule && needs && needs_lack(survey, needs, kind, role))
      g_string_append_printf(rules, "%s%s", rules->len ? ", " : "", rule);
  }
  return g_string_free(rules, rules->len == 0);
}

char *kind_absent(const struct survey *survey, enum kind kind) { return rules_lacking(survey, kind_name(kind), NULL); }

char *role_absent(const struct survey *survey, enum kind kind, enum role role) {
  g_autofree char *rules = rules_lacking(survey, kind_name(kind), role_name(role));
  const char *means = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
    if (meanings[i].role == role) means = meanings[i].means;
  if (rules) return g_strdup_printf("not tested: %s%s%s", rules, means ? "; " : "", means ? means : "");
  return g_strdup(means ? means : "no rule needs it");
}

static bool role_part(enum role role, const struct role_split *split, bool *whole) {
  for (guint i = 0; split && i < 3; i++) {
    if (i < 2 && split->whole[i] == role) return *whole = true;
    if (split->parts[i] == role) return *whole = false, true;
  }
  return false;
}

bool role_spoken(const struct probe *probe, enum role role) {
  static const enum role names[] = {PER_LAST, PER_FIRST, PER_NAME};
  bool whole;
  if (role_kind(role) != probe->kind || role_present(probe->columns.of, role)) return false;
  if (role_part(role, split_of(probe->kind), &whole)) return whole;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i] == role && (probe->columns.of[PER_NAME] >= 0 || probe->columns.of[PER_LAST] >= 0)) return false;
  /* Shift hours are rare, and a duty schedule stands for them. */
  return role != PER_SHIFT_START && role != PER_SHIFT_END && role != PER_FIRST && role != PER_NAME;
}

enum role role_guess(const struct probe *probe, guint column) {
  struct weighing weighing;
  enum role found = ROLE_NONE;
  double best = 0;
  weighing_fill(&weighing, probe->kind, probe->header, probe->width, (char ***)probe->rows->pdata, probe->rows->len);
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (role_kind(role) == probe->kind && probe->columns.of[role] < 0 && weighing.score[column][role] > best)
      best = weighing.score[column][role], found = role;
  weighing_clear(&weighing);
  return found;
}
