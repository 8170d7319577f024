/* Workbooks as inputs: number formats, cells, sheets, and files that are damaged or meant to do harm. */
#include "tests/check.h"
#include "ingest/csv/csv.h"
#include "ingest/csv/grid.h"
#include "ingest/xlsx/number_format.h"
#include "ingest/xlsx/spreadsheet.h"
#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

/* -------------------------------------------------------------------------------------------------------------- numbers */

static void shown(double value, guint id, const char *code, const char *expected) {
  struct number_format format = number_format(id, code);
  g_autofree char *text = number_text(value, &format, false);
  g_assert_cmpstr(text, ==, expected);
}

static void test_dates(void) {
  shown(44713, 14, NULL, "2022-06-01");
  shown(44713.6549537037, 22, NULL, "2022-06-01 15:43:08");
  shown(44713.6549537037, 14, NULL, "2022-06-01 15:43:08"); /* the time is there, though not shown */
  shown(44713, 22, NULL, "2022-06-01 00:00:00");
  shown(44713.5, 164, "[$-409]m/d/yy\\ h:mm\\ AM/PM;@", "2022-06-01 12:00:00");
  shown(44713.5, 164, "dd\"th of\" mmmm yyyy", "2022-06-01 12:00:00");
  shown(44713, 164, "mmm-yy", "2022-06-01");
  shown(44713, 164, "mmm", "2022-06-01");
  shown(44713.9999999, 22, NULL, "2022-06-02 00:00:00");
  shown(61, 14, NULL, "1900-03-01");
  shown(60, 14, NULL, "1900-02-29");
  shown(1, 14, NULL, "1900-01-01");
  shown(0, 14, NULL, "1900-01-00");
  shown(-1, 14, NULL, "-1");
  shown(1e9, 14, NULL, "1000000000");
}

static void test_times(void) {
  shown(0.545138888888889, 20, NULL, "13:05:00");
  shown(0.545138888888889, 164, "h:mm AM/PM", "13:05:00");
  shown(0.5, 45, NULL, "12:00:00");
  shown(1.25, 46, NULL, "30:00:00");
  shown(1.25, 20, NULL, "06:00:00"); /* the year 1900 is how some systems write no date */
  shown(44713.5, 20, NULL, "2022-06-01 12:00:00");
}

static void test_plain(void) {
  shown(2022000123, 0, NULL, "2022000123");
  shown(44713.6549537037, 0, "General", "44713.6549537037");
  shown(0.1, 2, NULL, "0.1");
  shown(12.5, 164, "#,##0.00\\ \"days\"", "12.5");
  shown(12, 164, "0.00E+00", "12");
  shown(12, 164, "[Red]0", "12");
  shown(-0.0, 0, NULL, "0");
  shown(1e20, 0, NULL, "1e+20");
}

static void test_masks(void) {
  shown(123, 164, "00000", "00123");
  shown(123456789, 164, "000-00-0000", "123-45-6789");
  shown(22000123, 164, "00\\-000000", "22-000123");
  shown(1234567, 164, "00000", "1234567");
  shown(1.5, 164, "00000", "1.5");
}

static void test_1904(void) {
  struct number_format date = number_format(14, NULL), clock = number_format(20, NULL);
  g_autofree char *day = number_text(43251, &date, true), *time = number_text(0.5, &clock, true);
  g_assert_cmpstr(day, ==, "2022-06-01");
  g_assert_cmpstr(time, ==, "12:00:00");
}

/* ------------------------------------------------------------------------------------------------------------- records */

static char *path_new(char **folder) {
  *folder = g_dir_make_tmp("faceaudit-XXXXXX", NULL);
  return g_build_filename(*folder, "in.xlsx", NULL);
}

static void path_remove(char *folder, char *path) {
  g_unlink(path);
  g_rmdir(folder);
  g_free(folder);
  g_free(path);
}

static double score_user(char **cells, guint count, void *data) {
  (void)data;
  for (guint i = 0; i < count; i++)
    if (!strcmp(cells[i], "user")) return 0.9;
  return 0;
}

