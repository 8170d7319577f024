/* Finds which column plays which role, jointly for all columns; the words and looks it weighs are in headers.c, words.c, look.c.
 */
#include "headers.h"
#include "text.h"
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

/* ROLE may be told by a date column with a time column beside it. */
static const struct {
  enum kind kind;
  enum role whole[2], parts[3]; /* ROLE_NONE: no such part */
} splits[] = {{KIND_LOG, {LOG_TIME, ROLE_NONE}, {LOG_DATE_ONLY, LOG_TIME_ONLY, ROLE_NONE}},
              {KIND_REPORTS, {REP_AT, ROLE_NONE}, {REP_DATE_ONLY, REP_TIME_ONLY, ROLE_NONE}},
              {KIND_NOTICES, {NOT_AT, ROLE_NONE}, {NOT_DATE_ONLY, NOT_TIME_ONLY, ROLE_NONE}},
              {KIND_DUTY, {DUT_START, DUT_END}, {DUT_DATE, DUT_START_TIME, DUT_END_TIME}}};

enum { ENOUGH = 50, HEADER_ENOUGH = 45, MARGIN = 2 };

struct weighing {
  enum kind kind;
  guint count;
  struct words *words;
  struct look_column *looks;
  double (*header)[ROLE_COUNT], (*score)[ROLE_COUNT];
  bool *taken;           /* columns that audit.ini gave a role */
  bool told[ROLE_COUNT]; /* roles that audit.ini settled */
};

/* One way to give columns to roles. */
struct plan {
  int of[ROLE_COUNT];
  bool barred[ROLE_COUNT];
  double worth;
};

static void weigh_column(struct weighing *w, guint column, bool sampled) {
  double decoy = words_score(&w->words[column], role_decoys);
  for (enum role role = 0; role < ROLE_COUNT; role++) {
    if (role_table[role].kind != w->kind) continue;
    double header = words_score(&w->words[column], role_table[role].phrases);
    if (header < HEADER_ENOUGH || header <= decoy) header = 0;
    w->header[column][role] = header;
    w->score[column][role] = header > 0 ? header + (sampled ? look_evidence(&w->looks[column], role) : 0) : 0;
  }
}

static void weighing_fill(struct weighing *w, enum kind kind, char **header, guint count, char ***samples, guint sample_count) {
  *w = (struct weighing){.kind = kind, .count = count};
  w->words = g_new0(struct words, count + 1);
  w->looks = g_new0(struct look_column, count + 1);
  w->header = g_malloc0_n(count + 1, sizeof *w->header);
  w->score = g_malloc0_n(count + 1, sizeof *w->score);
  w->taken = g_new0(bool, count + 1);
  for (guint i = 0; i < count; i++) {
    words_read(&w->words[i], header[i]);
    if (sample_count) look_read(&w->looks[i], samples, sample_count, i);
    weigh_column(w, i, sample_count > 0);
  }
}

static void weighing_clear(struct weighing *w) {
  for (guint i = 0; i < w->count; i++) look_clear(&w->looks[i]);
  g_free(w->words);
  g_free(w->looks);
  g_free(w->header);
  g_free(w->score);
  g_free(w->taken);
}

static bool role_free(const struct weighing *w, const struct plan *plan, enum role role) {
  return role_table[role].kind == w->kind && !w->told[role] && !plan->barred[role] && plan->of[role] < 0;
}

static enum role plan_role(const struct weighing *w, const struct plan *plan, guint column) {
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (!w->told[role] && plan->of[role] == (int)column) return role;
  return ROLE_NONE;
}

/* Best first, one column a role. */
static void plan_greedy(const struct weighing *w, struct plan *plan) {
  for (;;) {
    double best = ENOUGH;
    enum role best_role = ROLE_NONE;
    guint best_column = 0;
    for (guint column = 0; column < w->count; column++) {
      if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE) continue;
      for (enum role role = 0; role < ROLE_COUNT; role++)
        if (role_free(w, plan, role) && w->score[column][role] > best)
          best = w->score[column][role], best_role = role, best_column = column;
    }
    if (best_role == ROLE_NONE) return;
    plan->of[best_role] = (int)best_column;
  }
}

/* Sums are of what exceeds a poor fit: two poor fits must not outweigh one good one. */
static double surplus(const struct weighing *w, int column, enum role role) { return w->score[column][role] - HEADER_ENOUGH; }

/* What COLUMN would be worth in another role that is free; ROLE_NONE and 0 where there is none. */
static enum role plan_second(const struct weighing *w, const struct plan *plan, guint column, double *worth) {
  enum role found = ROLE_NONE;
  *worth = 0;
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (role_free(w, plan, role) && w->score[column][role] >= ENOUGH && surplus(w, (int)column, role) > *worth)
      *worth = surplus(w, (int)column, role), found = role;
  return found;
}

