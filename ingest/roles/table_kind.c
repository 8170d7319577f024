/* Compares a table with each kind of input. Any list of requests has times, names and numbers: a kind is recognised by headers
   that no other table has. */
#include "ingest/roles/table_kind.h"
#include "ingest/roles/header_scores.h"
#include "include/text.h"
#include <string.h>

static const double SURE = .7, NEAR = .04, WHOLE = .3;
enum { NAMED = 60 };

/* Whether a word of HEADER is among WORDS, which are separated by blanks. */
static bool header_holds(const char *header, const char *words) {
  g_autofree char *own = text_words(header);
  g_auto(GStrv) each = g_strsplit(own, " ", -1), others = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (g_strv_contains((const char *const *)others, *word)) return true;
  return false;
}

static guint columns_tell(const struct columns *columns, const struct kind *kind) {
  guint tells = 0;
  for (int role = 0; role < kind->role_count; role++) {
    struct scores scores;
    if (!kind->roles[role].tells || columns->of[role] < 0) continue;
    scores_read(&scores, kind, columns->at[columns->of[role]].header);
    if (scores.role[role] >= NAMED) tells += kind->roles[role].tells;
  }
  return tells;
}

static bool columns_foreign(const struct columns *columns, const struct kind *kind) {
  for (guint i = 0; kind->foreign && i < columns->count; i++)
    if (columns->at[i].role == ROLE_NONE && header_holds(columns->at[i].header, kind->foreign)) return true;
  return false;
}

static double columns_fit(const struct columns *columns, const struct kind *kind, guint *named) {
  guint filled = 0, required = 0, present = 0;
  *named = 0;
  for (guint i = 0; i < columns->count; i++) {
    *named += columns->at[i].role != ROLE_NONE;
    filled += *columns->at[i].header != '\0';
  }
  for (int role = 0; role < kind->role_count; role++) {
    if (!kind->roles[role].required) continue;
    required++;
    present += role_present(kind, columns->of, role);
  }
  return *named < 2 ? 0 : .5 * present / required + .5 * *named / MAX(filled, *named);
}

struct table_kind table_kind_of(const struct kind *kind, char **header, guint count, char ***samples, guint sample_count) {
  struct table_kind table = {.kind = kind};
  struct columns columns;
  columns_assign(&columns, kind, header, count, samples, sample_count, NULL);
  table.fit = columns_fit(&columns, kind, &table.named);
  g_autofree char *missing = columns_missing(&columns, kind);
  table.whole = !missing;
  table.tells = columns_tell(&columns, kind);
  table.telling = table.tells >= kind->telling && !columns_foreign(&columns, kind);
  columns_clear(&columns);
  return table;
}

/* A kind that has columns for all its required roles, and its characteristic headers, is preferred to one that knows somewhat
   more columns but lacks a required one. A kind that knows far more columns still wins. */
struct table_kind table_kind_find(const struct kind *const *kinds, char **header, guint count, char ***samples,
                                  guint sample_count) {
  struct table_kind chosen = {0};
  double best = 0, second = 0;
  for (; *kinds; kinds++) {
    struct table_kind table = table_kind_of(*kinds, header, count, samples, sample_count);
    double rank = table.fit > 0 ? (double)table.named / MAX(count, 1) + (table.whole && table.telling ? WHOLE : 0) : 0;
    if (rank > best) second = best, table.rival = chosen.kind, best = rank, chosen = table;
    else if (rank > second) second = rank, chosen.rival = *kinds;
  }
  if (second < best - NEAR) chosen.rival = NULL;
  return chosen;
}

/* If its headers say twice what is needed, further columns do not make it doubtful. */
bool table_kind_sure(const struct table_kind *table) {
  return table->telling && (table->fit >= SURE || table->tells >= 2 * table->kind->telling);
}
