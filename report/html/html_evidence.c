/* Writes the rows of the exports that a finding rests on. What each says comes from report/sections/html/67-html-row-*. */
#include "report/html/html_evidence.h"
#include "report/html/html_write.h"
#include "report/chart/scale.h"
#include "report/document/section.h"

struct evidence {
  struct db *db;
  sqlite3_stmt *want, *places, *rows; /* of a finding; of a finding; at a place */
  GHashTable *says;                   /* what a row became, by view export_row -> its section as a statement */
  GPtrArray *paths;                   /* of files, by source */
};

/* Where the rows stand that will be shown, and what they became: found in one pass over the exports, as no table has an index
   for it. */
static const char tables_sql[] =
    "CREATE TEMP TABLE wanted (source INTEGER, line INTEGER, PRIMARY KEY (source, line)) WITHOUT ROWID;"
    "CREATE TEMP TABLE shown (source INTEGER, line INTEGER, part INTEGER, what TEXT, row INTEGER,"
    " PRIMARY KEY (source, line, part, row)) WITHOUT ROWID";

static void statement_free(gpointer data) { sqlite3_finalize(data); }

struct evidence *evidence_new(struct db *db) {
  struct evidence *evidence = g_new(struct evidence, 1);
  db_run(db, tables_sql);
  g_autofree char *want = g_strdup_printf("INSERT OR IGNORE INTO wanted SELECT source, line FROM evidence WHERE finding = ?"
                                          " ORDER BY source, line LIMIT %d",
                                          EVIDENCE_MOST);
  *evidence =
      (struct evidence){.db = db,
                        .want = db_prepare(db, want),
                        .places = db_prepare(db, "SELECT source, line FROM evidence WHERE finding = ? ORDER BY source, line"),
                        .rows = db_prepare(db, "SELECT what, row FROM shown WHERE source = ? AND line = ? ORDER BY part, row"),
                        .says = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, statement_free),
                        .paths = section_sources(db)};
  return evidence;
}

void evidence_free(struct evidence *evidence) {
  sqlite3_finalize(evidence->want);
  sqlite3_finalize(evidence->places);
  sqlite3_finalize(evidence->rows);
  g_hash_table_unref(evidence->says);
  g_ptr_array_unref(evidence->paths);
  db_run(evidence->db, "DROP TABLE wanted; DROP TABLE shown");
  g_free(evidence);
}

void evidence_want(struct evidence *evidence, gint64 finding) {
  db_bind_int(evidence->want, 1, finding);
  db_step(evidence->db, evidence->want);
  db_reset(evidence->want);
}

void evidence_find(struct evidence *evidence) {
  db_run(evidence->db,
         "INSERT INTO shown SELECT x.source, x.line, x.part, x.what, x.row FROM export_row x JOIN wanted USING (source, line)");
}

static sqlite3_stmt *says_of(struct evidence *evidence, const char *what) {
  sqlite3_stmt *says = g_hash_table_lookup(evidence->says, what);
  if (says) return says;
  g_autofree char *path = g_strdup_printf("report/sections/html/67-html-row-%s.sql", what);
  struct section *section = section_read(path);
  says = section_open(evidence->db, section);
  section_free(section);
  g_hash_table_insert(evidence->says, g_strdup(what), says);
  return says;
}

static void row_say(struct evidence *evidence, struct output *file, const char *what, gint64 number) {
  sqlite3_stmt *row = says_of(evidence, what);
  db_bind_int(row, 1, number);
  if (db_step(evidence->db, row))
    for (int i = 0; i < sqlite3_column_count(row); i++)
      if (!db_is_null(row, i)) html_term(file, sqlite3_column_name(row, i), db_text(row, i));
  db_reset(row);
}

static void place_write(struct evidence *evidence, struct output *file, gint64 source, gint64 line) {
  bool known = source >= 0 && source < (gint64)evidence->paths->len;
  output_print(file, "<h4>");
  html_text(file, known ? evidence->paths->pdata[source] : NULL);
  html_print(file, ":%d</h4><dl>", (int)line);
  db_bind_int(evidence->rows, 1, source);
  db_bind_int(evidence->rows, 2, line);
  while (db_step(evidence->db, evidence->rows)) row_say(evidence, file, db_text(evidence->rows, 0), db_int(evidence->rows, 1));
  db_reset(evidence->rows);
  output_print(file, "</dl>\n");
}

void evidence_write(struct evidence *evidence, struct output *file, gint64 finding) {
  gint64 count = 0;
  db_bind_int(evidence->places, 1, finding);
  for (; db_step(evidence->db, evidence->places); count++)
    if (count < EVIDENCE_MOST) place_write(evidence, file, db_int(evidence->places, 0), db_int(evidence->places, 1));
  db_reset(evidence->places);
  if (count <= EVIDENCE_MOST) return;
  g_autofree char *rest = scale_number(count - EVIDENCE_MOST);
  html_print(file, "<p>… and %s more rows, in the view audit_evidence of audit.db.</p>\n", rest);
}