/* Best first can take a column from the only role another column could not do without: COLUMN takes ROLE where the column that
   had it finds another role and the sum is greater. */
static bool plan_trade(const struct weighing *w, struct plan *plan, guint column, enum role role) {
  enum role old = plan_role(w, plan, column);
  int holder = plan->of[role];
  if (holder == (int)column || w->score[column][role] < ENOUGH || plan->barred[role] || w->told[role]) return false;
  struct plan trial = *plan;
  double gain = surplus(w, (int)column, role) - (old == ROLE_NONE ? 0 : surplus(w, (int)column, old)), second;
  if (old != ROLE_NONE) trial.of[old] = -1;
  trial.of[role] = (int)column;
  if (holder >= 0) {
    enum role next = plan_second(w, &trial, (guint)holder, &second);
    gain += second - surplus(w, holder, role);
    if (next != ROLE_NONE) trial.of[next] = holder;
  }
  if (gain < .5) return false;
  *plan = trial;
  return true;
}

static void plan_improve(const struct weighing *w, struct plan *plan) {
  bool better = true;
  for (guint round = 0; better && round < 20; round++) {
    better = false;
    for (guint column = 0; column < w->count; column++)
      for (enum role role = 0; role < ROLE_COUNT && !w->taken[column]; role++)
        if (role_table[role].kind == w->kind) better = plan_trade(w, plan, column, role) || better;
  }
}

/* A required role that no column is best at takes the column of an optional one that can also mean it: a log that knows its
   users by name only. An account that is the same as the name or the employee number stands for both. */
static void plan_promote(const struct weighing *w, struct plan *plan) {
  for (enum role role = 0; role < ROLE_COUNT; role++) {
    if (!role_table[role].required || !role_free(w, plan, role)) continue;
    double best = ENOUGH;
    enum role from = ROLE_NONE;
    for (enum role other = 0; other < ROLE_COUNT; other++) {
      int column = plan->of[other];
      if (role_table[other].kind != w->kind || role_table[other].required || w->told[other] || column < 0) continue;
      if (w->score[column][role] >= best) best = w->score[column][role], from = other;
    }
    if (from == ROLE_NONE) continue;
    plan->of[role] = plan->of[from];
    if (from != LOG_USER_NAME && from != PER_EMPLOYEE && from != PER_NAME) plan->of[from] = -1;
  }
}

static double plan_worth(const struct weighing *w, const struct plan *plan) {
  double worth = 0;
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (!w->told[role] && role_table[role].kind == w->kind && plan->of[role] >= 0) worth += surplus(w, plan->of[role], role);
  return worth;
}

static const int split_none = -1;

static int split_of(enum kind kind) {
  for (guint i = 0; i < G_N_ELEMENTS(splits); i++)
    if (splits[i].kind == kind) return (int)i;
  return split_none;
}

static void plan_begin(const struct weighing *w, struct plan *plan, bool parts, const int *told_of) {
  int split = split_of(w->kind);
  for (enum role role = 0; role < ROLE_COUNT; role++) {
    plan->of[role] = told_of[role];
    plan->barred[role] = false;
  }
  for (guint i = 0; split >= 0 && i < 3; i++) {
    if (parts && i < 2 && splits[split].whole[i] != ROLE_NONE) plan->barred[splits[split].whole[i]] = true;
    if (!parts && splits[split].parts[i] != ROLE_NONE) plan->barred[splits[split].parts[i]] = true;
  }
}

static void plan_make(const struct weighing *w, struct plan *plan, bool parts, const int *told_of) {
  plan_begin(w, plan, parts, told_of);
  plan_greedy(w, plan);
  plan_improve(w, plan);
  plan_promote(w, plan);
  plan->worth = plan_worth(w, plan);
}

/* A date and a time in two columns count as one role, and only if they belong together ("Report Date" and "Report Time"). */
static double split_worth(const struct weighing *w, const struct plan *plan, const enum role *parts) {
  double worth = 0, sum = 0;
  guint count = 0;
  for (guint i = 0; i < 3 && parts[i] != ROLE_NONE; i++, count++) {
    int column = plan->of[parts[i]];
    if (column < 0) return -1000;
    sum += w->told[parts[i]] ? 0 : surplus(w, column, parts[i]);
  }
  guint wholes = count - 1;
  worth = sum / count * wholes - sum;
  const struct words *date = &w->words[plan->of[parts[0]]], *time = &w->words[plan->of[parts[1]]];
  double apart = wholes > 1 ? 0 : 1 - words_alike(date, time);
  return worth + 10 - 40 * apart;
}

