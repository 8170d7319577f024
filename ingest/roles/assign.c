/* Assigns columns to roles as a whole: best first, then by exchanges that improve the sum. header_scores.c and cell_looks.c score
   headers and cells. */
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
    /* A header that names the role exactly is doubted less: its cells may be unusual. */
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

static bool role_free(const struct weighing *w, const struct assignment *assignment, int role) {
  return !w->mapped[role] && !assignment->barred[role] && assignment->of[role] < 0;
}

static int assignment_role(const struct weighing *w, const struct assignment *assignment, guint column) {
  for (int role = 0; role < w->kind->role_count; role++)
    if (!w->mapped[role] && assignment->of[role] == (int)column) return role;
  return ROLE_NONE;
}

/* Best first, one column a role. */
static void assignment_greedy(const struct weighing *w, struct assignment *assignment) {
  for (;;) {
    double best = ENOUGH;
    int best_role = ROLE_NONE;
    guint best_column = 0;
    for (guint column = 0; column < w->count; column++) {
      if (w->taken[column] || assignment_role(w, assignment, column) != ROLE_NONE) continue;
      for (int role = 0; role < w->kind->role_count; role++)
        if (role_free(w, assignment, role) && w->score[column][role] > best)
          best = w->score[column][role], best_role = role, best_column = column;
    }
    if (best_role == ROLE_NONE) return;
    assignment->of[best_role] = (int)best_column;
  }
}

/* Only what exceeds a poor fit is summed: two poor fits must not outweigh a good one. */
static double surplus(const struct weighing *w, int column, int role) { return w->score[column][role] - HEADER_ENOUGH; }

/* The best free role for COLUMN, and its worth; ROLE_NONE and 0 if there is none. */
static int assignment_second(const struct weighing *w, const struct assignment *assignment, guint column, double *worth) {
  int found = ROLE_NONE;
  *worth = 0;
  for (int role = 0; role < w->kind->role_count; role++)
    if (role_free(w, assignment, role) && w->score[column][role] >= ENOUGH && surplus(w, (int)column, role) > *worth)
      *worth = surplus(w, (int)column, role), found = role;
  return found;
}

/* Assigning best first can take a role from the only column that has no other. So COLUMN takes ROLE if the column that had it
   finds another role and the sum becomes greater. */
static bool assignment_trade(const struct weighing *w, struct assignment *assignment, guint column, int role) {
  int old = assignment_role(w, assignment, column);
  int holder = assignment->of[role];
  if (holder == (int)column || w->score[column][role] < ENOUGH || assignment->barred[role] || w->mapped[role]) return false;
  struct assignment trial = *assignment;
  double gain = surplus(w, (int)column, role) - (old == ROLE_NONE ? 0 : surplus(w, (int)column, old)), second;
  if (old != ROLE_NONE) trial.of[old] = -1;
  trial.of[role] = (int)column;
  if (holder >= 0) {
    int next = assignment_second(w, &trial, (guint)holder, &second);
    gain += second - surplus(w, holder, role);
    if (next != ROLE_NONE) trial.of[next] = holder;
  }
  if (gain < .5) return false;
  *assignment = trial;
  return true;
}

static void assignment_improve(const struct weighing *w, struct assignment *assignment) {
  bool better = true;
  for (guint round = 0; better && round < 20; round++) {
    better = false;
    for (guint column = 0; column < w->count; column++)
      for (int role = 0; role < w->kind->role_count && !w->taken[column]; role++)
        better = assignment_trade(w, assignment, column, role) || better;
  }
}

/* A required role without a column takes the column of an optional role that can also mean it, as in a log that knows its users
   by name only. That column then plays both roles. */
static void assignment_promote(const struct weighing *w, struct assignment *assignment) {
  for (int role = 0; role < w->kind->role_count; role++) {
    if (!w->kind->roles[role].required || !role_free(w, assignment, role)) continue;
    double best = ENOUGH;
    int from = ROLE_NONE;
    for (int other = 0; other < w->kind->role_count; other++) {
      int column = assignment->of[other];
      if (w->kind->roles[other].required || w->mapped[other] || column < 0) continue;
      if (w->score[column][role] >= best) best = w->score[column][role], from = other;
    }
    if (from == ROLE_NONE) continue;
    assignment->of[role] = assignment->of[from];
    if (!w->kind->roles[from].shares) assignment->of[from] = -1;
  }
}