/* As in test_csv.c: "2 data a|b", "!" where it has faults, which follow. */
static char *records(const char *path) {
  static const char *const kinds[] = {"data", "damaged", "header", "title", "repeated", "total", "blank"};
  GString *all = g_string_new(NULL);
  struct source *source = source_open(path, "in.xlsx");
  struct csv *csv = csv_open(source, score_user, NULL);
  struct record record;
  while (csv_next(csv, &record)) {
    g_string_append_printf(all, "%u %s", record.line, kinds[record.kind]);
    for (guint i = 0; i < record.count; i++) g_string_append_printf(all, "%c%s", i ? '|' : ' ', record.cells[i]);
    for (guint i = 0; i < record.faults->len; i++) g_string_append_printf(all, " !%s", (char *)record.faults->pdata[i]);
    g_string_append_c(all, '\n');
  }
  csv_close(csv);
  source_close(source);
  return g_string_free(all, FALSE);
}

static void table_write(lxw_worksheet *sheet, lxw_row_t row, const char *text) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto(GStrv) cells = g_strsplit(lines[i], "|", -1);
    for (guint k = 0; cells[k]; k++)
      if (*cells[k]) worksheet_write_string(sheet, row + i, (lxw_col_t)k, cells[k], NULL);
  }
}

static void test_cells(void) {
  char *folder, *path = path_new(&folder);
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  lxw_format *moment = workbook_add_format(book), *merged = workbook_add_format(book), *bold = workbook_add_format(book);
  format_set_num_format(moment, "m/d/yyyy h:mm:ss");
  format_set_bold(bold);
  worksheet_merge_range(sheet, 0, 0, 0, 4, "Log of June", merged);
  table_write(sheet, 2, "time|user|case|ok|remark");
  worksheet_write_number(sheet, 3, 0, 44713.6549537037, moment);
  lxw_rich_string_tuple plain = {NULL, "j"}, strong = {bold, "marsh"}, *rich[] = {&plain, &strong, NULL};
  worksheet_write_rich_string(sheet, 3, 1, rich, NULL);
  worksheet_write_number(sheet, 3, 2, 22000123, NULL);
  worksheet_write_boolean(sheet, 3, 3, 1, NULL);
  worksheet_write_string(sheet, 3, 4, "two\nlines, \"quoted\"\ttab", NULL);
  worksheet_write_number(sheet, 4, 0, 44714, moment);
  worksheet_write_string(sheet, 4, 1, "", NULL);
  worksheet_write_formula_num(sheet, 4, 2, "=C4+1", NULL, 22000124);
  worksheet_write_formula_str(sheet, 4, 3, "=\"a\"&\"b\"", NULL, "ab");
  worksheet_write_formula_str(sheet, 4, 4, "=1/0", NULL, "#DIV/0!");
  table_write(sheet, 8, "06/03/2022|ann|22-1||x _x y");
  workbook_close(book);
  g_autofree char *got = records(path);
  g_assert_cmpstr(got, ==,
                  "1 title Log of June||||\n2 blank\n3 header time|user|case|ok|remark\n"
                  "4 data 2022-06-01 15:43:08|jmarsh|22000123|TRUE|two\nlines, \"quoted\"\ttab\n"
                  "5 data 2022-06-02 00:00:00||22000124|ab|#DIV/0!\n6 blank\n7 blank\n8 blank\n"
                  "9 data 06/03/2022|ann|22-1||x _x y\n");
  path_remove(folder, path);
}

static void test_aside(void) {
  char *folder, *path = path_new(&folder);
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  table_write(sheet, 0, "time|user|case\n1|joe|2\n2|ann|3\n3|joe|\nTotal|3");
  worksheet_write_string(sheet, 2, 7, "ask Ann", NULL);
  workbook_close(book);
  g_autofree char *got = records(path);
  g_assert_cmpstr(got, ==,
                  "1 header time|user|case\n2 data 1|joe|2\n"
                  "3 data 2|ann|3 !the cell H3 is beside the table and is not read: \"ask Ann\"\n4 data 3|joe|\n"
                  "5 total Total|3|\n");
  path_remove(folder, path);
}

