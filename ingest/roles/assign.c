/* Gives columns to roles, jointly: best first, then by trades that improve the sum.
   header_scores.c and cell_looks.c weigh what headers and cells are worth. */
#include "ingest/roles/assign.h"
#include "ingest/roles/header_scores.h"
#include <string.h>

enum { ENOUGH = 50, HEADER_ENOUGH = 45, MARGIN = 2 };

static void weigh_column(struct weighing *w, guint column, const char *name, bool sampled) {
  struct scores scores;
  scores_read(&scores, w->kind, name);
  double decoy = w->decoy[column] = scores.decoy;
  w->words[column] = scores.words;
  for (int role = 0; role < w->kind->role_count; role++) {
    double header = scores.role[role];
    if (header < HEADER_ENOUGH || header <= decoy) header = 0;
    w->header[column][role] = header;
    /* A header that names the role to the letter is doubted less: its cells may be odd for once. */
    double looks = sampled ? look_evidence(&w->looks[column], &w->kind->roles[role]) : 0;
    w->score[column][role] = header > 0 ? header + MAX(looks, header >= 99 ? -35.0 : -200.0) : 0;
  }
}

void weighing_fill(struct weighing *w, const struct kind *kind, char **header, guint count, char ***samples, guint sample_count) {
  *w = (struct weighing){.kind = kind, .count = count};
  w->words = g_new0(struct words, count + 1);
  w->looks = g_new0(struct look_column, count + 1);
  w->header = g_malloc0_n(count + 1, sizeof *w->header);
  w->score = g_malloc0_n(count + 1, sizeof *w->score);
  w->decoy = g_new0(double, count + 1);
  w->taken = g_new0(bool, count + 1);
  for (guint i = 0; i < count; i++) {
    if (sample_count) look_read(&w->looks[i], samples, sample_count, i);
    weigh_column(w, i, header[i], sample_count > 0);
  }
}

void weighing_clear(struct weighing *w) {
  for (guint i = 0; i < w->count; i++) look_clear(&w->looks[i]);
  g_free(w->words);
  g_free(w->looks);
  g_free(w->header);
  g_free(w->score);
  g_free(w->decoy);
  g_free(w->taken);
}

static bool role_free(const struct weighing *w, const struct plan *plan, int role) {
  return !w->mapped[role] && !plan->barred[role] && plan->of[role] < 0;
}

static int plan_role(const struct weighing *w, const struct plan *plan, guint column) {
  for (int role = 0; role < w->kind->role_count; role++)
    if (!w->mapped[role] && plan->of[role] == (int)column) return role;
  return ROLE_NONE;
}

/* Best first, one column a role. */
static void plan_greedy(const struct weighing *w, struct plan *plan) {
  for (;;) {
    double best = ENOUGH;
    int best_role = ROLE_NONE;
    guint best_column = 0;
    for (guint column = 0; column < w->count; column++) {
      if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE) continue;
      for (int role = 0; role < w->kind->role_count; role++)
        if (role_free(w, plan, role) && w->score[column][role] > best)
          best = w->score[column][role], best_role = role, best_column = column;
    }
    if (best_role == ROLE_NONE) return;
    plan->of[best_role] = (int)best_column;
  }
}

/* Sums are of what exceeds a poor fit: two poor fits must not outweigh one good one. */
static double surplus(const struct weighing *w, int column, int role) { return w->score[column][role] - HEADER_ENOUGH; }

/* What COLUMN would be worth in another role that is free; ROLE_NONE and 0 where there is none. */
static int plan_second(const struct weighing *w, const struct plan *plan, guint column, double *worth) {
  int found = ROLE_NONE;
  *worth = 0;
  for (int role = 0; role < w->kind->role_count; role++)
    if (role_free(w, plan, role) && w->score[column][role] >= ENOUGH && surplus(w, (int)column, role) > *worth)
      *worth = surplus(w, (int)column, role), found = role;
  return found;
}

/* Best first can take a role from the only column that has no other: COLUMN takes ROLE where the column that
   had it finds another role and the sum is greater. */
static bool plan_trade(const struct weighing *w, struct plan *plan, guint column, int role) {
  int old = plan_role(w, plan, column);
  int holder = plan->of[role];
  if (holder == (int)column || w->score[column][role] < ENOUGH || plan->barred[role] || w->mapped[role]) return false;
  struct plan trial = *plan;
  double gain = surplus(w, (int)column, role) - (old == ROLE_NONE ? 0 : surplus(w, (int)column, old)), second;
  if (old != ROLE_NONE) trial.of[old] = -1;
  trial.of[role] = (int)column;
  if (holder >= 0) {
    int next = plan_second(w, &trial, (guint)holder, &second);
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
      for (int role = 0; role < w->kind->role_count && !w->taken[column]; role++)
        better = plan_trade(w, plan, column, role) || better;
  }
}

