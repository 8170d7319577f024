/* The number formats of an .xlsx, by the number that its cells give. */
#include "ingest/xlsx/xlsx.h"
#include <stdlib.h>
#include <string.h>

#define FORMATS_MOST 100000u /* Excel has 65,490 */

/* Reading styles.xml: where it is, and the codes it explained so far. */
struct styles {
  struct xlsx *book;
  struct part *part;
  GHashTable *codes; /* id -> code */
  bool explaining, cells;
};

static void code_keep(struct styles *styles) {
  char *code = part_attribute(styles->part, "formatCode");
  guint id = part_attribute_number(styles->part, "numFmtId");
  if (code) g_hash_table_insert(styles->codes, GUINT_TO_POINTER(id), g_strdup(code));
  free(code);
}

static void format_keep(struct styles *styles) {
  guint id = part_attribute_number(styles->part, "numFmtId");
  struct number_format format = number_format(id, g_hash_table_lookup(styles->codes, GUINT_TO_POINTER(id)));
  g_array_append_val(styles->book->formats, format);
}

static void styles_node(struct styles *styles) {
  const char *name = part_element(styles->part);
  bool opens = !part_ends(styles->part);
  if (!strcmp(name, "numFmts")) styles->explaining = opens && !part_empty(styles->part);
  else if (!strcmp(name, "cellXfs")) styles->cells = opens && !part_empty(styles->part);
  else if (opens && styles->explaining && !strcmp(name, "numFmt")) code_keep(styles);
  else if (opens && styles->cells && !strcmp(name, "xf")) format_keep(styles);
}

bool xlsx_formats_read(struct xlsx *book) {
  if (book->formats) return true;
  book->formats = g_array_new(FALSE, TRUE, sizeof(struct number_format));
  struct part *part = book->styles ? part_open(book->package, book->styles) : NULL;
  if (!part) return !package_fault(book->package);
  struct styles styles = {.book = book, .part = part, .codes = g_hash_table_new_full(NULL, NULL, NULL, g_free)};
  while (book->formats->len < FORMATS_MOST && g_hash_table_size(styles.codes) < FORMATS_MOST && part_next(part))
    styles_node(&styles);
  g_hash_table_unref(styles.codes);
  part_close(part);
  return !package_fault(book->package);
}