static void test_merged_down(void) {
  char *folder, *path = path_new(&folder);
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  table_write(sheet, 0, "time|user|case\n1|joe|1\n2||2\n3||3\n4|ann|4");
  worksheet_merge_range(sheet, 1, 1, 3, 1, "joe", NULL);
  workbook_close(book);
  g_autofree char *got = records(path);
  g_assert_cmpstr(got, ==, "1 header time|user|case\n2 data 1|joe|1\n3 data 2|joe|2\n4 data 3|joe|3\n5 data 4|ann|4\n");
  path_remove(folder, path);
}

/* Three sheets: a cover, a table, a hidden copy of it. */
static void sheets_write(const char *path) {
  lxw_workbook *book = workbook_new(path);
  table_write(workbook_add_worksheet(book, "Cover"), 0, "Made for the auditor");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Log # 1"), *copy = workbook_add_worksheet(book, "Old");
  lxw_row_col_options hidden = {.hidden = 1};
  table_write(sheet, 0, "time|user\n1|joe\n2|ann");
  worksheet_set_row_opt(sheet, 1, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  worksheet_set_column_opt(sheet, 1, 1, LXW_DEF_COL_WIDTH, NULL, &hidden);
  worksheet_autofilter(sheet, 0, 0, 2, 1);
  table_write(copy, 0, "time|user\n3|old");
  worksheet_hide(copy);
  workbook_close(book);
}

static void test_sheets(void) {
  char *folder, *path = path_new(&folder);
  sheets_write(path);
  g_autofree char *named = g_strconcat(path, "# log # 1", NULL), *other = g_strconcat(path, "#Old", NULL);
  g_autofree char *first = records(named), *second = records(other), *why = NULL;
  g_assert_cmpstr(first, ==, "1 header time|user\n2 data 1|joe\n3 data 2|ann\n");
  g_assert_cmpstr(second, ==, "1 header time|user\n2 data 3|old\n");
  g_autoptr(GPtrArray) names = grid_sheets(path, &why);
  g_assert_null(why);
  g_assert_cmpuint(names->len, ==, 3);
  g_assert_cmpstr(names->pdata[1], ==, "Log # 1");
  path_remove(folder, path);
}

static void test_choice(void) {
  char *folder, *path = path_new(&folder);
  sheets_write(path);
  struct source *source = source_open(path, "in.xlsx");
  struct csv *csv = csv_open(source, score_user, NULL);
  struct grid *grid = source_grid(source);
  g_assert_cmpstr(grid_name(grid, grid_used(grid)), ==, "Log # 1");
  g_assert_cmpstr(grid_rival_name(grid), ==, "Old");
  g_autoptr(GPtrArray) notes = grid_notes(grid);
  g_ptr_array_add(notes, NULL);
  g_autofree char *joined = g_strjoinv("\n", (char **)notes->pdata);
  g_assert_cmpstr(joined, ==,
                  "Its sheet \"Log # 1\" is read; the workbook has the sheets \"Cover\", \"Log # 1\", \"Old\".\n"
                  "1 of its rows is hidden in the workbook; it is read like the others.\n"
                  "1 of its columns is hidden in the workbook; it is read like the others.\n"
                  "A filter is set on the sheet: the rows that it hides are read, too.");
  csv_close(csv);
  source_close(source);
  path_remove(folder, path);
}

/* ------------------------------------------------------------------------------------------------------------- by hand */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RELATIONS(inside) XML "<Relationships xmlns=\"p\">" inside "</Relationships>"

/* NAME, content, ..., NULL. */
static GBytes *zip_of(const char *const *parts) {
  zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
  zip_stat_t status;
  zip_source_keep(source);
  for (; *parts; parts += 2) zip_file_add(zip, parts[0], zip_source_buffer(zip, parts[1], strlen(parts[1]), 0), ZIP_FL_OVERWRITE);
  g_assert_cmpint(zip_close(zip), ==, 0);
  zip_source_open(source);
  zip_source_stat(source, &status);
  char *data = g_malloc(status.size);
  g_assert_cmpint(zip_source_read(source, data, status.size), ==, (zip_int64_t)status.size);
  zip_source_close(source);
  zip_source_free(source);
  return g_bytes_new_take(data, status.size);
}

struct made {
  const char *sheet, *texts, *styles;
};

static GBytes *book_made(struct made made) {
  const char *const parts[] = {
      "_rels/.rels",
      RELATIONS("<Relationship Id='a' Type='http://x/officeDocument' Target='/xl/workbook.xml'/>"),
      "xl/workbook.xml",
      XML "<x:workbook xmlns:x='m' xmlns:q='r'><x:sheets><x:sheet name='S' sheetId='1' q:id='b'/></x:sheets></x:workbook>",
      "xl/_rels/workbook.xml.rels",
      RELATIONS("<Relationship Id='b' Type='http://x/worksheet' Target='worksheets/s.xml'/>"
                "<Relationship Id='c' Type='http://x/sharedStrings' Target='texts.xml'/>"
                "<Relationship Id='d' Type='http://x/styles' Target='styles.xml'/>"),
      "xl/worksheets/s.xml",
      made.sheet,
      "xl/texts.xml",
      made.texts ? made.texts : XML "<sst/>",
      "xl/styles.xml",
      made.styles ? made.styles : XML "<styleSheet/>",
      NULL};
  return zip_of(parts);
}

#define SHEET(inside) XML "<worksheet xmlns='m'><sheetData>" inside "</sheetData></worksheet>"

/* The cells of its only sheet, "A1=x B1=y", "!" before one with a fault; the fault of the workbook where it has one. */
static char *book_cells(GBytes *bytes) {
  GString *all = g_string_new(NULL);
  struct spreadsheet *book = spreadsheet_open(bytes);
  struct cells *sheet = book && !spreadsheet_fault(book) ? spreadsheet_read(book, 0) : NULL;
  for (guint i = 0; sheet && i < sheet->rows->len; i++) {
    const struct sheet_row *row = &g_array_index(sheet->rows, struct sheet_row, i);
    for (guint k = 0; k < row->count; k++) {
      g_autofree char *name = cell_name(i, row->cells[k].column);
      g_string_append_printf(all, "%s%s%s=%s", all->len ? " " : "", row->cells[k].fault ? "!" : "", name, row->cells[k].text);
    }
  }
  if (book && spreadsheet_fault(book)) g_string_assign(all, spreadsheet_fault(book));
  if (!book) g_string_assign(all, "no workbook");
  cells_free(sheet);
  spreadsheet_close(book);
  g_bytes_unref(bytes);
  return g_string_free(all, FALSE);
}

static void made_is(struct made made, const char *expected) {
  g_autofree char *got = book_cells(book_made(made));
  g_assert_cmpstr(got, ==, expected);
}

static void made_fails(struct made made, const char *part) {
  g_autofree char *got = book_cells(book_made(made));
  if (!g_str_has_prefix(got, "this workbook") || !strstr(got, part)) g_error("\"%s\" lacks \"%s\"", got, part);
}

static void test_by_hand(void) {
  made_is((struct made){.sheet = SHEET(
                            "<row><c t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b </t></r><rPh><t>no</t></rPh>"
                            "</is></c><c><v>1.0</v></c><c/><c t='e'><v>#REF!</v></c><c><f>A1</f></c></row>"
                            "<row r='3'><c r='AA3' t='str'><f>A1</f><v>x</v></c><c t='d'><v>2022-06-01T10:00:00</v></c></row>")},
          "A1=a b  B1=1 !D1=#REF! !E1= AA3=x AB3=2022-06-01T10:00:00");
  made_is((struct made){.sheet = SHEET("<row><c t='s'><v>1</v></c><c s='1'><v>44713</v></c></row>"),
                        .texts = XML "<sst><si><t>a</t></si><si><t>line_x000D_\n_x005F_x0041_</t></si></sst>",
                        XML
                        "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='yyyy'/></numFmts><cellStyleXfs><xf "
                        "numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='200'/></cellXfs></styleSheet>"},
          "A1=line\r\n_x0041_ B1=2022-06-01");
}

static void test_out_of_range(void) {
  made_fails((struct made){.sheet = SHEET("<row><c t='s'><v>7</v></c></row>")},
             "the cell A1 of the sheet S names a text that is not there");
  made_fails((struct made){.sheet = SHEET("<row><c t='s'><v>-1</v></c></row>")}, "names a text that is not there");
  made_fails((struct made){.sheet = SHEET("<row r='1000000000'><c><v>1</v></c></row>")}, "a row 1000000000 behind row 0");
  made_fails((struct made){.sheet = SHEET("<row r='5'/><row r='5'/>")}, "a row 5 behind row 5");
  made_fails((struct made){.sheet = SHEET("<row><c r='ZZZZ1'><v>1</v></c></row>")}, "a cell out of place");
  made_fails((struct made){.sheet = SHEET("<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>")}, "a cell out of place");
  made_is((struct made){.sheet = SHEET("<row><c s='99'><v>5</v></c><c><v>nan</v></c></row>")}, "A1=5 B1=nan");
  made_is((struct made){.sheet = XML
                        "<worksheet><sheetData><row><c><v>5</v></c></row></sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/>"
                        "<mergeCell ref='nonsense'/></mergeCells></worksheet>"},
          "A1=5");
}

static void test_damaged(void) {
  made_fails((struct made){.sheet = "<worksheet><sheetData><row><c><v>5</v></c>"}, "xl/worksheets/s.xml");
  made_fails((struct made){.sheet = ""}, "xl/worksheets/s.xml is damaged");
  made_fails((struct made){.sheet = "\xFF\xFE\x01"}, "is damaged");
  made_fails(
      (struct made){.sheet = XML
                    "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><worksheet><sheetData><row><c t='str'><v>&c;</v></c>"
                    "</row></sheetData></worksheet>"},
      "document type");
  made_fails((struct made){.sheet = XML "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><worksheet/>"}, "document type");
  g_autoptr(GBytes) whole = book_made((struct made){.sheet = SHEET("<row><c><v>5</v></c></row>")});
  for (gsize length = 0; length < g_bytes_get_size(whole); length += 7) {
    g_autofree char *got = book_cells(g_bytes_new_from_bytes(whole, 0, length));
    g_assert_true(g_str_has_prefix(got, "this workbook is damaged or cut off") || !strcmp(got, "no workbook"));
  }
}

static void test_parts_missing(void) {
  const char *const none[] = {"xl/styles.xml", "<styleSheet/>", NULL},
                    *const binary[] = {
                        "_rels/.rels",
                        RELATIONS("<Relationship Id='a' Type='http://x/officeDocument' Target='xl/workbook.bin'/>"),
                        "xl/workbook.bin", "x", NULL};
  const char *const sheet[] = {"xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='b'/></sheets></workbook>",
                               NULL};
  const char *const outside[] = {
      "xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='b'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels", RELATIONS("<Relationship Id='b' Type='http://x/worksheet' Target='../../../../etc/passwd'/>"),
      NULL};
  const char *const other[] = {"word/document.xml", "<document/>", NULL};
  const struct {
    const char *const *parts, *says;
  } cases[] = {{none, "its part xl/workbook.xml is missing"},
               {binary, "(.xlsb): save it as .xlsx"},
               {sheet, "the sheet S is missing from it"},
               {outside, "the sheet S is missing from it"},
               {other, "no workbook"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *got = book_cells(zip_of(cases[i].parts));
    g_assert_nonnull(strstr(got, cases[i].says));
  }
}

static void test_bomb(void) {
  g_autoptr(GString) sheet = g_string_new(XML "<worksheet><sheetData>");
  g_autofree char *name = g_strnfill(1000, 'x');
  for (guint i = 0; i < 80000; i++) g_string_append_printf(sheet, "<%s/>", name);
  g_string_append(sheet, "</sheetData></worksheet>");
  made_fails((struct made){.sheet = sheet->str}, "unpacks to far more than an export does");
}

/* A long text that very many cells name takes no room of its own. */
static void test_shared_often(void) {
  g_autofree char *text = g_strnfill(1000000, 'x'), *texts = g_strdup_printf(XML "<sst><si><t>%s</t></si></sst>", text);
  g_autoptr(GString) sheet = g_string_new(XML "<worksheet><sheetData>");
  for (guint i = 0; i < 2000; i++) g_string_append(sheet, "<row><c t='s'><v>0</v></c></row>");
  g_string_append(sheet, "</sheetData></worksheet>");
  GBytes *bytes = book_made((struct made){.sheet = sheet->str, .texts = texts});
  struct spreadsheet *book = spreadsheet_open(bytes);
  struct cells *cells = spreadsheet_read(book, 0);
  g_assert_nonnull(cells);
  g_assert_cmpuint(cells->rows->len, ==, 2000);
  g_assert_cmpuint(cells->bytes, <, 1000000);
  cells_free(cells);
  spreadsheet_close(book);
  g_bytes_unref(bytes);
}

/* The directory of an OLE file with one stream of that name, small. */
static GBytes *ole_with(const char *name) {
  GsfOutput *memory = gsf_output_memory_new();
  GsfOutfile *ole = gsf_outfile_msole_new(memory);
  GsfOutput *stream = gsf_outfile_new_child(ole, name, FALSE);
  gsf_output_write(stream, 5, (const guint8 *)"hello");
  gsf_output_close(stream);
  gsf_output_close(GSF_OUTPUT(ole));
  GBytes *bytes = g_bytes_new(gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(memory)), (gsize)gsf_output_size(memory));
  g_object_unref(stream);
  g_object_unref(ole);
  g_object_unref(memory);
  return bytes;
}

static void test_ole(void) {
  static const struct {
    const char *stream, *says;
  } cases[] = {{"EncryptedPackage", "this workbook is protected by a password: open it and save it without one"},
               {"WordDocument", "no workbook"},
               {"Book", "this is a workbook of Excel 95 or before: open it and save it as .xlsx"},
               {"Workbook", "this workbook is damaged: open it and save it as .xlsx, or ask for the export again"}};
  gsf_init();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *got = book_cells(ole_with(cases[i].stream));
    g_assert_cmpstr(got, ==, cases[i].says);
  }
}

