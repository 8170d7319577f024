/* Names of kinds and roles, what audit.ini tells of them, and how well a row reads as a header; which column fits which role best
   is for plan.c.
 */
#include "ingest/roles/assign.h"
#include "include/text.h"
#include <string.h>

static const char *const kind_names[KIND_COUNT] = {[KIND_LOG] = "user_log",        [KIND_REPORTS] = "incident_reports",
                                                   [KIND_PERSONNEL] = "personnel", [KIND_NOTICES] = "chief_notifications",
                                                   [KIND_DUTY] = "duty_schedule",  [KIND_DISPOSITIONS] = "dispositions"};

const char *kind_name(enum kind kind) { return kind_names[kind]; }
const char *role_name(enum role role) { return role_table[role].name; }
enum kind role_kind(enum role role) { return role_table[role].kind; }
bool role_required(enum role role) { return role_table[role].required; }

enum role role_named(enum kind kind, const char *name) {
  char *words = text_words(name);
  enum role found = ROLE_NONE;
  for (enum role role = 0; role < ROLE_COUNT && found == ROLE_NONE; role++) {
    char *own = text_words(role_table[role].name);
    if (role_table[role].kind == kind && !strcmp(own, words)) found = role;
    g_free(own);
  }
  g_free(words);
  return found;
}

static int header_find(char **header, guint count, const char *name) {
  char *key = text_key(name), *words = text_words(name);
  int exact = -1, alike = -1;
  for (guint i = 0; i < count; i++) {
    char *own = text_key(header[i]), *own_words = text_words(header[i]);
    if (exact < 0 && !strcmp(own, key)) exact = (int)i;
    if (alike < 0 && *words && !strcmp(own_words, words)) alike = (int)i;
    g_free(own);
    g_free(own_words);
  }
  g_free(key);
  g_free(words);
  return exact >= 0 ? exact : alike;
}

/* What audit.ini tells is so, also where its header is not there: then the role stays without a column. */
static void told_apply(struct weighing *w, char **header, GHashTable *told, int *of) {
  GHashTableIter iter;
  gpointer name, value;
  for (enum role role = 0; role < ROLE_COUNT; role++) of[role] = -1;
  if (!told) return;
  g_hash_table_iter_init(&iter, told);
  while (g_hash_table_iter_next(&iter, &name, &value)) {
    enum role role = role_named(w->kind, name);
    if (role == ROLE_NONE) continue;
    w->told[role] = true;
    of[role] = header_find(header, w->count, value);
    if (of[role] >= 0) w->taken[of[role]] = true;
  }
  const struct role_split *split = split_of(w->kind);
  for (guint k = 0; split && k < 2; k++) {
    enum role whole = split->whole[k], date = split->parts[0], time = split->parts[k + 1];
    if (whole == ROLE_NONE) continue;
    if (w->told[whole] && !w->told[date]) w->told[date] = true;
    if (w->told[whole] && !w->told[time]) w->told[time] = true;
    if (of[date] >= 0 && of[time] >= 0 && !w->told[whole]) w->told[whole] = true;
  }
}

static void columns_fill(struct columns *columns, const struct weighing *w, const struct plan *plan, const bool *by_look) {
  memcpy(columns->of, plan->of, sizeof columns->of);
  for (enum role role = ROLE_COUNT; role-- > 0;) {
    int at = plan->of[role];
    if (role_table[role].kind != w->kind || at < 0) continue;
    struct column *column = &columns->at[at];
    column->role = role;
    double header = w->header[at][role];
    column->how = w->told[role] ? "audit.ini" : by_look[role] ? "contents" : header >= 90 ? "header" : "header words";
  }
}

void columns_assign(struct columns *columns, enum kind kind, char **header, guint count, char ***samples, guint sample_count,
                    GHashTable *told) {
  struct weighing w;
  struct plan plan;
  int told_of[ROLE_COUNT];
  bool by_look[ROLE_COUNT] = {false};
  columns->count = count;
  columns->at = g_new0(struct column, count + 1);
  for (guint i = 0; i < count; i++) columns->at[i] = (struct column){g_strdup(header[i]), ROLE_NONE, NULL};
  weighing_fill(&w, kind, header, count, samples, sample_count);
  told_apply(&w, header, told, told_of);
  plan_choose(&w, &plan, told_of, by_look);
  columns_fill(columns, &w, &plan, by_look);
  weighing_clear(&w);
}

void columns_clear(struct columns *columns) {
  for (guint i = 0; i < columns->count; i++) g_free(columns->at[i].header);
  g_free(columns->at);
  *columns = (struct columns){0};
}

char *columns_missing(const struct columns *columns, enum kind kind) {
  GString *missing = g_string_new(NULL);
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (role_table[role].kind == kind && role_table[role].required && !role_present(columns->of, role))
      g_string_append_printf(missing, "%s%s", missing->len ? ", " : "", role_table[role].name);
  return g_string_free(missing, missing->len == 0);
}

/* Dates, numbers and ids: a header names them, it does not hold them. */
static bool cell_is_value(const char *cell) {
  guint digits = 0, length = 0;
  for (; *cell; cell++, length++) digits += g_ascii_isdigit(*cell) != 0;
  return digits >= 3 || (digits && digits * 2 >= length);
}

double header_fits(enum kind kind, char **cells, guint count) {
  struct columns columns;
  guint required = 0, present = 0, named = 0, filled = 0, values = 0;
  columns_assign(&columns, kind, cells, count, NULL, 0, NULL);
  for (enum role role = 0; role < ROLE_COUNT; role++) {
    if (role_table[role].kind != kind || !role_table[role].required) continue;
    required++;
    present += role_present(columns.of, role);
  }
  for (guint i = 0; i < count; i++) {
    named += columns.at[i].role != ROLE_NONE;
    filled += cells[i][strspn(cells[i], " \t")] != '\0';
    values += cell_is_value(cells[i]);
  }
  columns_clear(&columns);
  if (named < 2 || !present) return 0;
  double fits = .5 * present / required + .5 * named / MAX(filled, named);
  return fits * (1 - MIN(1, 3.0 * values / MAX(filled, 1)));
}

double header_fits_best(char **cells, guint count, enum kind *kind) {
  double best = 0;
  for (enum kind k = 0; k < KIND_COUNT; k++) {
    double fits = header_fits(k, cells, count);
    if (fits <= best) continue;
    best = fits;
    if (kind) *kind = k;
  }
  return best;
}
