/* Tries each sheet of a workbook with dialect.c. */
#include "ingest/csv/grid_choice.h"
#include "ingest/csv/grid.h"

#define SAME 0.05 /* scores this close show two sheets of one kind, not which of them is meant */

static double sheet_fit(struct parser *parser, struct source *source, header_score score, void *data) {
  struct dialect dialect = {0};
  struct found found = {0};
  dialect_recognise(parser, source, &dialect, score, data, &found);
  g_strfreev(found.header);
  g_strfreev(found.unmatched);
  g_free(found.pattern.classes);
  return found.fit;
}

void grid_choose(struct parser *parser, struct source *source, header_score score, void *data) {
  struct grid *grid = source_grid(source);
  guint count = grid_count(grid), chosen = 0, rival = 0;
  double best = -1;
  bool shared = false;
  if (count < 2) return;
  for (guint i = 0; i < count; i++) {
    grid_use(grid, i);
    if (grid_empty(grid)) continue;
    double fit = sheet_fit(parser, source, score, data) - (grid_hidden(grid) ? SAME / 2 : 0);
    if (fit > 0.5 && best > 0.5 && fit > best - SAME && fit < best + SAME) shared = true, rival = fit > best ? chosen : i;
    else if (fit > best) shared = false;
    if (fit > best) best = fit, chosen = i;
  }
  grid_use(grid, chosen);
  grid_rival(grid, shared ? (int)rival : -1);
}

void grid_settle(struct grid *grid, struct dialect *dialect) {
  grid_narrow(grid, dialect->width);
  dialect->spare = 0;
}
