/* Applies what audit.ini says about columns, and scores rows as headers; assign.c finds the column that fits each role best. */
#include "ingest/roles/roles.h"
#include "ingest/roles/assign.h"
#include "include/text.h"
#include <string.h>

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

/* What audit.ini says holds even if the file has no such header: then the role has no column. */
static void mapping_apply(struct weighing *w, char **header, GHashTable *mapped, int *of) {
  GHashTableIter iter;
  gpointer name, value;
  for (int role = 0; role < ROLES_MOST; role++) of[role] = -1;
  if (!mapped) return;
  g_hash_table_iter_init(&iter, mapped);
  while (g_hash_table_iter_next(&iter, &name, &value)) {
    int role = role_named(w->kind, name);
    if (role == ROLE_NONE) continue;
    w->mapped[role] = true;
    of[role] = header_find(header, w->count, value);
    if (of[role] >= 0) w->taken[of[role]] = true;
  }
  const struct role_split *split = w->kind->split;
  for (guint k = 0; split && k < 2; k++) {
    int whole = split->whole[k], date = split->parts[0], time = split->parts[k + 1];
    if (whole == ROLE_NONE) continue;
    if (w->mapped[whole] && !w->mapped[date]) w->mapped[date] = true;
    if (w->mapped[whole] && !w->mapped[time]) w->mapped[time] = true;
    if (of[date] >= 0 && of[time] >= 0 && !w->mapped[whole]) w->mapped[whole] = true;
  }
}

static void columns_fill(struct columns *columns, const struct weighing *w, const struct assignment *assignment,
                         const bool *by_look) {
  memcpy(columns->of, assignment->of, sizeof columns->of);
  for (int role = w->kind->role_count; role-- > 0;) {
    int at = assignment->of[role];
    if (at < 0) continue;
    struct column *column = &columns->at[at];
    column->role = role;
    double header = w->header[at][role];
    column->how = w->mapped[role] ? "audit.ini" : by_look[role] ? "contents" : header >= 90 ? "header" : "header words";
  }
}

void columns_assign(struct columns *columns, const struct kind *kind, char **header, guint count, char ***samples,
                    guint sample_count, GHashTable *mapped) {
  struct weighing w;
  struct assignment assignment;
  int mapped_to[ROLES_MOST];
  bool by_look[ROLES_MOST] = {false};
  columns->count = count;
  columns->at = g_new0(struct column, count + 1);
  for (guint i = 0; i < count; i++) columns->at[i] = (struct column){g_strdup(header[i]), ROLE_NONE, NULL};
  weighing_fill(&w, kind, header, count, samples, sample_count);
  mapping_apply(&w, header, mapped, mapped_to);
  assignment_choose(&w, &assignment, mapped_to, by_look);
  columns_fill(columns, &w, &assignment, by_look);
  weighing_clear(&w);
}

void columns_clear(struct columns *columns) {
  for (guint i = 0; i < columns->count; i++) g_free(columns->at[i].header);
  g_free(columns->at);
  *columns = (struct columns){0};
}

char *columns_missing(const struct columns *columns, const struct kind *kind) {
  GString *missing = g_string_new(NULL);
  for (int role = 0; role < kind->role_count; role++)
    if (kind->roles[role].required && !role_present(kind, columns->of, role))
      g_string_append_printf(missing, "%s%s", missing->len ? ", " : "", kind->roles[role].name);
  return g_string_free(missing, missing->len == 0);
}

bool header_own(char **header, guint count) {
  bool id = false, severity = false;
  for (guint i = 0; i < count; i++) {
    g_autofree char *words = text_words(header[i]);
    id |= !strcmp(words, "finding id") || !strcmp(words, "finding"), severity |= !strcmp(words, "severity");
  }
  return id && severity;
}

/* A header names dates, numbers and ids, but does not contain any. */
static bool cell_is_value(const char *cell) {
  guint digits = 0, length = 0;
  for (; *cell; cell++, length++) digits += g_ascii_isdigit(*cell) != 0;
  return digits >= 3 || (digits && digits * 2 >= length);
}

double header_fits(const struct kind *kind, char **cells, guint count) {
  struct columns columns;
  guint required = 0, present = 0, named = 0, filled = 0, values = 0;
  columns_assign(&columns, kind, cells, count, NULL, 0, NULL);
  for (int role = 0; role < kind->role_count; role++) {
    if (!kind->roles[role].required) continue;
    required++;
    present += role_present(kind, columns.of, role);
  }
  for (guint i = 0; i < count; i++) {
    named += columns.at[i].role != ROLE_NONE;
    filled += cells[i][strspn(cells[i], " \t")] != '\0';
    values += cell_is_value(cells[i]);
  }
  columns_clear(&columns);
  if (named < 2 || !present) return 0;
  /* Where the others are names, one in four may be a number: a year, or a cell that was mistyped. */
  if (named >= 3 && named * 2 >= filled) values -= MIN(values, filled / 4);
  double fits = .5 * present / required + .5 * named / MAX(filled, named);
  return fits * (1 - MIN(1, 3.0 * values / MAX(filled, 1)));
}

double header_fits_best(const struct kind *const *kinds, char **cells, guint count, const struct kind **kind) {
  double best = 0;
  for (; *kinds; kinds++) {
    double fits = header_fits(*kinds, cells, count);
    if (fits <= best) continue;
    best = fits;
    *kind = *kinds;
  }
  return best;
}
