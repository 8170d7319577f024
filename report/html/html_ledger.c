/* Writes the ledger as the run read it. What a person adds, and the file made of both, is left to script/2-answers.js. */
#include "report/html/html_ledger.h"
#include "include/choices.h"
#include "report/document/section.h"
#include "report/html/html_write.h"

void html_ledger(struct page *page) {
  struct section *section = section_read("report/sections/html/68-html-ledger.sql");
  sqlite3_stmt *row = section_open(page->db, section);
  db_bind_text(row, 1, note_left_out);
  output_print(page->file, "<pre id=\"ledger\" hidden>");
  if (db_step(page->db, row)) {
    g_autofree char *text = g_base64_encode((const guchar *)db_text(row, 0), (gsize)db_length(row, 0));
    output_print(page->file, text);
  }
  output_print(page->file, "</pre>\n");
  sqlite3_finalize(row);
  section_free(section);
}
