/* The tests on the page: their cards and their text as run. */
#include "report/html/html.h"
#include "report/chart/scale.h"
#include <string.h>

static void term_write(struct output *file, const char *label, const char *text) {
  if (!text || !*text) return;
  html_print(file, "<div><dt>%s</dt><dd>", label);
  html_lines(file, text);
  output_print(file, "</dd></div>\n");
}

static void card_heading(struct output *file, const struct html_rule *rule) {
  html_print(file, "<article class=\"card%s\" id=\"rule-%d\">\n<h3><span class=\"sign\" aria-hidden=\"true\">%s</span> ",
             rule->found ? " fired" : "", (int)rule->place, status_sign(rule->status));
  output_print(file, "<span class=\"clause\">");
  html_text(file, rule->clause);
  output_print(file, "</span> ");
  html_text(file, rule->title);
  output_print(file, "</h3>\n<p class=\"result\"><b>");
  html_text(file, rule->result);
  output_print(file, "</b>");
  if (rule->severity) output_print(file, " · severity "), html_text(file, rule->severity);
  if (rule->rule) output_print(file, " · rule "), html_text(file, rule->rule);
  output_print(file, "</p>\n");
}

static void card_write(struct output *file, const struct html_rule *rule) {
  card_heading(file, rule);
  output_print(file, "<dl>\n");
  term_write(file, "The clause asks", rule->says);
  term_write(file, "An exception is", rule->means);
  term_write(file, "Rule out first", rule->innocent);
  term_write(file, "Note", rule->note);
  output_print(file, "</dl>\n");
  if (rule->found) {
    g_autofree char *go = g_strconcat("rule=", rule->rule, NULL), *count = scale_number(rule->found);
    output_print(file, "<p>");
    html_link(file, NULL, go);
    html_print(file, rule->found == 1 ? "See its finding" : "See its %s findings", count);
    output_print(file, "</a></p>\n");
  }
  output_print(file, "</article>\n");
}

void html_cards(struct output *file, GPtrArray *rules) {
  for (guint i = 0; i < rules->len; i++) card_write(file, rules->pdata[i]);
}

void html_as_run(struct output *file, GPtrArray *rules) {
  for (guint i = 0; i < rules->len; i++) {
    const struct html_rule *rule = rules->pdata[i];
    output_print(file, "<details class=\"text\"><summary><span class=\"clause\">");
    html_text(file, rule->clause);
    output_print(file, "</span> ");
    html_text(file, rule->rule ? rule->rule : "for a person to test");
    output_print(file, " <small>");
    html_text(file, rule->path);
    html_print(file, "</small></summary>\n<pre tabindex=\"0\" role=\"region\" aria-label=\"Text of rule %d\">\n",
               (int)rule->place);
    html_lines(file, rule->text);
    output_print(file, "</pre></details>\n");
  }
}
