/* Writes the first screen: key figures, severities, one line per clause, what was not tested. */
#include "report/html/html_front.h"
#include "report/chart/scale.h"
#include "report/document/block.h"
#include "report/html/html_document.h"
#include "report/html/html_rules.h"
#include "report/html/html_write.h"

static void severities_write(struct output *file, struct db *db) {
  struct section *section = section_read("report/sections/html/62-html-severities.sql");
  sqlite3_stmt *row = section_open(db, section);
  output_print(file, "<ul class=\"severities\" aria-label=\"Findings by severity\">\n");
  while (db_step(db, row)) {
    const char *severity = db_text(row, 0);
    g_autofree char *go = g_strconcat("severity=", severity, NULL), *count = scale_number(db_int(row, 1));
    output_print(file, "<li>");
    html_link(file, severity, go);
    html_print(file, "<b>%s</b> ", count);
    html_text(file, severity);
    output_print(file, "</a></li>\n");
  }
  output_print(file, "</ul>\n");
  sqlite3_finalize(row);
  section_free(section);
}

static void clause_write(struct output *file, const struct html_rule *rule) {
  g_autofree char *card = g_strdup_printf("rule-%d", (int)rule->place);
  output_print(file, "<li");
  html_attribute(file, "class", rule->found ? "fired" : NULL);
  html_print(file, "><span class=\"sign\" aria-hidden=\"true\">%s</span><span class=\"said\">", status_sign(rule->status));
  html_text(file, status_words(rule->status));
  output_print(file, ": </span>");
  html_link(file, NULL, card);
  output_print(file, "<span class=\"clause\">");
  html_text(file, rule->clause);
  output_print(file, "</span> ");
  html_text(file, rule->title);
  output_print(file, "</a> <span class=\"result\">");
  g_autofree char *go = rule->found ? g_strconcat("rule=", rule->rule, NULL) : NULL;
  if (go) html_link(file, NULL, go);
  html_text(file, rule->brief);
  output_print(file, go ? "</a></span></li>\n" : "</span></li>\n");
}

static void clauses_write(struct output *file, GPtrArray *rules) {
  output_print(
      file,
      "<section class=\"glance\" aria-labelledby=\"glance-title\">\n<h2 id=\"glance-title\">Every clause and its result</h2>\n"
      "<p class=\"key\"><span><b>✓</b> no exceptions in what was tested</span> <span><b>▲</b> exceptions to review</span> "
      "<span><b>◇</b> to be read by a person</span> <span><b>○</b> not tested</span> <span><b>—</b> not testable from "
      "records</span></p>\n");
  if (!rules->len) output_print(file, "<p>No rule was evaluated: this database has not been analysed.</p>\n");
  output_print(file, rules->len ? "<ol>\n" : "");
  for (guint i = 0; i < rules->len; i++) clause_write(file, rules->pdata[i]);
  output_print(file, rules->len ? "</ol>\n</section>\n" : "</section>\n");
}

void html_front(struct page *page) {
  html_document(page, "html-front");
  severities_write(page->file, page->db);
  clauses_write(page->file, page->rules);
  output_print(page->file, "<section class=\"untested\">\n");
  html_document(page, "html-untested");
  output_print(page->file, "</section>\n");
}
