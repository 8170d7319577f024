/* Writes findings.csv, for other programs and for spreadsheets. */
#include "include/audit.h"
#include "include/output.h"
#include "report/csv/cell.h"
#include "report/csv/findings.h"
#include "report/document/section.h"

static void heads_write(struct output *file, sqlite3_stmt *rows) {
  for (int i = 0; i < sqlite3_column_count(rows); i++) {
    if (i) output_print(file, ",");
    output_print(file, sqlite3_column_name(rows, i));
  }
  output_print(file, "\n");
}

static void row_write(struct output *file, sqlite3_stmt *row) {
  for (int i = 0; i < sqlite3_column_count(row); i++) {
    const char *text = db_text(row, i);
    if (i) output_print(file, ",");
    if (text) csv_put(file, text);
  }
  output_print(file, "\n");
}

char *findings_write(struct db *db, const char *path) {
  struct output *file = output_open_summed(path);
  struct section *section = section_read("report/sections/csv/90-findings.sql");
  sqlite3_stmt *rows = section_open(db, section);
  guint64 all = (guint64)db_value_int(db, "SELECT coalesce(sum(exceptions), 0) FROM rule");
  heads_write(file, rows);
  for (guint64 done = 0; db_step(db, rows); done++) {
    row_write(file, rows);
    if (done % 8192 == 0) progress_show("writing findings.csv", done, all);
  }
  sqlite3_finalize(rows);
  section_free(section);
  return output_close(file);
}
