/* Writes audit.html: one file that loads nothing and runs only its own script. What its parts hold is written by
   html_*.c. */
#include "report/html/html.h"
#include "include/assets.h"
#include "include/audit.h"
#include "report/document/document.h"
#include "report/html/html_document.h"
#include "report/html/html_findings.h"
#include "report/html/html_front.h"
#include "report/html/html_ledger.h"
#include "report/html/html_matters.h"
#include "report/html/html_passages.h"
#include "report/html/html_quota.h"
#include "report/html/html_rules.h"
#include "report/html/html_searches.h"
#include "report/html/html_write.h"
#include <string.h>

/* More findings than this make a page slow to open; the rest is in findings.csv and audit.db. */
#define FINDINGS_MOST 20000

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

/* The files of report/html/script, in the order of their names, as one function: the policy names one script. */
static char *script_read(void) {
  GString *script = g_string_new("\"use strict\";\n(() => {\n");
  for (size_t i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "report/html/script/")) g_string_append(script, assets[i].text);
  g_string_append(script, "})();\n");
  return g_string_free(script, FALSE);
}

/* ------------------------------------------------------------------------------------------------------------ parts */

static void part_charts(struct page *page) { html_document(page, "html-charts"); }
static void part_people(struct page *page) { html_document(page, "html-people"); }
static void part_method(struct page *page) { html_document(page, "html-method"); }
static void part_words(struct page *page) { html_document(page, "html-words"); }

static const struct {
  const char *id, *title, *says;
  void (*write)(struct page *page);
} parts[] = {
    {"matters", "Matters",
     "What one person would answer with one sentence: a fact, a session or a report, with all that was found on it. What speaks "
     "for the person stands beside it. Answer here, save the ledger, put the file into the audit folder, and the next run has "
     "it.",
     html_matters},
    {"charts", "Use of the system", "Choose a bar or a square to see the searches or findings that it counts.", part_charts},
    {"people", "People",
     "Everyone who searched, and everyone a finding names. Each figure leads to what it counts, a name to that person’s "
     "findings, the worst first.",
     part_people},
    {"clauses", "Clauses and tests",
     "Each test in the order of the directive: what the clause asks, what counts as an exception, what came of it, and the usual "
     "innocent explanations.",
     html_cards},
    {"searches", "Searches", "Every search of the period: who made it, what for, and how far a report documents it.",
     html_searches},
    {"findings", "Findings",
     "Indicators, not verdicts: each says what the records show or fail to show. Open one to see the rows it rests on.",
     html_findings},
    {"to-read", "To be read",
     "What two readings do not agree on: nothing is said of it until a person has read it. "
     "Each question is put so that “stated” clears.",
     html_passages},
    {"inputs", "What was read", "The exports as supplied, and what became of each of their rows.", part_method},
    {"rules", "Rules as run", "The text of each rule, word for word. It runs unchanged on audit.db.", html_as_run},
    {"words", "How to read this", NULL, part_words},
};

static void contents_write(struct output *file) {
  output_print(file, "<nav aria-label=\"Contents\"><ul>\n");
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    html_print(file, "<li><a href=\"#%s\">%s</a></li>\n", parts[i].id, parts[i].title);
  output_print(file, "</ul></nav>\n");
}

static void part_write(struct page *page, gsize at) {
  struct output *file = page->file;
  html_print(file, "<section class=\"part\" id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n", parts[at].id,
             parts[at].id, parts[at].id, parts[at].title);
  if (parts[at].says) html_print(file, "<p class=\"says\">%s</p>\n", parts[at].says);
  parts[at].write(page);
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

void html_write_limited(struct db *db, const char *path, gint64 most) {
  const char *style = asset_text("report/html/page.css");
  g_autofree char *script = script_read();
  struct document *document = document_read(db, "html-front");
  struct page page = {.file = output_open(path), .db = db, .setter = typesetter_new(), .rules = html_rules_read(db)};
  html_quota(page.rules, most);
  head_write(page.file, document, style, script);
  banner_write(page.file, document);
  html_front(&page);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) part_write(&page, i);
  footer_write(page.file, document);
  html_ledger(&page);
  html_print(page.file, "<script>%s</script>\n</body>\n</html>\n", script);
  output_close(page.file);
  g_ptr_array_unref(page.rules);
  typesetter_free(page.setter);
  document_free(document);
}

void html_write(struct db *db, const char *path) { html_write_limited(db, path, FINDINGS_MOST); }
