/* Reads a finished workbook with libzip and libxml2 and counts its cells: libxlsxwriter does not say when a disk was full. */
#include "report/xlsx/recount.h"
#include "include/message.h"
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

enum element { OTHER, ROW, CELL, VALUE, TEXT, SHARED_TEXT };

/* A part of the archive being read. */
struct counting {
  struct tally tally;
  GArray *lengths;     /* of guint64: bytes of each text that cells share */
  enum element inside; /* VALUE or TEXT: what is read belongs to it */
  bool shared;         /* the text read is one that cells share */
  bool row, cell;      /* the row has a cell with something; this cell has something */
  bool numbered;       /* this cell holds the number of a shared text */
  guint64 number;
};

/* ---------------------------------------------------------------------------------------------------------------- xml */

static enum element element_named(const xmlChar *name) {
  static const struct {
    const char *name;
    enum element element;
  } names[] = {{"c", CELL}, {"v", VALUE}, {"t", TEXT}, {"row", ROW}, {"si", SHARED_TEXT}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (!strcmp((const char *)name, names[i].name)) return names[i].element;
  return OTHER;
}

/* Whether a cell's attribute t is "s". Of an attribute libxml2 gives name, prefix, URI, value and the value's end. */
static bool cell_numbered(int count, const xmlChar **attributes) {
  for (const xmlChar **at = attributes; count; count--, at += 5)
    if (!strcmp((const char *)at[0], "t")) return at[4] - at[3] == 1 && *at[3] == 's';
  return false;
}

static void element_begin(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                          const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)spaces, (void)namespaces, (void)defaulted;
  struct counting *counting = data;
  const guint64 none = 0;
  switch (element_named(name)) {
  case ROW: counting->row = false; break;
  case CELL:
    counting->cell = false;
    counting->number = 0;
    counting->numbered = cell_numbered(count, attributes);
    break;
  case SHARED_TEXT:
    g_array_append_val(counting->lengths, none);
    counting->shared = true;
    break;
  case VALUE: counting->inside = VALUE, counting->cell = true; break;
  case TEXT: counting->inside = TEXT, counting->cell = true; break;
  case OTHER: break;
  }
}

static void text_read(void *data, const xmlChar *text, int length) {
  struct counting *counting = data;
  if (counting->inside == TEXT && counting->shared)
    g_array_index(counting->lengths, guint64, counting->lengths->len - 1) += (guint64)length;
  else if (counting->inside == TEXT) counting->tally.bytes += (guint64)length;
  else if (counting->inside == VALUE && counting->numbered)
    for (int i = 0; i < length; i++) counting->number = counting->number * 10 + (guint64)(text[i] - '0');
}

static void cell_end(struct counting *counting) {
  if (!counting->cell) return;
  counting->tally.cells++;
  if (!counting->row) counting->tally.rows++;
  counting->row = true;
  if (counting->numbered && counting->number < counting->lengths->len)
    counting->tally.bytes += g_array_index(counting->lengths, guint64, counting->number);
}

static void element_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  struct counting *counting = data;
  enum element element = element_named(name);
  if (element == CELL) cell_end(counting);
  if (element == SHARED_TEXT) counting->shared = false;
  if (element == VALUE || element == TEXT) counting->inside = OTHER;
}

static void error_ignore(void *data, const xmlError *error) { (void)data, (void)error; }

/* ---------------------------------------------------------------------------------------------------------------- zip */

G_NORETURN static void workbook_refuse(const char *path, const char *what) {
  stop_system(path, "is incomplete (%s): is the disk full? nothing was changed", what);
}

/* libzip compares the sum of what was read with the one that the archive gives, and fails at the end where they differ. */
static bool part_parse(zip_file_t *file, xmlParserCtxtPtr parser) {
  char bytes[1 << 16];
  zip_int64_t length;
  while ((length = zip_fread(file, bytes, sizeof bytes)) > 0)
    if (xmlParseChunk(parser, bytes, (int)length, 0) != XML_ERR_OK) return false;
  return length == 0 && xmlParseChunk(parser, bytes, 0, 1) == XML_ERR_OK;
}

