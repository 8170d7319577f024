/* The list of matters: what the records show and, as large, what speaks for the person; its findings are a link away. */
#include "report/html/html_matters.h"
#include "include/text.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include "report/html/html_write.h"
#include <string.h>

/* More are in audit.xlsx: nobody reads on. FIRST: what needs the reader before all others. */
enum { MATTERS_MOST = 400, MATTERS_FIRST = 5 };

enum field {
  ID,
  SEVERITY,
  SENTENCE,
  INNOCENT,
  FINDINGS,
  PASSAGES,
  ANSWER,
  CHANGE,
  ALL,
  RANK,
  USER,
  STATE,
  DISPOSITION,
  COVERS,
  TICKS,
  TICKS_WORDS
};

static void link_write(struct output *file, const char *filter, const char *id, gint64 count, const char *words) {
  g_autofree char *go = html_choice(filter, id), *number = scale_number(count);
  html_link(file, NULL, go);
  html_print(file, "%s %s</a>", number, words);
}

/* A stroke for each month of the period, as high as it has findings. */
static void ticks_write(struct output *file, const char *ticks, const char *words) {
  if (!ticks || !words) return;
  gsize months = strlen(ticks);
  html_print(file, "<svg class=\"ticks\" role=\"img\" width=\"%d\" height=\"12\"", (int)months * 6);
  g_autofree char *label = g_strconcat("Findings by month: ", words, NULL);
  html_attribute(file, "aria-label", label);
  html_print(file, "><path d=\"M0 11.5h%d", (int)months * 6);
  for (gsize i = 0; i < months; i++)
    if (ticks[i] > '0') html_print(file, "M%d 11v-%d", (int)i * 6 + 3, MIN(11, 4 + ticks[i] - '0'));
  output_print(file, "\"/></svg> ");
}

static void matter_begin(struct output *file, sqlite3_stmt *row) {
  static const struct {
    enum field field;
    const char *name;
  } attributes[] = {{SEVERITY, "class"}, {ID, "data-m"},    {COVERS, "data-c"},
                    {USER, "data-u"},    {STATE, "data-a"}, {DISPOSITION, "data-z"}};
  html_print(file, "<li value=\"%d\"", (int)db_int(row, RANK));
  for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++)
    html_attribute(file, attributes[i].name, db_text(row, (int)attributes[i].field));
  g_autofree char *shown = text_show(db_text(row, ID), false);
  if (!g_str_equal(shown, db_text(row, ID))) html_exact_attribute(file, "data-id", db_text(row, ID));
  output_print(file, ">");
}

static void matter_write(struct output *file, sqlite3_stmt *row) {
  gint64 findings = db_int(row, FINDINGS), passages = db_int(row, PASSAGES);
  matter_begin(file, row);
  output_print(file, "<p><b>");
  html_text(file, db_text(row, SEVERITY));
  output_print(file, "</b> ");
  html_text(file, db_text(row, SENTENCE));
  output_print(file, "</p>\n<p><b>Speaks for the person</b> ");
  html_text(file, db_text(row, INNOCENT));
  output_print(file, "</p>\n<p class=\"facts\">");
  ticks_write(file, db_text(row, TICKS), db_text(row, TICKS_WORDS));
  link_write(file, "matter", db_text(row, ID), findings, findings == 1 ? "finding" : "findings");
  if (passages) output_print(file, " · "), link_write(file, "reading", db_text(row, ID), passages, "to be read");
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
      output_print(page->file, "</ol>\n<h3>All others, the worst first</h3>\n<ol class=\"matters\">\n");
    all = db_int(row, ALL);
    matter_write(page->file, row);
    listed++;
  }
  output_print(page->file, listed ? "</ol>\n" : "<p>No finding: there is nothing to answer.</p>\n");
  rest_write(page->file, listed, all);
  sqlite3_finalize(row);
  section_free(section);
}
