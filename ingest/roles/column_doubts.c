/* Looks for columns that could be a role's as well as the one that is, and for those that are named like a role and are not used.
   Which column is whose is decided in assign.c. */
#include "ingest/roles/column_doubts.h"
#include "ingest/roles/cell_looks.h"
#include "ingest/roles/header_scores.h"
#include "include/text.h"
#include <string.h>

enum { NAMED = 80, NEAR = 12, FITS = 50, SHOWN = 40 };

struct worth {
  double header, cells;
  guint stated;
};

static struct worth column_worth(const struct kind *kind, const struct columns *columns, char ***samples, guint count, guint at,
                                 int role) {
  struct scores scores;
  struct look_column look;
  scores_read(&scores, kind, columns->at[at].header);
  look_read(&look, samples, count, at);
  struct worth worth = {scores.role[role], look_evidence(&look, &kind->roles[role]), look.stated};
  look_clear(&look);
  return worth;
}

/* The role that a header names; ROLE_NONE where it names none, or better a column that plays none. */
static int role_of_header(const struct kind *kind, const char *header) {
  struct scores scores;
  int best = ROLE_NONE;
  scores_read(&scores, kind, header);
  for (int role = 0; role < kind->role_count; role++)
    if (!kind->roles[role].quiet && scores.role[role] >= NAMED && scores.role[role] > scores.decoy &&
        (best == ROLE_NONE || scores.role[role] > scores.role[best]))
      best = role;
  return best;
}

static bool cells_equal(char ***samples, guint count, guint a, guint b) {
  for (guint i = 0; i < count; i++)
    if (strcmp(samples[i][a], samples[i][b])) return false;
  return true;
}

static char *cell_first(char ***samples, guint count, guint at) {
  for (guint i = 0; i < count; i++)
    if (*samples[i][at]) {
      g_autofree char *shown = text_show(samples[i][at], true);
      return g_utf8_substring(shown, 0, MIN(SHOWN, g_utf8_strlen(shown, -1)));
    }
  return g_strdup("");
}

/* NULL: there is no doubt of the column. */
static char *column_doubt(const struct kind *kind, const struct columns *columns, char ***samples, guint count, guint at) {
  int role = role_of_header(kind, columns->at[at].header);
  if (role == ROLE_NONE) return NULL;
  int used = columns->of[role];
  struct worth own = column_worth(kind, columns, samples, count, at, role);
  if (!own.stated || (used < 0 && role_present(kind, columns->of, role))) return NULL;
  const char *name = kind->roles[role].name, *header = columns->at[at].header;
  g_autofree char *cell = cell_first(samples, count, at);
  if (used < 0)
    return g_strdup_printf(
        "The column \"%s\" is named like %s and is not used: it holds \"%s\", or another is named so, too. If it is "
        "meant, say so in [columns.%s]: %s = %s",
        header, name, cell, kind->key, name, header);
  const struct column *other = &columns->at[used];
  struct worth its = column_worth(kind, columns, samples, count, (guint)used, role);
  bool near = own.header + own.cells + NEAR >= its.header + its.cells && own.header + own.cells >= FITS;
  if (!near || !strcmp(other->how, "audit.ini") || cells_equal(samples, count, at, (guint)used)) return NULL;
  g_autofree char *other_cell = cell_first(samples, count, (guint)used);
  return g_strdup_printf(
      "Two columns could be %s: \"%s\" (\"%s\") is used, \"%s\" (\"%s\") is not. Say which is meant in [columns.%s]: "
      "%s = %s",
      name, other->header, other_cell, header, cell, kind->key, name, header);
}

GPtrArray *columns_doubted(const struct kind *kind, const struct columns *columns, char ***samples, guint sample_count) {
  GPtrArray *doubts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < columns->count; i++) {
    char *doubt = columns->at[i].role == ROLE_NONE ? column_doubt(kind, columns, samples, sample_count, i) : NULL;
    if (doubt) g_ptr_array_add(doubts, doubt);
  }
  return doubts;
}
