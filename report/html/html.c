/* Writes audit.html: one file that loads nothing and runs only its own script. What stands in its parts is written by
   html_*.c. */
#include "report/html/html.h"
#include "include/assets.h"
#include "include/audit.h"
#include "report/report.h"
#include "include/message.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>

/* More findings than this make a page slow to open; the rest is in findings.csv and audit.db. */
#define FINDINGS_MOST 20000

void html_print(struct output *file, const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  g_autofree char *text = g_strdup_vprintf(format, rest);
  va_end(rest);
  output_print(file, text);
}

static const char *character_entity(char c) {
  static const char *const entities[] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
  return (guchar)c < G_N_ELEMENTS(entities) ? entities[(guchar)c] : NULL;
}

/* How many bytes from TEXT on stand as they are; line breaks among them where LINES. */
static gsize text_plain_length(const char *text, bool lines) {
  static const guint8 special['?'] = {['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1};
  const char *at = text;
  for (; *at; at++) {
    guchar c = (guchar)*at;
    if (c < ' ' ? !(lines && c == '\n') : c > '~' || (c < sizeof special && special[c])) break;
  }
  return (gsize)(at - text);
}

static void shown_put(struct output *file, const char *text, bool one_line) {
  if (!text) return;
  for (gsize length; (length = text_plain_length(text, !one_line)), true; text++) {
    output_put(file, text, length);
    text += length;
    const char *entity = *text ? character_entity(*text) : NULL;
    if (!entity && one_line && *text == '\n') entity = " ";
    if (!entity) break;
    output_print(file, entity);
  }
  if (!*text) return;
  g_autofree char *shown = text_show(text, one_line);
  const char *from = shown;
  for (const char *at = shown; *at; at++) {
    const char *entity = character_entity(*at);
    if (!entity) continue;
    output_put(file, from, (gsize)(at - from));
    output_print(file, entity);
    from = at + 1;
  }
  output_print(file, from);
}

void html_text(struct output *file, const char *text) { shown_put(file, text, true); }
void html_lines(struct output *file, const char *text) { shown_put(file, text, false); }

void html_attribute(struct output *file, const char *name, const char *text) {
  if (!text || !*text) return;
  output_put(file, " ", 1);
  output_print(file, name);
  output_put(file, "=\"", 2);
  html_lines(file, text);
  output_print(file, "\"");
}

void html_link(struct output *file, const char *class, const char *go) {
  output_print(file, "<a");
  html_attribute(file, "class", class);
  bool choice = strchr(go, '=') != NULL;
  html_print(file, " href=\"#");
  html_text(file, choice ? "findings" : go);
  output_print(file, "\"");
  if (choice) html_attribute(file, "data-go", go);
  output_print(file, ">");
}

/* ------------------------------------------------------------------------------------------------------------- head */

/* The bytes between the tags are the asset's own, so that the policy can name them. */
static void policy_hash(struct output *file, const char *what, const char *text) {
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text));
  g_checksum_get_digest(sum, digest, &length);
  g_autofree char *base64 = g_base64_encode(digest, length);
  html_print(file, "; %s 'sha256-%s'", what, base64);
}