/* "Search Date" alone beside a column of times is a date without its time: then the parts win even by little. */
static void plan_choose(const struct weighing *w, struct plan *plan, const int *told_of) {
  int split = split_of(w->kind);
  plan_make(w, plan, false, told_of);
  if (split < 0) return;
  struct plan parts;
  plan_make(w, &parts, true, told_of);
  parts.worth += split_worth(w, &parts, splits[split].parts);
  if (parts.worth > plan->worth) *plan = parts;
}

/* Two columns that fit a role about equally: neither is taken. A column with a role of its own is no rival. */
static void plan_doubts(const struct weighing *w, struct plan *plan) {
  bool doubt[ROLE_COUNT] = {false};
  for (enum role role = 0; role < ROLE_COUNT; role++) {
    if (role_table[role].kind != w->kind || w->told[role] || plan->of[role] < 0) continue;
    for (guint rival = 0; rival < w->count; rival++)
      if (!w->taken[rival] && plan_role(w, plan, rival) == ROLE_NONE && w->score[rival][role] >= ENOUGH &&
          w->score[rival][role] >= w->score[plan->of[role]][role] - MARGIN)
        doubt[role] = true;
  }
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (doubt[role]) plan->of[role] = -1;
}

/* Roles that cells alone can tell, where exactly one column without a role looks so. */
static const struct {
  enum role role;
  enum look look, rival; /* RIVAL: no other such column either */
} by_contents[] = {{LOG_TIME, LOOK_DATETIME, LOOK_DATE}, {REP_AT, LOOK_DATETIME, LOOK_DATE},
                   {NOT_AT, LOOK_DATETIME, LOOK_DATE},   {LOG_ADDRESS, LOOK_IP, LOOK_IP},
                   {LOG_PROBE, LOOK_FILE, LOOK_FILE},    {REP_NARRATIVE, LOOK_LONG, LOOK_LONG}};

static bool split_assigned(const struct plan *plan, enum role whole) {
  for (guint i = 0; i < G_N_ELEMENTS(splits); i++)
    for (guint k = 0; k < 2; k++)
      if (splits[i].whole[k] == whole) return plan->of[splits[i].parts[0]] >= 0 && plan->of[splits[i].parts[k + 1]] >= 0;
  return false;
}

static int contents_only(const struct weighing *w, const struct plan *plan, enum look look, enum look rival) {
  int found = -1;
  for (guint column = 0; column < w->count; column++) {
    const struct look_column *cells = &w->looks[column];
    if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE || cells->stated < 2 || cells->distinct < 2) continue;
    bool fits = look_share(cells, look) >= .8;
    if (!fits && look_share(cells, rival) < .5) continue;
    if (words_score(&w->words[column], role_decoys) >= 90) continue;
    if (!fits || found >= 0) return -1;
    found = (int)column;
  }
  return found;
}

static void plan_contents(const struct weighing *w, struct plan *plan, bool *by_look) {
  for (guint i = 0; i < G_N_ELEMENTS(by_contents); i++) {
    enum role role = by_contents[i].role;
    if (role_table[role].kind != w->kind || w->told[role] || plan->of[role] >= 0 || split_assigned(plan, role)) continue;
    int column = contents_only(w, plan, by_contents[i].look, by_contents[i].rival);
    if (column < 0) continue;
    plan->of[role] = column;
    by_look[role] = true;
  }
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
  int split = split_of(w->kind);
  for (guint k = 0; split >= 0 && k < 2; k++) {
    enum role whole = splits[split].whole[k], date = splits[split].parts[0], time = splits[split].parts[k + 1];
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
  plan_choose(&w, &plan, told_of);
  plan_doubts(&w, &plan);
  plan_contents(&w, &plan, by_look);
  columns_fill(columns, &w, &plan, by_look);
  weighing_clear(&w);
}

void columns_clear(struct columns *columns) {
  for (guint i = 0; i < columns->count; i++) g_free(columns->at[i].header);
  g_free(columns->at);
  *columns = (struct columns){0};
}

static bool role_present(const struct columns *columns, enum role role) {
  if (columns->of[role] >= 0) return true;
  for (guint i = 0; i < G_N_ELEMENTS(splits); i++)
    for (guint k = 0; k < 2; k++)
      if (splits[i].whole[k] == role) return columns->of[splits[i].parts[0]] >= 0 && columns->of[splits[i].parts[k + 1]] >= 0;
  return false;
}

char *columns_missing(const struct columns *columns, enum kind kind) {
  GString *missing = g_string_new(NULL);
  for (enum role role = 0; role < ROLE_COUNT; role++)
    if (role_table[role].kind == kind && role_table[role].required && !role_present(columns, role))
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
    present += role_present(&columns, role);
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
