/* Prints a document as one page of plain text. What it says is decided in report/sections, how tables look in page_table.c. */
#include "include/audit.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/document/document.h"
#include "report/terminal/page_table.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define INDENT 2

static void heading_print(const char *text) {
  bool terminal = isatty(STDOUT_FILENO);
  printf("\n%s", terminal ? "\033[1m" : "");
  wrap_text(text, 0);
  printf("%s", terminal ? "\033[0m" : "");
}

static void block_print(const struct block *block) {
  if (block->kind == BLOCK_HEADING) heading_print(block->text);
  else if (block->kind == BLOCK_TEXT) wrap_text(block->text, INDENT);
  else if (block->kind == BLOCK_FIGURES) page_figures(block->table, wrap_columns());
  else if (block->kind == BLOCK_TABLE) page_table(block->table, wrap_columns());
}

/* Where the last section before END begins: with its heading. */
static guint section_start(const GPtrArray *blocks, guint end) {
  guint start = end - 1;
  while (start && ((const struct block *)blocks->pdata[start])->kind != BLOCK_HEADING) start--;
  return start;
}

/* Prints the sections from last to first: a document begins with what matters most, and on a terminal one sees the end. */
static void document_print(const struct document *document) {
  printf("%s\n%s\nPeriod %s\n", document->title, document->agency, document->period);
  for (guint end = document->blocks->len, start; end; end = start) {
    start = section_start(document->blocks, end);
    if (!start) {
      g_autofree char *title = g_strdup_printf("%s, %s", document->agency, document->period);
      heading_print(title);
    }
    for (guint i = start; i < end; i++) block_print(document->blocks->pdata[i]);
  }
}

static void place_print(const char *folder) {
  static const char *const names[] = {"audit.pdf", "audit.html", "audit.xlsx", "findings.csv", "charts", "audit.db"};
  g_autoptr(GString) list = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) g_string_append_printf(list, "%s%s", list->len ? ", " : "", names[i]);
  }
  g_autofree char *words = g_strdup_printf("The report is in %s: %s", folder, list->len ? list->str : "nothing was written");
  putchar('\n');
  wrap_text(words, 0);
}

static void analysed_print(struct db *db, const char *folder) {
  struct document *document = document_read(db, "page");
  document_print(document);
  place_print(folder);
  document_free(document);
}

/* After ingest alone there is nothing to say about clauses. */
static void ingested_print(struct db *db, const char *folder) {
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT path || ': ' || kind || ', ' || encoding || ': ' || rows || ' rows = ' || kept || ' kept + ' || "
                     "duplicates || ' duplicates + ' || rejected || ' rejected + ' || not_data || ' not data' FROM audit_input");
  while (db_step(db, rows)) wrap_text(db_text(rows, 0), 0);
  sqlite3_finalize(rows);
  g_autofree char *next = g_strdup_printf("Not analysed yet: run faceaudit analyze %s", folder);
  wrap_text(next, 0);
}

void report_print(struct db *db, const char *folder) {
  if (db_value_int(db, "SELECT count(*) FROM rule")) analysed_print(db, folder);
  else ingested_print(db, folder);
}