/* Any file of a workbook without pictures is XML. */
static struct tally part_count(const char *path, zip_t *zip, zip_uint64_t index, GArray *lengths) {
  xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                           .startElementNs = element_begin,
                           .endElementNs = element_end,
                           .characters = text_read,
                           .ignorableWhitespace = text_read,
                           .serror = (xmlStructuredErrorFunc)error_ignore};
  struct counting counting = {.lengths = lengths};
  zip_file_t *file = zip_fopen_index(zip, index, 0);
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &counting, NULL, 0, NULL);
  if (parser) xmlCtxtUseOptions(parser, XML_PARSE_HUGE | XML_PARSE_NONET);
  if (!file || !parser || !part_parse(file, parser)) workbook_refuse(path, zip_get_name(zip, index, 0));
  xmlFreeParserCtxt(parser);
  zip_fclose(file);
  return counting.tally;
}

struct tally *workbook_count(const char *path, guint count) {
  int error;
  zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (!zip) workbook_refuse(path, "its directory");
  GArray *lengths = g_array_new(FALSE, FALSE, sizeof(guint64));
  zip_int64_t shared = zip_name_locate(zip, "xl/sharedStrings.xml", 0), parts = zip_get_num_entries(zip, 0);
  struct tally *tallies = g_new0(struct tally, count);
  guint found = 0, number;
  if (shared >= 0) part_count(path, zip, (zip_uint64_t)shared, lengths);
  for (zip_int64_t i = 0; i < parts; i++) {
    if (i == shared) continue;
    struct tally tally = part_count(path, zip, (zip_uint64_t)i, lengths);
    if (sscanf(zip_get_name(zip, (zip_uint64_t)i, 0), "xl/worksheets/sheet%u.xml", &number) != 1) continue;
    if (number >= 1 && number <= count) tallies[number - 1] = tally, found++;
  }
  if (found != count) workbook_refuse(path, "a sheet is missing");
  g_array_unref(lengths);
  zip_discard(zip);
  return tallies;
}

static char *part_text(const char *path, zip_t *zip, zip_uint64_t index) {
  GString *text = g_string_new(NULL);
  char bytes[1 << 16];
  zip_file_t *file = zip_fopen_index(zip, index, 0);
  zip_int64_t length = 0;
  while (file && (length = zip_fread(file, bytes, sizeof bytes)) > 0) g_string_append_len(text, bytes, length);
  if (!file || length < 0) workbook_refuse(path, zip_get_name(zip, index, 0));
  zip_fclose(file);
  g_autofree char *raw = g_string_free(text, FALSE);
  return g_utf8_make_valid(raw, -1);
}

void workbook_parts(const char *path, void (*each)(const char *part, const char *text, void *data), void *data) {
  int error;
  zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (!zip) workbook_refuse(path, "its directory");
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
    g_autofree char *text = part_text(path, zip, (zip_uint64_t)i);
    each(zip_get_name(zip, (zip_uint64_t)i, 0), text, data);
  }
  zip_discard(zip);
}

void book_recount(const struct book *book) {
  g_autofree struct tally *tallies = workbook_count(book->path, book->sheets->len);
  for (guint i = 0; i < book->sheets->len; i++) {
    const struct sheet *sheet = book->sheets->pdata[i];
    const struct tally *wrote = &sheet->wrote, *found = &tallies[i];
    if (wrote->rows == found->rows && wrote->cells == found->cells && wrote->bytes == found->bytes) continue;
    g_autofree char *what = g_strdup_printf("the sheet %s: %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                                            " rows, %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " cells",
                                            sheet->name, found->rows, wrote->rows, found->cells, wrote->cells);
    workbook_refuse(book->path, what);
  }
}
