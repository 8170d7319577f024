/* Compares the cells with their headers, unchanged and with all columns after some header moved by the number of surplus cells.
   Headers are matched to roles by their words alone, because cells under the wrong header would mislead. */
#include "ingest/roles/column_shift.h"
#include "ingest/roles/assign.h"
#include "ingest/roles/header_scores.h"
#include "ingest/roles/roles.h"
#include "include/text.h"
#include <string.h>

/* Moved columns must fit better by BETTER, and one must fit its header by FITS that did not fit at all before. Less is enough if
   the header is longer than every row. */
static const double BETTER = 30, BETTER_BEYOND = 10, FITS = 10;
enum { GLUED = 80, WHOLE = 95, SURE = 1000, SHOWN = 3, CELL_SHOWN = 30 };

struct readings {
  const struct kind *kind;
  char **names, ***samples;
  guint count, sample_count, width;
  int apart;
  struct columns columns;
  struct look_column *looks; /* of the cells, by position */
};

static void readings_open(struct readings *r) {
  r->count = g_strv_length(r->names);
  r->looks = g_new0(struct look_column, r->width + 1);
  for (guint i = 0; i < r->width; i++) look_read(&r->looks[i], r->samples, r->sample_count, i);
  columns_assign(&r->columns, r->kind, r->names, r->count, NULL, 0, NULL);
}

static void readings_close(struct readings *r) {
  for (guint i = 0; i < r->width; i++) look_clear(&r->looks[i]);
  g_free(r->looks);
  columns_clear(&r->columns);
}

/* How well the cells at AT, if any, fit the role of a header. */
static double evidence(const struct readings *r, guint header, int at) {
  int role = r->columns.at[header].role;
  if (role == ROLE_NONE || at < 0 || (guint)at >= r->width) return 0;
  return look_evidence(&r->looks[at], &r->kind->roles[role]);
}

/* The role that a header fits best, other than EXCEPT; ROLE_NONE if it fits none by LEAST. */
static int header_role(const struct kind *kind, const char *header, double least, int except) {
  int found = ROLE_NONE;
  struct scores scores;
  scores_read(&scores, kind, header);
  for (int role = 0; role < kind->role_count; role++)
    if (role != except && scores.role[role] >= least) found = role, least = scores.role[role];
  return found;
}

/* Two headers in one, "UnitUnit From": both halves are headers of the kind, and the whole is not a third one ("DateTime"). */
static bool header_glued(const struct readings *r, guint header) {
  const char *name = r->names[header];
  int whole = header_role(r->kind, name, WHOLE, ROLE_NONE);
  if (!strchr(name, ' ')) return false;
  for (const char *at = name + 1; *at; at++) {
    if (!g_ascii_isupper(*at) || !g_ascii_islower(at[1]) || strchr(" /-_(", at[-1])) continue;
    g_autofree char *head = g_strndup(name, (gsize)(at - name));
    int first = header_role(r->kind, head, GLUED, ROLE_NONE), second = header_role(r->kind, at, GLUED, first);
    if (first != ROLE_NONE && second != ROLE_NONE && (whole == ROLE_NONE || whole == first || whole == second)) return true;
  }
  return false;
}

/* The first header that gets other cells if those after FROM move; surplus names are next to FROM. */
static guint moved_first(const struct readings *r, guint from) { return from + 1 + (guint)MAX(0, -r->apart); }

/* The headers after FROM, each with the cells APART places further on. */
static bool moved_better(const struct readings *r, guint from, double *gain) {
  bool fits = false;
  *gain = 0;
  for (guint i = moved_first(r, from); i < r->count; i++) {
    double stands = evidence(r, i, (int)i), moved = evidence(r, i, (int)i + r->apart);
    *gain += moved - stands;
    fits = fits || (moved >= FITS && stands <= 0);
  }
  return (fits && *gain >= (r->apart > 0 ? BETTER : BETTER_BEYOND)) || (r->apart > 0 && header_glued(r, from));
}

static const char *cell_shown(const struct readings *r, int at) {
  for (guint i = 0; at >= 0 && (guint)at < r->width && i < r->sample_count; i++)
    if (*r->samples[i][at]) return r->samples[i][at];
  return "";
}

static void reading_add(const struct readings *r, GString *words, guint from, int by) {
  guint shown = 0;
  for (guint i = moved_first(r, from); i < r->count && shown < SHOWN; i++) {
    if (evidence(r, i, (int)i) >= evidence(r, i, (int)i + r->apart) && r->count - i > SHOWN - shown) continue;
    g_autofree char *cell = text_show(cell_shown(r, (int)i + by), true), *name = text_show(r->names[i], true);
    g_string_append_printf(words, "%s\"%s\" holds \"%.*s\"", shown++ ? ", " : "", name, CELL_SHOWN, cell);
  }
}

static char *shift_words(const struct readings *r, guint from) {
  GString *words = g_string_new(NULL);
  g_string_printf(words,
                  "the header has %u names and the rows have %u cells, and the cells are not under their headers: as it "
                  "stands, ",
                  r->count, (guint)((int)r->count + r->apart));
  reading_add(r, words, from, 0);
  g_string_append_printf(words, "; with a separator %s at \"%s\", ", r->apart > 0 ? "more" : "less", r->names[from]);
  reading_add(r, words, from, r->apart);
  g_string_append(words, ": ask for the export again, or correct its header in a copy");
  return g_string_free(words, FALSE);
}

char *columns_shifted(const struct kind *kind, char **names, char ***samples, guint sample_count, guint width, int apart) {
  struct readings r = {
      .kind = kind, .names = names, .samples = samples, .sample_count = sample_count, .width = width, .apart = apart};
  double best = -SURE, gain;
  guint from = 0;
  if (!apart || !names || !sample_count) return NULL;
  readings_open(&r);
  for (guint i = 0; i < r.count; i++)
    if (moved_better(&r, i, &gain) && (gain += header_glued(&r, i) ? SURE : 0) >= best) best = gain, from = i;
  char *words = best <= -SURE ? NULL : shift_words(&r, from);
  readings_close(&r);
  return words;
}