/* A required role that no column is best at takes the column of an optional one that can also mean it: a log that knows its
   users by name only. An account that is the same as the name or the employee number stands for both. */
static void plan_promote(const struct weighing *w, struct plan *plan) {
  for (int role = 0; role < w->kind->role_count; role++) {
    if (!w->kind->roles[role].required || !role_free(w, plan, role)) continue;
    double best = ENOUGH;
    int from = ROLE_NONE;
    for (int other = 0; other < w->kind->role_count; other++) {
      int column = plan->of[other];
      if (w->kind->roles[other].required || w->mapped[other] || column < 0) continue;
      if (w->score[column][role] >= best) best = w->score[column][role], from = other;
    }
    if (from == ROLE_NONE) continue;
    plan->of[role] = plan->of[from];
    if (!w->kind->roles[from].shares) plan->of[from] = -1;
  }
}

static double plan_worth(const struct weighing *w, const struct plan *plan) {
  double worth = 0;
  for (int role = 0; role < w->kind->role_count; role++)
    if (!w->mapped[role] && plan->of[role] >= 0) worth += surplus(w, plan->of[role], role);
  return worth;
}

static void plan_begin(const struct weighing *w, struct plan *plan, bool parts, const int *mapped_to) {
  const struct role_split *split = w->kind->split;
  for (int role = 0; role < ROLES_MOST; role++) {
    plan->of[role] = mapped_to[role];
    plan->barred[role] = false;
  }
  for (guint i = 0; split && i < 3; i++) {
    if (parts && i < 2 && split->whole[i] != ROLE_NONE) plan->barred[split->whole[i]] = true;
    if (!parts && split->parts[i] != ROLE_NONE) plan->barred[split->parts[i]] = true;
  }
}

static void plan_make(const struct weighing *w, struct plan *plan, bool parts, const int *mapped_to) {
  plan_begin(w, plan, parts, mapped_to);
  plan_greedy(w, plan);
  plan_improve(w, plan);
  plan_promote(w, plan);
  plan->worth = plan_worth(w, plan);
}

/* A date and a time in two columns count as one role, and only if they belong together ("Report Date" and "Report Time"). */
static double split_worth(const struct weighing *w, const struct plan *plan, const int *parts) {
  double worth = 0, sum = 0;
  guint count = 0;
  for (guint i = 0; i < 3 && parts[i] != ROLE_NONE; i++, count++) {
    int column = plan->of[parts[i]];
    if (column < 0) return -1000;
    sum += w->mapped[parts[i]] ? 0 : surplus(w, column, parts[i]);
  }
  guint wholes = count - 1;
  worth = sum / count * wholes - sum;
  const struct words *date = &w->words[plan->of[parts[0]]], *time = &w->words[plan->of[parts[1]]];
  double apart = wholes > 1 ? 0 : 1 - words_alike(date, time);
  return worth + 10 - 40 * apart;
}

/* "Search Date" alone beside a column of times is a date without its time: then the parts win even by little. */
static void plan_best(const struct weighing *w, struct plan *plan, const int *mapped_to) {
  const struct role_split *split = w->kind->split;
  plan_make(w, plan, false, mapped_to);
  if (!split) return;
  struct plan parts;
  plan_make(w, &parts, true, mapped_to);
  parts.worth += split_worth(w, &parts, split->parts);
  if (parts.worth > plan->worth) *plan = parts;
}

/* Nothing but "date", "time" and words that say little. */
static bool header_bare(const struct words *words) {
  for (guint i = 0; i < words->count; i++)
    if (words->weight[i] > .3 && strcmp(words->at[i], "date") && strcmp(words->at[i], "time")) return false;
  return true;
}

static bool header_ends(const struct words *words) {
  static const char *const ends[] = {"end", "out", "off", "logout", "left", "complete", "to", NULL};
  for (guint i = 0; i < words->count; i++)
    if (g_strv_contains(ends, words->at[i])) return true;
  return false;
}

/* How well a time of day goes with a column of days by their headers, 0 to 1: "Search Date" and "Time", but not "Report Date" and
   "Incident Time". A log has one moment a row: any two of its own headers do. */
static double clock_belongs(const struct weighing *w, guint day, guint clock, const int *parts) {
  enum { OWN = 70 };
  const struct words *date = &w->words[day], *time = &w->words[clock];
  if (header_ends(time) || w->decoy[clock] >= 90) return 0;
  if (header_bare(time)) return 1;
  bool own = w->header[clock][parts[1]] >= OWN;
  if (own && (header_bare(date) || (w->kind->required && w->header[day][parts[0]] >= OWN))) return .8;
  double alike = words_alike(date, time);
  return alike >= .5 ? alike : 0;
}

