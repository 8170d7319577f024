/* The list of matters: what the records show and, as large, what speaks for the person; its findings are a link away. */
#include "report/html/html_matters.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include "report/html/html_write.h"

/* More are in audit.xlsx: nobody reads on. FIRST: what needs the reader before all others. */
enum { MATTERS_MOST = 400, MATTERS_FIRST = 5 };

enum field { ID, SEVERITY, SENTENCE, INNOCENT, FINDINGS, PASSAGES, ANSWER, CHANGE, ALL };

static void link_write(struct output *file, const char *id, gint64 findings) {
  g_autofree char *go = g_strconcat("matter=", id, NULL), *number = scale_number(findings);
  html_link(file, NULL, go);
  html_print(file, "%s finding%s</a>", number, findings == 1 ? "" : "s");
}

static void matter_write(struct output *file, sqlite3_stmt *row) {
  output_print(file, "<li");
  html_attribute(file, "class", db_text(row, SEVERITY));
  output_print(file, "><p><b>");
  html_text(file, db_text(row, SEVERITY));
  output_print(file, "</b> ");
  html_text(file, db_text(row, SENTENCE));
  output_print(file, "</p>\n<p><b>Speaks for the person</b> ");
  html_text(file, db_text(row, INNOCENT));
  output_print(file, "</p>\n<p class=\"facts\">");
  link_write(file, db_text(row, ID), db_int(row, FINDINGS));
  if (db_int(row, PASSAGES)) html_print(file, " · <a href=\"#to-read\">%d to be read</a>", (int)db_int(row, PASSAGES));
  output_print(file, " · Answer: ");
  html_text(file, db_text(row, ANSWER));
  if (!db_is_null(row, CHANGE)) output_print(file, " · "), html_text(file, db_text(row, CHANGE));
  output_print(file, "</p></li>\n");
}

static void rest_write(struct output *file, gint64 listed, gint64 all) {
  if (listed == all) return;
  g_autofree char *shown = scale_number(listed), *whole = scale_number(all);
  html_print(file,
             "<p class=\"cut\">The worst %s of %s matters are listed here; all are on the sheet Matters of audit.xlsx and in "
             "audit.db.</p>\n",
             shown, whole);
}

void html_matters(struct page *page) {
  struct section *section = section_read("report/sections/html/60-html-matters.sql");
  sqlite3_stmt *row = section_open(page->db, section);
  db_bind_int(row, 1, MATTERS_MOST);
  gint64 listed = 0, all = 0;
  while (db_step(page->db, row)) {
    if (!listed) output_print(page->file, "<h3>What needs you first</h3>\n<ol class=\"matters\">\n");
    if (listed == MATTERS_FIRST)
      output_print(page->file, "</ol>\n<h3>All others, the worst first</h3>\n<ol class=\"matters\" start=\"6\">\n");
    all = db_int(row, ALL);
    matter_write(page->file, row);
    listed++;
  }
  output_print(page->file, listed ? "</ol>\n" : "<p>No finding: there is nothing to answer.</p>\n");
  rest_write(page->file, listed, all);
  sqlite3_finalize(row);
  section_free(section);
}
