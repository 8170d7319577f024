/* Writes the letter: exemptions in writing, with particularity. */
#include "report/release/letter.h"
#include "include/assets.h"
#include "include/output.h"
#include "include/wrap.h"
#include "include/text.h"
#include <string.h>

#define WIDTH 78
#define ROWS_TOLD 40 /* rows named for a citation; the redaction log has all */

static void paragraph(struct output *file, const char *text) {
  g_autofree char *shown = text_show(text, true);
  g_autoptr(GPtrArray) lines = wrap_lines(shown, WIDTH);
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *line = g_strconcat(lines->pdata[i], "\n", NULL);
    output_print(file, line);
  }
  output_print(file, "\n");
}

static void sql_paragraphs(struct db *db, struct output *file, const char *sql) {
  sqlite3_stmt *rows = db_prepare(db, sql);
  while (db_step(db, rows))
    if (!db_is_null(rows, 0)) paragraph(file, db_text(rows, 0));
  sqlite3_finalize(rows);
}

/* One ground after the other: what it is, where, and why there. */
static void grounds(struct db *db, struct output *file, const struct release *release) {
  sqlite3_stmt *cites =
      db_prepare(db, "SELECT cite, count(*), count(DISTINCT row), replace(group_concat(DISTINCT column), ',', ', ') FROM "
                     "release_cell WHERE outcome = 'withheld' GROUP BY cite ORDER BY cite");
  sqlite3_stmt *rows = db_prepare(
      db,
      "SELECT row, column, basis, decided FROM release_cell WHERE outcome = 'withheld' AND cite = ? ORDER BY row, place, part");
  while (db_step(db, cites)) {
    const struct exemption *exemption = exemption_cited(release->exemptions, db_text(cites, 0));
    g_autofree char *head = g_strdup_printf("%s (%s): %s. Withheld under it: %s %s, in %s %s, column %s.", exemption->cite,
                                            exemption->class, exemption->covers, db_text(cites, 1),
                                            db_int(cites, 1) == 1 ? "cell or part of one" : "cells or parts of cells",
                                            db_text(cites, 2), db_int(cites, 2) == 1 ? "row" : "rows", db_text(cites, 3));
    paragraph(file, head);
    db_bind_text(rows, 1, db_text(cites, 0));
    guint told = 0;
    for (; db_step(db, rows); told++) {
      if (told >= ROWS_TOLD) continue;
      g_autofree char *line = g_strdup_printf("  Searches, row %s, %s: %s.", db_text(rows, 0), db_text(rows, 1),
                                              db_is_null(rows, 2) ? "" : db_text(rows, 2));
      paragraph(file, line);
    }
    db_reset(rows);
    if (told > ROWS_TOLD) {
      g_autofree char *more = g_strdup_printf("  ... and %u more: the sheet Redaction log has each.", told - ROWS_TOLD);
      paragraph(file, more);
    }
  }
  sqlite3_finalize(cites);
  sqlite3_finalize(rows);
}

void letter_write(struct db *db, const char *path, const struct release *release) {
  struct output *file = output_open(path);
  sql_paragraphs(db, file, asset_text("report/release/letter_head.sql"));
  grounds(db, file, release);
  sql_paragraphs(db, file, asset_text("report/release/letter_foot.sql"));
  output_close(file);
}
