/* The list of searches, as compact as text is: a hundred thousand cells of a table would make the page slow. */
#include "report/html/html_searches.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include "report/html/html_write.h"

enum { SEARCHES_MOST = 20000, ALL_SEARCHES = 12 };

/* The names of the columns, once, are the first line. */
static void heads_write(struct output *file, sqlite3_stmt *row) {
  for (int i = 0; i < ALL_SEARCHES; i++) html_print(file, i ? "\t%s" : "%s", sqlite3_column_name(row, i));
  output_print(file, "\n");
}

static void search_write(struct output *file, sqlite3_stmt *row) {
  for (int i = 0; i < ALL_SEARCHES; i++) {
    if (i) output_print(file, "\t");
    html_text(file, db_text(row, i));
  }
  output_print(file, "\n");
}

void html_searches(struct page *page) {
  struct section *section = section_read("report/sections/html/66-html-searches.sql");
  sqlite3_stmt *row = section_open(page->db, section);
  db_bind_int(row, 1, SEARCHES_MOST);
  gint64 listed = 0, all = 0;
  for (; db_step(page->db, row); listed++) {
    if (!listed) {
      output_print(page->file, "<pre id=\"search-rows\" tabindex=\"0\" role=\"region\" aria-label=\"Searches\">");
      heads_write(page->file, row);
    }
    all = db_int(row, ALL_SEARCHES);
    search_write(page->file, row);
  }
  output_print(page->file, listed ? "</pre>\n" : "<p>The log has no search in the period.</p>\n");
  g_autofree char *shown = scale_number(listed), *whole = scale_number(all);
  if (listed < all)
    html_print(page->file,
               "<p class=\"cut\">The page carries the first %s of %s searches; all are on the sheet Searches of audit.xlsx. "
               "Figures count all of them.</p>\n",
               shown, whole);
  sqlite3_finalize(row);
  section_free(section);
}
