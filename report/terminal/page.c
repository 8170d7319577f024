/* Prints a document as one page of plain text, at most 100 columns wide. What it says is decided in report/sections. */
#include "include/audit.h"
#include "report/document/document.h"
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PAGE_COLUMNS 100
#define GAP 2

static guint text_cells(const char *text) {
  guint cells = 0;
  for (; *text; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    cells += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
  }
  return cells;
}

/* The end of the first line of TEXT at WIDTH: after a word where there is one, else anywhere; one character at least. */
static const char *line_end(const char *text, guint width) {
  const char *at = text, *blank = NULL;
  for (guint cells = 0; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    cells += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    if (cells > width && at > text) return *at == ' ' ? at : blank ? blank : at;
    if (*at == ' ') blank = at;
  }
  return at;
}

static GPtrArray *lines_wrap(const char *text, guint width) {
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  do {
    const char *end = line_end(text, width);
    g_ptr_array_add(lines, g_strndup(text, (gsize)(end - text)));
    for (text = end; *text == ' ';) text++;
  } while (*text);
  return lines;
}

static void blanks(guint count) { printf("%*s", (int)count, ""); }

static void paragraph(const char *text, guint indent) {
  g_autoptr(GPtrArray) lines = lines_wrap(text, PAGE_COLUMNS - indent);
  for (guint i = 0; i < lines->len; i++) {
    blanks(indent);
    puts(lines->pdata[i]);
  }
}

/* ------------------------------------------------------------------------------------------------------------- tables */

static const char *cell_shown(const struct table *table, guint row, guint column) {
  const char *text = table_cell(table, row, column);
  return table->kinds[column].kind == COLUMN_SIGN ? status_sign(text) : text;
}

/* The longest word of a cell, up to what still leaves room for others. */
static guint word_most(const char *text) {
  guint most = 0;
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (char **at = words; *at; at++) most = MAX(most, text_cells(*at));
  return MIN(most, 34);
}

/* As wide as the widest cell; FLOORS as wide as the widest word. */
static guint widths_wish(const struct table *table, guint *widths, guint *floors) {
  guint all = 0;
  for (guint i = 0; i < table->columns; i++) {
    widths[i] = floors[i] = 0;
    if (!table_shown(table, i)) continue;
    widths[i] = text_cells(table->heads->pdata[i]);
    floors[i] = word_most(table->heads->pdata[i]);
    for (guint row = 0; row < table_rows(table); row++) {
      widths[i] = MAX(widths[i], text_cells(cell_shown(table, row, i)));
      floors[i] = MAX(floors[i], word_most(cell_shown(table, row, i)));
    }
    all += widths[i] + GAP;
  }
  return all;
}

/* Where the table is too wide, the columns that can be wrapped between words give way first, the widest before others. */
static void widths_find(const struct table *table, guint *widths) {
  guint floors[COLUMNS_MOST];
  for (guint all = widths_wish(table, widths, floors); all > PAGE_COLUMNS; all--) {
    guint most = G_MAXUINT, forced = 0;
    for (guint i = 0; i < table->columns; i++) {
      if (widths[i] > widths[forced]) forced = i;
      if (widths[i] > floors[i] && (most == G_MAXUINT || widths[i] > widths[most])) most = i;
    }
    widths[most == G_MAXUINT ? forced : most]--;
  }
}

static void cell_append(GString *line, const struct table *table, guint column, const char *text, guint width) {
  int pad = (int)(width - MIN(width, text_cells(text)));
  bool right = table->kinds[column].kind == COLUMN_COUNT;
  g_string_append_printf(line, "%*s%s%*s", GAP + (right ? pad : 0), "", text, right ? 0 : pad, "");
}

