/* Turns the rows of a SELECT into the sheets of a workbook, as XML that is packed while it is made: not by libxlsxwriter, which
   packs in one thread. What stands around the rows is made by xlsx_book.c. */
#include "report/xlsx_writer.h"
#include "include/audit.h"
#include "include/text.h"
#include <string.h>

#define LINE_HEIGHT 15
#define SHEET_BYTES (3ULL << 30)   /* of XML: what a zip archive holds of one file, with room to spare */
#define BOOK_BYTES (3584ULL << 20) /* packed: the same of all files */

/* --------------------------------------------------------------------------------------------------------------- rows */

static void row_put(struct writer *writer) {
  char held[64];
  struct ink open = {held, held, sizeof held};
  ink_literal(&open, "<row r=\"");
  ink_number(&open, writer->row);
  if (writer->lines > 1) {
    ink_literal(&open, "\" ht=\"");
    ink_number(&open, (guint64)writer->lines * LINE_HEIGHT);
    ink_literal(&open, "\" customHeight=\"1");
  }
  ink_literal(&open, "\">");
  ink_literal(&writer->ink, "</row>\n");
  packer_put(writer->kit->packer, open.bytes, (gsize)(open.at - open.bytes));
  packer_put(writer->kit->packer, writer->ink.bytes, (gsize)(writer->ink.at - writer->ink.bytes));
  writer->ink.at = writer->ink.bytes;
  writer->lines = 1;
}

static void keys_keep(struct writer *writer) {
  for (int i = 0; i < writer->columns; i++) {
    const struct column *kind = &writer->part->section->columns[i];
    if (kind->kind == COLUMN_LINK && kind->width <= 0)
      links_keep(writer->part->keys, db_text(writer->statement, i),
                 (struct row_place){writer->part->sheets->len - 1, writer->row});
  }
}

static void row_write(struct writer *writer) {
  values_write(writer);
  keys_keep(writer);
  row_put(writer);
  writer->row++;
  writer->sheet->rows++;
  writer->part->rows++;
}

/* A line of text below the table. */
static void note_write(struct writer *writer, const char *text) {
  struct ink *ink = &writer->ink;
  guint width;
  ink_literal(ink, "<c s=\"");
  ink_number(ink, writer->kit->looks[LOOK_NOTE]);
  ink_literal(ink, "\" t=\"inlineStr\"><is>");
  cell_xml(ink, text, strlen(text), &width, &writer->kit->cut);
  ink_literal(ink, "</is></c>");
  row_put(writer);
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

static void sheet_begin(struct writer *writer) {
  const char *title = writer->part->section->title;
  struct sheet *sheet = g_new0(struct sheet, 1);
  guint number = writer->part->sheets->len + 1;
  sheet->name = number > 1 ? g_strdup_printf("%s %u", title, number) : g_strdup(title);
  sheet->links = g_string_new(NULL);
  g_ptr_array_add(writer->part->sheets, sheet);
  writer->sheet = sheet;
  writer->row = 2;
}

static void sheet_end(struct writer *writer) { writer->sheet->run = packer_cut(writer->kit->packer); }

static bool sheet_full(const struct writer *writer) {
  return writer->row >= writer->kit->limit || packer_length(writer->kit->packer) > SHEET_BYTES;
}

/* Begins the next sheet, and says so below this one; false where there may be no further sheet. */
static bool sheet_next(struct writer *writer) {
  if (writer->part->sheets->len == SHEETS_MOST || packer_size(writer->kit->packer) > BOOK_BYTES) return false;
  g_autofree char *note =
      g_strdup_printf("The next rows are on the sheet %s %u.", writer->part->section->title, writer->part->sheets->len + 1);
  note_write(writer, note);
  sheet_end(writer);
  sheet_begin(writer);
  return true;
}

static void left_tell(struct writer *writer) {
  if (!writer->part->left) return;
  g_autofree char *note =
      g_strdup_printf("%" G_GUINT64_FORMAT " more rows are not in this workbook: they are in %s.", writer->part->left,
                      writer->part->section->rest ? writer->part->section->rest : "audit.db");
  note_write(writer, note);
}

static void rows_write(struct writer *writer) {
  sheet_begin(writer);
  while (db_step(writer->db, writer->statement)) {
    if (writer->part->left || (sheet_full(writer) && !sheet_next(writer))) writer->part->left++;
    else row_write(writer);
    if (++writer->kit->told % 8192 == 0) progress_show("writing audit.xlsx", writer->kit->told, writer->kit->all);
  }
  left_tell(writer);
  sheet_end(writer);
}

static void sheet_free(void *data) {
  struct sheet *sheet = data;
  g_free(sheet->name);
  g_string_free(sheet->links, TRUE);
  g_free(sheet);
}

void part_free(struct part *part) {
  for (guint i = 0; i < part->columns; i++) g_free(part->shown[i].head);
  g_ptr_array_unref(part->sheets);
  links_free(part->keys);
  g_free(part);
}

struct part *part_write(struct db *db, struct rows_kit *kit, const struct section *section) {
  struct part *part = g_new0(struct part, 1);
  part->section = section;
  part->sheets = g_ptr_array_new_with_free_func(sheet_free);
  part->keys = links_new();
  struct writer writer = {.db = db, .kit = kit, .part = part, .statement = section_open(db, section), .lines = 1};
  writer.columns = sqlite3_column_count(writer.statement);
  sources_read(&writer);
  rows_write(&writer);
  links_ready(part->keys);
  sqlite3_finalize(writer.statement);
  ink_free(&writer.ink);
  ink_free(&writer.joined);
  g_ptr_array_add(kit->parts, part);
  return part;
}

struct part *part_named(const struct rows_kit *kit, const char *title) {
  for (guint i = 0; i < kit->parts->len; i++) {
    struct part *part = kit->parts->pdata[i];
    if (g_str_equal(part->section->title, title)) return part;
  }
  return NULL;
}
