/* Reads the tests of the directive, and writes their cards and their text as run. */
#include "report/html/html_rules.h"
#include "report/chart/scale.h"
#include "report/document/block.h"
#include "report/html/html_write.h"
#include <stddef.h>

/* The columns of 63-html-rules.sql that the page asks for by name; every other column appears on the card under its own name. */
static const struct {
  const char *column;
  size_t place;
} fields[] = {{"clause", offsetof(struct html_rule, clause)},     {"main", offsetof(struct html_rule, main)},
              {"title", offsetof(struct html_rule, title)},       {"status", offsetof(struct html_rule, status)},
              {"rule", offsetof(struct html_rule, rule)},         {"severity", offsetof(struct html_rule, severity)},
              {"brief", offsetof(struct html_rule, brief)},       {"result", offsetof(struct html_rule, result)},
              {"innocent", offsetof(struct html_rule, innocent)}, {"path", offsetof(struct html_rule, path)},
              {"remedy", offsetof(struct html_rule, remedy)},     {"text", offsetof(struct html_rule, text)}};

static char **rule_field(struct html_rule *rule, const char *column) {
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    if (g_str_equal(fields[i].column, column)) return (char **)((char *)rule + fields[i].place);
  return NULL;
}

static void rule_free(void *data) {
  struct html_rule *rule = data;
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) g_free(*rule_field(rule, fields[i].column));
  g_ptr_array_unref(rule->terms);
  g_free(rule);
}

static struct html_rule *rule_read(sqlite3_stmt *row) {
  struct html_rule *rule = g_new0(struct html_rule, 1);
  rule->terms = g_ptr_array_new_with_free_func(g_free);
  rule->place = db_int(row, 0);
  rule->found = db_int(row, 1);
  for (int i = 2; i < sqlite3_column_count(row); i++) {
    const char *column = sqlite3_column_name(row, i), *text = db_text(row, i);
    char **field = rule_field(rule, column);
    if (field) *field = g_strdup(text);
    else if (text && *text) {
      g_ptr_array_add(rule->terms, g_strdup(column));
      g_ptr_array_add(rule->terms, g_strdup(text));
    }
  }
  return rule;
}

GPtrArray *html_rules_read(struct db *db) {
  GPtrArray *rules = g_ptr_array_new_with_free_func(rule_free);
  struct section *section = section_read("report/sections/html/63-html-rules.sql");
  sqlite3_stmt *row = section_open(db, section);
  while (db_step(db, row)) g_ptr_array_add(rules, rule_read(row));
  sqlite3_finalize(row);
  section_free(section);
  return rules;
}

static void card_heading(struct output *file, const struct html_rule *rule) {
  html_print(file, "<article class=\"card%s\" id=\"rule-%d\">\n<h3><span class=\"sign\" aria-hidden=\"true\">%s</span> ",
             rule->found ? " fired" : "", (int)rule->place, status_sign(rule->status));
  output_print(file, "<span class=\"said\">");
  html_text(file, status_words(rule->status));
  output_print(file, ": </span>");
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
  for (guint i = 0; i < rule->terms->len; i += 2) {
    output_print(file, "<div><dt>");
    html_text(file, rule->terms->pdata[i]);
    output_print(file, "</dt><dd>");
    html_lines(file, rule->terms->pdata[i + 1]);
    output_print(file, "</dd></div>\n");
  }
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

void html_cards(struct page *page) {
  for (guint i = 0; i < page->rules->len; i++) card_write(page->file, page->rules->pdata[i]);
}

void html_as_run(struct page *page) {
  struct output *file = page->file;
  for (guint i = 0; i < page->rules->len; i++) {
    const struct html_rule *rule = page->rules->pdata[i];
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
