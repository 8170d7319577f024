/* The list of findings: streamed from one statement, each with the rows it rests on. */
#include "report/html/html_findings.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include "report/html/html_evidence.h"
#include "report/html/html_rules.h"
#include "report/html/html_write.h"
#include <string.h>

enum field {
  PLACE,
  ID,
  SEVERITY,
  KIND,
  SUBJECT,
  USER,
  REPORT,
  MOMENT,
  DETAIL,
  EXPLANATION,
  FILE_NAME,
  LINE,
  DISPOSITION,
  NUMBER,
  DECISION,
  MATTER,
  FACTS,
  OWN
};

static void number_write(struct output *file, gint64 value) {
  g_autofree char *number = scale_number(value);
  output_print(file, number);
}

static void term_write(struct output *file, const char *label, const char *value) {
  if (value && *value) html_term(file, label, value);
}

/* ------------------------------------------------------------------------------------------------------ one finding */

static void finding_moment(struct output *file, const char *moment) {
  output_print(file, " <time>");
  g_autofree char *shown =
      moment && strlen(moment) >= 16 && moment[10] == 'T' ? g_strdup_printf("%.10s %.5s", moment, moment + 11) : g_strdup(moment);
  html_text(file, shown);
  output_print(file, "</time> ");
}

static void finding_summary(struct output *file, sqlite3_stmt *row) {
  const char *severity = db_text(row, SEVERITY);
  output_print(file, "<summary><b>");
  html_text(file, severity);
  output_print(file, "</b>");
  finding_moment(file, db_text(row, MOMENT));
  output_print(file, "<i>");
  html_text(file, db_text(row, USER));
  output_print(file, "</i> <span>");
  html_lines(file, db_text(row, EXPLANATION));
  output_print(file, "</span></summary>\n");
}

static void finding_facts(struct output *file, sqlite3_stmt *row) {
  static const struct {
    const char *kind, *label;
  } subjects[] = {{"event", "Log row"}, {"report", "Report"}, {"user", "User"}, {"log", "First missing id"}};
  const char *label = "Subject", *kind = db_text(row, KIND);
  for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
    if (kind && g_str_equal(kind, subjects[i].kind)) label = subjects[i].label;
  output_print(file, "<noscript><dl>"); /* a browser that runs the script keeps it as text until the finding is opened */
  term_write(file, label, db_text(row, SUBJECT));
  if (g_strcmp0(kind, "report")) term_write(file, "Report", db_text(row, REPORT));
  term_write(file, "Detail", db_text(row, DETAIL));
  term_write(file, "Moment", db_text(row, MOMENT));
  term_write(file, "Disposition", db_is_null(row, DECISION) ? "none recorded" : db_text(row, DECISION));
  term_write(file, "Finding", db_text(row, ID));
  output_print(file, "</dl>\n");
}

static void finding_begin(struct output *file, sqlite3_stmt *row) {
  static const struct {
    enum field field;
    const char *name;
  } attributes[] = {{SEVERITY, "data-s"}, {KIND, "data-k"},   {SUBJECT, "data-j"},   {USER, "data-u"}, {REPORT, "data-p"},
                    {MOMENT, "data-t"},   {DETAIL, "data-d"}, {FILE_NAME, "data-f"}, {LINE, "data-l"}, {DISPOSITION, "data-z"},
                    {MATTER, "data-m"},   {FACTS, "data-c"},  {OWN, "data-own"}};
  output_print(file, "<details id=\"f-");
  html_text(file, db_text(row, ID));
  output_print(file, "\"");
  for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++)
    html_attribute(file, attributes[i].name, db_text(row, (int)attributes[i].field));
  output_print(file, ">");
  finding_summary(file, row);
  finding_facts(file, row);
}

/* ---------------------------------------------------------------------------------------------------- rule by rule */