static double assignment_worth(const struct weighing *w, const struct assignment *assignment) {
  double worth = 0;
  for (int role = 0; role < w->kind->role_count; role++)
    if (!w->mapped[role] && assignment->of[role] >= 0) worth += surplus(w, assignment->of[role], role);
  return worth;
}

static void assignment_begin(const struct weighing *w, struct assignment *assignment, bool parts, const int *mapped_to) {
  const struct role_split *split = w->kind->split;
  for (int role = 0; role < ROLES_MOST; role++) {
    assignment->of[role] = mapped_to[role];
    assignment->barred[role] = false;
  }
  for (guint i = 0; split && i < 3; i++) {
    if (parts && i < 2 && split->whole[i] != ROLE_NONE) assignment->barred[split->whole[i]] = true;
    if (!parts && split->parts[i] != ROLE_NONE) assignment->barred[split->parts[i]] = true;
  }
}

static void assignment_make(const struct weighing *w, struct assignment *assignment, bool parts, const int *mapped_to) {
  assignment_begin(w, assignment, parts, mapped_to);
  assignment_greedy(w, assignment);
  assignment_improve(w, assignment);
  assignment_promote(w, assignment);
  assignment->worth = assignment_worth(w, assignment);
}

/* A date and a time in two columns count as one role, and only if they belong together ("Report Date" and "Report Time"). */
static double split_worth(const struct weighing *w, const struct assignment *assignment, const int *parts) {
  double worth = 0, sum = 0;
  guint count = 0;
  for (guint i = 0; i < 3 && parts[i] != ROLE_NONE; i++, count++) {
    int column = assignment->of[parts[i]];
    if (column < 0) return -1000;
    sum += w->mapped[parts[i]] ? 0 : surplus(w, column, parts[i]);
  }
  guint wholes = count - 1;
  worth = sum / count * wholes - sum;
  const struct words *date = &w->words[assignment->of[parts[0]]], *time = &w->words[assignment->of[parts[1]]];
  double apart = wholes > 1 ? 0 : 1 - words_alike(date, time);
  return worth + 10 - 40 * apart;
}

/* "Search Date" beside a column of times is a date without its time: then the parts win even by a small margin. */
static void assignment_best(const struct weighing *w, struct assignment *assignment, const int *mapped_to) {
  const struct role_split *split = w->kind->split;
  assignment_make(w, assignment, false, mapped_to);
  if (!split) return;
  struct assignment parts;
  assignment_make(w, &parts, true, mapped_to);
  parts.worth += split_worth(w, &parts, split->parts);
  if (parts.worth > assignment->worth) *assignment = parts;
}

/* Only "date", "time" and words that say little. */
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

/* How well the headers of a time of day and of a column of days go together, 0 to 1: "Search Date" and "Time" do, "Report Date"
   and "Incident Time" do not. A log has one moment per row: any two of its own headers go together. */
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

/* The one time of day that goes with a column of days; -1 if there is none, or if two go equally well. */
static int clock_beside(const struct weighing *w, const struct assignment *assignment, guint day, const int *parts) {
  int found = -1;
  double best = 0;
  bool two = false;
  for (guint column = 0; column < w->count; column++) {
    if (w->taken[column] || assignment_role(w, assignment, column) != ROLE_NONE || look_share(&w->looks[column], LOOK_TIME) < .6)
      continue;
    double belongs = clock_belongs(w, day, column, parts);
    if (belongs <= 0 || belongs < best) continue;
    two = belongs == best;
    best = belongs, found = (int)column;
  }
  return two ? -1 : found;
}

/* If the column of a moment holds only days and there is a column of times, they are the moment together. */
static void assignment_clock(const struct weighing *w, struct assignment *assignment) {
  const struct role_split *split = w->kind->split;
  if (!split || split->whole[1] != ROLE_NONE || w->mapped[split->whole[0]]) return;
  int day = assignment->of[split->whole[0]];
  if (day < 0 || look_share(&w->looks[day], LOOK_DATE) < .8) return;
  int clock = clock_beside(w, assignment, (guint)day, split->parts);
  if (clock < 0) return;
  assignment->of[split->whole[0]] = -1;
  assignment->of[split->parts[0]] = day, assignment->of[split->parts[1]] = clock;
}

