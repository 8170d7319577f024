/* Reads incident types by the words of reasons. */
#include "analyze/purpose/incident_types.h"

void incident_types_name(struct db *db, struct purposes *purposes) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT type FROM report_fact WHERE trim(type) <> ''");
  struct insert *insert = insert_open(db, "incident_type", "type, purpose");
  while (db_step(db, rows)) {
    struct purpose purpose = {0};
    purpose_read(purposes, db_text(rows, 0), &purpose);
    insert_text(insert, 1, db_text(rows, 0));
    insert_text(insert, 2, purpose.name);
    insert_row(insert);
    g_free(purpose.words);
  }
  sqlite3_finalize(rows);
  insert_close(insert);
}