/* Both columns hold the whole moment, as when one was copied and formatted anew. */
static void test_date_and_time(void) {
  static const char styles[] =
      XML "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='20'/></cellXfs></styleSheet>";
  made_is((struct made){.sheet = SHEET("<row><c s='1'><v>44713.6549537037</v></c><c s='2'><v>44713.6549537037</v></c></row>"
                                       "<row><c s='2'><v>44713.6549537037</v></c></row>"),
                        .styles = styles},
          "A1=2022-06-01 15:43:08 B1=15:43:08 A2=2022-06-01 15:43:08");
}

static void test_long_ids(void) {
  made_is((struct made){.sheet = SHEET("<row><c><v>100000000012345678</v></c><c><v>1.5E3</v></c></row>")},
          "A1=100000000012345678 B1=1500");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("spreadsheet", "a number is a date where its format is one, with the time that is there", test_dates);
  TEST("spreadsheet", "a time of day is one, and hours may count on", test_times);
  TEST("spreadsheet", "any other number is its figures", test_plain);
  TEST("spreadsheet", "zeros that a format fills up are there", test_masks);
  TEST("spreadsheet", "days may count from 1904", test_1904);
  TEST("spreadsheet", "each kind of cell is read as text, in the row that the sheet numbers", test_cells);
  TEST("spreadsheet", "a remark beside the table is a fault of its row and moves nothing", test_aside);
  TEST("spreadsheet", "a cell merged downwards stands in each of its rows", test_merged_down);
  TEST("spreadsheet", "a sheet is read by its name", test_sheets);
  TEST("spreadsheet", "of several sheets the one that fits is read, and what is hidden is said", test_choice);
  TEST("spreadsheet", "cells without places, inline texts, other prefixes and targets are read", test_by_hand);
  TEST("spreadsheet", "numbers of rows, cells and texts that cannot be are refused", test_out_of_range);
  TEST("spreadsheet", "a damaged part, a document type and a file cut off anywhere are refused", test_damaged);
  TEST("spreadsheet", "a part that is missing or of another kind is named", test_parts_missing);
  TEST("spreadsheet", "a part that unpacks without end is refused", test_bomb);
  TEST("spreadsheet", "a text that many cells share is kept once", test_shared_often);
  TEST("spreadsheet", "a moment shown as its date and as its time is a date and a time", test_date_and_time);
  TEST("spreadsheet", "an id of many figures keeps them all", test_long_ids);
  TEST("spreadsheet", "a password, Excel 95 and a Word document are told apart", test_ole);
  return g_test_run();
}