static void group_begin(struct output *file, const struct html_rule *rule) {
  html_print(file, "<section class=\"group\" id=\"group-%d\" aria-labelledby=\"group-%d-title\"", (int)rule->place,
             (int)rule->place);
  html_attribute(file, "data-rule", rule->rule);
  html_attribute(file, "data-clause", rule->clause);
  html_attribute(file, "data-main", rule->main);
  html_attribute(file, "data-severity", rule->severity);
  html_print(file, ">\n<h3 id=\"group-%d-title\"><span class=\"clause\">", (int)rule->place);
  html_text(file, rule->clause);
  output_print(file, "</span> <span class=\"title\">");
  html_text(file, rule->title);
  output_print(file, "</span> <span class=\"count\">");
  number_write(file, rule->found);
  output_print(file, "</span></h3>\n");
  if (rule->innocent) {
    output_print(file, "<p class=\"innocent\"><b>Rule out first</b> <span>");
    html_lines(file, rule->innocent);
    output_print(file, "</span></p>\n");
  }
  if (rule->remedy) {
    output_print(file, "<p class=\"innocent remedy\"><b>So that it does not happen again</b> <span>");
    html_lines(file, rule->remedy);
    output_print(file, "</span></p>\n");
  }
  if (rule->shown == rule->found) return;
  output_print(file, "<p class=\"cut\">The page carries ");
  number_write(file, rule->shown);
  output_print(file, " of the ");
  number_write(file, rule->found);
  output_print(file, ", evenly spread over the period.</p>\n");
}

static char *quota_json(GPtrArray *rules) {
  GString *json = g_string_new("[");
  for (guint i = 0; i < rules->len; i++) {
    const struct html_rule *rule = rules->pdata[i];
    if (!rule->shown) continue;
    g_string_append_printf(json, "%s[%d,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", json->len > 1 ? "," : "", (int)rule->place,
                           rule->shown, rule->found);
  }
  g_string_append_c(json, ']');
  return g_string_free(json, FALSE);
}

static const struct html_rule *rule_at(GPtrArray *rules, gint64 place) {
  for (guint i = 0; i < rules->len; i++)
    if (((const struct html_rule *)rules->pdata[i])->place == place) return rules->pdata[i];
  g_assert_not_reached();
}

static sqlite3_stmt *findings_open(struct db *db, const char *quota) {
  struct section *section = section_read("report/sections/html/65-html-findings.sql");
  sqlite3_stmt *row = section_open(db, section);
  db_bind_text(row, 1, quota);
  section_free(section);
  return row;
}

static struct evidence *evidence_read(struct db *db, const char *quota) {
  struct evidence *evidence = evidence_new(db);
  sqlite3_stmt *row = findings_open(db, quota);
  while (db_step(db, row)) evidence_want(evidence, db_int(row, NUMBER));
  sqlite3_finalize(row);
  evidence_find(evidence);
  return evidence;
}

static void list_write(struct page *page, const char *quota) {
  struct output *file = page->file;
  struct db *db = page->db;
  struct evidence *evidence = evidence_read(db, quota);
  sqlite3_stmt *row = findings_open(db, quota);
  gint64 place = -1;
  while (db_step(db, row)) {
    if (place != db_int(row, PLACE)) {
      if (place >= 0) output_print(file, "</section>\n");
      place = db_int(row, PLACE);
      group_begin(file, rule_at(page->rules, place));
    }
    finding_begin(file, row);
    evidence_write(evidence, file, db_int(row, NUMBER));
    output_print(file, "</noscript></details>\n");
  }
  if (place >= 0) output_print(file, "</section>\n");
  sqlite3_finalize(row);
  evidence_free(evidence);
}

/* What the page leaves out is stated first. */
static void note_write(struct output *file, gint64 shown, gint64 found) {
  if (shown == found) return;
  output_print(file, "<p class=\"cut\" id=\"left-out\"><b>This page carries ");
  number_write(file, shown);
  output_print(file, " of the ");
  number_write(file, found);
  output_print(file, " findings; ");
  number_write(file, found - shown);
  output_print(file, " more are in findings.csv, in audit.xlsx and in audit.db.</b> Every rule has its share of half the places, "
                     "the most severe rules have the others; those of one rule are spread evenly over the period. Counts in "
                     "charts, clauses and people are of all findings.</p>\n");
}

void html_findings(struct page *page) {
  struct output *file = page->file;
  GPtrArray *rules = page->rules;
  gint64 shown = 0, found = 0;
  for (guint i = 0; i < rules->len; i++) {
    shown += ((const struct html_rule *)rules->pdata[i])->shown;
    found += ((const struct html_rule *)rules->pdata[i])->found;
  }
  note_write(file, shown, found);
  output_print(file, "<div id=\"tools\"></div>\n<p id=\"status\" role=\"status\">");
  number_write(file, shown);
  output_print(file, shown == 1 ? " finding</p>\n<div id=\"list\">\n" : " findings</p>\n<div id=\"list\">\n");
  g_autofree char *quota = quota_json(rules);
  list_write(page, quota);
  output_print(file, "</div>\n");
}
