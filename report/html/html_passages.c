/* The list of passages to read: the question, the text as it is written, and why it is not settled. */
#include "report/html/html_passages.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include "report/html/html_write.h"

enum { PASSAGES_MOST = 500 };

enum field { ID, ABOUT, QUESTION, PASSAGE, WHY, PLACE, CONCERNS, MATTERS, ALL };

static void passage_write(struct output *file, sqlite3_stmt *row) {
  output_print(file, "<li");
  html_attribute(file, "data-about", db_text(row, ABOUT));
  html_exact_attribute(file, "data-m", db_text(row, MATTERS));
  output_print(file, "><p><b>");
  html_text(file, db_text(row, QUESTION));
  output_print(file, "</b></p>\n<blockquote>");
  html_lines(file, db_text(row, PASSAGE));
  output_print(file, "</blockquote>\n<p>");
  html_text(file, db_text(row, WHY));
  output_print(file, "</p>\n<p class=\"facts\">");
  html_text(file, db_text(row, CONCERNS));
  output_print(file, " · ");
  html_text(file, db_text(row, PLACE));
  output_print(file, " · passage <code>");
  html_text(file, db_text(row, ID));
  output_print(file, "</code></p></li>\n");
}

void html_passages(struct page *page) {
  struct section *section = section_read("report/sections/html/66-html-passages.sql");
  sqlite3_stmt *row = section_open(page->db, section);
  db_bind_int(row, 1, PASSAGES_MOST);
  gint64 listed = 0, all = 0;
  for (; db_step(page->db, row); listed++) {
    if (!listed) output_print(page->file, "<ol class=\"passages\">\n");
    all = db_int(row, ALL);
    passage_write(page->file, row);
  }
  output_print(page->file, listed ? "</ol>\n" : "<p>None: every passage was understood, or a person has answered.</p>\n");
  g_autofree char *shown = scale_number(listed), *whole = scale_number(all);
  if (listed < all)
    html_print(page->file,
               "<p class=\"cut\">The page carries %s of %s passages; all are on the sheet To read of audit.xlsx.</p>\n", shown,
               whole);
  sqlite3_finalize(row);
  section_free(section);
}