/* The one time of day that goes with a column of days; -1 where there is none, or two that go equally well. */
static int clock_beside(const struct weighing *w, const struct plan *plan, guint day, const int *parts) {
  int found = -1;
  double best = 0;
  bool two = false;
  for (guint column = 0; column < w->count; column++) {
    if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE || look_share(&w->looks[column], LOOK_TIME) < .6) continue;
    double belongs = clock_belongs(w, day, column, parts);
    if (belongs <= 0 || belongs < best) continue;
    two = belongs == best;
    best = belongs, found = (int)column;
  }
  return two ? -1 : found;
}

/* Days alone in the column of a moment, and a column of times beside it: together they are the moment. */
static void plan_clock(const struct weighing *w, struct plan *plan) {
  const struct role_split *split = w->kind->split;
  if (!split || split->whole[1] != ROLE_NONE || w->mapped[split->whole[0]]) return;
  int day = plan->of[split->whole[0]];
  if (day < 0 || look_share(&w->looks[day], LOOK_DATE) < .8) return;
  int clock = clock_beside(w, plan, (guint)day, split->parts);
  if (clock < 0) return;
  plan->of[split->whole[0]] = -1;
  plan->of[split->parts[0]] = day, plan->of[split->parts[1]] = clock;
}

/* "Time Advised" beside "Date/Time" is a time of day rather than a moment. */
static bool clock_rather(const struct weighing *w, guint column, int role) {
  const struct role_split *split = w->kind->split;
  for (guint i = 0; split && i < 2; i++)
    if (split->whole[i] == role && w->header[column][split->parts[i + 1]] > w->header[column][role]) return true;
  return false;
}

/* Two columns that fit a role about equally: neither is taken. A column with a role of its own is not a rival. */
static void plan_doubts(const struct weighing *w, struct plan *plan) {
  bool doubt[ROLES_MOST] = {false};
  for (int role = 0; role < w->kind->role_count; role++) {
    if (w->mapped[role] || plan->of[role] < 0) continue;
    for (guint rival = 0; rival < w->count; rival++)
      if (!w->taken[rival] && plan_role(w, plan, rival) == ROLE_NONE && w->score[rival][role] >= ENOUGH &&
          w->score[rival][role] >= w->score[plan->of[role]][role] - MARGIN && !clock_rather(w, rival, role))
        doubt[role] = true;
  }
  for (int role = 0; role < w->kind->role_count; role++)
    if (doubt[role]) plan->of[role] = -1;
}

/* The one column without a role that looks so; -1 where there is none, or another of the look RIVAL. */
static int contents_only(const struct weighing *w, const struct plan *plan, unsigned look, unsigned rival) {
  int found = -1;
  for (guint column = 0; column < w->count; column++) {
    const struct look_column *cells = &w->looks[column];
    if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE || cells->stated < 2 || cells->distinct < 2) continue;
    bool fits = look_share(cells, look) >= .8;
    if (!fits && look_share(cells, rival) < .5) continue;
    if (w->decoy[column] >= 90) continue;
    if (!fits || found >= 0) return -1;
    found = (int)column;
  }
  return found;
}

/* Roles that cells alone give away. */
static void plan_contents(const struct weighing *w, struct plan *plan, bool *by_look) {
  for (int role = 0; role < w->kind->role_count; role++) {
    const struct role *wanted = &w->kind->roles[role];
    if (!wanted->look || w->mapped[role] || role_present(w->kind, plan->of, role)) continue;
    int column = contents_only(w, plan, wanted->look, wanted->rival ? wanted->rival : wanted->look);
    if (column < 0) continue;
    plan->of[role] = column;
    by_look[role] = true;
  }
}

/* An id that differs on every row is in one column at most; whatever its header says, it names the rows. */
static void plan_name(const struct weighing *w, struct plan *plan, int role, bool *by_look) {
  int found = -1;
  if (w->mapped[role] || role_present(w->kind, plan->of, role)) return;
  for (guint column = 0; column < w->count; column++) {
    const struct look_column *cells = &w->looks[column];
    bool ids =
        look_share(cells, LOOK_INTEGER) >= .95 || look_share(cells, LOOK_CODE) >= .95 || look_share(cells, LOOK_HEX) >= .95;
    if (w->taken[column] || plan_role(w, plan, column) != ROLE_NONE || !ids || cells->stated < 8 ||
        cells->distinct + 1 < cells->stated)
      continue;
    if (look_share(cells, LOOK_DATETIME) >= .5 || look_share(cells, LOOK_DATE) >= .5 || look_share(cells, LOOK_FILE) >= .5)
      continue;
    if (found >= 0) return;
    found = (int)column;
  }
  if (found < 0) return;
  plan->of[role] = found;
  by_look[role] = true;
}

void plan_choose(const struct weighing *w, struct plan *plan, const int *mapped_to, bool *by_look) {
  plan_best(w, plan, mapped_to);
  plan_clock(w, plan);
  plan_doubts(w, plan);
  plan_contents(w, plan, by_look);
  for (int role = 0; role < w->kind->role_count; role++)
    if (w->kind->roles[role].names_row) plan_name(w, plan, role, by_look);
}