/* "Time Advised" beside "Date/Time" is a time of day rather than a moment. */
static bool clock_rather(const struct weighing *w, guint column, int role) {
  const struct role_split *split = w->kind->split;
  for (guint i = 0; split && i < 2; i++)
    if (split->whole[i] == role && w->header[column][split->parts[i + 1]] > w->header[column][role]) return true;
  return false;
}

/* Two columns that fit a role about equally: neither is taken. A column with a role of its own is not a rival. */
static void assignment_doubts(const struct weighing *w, struct assignment *assignment) {
  bool doubt[ROLES_MOST] = {false};
  for (int role = 0; role < w->kind->role_count; role++) {
    if (w->mapped[role] || assignment->of[role] < 0) continue;
    for (guint rival = 0; rival < w->count; rival++)
      if (!w->taken[rival] && assignment_role(w, assignment, rival) == ROLE_NONE && w->score[rival][role] >= ENOUGH &&
          w->score[rival][role] >= w->score[assignment->of[role]][role] - MARGIN && !clock_rather(w, rival, role))
        doubt[role] = true;
  }
  for (int role = 0; role < w->kind->role_count; role++)
    if (doubt[role]) assignment->of[role] = -1;
}

/* The only column without a role that looks like this; -1 if there is none, or if another has the look RIVAL. */
static int contents_only(const struct weighing *w, const struct assignment *assignment, unsigned look, unsigned rival) {
  int found = -1;
  for (guint column = 0; column < w->count; column++) {
    const struct look_column *cells = &w->looks[column];
    if (w->taken[column] || assignment_role(w, assignment, column) != ROLE_NONE || cells->stated < 2 || cells->distinct < 2)
      continue;
    bool fits = look_share(cells, look) >= .8;
    if (!fits && look_share(cells, rival) < .5) continue;
    if (w->decoy[column] >= 90) continue;
    if (!fits || found >= 0) return -1;
    found = (int)column;
  }
  return found;
}

/* Roles that can be recognised by their cells alone. */
static void assignment_contents(const struct weighing *w, struct assignment *assignment, bool *by_look) {
  for (int role = 0; role < w->kind->role_count; role++) {
    const struct role *wanted = &w->kind->roles[role];
    if (!wanted->look || w->mapped[role] || role_present(w->kind, assignment->of, role)) continue;
    int column = contents_only(w, assignment, wanted->look, wanted->rival ? wanted->rival : wanted->look);
    if (column < 0) continue;
    assignment->of[role] = column;
    by_look[role] = true;
  }
}

/* At most one column holds an id that differs on every row; whatever its header says, it names the rows. */
static void assignment_name(const struct weighing *w, struct assignment *assignment, int role, bool *by_look) {
  int found = -1;
  if (w->mapped[role] || role_present(w->kind, assignment->of, role)) return;
  for (guint column = 0; column < w->count; column++) {
    const struct look_column *cells = &w->looks[column];
    bool ids =
        look_share(cells, LOOK_INTEGER) >= .95 || look_share(cells, LOOK_CODE) >= .95 || look_share(cells, LOOK_HEX) >= .95;
    if (w->taken[column] || assignment_role(w, assignment, column) != ROLE_NONE || !ids || cells->stated < 8 ||
        cells->distinct + 1 < cells->stated)
      continue;
    if (look_share(cells, LOOK_DATETIME) >= .5 || look_share(cells, LOOK_DATE) >= .5 || look_share(cells, LOOK_FILE) >= .5)
      continue;
    if (found >= 0) return;
    found = (int)column;
  }
  if (found < 0) return;
  assignment->of[role] = found;
  by_look[role] = true;
}

void assignment_choose(const struct weighing *w, struct assignment *assignment, const int *mapped_to, bool *by_look) {
  assignment_best(w, assignment, mapped_to);
  assignment_clock(w, assignment);
  assignment_doubts(w, assignment);
  assignment_contents(w, assignment, by_look);
  for (int role = 0; role < w->kind->role_count; role++)
    if (w->kind->roles[role].names_row) assignment_name(w, assignment, role, by_look);
}
