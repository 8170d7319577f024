/* The workbook: the rows of report/sections packed, what stands around them made by libxlsxwriter, both joined into one file.
   libxlsxwriter does not say when the disk was full, so all that it wrote is read again and must be whole. */
#include "report/report.h"
#include "include/message.h"
#include "report/xlsx/xlsx_book.h"
#include "report/xlsx_cell.h"
#include "report/zip.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The joining of both. */
struct joint {
  struct book *book;
  GPtrArray *sheets; /* of struct sheet *, NULL where libxlsxwriter made the rows, in the order of the workbook */
  GPtrArray *parts;  /* of struct part *, beside them */
  struct zip_file *zip;
  GString *held; /* the file being read */
  guint whole;
};

/* ------------------------------------------------------------------------------------------------------------- proof */

/* A file that was cut or has a hole is no XML any more. */
static void xml_prove(const struct book *book, const char *name, const GString *text) {
  static const GMarkupParser parser = {0};
  GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
  bool good = g_markup_parse_context_parse(context, text->str, (gssize)text->len, NULL) &&
              g_markup_parse_context_end_parse(context, NULL);
  g_markup_parse_context_free(context);
  if (!good) stop_system(book->path, "%s was not written whole: is the disk full? nothing was changed", name);
}

/* --------------------------------------------------------------------------------------------------------- the joint */

/* Where WORD begins in what is held; it has to be there. */
static gsize held_find(const struct joint *joint, const char *word) {
  const char *at = strstr(joint->held->str, word);
  if (!at) stop_system(joint->book->path, "a sheet lacks %s: is the disk full? nothing was changed", word);
  return (gsize)(at - joint->held->str);
}

/* The range that a sheet says it fills counts the rows put in. */
static void dimension_set(struct joint *joint, const struct part *part, const struct sheet *sheet) {
  gsize at = held_find(joint, "<dimension ref=\""), end = at + strcspn(joint->held->str + at, ">") + 1;
  guint last = part->columns - 1;
  g_autofree char *range =
      last < 26 ? g_strdup_printf("<dimension ref=\"A1:%c%u\"/>", 'A' + last, sheet->rows + 1)
                : g_strdup_printf("<dimension ref=\"A1:%c%c%u\"/>", 'A' + last / 26 - 1, 'A' + last % 26, sheet->rows + 1);
  g_string_erase(joint->held, (gssize)at, (gssize)(end - at));
  g_string_insert(joint->held, (gssize)at, range);
}

/* Links stand before what tells of printing. */
static void links_insert(struct joint *joint, const struct sheet *sheet) {
  gsize at = held_find(joint, "<pageMargins");
  const char *options = strstr(joint->held->str, "<printOptions");
  if (!sheet->link_count) return;
  if (options) at = MIN(at, (gsize)(options - joint->held->str));
  g_autofree char *links = g_strdup_printf("<hyperlinks>%s</hyperlinks>", sheet->links->str);
  g_string_insert(joint->held, (gssize)at, links);
}

static struct run run_of(struct joint *joint, gsize from, gsize to) {
  packer_put(joint->book->kit.packer, joint->held->str + from, to - from);
  return packer_cut(joint->book->kit.packer);
}

/* libxlsxwriter's sheet up to the end of its rows, our rows, the rest of its sheet. */
static void sheet_join(struct joint *joint, const char *name, guint number) {
  const struct sheet *sheet = joint->sheets->pdata[number];
  dimension_set(joint, joint->parts->pdata[number], sheet);
  links_insert(joint, sheet);
  gsize seam = held_find(joint, "</sheetData>");
  struct run runs[3] = {run_of(joint, 0, seam), sheet->run, run_of(joint, seam, joint->held->len)};
  zip_add(joint->zip, name, runs, 3);
}

static void joint_piece(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data) {
  struct joint *joint = data;
  guint number = 0;
  g_string_append_len(joint->held, (const char *)bytes, (gssize)length);
  if (!last) return;
  xml_prove(joint->book, name, joint->held);
  if (sscanf(name, "xl/worksheets/sheet%u.xml", &number) == 1 && number >= 1 && number <= joint->sheets->len) joint->whole++;
  else number = 0;
  if (number && joint->sheets->pdata[number - 1]) sheet_join(joint, name, number - 1);
  else {
    struct run run = run_of(joint, 0, joint->held->len);
    zip_add(joint->zip, name, &run, 1);
  }
  g_string_truncate(joint->held, 0);
}

