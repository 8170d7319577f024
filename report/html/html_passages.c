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

/* Those of SECTION, in a list of CLASS, behind what BEGIN says of how many there are in all; the number listed. */
static gint64 list_write(struct page *page, const char *path, const char *class, void (*begin)(struct output *file, gint64 all)) {
  struct section *section = section_read(path);
  sqlite3_stmt *row = section_open(page->db, section);
  db_bind_int(row, 1, PASSAGES_MOST);
  gint64 listed = 0, all = 0;
  for (; db_step(page->db, row); listed++) {
    all = db_int(row, ALL);
    if (!listed && begin) begin(page->file, all);
    if (!listed) html_print(page->file, "<ol class=\"passages%s\">\n", class);
    passage_write(page->file, row);
  }
  if (listed) output_print(page->file, "</ol>\n");
  g_autofree char *shown = scale_number(listed), *whole = scale_number(all);
  if (listed < all)
    html_print(page->file,
               "<p class=\"cut\">The page carries %s of %s passages; all are on the sheet To read of audit.xlsx.</p>\n", shown,
               whole);
  sqlite3_finalize(row);
  section_free(section);
  return listed;
}

static void answered_begin(struct output *file, gint64 all) {
  g_autofree char *count = scale_number(all);
  html_print(file, "<details class=\"answered\"><summary>%s %s answered</summary>\n", count,
             all == 1 ? "passage was" : "passages were");
}

void html_passages(struct page *page) {
  if (!list_write(page, "report/sections/html/66-html-passages.sql", "", NULL))
    output_print(page->file, "<p>None: every passage was understood, or a person has answered.</p>\n");
  if (list_write(page, "report/sections/html/66-html-passages-answered.sql", " answered", answered_begin))
    output_print(page->file, "</details>\n");
}