static void row_print(const struct table *table, const guint *widths, const char *const *cells) {
  GPtrArray *lines[COLUMNS_MOST];
  guint height = 1;
  for (guint i = 0; i < table->columns; i++) {
    lines[i] = lines_wrap(table_shown(table, i) ? cells[i] : "", MAX(1, widths[i]));
    height = MAX(height, lines[i]->len);
  }
  for (guint line = 0; line < height; line++) {
    g_autoptr(GString) row = g_string_new(NULL);
    for (guint i = 0; i < table->columns; i++)
      if (table_shown(table, i)) cell_append(row, table, i, line < lines[i]->len ? lines[i]->pdata[line] : "", widths[i]);
    puts(g_strchomp(row->str));
  }
  for (guint i = 0; i < table->columns; i++) g_ptr_array_unref(lines[i]);
}

static void table_print(const struct table *table) {
  guint widths[COLUMNS_MOST];
  widths_find(table, widths);
  row_print(table, widths, (const char *const *)table->heads->pdata);
  for (guint row = 0; row < table_rows(table); row++) {
    const char *cells[COLUMNS_MOST];
    for (guint i = 0; i < table->columns; i++) cells[i] = cell_shown(table, row, i);
    row_print(table, widths, cells);
  }
}

/* ------------------------------------------------------------------------------------------------------------- blocks */

static void heading_print(const struct block *block, bool terminal) {
  printf("\n%s%s%s\n", terminal ? "\033[1m" : "", block->text, terminal ? "\033[0m" : "");
}

static void figures_print(const struct table *table) {
  puts("");
  for (guint row = 0; row < table_rows(table); row++) {
    guint pad = 10 - MIN(10, text_cells(table_cell(table, row, 1)));
    printf("  %-22s ", table_cell(table, row, 0));
    blanks(pad);
    printf("%s  %s\n", table_cell(table, row, 1), table_cell(table, row, 2));
  }
}

static void block_print(const struct block *block, bool terminal) {
  if (block->kind == BLOCK_HEADING) heading_print(block, terminal);
  else if (block->kind == BLOCK_TEXT) paragraph(block->text, GAP);
  else if (block->kind == BLOCK_FIGURES) figures_print(block->table);
  else if (block->kind == BLOCK_TABLE) table_print(block->table);
}

static void place_print(const char *folder) {
  static const char *const names[] = {"audit.pdf", "audit.html", "audit.xlsx", "findings.csv", "charts", "audit.db"};
  g_autofree char *shown = text_show(folder, true);
  g_autoptr(GString) list = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) g_string_append_printf(list, "%s%s", list->len ? ", " : "", names[i]);
  }
  printf("\nThe report is in %s: %s\n", shown, list->len ? list->str : "nothing was written");
}

/* After ingest alone: what was read; nothing is analysed, so nothing is said of clauses. */
static void ingested_print(struct db *db, const char *folder) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT path, kind, rows, kept, duplicates, rejected, not_data, encoding FROM audit_input");
  while (db_step(db, rows)) {
    g_autofree char *shown = text_show(db_text(rows, 0), true);
    printf("%s: %s, %s: %" G_GINT64_FORMAT " rows = %" G_GINT64_FORMAT " kept + %" G_GINT64_FORMAT
           " duplicates + %" G_GINT64_FORMAT " rejected + %" G_GINT64_FORMAT " not data\n",
           shown, db_text(rows, 1), db_text(rows, 7), db_int(rows, 2), db_int(rows, 3), db_int(rows, 4), db_int(rows, 5),
           db_int(rows, 6));
  }
  sqlite3_finalize(rows);
  g_autofree char *shown = text_show(folder, true);
  printf("Not analysed yet: run faceaudit analyze %s\n", shown);
}

static void analysed_print(struct db *db, const char *folder) {
  struct document *document = document_read(db, "page");
  bool terminal = isatty(STDOUT_FILENO);
  printf("%s\n%s\nPeriod %s\n", document->title, document->agency, document->period);
  for (guint i = 0; i < document->blocks->len; i++) block_print(document->blocks->pdata[i], terminal);
  place_print(folder);
  document_free(document);
}

void report_print(struct db *db, const char *folder) {
  if (db_value_int(db, "SELECT count(*) FROM rule")) analysed_print(db, folder);
  else ingested_print(db, folder);
  if (fflush(stdout) != 0 || ferror(stdout)) stop_system("standard output", "%s", g_strerror(errno));
}