static void book_join(struct joint *joint, const char *path) {
  joint->held = g_string_new(NULL);
  joint->zip = zip_open(path, joint->book->kit.packer);
  zip_read(joint->book->path, joint_piece, joint);
  if (joint->whole != joint->sheets->len) stop_system(path, "a sheet is missing: is the disk full? nothing was changed");
  zip_close(joint->zip);
  g_string_free(joint->held, TRUE);
}

/* --------------------------------------------------------------------------------------------------------- the book */

static guint text_keep(void *data, const char *text) {
  const struct book *book = data;
  struct sst_element *kept = lxw_get_sst_index(book->workbook->sst, text, 0);
  if (!kept) stop_system(book->path, "no memory for the texts of the workbook: nothing was changed");
  return kept->index;
}

static bool section_leads(const struct section *section) {
  for (guint i = 0; i < section->column_count; i++)
    if (section->columns[i].kind == COLUMN_LINK && section->columns[i].width > 0) return true;
  return false;
}

/* A sheet is written after those that it leads to: first all that lead nowhere, then the others from the last on. */
static void parts_write(struct book *book, const GPtrArray *sections) {
  for (guint i = 0; i < sections->len; i++) {
    const struct section *section = sections->pdata[i];
    if (g_str_equal(section->shows, "sheet") && !section_leads(section)) part_write(book->db, &book->kit, section);
  }
  for (guint i = sections->len; i > 0; i--) {
    const struct section *section = sections->pdata[i - 1];
    if (g_str_equal(section->shows, "sheet") && section_leads(section)) part_write(book->db, &book->kit, section);
  }
}

/* In the workbook they stand in the order of their sections. */
static int part_compare(gconstpointer a, gconstpointer b) {
  return strcmp((*(struct part *const *)a)->section->path, (*(struct part *const *)b)->section->path);
}

/* Summary is made first, to stand first, and filled last, when all is counted. */
static void sheets_make(struct book *book, struct joint *joint) {
  lxw_worksheet *summary = book_sheet(book, "Summary");
  g_ptr_array_add(joint->sheets, NULL);
  g_ptr_array_add(joint->parts, NULL);
  for (guint i = 0; i < book->kit.parts->len; i++) {
    struct part *part = book->kit.parts->pdata[i];
    for (guint k = 0; k < part->sheets->len; k++) {
      book_part_sheet(book, part, part->sheets->pdata[k]);
      g_ptr_array_add(joint->sheets, part->sheets->pdata[k]);
      g_ptr_array_add(joint->parts, part);
    }
  }
  dictionary_write(book, book_sheet(book, "Dictionary"));
  g_ptr_array_add(joint->sheets, NULL);
  g_ptr_array_add(joint->parts, NULL);
  summary_write(book, summary);
}

/* Those of the long sheets: what is left of them is told while they are written. */
#define COUNT_ROWS                                                                                                               \
  "SELECT (SELECT total(exceptions) FROM rule) + (SELECT total(searches) FROM account_activity) + (SELECT count(*) FROM report)" \
  " + (SELECT count(*) FROM reject)"

void xlsx_write_limited(struct db *db, const char *path, guint rows, guint links) {
  g_autofree char *frame = g_strconcat(path, ".frame", NULL);
  g_autoptr(GPtrArray) sections = sections_read("xlsx"), sheets = g_ptr_array_new(), parts = g_ptr_array_new();
  struct book book = {.path = frame,
                      .db = db,
                      .kit = {.limit = rows, .links = links, .parts = g_ptr_array_new_with_free_func((GDestroyNotify)part_free)}};
  struct joint joint = {.book = &book, .sheets = sheets, .parts = parts};
  mode_t mask = umask(0077);
  book_begin(&book);
  book.kit.packer = packer_new(path);
  book.kit.all = (guint64)db_value_int(db, COUNT_ROWS);
  book.kit.strings = strings_new(text_keep, &book);
  book.kit.found = found_read(db);
  book.kit.lookups = lookups_new(db);
  book.kit.paths = section_sources(db);
  parts_write(&book, sections);
  g_ptr_array_sort(book.kit.parts, part_compare);
  sheets_make(&book, &joint);
  book_check(&book, workbook_close(book.workbook));
  book_join(&joint, path);
  unlink(frame);
  umask(mask);
  packer_free(book.kit.packer);
  strings_free(book.kit.strings);
  found_free(book.kit.found);
  lookups_free(book.kit.lookups);
  g_ptr_array_unref(book.kit.paths);
  g_ptr_array_unref(book.kit.parts);
  g_free(book.agency);
}

void xlsx_write(struct db *db, const char *path) { xlsx_write_limited(db, path, EXCEL_ROWS, EXCEL_LINKS); }