static void head_write(struct output *file, const struct document *document, const char *style, const char *script) {
  output_print(file, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'");
  policy_hash(file, "style-src", style);
  policy_hash(file, "script-src", script);
  output_print(file, "; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  html_text(file, document->agency);
  output_print(file, ": ");
  html_text(file, document->title);
  output_print(file, ", ");
  html_text(file, document->period);
  html_print(file, "</title>\n<style>%s</style>\n</head>\n", style);
}

/* ------------------------------------------------------------------------------------------------------------ parts */

static void part_charts(struct output *file, struct db *db, GPtrArray *rules) {
  (void)rules;
  html_document(file, db, "html-charts");
}

static void part_people(struct output *file, struct db *db, GPtrArray *rules) {
  (void)rules;
  html_document(file, db, "html-people");
}

static void part_cards(struct output *file, struct db *db, GPtrArray *rules) {
  (void)db;
  html_cards(file, rules);
}

static void part_method(struct output *file, struct db *db, GPtrArray *rules) {
  (void)rules;
  html_document(file, db, "html-method");
}

static void part_as_run(struct output *file, struct db *db, GPtrArray *rules) {
  (void)db;
  html_as_run(file, rules);
}

static void part_words(struct output *file, struct db *db, GPtrArray *rules) {
  (void)rules;
  html_document(file, db, "html-words");
}

static const struct {
  const char *id, *title, *says;
  void (*write)(struct output *file, struct db *db, GPtrArray *rules);
} parts[] = {
    {"charts", "Use of the system", "Choose a bar or a square to see the findings that belong to it.", part_charts},
    {"people", "People", "Everyone who searched, and everyone a finding names. Choose a name to see that person’s findings.",
     part_people},
    {"clauses", "Clauses and tests",
     "Each test in the order of the directive: what the clause asks, what counts as an exception, what came of it, and the usual "
     "innocent explanations.",
     part_cards},
    {"findings", "Findings",
     "Indicators, not verdicts: each says what the records show or fail to show. Open one to see the rows it rests on.",
     html_findings},
    {"inputs", "What was read", "The exports as supplied, and what became of each of their rows.", part_method},
    {"rules", "Rules as run", "The text of each rule, word for word. It runs unchanged on audit.db.", part_as_run},
    {"words", "How to read this", NULL, part_words},
};

static void contents_write(struct output *file) {
  output_print(file, "<nav aria-label=\"Contents\"><ul>\n");
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    html_print(file, "<li><a href=\"#%s\">%s</a></li>\n", parts[i].id, parts[i].title);
  output_print(file, "</ul></nav>\n");
}

static void part_write(struct output *file, struct db *db, GPtrArray *rules, gsize at) {
  html_print(file, "<section class=\"part\" id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n", parts[at].id,
             parts[at].id, parts[at].id, parts[at].title);
  if (parts[at].says) html_print(file, "<p class=\"says\">%s</p>\n", parts[at].says);
  parts[at].write(file, db, rules);
  output_print(file, "</section>\n");
}

static void banner_write(struct output *file, const struct document *document) {
  output_print(file, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header class=\"banner\"><div>\n<p>");
  html_text(file, document->title);
  output_print(file, "</p>\n<h1>");
  html_text(file, document->agency);
  output_print(file, "</h1>\n<p class=\"period\">");
  html_text(file, document->period);
  output_print(file, "</p>\n</div>");
  contents_write(file);
  output_print(file, "</header>\n<main id=\"main\">\n");
}

static void footer_write(struct output *file, const struct document *document) {
  html_print(file,
             "</main>\n<footer><p>Dated %.10s. Made by faceaudit %s from the files named above; the same files give the same "
             "page. The figures can be computed again from <code>audit.db</code>, which lies beside this page with "
             "<code>findings.csv</code> and the other reports.</p></footer>\n",
             document->made_on, FACEAUDIT_VERSION);
}

/* ------------------------------------------------------------------------------------------------------------- page */

static void rule_free(void *data) {
  struct html_rule *rule = data;
  char **text[] = {&rule->clause, &rule->main,     &rule->title, &rule->status, &rule->rule,     &rule->severity,
                   &rule->brief,  &rule->result,   &rule->says,  &rule->means,  &rule->innocent, &rule->note,
                   &rule->needs,  &rule->examines, &rule->path,  &rule->text};
  for (gsize i = 0; i < G_N_ELEMENTS(text); i++) g_free(*text[i]);
  g_free(rule);
}

static struct html_rule *rule_read(sqlite3_stmt *row) {
  struct html_rule *rule = g_new0(struct html_rule, 1);
  char **text[] = {&rule->clause, &rule->main,     &rule->title, &rule->status, &rule->rule,     &rule->severity,
                   &rule->brief,  &rule->result,   &rule->says,  &rule->means,  &rule->innocent, &rule->note,
                   &rule->needs,  &rule->examines, &rule->path,  &rule->text};
  rule->place = db_int(row, 0);
  for (gsize i = 0; i < G_N_ELEMENTS(text); i++) *text[i] = g_strdup(db_text(row, 1 + (int)i));
  rule->found = db_int(row, 1 + (int)G_N_ELEMENTS(text));
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

void html_write_limited(struct db *db, const char *path, gint64 most) {
  const char *style = asset_text("report/html/page.css"), *script = asset_text("report/html/page.js");
  struct document *document = document_read(db, "html-front");
  g_autoptr(GPtrArray) rules = html_rules_read(db);
  html_quota(rules, most);
  struct output *file = output_open(path);
  head_write(file, document, style, script);
  banner_write(file, document);
  html_front(file, db, rules);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) part_write(file, db, rules, i);
  footer_write(file, document);
  html_print(file, "<script>%s</script>\n</body>\n</html>\n", script);
  output_close(file);
  document_free(document);
}

void html_write(struct db *db, const char *path) { html_write_limited(db, path, FINDINGS_MOST); }
